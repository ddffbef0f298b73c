"""Which cells of an entry hold given words: beneath "qui parle de…" and "le document ne le dit pas".

>>> [span.quote for span in cells_with(entry, "clinique mobile")]  # doctest: +SKIP
['Clinique mobile depuis 2019']
"""

from __future__ import annotations

import re
from functools import lru_cache

from index import lexical
from ingest.document import Span
from ingest.entry import Entry
from ingest.french import fold, words

DESCRIPTIVE = (
    "services_text",
    "particularities",
    "membership_text",
    "population_text",
    "doctors_text",
    "recruiting_text",
)
TEXT_FIELDS = ("name", "address", "contact", *DESCRIPTIVE)
SHORTEST_STEM = 4
_POINTS_BACK = re.compile(r"\s*(?:Cette|Cet|Ces|Ce|Celle-ci|Celui-ci)\b(?! (?:qui|que)\b)")
_SEGMENT = re.compile(r"[^;.:]+(?:\.(?=\S)[^;.:]+)*")


def cells_with(entry: Entry, wanted: str, fields: tuple[str, ...] = ()) -> tuple[Span, ...]:
    """The segments of cells that contain the folded words `wanted` in a row; at most one a cell."""
    target = tuple(wanted.split())
    found = []
    for name in fields or TEXT_FIELDS:
        cell = getattr(entry, name)
        if cell.span is None:
            continue
        place = _find(cell.span, target)
        if place is not None:
            found.append(_segment(cell.span, place))
    return tuple(found)


def best_segment(entry: Entry, wanted: tuple[str, ...]) -> tuple[float, tuple[Span, ...]]:
    """The share of these words (by stem) that one segment of the entry's cells holds, and the segments holding most."""
    stems = {lexical.stem(w) for w in wanted}
    if not stems:
        return 0.0, ()
    scored: list[tuple[float, Span]] = []
    for name in DESCRIPTIVE:
        cell = getattr(entry, name)
        if cell.span is None:
            continue
        for segment in segments(cell.span):
            held = {lexical.stem(w.folded) for w in words(segment.quote)} & stems
            if held:
                scored.append((len(held) / len(stems), segment))
    if not scored:
        return 0.0, ()
    best = max(score for score, _ in scored)
    return best, tuple(segment for score, segment in scored if score == best)


def segments(span: Span) -> tuple[Span, ...]:
    """The clauses of a cell, cut at semicolons, colons and ends of sentences."""
    found = []
    for match in _SEGMENT.finditer(span.quote):
        lead = len(match.group()) - len(match.group().lstrip())
        if match.group().strip():
            found.append(span.slice(match.start() + lead, match.start() + len(match.group().rstrip())))
    return tuple(found)


def with_what_it_points_at(entry: Entry, clause: Span) -> Span:
    """A clause with the one before it, where it begins by pointing at that: "Cette certification est…"."""
    if not _POINTS_BACK.match(clause.quote):
        return clause
    for name in DESCRIPTIVE:
        cell = getattr(entry, name)
        if cell.span is not None and cell.span.contains(clause):
            before = [s for s in segments(cell.span) if s.end <= clause.start]
            return Span(clause.document, before[-1].start, clause.end) if before else clause
    return clause


def entries_with_stems(entries: tuple[Entry, ...], wanted: tuple[str, ...]) -> tuple[int, ...]:
    """The positions of the entries of which one cell holds every one of these words, by their stems."""
    return tuple(e.position for e in entries if spans_holding(e, wanted))


def spans_holding(entry: Entry, wanted: tuple[str, ...]) -> tuple[Span, ...]:
    """One segment of each cell that holds every one of these words, by their stems: the one that holds most of them."""
    stems = {_told(w) for w in wanted}
    found = []
    for cell in (getattr(entry, name) for name in TEXT_FIELDS):
        if cell.span is not None and stems <= _stems(cell.span.quote) | _shortened(cell.span.quote, wanted):
            found.append(max(segments(cell.span), key=lambda s: len(stems & _stems(s.quote))))
    found += [c.span for c in (*entry.emails, *entry.websites) if c.span is not None and stems <= _stems(c.span.quote)]
    return tuple(found)


def proper_words(entry: Entry) -> frozenset[str]:
    """The words that the descriptive cells write with a capital where no sentence begins, folded: proper names."""
    found: set[str] = set()
    for cell in (getattr(entry, name) for name in DESCRIPTIVE):
        if cell.span is not None:
            for segment in segments(cell.span):
                found |= {w.folded for w in words(segment.quote)[1:] if segment.quote[w.start].isupper()}
    return frozenset(found)


@lru_cache(maxsize=8192)
def stem(folded: str) -> str:
    """The French stem of a folded word."""
    stemmed: str = lexical.stemmer().stemWord(folded)
    return stemmed


@lru_cache(maxsize=2048)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_told(w.folded) for w in words(text))


_SHORT_FORM = re.compile(r"\b([^\W\d_]{3,5})\.(?= \d)")


def _shortened(text: str, wanted: tuple[str, ...]) -> frozenset[str]:
    """The stems of the wanted words that a text prints by their beginning: "oct. 2013"."""
    forms = _short_forms(text)
    return frozenset(_told(w) for w in wanted if any(w != f and w.startswith(f) for f in forms))


@lru_cache(maxsize=2048)
def _short_forms(text: str) -> frozenset[str]:
    return frozenset(fold(form) for form in _SHORT_FORM.findall(text))


def _told(folded: str) -> str:
    """What tells a word from others: its stem, or the word itself where so little is left that "loi" is "loyer"."""
    return stem(folded) if len(stem(folded)) >= SHORTEST_STEM else folded


def _find(span: Span, target: tuple[str, ...]) -> tuple[int, int] | None:
    said = words(span.quote)
    for i in range(len(said) - len(target) + 1):
        if all(said[i + j].folded == target[j] for j in range(len(target))):
            return said[i].start, said[i + len(target) - 1].end
    return None


def _segment(span: Span, place: tuple[int, int]) -> Span:
    """The clause of a cell around a place, so that a quotation is read at a glance."""
    for match in _SEGMENT.finditer(span.quote):
        if match.start() <= place[0] and place[1] <= match.end():
            lead = len(match.group()) - len(match.group().lstrip())
            return span.slice(match.start() + lead, match.start() + len(match.group().rstrip()))
    return span
