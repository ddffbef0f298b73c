"""Somebody whom the prose names, asked about as of a co-op whose row doesn't: where the prose places that person.

"Le Dr Gélinas pratique à la coop de Roxton Pond ?": his signature in the brochure says where.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Answer
from assistant.answerers.fields import give_fields
from assistant.answerers.quoting import units_of
from assistant.conversation import Turn
from assistant.draft import Draft, one_line
from assistant.joined import joined
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


def tell_each_bearer(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "Allaire, c'est qui ?": a surname alone that a contact of the table and somebody of the prose bear: both."""
    if question.task is not Task.PROSE or len(question.unsaid_words) != 1 or question.period:
        return None
    surname = question.unsaid_words[0]
    asked = knowledge.fold(question.message)
    if set(question.content) - {surname} or not _WHO.search(asked) or _TITLED.search(asked):
        return None
    contacts = [e for e in knowledge.library.entries if _last_word(e.contact.value or "", knowledge) == surname]
    named = [
        passage.span if len(passage.span.quote.split()) <= SIGNATURE else passage.span.slice(match.start(), match.end())
        for passage in knowledge.library.passages
        for match in PERSON.finditer(passage.span.quote)
        if _last_word(_TITLE.sub("", match.group()), knowledge) == surname
    ]
    if not contacts or not named:
        return None
    of_table = replace(
        question, task=Task.FIELDS, subjects=tuple(e.position for e in contacts), fields=("contact",), unsaid_words=()
    )
    exact = give_fields(of_table, knowledge, last)
    draft = Draft(question)
    draft.add("prose.says", quote=one_line(named[0].quote), mark=draft.cite(named[0]))
    draft.join("prose.source", document=named[0].document.short)
    return joined((draft.answer(), exact), of_each=False) if exact is not None else None


SIGNATURE = 8  # words of a passage that is a name with its post
_TITLED = re.compile(r"(?<!\S)(?:m|mr|mme|mlle|monsieur|madame|dr|dre|docteur)(?!\S)")
_WHO = re.compile(r"(?<!\S)(?:c est qui|qui (?:est|c est|ca|sont)|connai[st]\w*|who (?:is|s))(?!\S)")


def _last_word(name: str, knowledge: Knowledge) -> str:
    return (knowledge.fold(name).split() or [""])[-1]


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
