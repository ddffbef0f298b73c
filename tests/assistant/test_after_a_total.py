"""After a total, a ranking of regions, or a sentence that names somebody's co-op; the one service that is kept."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask


@pytest.mark.parametrize(
    "message",
    [
        "Laquelle en avait le plus ?",
        "laquelle en a le plus, dans le tableau ?",
        "qui en avait le plus à ce moment-là ?",
        "quelle coop en compte le plus ?",
    ],
)
def test_the_most_of_what_was_added(message: str) -> None:
    question = ask("Combien de dossiers en tout dans le tableau ?", message)[-1].question
    assert (question.task, question.measure, question.descending) == (Task.RANK, "files", True)


def test_the_least_of_what_was_averaged_where_it_was() -> None:
    question = ask("Quelle est la moyenne de membres en Mauricie ?", "laquelle en a le moins ?")[-1].question
    assert (question.task, question.measure, question.descending, question.regions) == (
        Task.RANK,
        "members",
        False,
        (4,),
    )


MOST = "Quelle région a le plus de coops ?"


@pytest.mark.parametrize(
    ("messages", "region"),
    [
        ((MOST, "la deuxième ?", "combien de médecins de famille en tout dans celle-là ?"), 4),
        ((MOST, "combien de membres au total dans cette région-là ?"), 16),
        ((MOST, "la deuxième ?", "la moyenne de membres là-bas ?"), 4),
        ((MOST, "la troisième ?", "quelle coop a le plus de membres dans cette région ?"), 7),
    ],
)
def test_of_the_region_last_told_of(messages: tuple[str, ...], region: int) -> None:
    assert ask(*messages)[-1].question.regions == (region,)


SIGNED = "Bernard Gélinas, Md., c'est qui ?"


@pytest.mark.parametrize("message", ["il est de quelle coop ?", "dans quelle coop travaille-t-il ?", "sa coop ?"])
def test_the_coop_of_somebody_quoted(message: str) -> None:
    assert "Des Collines" in ask(SIGNED, message)[-1].answer.text


@pytest.mark.parametrize("message", ["Vous avez le numéro de sa coop ?", "le courriel de sa clinique ?"])
def test_that_no_row_tells_of_it(message: str) -> None:
    turn = ask(SIGNED, message)[-1]
    assert turn.answer.outcome is Outcome.ABSTAIN
    assert "418" not in turn.answer.text


BLOOD = ("coops des Laurentides qui font des prises de sang", "lesquelles ont un massothérapeute aussi ?")


@pytest.mark.parametrize("message", ["enlève ça, juste les prises de sang", "oublie ça, garde les prises de sang"])
def test_the_one_that_is_kept(message: str) -> None:
    assert ask(*BLOOD, message)[-1].question.services == ("prelevements",)


@pytest.mark.parametrize(
    "message",
    [
        "laisse faire le recrutement, donne-moi toutes celles de la Mauricie",
        "oublie le recrutement, toutes les coops de la Mauricie",
    ],
)
def test_all_those_of_a_region(message: str) -> None:
    turns = ask("Quelles coops de la Mauricie recrutent ?", "et les autres ?", message)
    assert len(turns[-1].answer.entries) == 8
