"""Small libraries made by hand, for tests that need a few entries and passages and not a whole corpus.

    an_entry(name="Coop de Thurso", services="Physiothérapie, prise de sang")
    a_passage("Le conseil est élu. Il se réunit.", headings=("Gouvernance",))
    a_library(an_entry(), a_passage("…"))

Every value keeps what the real reader guarantees: a span of a document whose slice is the value.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ingest.document import Document, Span
from ingest.entry import Cell, Entry, State
from ingest.library import Library
from ingest.passage import Kind, Passage

UNSAID: Cell[Any] = Cell(State.UNSAID)
CATALOGUE_SECTION = """
["{name}"]
title = "Document d'essai"
short = "Essai"
publisher = "Coopérative d'essai"
date = "novembre 2014"
year = "2014"
rights = "aucun"
"""


def a_document(text: str, name: str = "essai.txt", year: str = "2014") -> Document:
    return Document(name, "Document d'essai", "Essai", "Coopérative d'essai", year, year, "aucun", text)


def place(words: str, document: Document) -> Span:
    """Where `words` first stand in `document`."""
    start = document.text.index(words)
    return Span(document, start, start + len(words))


def stated(value: str, document: Document | None = None) -> Cell[str]:
    """A cell whose words are the whole of a document, or their first occurrence in `document`."""
    return Cell(State.STATED, value, place(value, document or a_document(value)))


def an_entry(
    name: str = "Coopérative de santé d'essai",
    position: int = 1,
    services: str | None = None,
    particularities: str | None = None,
    population: str | None = None,
    **cells: Any,
) -> Entry:
    """An entry whose other fields are unsaid; `cells` sets any of them (`members=Cell(…)`, `phones=(…,)`)."""
    printed = [text for text in (name, services, particularities, population) if text]
    document = a_document("\n".join(printed), f"tableau-{position:02}.txt")
    fields: dict[str, Any] = {field: UNSAID for field in Entry.__dataclass_fields__}
    fields |= dict.fromkeys(("phones", "emails", "websites", "counts", "services", "professionals", "doctors"), ())
    fields |= {"position": position, "span": Span(document, 0, len(document.text)), "name": stated(name, document)}
    texts = {"services_text": services, "particularities": particularities, "population_text": population}
    fields |= {field: stated(text, document) for field, text in texts.items() if text}
    return Entry(**(fields | cells))


def a_passage(text: str, headings: tuple[str, ...] = (), name: str = "prose.txt", group: int = 0) -> Passage:
    """A paragraph under its headings, in a document that holds nothing else."""
    document = a_document("\n".join((*headings, text)), name)
    start = len(document.text) - len(text)
    above = tuple(place(heading, document) for heading in headings)
    span = Span(document, start, len(document.text))
    sentences = tuple(span.slice(*found.span()) for found in re.finditer(r"[^.!?\s][^.!?]*[.!?]?", text))
    return Passage(span, Kind.PARAGRAPH, above, sentences, group)


def a_library(*parts: Entry | Passage) -> Library:
    entries = tuple(part for part in parts if isinstance(part, Entry))
    passages = tuple(part for part in parts if isinstance(part, Passage))
    documents = {part.span.name: part.span.document for part in parts}
    return Library(tuple(documents[name] for name in sorted(documents)), entries, passages, (), (), ())


def a_corpus(folder: Path, **texts: str) -> Path:
    """A corpus folder on disk: `a_corpus(tmp_path, gouvernance="Le conseil est élu.")`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    sections = (CATALOGUE_SECTION.format(name=f"{name}.txt") for name in sorted(texts))
    (folder / "documents.toml").write_text("".join(sections), encoding="utf-8")
    return folder


def read_paragraphs(folder: Path) -> Library:
    """A simple reader for a corpus made by `a_corpus`: each document is one passage."""
    paths = sorted(folder.glob("*.txt"))
    return a_library(*(a_passage(path.read_text(encoding="utf-8"), name=path.name) for path in paths))
