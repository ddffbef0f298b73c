"""What is indexed: the smallest pieces of text that make sense alone, each with its place.

A passage is indexed under its document's year and its headings, whole and sentence by sentence; a co-op by each of its
descriptive cells (services, particularities, population served) under its name. Phones and addresses are left to the
exact directory: they are looked up, never approached.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.document import Span
from ingest.entry import Entry
from ingest.library import Library
from ingest.passage import Passage


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece: `text` is what is searched (the words of `span` after their context), `span` what is cited."""

    source: Passage | Entry
    span: Span
    text: str

    @property
    def id(self) -> str:
        """Its place, which is unique: "brochure.txt:120-180"."""
        return f"{self.span.name}:{self.span.start}-{self.span.end}"


def units_of(library: Library) -> tuple[Unit, ...]:
    """All the units of a library, in the order of the documents, one for each place."""
    titles = _titles(library.passages)
    made: dict[str, Unit] = {}
    for passage in library.passages:
        for unit in _of_passage(passage, titles):
            made.setdefault(unit.id, unit)
    for entry in library.entries:
        for unit in _of_entry(entry):
            made.setdefault(unit.id, unit)
    return tuple(sorted(made.values(), key=lambda unit: unit.span))


def digest(units: Iterable[Unit]) -> str:
    """A fingerprint of places and texts: two readings of the same documents by different code have different ones."""
    total = hashlib.sha256()
    for unit in units:
        total.update(f"{unit.id}\0{unit.text}\0".encode())
    return total.hexdigest()


def _titles(passages: Iterable[Passage]) -> frozenset[Span]:
    """The outermost headings that all the passages of a document share: they would tell none from another."""
    outermost: dict[str, list[Span | None]] = {}
    for passage in passages:
        outermost.setdefault(passage.span.name, []).append(passage.headings[0] if passage.headings else None)
    shared = (headings[0] for headings in outermost.values() if len(headings) > 1 and len(set(headings)) == 1)
    return frozenset(heading for heading in shared if heading is not None)


def _of_passage(passage: Passage, titles: frozenset[Span]) -> Iterator[Unit]:
    headings = [_plain(heading) for heading in passage.headings if heading not in titles]
    context = " › ".join([passage.span.document.year, *headings])
    yield Unit(passage, passage.span, _join(context, passage.span))
    if len(passage.sentences) > 1:
        for sentence in passage.sentences:
            yield Unit(passage, sentence, _join(context, sentence))


def _of_entry(entry: Entry) -> Iterator[Unit]:
    name = entry.name.value or ""
    for cell in (entry.services_text, entry.particularities, entry.population_text):
        if cell.stated and cell.span is not None:
            yield Unit(entry, cell.span, _join(name, cell.span))


def _join(context: str, span: Span) -> str:
    return f"{context} : {_plain(span)}" if context else _plain(span)


def _plain(span: Span) -> str:
    """The words without Markdown's marks nor line breaks: a model reads them better."""
    return " ".join(span.quote.replace("**", "").replace("*", " ").replace("\\", "").split())
