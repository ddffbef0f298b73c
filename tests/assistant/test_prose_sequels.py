"""Sequels over the prose that name little or nothing: a rank, a year, a kind of thing, or only "c'est rendu où ?"."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask

OBJECTIVES = "Quels sont les objectifs de l'orientation 2 ?"
PROJECTS = "Quels sont les grands projets de la Fédération ?"
NURSES = "Combien d'infirmières dans le réseau en 2021-2022 ?"
COOPS = "La Fédération représente combien de coops de santé d'après son rapport 2021-2022 ?"
MEMOIR = "Quelles sont les principales recommandations du mémoire prébudgétaire ?"

SAID = [
    ((PROJECTS, "la deuxième"), "UNI-T"),
    ((PROJECTS, "pis l'autofinancement"), "TELUS"),
    (("L'étude de préfaisabilité dans le nord du Québec ?", "c'est rendu où ?"), "en cours"),
    (("Le rendez-vous 2021, combien de participants ?", "c'était quoi au juste ?"), "coopération et de la mutualité"),
    (("Qui a été rencontré à l'Assemblée nationale ?", "et qui encore ?"), "Lecours"),
    ((NURSES, "les médecins, même année"), "206"),
    (("Combien de médecins dans le réseau en 2014 ?", "pis les infirmières, pareil"), "50 infirmières"),
    ((COOPS, "en 2014, c'était combien"), "35 coopératives"),
    ((COOPS, "et en 2014 ?", "non pas en 2014 ça, en 2021-2022"), "près de 40"),
    (("C'est quoi le surplus de la Fédération ?", "pis l'an passé ?", "de combien ça a monté"), "6 100"),
    ((MEMOIR, "c'était déposé à qui ?"), "ministre des Finances"),
    ((MEMOIR, "c'était déposé à qui ?", "pour quelle année"), "2022-2023"),
    (("Quel est le téléphone de la Fédération ?", "c'est quoi leur courriel", "adresse postale aussi"), "Lévis"),
    (("C'est quoi l'objectif 2.3 ?", "pis 3.1"), "mode de calcul"),
    (("Combien de médecins selon le rapport annuel ?", "et l'autre document ?"), "130 médecins"),
    (("Combien d'infirmières dans le réseau en 2014 ?", "de plus qu'en 2022 ?"), "+87"),
    (("Qui est Roger Bertrand ?", "avec qui d'autre ?"), "Forgues"),
]


@pytest.mark.parametrize(("messages", "said"), SAID)
def test_a_sequel_that_names_little_is_of_what_was_spoken_of(messages: tuple[str, ...], said: str) -> None:
    answer = ask(*messages)[-1].answer
    assert answer.outcome is Outcome.ANSWERED
    assert said in answer.text


RANKED = [
    ((PROJECTS, "le 3e, ses ententes"), "le troisième projet, ses ententes"),
    ((PROJECTS, "le 3e, ses ententes", "pis le 9"), "pis le 9"),
    (
        ("Quels sont les mandats de la Fédération ?", "y en a combien en tout ?"),
        "Combien de mandats de la Fédération ?",
    ),
    ((OBJECTIVES, "pis la 4"), "Quels sont les objectifs de l'orientation 4 ?"),
    ((OBJECTIVES, "et la première ?", "la suivante"), "Quels sont les objectifs de l'orientation 2 ?"),
]


@pytest.mark.parametrize(("messages", "asked"), RANKED)
def test_a_rank_alone_is_of_the_things_listed(messages: tuple[str, ...], asked: str) -> None:
    assert ask(*messages)[-1].question.message == asked


@pytest.mark.parametrize("asks", ["quelle date ?", "depuis quand ?", "c'est pour quand ?"])
def test_no_date_of_something_else_is_given(asks: str) -> None:
    assert ask("Le kiosque à la journée carrière, c'était où ?", asks)[-1].answer.outcome is Outcome.ABSTAIN


def test_what_is_asked_behind_an_ok_is_no_thanks() -> None:
    turns = ask("Quels étaient les revenus en 2020-2021 ?", "ok et en 2014 le surplus c'etait quoi")
    assert turns[-1].question.task is Task.PROSE
    assert turns[-1].answer.outcome is Outcome.ABSTAIN


def test_who_that_is_asks_of_what_is_named_beside_it() -> None:
    assert ask("La CDROL, c'est qui ça ?")[-1].question.task is Task.PROSE
    assert ask("c'est qui ça ?")[-1].question.task is Task.SOCIAL


def test_whom_a_coop_wants_to_serve_is_told_in_its_cells() -> None:
    turns = ask("la coop Villeray a-t-elle un médecin ?", "elle veut servir qui au juste")
    assert "jeunes familles" in turns[-1].answer.text
