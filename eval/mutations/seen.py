"""Which case saw each mutation last time, so that the tests ask it first: a rare cell is in one case of thousands.

`eval/recorded/mutations.json` is written by `python -m eval.mutations` alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.recorded import RECORDED

SEEN = RECORDED / "mutations.json"


def load_seen(path: Path = SEEN) -> dict[str, tuple[str, ...]]:
    """The ids of the cases that flipped, by mutation; empty where nothing was ever written."""
    if not path.exists():
        return {}
    return {name: tuple(ids) for name, ids in json.loads(path.read_text(encoding="utf-8")).items()}


def record_seen(seen: Mapping[str, Sequence[str]], path: Path = SEEN) -> None:
    """Write them, one mutation a line."""
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(sorted(set(ids)))}" for name, ids in sorted(seen.items()))
    path.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
