"""What a page that is loaded again shows of its conversation, and who else could read it: nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visitor

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]


def test_a_conversation_outlives_a_reload_of_its_page_and_no_more(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("physio")
    visitor.page.get_by_role("button", name="Retirer : Rivebelle").click()
    visitor.answered(2)
    visitor.page.reload()
    visitor.answered(2)
    expect(visitor.page.locator(".typed")).to_have_text(["physio", "Sans Rivebelle"])
    expect(visitor.page.locator(".chips .what")).to_have_text(["service", "rayon", "condition"])
    visitor.ask("et là ?")
    assert "(2 avant)" in visitor.last
    kept = "[localStorage.length, document.cookie]"  # nothing that another tab, or the next person, could read
    assert visitor.page.evaluate(kept) == [0, ""]
    visitor.page.get_by_role("button", name="Effacer la conversation").click()
    expect(visitor.page.locator(".typed")).to_have_count(0)
    visitor.page.wait_for_timeout(300)
    visitor.page.reload()
    visitor.page.get_by_label("Votre question").wait_for()
    visitor.page.wait_for_timeout(500)
    expect(visitor.page.locator(".typed")).to_have_count(0)


@pytest.mark.parametrize("kept", ['{"version": 0}', '{"version": 1, "turns": ["panne"]}', '"x"', "[1]"])
def test_what_can_not_be_shown_again_is_forgotten(visit: Visit, kept: str) -> None:
    visitor = visit()
    visitor.page.evaluate("kept => sessionStorage.setItem('coopsante', kept)", kept)
    visitor.page.reload()
    visitor.page.wait_for_timeout(500)
    visitor.ask("et là ?")
    assert "(0 avant)" in visitor.last
    expect(visitor.page.locator(".typed")).to_have_count(1)
