"""What a mutation is: one thing broken, said in one French line, and the classes of cases that it concerns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from eval.door import ReplyTo
from eval.mutations.whole import Whole, remembered

Broken = Callable[[Whole, Random], ReplyTo]


@dataclass(frozen=True, slots=True)
class Mutation:
    """`name` is its function's. `drawn`: which row, cell or passage is broken is drawn by lot, never chosen.

    `steady`: the same words always have the same reply.
    """

    name: str
    what: str
    concerns: tuple[str, ...]
    broken: Broken
    drawn: bool = False
    steady: bool = True

    def door(self, whole: Whole, draw: int = 0) -> ReplyTo:
        """The door of a broken copy; the same draw always breaks the same place."""
        reply_to = self.broken(whole, Random(f"{self.name} {draw}"))
        return remembered(reply_to) if self.steady else reply_to


def mutation(what: str, *concerns: str, steady: bool = True) -> Callable[[Callable[[Whole], ReplyTo]], Mutation]:
    """Makes a mutation of a function that breaks the same thing every time."""

    def made(function: Callable[[Whole], ReplyTo]) -> Mutation:
        return Mutation(function.__name__, what, concerns, lambda whole, _: function(whole), steady=steady)

    return made


def drawn(what: str, *concerns: str) -> Callable[[Broken], Mutation]:
    """Makes a mutation of a function that draws what it breaks."""

    def made(function: Broken) -> Mutation:
        return Mutation(function.__name__, what, concerns, function, drawn=True)

    return made


def all_of(names: Mapping[str, object]) -> tuple[Mutation, ...]:
    """The mutations of a module, in the order in which they are written."""
    return tuple(value for value in names.values() if isinstance(value, Mutation))
