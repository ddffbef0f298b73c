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
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.language import language
from assistant.terms import ANY, Terms, alternatives, means
from index.cells import stem
from ingest.document import Span
from ingest.french import words
from ingest.library import Library
from ingest.passage import Kind, Passage

HEADING_WEIGHT = 0.75  # a word of the heading counts a little less than one of the sentence
AROUND_WEIGHT = 0.5  # and one of the sentences around, that "elles" or "ce partenariat" speak of, half
LENGTH_PENALTY = 0.004  # for each word of a sentence beyond twelve: of two that cover as much, the shorter one answers
UNKNOWN_SHARE = 0.6  # a word that no document holds may be a paraphrase: it counts less than a rare word of theirs
# Words that say nothing in a question about the table, and much in one about the prose.
SUBJECTS = frozenset({"service", "services", "medical", "medicale", "medicaux", "centre", "solidarite", "moyenne"})
LIGHT = 0.4  # weight of a word that asks for nothing by itself
SIGNED = re.compile(r"\w+ \w+, M[dD]\b")  # who signs the paragraphs above bears witness
TESTIMONY = "témoignage"
READ = 512  # messages whose correction is kept: each is asked several times in a turn
SPELLING = 84  # RapidFuzz ratio from which a word unknown to the documents is read as one of theirs


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, item or captioned figure, with what its headings and the rest of its paragraph add."""

    passage: Passage
    span: Span
    own: frozenset[str]
    heading: frozenset[str]
    around: frozenset[str]
    length: int

    def share(self, term: str) -> float:
        """How much of an asked term it holds: 1 in its own words, less in its headings or its paragraph, 0 nowhere."""
        if means(term, self.own):
            return 1.0
        if means(term, self.heading):
            return HEADING_WEIGHT
        return AROUND_WEIGHT if means(term, self.around) else 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit with its coverage (0 to 1) and the question's words that it does not hold."""

    unit: Unit
    coverage: float
    score: float
    missing: tuple[str, ...]


class ProseSearch:
    """The prose of a library, sentence by sentence."""

    def __init__(
        self,
        library: Library,
        stop: frozenset[str],
        known: frozenset[str] = frozenset(),
        read: Callable[[str], str] = str,
    ) -> None:
        """`stop` are words without a subject; `known` are words well spelt, though no document holds them; `read`
        corrects what is typed."""
        self.read = lru_cache(maxsize=READ)(read)
        self.terms = Terms()
        self._known = frozenset(stem(w) for w in known)
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
        if passage.kind is Kind.NOTE and SIGNED.search(passage.text):
            own += self.terms.of(TESTIMONY)
        heading = [t for h in passage.headings[1:] or passage.headings for t in self.terms.of(h.quote)]
        around = self.terms.of(passage.text) if span != passage.span else ()
        return Unit(passage, span, frozenset(own), frozenset(heading), frozenset(around), len(own))

    def asked(self, text: str, soft: frozenset[str] = frozenset(), english: bool | None = None) -> tuple[str, ...]:
        """The terms that a question asks about: neither grammar nor `soft` words (the Federation's name).

        `english` says the language of a text that is only a part of what was typed.
        """
        found = []
        english = language(words(text)) == "en" if english is None else english
        for term in self.terms.asked(self.read(text), english=english):
            plain = not term.startswith("=") and ANY not in term
            if (plain and (term in self._stop or term in soft)) or len(term.removeprefix("=")) < 2:
                continue
            found.append(self._respelt(term))
        return tuple(dict.fromkeys(found))

    def said(self, text: str) -> frozenset[str]:
        """The terms of a document's text that have a subject of their own."""
        return frozenset(t for t in self.terms.of(text) if t not in self._stop and len(t) > 1)

    def _respelt(self, term: str) -> str:
        """A term that no document holds, read as the closest word of theirs where one is very close."""
        if self.knows(term) or term.startswith("=") or self.terms.is_light(term) or term in self._known:
            return term
        if len(term) < 5 or term.isdigit():
            return term
        from rapidfuzz import fuzz, process

        best = process.extractOne(term, self._vocabulary, scorer=fuzz.ratio, score_cutoff=SPELLING)
        return self.terms.asked(str(best[2]))[0] if best else term

    def search(self, asked: tuple[str, ...], year: str | None = None, limit: int = 10) -> tuple[Hit, ...]:
        """The units that cover most of the terms, best first; ties in the order of the documents, newest first."""
        weights = {t: self.weight_of(t) for t in asked}
        whole = sum(weights.values())
        if not whole:
            return ()
        hits = []
        for unit in self.units:
            if year is not None and unit.span.document.year != year:
                continue
            shares = {t: unit.share(t) for t in asked}
            if not any(shares.values()):
                continue
            coverage = sum(w * shares[t] for t, w in weights.items()) / whole
            missing = tuple(t for t in asked if not shares[t])
            score = coverage - LENGTH_PENALTY * max(0, unit.length - 12) / 10
            hits.append(Hit(unit, coverage, score, missing))
        hits.sort(key=lambda h: (-h.score, _age(h.unit.span), h.unit.span.start))
        return tuple(hits[:limit])

    def weight(self, terms: Sequence[str]) -> float:
        """How much these terms tell apart, all together."""
        return sum(self._rarity(t, self._unknown_idf) for t in terms)

    def weight_of(self, term: str) -> float:
        """How much one asked term counts: by its rarity, less where no document holds it or where it is light."""
        if self.terms.is_light(term):
            return LIGHT
        return self._rarity(term, self._unknown_idf * UNKNOWN_SHARE)

    def _rarity(self, term: str, unknown: float) -> float:
        """Its own where the documents hold it, else that of the commonest of the terms it may mean."""
        known = [self._idf[t] for t in alternatives(term) if t in self._idf]
        own = self._idf.get(alternatives(term)[0])
        return own if own is not None else min(known, default=unknown)

    def heading_weight(self, term: str) -> float:
        """How much a term tells one heading from the others; where none holds it, how rare it is in sentences."""
        if self.terms.is_light(term):
            return LIGHT
        holding = max(self._headings[t] for t in alternatives(term))
        if not holding:
            return self._rarity(term, UNKNOWN_SHARE * self._unknown_idf)
        return math.log(1 + self._heading_count / holding)

    def knows(self, term: str) -> bool:
        """Whether the prose holds this term anywhere."""
        return any(t in self._idf for t in alternatives(term))

    def strange(self, term: str) -> bool:
        """Whether a term asks for something that the prose holds nowhere."""
        return not self.knows(term) and not self.terms.is_light(term)


def _pieces(passage: Passage) -> tuple[Span, ...]:
    whole = passage.kind in (Kind.FIGURE, Kind.ITEM, Kind.NOTE) or (
        passage.kind is Kind.CONTACT and len(passage.text) < 80
    )
    return (passage.span,) if whole else passage.sentences


def _age(span: Span) -> str:
    """Sorts the newest document first."""
    return "".join(chr(0x10FFFF - ord(c)) for c in span.document.year)
