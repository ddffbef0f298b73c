from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from eval.case import Case, Expectation, Turn
from eval.door import answers
from eval.judge import FollowUp, conversations, judge
from eval.reply import Reply, parse_reply
from eval.sources import Sources
from tests.eval.samples import coops

SILENT: dict[str, Any] = {
    "answer": "Les documents ne le disent pas.",
    "abstained": True,
    "clarifying": False,
    "cooperatives": [],
    "citations": [],
}
RIGHT = parse_reply(SILENT)
WRONG = replace(RIGHT, abstained=False)
TWO_TURNS = Case(
    "d-4",
    "dialogue",
    "dev",
    (
        Turn("la coop d'Aylmer ?", Expectation(abstained=True)),
        Turn("et son salaire ?", Expectation(abstained=True), "le salaire de la coop d'Aylmer ?", "champ"),
    ),
    (),
)


def given(first: Sequence[Reply], again: Sequence[Reply] | None = None, alone: Reply = RIGHT) -> dict[str, Any]:
    return {"d-4": first, "d-4#seul2": (alone,), "d-4#encore": first if again is None else again}


def test_each_turn_is_asked_in_the_conversation_of_those_before() -> None:
    heard: list[tuple[str, object]] = []

    def stand_in(message: str, conversation: Any) -> tuple[dict[str, Any], Any]:
        heard.append((message, conversation))
        return SILENT, (*(conversation or ()), message)

    assert answers(["a", "b"], stand_in) == (RIGHT, RIGHT)
    assert heard == [("a", None), ("b", ("a",))]


def test_a_case_is_asked_then_its_follow_ups_alone_then_all_again_from_the_last() -> None:
    one = replace(TWO_TURNS, id="d-6", turns=TWO_TURNS.turns[:1])
    assert list(conversations([one, TWO_TURNS])) == ["d-6", "d-4", "d-4#seul2", "d-4#encore", "d-6#encore"]
    assert conversations([TWO_TURNS])["d-4#seul2"] == ("le salaire de la coop d'Aylmer ?",)


def test_only_some_are_asked_twice(sources: Sources) -> None:
    once = replace(TWO_TURNS, id="d-1", turns=TWO_TURNS.turns[:1])
    assert list(conversations([once])) == ["d-1"]
    assert judge(once, {"d-1": [RIGHT]}, sources).passed


def test_a_case_fails_at_the_turn_that_is_wrong(sources: Sources) -> None:
    assert judge(TWO_TURNS, given([RIGHT, RIGHT]), sources).passed
    failures = judge(TWO_TURNS, given([RIGHT, WRONG]), sources).failures
    assert [(one.turn, one.check) for one in failures] == [(2, "abstained"), (2, "answered_cites"), (2, "as_alone")]


def test_a_missing_reply_fails_the_case(sources: Sources) -> None:
    assert [one.why for one in judge(TWO_TURNS, given([RIGHT]), sources).failures] == ["réponses reçues : 1, tours : 2"]


@pytest.mark.parametrize("again", [[], [RIGHT], [RIGHT, replace(RIGHT, answer="Les documents n'en disent rien.")]])
def test_another_answer_the_second_time_fails_the_case(sources: Sources, again: list[Reply]) -> None:
    failures = judge(TWO_TURNS, given([RIGHT, RIGHT], again), sources).failures
    assert [(one.turn, one.check) for one in failures] == [(0, "same_twice")]


@pytest.mark.parametrize("other", [replace(RIGHT, cooperatives=coops(23)), replace(RIGHT, clarifying=True)])
def test_a_follow_up_answers_as_the_same_question_asked_alone(sources: Sources, other: Reply) -> None:
    result = judge(TWO_TURNS, given([RIGHT, RIGHT], alone=other), sources)
    assert [(one.turn, one.check) for one in result.failures] == [(2, "as_alone")]
    assert result.follow_ups == (FollowUp("champ", True, True),)


def test_a_twin_that_is_wrong_alone_is_counted_and_blames_nobody(sources: Sources) -> None:
    result = judge(TWO_TURNS, given([RIGHT, RIGHT], alone=WRONG), sources)
    assert result.passed
    assert result.follow_ups == (FollowUp("champ", True, False),)


def test_a_twin_that_was_not_asked_fails_the_case(sources: Sources) -> None:
    unasked = {key: one for key, one in given([RIGHT, RIGHT]).items() if "seul" not in key}
    assert [one.check for one in judge(TWO_TURNS, unasked, sources).failures] == ["as_alone"]
