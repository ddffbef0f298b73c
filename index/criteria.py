"""Criteria on what an entry says: its services, its numbers, the words of its cells.

A criterion judges one entry and shows its proof.

>>> Offers("physiotherapie").judge(site, gazetteer).truth  # doctest: +SKIP
<Truth.PLANNED: 2>
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from index.cells import cells_with, spans_holding
from index.criterion import Criterion, Site, Truth, Verdict, proof_of
from index.places import Gazetteer
from index.readings import number_of
from ingest.entry import Cell, Offer, State
from ingest.french import key

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
class Lacks:
    """The entry tells its services and this one is not among them: not mentioned, which is not "not offered"."""

    offers: Offers

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        if site.entry.services_text.state is State.UNSAID:
            return Verdict(Truth.UNKNOWN)
        verdict = self.offers.judge(site, gazetteer)
        return Verdict(Truth.NO) if verdict.truth is Truth.YES else Verdict(Truth.YES, verdict.spans)


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
class Number:
    """A numeric field compares so with a number."""

    name: str
    comparison: Comparison
    number: float

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        reading = number_of(site.entry, self.name)
        if reading is None:
            return Verdict(Truth.UNKNOWN)
        holds = {self.holds(n) for n in (reading.number, reading.high or reading.number)}
        truth = Truth.UNKNOWN if len(holds) == 2 else Truth.YES if holds == {True} else Truth.NO  # "2 à 4": who knows?
        return Verdict(truth, (reading.span,))

    def holds(self, number: float) -> bool:
        """Whether a number compares so."""
        return _COMPARE[self.comparison](number, self.number)


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
            state, spans = value.state, proof_of(value)
            if self.name == "recruiting" and value.stated and value.value is not None and value.value.high == 0:
                state = State.NONE
        holds = state in self.states
        return Verdict(Truth.YES if holds else Truth.NO, spans or proof_of(site.entry.name))


@dataclass(frozen=True, slots=True)
class Prints:
    """A column that says nothing prints a "?" (`mark`), or is left blank."""

    name: str
    mark: bool

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        value = getattr(site.entry, self.name)
        if isinstance(value, tuple):
            holds, spans = not value and not self.mark, proof_of(site.entry.name)
        else:
            holds = value.state is State.UNSAID and (value.span is not None) is self.mark
            spans = proof_of(value) or proof_of(site.entry.name)
        return Verdict(Truth.YES if holds else Truth.NO, spans)


@dataclass(frozen=True, slots=True)
class Exceeds:
    """One number of the entry is larger than another ("plus de dossiers que de membres")."""

    name: str
    other: str

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        mine, others = number_of(site.entry, self.name), number_of(site.entry, self.other)
        if mine is None or others is None:
            return Verdict(Truth.UNKNOWN)
        spans = tuple(dict.fromkeys((mine.span, others.span)))
        return Verdict(Truth.YES if mine.number > (others.high or others.number) else Truth.NO, spans)


@dataclass(frozen=True, slots=True)
class Holds:
    """Some cell of the entry, its e-mail and its site included, holds every one of these folded words, by stem."""

    words: tuple[str, ...]

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        spans = spans_holding(site.entry, self.words)
        return Verdict(Truth.YES if spans else Truth.NO, spans)


@dataclass(frozen=True, slots=True)
class Mentions:
    """One cell of the entry contains these folded words in a row (a person's name, "Hans Kai", "clinique mobile")."""

    words: str
    fields: tuple[str, ...] = ()
    begins: bool = False  # with them, not only somewhere

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        spans = cells_with(site.entry, self.words, self.fields)
        if self.begins:
            spans = tuple(span for span in spans if key(span.quote).startswith(self.words))
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
        return Verdict(Truth.YES if key(cell.value) == key(self.value) else Truth.NO, proof_of(cell))


@dataclass(frozen=True, slots=True)
class Among:
    """The entry is one of these positions: a list shown before, that a follow-up narrows."""

    positions: tuple[int, ...]

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        return Verdict(Truth.YES if site.entry.position in self.positions else Truth.NO)


@dataclass(frozen=True, slots=True)
class Except:
    """The entry is none of these positions: those just spoken of, where others are asked for."""

    positions: tuple[int, ...]

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        return Verdict(Truth.NO if site.entry.position in self.positions else Truth.YES)


@dataclass(frozen=True, slots=True)
class DialsFrom:
    """A phone of the entry has this area code ("le 819")."""

    code: str

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        phones = site.entry.phones
        spans = tuple(
            p.span for p in phones if p.span is not None and (p.value or "").strip("( ").startswith(self.code)
        )
        return Verdict(Truth.YES if spans else Truth.NO if phones else Truth.UNKNOWN, spans[:1])


@dataclass(frozen=True, slots=True)
class Recruits:
    """The entry looks for doctors, in a number or not; a cell that names another profession only is not that."""

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        cell = site.entry.recruiting_text
        if cell.state is State.UNSAID or cell.span is None:
            return Verdict(Truth.UNKNOWN, proof_of(cell))
        said = key(cell.span.quote)
        of_doctors = re.search(r"\b(?:med\w*|omni\w*)\b", said) or "recherche" in said.split()
        return Verdict(Truth.YES if cell.stated and of_doctors else Truth.NO, proof_of(cell))


@dataclass(frozen=True, slots=True)
class Not:
    """The criterion is known not to hold; where nothing tells, nobody knows."""

    criterion: Criterion

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        verdict = self.criterion.judge(site, gazetteer)
        if verdict.truth is Truth.UNKNOWN:
            return verdict
        return Verdict(Truth.YES if verdict.truth is Truth.NO else Truth.NO, verdict.spans)


@dataclass(frozen=True, slots=True)
class Unless:
    """The entry is not one of those known to meet the criterion: what is left when they are taken out."""

    criterion: Criterion

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        verdict = self.criterion.judge(site, gazetteer)
        return Verdict(Truth.NO if verdict.truth is Truth.YES else Truth.YES)


@dataclass(frozen=True, slots=True)
class OneOf:
    """At least one of these criteria holds; the best of them speaks."""

    criteria: tuple[Criterion, ...]

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        return max((c.judge(site, gazetteer) for c in self.criteria), key=lambda v: v.truth)


def of_form(criterion: Criterion) -> bool:
    """Whether a criterion is about legal forms only."""
    if isinstance(criterion, OneOf):
        return all(of_form(c) for c in criterion.criteria)
    inner = criterion.criterion if isinstance(criterion, Not) else criterion
    return isinstance(inner, IsForm) and inner.name == "legal_form"
