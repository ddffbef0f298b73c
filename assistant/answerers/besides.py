"""What the row of a co-op says further, beside the field that was asked."""

from __future__ import annotations

import re

from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.numbers import NUMBER, value
from assistant.question import Question
from index.cells import DESCRIPTIVE, SHORTEST_STEM, best_segment, segments, stem
from ingest.document import Span
from ingest.entry import Entry
from ingest.french import key, words

# How a co-op speaks of something, and not of whom it is made.
_TELLS = re.compile(r"(?<!\S)(?:decri\w*|qualifie\w*|presente\w*|parle\w*|vante\w*|comment est|de quoi a l air)(?!\S)")
SHORT_CELL = 200  # characters: a cell quoted whole


def add_what_the_row_says(draft: Draft, question: Question, entry: Entry) -> None:
    """Words of the question beyond the field, where a segment of the entry holds them ("familles", "représentées")."""
    if not question.unsaid_words:
        return
    share, spans = best_segment(entry, question.unsaid_words)
    if share >= 0.5 and not any(cited.contains(spans[0]) for cited in draft.citations):
        draft.join("fields.site", quote=quoted(spans[0].quote), mark=draft.cite(spans[0]))


def add_what_is_said_of_the_topic(draft: Draft, question: Question, knowledge: Knowledge, entry: Entry) -> bool:
    """The cell that speaks of a topic asked beside a number ("qui part à la retraite"): it may print that number."""
    spans = [
        s for code in question.topic.split() if code in knowledge.topics for s in knowledge.topics.evidence(code, entry)
    ]
    for span in spans[:1]:
        cell = entry.particularities.span
        inside = cell is not None and cell.start <= span.start and span.end <= cell.end
        whole = cell if inside and cell is not None and len(cell.quote) <= SHORT_CELL else span
        draft.join("fields.site", quote=quoted(whole.quote), mark=draft.cite(whole))
    return bool(spans)


def add_the_other_number(draft: Draft, question: Question, entry: Entry) -> None:
    """ "4 médecins à recruter, ou bien 7 ?": of two numbers said, the one that another clause of the row prints.

    The clause speaks of what the message counts.
    """
    opposed = _OPPOSED.search(key(question.message))
    if opposed is None:
        return
    told = {n for span in draft.citations for n in _numbers_in(span)}
    wanted = {int(value(opposed[side])) for side in ("one", "other")} - told
    named = {w.folded for w in words(f"{entry.name.value or ''} {entry.municipality.value or ''}")}
    asked = {stem(w) for w in question.content if len(w) >= SHORTEST_STEM and w not in named}
    cells = [c.span for c in (getattr(entry, name) for name in DESCRIPTIVE) if c.span is not None]
    for segment in (s for cell in cells for s in segments(cell)):
        if wanted & _numbers_in(segment) and asked & {stem(w.folded) for w in words(segment.quote)}:
            draft.join("fields.premise", quote=quoted(segment.quote), mark=draft.cite(segment))
            return


_OPPOSED = re.compile(
    rf"(?<!\S)(?P<one>{NUMBER})(?: (?!ou |or )\w+){{0,6}}? (?:ou|or|mais|but|pis|alors que|tandis que|versus|vs|contre)"
    rf"(?: \w+){{0,6}}? (?P<other>{NUMBER})(?!\S)"
)


def _numbers_in(span: Span) -> set[int]:
    return {
        int(re.sub(r"\D", "", n))
        for n in re.findall(r"(?<![\d-])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+", span.quote)
    }


def add_what_is_told(draft: Draft, question: Question, entry: Entry) -> bool:
    """What the particularities tell in the question's own words: "comment décrit-elle son équipe ?"."""
    if not _TELLS.search(key(question.message)) or entry.particularities.span is None:
        return False
    cell = entry.particularities.span
    told = [s for s in segments(cell) if set(question.content) & {w.folded for w in words(s.quote)}]
    for segment in told[:1]:
        draft.add("topic.words", words=_said(question, segment), year=cell.document.year, name=entry.name.value,
                  quote=quoted(segment.quote), mark=draft.cite(segment))  # fmt: skip
    return bool(told)


def _said(question: Question, segment: Span) -> str:
    held = {w.folded: segment.quote[w.start : w.end] for w in words(segment.quote)}
    return next(held[w].lower() for w in question.content if w in held)
