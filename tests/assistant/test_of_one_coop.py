"""What is asked of one co-op and stands in its free cells, whatever words it is asked in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.answer import Outcome
from assistant.assistant import Assistant
from assistant.conversation import Conversation, Turn
from assistant.nameless import nameless
from assistant.naming import Names
from index.anticipated import AnticipatedSearch, questions_of
from index.units import units_of
from ingest.anticipated import AnsweredBy, Anticipated
from ingest.document import Span
from ingest.slots import without
from tests.assistant.asking import NOWHERE, WordIndex, library
from tests.factories import an_entry
from tests.fakes import FakeEmbedder


@pytest.mark.parametrize(
    ("text", "named", "bare"),
    [
        ("La coop de Thurso a-t-elle un gym ?", ["Thurso"], "La coop a-t-elle un gym ?"),
        ("À Val-Morin, qui fait le ménage ?", ["Val-Morin"], "qui fait le ménage ?"),
        ("Thurso, c'est grand ?", ["Thurso", "Thurso, c"], "'est grand ?"),
        ("Y a-t-il un gym ?", [], "Y a-t-il un gym ?"),
    ],
)
def test_a_name_goes_with_the_small_words_that_lead_to_it(text: str, named: list[str], bare: str) -> None:
    places = [(text.index(words), text.index(words) + len(words)) for words in named]
    assert without(text, places) == bare


def test_a_co_op_is_taken_out_by_its_name_and_by_its_town() -> None:
    entries = library().entries
    names = Names(entries)
    entry = next(e for e in entries if e.municipality.value == "Saint-Hubert-de-Rivière-du-Loup")
    assert (
        nameless("La coop de Saint-Hubert-de-Rivière-du-Loup est-elle neuve ?", entry, names)
        == "La coop est-elle neuve ?"
    )


def test_another_co_op_is_left_in() -> None:
    mine, other = an_entry("Coopérative de santé du Nord", 1), an_entry("Coopérative de santé de Thurso", 2)
    assert nameless("plus grande que Thurso ?", mine, Names((mine, other))) == "plus grande que Thurso ?"


def cell(position: int, printed: str) -> Span:
    """Where words stand in the row of a co-op."""
    span = library().entries[position - 1].span
    start = span.quote.index(printed)
    return span.slice(start, start + len(printed))


@pytest.fixture(scope="module")
def reply(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant whose rows were expected to be asked four things, compared by the words that they share."""
    blocks = (
        Anticipated(AnsweredBy.ROW, (cell(50, "Centre Hospitalier de Drummondville"),), ("À quel hôpital vont-ils ?",)),
        Anticipated(AnsweredBy.ROW, (cell(4, "3 établissements"),), ("Une seule bâtisse ou bien plusieurs ?",)),
        Anticipated(AnsweredBy.ROW, (cell(23, "accueil des stagiaires"),), ("Viennent des étudiants, parfois ?",)),
        Anticipated(AnsweredBy.NOTHING, (), ("Où stationner ma voiture ?",)),
    )
    path: Path = tmp_path_factory.mktemp("rows") / "q.npy"
    np.save(path, FakeEmbedder().queries(questions_of(blocks)).astype(np.float16))
    rows = AnticipatedSearch(blocks, path, FakeEmbedder())
    index = WordIndex(library(), units_of(library()), FakeEmbedder(), NOWHERE, None, rows)
    return Assistant(index)


def ask(assistant: Assistant, message: str) -> Turn:
    return assistant.reply(message, Conversation())


def test_what_a_row_tells_in_other_words_is_quoted(reply: Assistant) -> None:
    turn = ask(reply, "J-P Despins : à quel hôpital vont-ils ?")
    assert [span.quote for span in turn.answer.citations] == ["Centre Hospitalier de Drummondville"]


def test_what_another_row_tells_is_not_said_of_this_one(reply: Assistant) -> None:
    turn = ask(reply, "Val-Morin : à quel hôpital vont-ils ?")
    assert turn.answer.outcome is Outcome.ABSTAIN
    assert all("Drummondville" not in span.quote for span in turn.answer.citations)


@pytest.mark.parametrize(
    "asked",
    [
        "La coop d'Aylmer : viennent des étudiantes, parfois ?",
        "La coop d'Aylmer : viennent parfois des étudiants ?",
    ],
)
def test_a_word_asked_beside_a_clause_leads_to_it(reply: Assistant, asked: str) -> None:
    assert "accueil des stagiaires" in ask(reply, asked).answer.text


@pytest.mark.parametrize(
    "asked", ["La coop d'Aylmer a-t-elle une garderie ?", "Combien d'étudiants à la coop d'Aylmer ?"]
)
def test_a_word_of_no_clause_or_a_number_not_printed_is_refused(reply: Assistant, asked: str) -> None:
    assert "stagiaires" not in ask(reply, asked).answer.text


def test_what_no_document_answers_is_refused(reply: Assistant) -> None:
    assert ask(reply, "J-P Despins : où stationner ma voiture ?").answer.outcome is Outcome.ABSTAIN


def test_a_fact_comes_instead_of_the_whole_row(reply: Assistant) -> None:
    turn = ask(reply, "La coop de la MRC de Charlevoix, une seule bâtisse ou bien plusieurs ?")
    assert "3 établissements" in turn.answer.text


def test_a_plain_field_stays_a_field(reply: Assistant) -> None:
    turn = ask(reply, "Le téléphone de J-P Despins ?")
    assert turn.answer.citations[0].quote == "819 399-2030"
