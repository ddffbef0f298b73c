"""Anything else asked of a named co-op (hours, fees, any word): what its cells say of it, or that they don't."""

from __future__ import annotations

import re

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.fields import HELPFUL, _attributes, stated
from assistant.answerers.premises import correct_premises, said_of_another
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.wanted import PERSON
from index.cells import best_segment, with_what_it_points_at
from ingest.document import Span
from ingest.entry import Entry

_WHEN = re.compile(r"(?<!\S)(?:quelle date|quelle annee|quel mois|what (?:date|year|month))(?!\S)")
_SINCE_WHEN = re.compile(r"(?<!\S)(?:depuis (?:quand|combien)|since when|how long)(?!\S)")
_COUNTS = re.compile(r"(?<!\S)(?:combien (?:de|d)|nombre (?:de|d)|how many|number of)(?!\S)")
ENOUGH_WORDS = 0.6  # share of the question's own words that a segment of a cell must hold to answer


def look_in_cells(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.TOPIC or not question.subjects:
        return None
    draft = Draft(question)
    asked = " ".join(question.unsaid_words)
    found_any = False
    others: list[Entry] = []
    for position in question.subjects:
        entry = knowledge.entry(position)
        year, name = entry.span.document.year, entry.name.value
        spans = _evidence(question, knowledge, entry)
        topic = knowledge.topics[question.topic.split()[0]].said(draft.words.language) if question.topic else ""
        if spans:
            found_any = True
            spans = tuple(with_what_it_points_at(entry, span) for span in spans)
            quote = " […] ".join(quoted(s.quote) for s in spans[:3])
            mark = draft.cite(*spans[:3])
            if topic:
                draft.add("topic.found", topic=topic, year=year, name=name, quote=quote, mark=mark)
            else:
                draft.add("topic.words", words=asked, year=year, name=name, quote=quote, mark=mark)
            if _COUNTS.search(knowledge.fold(question.message)) and not any(c.isdigit() for c in quote):
                draft.join("fields.uncounted")
            correct_premises(draft, question, knowledge, entry)
            continue
        if topic and _asks_another_date(question, knowledge, entry):
            draft.add("topic.undated", year=year, name=name)
        elif topic:
            draft.add("topic.absent", topic=topic, year=year, name=name)
        else:
            draft.add("topic.absent_words", words=asked, year=year, name=name)
        other = said_of_another(question, knowledge, entry)
        if other is not None:
            found_any = True
            others.append(other[0])
            draft.join("topic.other", name=other[0].name.value, quote=quoted(other[1].quote), mark=draft.cite(other[1]))
            continue
        found_any = correct_premises(draft, question, knowledge, entry) or found_any
        call(draft, entry)
    found = tuple(Found(e) for e in (*(knowledge.entry(p) for p in question.subjects), *others))
    if not found_any:
        return draft.answer(Outcome.ABSTAIN, found, Reason.NOT_IN_DOCUMENTS)
    return draft.answer(entries=found)


def is_told(question: Question, knowledge: Knowledge) -> bool:
    """Whether a cell of the first co-op named says what is asked of it, not only what puts the question right."""
    return bool(_evidence(question, knowledge, knowledge.entry(question.subjects[0])))


def _asks_another_date(question: Question, knowledge: Knowledge, entry: Entry) -> bool:
    """Whether a date is asked of what the row tells undated, or of a column: "depuis quand n'y a-t-il plus… ?"."""
    folded = knowledge.fold(question.message)
    if _WHEN.search(folded) and _of_topics(question, knowledge, entry):
        return True
    return bool(question.fields) and _SINCE_WHEN.search(folded) is not None


def _evidence(question: Question, knowledge: Knowledge, entry: Entry) -> tuple[Span, ...]:
    """What the cells say: of each topic in turn, then the segment that holds most words, then the field's cell."""
    spans = _of_topics(question, knowledge, entry)
    if _WHEN.search(knowledge.fold(question.message)):  # "déménage à quelle date ?": no date, no answer
        spans = tuple(s for s in spans if any(c.isdigit() for c in s.quote))
    if "doctor_names" in question.topic.split():  # a clause that speaks of a doctor names none
        spans = tuple(s for s in spans if PERSON.search(s.quote))
    years = set(re.findall(r"\b(?:19|20)\d\d\b", question.message)) - {entry.span.document.year}
    if "founded" in question.topic.split():  # "opère depuis 2005": another year, put right
        years = set()
    if years:  # "combien de consultations en 2013 ?": those of 2012 are others
        spans = tuple(s for s in spans if any(year in s.quote for year in years))
    if spans:
        return spans
    if question.unsaid_words:
        share, spans = best_segment(entry, question.unsaid_words)
        if share >= ENOUGH_WORDS:
            return spans
    topics = question.topic.split()
    fallbacks = [f for code in topics for f in knowledge.topics[code].fields] if topics else list(question.fields)
    return tuple(c.span for f in fallbacks for a in _attributes(f) for c in stated(entry, a) if c.span is not None)


def _of_topics(question: Question, knowledge: Knowledge, entry: Entry) -> tuple[Span, ...]:
    """The clauses that speak of the first topic that any speaks of."""
    told = (knowledge.topics.evidence(code, entry) for code in question.topic.split())
    return next((spans for spans in told if spans), ())


def call(draft: Draft, entry: Entry) -> None:
    """Adds how to reach the co-op that knows what its row doesn't say."""
    for attribute in HELPFUL:
        cells = stated(entry, attribute)
        if cells and cells[0].span is not None:
            mark = draft.cite(cells[0].span)
            if attribute == "phones":
                draft.join("topic.call", phone=cells[0].span.quote, mark=mark)
            else:
                label = draft.say(f"field.{attribute}")
                draft.join(
                    "topic.no_call",
                    what=draft.say("fields.instead_item", field=label, value=quoted(cells[0].span.quote), mark=mark),
                )
            return
