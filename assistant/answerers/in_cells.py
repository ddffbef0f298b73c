"""Words that only the table's free cells hold ("clinique mobile", "stagiaires"): the entries that hold them all."""

from __future__ import annotations

import re

from assistant.answer import Answer, Found
from assistant.answerers.abstain import SUBJECT
from assistant.answerers.figures import asks_no_bare_number
from assistant.asked import asks_meaning
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.wanted import asks_the_extreme
from index.cells import best_segment, stem
from ingest.document import Span
from ingest.entry import Entry

KEYWORDS = 3  # words typed: a longer message is a sentence, no search by keyword
MOST = 12  # entries: words that more of them hold single nothing out


_COUNTS = re.compile(r"(?<!\S)(?:combien|how many)(?!\S)")


def search_the_cells(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The entries of which the cells hold every word asked, with the clause that holds the rarest of them."""
    words = tuple(w for w in question.content if w not in SUBJECT)
    if question.task is not Task.PROSE or not words or question.period == "2021-2022":
        return None
    if any(knowledge.topics[code].evidence is None for code in question.topic.split()):
        return None  # "ont fermé" is told in no cell, "Ferme-Neuve" tells nothing of it
    folded = knowledge.fold(question.message)
    if asks_meaning(folded):
        return None  # that a cell holds a word doesn't tell what it means
    if asks_the_extreme(folded, "") or (_COUNTS.search(folded) and asks_no_bare_number(folded)):
        return None  # nor which one is most so, nor how many lack something
    if knowledge.speaks_of_federation(question.message) or len(words) > 4:
        return None
    typed = folded.split()
    if len(words) == 1 and len(typed) > KEYWORDS and not SUBJECT & set(typed):
        return None  # "quel temps fait-il ?" asks nothing of a co-op
    found = [(e, best_segment(e, words)) for e in knowledge.library.entries]
    holding = [(e, spans[0]) for e, (share, spans) in found if spans and share >= 0.5 and _holds(e, words)]
    if not 1 <= len(holding) <= MOST:
        return None
    draft = Draft(question)
    draft.add(
        "list.words",
        count=draft.computed(len(holding)),
        coops=draft.say("word.coop" if len(holding) == 1 else "word.coops"),
        total=draft.computed(knowledge.total),
        words=" ".join(words),
        date=knowledge.table_date,
    )
    for rank, (entry, span) in enumerate(holding, 1):
        draft.add(
            "list.item",
            rank=rank,
            name=entry.name.value,
            town=_town(draft, entry),
            distance="",
            quote=_quote(draft, span),
            extra="",
        )
    return draft.answer(entries=tuple(Found(e) for e, _ in holding))


def _holds(entry: Entry, words: tuple[str, ...]) -> bool:
    """Whether one clause or another of the entry holds each word."""
    return all(best_segment(entry, (w,))[0] == 1.0 for w in {stem(w): w for w in words}.values())


def _town(draft: Draft, entry: Entry) -> str:
    return draft.say("list.town", town=entry.municipality.value) if entry.municipality.value else ""


def _quote(draft: Draft, span: Span) -> str:
    return draft.say("list.quote", quote=quoted(span.quote), mark=draft.cite(span))
