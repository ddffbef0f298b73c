"""Figures of tables and numbers of the prose."""

from __future__ import annotations

import pytest

from ingest.entry import State
from ingest.errors import TableError
from ingest.figures import read_figures
from ingest.library import Library
from ingest.prose import read_passages
from ingest.quantities import read_quantities
from tests.ingest.tables import a_document

FIGURES = [
    ("PRODUITS", "2021-2022 RÉEL", 235478, "$"),
    ("PRODUITS", "2020-2021 RÉEL", 134702, "$"),
    ("PRODUITS", "VARIATION 2020-2021", 75, "%"),
    ("FRAIS D'EXPLOITATION", "2021-2022 RÉEL", 227320, "$"),
    ("FRAIS D'EXPLOITATION", "2020-2021 RÉEL", 132644, "$"),
    ("FRAIS D'EXPLOITATION", "VARIATION 2020-2021", 71, "%"),
    ("EXCÉDENT (DÉFICIT)", "2021-2022 RÉEL", 8158, "$"),
    ("EXCÉDENT (DÉFICIT)", "2020-2021 RÉEL", 2058, "$"),
    ("EXCÉDENT (DÉFICIT)", "VARIATION 2020-2021", None, "%"),
]


def test_every_value_of_the_financial_table(library: Library) -> None:
    assert [(f.row.quote, f.column.quote, f.value.value, f.unit) for f in library.figures] == FIGURES
    assert library.figures[-1].value.state is State.UNSAID


@pytest.mark.parametrize("row", ["\t1 $\t2 $", "Frais\tbeaucoup\t2 $", "Frais\t1 $\t2 $\t3 $"])
def test_an_unreadable_figure_is_refused(row: str) -> None:
    with pytest.raises(TableError, match="ligne 3"):
        read_figures(a_document(f"Titre\nPOSTE\t2021\t2020\n{row}\n"))


QUANTITIES = [
    (
        "On compte près de **40 coopératives de santé** ici.",
        40,
        "près de",
        "cooperative",
        "près de **40 coopératives de santé**",
    ),
    ("Plus de 130 médecins travaillent.", 130, "Plus de", "medecin", "Plus de 130 médecins"),
    ("Par 206 médecins omnipraticiens, ensemble.", 206, "", "medecin", "206 médecins omnipraticiens"),
    ("Trois membres auxiliaires", 3, "", "membre", "Trois membres auxiliaires"),
    ("Six (6) coopératives ont été appuyées", 6, "", "cooperative", "Six (6) coopératives"),
    ("Une trentaine de participants étaient là", 30, "Une trentaine", "participant", "Une trentaine de participants"),
    ("à un taux unique de 28 \\$ / heure.", 28, "", "$", "28 \\$ / heure"),
    ("plus de 50% des coopératives de santé sont là", 50, "plus de", "%", "plus de 50% des coopératives de santé"),
    ("à moins de 15 km d'un centre", 15, "moins de", "km", "moins de 15 km"),
    ("au cours des 10 dernières années, elle a", 10, "", "annee", "10 dernières années"),
    ("à titre de 46^e membre", 46, "", "membre", "46^e membre"),
    ("ils gèrent 280 000 dossiers médicaux.", 280000, "", "dossier", "280 000 dossiers médicaux"),
    ("en moyenne, 2 500 membres", 2500, "en moyenne", "membre", "en moyenne, 2 500 membres"),
]


@pytest.mark.parametrize(("text", "number", "about", "noun", "quote"), QUANTITIES)
def test_a_number_and_what_it_counts(text: str, number: float, about: str, noun: str, quote: str) -> None:
    (found,) = read_quantities(read_passages(a_document(f"Titre\n\n- {text}.\n")))
    assert (found.number, found.about, found.noun, found.span.quote) == (number, about, noun, quote)


NOTHING_COUNTED = [
    "En 2008, elle a ouvert.",
    "Le rapport 2021-2022 le dit.",
    "Rencontre du 3 mars dernier.",
    "En août 2021",
]


@pytest.mark.parametrize("text", NOTHING_COUNTED)
def test_a_date_counts_nothing(text: str) -> None:
    assert read_quantities(read_passages(a_document(f"Titre\n\n- {text}\n"))) == ()


def test_the_numbers_of_the_corpus(library: Library) -> None:
    found = {(q.number, q.noun) for q in library.quantities}
    assert {(35, "cooperative"), (10, "region"), (70000, "membre"), (180000, "patient"), (50, "infirmiere")} <= found
    assert {(12, "region"), (137, "infirmiere"), (44, "professionnel"), (4, "entente"), (165, "heure")} <= found
    assert all(q.sentence.contains(q.span) for q in library.quantities)
