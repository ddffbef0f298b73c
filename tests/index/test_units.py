from __future__ import annotations

from index.units import digest, units_of
from ingest.passage import Kind, Passage
from tests.factories import a_document, a_library, a_passage, an_entry, place


def test_a_passage_of_several_sentences_is_found_whole_and_by_sentence() -> None:
    units = units_of(a_library(a_passage("Le conseil est élu. Il se réunit.", headings=("Gouvernance",))))
    quotes = [unit.span.quote for unit in units]
    assert quotes == ["Le conseil est élu.", "Le conseil est élu. Il se réunit.", "Il se réunit."]
    assert {unit.text.split(" : ")[0] for unit in units} == {"2014 › Gouvernance"}


def test_a_single_sentence_is_indexed_once() -> None:
    assert len(units_of(a_library(a_passage("Le conseil est élu.")))) == 1


def test_an_entry_is_found_by_each_cell_that_says_something() -> None:
    entry = an_entry("Coop de Thurso", services="Physiothérapie", particularities="Locaux neufs")
    units = units_of(a_library(entry))
    assert [(unit.span.quote, unit.text) for unit in units] == [
        ("Physiothérapie", "Coop de Thurso : Physiothérapie"),
        ("Locaux neufs", "Coop de Thurso : Locaux neufs"),
    ]
    assert all(unit.source is entry for unit in units)


def test_marks_of_markdown_are_left_out_of_what_is_searched_but_not_of_what_is_cited() -> None:
    (unit,) = units_of(a_library(a_passage("**Les coopératives** sont\narrimées à 28 \\$")))
    assert unit.text == "2014 : Les coopératives sont arrimées à 28 $"
    assert unit.span.quote == "**Les coopératives** sont\narrimées à 28 \\$"


def test_the_digest_changes_with_any_text_or_place() -> None:
    one, two = a_library(a_passage("Le conseil est élu.")), a_library(a_passage("Le conseil est nommé."))
    moved = a_library(a_passage("Le conseil est élu.", name="autre.txt"))
    assert len({digest(units_of(library)) for library in (one, two, moved)}) == 3


def test_a_heading_shared_by_a_whole_document_is_left_out() -> None:
    document = a_document("Rapport\nMission\nSoigner.\nVision\nRayonner.")
    title, mission, vision = (place(word, document) for word in ("Rapport", "Mission", "Vision"))
    first = Passage(place("Soigner.", document), Kind.PARAGRAPH, (title, mission), (), 0)
    second = Passage(place("Rayonner.", document), Kind.PARAGRAPH, (title, vision), (), 1)
    texts = [unit.text for unit in units_of(a_library(first, second))]
    assert texts == ["2014 › Mission : Soigner.", "2014 › Vision : Rayonner."]
