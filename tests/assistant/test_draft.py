"""An answer being written, and the last gate: marks, paragraphs, and nothing that no source proves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Found, Outcome
from assistant.check import unproved
from assistant.draft import Draft, quoted
from assistant.question import Question, Task
from ingest.document import Span
from tests.factories import a_document, an_entry, place

DOCUMENT = a_document(
    "Téléphone : 819 684-1234. Courriel : info@essai.coop. Code : J8L 2K1. 9 500 membres.", year="2014"
)


def words(text: str) -> Span:
    return place(text, DOCUMENT)


def draft() -> Draft:
    return Draft(Question("une question", Task.LIST))


# -- writing -----------------------------------------------------------------------------------------------------------


def test_marks_are_numbered_as_they_are_made_and_a_span_has_one() -> None:
    written = draft()
    phone, mail = words("819 684-1234"), words("info@essai.coop")
    assert [written.cite(phone), written.cite(mail, phone), written.cite(mail, mail)] == ["[1]", "[2][1]", "[2]"]
    assert written.citations == (phone, mail)


def test_a_mark_points_at_its_citation() -> None:
    written = draft()
    written.add_text(f"Le numéro est le 819 684-1234 {written.cite(words('819 684-1234'))}.")
    answer = written.answer()
    assert answer.citations[0].quote in answer.text
    assert (answer.outcome, answer.text.count("[1]")) == (Outcome.ANSWERED, 1)


def test_lines_of_a_list_follow_each_other_and_paragraphs_are_apart() -> None:
    written = draft()
    for text in ("Voici :", "1. Thurso", "2. Aylmer", "Fin."):
        written.add_text(text)
    assert written.answer().text == "Voici :\n\n1. Thurso\n2. Aylmer\n\nFin."


def test_a_sentence_joins_the_last_paragraph() -> None:
    written = draft()
    written.add("why.nothing")
    written.join("why.nothing")
    assert "\n" not in written.answer().text


def test_what_was_computed_is_declared() -> None:
    written = draft()
    written.add_text(f"{written.computed(12)} coops, {written.km(3.14159)}")
    answer = written.answer()
    assert answer.text == "12 coops, 3,1 km"
    assert unproved(answer, "") == ()


def test_a_sentence_with_a_value_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        draft().add("unit.km")


@given(st.text(max_size=80))
def test_a_quotation_is_on_one_line(text: str) -> None:
    found = quoted(text)
    assert "\n" not in found
    assert "**" not in found
    assert "|" not in found
    assert found == found.strip()


# -- the last gate -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Appelez le 819 684-1234 [1].", ()),
        ("Appelez le 819 684-1235.", ("1235",)),
        ("Écrivez à info@essai.coop.", ()),
        ("Écrivez à autre@essai.coop.", ("autre@essai.coop",)),
        ("Au J8L 2K1.", ()),
        ("Au J8L 2K2.", ("j8l 2k2",)),
        ("9 500 membres", ()),
        ("9 501 membres", ("501",)),
        ("1. Thurso\n2. Aylmer", ()),
        ("Selon le document de 2014.", ()),
        ("Selon le document de 1987.", ("1987",)),
        ("aucun chiffre", ()),
    ],
)
def test_a_figure_that_no_source_holds_is_found(text: str, missing: tuple[str, ...]) -> None:
    assert unproved(Answer(Outcome.ANSWERED, text, citations=(words(DOCUMENT.text),)), "") == missing


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("12 membres", "3 129 membres"),
        ("84 membres", "819 684-1234"),
        ("819 684-12", "819 684-1234"),
        ("5 médecins", "2015"),
    ],
)
def test_a_part_of_a_printed_figure_proves_nothing(text: str, cited: str) -> None:
    document = a_document(cited, year="s.d.")
    answer = Answer(Outcome.ANSWERED, text, citations=(Span(document, 0, len(cited)),))
    assert unproved(answer, "") != ()


def test_our_own_words_and_figures_need_no_proof() -> None:
    answer = Answer(Outcome.ANSWERED, "Appelez le 911. En tout, 12.", computed=("12",))
    assert unproved(answer, "le 911 ou le 811") == ()
    assert unproved(answer, "") == ("911",)


def test_a_name_with_figures_is_proved_by_the_coop_shown() -> None:
    entry = an_entry("Coop 3000")
    answer = Answer(Outcome.ANSWERED, "**Coop 3000**", entries=(Found(entry),))
    assert unproved(answer, "") == ()
    assert unproved(Answer(Outcome.ANSWERED, "**Coop 3000**"), "") == ("3000",)


@given(st.text(max_size=100))
def test_an_answer_that_says_only_what_it_cites_is_proved(text: str) -> None:
    if not text.strip():
        return
    document = a_document(text)
    assert unproved(Answer(Outcome.ANSWERED, text, citations=(Span(document, 0, len(text)),)), "") == ()
