"""Does this co-op offer that service: yes, announced, no, or the document doesn't say. Silence is never "non"."""

from __future__ import annotations

import re

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.fields import stated
from assistant.answerers.premises import correct_premises, takes_for_lacking
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.services import offers
from index.criterion import Site, Truth, Verdict
from index.query import Query
from ingest.document import Span
from ingest.entry import Entry, Offer, State

MOST_CLAUSES = 5  # of those that tell of one service: "quels spécialistes ?" wants each
LONG_CELL = 260  # characters: a longer services cell is not quoted whole


def say_whether_offered(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.OFFER or not question.subjects:
        return None
    draft = Draft(question)
    known = False
    for position in question.subjects:
        entry = knowledge.entry(position)
        told = [code for code in question.services if _verdict(knowledge, entry, code).truth is not Truth.UNKNOWN]
        untold = [code for code in question.services if code not in told]
        for code in told:
            _say(draft, knowledge, entry, code)
            known = True
        if untold:
            _unknown(draft, knowledge, entry, "|".join(untold))
        if len(untold) == 1:
            _say_who_has_it(draft, knowledge, untold[0])
        if told:
            _say_of_the_topic(draft, question, knowledge, entry)
        known = correct_premises(draft, question, knowledge, entry) or known
    found = tuple(Found(knowledge.entry(p)) for p in question.subjects)
    for field in question.fields[:1]:
        for position in question.subjects:
            for cell in stated(knowledge.entry(position), field if field != "coordinates" else "phones"):
                label = draft.say(f"card.{field}") if draft.words.has(f"card.{field}") else field
                draft.add(
                    "card.line",
                    label=label,
                    value=quoted(cell.span.quote) if cell.span else "",
                    mark=draft.cite(*([cell.span] if cell.span else [])),
                )
    if not known:
        return draft.answer(Outcome.ABSTAIN, found, Reason.NOT_IN_DOCUMENTS)
    return draft.answer(entries=found)


def _say_of_the_topic(draft: Draft, question: Question, knowledge: Knowledge, entry: Entry) -> None:
    """What is asked of the service besides ("le soir", "en anglais"): the row's words, or that it doesn't say."""
    for code in question.topic.split():
        topic, year, name = (
            knowledge.topics[code].said(draft.words.language),
            entry.span.document.year,
            entry.name.value,
        )
        spans = knowledge.topics.evidence(code, entry)[:MOST_CLAUSES]
        if spans:
            quote, mark = " […] ".join(quoted(s.quote) for s in spans), draft.cite(*spans)
            draft.add("topic.found", topic=topic, year=year, name=name, quote=quote, mark=mark)
        else:
            draft.add("topic.absent", topic=topic, year=year, name=name)


def _verdict(knowledge: Knowledge, entry: Entry, code: str) -> Verdict:
    return offers(knowledge, code).judge(Site(entry, None), knowledge.directory.gazetteer)


def _say(draft: Draft, knowledge: Knowledge, entry: Entry, code: str) -> None:
    """One sentence on one service of which the row tells."""
    verdict = _verdict(knowledge, entry, code)
    service, name, year = knowledge.the_service(code, draft.words), entry.name.value, entry.span.document.year
    if verdict.truth is Truth.PLANNED:
        spans = under_heading(entry, verdict.spans[0])
        quote, mark = " […] ".join(quoted(s.quote) for s in spans), draft.cite(*spans)
        draft.add("offer.planned", service=service, name=name, quote=quote, mark=mark, year=year)
        draft.join("intro.confirm_plain", date=entry.span.document.date)
        return
    spans = tuple(dict.fromkeys(verdict.spans))[:MOST_CLAUSES]
    quote, mark = " », « ".join(quoted(span.quote) for span in spans), draft.cite(*spans)
    if verdict.truth is Truth.NO:
        draft.add("offer.absent", name=name, quote=quote, mark=mark)
    else:
        lacking = code in draft.question.lacking or takes_for_lacking(knowledge.fold(draft.question.message))
        said = "offer.yes_after_all" if lacking else "offer.yes_doctors"
        draft.add(said, service=service, name=name, quote=quote, mark=mark)
    draft.join("intro.confirm_plain", date=entry.span.document.date)


def under_heading(entry: Entry, clause: Span) -> tuple[Span, ...]:
    """A clause, behind what its cell says of all that it lists, where that stands farther: "En développement : …"."""
    cell = entry.services_text.span
    head = _HEAD.match(cell.quote) if cell is not None and cell.contains(clause) else None
    if cell is None or head is None or clause.start < cell.start + head.end():
        return (clause,)
    return (cell.slice(head.start(), head.end()), clause)


_HEAD = re.compile(r"[^;,.:]{3,30}?(?=\s?:)")


def _unknown(draft: Draft, knowledge: Knowledge, entry: Entry, code: str) -> None:
    year, name, service = entry.span.document.year, entry.name.value, knowledge.the_service(code, draft.words)
    if entry.services_text.state is State.UNSAID:
        draft.add("offer.unsaid_all", year=year, name=name, service=service)
        if entry.services_text.span is not None:
            draft._parts[-1] += " " + draft.cite(entry.services_text.span)  # the printed "?"
    else:
        draft.add("offer.unsaid", year=year, name=name, service=service)
    near = {n for c in code.split("|") for n in knowledge.lexicon[c].near}
    neighbours = [s for s in entry.services if s.code in near and s.offer is Offer.OFFERED]
    if neighbours:
        draft.join("offer.neighbour", quote=quoted(neighbours[0].clause.quote), mark=draft.cite(neighbours[0].clause))
    elif entry.services_text.stated and entry.services_text.span is not None:
        span = entry.services_text.span
        if len(span.quote) <= LONG_CELL:
            draft.join("offer.listed", quote=quoted(span.quote), mark=draft.cite(span))
    for cell in stated(entry, "phones")[:1]:
        if cell.span is not None:
            draft.join("offer.call", phone=cell.span.quote, mark=draft.cite(cell.span))


def _say_who_has_it(draft: Draft, knowledge: Knowledge, code: str) -> None:
    """The one other co-op that has it, where only one does."""
    holders = knowledge.directory.run(Query((offers(knowledge, code),))).matches
    if len(holders) == 1 and holders[0].spans:  # asked of this one, said of that one
        other, clause = holders[0].entry, holders[0].spans[0]
        draft.join("topic.other", name=other.name.value, quote=quoted(clause.quote), mark=draft.cite(clause))
