"""The kinds of things asked of one co-op that its row must hold (a price, a duration…): `lexicon/cell_kinds.toml`.

>>> kind_asked("combien coute un massage").code
'price'
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CellKind:
    """A kind of thing: how a folded message asks for it, what shows it in a cell without its accents."""

    code: str
    asked: re.Pattern[str]
    shown: re.Pattern[str]


def kind_asked(folded: str) -> CellKind | None:
    """The first kind that a folded message asks for."""
    return next((kind for kind in cell_kinds().values() if kind.asked.search(folded)), None)


@cache
def cell_kinds() -> dict[str, CellKind]:
    """Every kind, by its code."""
    text = files("assistant").joinpath("lexicon").joinpath("cell_kinds.toml").read_text(encoding="utf-8")
    return {
        code: CellKind(
            code,
            re.compile(rf"(?<!\S)(?:{'|'.join(facts['asked'])})(?!\S)"),
            re.compile(rf"\b(?:{'|'.join(facts['shown'])})(?!\w)"),
        )
        for code, facts in tomllib.loads(text).items()
    }
