"""Which co-ops a question asks for: its criteria, run over the directory inside its place or around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.knowledge import Knowledge
from assistant.question import Question
from assistant.services import criteria, offers
from index.areas import InArea, InRegion, NamesMrc
from index.criteria import Among, Lacks, Number, OneOf, Says
from index.criterion import Criterion, Site, Truth, Verdict
from index.places import Place, PlaceKind
from index.query import Match, Near, Query, Result, Sort
from ingest.document import Span
from ingest.entry import State

NEAR_KM = 30.0  # what "près de" means where no radius is said: half an hour of road


@dataclass(frozen=True, slots=True)
class Ran:
    """A question run over the directory: its result, the radius used, and whether the place itself held any."""

    result: Result
    km: float | None
    inside: bool


def wanted(question: Question, knowledge: Knowledge) -> tuple[Criterion, ...]:
    """The criteria of a question, its place aside."""
    had = tuple(c for c in question.services if c not in question.lacking)
    lacked = tuple(Lacks(offers(knowledge, code)) for code in question.lacking)
    found: tuple[Criterion, ...] = (*criteria(knowledge, had, question.either), *lacked, *question.filters)
    if question.regions:
        found = (*found, InRegion(question.regions))
    if question.scope:
        found = (*found, Among(question.scope))
    within = tuple(_within(area, question, knowledge) for area in question.areas)
    return (*found, OneOf(within)) if within else found


def _within(area: Place, question: Question, knowledge: Knowledge) -> Criterion:
    """An MRC holds the co-ops whose cell names it and those that stand in it; "selon le tableau", the first only."""
    if area.kind is not PlaceKind.MRC:
        return InArea(area)
    named = NamesMrc(area)
    by_table = (
        "tableau" in knowledge.fold(question.message)
        or "dessert" in knowledge.fold(question.message)
        or "desserv" in knowledge.fold(question.message)
    )
    if by_table and knowledge.directory.run(Query((named,))).matches:
        return named
    return OneOf((named, InArea(area)))


def run(question: Question, knowledge: Knowledge) -> Ran:
    """The question over the directory: inside the place named where one asks "à", around it else."""
    asked = wanted(question, knowledge)
    directory = knowledge.directory
    if question.place is None:
        return Ran(directory.run(Query(asked, limit=question.limit)), None, False)
    km = question.radius_km if question.radius_km is not None else NEAR_KM
    if question.strict and question.radius_km is None:
        within = directory.run(Query((*asked, InArea(question.place)), Near(question.place, 1000.0)))
        if within.matches or within.planned:
            return Ran(within, None, True)
        if not question.services and not question.filters:
            around = directory.run(Query(asked, Near(question.place, 0.0)))
            return Ran(around, None, True)  # "y a-t-il une coop à Laval ?" is answered no, with the nearest ones
    if question.limit is not None and question.radius_km is None:
        nearest = Query(asked, Near(question.place, 10_000.0), limit=question.nth - 1 + question.limit)
        result = directory.run(nearest)
        return Ran(replace(result, matches=result.matches[question.nth - 1 :]), None, False)
    return Ran(directory.run(Query(asked, Near(question.place, km), limit=question.limit)), km, False)


def ranked(question: Question, knowledge: Knowledge, sort: Sort) -> Result:
    """The co-ops of a question by a number, inside its place first."""
    asked, near = wanted(question, knowledge), None
    if question.place is not None:
        if question.strict and question.radius_km is None:
            inside = knowledge.directory.run(Query((*asked, InArea(question.place)), sort=sort))
            if inside.matches or inside.unsorted:
                return inside
        near = Near(question.place, question.radius_km or NEAR_KM)
    return knowledge.directory.run(Query(asked, near, sort))


def undecided(question: Question, knowledge: Knowledge, ran: Ran) -> list[tuple[str, Span]]:
    """Co-ops whose printed range ("3-4") neither meets the number asked for nor fails it, with that range."""
    numbers = [f for f in question.filters if isinstance(f, Number)]
    gazetteer = knowledge.directory.gazetteer
    judged = [(m.entry, f.judge(Site(m.entry, None), gazetteer)) for m in ran.result.unknown for f in numbers]
    return [(e.name.value or "", v.spans[0]) for e, v in judged if v.truth is Truth.UNKNOWN and v.spans]


def unsaid_numbers(question: Question, knowledge: Knowledge, ran: Ran) -> tuple[Match, ...]:
    """Co-ops of the territory or list asked for that print nothing of the number that a condition is about."""
    if not (question.scope or question.regions or question.areas or ran.inside):
        return ()
    numbers = [f for f in question.filters if isinstance(f, Number)]
    gazetteer = knowledge.directory.gazetteer
    return tuple(
        m
        for m in ran.result.unknown
        if any(f.judge(Site(m.entry, None), gazetteer) == Verdict(Truth.UNKNOWN) for f in numbers)
    )


def silent_nearby(question: Question, knowledge: Knowledge, ran: Ran) -> tuple[Match, ...]:
    """Co-ops of the territory asked for whose services the table leaves blank."""
    if not question.services or not (question.place or question.regions or question.areas) or question.lacking:
        return ()
    silent = Says("services_text", (State.UNSAID,))
    place_only = tuple(InArea(a) for a in question.areas) + ((InRegion(question.regions),) if question.regions else ())
    near = None
    if question.place is not None:
        near = Near(question.place, ran.km or 0.0)
        if ran.inside:
            place_only, near = (*place_only, InArea(question.place)), None
    return knowledge.directory.run(Query((silent, *place_only), near)).matches


def elsewhere(question: Question, knowledge: Knowledge) -> tuple[Match, ...]:
    """For a region or an MRC that has none: those nearest to its middle."""
    area = question.areas[0] if question.areas else None
    if area is None and question.regions:
        named = knowledge.directory.gazetteer.named(knowledge.regions.get(question.regions[0], ""))
        area = next((p for p in named if p.kind is PlaceKind.REGION), None)
    if area is None or not (question.services or question.filters):
        return ()
    asked = (*criteria(knowledge, question.services, question.either), *question.filters)
    return knowledge.directory.run(Query(asked, Near(area, 10_000.0))).matches
