"""An oddity of the source, kept as it is and named: what `ingest.anomalies` finds."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Span


@dataclass(frozen=True, slots=True)
class Anomaly:
    """An oddity of the source.

    `code` is its kind, `sentence` says it in French, `spans` show it, `position` is the entry's where there is one, and
    `reading` is what we propose to read instead, marked as ours wherever it is shown.
    """

    code: str
    sentence: str
    spans: tuple[Span, ...]
    position: int | None = None
    reading: str | None = None
