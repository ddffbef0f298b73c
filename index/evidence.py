"""What a search gives back: a passage or an entry, the words that matched, and how they were found."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Span
from ingest.entry import Entry
from ingest.passage import Passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """One result; it carries its source, which carries its document, so that any stage can cite.

    `span` is the part of `source` that matched best: a passage, one sentence of it, or one cell of an entry. `score`
    orders one search's results and means nothing across searches; `cosine` and `bm25` do, and abstention needs them.
    Either is None where that search did not rank the source.
    """

    source: Passage | Entry
    span: Span
    score: float
    found_by: str  # "lexical", "dense" or "lexical+dense"
    cosine: float | None = None
    bm25: float | None = None
