from html import unescape

import pytest

from assistant.answer import Found, Outcome
from assistant.conversation import Conversation
from ingest.document import Span
from tests.web.attacks import ATTACKS
from tests.web.factory import a_document, a_library, a_turn, an_answer, an_entry
from tests.web.test_markup import Tags
from web.messages import choices, notice_html, reply_html, transcript, typed_html
from web.sources import OPEN_UP_TO, sources_html

ENTRY = an_entry("Coop de Thurso", offered=["nutrition"])
LIBRARY = a_library(ENTRY)


def test_a_source_gives_title_year_place_and_the_very_words() -> None:
    (service,) = ENTRY.services
    html = sources_html(LIBRARY, (service.span,), 2)
    assert 'id="t2-s1"' in html
    assert "<cite>Tableau des coopératives</cite>, 2014" in html
    assert "tableau, entrée 1" in html
    assert "<blockquote>nutrition</blockquote>" in html


@pytest.mark.parametrize("words", ["une\n  deux | trois  **gras**", "a < b & c", *ATTACKS])
def test_a_quotation_is_verbatim_and_only_text(words: str) -> None:
    document = a_document(words)
    html = sources_html(LIBRARY, (Span(document, 0, len(words)),), 1)
    quote = html.split("<blockquote>")[1].split("</blockquote>")[0]
    assert unescape(quote) == words
    assert Tags(quote).seen == []


def test_few_sources_are_in_sight_and_many_are_folded() -> None:
    span = ENTRY.services[0].span
    assert '<details class="sources" open>' in sources_html(LIBRARY, (span,) * OPEN_UP_TO, 1)
    assert '<details class="sources"><summary>Sources (4)' in sources_html(LIBRARY, (span,) * 4, 1)
    assert sources_html(LIBRARY, (), 1) == ""


def test_suggestions_are_the_choices() -> None:
    assert choices(an_answer(suggestions=("Et à Thurso ?",), entries=(Found(ENTRY),))) == ("Et à Thurso ?",)


def test_when_we_ask_which_one_the_co_ops_are_the_choices_each_once() -> None:
    found = (Found(ENTRY), Found(an_entry("Coop d’Aylmer", position=2)), Found(ENTRY))
    assert choices(an_answer(outcome=Outcome.CLARIFY, entries=found)) == ("Coop de Thurso", "Coop d’Aylmer")
    assert choices(an_answer(entries=found)) == ()


def test_only_the_last_reply_offers_choices_and_turns_do_not_share_their_sources() -> None:
    answer = an_answer("Oui [1].", citations=(ENTRY.services[0].span,), suggestions=("Et ensuite ?",))
    conversation = Conversation((a_turn("un", answer), a_turn("deux", answer)))
    bubbles = transcript(conversation, LIBRARY)
    assert [(bubble.role, bubble.choices) for bubble in bubbles] == [
        ("user", ()), ("assistant", ()), ("user", ()), ("assistant", ("Et ensuite ?",)),
    ]  # fmt: skip
    assert 'href="#t1-s1"' in bubbles[1].html and 'id="t1-s1"' in bubbles[1].html
    assert 'href="#t2-s1"' in bubbles[3].html and 'id="t2-s1"' in bubbles[3].html


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_typed_is_text(attack: str) -> None:
    assert Tags(typed_html(attack)).seen == [("div", {"class": "typed"})]
    assert Tags(notice_html(attack)).seen == [("p", {"class": "notice", "role": "alert"})]


def test_a_reply_holds_words_cards_and_sources_in_that_order() -> None:
    answer = an_answer("Oui [1].", entries=(Found(ENTRY),), citations=(ENTRY.services[0].span,))
    html = reply_html(answer, LIBRARY, 1)
    assert html.index('class="words"') < html.index('class="cards"') < html.index('class="sources"')


def test_when_we_ask_which_one_there_are_choices_and_no_cards() -> None:
    answer = an_answer("Laquelle ?", outcome=Outcome.CLARIFY, entries=(Found(ENTRY),))
    assert "<article" not in reply_html(answer, LIBRARY, 1)
