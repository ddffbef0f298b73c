"""What a sequel leaves unsaid: others than the one asked about, the list gone back to, another end of a ranking."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask, understood

PODIATRY = "Quelles coops offrent la podiatrie ?"
NURSE = "La coop de Contrecoeur a-t-elle une infirmière ?"


def shown(*messages: str) -> tuple[int, ...]:
    """The co-ops that the last reply presents."""
    return tuple(f.entry.position for f in ask(*messages)[-1].answer.entries)


SAID = [
    (("La coop de Bedford a-t-elle un médecin ?", "la plus proche qui en a un ?"), (46,)),
    (
        ("Quelles coops offrent la podiatrie ?", "Et la nutrition ?", "revenons à la podiatrie : celle de Charlevoix"),
        (4,),
    ),
    (("Des coops à moins de 40 km de Saint-Hyacinthe ?", "la plus proche, est-ce qu'elle a un physio ?"), (48,)),
    (("Compare Thurso et Aylmer", "les autres coops de la même région ?"), (20, 21, 24, 25)),
    (("Quelle coop a le plus de médecins ?", "combien de membres ?", "et celle qui a le moins de dossiers ?"), (9,)),
    (("La coop de Thurso a combien de membres ?", "et en Estrie, y a-t-il une coop ?"), (15, 16, 17)),
    (("Quelles coops sont en Lanaudière ?", "c'est de la massothérapie ?"), (32,)),
    (("les courriels de Thurso", "Toutes celles de Lanaudière, en tableau"), (32,)),
    ((PODIATRY, "celle de Charlevoix, son numéro", "partout au Québec, la podiatrie"), (4, 34)),
    (("Quelles coops de Gatineau ont un suivi de grossesse ?", "oublie le suivi"), (21, 25, 23, 20)),
    (("sans rendez-vous en Mauricie", "le rendez-vous, ça m'est égal"), tuple(range(7, 15))),
    (("Combien de médecins à Thurso et combien à Aylmer ?",), (22, 23)),
    (("À part Les Grès et celle de Sainte-Thècle, les coops de la Mauricie",), (7, 8, 9, 10, 12, 14)),
]


@pytest.mark.parametrize(("messages", "positions"), SAID)
def test_what_is_left_unsaid_is_understood(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


def test_others_are_not_the_one_asked_about() -> None:
    everywhere = shown("quelles coops ont une infirmière ?")
    assert 43 in everywhere
    assert shown(NURSE, "quelles autres cliniques en ont une ?") == tuple(p for p in everywhere if p != 43)


def test_a_co_op_spoken_of_as_they_is_the_only_one_of_its_town() -> None:
    assert understood("À Saint-Bernard, est-ce qu'ils ont un psychologue ?").subjects == (30,)
    assert understood("À Gatineau, ont-ils un psychologue ?").task is Task.LIST  # four stand there


def test_a_condition_that_may_be_met_or_not_is_none() -> None:
    assert shown("coops à 40 km de Granby, avec ou sans infirmière ?") == shown("coops à 40 km de Granby ?")


def test_near_home_is_around_the_place_told() -> None:
    question = understood("J'habite à Granby. Quelles coops y a-t-il près de chez nous ?")
    assert question.place is not None
    assert not question.strict


def test_what_each_one_has_is_told_of_each() -> None:
    assert understood("combien de médecins dans chaque coop de l'Outaouais ?").fields == ("doctors",)
    assert understood("combien de médecins dans les coops de l'Outaouais ?").task is Task.SUM


def test_every_mention_of_a_service_is_quoted_with_its_heading() -> None:
    assert "« psychiatrie »" in ask("La coop de Gatineau sur Gréber a-t-elle des spécialistes ?")[-1].answer.text
    assert "« À VENIR […] Vaccinations" in ask("La coop de Chénéville fait-elle de la vaccination ?")[-1].answer.text


def test_a_year_that_no_column_is_of_has_no_figure() -> None:
    asked = "De quel pourcentage les produits de la Fédération ont-ils augmenté entre 2017-2018 et 2018-2019 ?"
    assert ask(asked)[-1].answer.outcome is Outcome.ABSTAIN


def test_why_a_column_is_so_is_answered_of_that_column() -> None:
    told = ask("Est-ce qu'il y a un médecin à la coop de Bedford ?", "pourquoi ils en recrutent pas ?")[-1]
    assert told.question.fields == ("recruiting",)
    assert told.question.subjects == (39,)
