"""The share of right answers over the recorded runs, as the points of a line for each split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from eval.recorded import Run

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 62, 56, 14, 34  # the margins, where the figures of the axes stand
_MOST_DATES = 4


@dataclass(frozen=True, slots=True)
class Point:
    """A recorded run at its place in the drawing."""

    x: float
    y: float
    run: Run


@dataclass(frozen=True, slots=True)
class Chart:
    """`lines`: the points of each split, oldest first. `rates`: the heights to rule. `dates`: the places to date."""

    lines: dict[str, tuple[Point, ...]]
    rates: tuple[tuple[float, float], ...]
    dates: tuple[Point, ...]


def chart(history: Sequence[Run]) -> Chart:
    """The drawing of a history, in a box of `WIDTH` by `HEIGHT`; without a point where nothing was recorded."""
    steps = _steps(history)
    low = min([0.9, *(floor(10 * run.rate) / 10 for run in history)])
    last = max(steps, default=0)
    points = [Point(_x(step, last), _y(run.rate, low), run) for step, run in zip(steps, history, strict=True)]
    splits = dict.fromkeys(run.split for run in history)
    rates = tuple((rate, _y(rate, low)) for rate in (low, (1 + low) / 2, 1.0))
    firsts = [points[steps.index(step)] for step in range(last + 1)] if points else []
    every = -(-len(firsts) // _MOST_DATES) or 1
    lines = {split: tuple(point for point in points if point.run.split == split) for split in splits}
    return Chart(lines, rates, tuple(firsts[::every]))


def _steps(history: Sequence[Run]) -> list[int]:
    """The rank from 0 of the time when each run was recorded: both splits of one time have the same."""
    steps: list[int] = []
    seen: set[str] = set()
    for rank, run in enumerate(history):
        if rank and (run.split in seen or (run.date, run.reason) != (history[rank - 1].date, history[rank - 1].reason)):
            seen = set()
        steps.append((steps[-1] + (not seen)) if steps else 0)
        seen.add(run.split)
    return steps


def _x(step: int, last: int) -> float:
    inside = WIDTH - LEFT - RIGHT
    return LEFT + (inside * step / last if last else inside / 2)


def _y(rate: float, low: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - rate) / (1 - low)
