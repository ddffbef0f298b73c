"""A document and a place in it.

A `Span` is a place; its `quote` is a slice of the document's text, so a quotation can't be invented.
Offsets count Python characters (Unicode code points), half-open.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import CorpusError

CATALOGUE = "documents.toml"


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was read: `text` is never edited."""

    name: str
    title: str
    short: str
    publisher: str
    date: str
    year: str
    rights: str
    text: str = field(repr=False, compare=False)

    def line_of(self, offset: int) -> int:
        """The 1-based line of a character offset."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a document, `start` included, `end` not; never empty, never outside."""

    document: Document = field(compare=False)
    start: int
    end: int
    name: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.document.text):
            raise ValueError(f"span {self.start}:{self.end} outside {self.document.name}")
        object.__setattr__(self, "name", self.document.name)

    @property
    def quote(self) -> str:
        """The document's own words."""
        return self.document.text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies inside this span, in the same document."""
        return self.name == other.name and self.start <= other.start and other.end <= self.end

    def slice(self, start: int, end: int) -> Span:
        """The span of `self.quote[start:end]`."""
        return Span(self.document, self.start + start, self.start + end)


def read_documents(folder: Path) -> tuple[Document, ...]:
    """Every text of `folder`, in the order of their file names, described by its `documents.toml`.

    Raises `CorpusError` where the folder or catalogue is missing, a file is undescribed, described but absent,
    or is not UTF-8.
    """
    catalogue = folder / CATALOGUE
    try:
        described = tomllib.loads(catalogue.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CorpusError(f"Le catalogue {catalogue} est introuvable : créez-le, une section par document.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"Le catalogue {catalogue} est illisible : {error}.") from error
    names = sorted(path.name for path in folder.glob("*.txt"))
    for name in names:
        if name not in described:
            raise CorpusError(f"Le document {name} n'est pas décrit dans {catalogue} : ajoutez-y sa section.")
    for name in described:
        if name not in names:
            raise CorpusError(
                f"{catalogue} décrit {name}, qui n'est pas dans {folder} : remettez-le ou retirez sa section."
            )
    return tuple(_read(folder / name, described[name]) for name in names)


def _read(path: Path, facts: dict[str, str]) -> Document:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path.name} n'est pas un texte UTF-8 : réenregistrez-le dans ce format.") from error
    wanted = ("title", "short", "publisher", "date", "year", "rights")
    missing = [key for key in wanted if not isinstance(facts.get(key), str)]
    if missing:
        raise CorpusError(f"Dans {CATALOGUE}, la section {path.name} n'a pas : {', '.join(missing)}.")
    title, short, publisher, date, year, rights = (facts[key] for key in wanted)
    return Document(path.name, title, short, publisher, date, year, rights, text)
