"""Co-ops, regions and years put one beside the other, in lists, with strokes, "vs", "contre" or "chacune"."""

from __future__ import annotations

import pytest

from assistant.question import Task
from assistant.times import both_written
from tests.assistant.asking import ask, understood


@pytest.mark.parametrize(
    ("message", "subjects"),
    [
        ("téléphone de Thurso / Aylmer", (22, 23)),
        ("membres : Frampton, Eastman, Thurso", (31, 16, 22)),
        ("téléphone Eastman vs Aylmer", (16, 23)),
        ("Thurso dessert combien de monde, pis Arundel combien ?", (22, 33)),
        ("Combien de monde dessert Thurso, puis Arundel ?", (22, 33)),
        ("le courriel de la coop de Saint-Isidore, Québec", (42,)),  # the province
        ("la coop de Pointe-du-Lac, Trois-Rivières : qui contacter ?", (7,)),  # its town
    ],
)
def test_names_one_behind_the_other_are_all_asked_of(message: str, subjects: tuple[int, ...]) -> None:
    assert understood(message).subjects == subjects


def test_where_a_care_is_given_of_two_coops_asks_which_gives_it() -> None:
    asked = understood("Où est-ce qu'on fait de la physio, à Thurso ou à Aylmer ?")
    assert (asked.task, asked.services) == (Task.OFFER, ("physiotherapie",))
    assert understood("Où est la coop de Thurso et celle d'Aylmer ?").fields == ("address",)


@pytest.mark.parametrize(
    "message",
    [
        "Outaouais vs Estrie, combien de coops ?",
        "Combien de coops en Outaouais et en Estrie, respectivement ?",
        "L'Outaouais contre l'Estrie : combien de coops chacune ?",
    ],
)
def test_regions_against_each_other_are_counted_apart(message: str) -> None:
    asked = understood(message)
    assert (asked.task, set(asked.regions)) == (Task.BY_REGION, {7, 5})


def test_a_year_against_the_one_before_writes_both() -> None:
    assert both_written("charges 2021-2022 vs l'année d'avant") == "charges 2021-2022 et 2020-2021"


def test_a_mark_that_ends_the_question_in_quotes_is_spoken_of() -> None:
    asked = understood("À quelles coops a-t-on mis un « ? » à la place des services ?")
    assert [f.name for f in asked.filters] == ["services_text"]  # type: ignore[attr-defined]
    assert understood("Quelles coops n'ont aux services qu'un « ? »").filters == asked.filters


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Mettez côte à côte le nombre de membres de la Basse-Lièvre et celui d'Aylmer", {20, 23}),
        ("Le nombre de membres de la Basse-Lièvre et d'Aylmer côte à côte", {20, 23}),
        ("Mets côte à côte les médecins d'Aylmer et ceux de Thurso", {22, 23}),
        ("Place côte à côte les dossiers de Thurso et de Val-Morin", {22, 37}),
    ],
)
def test_two_put_side_by_side_are_compared(message: str, positions: set[int]) -> None:
    assert {e.entry.position for e in ask(message)[-1].answer.entries} == positions
