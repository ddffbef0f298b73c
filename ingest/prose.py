"""Prose becomes passages: paragraphs, list items, figures with their caption, contact blocks and notes.

A line alone, short and without a verb's full stop is a heading; the first of the document is its title. A heading that
ends with a point ("Mission.") or is all in capitals opens a section; a numbered one ("2. Développement de services…")
or, in a document of such sections, a plain one opens a part of it. A heading printed several times is a label
("ORIENTATION", "OBJECTIFS"): the line after it is its title. A passage that brings a list ("… recommandations :") is
the last heading of the deeper items.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from ingest.blocks import Block, read_blocks
from ingest.clauses import sentences
from ingest.document import Document, Span
from ingest.french import fold
from ingest.layout import FIGURE, ends_with_point, is_caption_before, is_heading, is_lead, is_short
from ingest.passage import Kind, Passage

_NUMBERED = re.compile(r"\d+\.\s+\S")
_TITLE_OF_PERSON = re.compile(r"(?:M\.|Mme|Mmes|MM\.|Dr|Dre)\s+[A-ZÀ-Ý]")
_ATTRIBUTION = re.compile(r"[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+, .*\w")
_ROLE = re.compile(r"(?:co-?)?(?:president|vice-president|directeur|directrice|secretaire|tresorier|administrat)\w*")
_CONTACT = re.compile(r"\S@\S+\.\w|\bTél(?:éc)?\.?\s*:", re.IGNORECASE)
_NOTE = re.compile(r"©|\*\*\*|\^\{\*\}|TABLEAU\b")
_SALUTATION = re.compile(r"Chers?\b.*,|Chères?\b.*,")
_SECTION, _PART, _LABEL, _LABEL_TITLE, _SUBLABEL = 1, 2, 2, 3, 4


def read_passages(document: Document) -> tuple[Passage, ...]:
    """Every passage of the document's prose, in order; together with the headings they hold all its words."""
    return tuple(_read(document).passages)


def read_headings(document: Document) -> tuple[Span, ...]:
    """Every heading of the document, its title first, even one with nothing under it."""
    writer = _read(document)
    return (*((writer.title,) if writer.title else ()), *writer.seen)


def _read(document: Document) -> _Writer:
    stretches = read_blocks(document)
    shape = _Shape.of(document, tuple(block for stretch in stretches for block in stretch))
    writer = _Writer(shape)
    for stretch in stretches:
        writer.begin_stretch()
        for index, block in enumerate(stretch):
            writer.add(block, stretch[index + 1 :])
    return writer


@dataclass(frozen=True, slots=True)
class _Shape:
    """What holds for the whole document: headings printed several times, and whether sections end with a point."""

    labels: frozenset[str]
    dotted: bool

    @classmethod
    def of(cls, document: Document, blocks: tuple[Block, ...]) -> _Shape:
        lines = Counter(block.text for block in blocks if is_short(block) and block.text.isupper())
        dotted = sum(is_short(block) and ends_with_point(block) for block in blocks) >= 3
        return cls(frozenset(line for line, times in lines.items() if times > 1), dotted)


@dataclass(slots=True)
class _Writer:
    """Passages written so far, and the headings that are open."""

    shape: _Shape
    passages: list[Passage] = field(default_factory=list)
    headings: list[tuple[int, Span]] = field(default_factory=list)
    title: Span | None = None
    seen: list[Span] = field(default_factory=list)  # every heading, empty ones too
    intro: Block | None = None  # the item or paragraph, ending with a colon, that brings what follows
    pending: list[Block] = field(default_factory=list)  # blocks that belong with the one after them
    group: int = 0
    last: str = ""

    def begin_stretch(self) -> None:
        """After a table the headings of before don't hold."""
        self.headings, self.intro, self.last = [], None, ""

    def add(self, block: Block, following: tuple[Block, ...]) -> None:
        """Write a block, which may wait for the one after it."""
        after = following[0] if following else None
        if self.pending:
            first = self.pending.pop()
            self._close_figure_or_lead(first, block)
        elif self.title is None:
            self.title = block.span
        elif block.is_item:
            self._item(block)
        elif "\t" in block.text:
            self._write(block.span, Kind.PARAGRAPH, (block.span,), "table")
        elif FIGURE.fullmatch(block.text):
            self._figure(block, after)
        elif is_lead(block, after) or (after is not None and is_caption_before(block, after)):
            self.pending.append(block)
        elif self._is_note(block):
            self._note(block, after)
        elif is_heading(block) and after is not None:
            self._heading(block, after)
        else:
            self._paragraph(block)

    def _close_figure_or_lead(self, first: Block, block: Block) -> None:
        span = Span(first.span.document, first.span.start, block.span.end)
        if FIGURE.fullmatch(first.text) or FIGURE.fullmatch(block.text):
            self._write(span, Kind.FIGURE, (span,), "figure")
        else:
            self._write(span, Kind.ITEM, (span,), "mandates")

    def _figure(self, block: Block, after: Block | None) -> None:
        if after is not None and is_short(after) and not FIGURE.fullmatch(after.text):
            self.pending.append(block)
        else:
            self._write(block.span, Kind.FIGURE, (block.span,), "figure")

    def _item(self, block: Block) -> None:
        intro = self.intro
        deeper = intro is not None and intro.is_item and (block.indent or 0) > (intro.indent or 0)
        under = (intro.span,) if deeper and intro is not None else ()
        self._write(block.span, Kind.ITEM, sentences(block.span), f"list {block.indent}", under)
        if not deeper:
            self.intro = block if block.text.rstrip().endswith(":") else None

    def _paragraph(self, block: Block) -> None:
        if block.text[:1].islower() and self.intro is not None and not self.intro.is_item:
            self._write(block.span, Kind.ITEM, sentences(block.span), "mandates")
            return
        kind = Kind.CONTACT if _CONTACT.search(block.text) else Kind.PARAGRAPH
        parts = _lines(block.span) if kind is Kind.CONTACT else sentences(block.span)
        self._write(block.span, kind, parts, "prose")
        self.intro = block if block.text.rstrip().endswith(":") else None

    def _is_note(self, block: Block) -> bool:
        text = block.text
        if _NOTE.match(text):
            return True
        if _TITLE_OF_PERSON.match(text):
            return block.lines == 2
        signed = _SALUTATION.fullmatch(text) or _ATTRIBUTION.fullmatch(text) or _ROLE.fullmatch(fold(text))
        return is_short(block) and signed is not None

    def _note(self, block: Block, after: Block | None) -> None:
        """A signature printed just above a heading belongs under it."""
        signs = _TITLE_OF_PERSON.match(block.text) or _ROLE.fullmatch(fold(block.text))
        kind = Kind.CONTACT if _TITLE_OF_PERSON.match(block.text) else Kind.NOTE
        if signs and after is not None and is_heading(after):
            self.headings = [(_SECTION, after.span)]
        self._write(block.span, kind, _lines(block.span), "note")

    def _heading(self, block: Block, after: Block | None) -> None:
        text = block.text
        if text in self.shape.labels:
            level = _LABEL if after is not None and not after.is_item else _SUBLABEL
        elif self.headings and self.headings[-1][1].quote in self.shape.labels and self.headings[-1][0] == _LABEL:
            level = _LABEL_TITLE
            self._write(block.span, Kind.ITEM, (block.span,), "titles")
        elif _NUMBERED.match(text) or (self.shape.dotted and not ends_with_point(block) and not text.isupper()):
            level = _PART
        else:
            level = _SECTION
        self.headings = [*(pair for pair in self.headings if pair[0] < level), (level, block.span)]
        self.seen.append(block.span)
        self.intro, self.last = None, ""

    def _write(self, span: Span, kind: Kind, parts: tuple[Span, ...], run: str, under: tuple[Span, ...] = ()) -> None:
        if run != self.last:
            self.group += 1
        self.last = run
        title = (self.title,) if self.title is not None else ()
        headings = (*title, *(heading for _, heading in self.headings), *under)
        self.passages.append(Passage(span, kind, headings, parts, self.group))


def _lines(span: Span) -> tuple[Span, ...]:
    return tuple(span.slice(*match.span()) for match in re.finditer(r"\S[^\n]*", span.quote))
