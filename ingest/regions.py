"""The 17 administrative regions: the number the table prints, what each is called, and the territories that moved.

>>> region(4).locative
'en Mauricie'
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Region:
    """`locative` is the name in a sentence; `aliases` are what people say, and mean no other region."""

    number: int
    name: str
    locative: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A territory that changed region: number before, number now, year of the change."""

    territory: str
    before: int
    now: int
    year: int


def regions() -> tuple[Region, ...]:
    """All of them, by number."""
    return tuple(Region(r["number"], r["name"], r["locative"], tuple(r["aliases"])) for r in _data()["region"])


def region(number: int) -> Region:
    """The region of this number. Raises `KeyError` where there is none."""
    for found in regions():
        if found.number == number:
            return found
    raise KeyError(number)


def moved() -> tuple[Moved, ...]:
    """The territories that changed region."""
    return tuple(Moved(**row) for row in _data()["moved"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("ingest") / "lexicon" / "regions.toml").read_text(encoding="utf-8"))
