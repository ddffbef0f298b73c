"""Counts of right answers: by class, by family, by way of asking, and what following up loses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from eval.case import EDITS, WAYS
from eval.judge import FollowUp, Result

_Z = 1.96  # a 95 % interval


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a kind are right. `low` and `high` are the 95 % confidence interval of the rate, from 0 to 1."""

    name: str
    right: int
    total: int

    @property
    def rate(self) -> float:
        return self.right / self.total if self.total else 0.0

    @property
    def low(self) -> float:
        return wilson(self.right, self.total)[0]

    @property
    def high(self) -> float:
        return wilson(self.right, self.total)[1]


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % confidence interval of a rate, honest for few cases and near 0 or 1 (Wilson's score, 1927)."""
    if total == 0:
        return 0.0, 1.0
    rate, square = right / total, _Z * _Z
    centre = (rate + square / (2 * total)) / (1 + square / total)
    half = _Z * sqrt(rate * (1 - rate) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, centre - half), min(1.0, centre + half)


def by_class(results: Sequence[Result]) -> list[Tally]:
    """The classes in alphabetical order, then all the cases ("ensemble")."""
    return [*_grouped(results, lambda one: one.case.kind), _of("ensemble", results)]


def by_way(results: Sequence[Result]) -> list[Tally]:
    """The cases of families by way of asking, in the order of `WAYS`."""
    asked = [one for one in results if one.case.way]
    return sorted(_grouped(asked, lambda one: one.case.way or ""), key=lambda one: WAYS.index(one.name))


def families(results: Sequence[Result]) -> Tally:
    """The families, each right only if all its cases are."""
    whole: dict[str, bool] = {}
    for one in results:
        if one.case.family:
            whole[one.case.family] = whole.get(one.case.family, True) and one.passed
    return Tally("familles", sum(whole.values()), len(whole))


@dataclass(frozen=True, slots=True)
class Loss:
    """Over turns of one kind of edit: how many are right as a follow-up, and as the same question asked alone."""

    edit: str
    followed: int
    alone: int
    total: int

    @property
    def points(self) -> float:
        """What following up loses, in points of a hundred; negative where it helps."""
        return 100 * (self.alone - self.followed) / self.total if self.total else 0.0


def losses(results: Iterable[Result]) -> list[Loss]:
    """The follow-up loss by kind of edit, in the order of `EDITS`, then of all; empty without follow-ups."""
    turns = [turn for one in results for turn in one.follow_ups]
    kinds = [edit for edit in ("", *EDITS) if any(turn.edit == edit for turn in turns)]
    kept = [_loss(edit or "autre", [turn for turn in turns if turn.edit == edit]) for edit in kinds]
    return [*kept, _loss("ensemble", turns)] if turns else []


def failed_checks(results: Iterable[Result]) -> list[tuple[str, int]]:
    """How many cases each check failed, most first."""
    counts: dict[str, int] = {}
    for result in results:
        for name in {failure.check for failure in result.failures}:
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _grouped(results: Sequence[Result], key: Callable[[Result], str]) -> list[Tally]:
    return [_of(name, [one for one in results if key(one) == name]) for name in sorted({key(one) for one in results})]


def _of(name: str, results: Sequence[Result]) -> Tally:
    return Tally(name, sum(one.passed for one in results), len(results))


def _loss(edit: str, turns: Sequence[FollowUp]) -> Loss:
    return Loss(edit, sum(turn.followed for turn in turns), sum(turn.alone for turn in turns), len(turns))
