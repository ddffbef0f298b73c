"""Parts of two documents that say the same kind of thing: lists with items in common, sections of the same title.

The services of the Federation are listed in both documents under other headings, in other words: what one list holds
is told beside what the other doesn't.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from assistant.terms import Terms
from ingest.document import Span
from ingest.library import Library
from ingest.passage import Kind, Passage

_GRAMMAR = frozenset("des les aux par sur pour dans une".split())
COMMON = 4  # items in common from which two lists are of the same thing


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its items or paragraphs, and the terms of each."""

    heading: Span
    passages: tuple[Passage, ...]
    terms: tuple[frozenset[str], ...]

    @property
    def year(self) -> str:
        return self.heading.document.year

    @property
    def short(self) -> str:
        return self.heading.document.short


@dataclass(frozen=True, slots=True)
class Twins:
    """The newer section and the older one."""

    new: Section
    old: Section
    listed: bool

    def without_twin(self, section: Section) -> tuple[Passage, ...]:
        """The items of one list that share no telling word with the other."""
        other = self.old if section is self.new else self.new
        shared = _shared(section, other)
        return tuple(p for p, ts in zip(section.passages, section.terms, strict=True) if not ts & shared)


def find_twins(library: Library, terms: Terms) -> tuple[Twins, ...]:
    """The twins of the newest document and the one before it."""
    if len(library.documents) < 2:
        return ()
    old, new = library.documents[-2:]
    twins = []
    for one in _sections(library, new.name, terms):
        named = [s for s in _sections(library, old.name, terms) if _title(s) == _title(one)]
        alike = {s: _common(one, s) for s in _sections(library, old.name, terms)}
        best = max(alike, key=lambda s: alike[s], default=None)
        if named:
            twins.append(Twins(one, named[0], listed=False))
        elif best is not None and alike[best] >= COMMON:
            twins.append(Twins(one, best, listed=True))
    return tuple(twins)


def _title(section: Section) -> str:
    return " ".join(section.heading.quote.lower().split()).strip(" .:*#")


def _common(one: Section, other: Section) -> int:
    """How many items of one list share a telling word with the other; paragraphs are no items."""
    if any(p.kind is not Kind.ITEM for p in (*one.passages, *other.passages)):
        return 0
    shared = _shared(one, other)
    return sum(1 for ts in one.terms if ts & shared)


def _shared(one: Section, other: Section) -> frozenset[str]:
    """The terms of both that stand in one item of each: « gestion » and « développement » tell nothing apart."""
    counts = [Counter(t for ts in s.terms for t in ts) for s in (one, other)]
    return frozenset(t for t in counts[0] if counts[0][t] == 1 and counts[1][t] == 1)


def _telling(said: tuple[str, ...]) -> frozenset[str]:
    return frozenset(t for t in said if len(t) > 2 and t not in _GRAMMAR)


def _sections(library: Library, name: str, terms: Terms) -> tuple[Section, ...]:
    under: dict[Span, list[Passage]] = {}
    for passage in library.passages:
        told = passage.kind in (Kind.ITEM, Kind.PARAGRAPH) and "\t" not in passage.text
        if passage.span.name == name and len(passage.headings) > 1 and told:
            under.setdefault(passage.headings[-1], []).append(passage)
    return tuple(
        Section(heading, tuple(passages), tuple(_telling(terms.of(p.text)) for p in passages))
        for heading, passages in under.items()
    )
