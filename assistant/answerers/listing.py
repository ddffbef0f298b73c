"""Lists and counts of co-ops: complete, of how many, nearest first, planned apart, silence said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.fields import SHOWN, counts_of, stated, warn
from assistant.conditions import said
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.services import criteria, offers
from index.areas import InArea, InRegion, NamesMrc
from index.cells import entries_with_stems
from index.criteria import Among, Lacks, Number, OneOf, Says
from index.criterion import Criterion, Site, Truth
from index.places import Place, PlaceKind
from index.query import Match, Near, Query, Result
from ingest.document import Span
from ingest.entry import Entry, State

NEAR_KM = 30.0  # what "près de" means where no radius is said: half an hour of road
FARTHEST_KM = 1500.0  # Québec is no wider where people live: beyond, only the very nearest is worth naming
_PERCENT = re.compile(r"(?<!\S)(?:pourcentage|proportion|percentage|part)(?!\S)")
FALLBACK = 3  # how many nearest ones are named where none is near enough
WITH_PHONE = 3  # a list this short also gives the phones


def list_entries(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    return _answer(question, knowledge) if question.task is Task.LIST else None


def count_entries(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    return _answer(question, knowledge) if question.task is Task.COUNT else None


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
    return (*found, *(_within(area, question, knowledge) for area in question.areas))


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
        return Ran(directory.run(Query(asked, Near(question.place, 10_000.0), limit=question.limit)), None, False)
    return Ran(directory.run(Query(asked, Near(question.place, km), limit=question.limit)), km, False)


def _answer(question: Question, knowledge: Knowledge) -> Answer:
    leftover = _leftover(question, knowledge)
    if leftover is not None:
        return leftover
    ran = run(question, knowledge)
    draft = Draft(question)
    if question.corrected:
        draft.add("list.corrected", place=question.corrected)
    if question.planned and question.services:
        return _planned(draft, question, knowledge, ran)
    matches = ran.result.matches
    if not matches and ran.inside and ran.result.planned and question.services:
        return _planned(draft, question, knowledge, ran)
    if not matches:
        return _none(draft, question, knowledge, ran)
    _head(draft, question, knowledge, ran, len(matches))
    if question.task is Task.COUNT and _PERCENT.search(knowledge.fold(question.message)):
        percent = draft.computed(round(100 * len(matches) / ran.result.total, 1))
        draft.add("list.percent", percent=percent, total=draft.computed(ran.result.total))
    for rank, match in enumerate(matches, 1):
        _item(draft, question, match, rank, len(matches))
    _asides(draft, question, knowledge, ran)
    for match in matches:
        warn(draft, knowledge, match.entry, apart=True)
    for match in matches if question.regions else ():
        for anomaly in knowledge.oddities(match.entry):
            if anomaly.code == "region_of_today":
                draft.declare(anomaly.sentence)
                draft.add("list.aside_region", name=match.entry.name.value, sentence=anomaly.sentence)
    found = tuple(Found(m.entry, m.distance_km) for m in matches)
    return draft.answer(entries=found, suggestions=_suggestions(draft, question, matches))


def _leftover(question: Question, knowledge: Knowledge) -> Answer | None:
    """Words that nothing claimed must stand in a cell of the table, or the answer is that the documents don't say."""
    words = tuple(w for w in question.unsaid_words)
    if not words or question.follows:
        return None
    positions = entries_with_stems(knowledge.library.entries, words)
    if positions:
        return None
    return None if question.services else _unsaid(question, knowledge, words)


def _unsaid(question: Question, knowledge: Knowledge, words: tuple[str, ...]) -> Answer:
    draft = Draft(question)
    draft.add("abstain.not_in_documents_words", words=" ".join(words))
    draft.join("abstain.next_step_plain")
    return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)


# -- sentences ---------------------------------------------------------------------------------------------------


def services_said(draft: Draft, question: Question, knowledge: Knowledge, partitive: bool = False) -> str:
    """The services asked for; `partitive` as what is offered ("de la physiothérapie")."""
    codes = tuple(c for c in question.services if c not in question.lacking) or question.services
    say = knowledge.some_service if partitive else knowledge.the_service
    names = [say(code, draft.words) for code in codes]
    return draft.words.joined(names, "word.or" if question.either else "word.and")


def where_said(draft: Draft, question: Question, knowledge: Knowledge, ran: Ran | None = None) -> str:
    """ " à 30 km ou moins de Gatineau", " en région 04 (Mauricie)"."""
    parts = []
    if question.place is not None and ran is not None and ran.inside:
        parts.append(draft.say("list.inside", place=question.place.name))
    elif question.place is not None and ran is not None and ran.km is not None and not question.scope:
        halfway = "+" in question.place.key
        parts.append(
            draft.say("list.between" if halfway else "list.near", km=draft.km(ran.km), place=question.place.name)
        )
    for number in question.regions:
        draft.declare(f"{number:02d}")
        parts.append(draft.say("list.region", number=f"{number:02d}", region=knowledge.regions.get(number, "")))
    for area in question.areas:
        name = _mrc(area.name, draft) if area.kind is PlaceKind.MRC else area.name
        parts.append(draft.say("list.area" if area.kind is PlaceKind.MRC else "list.area_town", area=name))
    return "".join(f" {p}" for p in parts)


def _mrc(name: str, draft: Draft) -> str:
    """ "la MRC d'Acton", "la MRC de Papineau", "la MRC Les Maskoutains"."""
    bare = name.removeprefix("MRC ")
    if draft.words.language != "fr":
        return f"MRC {bare}"
    if bare.split()[0] in ("La", "Le", "Les") or bare.startswith("L'"):
        return f"la MRC {bare}"
    return f"la MRC d'{bare}" if bare[0] in "AEIOUÉÈH" else f"la MRC de {bare}"


def conditions_said(draft: Draft, question: Question) -> str:
    texts = [said(draft, criterion) for criterion in question.filters]
    return draft.say("cond.prefix", conditions=draft.words.joined(texts)) if texts else ""


def _what(draft: Draft, question: Question, knowledge: Knowledge, count: int) -> str:
    one = "_one" if count == 1 else ""
    if question.services:
        only_lacking = set(question.lacking) == set(question.services)
        kind = "lacking" if only_lacking else "service"
        said = draft.say(f"list.{kind}{one}", service=services_said(draft, question, knowledge, not only_lacking))
        if question.lacking and not only_lacking:
            names = [knowledge.the_service(c, draft.words) for c in question.lacking]
            said += draft.say("list.without", service=draft.words.joined(names, "word.or"))
        return said
    return draft.say(f"list.meet{one}" if question.filters and not question.regions else f"list.in_table{one}")


def _head(draft: Draft, question: Question, knowledge: Knowledge, ran: Ran, count: int) -> None:
    what, conditions = _what(draft, question, knowledge, count), conditions_said(draft, question)
    coops = draft.say("word.coop" if count == 1 else "word.coops")
    values = {
        "count": draft.computed(count),
        "coops": coops,
        "total": draft.computed(ran.result.total),
        "what": what,
        "conditions": conditions,
        "date": knowledge.table_date,
    }
    if question.limit == 1 and question.place is not None and ran.result.matches[0].distance_km is not None:
        km = draft.km(ran.result.matches[0].distance_km)
        if question.services or question.filters:
            draft.add(
                "list.nearest_is",
                place=question.place.name,
                km=km,
                what=_what(draft, question, knowledge, 1),
                conditions=conditions,
                date=knowledge.table_date,
            )
        else:
            draft.add("list.nearest_any", place=question.place.name, km=km, date=knowledge.table_date)
        return
    if question.scope:
        draft.add("list.head_scope", where="", scope=draft.say("list.scope"), **values)
        return
    if question.place is not None and question.strict and not ran.inside and ran.km is not None:
        draft.add("list.around", place=question.place.name, km=draft.km(ran.km), **values)
        return
    draft.add("list.head", where=where_said(draft, question, knowledge, ran), **values)


def _item(draft: Draft, question: Question, match: Match, rank: int, count: int) -> None:
    entry = match.entry
    town = draft.say("list.town", town=entry.municipality.value) if entry.municipality.value else ""
    distance = draft.say("list.distance", km=draft.km(match.distance_km)) if match.distance_km is not None else ""
    spans = [s for s in match.spans if _tells(s.quote, entry.municipality.value) and s != entry.name.span]
    quotes = [draft.say("list.quoted", quote=quoted(s.quote), mark=draft.cite(s)) for s in spans[:6]]
    quote = draft.say("list.quotes_many", quotes=", ".join(quotes)) if quotes else f" {draft.cite(*_address(match))}"
    extra = ""
    columns = list(question.fields)
    if count <= WITH_PHONE and "phones" not in columns:
        columns.append("phones")
    shown_already = {s for s in spans[:6]}
    for field in columns:
        if any(cell.contains(s) for cell in _cells(match.entry, field) for s in shown_already):
            continue
        extra += _extra(draft, question, match, field, asked=field in question.fields)
    draft.add("list.item", rank=rank, name=entry.name.value, town=town, distance=distance, quote=quote, extra=extra)


def _cells(entry: Entry, field: str) -> list[Span]:
    """Where a field stands in an entry: its counts, and its cells."""
    cells = [c.span for c in counts_of(entry, field)]
    return cells + [c.span for a in SHOWN.get(field, (field,)) for c in stated(entry, a) if c.span is not None]


def _address(match: Match) -> list:  # type: ignore[type-arg]
    cell = match.entry.municipality if match.entry.municipality.span else match.entry.name
    return [cell.span] if cell.span else []


def _tells(quote: str, town: str | None) -> bool:
    """Whether a proof is worth showing: neither a bare region number nor the town that the line names already."""
    return not quote.strip().isdigit() and quote != town


def _extra(draft: Draft, question: Question, match: Match, field: str, asked: bool) -> str:
    extra = ""
    for attribute in SHOWN.get(field, (field,)):
        counts = counts_of(match.entry, field)
        label = draft.say(f"field.{field if counts else attribute}").split(" ", 1)[-1]
        label = label.removeprefix("l'")
        cells = stated(match.entry, attribute)
        if counts:
            extra += draft.say(
                "list.extra", label=label, value=quoted(counts[0].span.quote), mark=draft.cite(counts[0].span)
            )
        elif cells and cells[0].span is not None:
            extra += draft.say(
                "list.extra", label=label, value=quoted(cells[0].span.quote), mark=draft.cite(cells[0].span)
            )
        elif asked and not question.filters:
            extra += draft.say("list.extra_unsaid", label=label)
    return extra


def _asides(draft: Draft, question: Question, knowledge: Knowledge, ran: Ran) -> None:
    if question.unsaid_words and question.services:
        draft.add("list.aside_unread", words=" ".join(question.unsaid_words))
    if ran.result.planned and question.services and question.limit is None:
        _say_planned(draft, ran.result.planned)
    if (
        question.place is not None
        and ran.km is not None
        and question.radius_km is None
        and not question.strict
        and not question.scope
        and question.limit is None
    ):
        draft.add("list.aside_radius")
    elif question.place is not None and not ran.inside and not question.scope:
        draft.add("list.aside_straight")
    if any(isinstance(f, Number) and f.name == "doctors" for f in question.filters):
        draft.add("sum.rule_doctors")
    for name, span in _undecided(question, knowledge, ran)[:FALLBACK]:
        draft.add("list.aside_range", name=name, quote=quoted(span.quote), mark=draft.cite(span))
    silent = _silent_nearby(question, knowledge, ran)
    if silent:
        draft.add("list.aside_silent", names=draft.words.joined([m.entry.name.value or "" for m in silent]))


def _undecided(question: Question, knowledge: Knowledge, ran: Ran) -> list[tuple[str, Span]]:
    """Co-ops whose printed range ("3-4") neither meets the number asked for nor fails it, with that range."""
    numbers = [f for f in question.filters if isinstance(f, Number)]
    gazetteer = knowledge.directory.gazetteer
    judged = [(m.entry, f.judge(Site(m.entry, None), gazetteer)) for m in ran.result.unknown for f in numbers]
    return [(e.name.value or "", v.spans[0]) for e, v in judged if v.truth is Truth.UNKNOWN and v.spans]


def _say_planned(draft: Draft, planned: tuple[Match, ...]) -> None:
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


def _silent_nearby(question: Question, knowledge: Knowledge, ran: Ran) -> tuple[Match, ...]:
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


def _none(draft: Draft, question: Question, knowledge: Knowledge, ran: Ran) -> Answer:
    """None: say so, then what is nearest or planned."""
    conditions = conditions_said(draft, question)
    if question.scope:
        draft.add("list.none_scope", conditions=conditions, date=knowledge.table_date)
        return draft.answer(
            Outcome.ANSWERED if question.filters else Outcome.ABSTAIN,
            reason=None if question.filters else Reason.NOT_IN_DOCUMENTS,
        )
    infinitive = (
        draft.say("list.none_infinitive", service=services_said(draft, question, knowledge, True))
        if question.services
        else draft.say("list.none_meets" if question.filters else "list.none_located")
    )
    draft.add(
        "list.none",
        total=draft.computed(ran.result.total),
        date=knowledge.table_date,
        infinitive=infinitive,
        where=where_said(draft, question, knowledge, ran),
        conditions=conditions,
    )
    if question.place is not None and question.place.kind is PlaceKind.OUTSIDE:
        draft.join("unknown.outside", place=question.place.name)
    beyond = () if question.topic else ran.result.beyond or _elsewhere(question, knowledge)
    if beyond:
        beyond = tuple(m for m in beyond if m.distance_km is None or m.distance_km <= FARTHEST_KM) or beyond[:1]
        draft.add("list.nearest" if len(beyond) > 1 else "list.nearest_one")
        for rank, match in enumerate(beyond[:FALLBACK], 1):
            _item(draft, question, match, rank, len(beyond))
        draft.add("list.aside_straight")
    planned = ran.result.planned
    if planned and question.services:
        _say_planned(draft, planned[:FALLBACK])
    if not beyond and question.services:
        _neighbours(draft, question, knowledge)
    silent = _silent_nearby(question, knowledge, ran)
    if silent:
        draft.add("list.aside_silent", names=draft.words.joined([m.entry.name.value or "" for m in silent]))
    nothing = not beyond and not planned
    cited = bool(draft.citations)
    return draft.answer(
        Outcome.ABSTAIN if nothing or not cited else Outcome.ANSWERED,
        reason=Reason.NOT_IN_DOCUMENTS if nothing or not cited else None,
    )


def _elsewhere(question: Question, knowledge: Knowledge) -> tuple[Match, ...]:
    """For a region or an MRC that has none: those nearest to its middle."""
    area = question.areas[0] if question.areas else None
    if area is None and question.regions:
        named = knowledge.directory.gazetteer.named(knowledge.regions.get(question.regions[0], ""))
        area = next((p for p in named if p.kind is PlaceKind.REGION), None)
    if area is None or not (question.services or question.filters):
        return ()
    asked = (*criteria(knowledge, question.services, question.either), *question.filters)
    return knowledge.directory.run(Query(asked, Near(area, 10_000.0))).matches


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


def _planned(draft: Draft, question: Question, knowledge: Knowledge, ran: Ran) -> Answer:
    """ "quelles coops prévoient offrir…": the planned drawer is the answer."""
    planned = ran.result.planned
    if not planned:
        infinitive = draft.say("list.none_planned", service=services_said(draft, question, knowledge))
        draft.add(
            "list.none",
            total=draft.computed(ran.result.total),
            date=knowledge.table_date,
            infinitive=infinitive,
            where=where_said(draft, question, knowledge, ran),
            conditions=conditions_said(draft, question),
        )
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
        _item(draft, question, match, rank, len(planned))
    return draft.answer(entries=tuple(Found(m.entry, m.distance_km) for m in planned))


def _suggestions(draft: Draft, question: Question, matches: tuple[Match, ...]) -> tuple[str, ...]:
    first = matches[0].entry.name.value
    return (draft.say("suggest.phone", name=first), draft.say("suggest.services", name=first))
