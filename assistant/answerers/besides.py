"""What the row of a co-op says further, beside the field that was asked."""

from __future__ import annotations

from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question
from index.cells import best_segment
from ingest.entry import Entry

SHORT_CELL = 200  # characters: a cell quoted whole


def add_what_the_row_says(draft: Draft, question: Question, entry: Entry) -> None:
    """Words of the question beyond the field, where a segment of the entry holds them ("familles", "représentées")."""
    if not question.unsaid_words:
        return
    share, spans = best_segment(entry, question.unsaid_words)
    if share >= 0.5:
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
