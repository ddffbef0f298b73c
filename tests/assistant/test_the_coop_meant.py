"""Which co-op a first message is of: whose hours, about how many, one told apart from where it stands, for what."""

from __future__ import annotations

import pytest

from assistant.question import Task
from tests.assistant.asking import ask, understood


@pytest.mark.parametrize(
    ("message", "position"),
    [
        ("Le sans rendez-vous, chez Robert-Cliche, c'est ouvert combien d'heures semaine ?", 28),
        ("chez Robert-Cliche, le sans rendez-vous, c'est combien d'heures ?", 28),
        ("À Thurso, le sans rendez-vous, c'est quelles heures ?", 22),
        ("Les prises de sang à Eastman, c'est combien d'heures par semaine ?", 16),
    ],
)
def test_hours_of_a_service_are_of_the_coop_named(message: str, position: int) -> None:
    question = understood(message)
    assert (question.task, question.subjects, question.topic) == (Task.TOPIC, (position,), "hours")


@pytest.mark.parametrize(
    ("message", "position"),
    [
        ("Environ huit docteurs à Contrecoeur, c'est exact ?", 43),
        ("dix médecins, ou à peu près, à Eastman : ma tante a-tu raison ?", 16),
        ("à peu près cinq docteurs à Shawinigan, c'est bien ça ?", 8),
        ("Dans les environs de 80 membres à la coop de Bedford, c'est exact ?", 39),
    ],
)
def test_about_how_many_is_near_nothing(message: str, position: int) -> None:
    question = understood(message)
    assert (question.task, question.subjects) == (Task.FIELDS, (position,))


@pytest.mark.parametrize("message", ["un médecin aux environs de Contrecoeur", "un docteur autour de Shawinigan"])
def test_around_a_place(message: str) -> None:
    assert understood(message).task is Task.LIST


@pytest.mark.parametrize(
    ("message", "scope"),
    [
        ("J'hésite entre deux coops de Gatineau, la Basse-Lièvre pis Aylmer. Qui a le plus de médecins ?", {20, 23}),
        ("Entre deux coops de la Mauricie, Shawinigan et Sainte-Thècle, laquelle a le plus de membres ?", {8, 11}),
        ("Je balance entre deux coops, Thurso et Aylmer : laquelle compte le plus de médecins ?", {22, 23}),
    ],
)
def test_two_of_a_place_are_compared_alone(message: str, scope: set[int]) -> None:
    question = understood(message)
    assert (question.task, set(question.scope)) == (Task.RANK, scope)


def test_the_coop_of_a_town_named_before_it() -> None:
    question = understood("Saint-Isidore en Montérégie, la coop santé : les spécialistes, c'est en quoi ?")
    assert (question.task, question.subjects) == (Task.OFFER, (42,))


@pytest.mark.parametrize(
    "message",
    [
        "On peut y consulter pour quoi, au juste ?",
        "pour quels problèmes peut-on y consulter ?",
        "y vont pour quoi, le monde ?",
        "on y soigne quoi ?",
    ],
)
def test_for_what_one_goes_there(message: str) -> None:
    last = ask("quelle coop à Thurso ?", message)[-1]
    assert last.question.subjects == (22,)
    assert "prélèvement" in last.answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Le podologue de Ferme-Neuve, il est là quels jours ?",
        "L'ostéopathe à Frampton, c'est quelles heures ?",
        "Le massothérapeute d'Eastman, y est là quels jours ?",
    ],
)
def test_hours_of_what_the_row_does_not_tell_are_sought_around(message: str) -> None:
    assert understood(message).task is Task.LIST
