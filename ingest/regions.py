"""The 17 administrative regions: the number the table prints, and what each is called.

>>> region(4).locative
'en Mauricie'
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Region:
    """`locative` is the name in a sentence; `aliases` are what people say, and mean no other region."""

    number: int
    name: str
    locative: str
    aliases: tuple[str, ...]


@cache
def regions() -> tuple[Region, ...]:
    """All of them, by number."""
    data = tomllib.loads((files("ingest") / "lexicon" / "regions.toml").read_text(encoding="utf-8"))
    return tuple(Region(r["number"], r["name"], r["locative"], tuple(r["aliases"])) for r in data["region"])


def region(number: int) -> Region:
    """The region of this number. Raises `KeyError` where there is none."""
    for found in regions():
        if found.number == number:
            return found
    raise KeyError(number)
