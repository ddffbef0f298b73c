"""Passages said: sentences quoted, items as a list under their heading."""

from __future__ import annotations

from itertools import groupby

from assistant.answer import Answer, Outcome
from assistant.answerers.enumerated import say_how_many, whole_list
from assistant.answerers.section import list_spans
from assistant.draft import Draft, one_line, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question
from ingest.document import Span
from ingest.passage import Kind, Passage

SENTENCE = 320  # characters: of a longer sentence, only the words that answer are quoted
LONGEST = 750  # characters of the passages quoted together
ALONE = 25  # characters from which these words stand alone


def say_passages(question: Question, knowledge: Knowledge, spans: tuple[Span, ...], listing: str = "") -> Answer:
    """The sentences quoted, items as a list under their heading, in the order given.

    `listing` is the question that was anticipated for them.
    """
    draft = Draft(question)
    every = [part for unit in units_of(knowledge, spans) for part in _announced(knowledge, unit)]
    say_how_many(draft, question, knowledge, whole_list(knowledge, every), listing)
    units = _at_a_glance(every, spans)
    by_list = groupby(units, key=lambda unit: _list_of(knowledge, unit))
    for heading, group in by_list:
        items = list(group)
        if heading is not None and len(items) > 1:
            words = quoted(heading.quote).strip(" .*:")
            draft.add("prose.under", heading=words, mark=draft.cite(heading), document=heading.document.short)
            list_spans(draft, knowledge, items)
            continue
        for unit in items:
            said = _said(unit, spans)
            draft.add("prose.says", quote=one_line(said.quote), mark=draft.cite(said))
            draft.join("prose.source", document=unit.document.short)
    return draft.answer(Outcome.ANSWERED)


def units_of(knowledge: Knowledge, spans: tuple[Span, ...]) -> list[Span]:
    """The sentences or items that hold these spans, in order, each once."""
    found: dict[Span, None] = {}
    for span in spans:
        passage = knowledge.passage_of(span)
        found.setdefault(_unit(passage, span) if passage is not None else span)
    return list(found)


def _unit(passage: Passage, span: Span) -> Span:
    """The sentence of a paragraph that holds the span; an item, a figure or a note whole."""
    if passage.kind in (Kind.PARAGRAPH, Kind.CONTACT):
        return next((s for s in passage.sentences if s.contains(span)), span)
    return passage.span


def _announced(knowledge: Knowledge, unit: Span) -> list[Span]:
    """The items under a heading that only announces them ("dont voici les recommandations :"); another unit itself."""
    if not unit.quote.rstrip(" *").endswith(":"):
        return [unit]
    items = [p.span for p in knowledge.library.passages if p.kind is Kind.ITEM and p.headings[-1:] == (unit,)]
    return items or [unit]


def _at_a_glance(units: list[Span], spans: tuple[Span, ...]) -> list[Span]:
    """The first units, as many as are read at a glance."""
    length = 0
    kept: list[Span] = []
    for unit in units:
        length += len(_said(unit, spans).quote)
        if kept and length > LONGEST:
            break
        kept.append(unit)
    return kept


def _list_of(knowledge: Knowledge, unit: Span) -> Span | None:
    """The heading of the list that an item belongs to; None for a sentence."""
    passage = knowledge.passage_of(unit)
    return passage.headings[-1] if passage is not None and passage.kind is Kind.ITEM and passage.headings else None


def _said(unit: Span, spans: tuple[Span, ...]) -> Span:
    """A unit that is read at a glance, else the words of it that answer."""
    inside = [s for s in spans if unit.contains(s)]
    if len(unit.quote) <= SENTENCE or len(inside) != 1 or len(inside[0].quote) < ALONE:
        return unit
    return inside[0]
