"""Words that dress a question about the table neither refuse nor narrow it; and no column is without a title."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.answerers.tabulated import _columns
from assistant.idle import is_idle
from assistant.question import Question, Task
from tests.assistant.asking import ask

TOLD_AND_IDLE = (
    "Je veux leur envoyer un message : quelles coops de la Mauricie n'ont pas de courriel ?",
    "Dans les Laurentides, en oubliant le reste, quelles coops ont un site web ?",
)


@pytest.mark.parametrize("asked", TOLD_AND_IDLE)
def test_a_list_is_not_refused_for_a_word_that_narrows_nothing(asked: str) -> None:
    turn = ask(asked)[-1]
    assert turn.answer.outcome is Outcome.ANSWERED and turn.question.task is Task.LIST
    assert not turn.question.unsaid_words


@pytest.mark.parametrize("word", ["stationnement", "piscine", "bilingue", "gratuit", "sauf", "cannabis"])
def test_a_word_that_a_clinic_may_have_or_be_is_not_idle(word: str) -> None:
    assert not is_idle(word)


def test_behind_an_article_only_the_very_word_is_idle() -> None:
    assert is_idle("marque") and not is_idle("marque", "quelle")


def test_the_whole_record_is_no_column() -> None:
    assert _columns(Question("", Task.LIST, fields=("card", "phones"))) == ("phones",)
