"""What is indexed: the smallest pieces of text that make sense alone, each with its place.

A passage is indexed under its headings, and sentence by sentence where it has several; a co-op by each of its
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
    made: dict[str, Unit] = {}
    for passage in library.passages:
        for unit in _of_passage(passage):
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


def _of_passage(passage: Passage) -> Iterator[Unit]:
    context = " › ".join(_plain(heading) for heading in passage.headings)
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
