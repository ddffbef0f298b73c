"""Which plain question a message asks in other words, learnt from the ways of asking of the corpus.

The other anticipated questions are learnt with them, a class for each kind, so that what asks for a passage, or for
what no document answers, is no way of asking anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.embedding import Embedder, Vectors
from index.likelihood import Likelihood, fit
from ingest.anticipated import Anticipated

WAYS = "ways.npz"


@dataclass(frozen=True, slots=True)
class Plainly:
    """The ways of asking one plain question, and how likely it is the one that is asked, from 0 to 1."""

    ways: Anticipated
    likely: float


def fit_ways(
    path: Path, ways: Sequence[Anticipated], vectors: Vectors, others: Sequence[Anticipated], other_vectors: Vectors
) -> None:
    """Learn from the ways of asking and from the other questions; a row of vectors for each question of the blocks."""
    if ways:
        fit(path, (*ways, *_by_kind(others)), np.concatenate((vectors, _rows_by_kind(others, other_vectors))))


class WaysOfAsking:
    """The ways of asking of one index. What is learnt is read, and the model loaded, at the first question."""

    def __init__(
        self, ways: Sequence[Anticipated], others: Sequence[Anticipated], path: Path, embedder: Embedder
    ) -> None:
        self._ways = tuple(ways)
        self._embedder = embedder
        self._likelihood = Likelihood((*ways, *_by_kind(others)), path)

    def likeliest(self, text: str, may_be: Callable[[Anticipated], bool]) -> Plainly | None:
        """The plain question that a text, which names nothing, most likely asks, of those that `may_be` meant.

        How likely is reckoned among these and the questions that are no way of asking any. None where there are none.
        Raises `ModelError` where the model can't load, `IndexStateError` where nothing was learnt.
        """
        meant = [may_be(block) for block in self._ways]
        if not any(meant):
            return None
        likely = self._likelihood.of(self._embedder.query(text))
        ways, others = np.where(meant, likely[: len(meant)], 0.0), likely[len(meant) :]
        best = int(ways.argmax())
        return Plainly(self._ways[best], float(ways[best] / (ways.sum() + others.sum())))


def _by_kind(blocks: Sequence[Anticipated]) -> list[Anticipated]:
    """One block for each kind of the others, with the questions of all."""
    kinds = dict.fromkeys(block.answered_by for block in blocks)
    return [Anticipated(k, (), tuple(q for b in blocks if b.answered_by is k for q in b.questions)) for k in kinds]


def _rows_by_kind(blocks: Sequence[Anticipated], vectors: Vectors) -> Vectors:
    """The vectors in the order of `_by_kind`."""
    kinds = [block.answered_by for block in blocks for _ in block.questions]
    order = [row for kind in dict.fromkeys(kinds) for row, other in enumerate(kinds) if other is kind]
    return vectors[order]
