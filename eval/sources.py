"""The documents as the judge reads them himself: nothing here comes from the index or the assistant under test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.document import Document
from ingest.library import read_library


@dataclass(frozen=True, slots=True)
class Sources:
    """Documents by file name; of each co-op, by document and rank in its table: its row, where that stands (start and
    end, in characters), and its name with its town.
    """

    documents: Mapping[str, Document]
    rows: Mapping[tuple[str, int], str]
    places: Mapping[tuple[str, int], tuple[int, int]]
    names: Mapping[tuple[str, int], str]


def read_sources(corpus: Path) -> Sources:
    """The documents of `corpus` and the rows of their tables. Raises `IngestError` where one can't be read."""
    library = read_library(corpus)
    return Sources(
        {document.name: document for document in library.documents},
        {(entry.span.name, entry.position): entry.span.quote for entry in library.entries},
        {(entry.span.name, entry.position): (entry.span.start, entry.span.end) for entry in library.entries},
        {
            (entry.span.name, entry.position): " ".join(
                cell.span.quote for cell in (entry.name, entry.municipality) if cell.span
            )
            for entry in library.entries
        },
    )
