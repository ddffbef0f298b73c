"""The chat as its visitors meet it, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Server, Visitor
from tests.web.attacks import ATTACKS
from web.texts import EXAMPLES, MESSAGE_LIMIT

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]
Shot = Callable[[Visitor, str], None]


def test_a_question_gets_an_answer_its_cards_and_its_proof(visit: Visit, shot: Shot) -> None:
    visitor = visit()
    shot(visitor, "desktop-welcome")
    visitor.ask("physio près de Rivebelle")
    page = visitor.page
    assert visitor.last.startswith("2 coopératives sur 3 offrent de la physiothérapie")
    card = page.locator(".card").first
    expect(card).to_contain_text("Coopérative de santé des Deux-Rives")
    expect(card).to_contain_text("à 3,1\xa0km à vol d’oiseau")
    expect(card.get_by_role("link", name="819 555-0123")).to_have_attribute("href", "tel:+18195550123")
    expect(page.locator("blockquote").first).to_have_text("physiothérapie")
    expect(page.locator("blockquote").first).to_be_visible()
    assert visitor.problems == []
    shot(visitor, "desktop-answer")


@pytest.mark.parametrize("question", ["physio", "lentement, toutes"])
def test_a_new_answer_is_seen_from_its_beginning(visit: Visit, question: str) -> None:
    visitor = visit(screen=PHONE)
    visitor.ask("toutes")
    visitor.ask(question)
    expect(visitor.page.locator(".typed").last).to_be_in_viewport()
    visitor.page.wait_for_timeout(300)
    top = visitor.page.locator("#chat").bounding_box()["y"]
    assert 0 <= visitor.page.locator(".typed").last.bounding_box()["y"] - top < 60


@pytest.mark.parametrize("query", ["", "?__theme=dark"])
def test_a_mark_leads_to_its_source_without_leaving_the_page(visit: Visit, query: str) -> None:
    visitor = visit(query)
    visitor.ask("physio")
    visitor.page.get_by_role("link", name="[2]").click()
    source = visitor.page.locator("#t1-s2")
    expect(source).to_be_focused()
    expect(source).to_be_in_viewport()
    expect(source).to_have_class("shown")
    expect(visitor.page.locator(".typed")).to_have_count(1)  # the page wasn't loaded again


def test_a_mark_opens_the_sources_that_were_folded(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("toutes")
    source = visitor.page.locator("#t1-s5")
    expect(source).to_be_hidden()
    visitor.page.get_by_role("link", name="[5]").click()
    expect(source).to_be_in_viewport()


def test_an_example_asks_its_question(visit: Visit) -> None:
    visitor = visit()
    need, question = EXAMPLES[1]
    visitor.page.get_by_role("button", name=question).click()
    visitor.answered(1)
    expect(visitor.page.locator(".typed")).to_have_text(question)
    assert need not in visitor.page.locator(".typed").inner_text()


def test_a_suggestion_asks_the_next_question(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("physio")
    visitor.page.get_by_role("button", name="Et à Hautbois ?").click()
    visitor.answered(2)
    assert visitor.last == "Je ne trouve pas « Et à Hautbois ? » dans les documents. (1 avant)"


def test_when_asked_which_one_a_click_chooses(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("laquelle ?")
    visitor.page.get_by_role("button", name="Coop de la Baie").click()
    visitor.answered(2)
    assert "« Coop de la Baie »" in visitor.last


def test_two_visitors_never_see_each_other(visit: Visit) -> None:
    one, other = visit(), visit()
    one.ask("question de la première personne")
    other.ask("question de l’autre personne")
    one.ask("deuxième question")
    assert "(1 avant)" in one.last
    other.ask("encore")
    assert "(1 avant)" in other.last
    assert "première" not in other.page.inner_text("body")
    assert "autre" not in one.page.inner_text("body")


def test_a_conversation_erased_is_forgotten(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("bonjour")
    visitor.page.get_by_role("button", name="Effacer la conversation").click()
    expect(visitor.page.locator(".typed")).to_have_count(0)
    visitor.ask("et là ?")
    assert "(0 avant)" in visitor.last


def test_a_conversation_erased_while_its_answer_is_awaited_stays_erased(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("bonjour")
    visitor.page.get_by_label("Votre question").fill("lentement")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator(".searching")).to_be_visible()
    visitor.page.get_by_role("button", name="Effacer la conversation").click()
    visitor.page.wait_for_timeout(3000)  # longer than the answer takes
    expect(visitor.page.locator(".typed")).to_have_count(0)
    visitor.ask("et là ?")
    assert "(0 avant)" in visitor.last


def test_a_message_too_long_gets_a_kind_word_and_stays_in_the_box(visit: Visit) -> None:
    visitor = visit()
    box = visitor.page.get_by_label("Votre question")
    box.fill("a" * (MESSAGE_LIMIT + 1))
    box.press("Enter")
    expect(visitor.page.get_by_role("alert")).to_contain_text("Pouvez-vous le raccourcir")
    expect(box).to_have_value("a" * (MESSAGE_LIMIT + 1))
    visitor.ask("a" * MESSAGE_LIMIT)
    expect(visitor.page.get_by_role("alert")).to_have_count(0)


def test_an_error_of_ours_is_said_in_french_and_the_chat_goes_on(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("panne")
    expect(visitor.page.locator(".failed")).to_contain_text("une erreur de notre côté")
    assert "RuntimeError" not in visitor.page.inner_text("body")
    box = visitor.page.get_by_label("Votre question")
    expect(box).to_have_value("panne")  # ready to be tried again
    box.fill("et maintenant ?")
    box.press("Enter")
    expect(visitor.page.locator(".words")).to_contain_text("(0 avant)")


def test_a_slow_answer_shows_the_question_at_once(visit: Visit) -> None:
    visitor = visit()
    visitor.page.get_by_label("Votre question").fill("lentement")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator(".searching")).to_have_text("Je cherche dans les documents…", timeout=1500)
    visitor.answered(1)


def test_no_attack_that_is_typed_becomes_more_than_text(visit: Visit, server: Server) -> None:
    visitor = visit()
    page = visitor.page
    for attack in ATTACKS:
        visitor.ask(attack)
        page.mouse.move(640, 300)
        typed = page.locator(".typed").last
        assert typed.evaluate("element => element.childElementCount") == 0, attack
        assert typed.text_content() == attack.strip().replace("\0", ""), attack  # HTML has no null character
        assert page.locator(".words :is(a, img, script, iframe, svg, form, input, style, h1, code)").count() == 0, (
            attack
        )
        assert page.evaluate("window.hurt") is None, attack
    page.wait_for_timeout(300)
    assert page.evaluate("window.hurt") is None
    assert [url for url in visitor.requests if not _on_this_machine(url)] == []
    assert page.url.startswith(server.address)


def test_what_a_document_contains_stays_text(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("rapport")
    quote = visitor.page.locator("blockquote")
    expect(quote).to_contain_text("<script>window.hurt = 1</script>")
    expect(quote).to_contain_text("![x](http://evil.test/x.png)")
    assert quote.evaluate("element => element.childElementCount") == 0
    visitor.ask("physio")
    expect(visitor.page.get_by_role("heading", name="Grand-Lac <b>& amis</b>")).to_be_visible()
    assert visitor.page.evaluate("window.hurt") is None


def test_the_browser_and_the_server_reach_nothing_outside(visit: Visit, server: Server) -> None:
    visitor = visit()
    visitor.ask("physio")
    visitor.page.wait_for_timeout(1000)
    assert len(visitor.requests) > 10
    assert [url for url in visitor.requests if not _on_this_machine(url)] == []
    assert server.attempts == ""


def test_a_script_that_came_in_another_way_would_not_run(visit: Visit) -> None:
    page = visit().page
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hurt=1\">')")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.hurt=1'}))")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hurt") is None
    assert page.evaluate("fetch('http://evil.test/').then(() => 'sent', () => 'refused')") == "refused"


def test_the_page_is_french_for_eyes_and_ears_whatever_the_browser_speaks(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("physio")
    page = visitor.page
    assert page.evaluate("document.documentElement.lang") == "fr"
    heard: list[str] = page.evaluate(
        "[...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap(element =>"
        "['aria-label', 'title', 'placeholder', 'alt'].map(name => element.getAttribute(name)).filter(Boolean))"
    )
    words = " ".join([*heard, page.inner_text("body"), page.title()]).lower()
    english = (
        r"\b(send|submit|clear|built|settings|api|message:|bot|user|chatbot|select|scroll|loading|copy|share|the)\b"
    )
    assert re.findall(english, words) == []


def test_the_keyboard_alone_does_everything(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page

    def tab_to(selector: str, most: int = 40) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} is not reached")

    tab_to(".example")
    page.keyboard.press("Enter")
    visitor.answered(1)
    visitor.ask("physio")
    page.locator("body").click(position={"x": 2, "y": 2})
    tab_to('a.mark[href="#t2-s1"]')
    page.keyboard.press("Enter")
    expect(page.locator("#t2-s1")).to_be_focused()
    tab_to("#chat .option")
    page.keyboard.press("Enter")
    visitor.answered(3)
    tab_to(".emergency a")


@pytest.mark.parametrize("screen", [PHONE, DESKTOP, {"width": 320, "height": 560}])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_emergencies_and_the_box_stay_in_sight_and_nothing_overflows(
    visit: Visit, shot: Shot, screen: dict[str, int], scheme: str
) -> None:
    visitor = visit(screen=screen, color_scheme=scheme)
    name = f"{screen['width']}-{scheme}"
    for step, question in enumerate(("", "physio", "toutes", "laquelle", "rapport")):
        if question:
            visitor.ask(question)
        expect(visitor.page.locator(".emergency")).to_be_in_viewport(ratio=0.95)
        expect(visitor.page.get_by_label("Votre question")).to_be_in_viewport(ratio=0.95)
        assert visitor.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        shot(visitor, f"{name}-{step}-{question or 'welcome'}")


_CONTRAST = """() => {
  const rgb = (css) => css.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const colour = rgb(getComputedStyle(element).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const texts = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility()
    && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    && !element.closest('script, style, noscript, .sr-only'));
  return texts.map((element) => {
    const [one, other] = [light(rgb(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
    return [Math.round(10 * (one + 0.05) / (other + 0.05)) / 10, element.className, element.textContent.slice(0, 30)];
  }).filter(([ratio]) => ratio < 4.5);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(visit: Visit, scheme: str) -> None:
    visitor = visit(color_scheme=scheme)
    faint: list[Any] = visitor.page.evaluate(_CONTRAST)
    for question in ("physio", "toutes", "rien de tel", "panne"):
        visitor.ask(question)
        faint += visitor.page.evaluate(_CONTRAST)
    assert faint == []


def _on_this_machine(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob") or parts.hostname == "127.0.0.1"
