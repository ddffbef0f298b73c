"""Prose: headings, lists, figures, sentences; nothing of the text is lost."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clauses import sentences
from ingest.document import Span
from ingest.library import Library
from ingest.passage import Kind, Passage
from ingest.prose import read_headings, read_passages
from ingest.table import table_spans
from tests.ingest.tables import a_document

SENTENCES = [
    ("Elle est ouverte. Elle ferme à 17 h.", ["Elle est ouverte.", "Elle ferme à 17 h."]),
    ("Composez le 819 561-1234. Ouverte le lundi.", ["Composez le 819 561-1234.", "Ouverte le lundi."]),
    (
        "Nous avons vu M. Roger Bertrand et Mme Lucie Lecours.",
        ["Nous avons vu M. Roger Bertrand et Mme Lucie Lecours."],
    ),
    ("Le Dr. Roy pratique à St. Denis.", ["Le Dr. Roy pratique à St. Denis."]),
    ("Psychologie, etc. Services complémentaires", ["Psychologie, etc.", "Services complémentaires"]),
    ("Il a dit : « Venez. » Elle est venue.", ["Il a dit : « Venez. »", "Elle est venue."]),
    ("Est-ce vrai? Oui! Écoutez.", ["Est-ce vrai?", "Oui!", "Écoutez."]),
    ("Voir (L.R.Q., c. C-67.2, article 3).", ["Voir (L.R.Q., c. C-67.2, article 3)."]),
    ("2 infirmières aux., 1 adjointe adm., 1 commis.", ["2 infirmières aux., 1 adjointe adm., 1 commis."]),
    ("débutant en oct. 2013. Fin", ["débutant en oct. 2013.", "Fin"]),
    ("dans les coopératives Six (6) sont là", ["dans les coopératives", "Six (6) sont là"]),
    ("Étape finale. Œuvrer ensemble.", ["Étape finale.", "Œuvrer ensemble."]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_of_french(text: str, expected: list[str]) -> None:
    assert [part.quote for part in sentences(Span(a_document(text), 0, len(text)))] == expected


@given(st.text(st.sampled_from("aÉ1 .!?»«()\n,;"), min_size=1))
def test_sentences_lose_no_word(text: str) -> None:
    found = sentences(Span(a_document(text), 0, len(text)))
    assert "".join("".join(part.quote.split()) for part in found) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(found))


BITS = [
    "Mission.",
    "Le mot.",
    "Une phrase entière. Une autre.",
    "- un item;",
    "- » un autre :",
    "   - profond",
    "12",
    "3 h",
]
BITS += [
    "ASSEMBLÉE",
    "Fournir",
    "les membres",
    "À propos, ceci :",
    "M. Jean Roy\nDirecteur",
    "A\tB\tC",
    "x 4 $",
    "\n",
    "",
]


@given(st.lists(st.sampled_from(BITS), max_size=12).map("\n\n".join))
def test_any_prose_is_covered_in_order(text: str) -> None:
    document = a_document(text)
    passages = read_passages(document)
    assert all(left.span.end <= right.span.start for left, right in pairwise(passages))
    assert all(p.span.contains(part) for p in passages for part in p.sentences)
    assert not uncovered(text, passages, read_headings(document), ())


def uncovered(
    text: str, passages: tuple[Passage, ...], headings: tuple[Span, ...], tables: tuple[Span, ...]
) -> list[str]:
    """The words of `text` in no passage, heading nor table; marks of lists aside."""
    bare = list(text)
    for span in (*(passage.span for passage in passages), *headings, *tables):
        bare[span.start : span.end] = " " * (span.end - span.start)
    return re.findall(r"\w+", "".join(bare))


def test_every_word_of_the_corpus_is_in_a_passage_a_heading_or_a_table(library: Library) -> None:
    for document in library.documents:
        own = tuple(p for p in library.passages if p.span.name == document.name)
        assert uncovered(document.text, own, read_headings(document), table_spans(document)) == []


def test_sentences_cover_their_passage(library: Library) -> None:
    for passage in library.passages:
        assert "".join("".join(s.quote.split()) for s in passage.sentences) == "".join(passage.text.split())


def under(library: Library, *headings: str) -> list[Passage]:
    """The passages whose last headings are these."""
    wanted = list(headings)
    return [p for p in library.passages if [h.quote for h in p.headings][-len(wanted) :] == wanted]


def test_a_list_keeps_its_items_together_and_in_order(library: Library) -> None:
    items = under(library, "Services aux membres.", "Services offerts")
    assert len(items) == 12 and len({item.group for item in items}) == 1
    assert [items[0].text, items[-1].text] == ["Affaires juridiques", "Formation"]


def test_the_recommendations_stand_under_the_sentence_that_brings_them(library: Library) -> None:
    brings = next(p.text for p in library.passages if p.text.endswith("recommandations :"))
    assert [p.text.split()[0] for p in under(library, "Affaires publiques.", brings)] == [
        "Établir",
        "Obtenir",
        "Mettre",
    ]


def test_the_title_of_an_orientation_heads_its_objectives(library: Library) -> None:
    title = "Poursuivre le développement du membership"
    assert [p.text for p in under(library, "ORIENTATION")][1] == title
    objectives = [p.text for p in under(library, "PLANIFICATION STRATÉGIQUE", "ORIENTATION", title, "OBJECTIFS")]
    assert objectives == [
        "communications régulières avec les membres.",
        "2.1 Susciter et entretenir des",
        "2.2 Recruter, servir et fidéliser les membres au Québec ainsi qu'auprès des organisations similaires hors "
        "Québec.",
        "2.3 Stimuler l'attractivité de la FQCS en multipliant les avantages pour les membres.",
    ]


def test_a_verb_set_apart_joins_its_sentence(library: Library) -> None:
    mandates = [p.text.split() for p in under(library, "Mandats.") if p.kind is Kind.ITEM]
    assert [words[0] for words in mandates] == ["Fournir", "Assurer", "les", "au", "les", "la"]


def test_figures_have_their_caption_above_or_below(library: Library) -> None:
    figures = [" ".join(p.text.split()) for p in library.passages if p.kind is Kind.FIGURE]
    assert figures == [
        "5 SÉANCES DU CONSEIL D'ADMINISTRATION",
        "165 HEURES D'IMPLICATION BÉNÉVOLE DES ADMINISTRATEURS",
        "1 ASSEMBLÉE GÉNÉRALE ANNUELLE",
        "Heures travaillées par les ressources de la Fédération en 2021-2022 3 205 h",
    ]


def test_a_signature_stands_under_the_heading_it_is_printed_above(library: Library) -> None:
    signed = next(p for p in library.passages if p.text.startswith("M. François Allaire"))
    assert [h.quote for h in signed.headings][-1] == "Le mot de la direction."
    assert [s.quote for s in signed.sentences] == ["M. François Allaire", "Directeur"]


def test_the_author_of_a_quotation_is_a_note(library: Library) -> None:
    author = next(p for p in library.passages if p.text.startswith("Bernard Gélinas"))
    assert (author.kind, author.text) == (Kind.NOTE, "Bernard Gélinas, Md., Coop-Santé Des Collines, Cantley")
