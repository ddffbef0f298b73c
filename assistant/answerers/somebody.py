"""Somebody whom the prose names, asked about as of a co-op whose row doesn't: where the prose places that person.

"Le Dr Gélinas pratique à la coop de Roxton Pond ?": his signature in the brochure says where.
"""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.answerers.quoting import units_of
from assistant.conversation import Turn
from assistant.draft import Draft, one_line
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.wanted import PERSON
from index.cells import spans_holding
from ingest.document import Span
from ingest.passage import Passage

_OF_A_COOP = (Task.FIELDS, Task.TOPIC, Task.OFFER, Task.CARD)
_TITLE = re.compile(r"^(?:M\.|Mme|Dre?)\s+|, M[dD]$")


def say_where_they_are(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """What the prose prints of the person named, where no row of the co-ops asked about does."""
    if question.task not in _OF_A_COOP or not question.subjects:
        return None
    named = [span for p in knowledge.library.passages for span in _named(p, question, knowledge)]
    if not named:
        return None
    told = units_of(knowledge, tuple(named[:1]))[0]
    draft = Draft(question)
    draft.add("prose.says", quote=one_line(told.quote), mark=draft.cite(told))
    draft.join("prose.source", document=told.document.short)
    return draft.answer()


def _named(passage: Passage, question: Question, knowledge: Knowledge) -> list[Span]:
    """Who is named there with a title, where the message says the whole name and no row asked about does."""
    said = set(knowledge.fold(question.message).split())
    found = []
    for match in PERSON.finditer(passage.span.quote):
        name = tuple(knowledge.fold(_TITLE.sub("", match.group())).split())
        printed = any(spans_holding(knowledge.entry(p), name) for p in question.subjects)
        if set(name) <= said and not printed:
            found.append(passage.span.slice(match.start(), match.end()))
    return found
