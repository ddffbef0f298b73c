"""A typed query over the entries of the directory: filter, sort, limit.

>>> Query(criteria=(InRegion((7,)), Offers("physiotherapie")), near=Near(gatineau, 30.0))  # doctest: +SKIP
"""

from __future__ import annotations

from dataclasses import dataclass

from index.criterion import Criterion
from index.places import Place
from index.readings import Reading
from ingest.document import Span
from ingest.entry import Entry


@dataclass(frozen=True, slots=True)
class Near:
    """Around a place: entries come nearest first, those within `km` kilometres as the crow flies are in."""

    place: Place
    km: float


@dataclass(frozen=True, slots=True)
class Sort:
    """By a numeric field (`members`, …), largest first when `descending`; entries that do not say it come out."""

    name: str
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """All criteria together, around a place or not, ordered by distance, a number, or the table's own order."""

    criteria: tuple[Criterion, ...] = ()
    near: Near | None = None
    sort: Sort | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """One entry that a query kept: its distance where a place was asked, the words that show why."""

    entry: Entry
    distance_km: float | None
    spans: tuple[Span, ...]
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """Every entry of the directory that no criterion rules out, each in one drawer.

    `beyond` holds those that meet the criteria but lie farther than asked, nearest first, then those whose address
    could not be located; `beyond_planned` likewise where what is asked is to come.
    """

    matches: tuple[Match, ...]
    planned: tuple[Match, ...]
    unknown: tuple[Match, ...]
    beyond: tuple[Match, ...]
    beyond_planned: tuple[Match, ...]
    unsorted: tuple[Match, ...]  # match, but do not state the number to sort by
    total: int
