"""The score by class, with the interval that so few cases leave, and why each case failed.

classe          justes / cas    taux   intervalle à 95 %
attribut             33 / 35    94 %        81 à 98 %
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from eval.case import Case

_Z = 1.96  # a 95 % interval


@dataclass(frozen=True, slots=True)
class Failure:
    """One check that a turn (from 1) didn't pass; turn 0 is the conversation as a whole."""

    turn: int
    check: str
    why: str


@dataclass(frozen=True, slots=True)
class Result:
    """A case with all that failed in it, and what was answered, to be read beside the reasons."""

    case: Case
    failures: tuple[Failure, ...]
    answers: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.failures


def wilson(passed: int, total: int) -> tuple[float, float]:
    """The 95 % confidence interval of a rate, honest for few cases and near 0 or 1 (Wilson's score)."""
    if total == 0:
        return 0.0, 1.0
    rate, square = passed / total, _Z * _Z
    centre = (rate + square / (2 * total)) / (1 + square / total)
    half = _Z * sqrt(rate * (1 - rate) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, centre - half), min(1.0, centre + half)


def table(results: Sequence[Result]) -> str:
    """The marks by class, in alphabetical order, then of all the cases, and of the families where there are some."""
    kinds = sorted({result.case.kind for result in results})
    lines = [f"{'classe':<16}{'justes / cas':>14}{'taux':>8}   intervalle à 95 %"]
    lines += [_line(kind, [one.passed for one in results if one.case.kind == kind]) for kind in kinds]
    lines.append(_line("ensemble", [one.passed for one in results]))
    families = sorted({one.case.family for one in results if one.case.family})
    if families:
        whole = [all(one.passed for one in results if one.case.family == family) for family in families]
        lines.append(_line("familles", whole))
    return "\n".join(lines)


def failures(results: Iterable[Result]) -> str:
    """Each failed case: what was asked, what went wrong, and the beginning of what was answered."""
    return "\n\n".join(_failure(result) for result in results if not result.passed)


def failed_checks(results: Iterable[Result]) -> str:
    """How many cases each check failed, most first."""
    counts: dict[str, int] = {}
    for result in results:
        for name in {failure.check for failure in result.failures}:
            counts[name] = counts.get(name, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return "\n".join(f"{name:<18}{count:>5}" for name, count in ordered)


def _line(name: str, passed: Sequence[bool]) -> str:
    right, total = sum(passed), len(passed)
    low, high = wilson(right, total)
    rate = f"{100 * right / total:.0f} %" if total else "–"
    return f"{name:<16}{right:>6} / {total:<5}{rate:>8}   {100 * low:.0f} à {100 * high:.0f} %"


def _failure(result: Result) -> str:
    lines = [f"{result.case.id}  ({result.case.kind})"]
    for rank, turn in enumerate(result.case.turns, start=1):
        lines.append(f"  {rank}. {turn.ask}")
        if rank <= len(result.answers):
            lines.append(f"     → {_short(result.answers[rank - 1])}")
        lines += [f"     ✗ {one.check} : {one.why}" for one in result.failures if one.turn == rank]
    lines += [f"  ✗ {one.check} : {one.why}" for one in result.failures if one.turn == 0]
    return "\n".join(lines)


def _short(text: str, most: int = 300) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
