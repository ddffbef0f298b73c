"""A case beside what was answered: each turn's checks, then those that compare two ways of asking the same thing.

One case in four is asked twice, in two conversations far from each other: the same words must have the same answer.
What one conversation leaves behind shows in many others: some tell it as well as all. A turn that follows others is
also asked whole, alone: what a person gets in a conversation must be what it gets without.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.case import Case, Expectation
from eval.checks import check
from eval.reply import Reply
from eval.score import Asked, Score, ranks
from eval.sources import Sources

TWICE_IN = 4  # cases: one of so many is asked twice, always the same ones
Given = Mapping[str, Sequence[Reply]]  # what was answered in each conversation, by its key


@dataclass(frozen=True, slots=True)
class Failure:
    """One check that a turn (from 1) didn't pass; turn 0 is the conversation as a whole."""

    turn: int
    check: str
    why: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A turn that has a stand-alone twin: how it edits the question before, and whether each held what is expected."""

    edit: str
    followed: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Result:
    """A case with all that failed in it, and what was answered, to be read beside the reasons."""

    case: Case
    failures: tuple[Failure, ...]
    replies: tuple[Reply, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()

    @property
    def passed(self) -> bool:
        return not self.failures


def conversations(cases: Sequence[Case]) -> dict[str, tuple[str, ...]]:
    """Every conversation to have, by its key: the cases, their turns asked alone, then some again, last first."""
    asked = {case.id: tuple(turn.ask for turn in case.turns) for case in cases}
    alone = {
        _alone(case, rank): (turn.alone,) for case in cases for rank, turn in enumerate(case.turns, 1) if turn.alone
    }
    again = {_again(case): asked[case.id] for case in reversed(cases) if _asked_twice(case)}
    return {**asked, **alone, **again}


def judge(case: Case, given: Given, sources: Sources) -> Result:
    """All that failed, turn by turn."""
    replies = tuple(given.get(case.id, ()))
    failed: list[Failure] = []
    follow_ups: list[FollowUp] = []
    if len(replies) != len(case.turns):
        failed.append(Failure(0, "replies", f"réponses reçues : {len(replies)}, tours : {len(case.turns)}"))
    elif _asked_twice(case) and tuple(given.get(_again(case), ())) != replies:
        failed.append(Failure(0, "same_twice", "la même question, posée deux fois, n'a pas la même réponse"))
    messages: tuple[str, ...] = ()
    for rank, (turn, reply) in enumerate(zip(case.turns, replies, strict=False), start=1):
        messages += (turn.ask,)
        scores = check(Asked(messages, turn.expect, reply, sources))
        if turn.alone:
            followed = all(score.passed for score in scores.values())
            whole = given.get(_alone(case, rank), ())
            alone = bool(whole) and _holds((turn.alone,), turn.expect, whole[0], sources)
            follow_ups.append(FollowUp(turn.edit or "", followed, alone))
            scores["as_alone"] = (
                _as_alone(reply, whole[0]) if alone else Score(bool(whole), "sans réponse, posée seule")
            )
        failed += [Failure(rank, name, score.why) for name, score in scores.items() if not score.passed]
    return Result(case, tuple(failed), replies, tuple(follow_ups))


def _holds(messages: tuple[str, ...], expect: Expectation, reply: Reply, sources: Sources) -> bool:
    return all(score.passed for score in check(Asked(messages, expect, reply, sources)).values())


def _as_alone(reply: Reply, whole: Reply) -> Score:
    """The same co-ops and the same kind of reply as the question asked whole; its facts are the case's to check."""
    if set(reply.positions) != set(whole.positions):
        return Score(False, f"coops {ranks(reply.positions)} ; posée seule : {ranks(whole.positions)}")
    same = (reply.abstained, reply.clarifying) == (whole.abstained, whole.clarifying)
    return Score(same, "ne répond pas comme à la même question posée seule")


def _asked_twice(case: Case) -> bool:
    return zlib.crc32(case.id.encode()) % TWICE_IN == 0


def _again(case: Case) -> str:
    return f"{case.id}#encore"


def _alone(case: Case, rank: int) -> str:
    return f"{case.id}#seul{rank}"
