"""Finds the sentences of the prose that answer a question, by how much of the question they cover.

Coverage is the share of the question's own words (by stem, synonyms counted as one, rare words weighing more) that a
sentence and its headings hold. Unlike a cosine, it can be read, and it falls when a question asks for something that
the documents never name: that is what abstention rests on. Meaning (dense vectors) proposes further sentences and
breaks ties.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from index.cells import stem
from ingest.document import Span
from ingest.french import key, words
from ingest.library import Library
from ingest.passage import Kind, Passage

HEADING_WEIGHT = 0.75  # a word of the heading counts a little less than one of the sentence
LENGTH_PENALTY = 0.004  # for each word of a sentence beyond twelve: of two that cover as much, the shorter one answers
UNKNOWN_SHARE = 0.6  # a word that no document holds may be a paraphrase: it counts less than a rare word of theirs
# Words that say nothing in a question about the table, and much in one about the prose.
SUBJECTS = frozenset({"service", "services", "medical", "medicale", "medicaux", "centre", "solidarite", "moyenne"})
SPELLING = 84  # RapidFuzz ratio from which a word unknown to the documents is read as one of theirs


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, item or captioned figure, with what its headings add."""

    passage: Passage
    span: Span
    own: frozenset[str]
    heading: frozenset[str]
    length: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit with its coverage (0 to 1) and the question's words that it does not hold."""

    unit: Unit
    coverage: float
    score: float
    missing: tuple[str, ...]


class Terms:
    """Turns texts into comparable terms: synonyms folded to one word each, the rest stemmed."""

    def __init__(self) -> None:
        text = files("assistant").joinpath("lexicon").joinpath("synonyms.txt").read_text(encoding="utf-8")
        groups = [
            [w.strip() for w in line.split(",")] for line in text.splitlines() if line and not line.startswith("#")
        ]
        self._phrases: list[tuple[re.Pattern[str], str]] = []
        self._words: dict[str, str] = {}
        for group in groups:
            name = "=" + group[0].replace(" ", "_")
            for member in group:
                if " " in member:
                    self._phrases.append((re.compile(rf"(?<!\S){re.escape(member)}(?!\S)"), name))
                else:
                    self._words[stem(member)] = name
        self._phrases.sort(key=lambda p: -len(p[0].pattern))

    def of(self, text: str) -> tuple[str, ...]:
        """The terms of a text, in order, repeats kept."""
        folded = key(text.replace("%", " pour cent "))
        for pattern, name in self._phrases:
            folded = pattern.sub(name, folded)
        return tuple(w if w.startswith("=") else self._words.get(stem(w), stem(w)) for w in folded.split())


class ProseSearch:
    """The prose of a library, sentence by sentence."""

    def __init__(self, library: Library, stop: frozenset[str]) -> None:
        self.terms = Terms()
        stop = stop - SUBJECTS
        self._stop = frozenset(stem(w) for w in stop) | stop
        self.units = tuple(self._unit(p, s) for p in library.passages for s in _pieces(p))
        headings = {h.quote for p in library.passages for h in p.headings[1:]}
        self._heading_count = len(headings)
        self._headings = Counter(t for h in headings for t in set(self.terms.of(h)))
        counts = Counter(t for u in self.units for t in u.own | u.heading)
        total = len(self.units)
        self._idf = {t: math.log(1 + total / (1 + n)) for t, n in counts.items()}
        self._unknown_idf = math.log(1 + total)
        self._vocabulary = {
            w.folded: stem(w.folded) for p in library.passages for w in words(p.text) if len(w.folded) > 4
        }

    def _unit(self, passage: Passage, span: Span) -> Unit:
        own = self.terms.of(span.quote)
        heading = [t for h in passage.headings[1:] or passage.headings for t in self.terms.of(h.quote)]
        return Unit(passage, span, frozenset(own), frozenset(heading), len(own))

    def asked(self, text: str, soft: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The terms that a question asks about: neither grammar nor `soft` words (the Federation's name)."""
        found = []
        for term in self.terms.of(text):
            bare = term.removeprefix("=")
            if (not term.startswith("=") and (term in self._stop or bare in soft)) or len(bare) < 2:
                continue
            found.append(self._respelt(term))
        return tuple(dict.fromkeys(found))

    def _respelt(self, term: str) -> str:
        """A term that no document holds, read as the closest word of theirs where one is very close."""
        if term in self._idf or term.startswith("=") or len(term) < 5 or term.isdigit():
            return term
        from rapidfuzz import fuzz, process

        best = process.extractOne(term, self._vocabulary, scorer=fuzz.ratio, score_cutoff=SPELLING)
        return self.terms.of(str(best[2]))[0] if best else term

    def search(self, asked: tuple[str, ...], year: str | None = None, limit: int = 10) -> tuple[Hit, ...]:
        """The units that cover most of the terms, best first; ties in the order of the documents, newest first."""
        weights = {t: self._idf.get(t, self._unknown_idf * UNKNOWN_SHARE) for t in asked}
        whole = sum(weights.values())
        if not whole:
            return ()
        hits = []
        for unit in self.units:
            if year is not None and unit.span.document.year != year:
                continue
            gained = sum(
                w if t in unit.own else w * HEADING_WEIGHT if t in unit.heading else 0.0 for t, w in weights.items()
            )
            if not any(t in unit.own or t in unit.heading for t in asked):
                continue
            coverage = gained / whole
            missing = tuple(t for t in asked if t not in unit.own and t not in unit.heading)
            score = coverage - LENGTH_PENALTY * max(0, unit.length - 12) / 10
            hits.append(Hit(unit, coverage, score, missing))
        hits.sort(key=lambda h: (-h.score, _age(h.unit.span), h.unit.span.start))
        return tuple(hits[:limit])

    def weight(self, terms: Sequence[str]) -> float:
        """How much these terms tell apart, all together."""
        return sum(self._idf.get(t, self._unknown_idf) for t in terms)

    def heading_weight(self, term: str) -> float:
        """How much a term tells one heading from the others; where none holds it, how rare it is in sentences."""
        holding = self._headings[term]
        if not holding:
            return self._idf.get(term, UNKNOWN_SHARE * self._unknown_idf)
        return math.log(1 + self._heading_count / holding)

    def knows(self, term: str) -> bool:
        """Whether the prose holds this term anywhere."""
        return term in self._idf


def _pieces(passage: Passage) -> tuple[Span, ...]:
    whole = passage.kind in (Kind.FIGURE, Kind.ITEM, Kind.NOTE) or (
        passage.kind is Kind.CONTACT and len(passage.text) < 80
    )
    return (passage.span,) if whole else passage.sentences


def _age(span: Span) -> str:
    """Sorts the newest document first."""
    return "".join(chr(0x10FFFF - ord(c)) for c in span.document.year)
