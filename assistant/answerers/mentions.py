"""Co-ops that the prose names: who joined the Federation, and where each stands in the table of the other document."""

from __future__ import annotations

from assistant import times
from assistant.answer import Answer, Found, Outcome, Reason
from assistant.conversation import Turn
from assistant.draft import Draft, one_line
from assistant.knowledge import Knowledge
from assistant.membership import MEMBERSHIP, MENTIONS, asks_who_is_named, of_new_members
from assistant.question import Question, Task
from ingest.document import Span


def say_where_named(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "la coop Lac-Champlain a-t-elle joint la FQCS ?": what the prose says of it, and its row of the table."""
    if question.task is not Task.SOURCES or question.topic not in (MENTIONS, MEMBERSHIP) or not question.subjects:
        return None
    draft = Draft(question)
    told = dict.fromkeys(s for p in question.subjects for s in knowledge.mentions.get(p, ()))
    for span in told:
        _quote(draft, span)
    _rows(draft, knowledge, question.subjects)
    unnamed = [p for p in question.subjects if p not in knowledge.mentions]
    for document in knowledge.library.documents if unnamed else ():
        for entry in map(knowledge.entry, unnamed):
            if document != entry.span.document:
                draft.add("sources.not_named", document=draft.declare(document.short), name=entry.name.value)
    if unnamed and question.topic == MEMBERSHIP:
        heading = knowledge.words_of("MEMBRES ET NON-MEMBRES")
        mark = draft.cite(*([heading] if heading else []))
        draft.add("sources.membership", year=knowledge.table_year, mark=mark)
    found = tuple(Found(knowledge.entry(p)) for p in question.subjects)
    if question.topic == MEMBERSHIP and not told:
        return draft.answer(Outcome.ABSTAIN, found, Reason.NOT_IN_DOCUMENTS)
    return draft.answer(entries=found)


def find_who_joined_in_the_table(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "les nouvelles membres étaient-elles déjà au tableau de 2014 ?": who joined, and their rows of the table."""
    if question.task is not Task.PROSE or question.period != times.BOTH:
        return None
    asked = knowledge.asked_undated(question)
    said = knowledge.fold(question.message)
    joined = of_new_members(said) or asks_who_is_named(said) or any("=devenues_membres" in t for t in asked)
    if not joined or not any("=cooperatives" in t or "=membres" in t for t in asked):
        return None
    draft = Draft(question)
    for span in dict.fromkeys(s for spans in knowledge.mentions.values() for s in spans):
        _quote(draft, span)
    positions = tuple(knowledge.mentions)
    _rows(draft, knowledge, positions)
    return None if draft.empty else draft.answer(entries=tuple(Found(knowledge.entry(p)) for p in positions))


def _quote(draft: Draft, span: Span) -> None:
    text, mark = f"« {one_line(span.quote)} »", draft.cite(span)
    draft.add("prose.two_dates", document=span.document.short, text=text, mark=mark)


def _rows(draft: Draft, knowledge: Knowledge, positions: tuple[int, ...]) -> None:
    """The row of each co-op in the table: that it stands there is what is proved."""
    for entry in map(knowledge.entry, positions):
        mark = draft.cite(*([entry.name.span] if entry.name.span else []))
        town = entry.municipality.value or ""
        draft.add("sources.in_table", date=knowledge.table_date, name=entry.name.value, town=town, mark=mark)
