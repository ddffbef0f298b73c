"""One record of a table, a named field at a time, each value with its own span.

A value has three states: *stated*, *stated as none* ("Aucun"), *not said* (`?`, blank). The third is never 0 or "".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from ingest.document import Span

T = TypeVar("T")


class State(StrEnum):
    """What the document does with a field."""

    STATED = "stated"
    NONE = "none"
    UNSAID = "unsaid"


ROW_CELLS = (
    "population_text",
    "membership_text",
    "services_text",
    "doctors_text",
    "recruiting_text",
    "particularities",
)  # the six of a table, as fields of an entry


@dataclass(frozen=True, slots=True)
class Cell(Generic[T]):
    """One field: `value` is the reading (None unless stated), `span` the words (None only where nothing is printed)."""

    state: State
    value: T | None = None
    span: Span | None = None

    @property
    def stated(self) -> bool:
        return self.state is State.STATED


class Offer(StrEnum):
    """What the document says of a service: four things never mixed; the fourth, unknown, is its absence."""

    OFFERED = "offered"
    PLANNED = "planned"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the lexicon found in an entry.

    `span` is the word itself, `clause` the few words around it that show it is offered, planned or absent, `field`
    the column it stands in (`services`, `doctors`, `particularities`).
    """

    code: str
    offer: Offer
    span: Span
    clause: Span
    field: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts: "3-4 médecins de famille" is low 3, high 4; "3 et +" has no high.

    `what` is a code (`members`, `files`, `waiting`, `shares`, `visits`, `family_doctors`, `doctors`, `specialists`,
    a profession's service code…), `label` the printed words without the number, `span` number and words together.
    """

    what: str
    low: int
    high: int | None
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One co-op of a table. `*_text` fields are whole cells as printed, the others readings of a part of them.

    `position` is the rank in the table from 1 (never the printed number, which repeats). An empty tuple is *not said*.
    """

    position: int
    span: Span
    number: Cell[int]
    name: Cell[str]  # value: display name ("Coopérative de solidarité de santé Gatineau"); span: as printed
    legal_form: Cell[str]
    region: Cell[int]
    address: Cell[str]  # street, place and postal code, as printed
    municipality: Cell[str]
    postal_code: Cell[str]  # value with O read as 0 where it must be a digit; span: as printed
    phones: tuple[Cell[str], ...]
    emails: tuple[Cell[str], ...]
    websites: tuple[Cell[str], ...]
    contact: Cell[str]
    contact_role: Cell[str]
    population_text: Cell[str]
    population: Cell[int]
    membership_text: Cell[str]
    members: Cell[int]
    files: Cell[int]
    counts: tuple[Count, ...]  # every count of the "membres et dossiers" cell
    services_text: Cell[str]
    services: tuple[Service, ...]
    professionals: tuple[Count, ...]  # "2 psychologues" in the services and particularities cells
    doctors_text: Cell[str]
    family_doctors: Cell[int]
    doctors: tuple[Count, ...]  # every count of the "médecins en place" cell
    recruiting_text: Cell[str]
    recruiting: Cell[Count]
    gmf: Cell[str]
    status: Cell[str]  # value: active, starting, planned
    particularities: Cell[str]
