"""What a list says: its heading, its conditions in words, and the line of one co-op with its proofs."""

from __future__ import annotations

import re

from assistant.answerers.fields import SHOWN, counts_of, stated
from assistant.answerers.selection import Ran
from assistant.conditions import said
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question
from index.places import PlaceKind
from index.query import Match
from ingest.document import Span
from ingest.entry import Entry

WITH_PHONE = 3  # a list this short also gives the phones
_REGION = re.compile(r"RÉGION \d+", re.IGNORECASE)


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
    regions = [
        draft.say("list.region", number=draft.declare(f"{n:02d}"), region=draft.declare(knowledge.regions.get(n, "")))
        for n in question.regions
    ]
    parts += [draft.words.joined(regions, "word.or")] if regions else []
    counties = [_mrc(area.name, draft) for area in question.areas if area.kind is PlaceKind.MRC]
    if counties:
        parts.append(draft.say("list.area", area=draft.words.joined(counties, "word.or")))
    parts += [draft.say("list.area_town", area=a.name) for a in question.areas if a.kind is not PlaceKind.MRC]
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
    """The filters of a question in words, empty where it has none."""
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
    return draft.say(
        f"list.meet{one}" if question.filters and (question.scope or not question.regions) else f"list.in_table{one}"
    )


def head(draft: Draft, question: Question, knowledge: Knowledge, ran: Ran, count: int) -> None:
    """Adds the heading of a list: how many of how many, what they offer, where, under which conditions, as of when."""
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
        ranked = "_nth" if question.nth > 1 else ""
        rank = draft.computed(question.nth) if ranked else ""
        if question.services or question.filters:
            draft.add(
                f"list.nearest_is{ranked}",
                rank=rank,
                place=question.place.name,
                km=km,
                what=_what(draft, question, knowledge, 1),
                conditions=conditions,
                date=knowledge.table_date,
            )
        else:
            draft.add(
                f"list.nearest_any{ranked}", rank=rank, place=question.place.name, km=km, date=knowledge.table_date
            )
        return
    if question.limit and question.place is not None and ran.km is None and not ran.inside and not question.scope:
        few = "" if question.services or question.filters else "_any"
        draft.add(f"list.nearest_few{few}", place=question.place.name, **values)
        return
    if question.scope:
        draft.add("list.head_scope", where="", scope=draft.say("list.scope"), **values)
        return
    if question.place is not None and question.strict and not ran.inside and ran.km is not None:
        draft.add("list.around", place=question.place.name, km=draft.km(ran.km), **values)
        return
    draft.add("list.head", where=where_said(draft, question, knowledge, ran), **values)


def item(draft: Draft, question: Question, match: Match, rank: int, count: int) -> None:
    """Adds the line of one co-op: its rank, name, town, distance, proofs, and the columns that were asked."""
    entry = match.entry
    town = draft.say("list.town", town=entry.municipality.value) if entry.municipality.value else ""
    distance = draft.say("list.distance", km=draft.km(match.distance_km)) if match.distance_km is not None else ""
    spans = [s for s in match.spans if _tells(s.quote, entry.municipality.value) and s != entry.name.span]
    quotes = [draft.say("list.quoted", quote=quoted(s.quote), mark=draft.cite(s)) for s in spans[:6]]
    quote = draft.say("list.quotes_many", quotes=", ".join(quotes)) if quotes else f" {draft.cite(*_where(match))}"
    extra = ""
    columns = [field for field in question.fields if field != "card"]  # the whole record is no column
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


def _where(match: Match) -> list[Span]:
    """What proves that a co-op is where it was asked for: its printed region, else its town, else its name."""
    entry = match.entry
    printed = [s for s in match.spans if s == entry.region.span]
    return printed or [cell.span for cell in (entry.municipality, entry.name) if cell.span][:1]


def _tells(quote: str, town: str | None) -> bool:
    """Whether a proof is worth showing: neither the region of the heading nor the town that the line names already."""
    return not _REGION.fullmatch(quote.strip()) and quote != town


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
