"""What is said where no co-op meets a question: the nearest ones, those that plan it, and close services."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.lines import conditions_said, item, services_said, where_said
from assistant.answerers.selection import Ran, elsewhere, run, silent_nearby
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question
from assistant.services import criteria
from index.places import PlaceKind
from index.query import Match, Near, Query

FARTHEST_KM = 1500.0  # Québec is no wider where people live: beyond, only the very nearest is worth naming
FALLBACK = 3  # how many nearest ones are named where none is near enough


def none_found(draft: Draft, question: Question, knowledge: Knowledge, ran: Ran) -> Answer:
    """None: say so, then what is nearest or planned."""
    if question.scope:
        draft.add("list.none_scope", conditions=conditions_said(draft, question), date=knowledge.table_date)
        return draft.answer(
            Outcome.ANSWERED if question.filters else Outcome.ABSTAIN,
            reason=None if question.filters else Reason.NOT_IN_DOCUMENTS,
        )
    infinitive = (
        draft.say("list.none_infinitive", service=services_said(draft, question, knowledge, True))
        if question.services
        else draft.say("list.none_meets" if question.filters else "list.none_located")
    )
    _say_none(draft, question, knowledge, ran, infinitive)
    if question.place is not None and question.place.kind is PlaceKind.OUTSIDE:
        draft.join("unknown.outside", place=question.place.name)
    beyond = () if question.topic else ran.result.beyond or elsewhere(question, knowledge)
    if beyond:
        beyond = tuple(m for m in beyond if m.distance_km is None or m.distance_km <= FARTHEST_KM) or beyond[:1]
        draft.add("list.nearest" if len(beyond) > 1 else "list.nearest_one")
        for rank, match in enumerate(beyond[:FALLBACK], 1):
            item(draft, question, match, rank, len(beyond))
        draft.add("list.aside_straight")
    planned = ran.result.planned
    if planned and question.services:
        say_planned(draft, planned[:FALLBACK])
    if not beyond and question.services:
        _neighbours(draft, question, knowledge)
    silent = silent_nearby(question, knowledge, ran)
    if silent:
        draft.add("list.aside_silent", names=draft.words.joined([m.entry.name.value or "" for m in silent]))
    nothing = not beyond and not planned
    cited = bool(draft.citations)
    return draft.answer(
        Outcome.ABSTAIN if nothing or not cited else Outcome.ANSWERED,
        reason=Reason.NOT_IN_DOCUMENTS if nothing or not cited else None,
        besides=tuple(Found(m.entry, m.distance_km) for m in (beyond or planned)[:FALLBACK]),
    )


def no_further(draft: Draft, question: Question, knowledge: Knowledge) -> Answer:
    """The order of nearness ends before the rank asked: say so, with the last of it."""
    every = run(replace(question, nth=1, limit=question.nth), knowledge).result.matches
    count = draft.computed(len(every))
    draft.add("list.no_further", count=count, rank=draft.computed(question.nth), date=knowledge.table_date)
    for rank, match in enumerate(every[-1:], len(every)):
        item(draft, question, match, rank, 1)
    return draft.answer(besides=tuple(Found(m.entry, m.distance_km) for m in every[-1:]))


def _neighbours(draft: Draft, question: Question, knowledge: Knowledge) -> None:
    """Close services, named as such."""
    near = tuple(
        dict.fromkeys(n for codes in question.services for c in codes.split("|") for n in knowledge.lexicon[c].near)
    )
    for code in near[:3]:
        query = Query(criteria(knowledge, (code,), False), Near(question.place, 100.0) if question.place else None)
        matches = knowledge.directory.run(query).matches[:FALLBACK]
        if matches:
            items = []
            for m in matches:
                km = f", {draft.km(m.distance_km)}" if m.distance_km is not None else ""
                items.append(
                    draft.say(
                        "list.aside_neighbour_item", name=m.entry.name.value, town=m.entry.municipality.value, km=km
                    )
                    + " "
                    + draft.cite(*m.spans[:1])
                )
            draft.add("list.aside_neighbour", service=knowledge.service(code, draft.words), items=", ".join(items))


def _say_none(draft: Draft, question: Question, knowledge: Knowledge, ran: Ran, infinitive: str) -> None:
    draft.add(
        "list.none",
        total=draft.computed(ran.result.total),
        date=knowledge.table_date,
        infinitive=infinitive,
        where=where_said(draft, question, knowledge, ran),
        conditions=conditions_said(draft, question),
    )


def planned_only(draft: Draft, question: Question, knowledge: Knowledge, ran: Ran) -> Answer:
    """ "quelles coops prévoient offrir…": the planned drawer is the answer."""
    planned = ran.result.planned
    if not planned:
        infinitive = draft.say("list.none_planned", service=services_said(draft, question, knowledge))
        _say_none(draft, question, knowledge, ran, infinitive)
        return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
    one = "_one" if len(planned) == 1 else ""
    what = draft.say(f"list.planned{one}", service=services_said(draft, question, knowledge))
    coops = draft.say("word.coop" if len(planned) == 1 else "word.coops")
    draft.add(
        "list.head",
        count=draft.computed(len(planned)),
        coops=coops,
        total=draft.computed(ran.result.total),
        what=what,
        where=where_said(draft, question, knowledge, ran),
        conditions=conditions_said(draft, question),
        date=knowledge.table_date,
    )
    for rank, match in enumerate(planned, 1):
        item(draft, question, match, rank, len(planned))
    return draft.answer(entries=tuple(Found(m.entry, m.distance_km) for m in planned))


def say_planned(draft: Draft, planned: tuple[Match, ...]) -> None:
    """Adds which co-ops only plan the service, in their own words."""
    items = [
        draft.say(
            "list.aside_planned_item",
            name=m.entry.name.value,
            quote=quoted(m.spans[0].quote),
            mark=draft.cite(m.spans[0]),
        )
        for m in planned
        if m.spans
    ]
    if items:
        draft.add("list.aside_planned", items="; ".join(items))
