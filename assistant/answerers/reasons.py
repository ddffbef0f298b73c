"""Why: what the last answer rests on, and why a co-op is not in it."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.lines import services_said, where_said
from assistant.answerers.offer import under_heading
from assistant.answerers.selection import NEAR_KM, ranked, wanted
from assistant.conditions import said
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.hearing import DOCTORS
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from index.areas import InArea, InRegion
from index.criteria import Lacks, Offers, Says
from index.criterion import Criterion, Site, Truth, Verdict
from index.places import distance_km
from index.query import Sort
from index.readings import number_of
from ingest.document import Span
from ingest.entry import State

_BESIDE = {"members": "files", "files": "members"}  # what tells a co-op's size where its own column is silent
MOST_QUOTES = 6
_SHORT_CELL = 300  # characters: a longer cell is not quoted whole


def explain_last_answer(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "pourquoi ?", "d'où vient ce chiffre ?", "es-tu sûr ?": the last turn's own evidence."""
    if question.task is not Task.WHY or last is None:
        return None
    draft = Draft(question)
    answer = last.answer
    if not answer.citations and not _searched(question):
        draft.add("why.nothing")
        return draft.answer(Outcome.ABSTAIN, entries=answer.entries, reason=Reason.NOT_IN_DOCUMENTS)
    draft.add("why.head")
    if _searched(question):
        where = where_said(draft, question, knowledge).strip()
        draft.join("why.examined", total=draft.computed(knowledge.total))
        if question.services:
            draft.join(
                "why.wanted", service=services_said(draft, question, knowledge), where=f" {where}" if where else ""
            )
        if not answer.entries:
            draft.join("why.none_says")
    for span in answer.citations[:MOST_QUOTES]:
        draft.add("why.quote", quote=quoted(span.quote), document=span.document.short, mark=draft.cite(span))
    if len(answer.citations) > MOST_QUOTES:
        draft.add("why.more", count=draft.computed(len(answer.citations) - MOST_QUOTES))
    return draft.answer(entries=answer.entries)


def _searched(question: Question) -> bool:
    """Whether the question was asked of the whole table."""
    located = question.place is not None or question.regions or question.areas
    return bool(question.services or question.filters or located or question.measure) and not question.subjects


def say_why_not(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """One co-op against what the last list asked: what the table says of each condition that it does not meet."""
    if question.task is not Task.WHY or not question.subjects:
        return None
    draft = Draft(question)
    entry = knowledge.entry(question.subjects[0])
    site = knowledge.directory.sites[entry.position - 1]
    gazetteer = knowledge.directory.gazetteer
    name = entry.name.value
    told = False
    for criterion in wanted(question, knowledge):
        verdict = criterion.judge(site, gazetteer)
        if verdict.truth is Truth.YES:
            continue
        told = True
        _say(draft, question, knowledge, site, criterion, verdict)
    km = distance_km(question.place, site.place) if question.place is not None and site.place is not None else None
    reach = question.radius_km or NEAR_KM
    if km is not None and question.place is not None and km > reach and not question.scope:
        told = True
        draft.add("why.far", name=name, km=draft.km(km), place=question.place.name, radius=draft.km(reach))
    first = bool(question.measure) and _comes_first(question, knowledge)
    if question.measure and not told and not first:
        reading = number_of(entry, question.measure)
        if reading is None:
            draft.add("why.no_number", name=name, mark=draft.cite(*_proof(site)))
            other = number_of(entry, _BESIDE.get(question.measure, ""))
            told = True
            if other is not None:
                draft.join("why.other_number", quote=quoted(other.span.quote), mark=draft.cite(other.span))
        else:
            told = True
            draft.add("why.number", name=name, quote=quoted(reading.span.quote), mark=draft.cite(reading.span))
    if not told:
        draft.add("why.in_it", name=name, mark=draft.cite(*_proof(site)))
    draft.join("intro.confirm_plain", date=entry.span.document.date)
    found = (Found(entry, km),)
    return draft.answer(entries=found)  # that the table is silent is why: it answers


def _comes_first(question: Question, knowledge: Knowledge) -> bool:
    """Whether the co-op is among those that the ranking puts first."""
    asked = replace(question, task=Task.RANK, subjects=())
    matches = ranked(asked, knowledge, Sort(question.measure or "", question.descending)).matches
    return any(m.entry.position in question.subjects for m in matches[: question.limit or 1])


IN_PLACE = Says("doctors_text", (State.STATED,))  # what "Aucun" denies, whatever the column of services says


def _say(
    draft: Draft, question: Question, knowledge: Knowledge, site: Site, criterion: Criterion, verdict: Verdict
) -> None:
    """Why the co-op does not meet one criterion, with the words of its row."""
    entry = site.entry
    name, year = entry.name.value, entry.span.document.year
    if isinstance(criterion, InRegion | InArea) and entry.region.span is not None:
        region = draft.declare(knowledge.regions.get(entry.region.value or 0, ""))
        number = draft.declare(f"{entry.region.value:02d}")
        draft.add("why.region", name=name, number=number, region=region, mark=draft.cite(entry.region.span))
        return
    none_in_place = entry.doctors_text.state is State.NONE and entry.doctors_text.span is not None
    if isinstance(criterion, Offers) and criterion.code in DOCTORS and none_in_place:
        _say(draft, question, knowledge, site, IN_PLACE, IN_PLACE.judge(site, knowledge.directory.gazetteer))
        if verdict.truth is not Truth.PLANNED:
            return
    if isinstance(criterion, Offers):
        service = knowledge.the_service(criterion.code, draft.words)
        cell = entry.services_text
        if verdict.truth is Truth.UNKNOWN and cell.span is not None:
            draft.add(
                "why.not_named",
                year=year,
                name=name,
                service=service,
                services=_cut(cell.span),
                mark=draft.cite(cell.span),
            )
            return
        if verdict.spans:
            sentence = "offer.planned" if verdict.truth is Truth.PLANNED else "offer.absent"
            spans = under_heading(entry, verdict.spans[0])
            quote = " […] ".join(quoted(span.quote) for span in spans)
            draft.add(sentence, year=year, name=name, service=service, quote=quote, mark=draft.cite(*spans))
            return
    condition = "" if isinstance(criterion, Lacks) else _words(draft, criterion)
    if verdict.spans:
        span = verdict.spans[0]
        draft.add("why.says", name=name, condition=condition, quote=quoted(span.quote), mark=draft.cite(span))
    else:
        draft.add("why.unsaid", year=year, name=name, condition=condition, mark=draft.cite(*_proof(site)))


def _words(draft: Draft, criterion: Criterion) -> str:
    try:
        return said(draft, criterion)
    except TypeError:  # a criterion of the query that no visitor words: a list narrowed, an area
        return draft.say("list.scope")


def _cut(span: Span) -> str:
    text = quoted(span.quote)
    return text if len(text) <= _SHORT_CELL else f"{text[:_SHORT_CELL].rsplit(' ', 1)[0]} […]"


def _proof(site: Site) -> tuple[Span, ...]:
    span = site.entry.name.span
    return (span,) if span is not None else ()
