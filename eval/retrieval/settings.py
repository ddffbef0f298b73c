"""The ways of making one ranking of two, all that can be varied without building an index again.

Each question is searched once by words and once by meaning; any number of settings then cost nothing, since a fusion
only reads the ranks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

from eval.retrieval.labels import Labelled, place
from index.evidence import Evidence
from index.fusion import DAMPING, fuse
from index.search import DENSE_WEIGHT, DEPTH, LEGS, Place

WEIGHTS = (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 8.0)
DAMPINGS = (0, 2, 5, 10, 20, 60)

Legs = Mapping[str, Sequence[Place]]


class Searcher(Protocol):
    """What an index does here."""

    def search(self, text: str, limit: int, legs: Collection[str]) -> Sequence[Evidence]: ...


@dataclass(frozen=True, slots=True)
class Setting:
    """The weights of the two searches, 0 to leave one out, and the damping of their fusion."""

    lexical: float
    dense: float
    damping: int = DAMPING

    @property
    def name(self) -> str:
        if not self.dense:
            return "words alone"
        if not self.lexical:
            return "meaning alone"
        return f"words + {self.dense:g} × meaning, k = {self.damping}"

    def rank(self, legs: Legs) -> tuple[Place, ...]:
        """The places of one question's searches, best first: what `Index.search` gives with this setting."""
        weights = {leg: weight for leg, weight in (("lexical", self.lexical), ("dense", self.dense)) if weight}
        fused = fuse({leg: legs[leg] for leg in weights}, weights, damping=self.damping)
        return tuple(found for found, _ in fused)


WORDS, MEANING = Setting(1.0, 0.0), Setting(0.0, 1.0)
CHOSEN = Setting(1.0, DENSE_WEIGHT, DAMPING)
GRID = tuple(
    Setting(1.0, weight, damping)
    for weight, damping in product(sorted({*WEIGHTS, DENSE_WEIGHT}), sorted({*DAMPINGS, DAMPING}))
)


def listen(index: Searcher, questions: Iterable[Labelled]) -> dict[Labelled, Legs]:
    """What each search alone ranks for each question, as deep as the index ranks."""
    return {
        one: {leg: tuple(place(found.source) for found in index.search(one.ask, DEPTH, (leg,))) for leg in LEGS}
        for one in questions
    }
