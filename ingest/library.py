"""Everything read from the corpus, saved as plain JSON Lines that a reviewer can read."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Document, Span
from ingest.entry import Entry
from ingest.passage import Figure, Passage, Quantity


@dataclass(frozen=True, slots=True)
class Anomaly:
    """An oddity of the source, kept as it is and named.

    `code` is its kind, `sentence` says it in French, `spans` show it, `position` is the entry's where there is one, and
    `reading` is what we propose to read instead, marked as ours wherever it is shown.
    """

    code: str
    sentence: str
    spans: tuple[Span, ...]
    position: int | None = None
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """Documents, entries of their tables, passages of their prose, figures and quantities, and anomalies."""

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    quantities: tuple[Quantity, ...]
    anomalies: tuple[Anomaly, ...]
