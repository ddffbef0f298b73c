"""What every check is: a function from one reply, with what was asked, to a score that says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from eval.case import Expectation
from eval.reply import Reply
from eval.sources import Sources


@dataclass(frozen=True, slots=True)
class Asked:
    """One reply under test, with every message up to it."""

    messages: tuple[str, ...]
    expect: Expectation
    reply: Reply
    sources: Sources


@dataclass(frozen=True, slots=True)
class Score:
    """Whether a check passed and, where it didn't, why, in one French sentence."""

    passed: bool
    why: str = ""


Check = Callable[[Asked], Score]


def none_of(problems: Iterable[str]) -> Score:
    """Passed where there is no problem; otherwise all of them."""
    found = list(problems)
    return Score(not found, " ; ".join(found))


def ranks(positions: Iterable[int]) -> str:
    """Ranks of the table as a sentence lists them."""
    return ", ".join(str(position) for position in sorted(positions)) or "aucune"
