"""Several rankings made one, by reciprocal ranks: what counts is the place in each, never its score.

A source at rank r (from 1) of a ranking of weight w receives w / (10 + r).

>>> fuse({"lexical": ["a", "b"], "dense": ["b", "c"]}, {"lexical": 1.0, "dense": 1.0})[0][0]
'b'

Ties keep the order of `order`, the documents' own, so that two runs never differ.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)

DAMPING = 10  # small: the first ranks of either search should weigh most


def fuse(
    rankings: Mapping[str, Sequence[Key]],
    weights: Mapping[str, float],
    order: Callable[[Key], Any] = lambda key: key,
    damping: int = DAMPING,
) -> list[tuple[Key, float]]:
    """Every ranked key with its fused score, best first."""
    scores: dict[Key, float] = {}
    for name, ranking in rankings.items():
        for rank, key in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + weights.get(name, 1.0) / (damping + rank)
    return sorted(scores.items(), key=lambda found: (-found[1], order(found[0])))
