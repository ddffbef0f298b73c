"""After we asked which co-op is meant: all of them, or the one that has what is said."""

from __future__ import annotations

import pytest

from tests.assistant.asking import ask

WHERE = "Où se trouve la coopérative de santé de Sherbrooke ?"


@pytest.mark.parametrize(
    "then",
    [
        "L'une et l'autre, je veux les deux adresses.",
        "je sais pas, mets les deux",
        "aussi bien l'une que l'autre",
        "peu importe",
        "toutes les deux s'il vous plaît",
        "pour chacune des deux",
    ],
)
def test_all_of_them_are_told(then: str) -> None:
    question = ask(WHERE, then)[-1].question
    assert (question.subjects, question.fields) == ((15, 17), ("address",))


@pytest.mark.parametrize(
    "conversation",
    [
        (WHERE, "celle qui fait de l'activité physique"),
        (WHERE, "les deux", "Et pour de l'activité physique, ce serait laquelle ?"),
        (WHERE, "l'une et l'autre", "laquelle fait de l'activité physique ?"),
        (WHERE, "les deux svp", "côté activité physique, je vais à laquelle ?"),
    ],
)
def test_the_one_of_them_that_has_it(conversation: tuple[str, ...]) -> None:
    assert [f.entry.position for f in ask(*conversation)[-1].answer.entries] == [17]


def test_another_list_is_still_asked_anew() -> None:
    question = ask("qui offre la podiatrie en Estrie ?", "et pour l'acupuncture, c'est lesquelles ?")[-1].question
    assert (question.services, question.scope) == (("acupuncture",), ())
