"""A typed query over the entries of the directory: filter, sort, limit.

A criterion judges one entry and shows its proof. Its verdict has four values, because a document that is silent has
not said no:

    YES      the document says so                     "physiothérapie" among the services offered
    PLANNED  it says that it is to come               "agrandissement prévu avec … physiothérapie"
    UNKNOWN  it does not say                          `?`, a blank, or a service that the cell does not name
    NO       it says otherwise                        "Aucun", a region that is another one

>>> Query(criteria=(InRegion((7,)), Offers("physiotherapie")), near=Near(gatineau, 30.0))  # doctest: +SKIP
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Protocol

from index.places import Gazetteer, Place, PlaceKind, distance_km
from ingest.document import Span
from ingest.entry import Cell, Count, Entry, Offer, State
from ingest.french import key


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


SECTORS = frozenset({PlaceKind.SECTOR, PlaceKind.FORMER_TOWN, PlaceKind.BOROUGH})
SECTOR_KM = 3.0  # a sector has no drawn limits here: an address this near its middle is in it
MOST_PROOFS = 8  # clauses that show a service asked for broadly ("médecine spécialisée")


@dataclass(frozen=True, slots=True)
class Offers:
    """The entry offers the service `code`, or one of the `parts` that count as it.

    With a `rival` code named in the same breath, use two criteria. `number` asks for at least so many professionals.
    """

    code: str
    parts: tuple[str, ...] = ()

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        named = [s for s in site.entry.services if s.code == self.code or s.code in self.parts]
        for offer, truth in ((Offer.OFFERED, Truth.YES), (Offer.PLANNED, Truth.PLANNED), (Offer.ABSENT, Truth.NO)):
            spans = list(dict.fromkeys(s.clause for s in named if s.offer is offer))
            if spans:
                return Verdict(truth, tuple(spans[: MOST_PROOFS if self.parts else 1]))
        return Verdict(Truth.UNKNOWN)


@dataclass(frozen=True, slots=True)
class InRegion:
    """The entry is printed under one of these administrative regions (1 to 17)."""

    numbers: tuple[int, ...]

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        cell = site.entry.region
        if not cell.stated:
            return Verdict(Truth.UNKNOWN)
        return Verdict(Truth.YES if cell.value in self.numbers else Truth.NO, _span(cell))


@dataclass(frozen=True, slots=True)
class InArea:
    """The entry stands inside a territory (MRC, city, sector), or says that it serves it."""

    area: Place

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        if site.place is not None and gazetteer.inside(site.place, self.area):
            return Verdict(Truth.YES, _span(site.entry.municipality))
        name = key(self.area.name).removeprefix("mrc ")
        if not self.area.kind.is_area and key(site.entry.municipality.value or "") == name:
            return Verdict(Truth.YES, _span(site.entry.municipality))
        if self.area.kind in SECTORS and site.place is not None and distance_km(site.place, self.area) <= SECTOR_KM:
            return Verdict(Truth.YES, _span(site.entry.address))
        if not self.area.kind.is_area and f" {name} " in f" {key(site.entry.name.value or '')} ":
            return Verdict(Truth.YES, _span(site.entry.name))  # "Coop de Sainte-Gertrude", at an address in Bécancour
        return Verdict(Truth.NO if site.place is not None else Truth.UNKNOWN)


@dataclass(frozen=True, slots=True)
class NamesMrc:
    """The entry's own words name this MRC as the territory it serves."""

    area: Place

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        served = site.entry.population_text
        name = re.sub(r"^(?:mrc )?(?:(?:de|d|du|des|la|l|le|les) )*", "", key(self.area.name))
        said = f" {key(served.span.quote)} " if served.span is not None else ""
        if re.search(rf" mrc (?:(?!mrc |pop )\w+ ){{0,6}}{re.escape(name)} ", said):  # "2 MRC Pierre-de-Saurel et Maskoutains"
            return Verdict(Truth.YES, _span(served))
        return Verdict(Truth.NO)


@dataclass(frozen=True, slots=True)
class Serves:
    """The entry names this place among those it serves, or stands in it."""

    area: Place

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        served, name = site.entry.population_text, key(self.area.name).removeprefix("mrc ")
        if served.span is not None and f" {name} " in f" {key(served.span.quote)} ":
            return Verdict(Truth.YES, _span(served))
        return InArea(self.area).judge(site, gazetteer)


class Comparison(StrEnum):
    """How a number is compared."""

    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="
    AT_MOST = "<="
    LESS = "<"


_COMPARE: dict[Comparison, Callable[[float, float], bool]] = {
    Comparison.MORE: operator.gt,
    Comparison.AT_LEAST: operator.ge,
    Comparison.EQUAL: operator.eq,
    Comparison.AT_MOST: operator.le,
    Comparison.LESS: operator.lt,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The number read for one entry and where it stands. `high` differs from `number` in a range ("3-4")."""

    number: float
    span: Span
    high: float | None = None


def number_of(entry: Entry, name: str) -> Reading | None:
    """The number that `entry` states for a numeric field, None where it says none.

    `name` is `members`, `files`, `family_doctors`, `doctors`, `recruiting`, `population`, or the `what` of a count.
    "Aucun" reads 0. `doctors` adds every count of the "médecins en place" cell that is of doctors.
    """
    if name == "doctors":
        return _doctors(entry)
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


NOT_DOCTORS = frozenset({"soins_infirmiers", "infirmiere_praticienne", "trainees", "nurses", "consultants"})


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


@dataclass(frozen=True, slots=True)
class Number:
    """A numeric field compares so with a number."""

    name: str
    comparison: Comparison
    number: float

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        reading = number_of(site.entry, self.name)
        if reading is None:
            return Verdict(Truth.UNKNOWN)
        holds = {_COMPARE[self.comparison](n, self.number) for n in (reading.number, reading.high or reading.number)}
        truth = Truth.UNKNOWN if len(holds) == 2 else Truth.YES if holds == {True} else Truth.NO  # "2 à 4": who knows?
        return Verdict(truth, (reading.span,))


@dataclass(frozen=True, slots=True)
class Says:
    """A field is in one of these states: with a website, without a phone, `?` for its doctors, recruiting none."""

    name: str
    states: tuple[State, ...]

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        value = getattr(site.entry, self.name)
        if isinstance(value, tuple):
            state = State.STATED if value else State.UNSAID
            spans = tuple(s for cell in value[:1] for s in ([cell.span] if cell.span else []))
        else:
            state, spans = value.state, _span(value)
            if self.name == "recruiting" and state is State.STATED and value.value is not None and value.value.high == 0:  # fmt: skip
                state = State.NONE
        holds = state in self.states
        return Verdict(Truth.YES if holds else Truth.NO, spans or _span(site.entry.name))


@dataclass(frozen=True, slots=True)
class Mentions:
    """One cell of the entry contains these folded words in a row (a person's name, "Hans Kai", "clinique mobile")."""

    words: str
    fields: tuple[str, ...] = ()

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        from index.cells import cells_with  # a small index of words by cell, shared with the fallback search

        spans = cells_with(site.entry, self.words, self.fields)
        return Verdict(Truth.YES if spans else Truth.NO, spans)


@dataclass(frozen=True, slots=True)
class IsForm:
    """The value of a text field equals this one, folded (legal form, status)."""

    name: str
    value: str

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        cell: Cell[str] = getattr(site.entry, self.name)
        if not cell.stated or cell.value is None:
            return Verdict(Truth.UNKNOWN)
        return Verdict(Truth.YES if key(cell.value) == key(self.value) else Truth.NO, _span(cell))


@dataclass(frozen=True, slots=True)
class Among:
    """The entry is one of these positions: a list shown before, that a follow-up narrows."""

    positions: tuple[int, ...]

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        return Verdict(Truth.YES if site.entry.position in self.positions else Truth.NO)


@dataclass(frozen=True, slots=True)
class Lacks:
    """The entry tells its services and this one is not among them: not mentioned, which is not "not offered"."""

    offers: Offers

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        if site.entry.services_text.state is State.UNSAID:
            return Verdict(Truth.UNKNOWN)
        verdict = self.offers.judge(site, gazetteer)
        return Verdict(Truth.NO) if verdict.truth is Truth.YES else Verdict(Truth.YES, verdict.spans)


@dataclass(frozen=True, slots=True)
class OneOf:
    """At least one of these criteria holds; the best of them speaks."""

    criteria: tuple[Criterion, ...]

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        return max((c.judge(site, gazetteer) for c in self.criteria), key=lambda v: v.truth)


@dataclass(frozen=True, slots=True)
class DialsFrom:
    """A phone of the entry has this area code ("le 819")."""

    code: str

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        phones = site.entry.phones
        spans = tuple(p.span for p in phones if p.span is not None and (p.value or "").strip("( ").startswith(self.code))
        return Verdict(Truth.YES if spans else Truth.NO if phones else Truth.UNKNOWN, spans[:1])


@dataclass(frozen=True, slots=True)
class Recruits:
    """The entry looks for doctors, in a number or not; a cell that names another profession only is not that."""

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        cell = site.entry.recruiting_text
        if cell.state is State.UNSAID or cell.span is None:
            return Verdict(Truth.UNKNOWN, _span(cell))
        said = key(cell.span.quote)
        of_doctors = re.search(r"\b(?:med\w*|omni\w*)\b", said) or "recherche" in said.split()
        return Verdict(Truth.YES if cell.stated and of_doctors else Truth.NO, _span(cell))


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
    """Every entry of the directory, in one of the four drawers.

    `beyond` holds those that meet the criteria but lie farther than asked, nearest first; `unplaced` those that meet
    them but whose address could not be located.
    """

    matches: tuple[Match, ...]
    planned: tuple[Match, ...]
    unknown: tuple[Match, ...]
    beyond: tuple[Match, ...]
    beyond_planned: tuple[Match, ...]
    unsorted: tuple[Match, ...]  # match, but do not state the number to sort by
    total: int
    examined: tuple[str, ...] = field(default=())


def _span(cell: Cell[object] | Cell[str] | Cell[int]) -> tuple[Span, ...]:
    return (cell.span,) if cell.span is not None else ()
