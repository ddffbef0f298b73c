"""The table is read strictly: what can't be read is refused with its document and its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.entries import read_entries
from ingest.errors import TableError
from ingest.services import load_lexicon
from ingest.table import read_records, table_spans
from tests.ingest.tables import HEADINGS, RULE, VALUES, a_document, a_record, row


def test_a_co_op_takes_four_rows() -> None:
    document = a_document("Titre\n\n" + a_record() + RULE + a_record("2 AUTRE COOP RÉGION 12") + "\nFin\n")
    first, second = read_records(document)
    assert (first.position, first.number.quote, first.name.quote) == (1, "1", "COOPÉRATIVE DE SANTÉ D'ESSAI")
    assert (second.position, second.name.quote, second.region.quote) == (2, "AUTRE COOP", "RÉGION 12")
    assert {column: span and span.quote for column, span in first.values.items()}["doctors"] == VALUES[3]


def test_the_region_may_stand_in_the_last_cell() -> None:
    wide = row("1 COOP D'ESSAI", "", "", "", "", "", "RÉGION 05", width=7)
    text = wide + row("12, rue Neuve", width=7) + row(*HEADINGS, width=7) + row(*VALUES, width=7)
    (record,) = read_records(a_document(text))
    assert (record.name.quote, record.region.quote) == ("COOP D'ESSAI", "RÉGION 05")


def test_a_moved_column_is_read_by_its_heading() -> None:
    order = (3, 0, 5, 1, 4, 2)
    moved = a_record(headings=tuple(HEADINGS[i] for i in order), values=tuple(VALUES[i] for i in order))
    (entry,) = read_entries(a_document(moved), load_lexicon())
    assert (entry.family_doctors.value, entry.members.value, entry.population.value) == (2, 300, 1200)


def test_values_moved_without_their_headings_are_refused() -> None:
    values = (VALUES[0], VALUES[3], VALUES[2], VALUES[5], VALUES[4], VALUES[1])
    with pytest.raises(TableError, match="médecins en place illisibles : « Clinique neuve »"):
        read_entries(a_document(a_record(values=values)), load_lexicon())


REFUSED = [
    ("ligne coupée", a_record().replace("| Clinique neuve |", "| Clinique"), 4, "il lui manque sa barre finale"),
    ("sans barre initiale", "1 COOP RÉGION 04 | | | | | |\n", 1, "n'a pas sa barre initiale"),
    ("titre absent", a_record() + a_record()[a_record().index("\n") + 1 :], 5, "on attend un titre"),
    ("sans région", a_record("1 COOP SANS REGION"), 1, "on attend un titre"),
    ("sans numéro", a_record("COOP RÉGION 04"), 1, "on attend un titre"),
    ("sans nom", a_record("7 RÉGION 04"), 1, "n'a pas de nom"),
    ("intitulé inconnu", a_record(headings=("BUDGET", *HEADINGS[1:])), 3, "intitulé de colonne inconnu : « BUDGET »"),
    ("intitulé répété", a_record(headings=(HEADINGS[1], *HEADINGS[1:])), 3, "intitulé de colonne répété"),
    ("intitulé absent", a_record(headings=HEADINGS[:5]), 3, "intitulé de colonne absent"),
    ("valeur en trop", a_record(values=(*VALUES, "en trop")), 4, "valeur sans intitulé"),
    ("cellule en moins", row("1 C RÉGION 04") + row("12, rue") + row(*HEADINGS) + "| a | b |\n", 4, "il en manque"),
    ("valeurs absentes", row("1 C RÉGION 04") + row("12, rue") + row(*HEADINGS), 3, "on attend la ligne des valeurs"),
    ("intitulés deux fois", a_record(values=HEADINGS), 4, "on attend ici les valeurs"),
    ("adresse absente", row("1 C RÉGION 04") + row(*HEADINGS) + row(*VALUES) + row("2 D RÉGION 04"), 2, "adresse"),
    ("texte au milieu", row("1 C RÉGION 04") + "suite\n" + row(*HEADINGS), 2, "ligne étrangère"),
]


@pytest.mark.parametrize(("text", "line", "problem"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_an_unreadable_row_is_refused_where_it_stands(text: str, line: int, problem: str) -> None:
    with pytest.raises(TableError, match=problem) as refused:
        read_records(a_document(text))
    assert (refused.value.document, refused.value.line) == ("essai.txt", line)
    assert str(refused.value).startswith(f"essai.txt, ligne {line} : ")


def test_a_table_of_something_else_is_left_to_prose() -> None:
    document = a_document("| Produit | Prix |\n|--|--|\n| Pommes | 3 $ |\n")
    assert read_records(document) == () == table_spans(document)


CELLS = [
    "?",
    "Aucun",
    "2 médecins de famille",
    "3-4 médecins",
    "pop. 35 256",
    "1 200 membres 3 000 dossiers",
    "",
    "œuvre",
]
CELLS += [
    "EN DÉMARRAGE",
    "Physiothérapie en développement; prise de sang.",
    "Souhaite offrir des soins de pieds",
    "GMF",
]
LINES = [
    "12, rue Neuve, Essai (Qc) JOX 1A0",
    "819 555-0101",
    "a.b@exemple.ca",
    "www.exemple.ca",
    "Contact : Anne Roy, Gérante",
]


@given(
    st.lists(st.sampled_from(CELLS), min_size=6, max_size=6),
    st.sampled_from(["?", "Aucun", "1 médecin de famille", "2 spécialistes", ""]),
    st.lists(st.sampled_from(LINES), min_size=1).map(" ".join),
)
def test_whatever_a_record_holds_its_spans_are_its_words(values: list[str], doctors: str, contact: str) -> None:
    values[3] = doctors
    document = a_document("Titre œ\n\n" + a_record(contact=contact, values=tuple(values)))
    for entry in read_entries(document, load_lexicon()):
        for cell in (entry.address, entry.contact, entry.gmf, entry.particularities, *entry.phones, *entry.emails):
            assert cell.span is None or entry.span.contains(cell.span)
            assert not cell.stated or (cell.span is not None and cell.span.quote == cell.value)
        for service in entry.services:
            assert entry.span.contains(service.clause) and service.clause.contains(service.span)
        for count in (*entry.counts, *entry.doctors, *entry.professionals):
            assert count.span.quote.endswith(count.label)
