"""Words found in cells: the clause that holds them, and nothing where only a part of them stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cells import best_segment, cells_with, entries_with_stems, segments, with_what_it_points_at
from tests.factories import a_document, an_entry, place, stated

ENTRY = an_entry(
    "Coop de Thurso",
    services="Physiothérapie ; prise de sang le mardi. Vaccination",
    particularities="Clinique mobile : trois infirmières ; ouverte le soir",
)


@pytest.mark.parametrize(
    ("wanted", "quotes"),
    [
        ("physiotherapie", ["Physiothérapie"]),
        ("prise de sang", ["prise de sang le mardi"]),
        ("clinique mobile", ["Clinique mobile"]),
        ("trois infirmieres", ["trois infirmières"]),
        ("thurso", ["Coop de Thurso"]),
        ("sang prise", []),
        ("infirm", []),
        ("le", ["prise de sang le mardi", "ouverte le soir"]),
    ],
)
def test_words_in_a_row_give_the_clause_that_holds_them(wanted: str, quotes: list[str]) -> None:
    assert [span.quote for span in cells_with(ENTRY, wanted)] == quotes


def test_only_the_fields_asked_are_read() -> None:
    assert cells_with(ENTRY, "le", ("particularities",))[0].quote == "ouverte le soir"
    assert cells_with(ENTRY, "thurso", ("services_text",)) == ()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (("infirmiere",), True),
        (("vaccinations",), True),
        (("infirmiere", "mobile"), True),  # two clauses of one cell
        (("infirmiere", "vaccination"), False),  # two cells
    ],
)
def test_every_word_must_stand_in_one_cell(wanted: tuple[str, ...], found: bool) -> None:
    assert bool(entries_with_stems((ENTRY,), wanted)) is found


def test_entries_are_those_of_which_one_cell_holds_every_word() -> None:
    other = an_entry("Coop d'Aylmer", position=2, services="Vaccination")
    assert entries_with_stems((ENTRY, other), ("dentiste",)) == ()
    assert entries_with_stems((ENTRY, other), ("vaccination",)) == (1, 2)
    assert entries_with_stems((ENTRY, other), ("sang", "vaccination")) == (1,)


@pytest.mark.parametrize(
    ("wanted", "share", "quotes"),
    [
        ((), 0.0, []),
        (("stationnement",), 0.0, []),
        (("sang", "mardi"), 1.0, ["prise de sang le mardi"]),
        (("sang", "stationnement"), 0.5, ["prise de sang le mardi"]),
        (("clinique", "ouverte"), 0.5, ["Clinique mobile", "ouverte le soir"]),
    ],
)
def test_the_best_clauses_are_those_that_hold_most_of_the_words(
    wanted: tuple[str, ...], share: float, quotes: list[str]
) -> None:
    found, spans = best_segment(ENTRY, wanted)
    assert (found, [span.quote for span in spans]) == (share, quotes)


@given(st.text(alphabet="aé ;.:0\n,", min_size=1, max_size=60).filter(lambda text: text.strip(" ;.:\n,")))
def test_clauses_are_in_order_apart_and_lose_no_letter(text: str) -> None:
    whole = place(text, a_document(text))
    found = segments(whole)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(span.quote == span.quote.strip() for span in found)
    letters = "".join(span.quote for span in found)
    assert [c for c in letters if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_decimal_point_does_not_end_a_clause() -> None:
    cell = stated("Ouvert à 8.30 h. Fermé le soir")
    assert cell.span is not None
    assert [span.quote for span in segments(cell.span)] == ["Ouvert à 8.30 h", "Fermé le soir"]


def test_a_clause_that_points_back_is_quoted_with_what_it_points_at() -> None:
    entry = an_entry(particularities="Membre de Valeurs du Nord. Cette certification est un gage. Gym")
    assert entry.particularities.span is not None
    first, second, third = segments(entry.particularities.span)
    assert with_what_it_points_at(entry, second).quote == "Membre de Valeurs du Nord. Cette certification est un gage"
    assert [with_what_it_points_at(entry, clause) for clause in (first, third)] == [first, third]
