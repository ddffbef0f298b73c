"""One run of the gate as its reports tell it: each split beside what was recorded of it, and why the gate is shut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from eval.floors import Floors
from eval.judge import Result
from eval.recorded import Flips, Run, Verdict, digest
from eval.reply import Reply

RECORDED_MARK = "#inscrit"  # ends the key of what a case was answered when its mark was recorded


@dataclass(frozen=True, slots=True)
class Part:
    """One split. `before`: what the cases that changed were answered when recorded, where this machine still knows it.

    `readable`: its questions and answers may be shown.
    """

    name: str
    results: tuple[Result, ...]
    changed: Flips
    floors: Floors
    recorded: Mapping[str, Verdict]
    before: Mapping[str, tuple[Reply, ...]]
    readable: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """The whole run. `problems`: why the gate is shut, if it is; `reason`: why marks were recorded, if they were."""

    began: datetime
    seconds: float
    parts: tuple[Part, ...]
    problems: tuple[str, ...]
    history: tuple[Run, ...]
    reason: str | None = None


def before(
    changed: Flips, recorded: Mapping[str, Verdict], earlier: Mapping[str, Sequence[Reply]]
) -> dict[str, tuple[Reply, ...]]:
    """What each changed case was answered when it was recorded, out of the replies of earlier runs.

    The last run's replies are often those of the change itself: only those whose digest is the recorded one count.
    """
    found: dict[str, tuple[Reply, ...]] = {}
    for id_ in (*changed.better, *changed.worse, *changed.reworded):
        for key in (id_, f"{id_}{RECORDED_MARK}"):
            if key in earlier and digest(earlier[key]) == recorded[id_].answers:
                found[id_] = tuple(earlier[key])
    return found
