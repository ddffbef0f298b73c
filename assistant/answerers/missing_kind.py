"""A price, a duration, a closing time… asked of one co-op, where its row holds none: said so, with what it does say.

"combien va coûter l'agrandissement ?" isn't answered by the clause that announces it.
"""

from __future__ import annotations

import re

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.fields import counts_of, stated
from assistant.answerers.selection import run
from assistant.answerers.topic import call
from assistant.asked import CONTACT
from assistant.cell_kinds import CellKind, kind_asked
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.topics import clauses
from index.cells import DESCRIPTIVE, best_segment
from ingest.document import Span
from ingest.entry import Entry
from ingest.french import fold

LONG_CELL = 260  # characters: a longer cell is not quoted for what it lacks
_ASKED_OF_ONE = (Task.FIELDS, Task.TOPIC, Task.OFFER)
_KINDS_OF_TOPICS = frozenset({"fees", "hours", "distinctions"})  # topics that only say which kind is wanted


def say_the_kind_is_missing(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """That the row of the co-op asked about holds no such thing; None where it does, or where none is wanted."""
    kind = kind_asked(knowledge.fold(question.message))
    entry = _the_one(question, knowledge) if kind is not None else None
    if kind is None or entry is None or _shown(kind, question, knowledge, entry):
        return None
    if kind.code == "closing_time" and _tells_the_days(question, knowledge, entry):
        return None
    draft = Draft(question)
    draft.add(f"missing.{kind.code}", year=entry.span.document.year, name=entry.name.value)
    for span in _said_of_it(question, knowledge, entry)[:1]:
        draft.join("missing.only", quote=quoted(span.quote), mark=draft.cite(span))
    call(draft, entry)
    return draft.answer(Outcome.ABSTAIN, (Found(entry),), Reason.NOT_IN_DOCUMENTS)


def _the_one(question: Question, knowledge: Knowledge) -> Entry | None:
    """The one co-op asked about: named, or alone in the town where a service is asked for."""
    if question.task in _ASKED_OF_ONE and len(question.subjects) == 1 and not set(question.fields) & CONTACT:
        return knowledge.entry(question.subjects[0])
    if question.task is not Task.LIST or not (question.place and question.strict and question.services):
        return None
    found = run(question, knowledge)
    matches = found.result.matches if found.inside else ()
    return matches[0].entry if len(matches) == 1 else None


def _shown(kind: CellKind, question: Question, knowledge: Knowledge, entry: Entry) -> bool:
    """Whether a clause holds a thing of the kind, and speaks of the service asked where one is."""
    asked = {code for codes in question.services for code in codes.split("|")}
    told = (c for span in _cells(entry) for c in _parts(span, kind) if kind.shown.search(fold(quoted(c.quote))))
    return any(
        kind.code != "price" or not asked or asked & {m.code for m in knowledge.lexicon.mentions(c.quote)} for c in told
    )


def _tells_the_days(question: Question, knowledge: Knowledge, entry: Entry) -> bool:
    """Whether a day is asked of and the row says on which it opens: "à quelle heure ferme-t-elle le samedi ?"."""
    printed = any(_DAY.search(knowledge.fold(span.quote)) for span in _cells(entry))
    return printed and _DAY.search(knowledge.fold(question.message)) is not None


_DAY = re.compile(
    r"(?<!\S)(?:(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|fins? de semaine|week ?ends?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?!\S)"
)


def _parts(span: Span, kind: CellKind) -> tuple[Span, ...]:
    """The clauses of a cell for a price, which is of what stands beside it; else the cell ("pop. 15 000")."""
    return clauses(span) if kind.code == "price" else (span,)


def _said_of_it(question: Question, knowledge: Knowledge, entry: Entry) -> list[Span]:
    """What the row says of the subject asked: its service, its topic, its words, its column."""
    codes = {code for codes in question.services for code in codes.split("|")}
    found = [s.clause for s in entry.services if s.code in codes]
    topics = (code for code in question.topic.split() if code in knowledge.topics and code not in _KINDS_OF_TOPICS)
    found += [span for code in topics for span in knowledge.topics.evidence(code, entry)]
    found += best_segment(entry, question.unsaid_words)[1] if question.unsaid_words else ()
    for field in question.fields:
        found += [count.span for count in counts_of(entry, field)]
        found += [c.span for c in stated(entry, _COLUMN.get(field, field)) if c.span is not None] if not found else []
    return [span for span in found if len(span.quote) <= LONG_CELL]


_COLUMN = {"population": "population_text", "doctors": "doctors_text", "family_doctors": "doctors_text"}


def _cells(entry: Entry) -> list[Span]:
    cells = (getattr(entry, name).span for name in DESCRIPTIVE)
    return [span for span in cells if span is not None]
