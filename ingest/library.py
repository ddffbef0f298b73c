"""Everything read from the corpus: documents become entries, passages, figures, quantities and anomalies.

>>> len(read_library(Path("corpus")).entries)
53
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest.anomalies import find_anomalies
from ingest.anomaly import Anomaly as Anomaly
from ingest.document import Document, read_documents
from ingest.entries import read_entries
from ingest.entry import Entry
from ingest.figures import read_figures
from ingest.passage import Figure, Passage, Quantity
from ingest.prose import read_passages
from ingest.quantities import read_quantities
from ingest.serialise import read_records, write_records
from ingest.services import load_lexicon

_KINDS = {"entry": Entry, "passage": Passage, "figure": Figure, "quantity": Quantity, "anomaly": Anomaly}


@dataclass(frozen=True, slots=True)
class Library:
    """Documents, entries of their tables, passages of their prose, figures and quantities, and anomalies."""

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    quantities: tuple[Quantity, ...]
    anomalies: tuple[Anomaly, ...]


def read_library(corpus: Path) -> Library:
    """Everything in the documents of `corpus`, in their order. Raises `IngestError` where one can't be read."""
    documents = read_documents(corpus)
    lexicon = load_lexicon()
    entries = tuple(entry for document in documents for entry in read_entries(document, lexicon))
    passages = tuple(passage for document in documents for passage in read_passages(document))
    figures = tuple(figure for document in documents for figure in read_figures(document))
    quantities = read_quantities(passages)
    anomalies = find_anomalies(documents, entries, passages, quantities)
    return Library(documents, entries, passages, figures, quantities, anomalies)


def save_library(library: Library, path: Path) -> None:
    """Write the library as JSON Lines; the same library always gives the same bytes."""
    groups = (library.entries, library.passages, library.figures, library.quantities, library.anomalies)
    write_records(path, library.documents, dict(zip(_KINDS, groups, strict=True)))


def load_library(path: Path, documents: tuple[Document, ...]) -> Library:
    """Read back a library saved from these documents.

    Raises `LibraryError` where the file is missing, damaged, of another version or made from other documents.
    """
    found = read_records(path, documents, _KINDS)
    return Library(documents, *(tuple(found[kind]) for kind in _KINDS))
