"""Whether one setting really ranks better than another, or the questions at hand only happened to suit it.

The same questions are asked of both, so it is their differences that are tested. Questions answered by the same sources
(a family asked six ways, say) rise and fall together: they are drawn together, as one *kin*, or they would count as
six witnesses where there is one.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

DRAWS = 10_000
SEED = 2014  # any number, always the same: the same rankings give the same report

Floats = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference over the questions, and its 95 % interval."""

    mean: float
    low: float
    high: float


def difference(ours: Sequence[float], theirs: Sequence[float], kin: Sequence[Hashable]) -> Difference:
    """By how much `theirs` is better than `ours`, with the percentiles of a bootstrap that draws kin whole."""
    sums, sizes = _by_kin([theirs], ours, kin)
    drawn = np.random.default_rng(SEED).integers(0, len(sizes), (DRAWS, len(sizes)))
    means = sums[drawn, 0].sum(axis=1) / sizes[drawn].sum(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return Difference(float(sums.sum() / sizes.sum()), float(low), float(high))


def chance(ours: Sequence[float], others: Sequence[Sequence[float]], best: int, kin: Sequence[Hashable]) -> float:
    """How often chance alone makes any of `others` look as much better than `ours` as `others[best]` does.

    If a setting were no better, each kin's difference would be as likely to have the other sign: signs are drawn, and
    the best of all the settings is kept each time, since the one that is asked about was picked in the same way.
    """
    sums, _ = _by_kin(others, ours, kin)
    spread = np.sqrt((sums**2).sum(axis=0))  # its unit, or the settings that differ most would decide alone
    sums = np.divide(sums, spread, out=np.zeros_like(sums), where=spread > 0)
    seen = sums[:, best].sum()
    signs = np.random.default_rng(SEED).choice((-1.0, 1.0), (DRAWS, len(sums)))
    as_good = (signs @ sums).max(axis=1) >= seen - 1e-12
    return float((1 + as_good.sum()) / (1 + DRAWS))


def _by_kin(others: Sequence[Sequence[float]], ours: Sequence[float], kin: Sequence[Hashable]) -> tuple[Floats, Floats]:
    """Differences summed over each kin, a column for each of `others`, and how many questions each kin has."""
    rank = {one: number for number, one in enumerate(dict.fromkeys(kin))}
    member = np.array([rank[one] for one in kin])
    gains = np.array(others, np.float64).T - np.array(ours, np.float64)[:, None]
    sums = np.zeros((len(rank), len(others)))
    np.add.at(sums, member, gains)
    return sums, np.bincount(member).astype(np.float64)
