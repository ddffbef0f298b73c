"""What a criterion on an entry says: one of four values, because a document that is silent has not said no.

    YES      the document says so                     "physiothérapie" among the services offered
    PLANNED  it says that it is to come               "agrandissement prévu avec … physiothérapie"
    UNKNOWN  it does not say                          `?`, a blank, or a service that the cell does not name
    NO       it says otherwise                        "Aucun", a region that is another one

>>> min(Truth.YES, Truth.PLANNED)  # two criteria together hold as far as the weaker
<Truth.PLANNED: 2>
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Protocol

from index.places import Gazetteer, Place
from ingest.document import Span
from ingest.entry import Cell, Entry


class Truth(IntEnum):
    """How far a criterion holds; several criteria together hold as far as the weakest."""

    NO = 0
    UNKNOWN = 1
    PLANNED = 2
    YES = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """A truth and the words of the document that show it."""

    truth: Truth
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """An entry and the place where its address was located, None where it could not be."""

    entry: Entry
    place: Place | None


class Criterion(Protocol):
    """One condition on an entry."""

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict: ...


def proof_of(cell: Cell[Any]) -> tuple[Span, ...]:
    """The words of a cell, none where the table has no such cell."""
    return (cell.span,) if cell.span is not None else ()
