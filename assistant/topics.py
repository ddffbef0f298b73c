"""What people ask of a clinic that no column holds (hours, fees, parking): found in the cells, or said to be absent."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files

from assistant.phrases import Hit, Message
from index.cells import stem
from index.criterion import Site, Truth, Verdict
from index.places import Gazetteer
from ingest.document import Span
from ingest.entry import Entry
from ingest.french import words


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a topic (the evening, of opening hours): how it is asked, what shows it in a cell."""

    asked: re.Pattern[str]
    evidence: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its French name with its article, its English one, how it is asked, what shows it in a cell."""

    code: str
    name: str
    en: str
    asked: re.Pattern[str]
    evidence: re.Pattern[str] | None
    fields: tuple[str, ...] = ()  # columns that answer all the same where no clause does
    parts: tuple[Part, ...] = ()

    def said(self, language: str) -> str:
        """Its name in the language of the answer."""
        return self.name if language == "fr" else self.en


class Topics:
    """The topics of `topics.toml`."""

    def __init__(self) -> None:
        content = files("assistant").joinpath("lexicon").joinpath("topics.toml").read_text(encoding="utf-8")
        self._topics = {
            code: Topic(
                code,
                facts["name"],
                facts["en"],
                _pattern(facts["asked"]),
                _pattern(facts["evidence"]) if facts["evidence"] else None,
                tuple(facts.get("fields", ())),
                tuple(Part(_pattern(p["asked"]), _pattern(p["evidence"])) for p in facts.get("parts", ())),
            )
            for code, facts in tomllib.loads(content).items()
        }

    def __getitem__(self, code: str) -> Topic:
        return self._topics[code]

    def __contains__(self, code: str) -> bool:
        return code in self._topics

    def hits(self, message: Message) -> tuple[Hit, ...]:
        """The topics that a message asks about."""
        found = []
        for topic in self._topics.values():
            for match in topic.asked.finditer(message.folded):
                hit = message.hit(topic.code, match.start(), match.end())
                if hit is not None:
                    found.append(hit)
        return tuple(sorted(found, key=lambda h: (h.first, -h.last)))

    def vocabulary(self) -> frozenset[str]:
        """The plain words that ask for a topic."""
        patterns = (p.pattern for t in self._topics.values() for p in (t.asked, t.evidence) if p is not None)
        return frozenset(w for p in patterns for w in re.findall(r"(?<![\\\w])[a-z]{3,}", p))

    def evident(self, code: str, text: str) -> bool:
        """Whether a text speaks of the topic, in the words that ask for it or those that show it."""
        topic = self._topics.get(code)
        text = text.replace("\\", "")
        folded = Message(text, words(text)).folded
        if topic is None:
            return False
        return bool(
            topic.asked.search(folded)
            or (topic.evidence and (topic.evidence.search(folded) or topic.evidence.search(text.lower())))
        )

    def evidence(self, code: str, entry: Entry, asked: str = "") -> tuple[Span, ...]:
        """The clauses of the entry's descriptive cells that speak of the topic: of those parts of it that are `asked`,
        a folded message. "Ouvert du lundi au vendredi" answers whether a co-op opens on Saturdays, and is none that
        opens then.
        """
        pattern = self._topics[code].evidence
        if pattern is None:
            return ()
        parts = [part.evidence for part in self._topics[code].parts if part.asked.search(asked)]
        found = []
        for name in (
            "services_text",
            "particularities",
            "membership_text",
            "population_text",
            "recruiting_text",
            "doctors_text",
        ):
            cell = getattr(entry, name)
            if cell.span is None:
                continue
            for clause in clauses(cell.span):
                message = Message(clause.quote, words(clause.quote))
                if pattern.search(message.folded) and all(part.search(message.folded) for part in parts):
                    found.append(clause)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class SpeaksOf:
    """A criterion: a clause of the entry speaks of the topic and holds these figures."""

    topics: Topics = field(repr=False)
    code: str
    figures: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # further words, folded, that the clause must hold
    asked: str = ""  # the folded message, which may ask of a part of the topic

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        spans = [
            s
            for s in self.topics.evidence(self.code, site.entry, self.asked)
            if all(f in s.quote for f in self.figures)
        ]
        spans = [s for s in spans if _holds_all(s, self.also)]
        return Verdict(Truth.YES, tuple(spans[:1])) if spans else Verdict(Truth.UNKNOWN)


def _holds_all(span: Span, wanted: tuple[str, ...]) -> bool:
    held = {stem(w.folded) for w in words(span.quote)}
    return all(stem(w) in held for w in wanted)


def clauses(span: Span) -> tuple[Span, ...]:
    """The clauses of a cell, cut at semicolons and ends of sentences."""
    found = []
    for match in re.finditer(r"(?:[^;.]|\.(?!\s|$))+", span.quote):
        text = match.group()
        lead = len(text) - len(text.lstrip())
        body = text.strip()
        if body:
            found.append(span.slice(match.start() + lead, match.start() + lead + len(body)))
    return tuple(found)


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    either = "|".join(rf"(?:{p})" for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\S)(?:{either})(?!\S)")
