"""Sequels said in other words: a shorter answer, yes or no asked at the end, the Federation's fax, those counted."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask

THURSO = "Quels services offre la coop de Thurso ?"
FEDERATION = "adresse des bureaux de la Fédération svp"


@pytest.mark.parametrize(
    "message",
    [
        "fais-moi une version plus courte",
        "une version abrégée svp",
        "pouvez-vous raccourcir un peu ?",
        "pourriez-vous me redire cela plus brièvement ?",
        "tu peux me dire ça en moins de mots ?",
        "résume donc",
        "résume-moi ça un peu",
        "en plus succinct, s'il vous plaît",
        "redis-moi ça en plus simple",
    ],
)
def test_shorter(message: str) -> None:
    turn = ask(THURSO, message)[-1]
    assert turn.question.form == "short"
    assert [f.entry.position for f in turn.answer.entries] == [22]
    assert turn.answer.outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    "message",
    [
        "Faites-moi un petit résumé de celle qui est à Contrecoeur.",
        "J'aimerais un court résumé de la coop de Contrecoeur",
        "un bref résumé de la coop de Contrecoeur svp",
        "fais un tout petit résumé de celle de Contrecoeur",
    ],
)
def test_a_small_summary_is_of_the_coop(message: str) -> None:
    turn = ask("bonjour", message)[-1]
    assert turn.question.task is Task.CARD
    assert [f.entry.position for f in turn.answer.entries] == [43]


@pytest.mark.parametrize(
    "message",
    [
        "là-bas, il y a un audioprothésiste ou non ?",
        "sur place, il y a une travailleuse sociale ou non",
        "dans cette coop-là, il y a un kiné, oui ou non ?",
        "est-ce qu'ils offrent de l'ostéopathie ou bien non ?",
    ],
)
def test_yes_or_no_of_the_coop_talked_of(message: str) -> None:
    turn = ask("combien de gens attendent à la coop de Ville-Marie ?", message)[-1]
    assert turn.question.task is Task.OFFER
    assert [f.entry.position for f in turn.answer.entries] == [26]


@pytest.mark.parametrize(
    "message",
    [
        "Montre-moi toutes les coops de Gatineau, qu'elles recrutent ou non",
        "quelles coops à Gatineau, qu'il y ait un médecin ou non ?",
        "Les coops de Gatineau, avec un médecin ou non",
    ],
)
def test_a_condition_met_or_not_is_none(message: str) -> None:
    turn = ask(message)[-1]
    assert turn.question.task is Task.LIST and not turn.question.filters and not turn.question.services


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("et une ligne 1-800, vous en avez une ?", "1.800.456.5317"),
        ("y a-t-il un numéro sans frais ?", "1.800.456.5317"),
    ],
)
def test_another_detail_of_the_federation(message: str, said: str) -> None:
    assert said in ask(FEDERATION, message)[-1].answer.text


@pytest.mark.parametrize("message", ["pis leur fax", "et leur télécopieur ?", "le fax aussi", "leur fax svp"])
def test_the_fax_asked_is_the_federations(message: str) -> None:
    question = ask(FEDERATION, message)[-1].question
    assert question.task is Task.PROSE and "Fédération" in question.message


@pytest.mark.parametrize(
    "message",
    [
        "Même chose pour la Fédération, s'il vous plaît.",
        "pareil pour la fédé",
        "même question pour la FQCS",
        "même affaire pour la Fédération",
    ],
)
def test_the_same_of_the_federation(message: str) -> None:
    assert "info@fcsdsq.coop" in ask("À quel courriel écrire à la coop de Thurso ?", message)[-1].answer.text


@pytest.mark.parametrize(
    "message",
    [
        "donc y en a combien en tout ?",
        "alors il y en a combien au total ?",
        "il y en a combien en tout",
        "donc, y en a combien en tout ?",
    ],
)
def test_those_listed_counted(message: str) -> None:
    turn = ask("liste des coops en Estrie", message)[-1]
    assert turn.question.task is Task.COUNT and len(turn.answer.entries) == 3


def test_in_post_since_when_asks_no_doctors() -> None:
    turn = ask("qui est la directrice de la coop de Ville-Marie ?", "elle est en poste depuis quand ?")[-1]
    assert "doctors" not in turn.question.fields and "9 médecins" not in turn.answer.text
