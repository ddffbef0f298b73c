"""The recorded run: what each case gave when someone last looked at it and said why; and what flipped since.

`recorded/dev.jsonl` and `recorded/test.jsonl` have one line a case: whether it passed, the checks that it failed, and a
digest of its answers. `recorded/history.jsonl` has one line for each time that a run was recorded, with the reason
given. Both are written by `coopsante eval --record REASON` alone, and read as they are in a review.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.judge import Result
from eval.reply import Reply
from eval.tally import by_class

RECORDED = Path(__file__).parent / "recorded"
HISTORY = "history.jsonl"


class RecordError(Exception):
    """A recorded file can't be read; the message is French."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one case gave: the checks that it failed (none: it passed), and a digest of what was answered."""

    id: str
    failed: tuple[str, ...]
    answers: str

    @property
    def passed(self) -> bool:
        return not self.failed


@dataclass(frozen=True, slots=True)
class Flips:
    """The cases that changed since the recorded run, by id: now right, now wrong, right or wrong as before with other
    words, never recorded, and recorded but gone."""

    better: tuple[str, ...]
    worse: tuple[str, ...]
    reworded: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One line of the history: right answers and cases of each class on that day, and why the run was recorded."""

    date: str
    split: str
    reason: str
    classes: dict[str, tuple[int, int]]
    better: int
    worse: int
    new: int

    @property
    def rate(self) -> float:
        """The share of all cases that were right, from 0 to 1."""
        right, total = self.classes["ensemble"]
        return right / total if total else 0.0


def verdict(result: Result) -> Verdict:
    """What is kept of a result."""
    failed = tuple(sorted({failure.check for failure in result.failures}))
    return Verdict(result.case.id, failed, digest(result.replies))


def digest(replies: Iterable[Reply]) -> str:
    """A short mark of what a conversation was answered: another text, co-op or quotation gives another mark."""
    said = "\n".join(f"{reply.answer}\n{reply.positions}\n{reply.citations}" for reply in replies)
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def load_recorded(split: str, folder: Path = RECORDED) -> dict[str, Verdict]:
    """The recorded verdicts of a split by case; empty where none was ever recorded. Raises `RecordError`."""
    rows = _rows(folder / f"{split}.jsonl")
    return {row["id"]: Verdict(row["id"], tuple(row["failed"]), row["answers"]) for row in rows}


def load_history(folder: Path = RECORDED) -> list[Run]:
    """Every recorded run, oldest first. Raises `RecordError`."""
    return [
        Run(**row | {"classes": {name: tuple(pair) for name, pair in row["classes"].items()}})
        for row in _rows(folder / HISTORY)
    ]


def flips(results: Sequence[Result], recorded: dict[str, Verdict]) -> Flips:
    """What changed since the recorded run."""
    now = {one.case.id: verdict(one) for one in results}
    both = [(was, now[id_]) for id_, was in recorded.items() if id_ in now]
    return Flips(
        tuple(new.id for was, new in both if new.passed and not was.passed),
        tuple(new.id for was, new in both if was.passed and not new.passed),
        tuple(new.id for was, new in both if was.passed == new.passed and was.answers != new.answers),
        tuple(id_ for id_ in now if id_ not in recorded),
        tuple(id_ for id_ in recorded if id_ not in now),
    )


def record(split: str, results: Sequence[Result], reason: str, date: str, folder: Path = RECORDED) -> Run:
    """Write the verdicts of a split, and the line of history that says why; gives that line."""
    changed = flips(results, load_recorded(split, folder))
    classes = {tally.name: (tally.right, tally.total) for tally in by_class(results)}
    run = Run(date, split, reason, classes, len(changed.better), len(changed.worse), len(changed.new))
    folder.mkdir(parents=True, exist_ok=True)
    rows = [_line(asdict(verdict(one))) for one in results]
    (folder / f"{split}.jsonl").write_text("".join(rows), encoding="utf-8")
    with (folder / HISTORY).open("a", encoding="utf-8") as history:
        history.write(_line(asdict(run)))
    return run


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise RecordError(f"{path} est illisible ({error}) : reprenez-le du dépôt, ou effacez-le.") from error
