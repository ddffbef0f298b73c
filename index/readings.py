"""The numbers that an entry states, each with the words it was read from.

>>> number_of(entry, "members")  # doctest: +SKIP
Reading(number=1250, span=…, high=None)
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Span
from ingest.entry import ROW_CELLS, Cell, Count, Entry, State

NOT_DOCTORS = frozenset({"soins_infirmiers", "infirmiere_praticienne", "trainees", "nurses", "consultants"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The number read for one entry and where it stands. `high` differs from `number` in a range ("3-4").

    In a ratio, `over` is where the number that divides stands.
    """

    number: float
    span: Span
    high: float | None = None
    over: Span | None = None


def number_of(entry: Entry, name: str) -> Reading | None:
    """The number that `entry` states for a numeric field, None where it says none.

    `name` is `members`, `files`, `family_doctors`, `doctors`, `recruiting`, `population`, or the `what` of a count; or
    two of them, the second dividing the first ("files/doctors").
    `gaps` counts the columns that the table leaves unsaid. "Aucun" reads 0. `doctors` adds every count of the
    "médecins en place" cell that is of doctors.
    """
    one, divided, other = name.partition("/")
    if divided:
        mine, over = number_of(entry, one), number_of(entry, other)
        if mine is None or over is None or not over.number:
            return None
        return Reading(mine.number / over.number, mine.span, None, over.span)
    if name == "doctors":
        return _doctors(entry)
    if name == "gaps":
        silent = gaps(entry)
        spans = [s for s in (*(c.span for c in silent), entry.name.span) if s is not None]
        return Reading(len(silent), spans[0] if spans else entry.span)
    if name == "recruiting":
        cell = entry.recruiting
        if cell.state is State.NONE and cell.span is not None:
            return Reading(0, cell.span)
        if cell.value is None or cell.span is None:
            return None
        return Reading(cell.value.low, cell.value.span, cell.value.high)
    plain = getattr(entry, name, None)
    if isinstance(plain, Cell):
        if plain.state is State.NONE and plain.span is not None:
            return Reading(0, plain.span)
        if plain.stated and isinstance(plain.value, int) and plain.span is not None:
            return Reading(plain.value, plain.span)
        return None
    for count in (*entry.counts, *entry.doctors, *entry.professionals):
        if count.what == name:
            return Reading(count.low, count.span, count.high)
    return None


def gaps(entry: Entry) -> tuple[Cell[str], ...]:
    """The columns of the table that say nothing of this entry: a "?" or a blank."""
    return tuple(c for c in (getattr(entry, name) for name in ROW_CELLS) if c.state is State.UNSAID)


def _doctors(entry: Entry) -> Reading | None:
    cell = entry.family_doctors
    if not entry.doctors:
        return Reading(0, cell.span) if cell.state is State.NONE and cell.span is not None else None
    counted = [count for count in entry.doctors if is_doctor(count)]
    if not counted or entry.doctors_text.span is None:
        return None
    return Reading(sum(count.low for count in counted), entry.doctors_text.span)


def is_doctor(count: Count) -> bool:
    """Whether a count of the "médecins en place" cell is of doctors (not of nurses, trainees or a consultant)."""
    return count.what not in NOT_DOCTORS
