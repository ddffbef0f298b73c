"""The chips of the understood question: seen, taken away and changed, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Visitor

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]
Shot = Callable[[Visitor, str], None]
PARTS = ["service", "lieu", "rayon", "condition"]


def test_the_parts_of_the_last_question_are_shown_under_its_answer(visit: Visit) -> None:
    visitor = visit()
    expect(visitor.page.locator("#chips")).to_be_hidden()
    visitor.ask("physio près de Rivebelle")
    expect(visitor.page.locator(".chips .what")).to_have_text(PARTS)
    visitor.ask("bonjour")
    expect(visitor.page.locator("#chips")).to_be_hidden()


def test_a_click_takes_a_part_away_and_asks_again(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("physio près de Rivebelle")
    visitor.page.get_by_role("button", name="Retirer : Rivebelle").click()
    visitor.answered(2)
    expect(visitor.page.locator(".typed").last).to_have_text("Sans Rivebelle")
    assert "(1 avant)" in visitor.last
    expect(visitor.page.locator(".chips .what")).to_have_text([part for part in PARTS if part != "lieu"])
    assert visitor.problems == []


def test_a_list_changes_a_part_and_shows_its_new_value(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("physio près de Rivebelle")
    visitor.page.get_by_label("rayon").select_option("20 km")
    visitor.answered(2)
    expect(visitor.page.locator(".typed").last).to_have_text("rayon : 20 km")
    expect(visitor.page.get_by_label("rayon")).to_have_value("20")
    expect(visitor.page.get_by_label("rayon")).to_be_focused()
    visitor.page.get_by_role("button", name="Retirer : physiothérapie").click()
    visitor.answered(3)
    expect(visitor.page.get_by_label("rayon")).to_have_value("20")  # though another list stood there
    visitor.ask("et le prix ?")  # the conversation goes on from there
    assert "(3 avant)" in visitor.last


def test_a_condition_is_only_text(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("physio près de Rivebelle")
    condition = visitor.page.locator(".chips b").last
    expect(condition).to_contain_text("<b>en place</b>")
    assert condition.evaluate("element => element.childElementCount") == 0


def test_the_keyboard_alone_takes_parts_away_and_keeps_its_place(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask("physio près de Rivebelle")
    page.get_by_role("button", name="Retirer : physiothérapie").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Retirer : Rivebelle")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("rayon")).to_be_focused()
    page.get_by_role("button", name="Retirer : Rivebelle").focus()
    turns = 1
    for _ in PARTS:
        assert page.evaluate("document.activeElement.closest('#chips') !== null")
        if not page.evaluate("document.activeElement.matches('button')"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        turns += 1
        visitor.answered(turns)
        page.wait_for_timeout(100)
    expect(page.locator("#chips")).to_be_hidden()
    expect(page.get_by_label("Votre question")).to_be_focused()  # nothing is left to take away


def test_an_arrow_looks_through_a_list_without_asking(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("physio près de Rivebelle")
    visitor.page.get_by_label("rayon").focus()
    visitor.page.keyboard.press("ArrowUp")
    visitor.page.wait_for_timeout(500)
    expect(visitor.page.locator(".typed")).to_have_count(1)


def test_erasing_the_conversation_takes_its_chips_away(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("physio")
    visitor.page.get_by_role("button", name="Effacer la conversation").click()
    expect(visitor.page.locator("#chips")).to_be_hidden()


@pytest.mark.parametrize("screen", [PHONE, DESKTOP, {"width": 320, "height": 560}])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chips_leave_room_for_the_answer(visit: Visit, shot: Shot, screen: dict[str, int], scheme: str) -> None:
    visitor = visit(screen=screen, color_scheme=scheme)
    visitor.ask("physio près de Rivebelle")
    shot(visitor, f"chips-{screen['width']}-{scheme}")
    page = visitor.page
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.locator("#chips").bounding_box()["height"] <= 0.16 * screen["height"]
    expect(page.get_by_label("Votre question")).to_be_in_viewport(ratio=0.95)
    expect(page.locator(".emergency")).to_be_in_viewport(ratio=0.95)
    sizes = [button.bounding_box() for button in page.locator(".chips button").all()]
    assert all(min(size["width"], size["height"]) >= 32 for size in sizes)
