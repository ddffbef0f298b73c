"""A document outside its tables of co-ops, cut in blocks: lines that follow each other without a blank one.

A list is one block per item, whatever its mark: `-`, `✓`, `»`, `>`, `>>`, `•`, or `-` before another mark. Where two
columns were read as one line ("- 2.1 Susciter et entretenir des 2.2 Recruter…"), each numbered part is an item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Document, Span
from ingest.table import table_spans

_MARK = re.compile(r"(?P<indent>\s*)(?:(?:[-•✓»]|>{1,2})\s+)+")
_NUMBERED_PART = re.compile(r"(?<=\s)\**(?=\d\.\d\**\s+[A-ZÀ-Ý])")


@dataclass(frozen=True, slots=True)
class Block:
    """`span` has neither the blanks around nor the mark of an item; `indent` is an item's depth, None elsewhere."""

    span: Span
    indent: int | None
    lines: int

    @property
    def text(self) -> str:
        return self.span.quote

    @property
    def is_item(self) -> bool:
        return self.indent is not None


def read_blocks(document: Document) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each stretch of prose: before, between and after the document's tables of co-ops."""
    stretches, start = [], 0
    for table in table_spans(document):
        stretches.append((start, table.start))
        start = table.end
    stretches.append((start, len(document.text)))
    return tuple(_read(document, left, right) for left, right in stretches)


def _read(document: Document, left: int, right: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    offset, open_block = left, False
    for raw in document.text[left:right].splitlines(keepends=True):
        here, offset = offset, offset + len(raw)
        if not raw.strip():
            open_block = False
        elif mark := _MARK.match(raw):
            blocks += _items(document, here, raw, mark)
            open_block = True
        elif open_block and "\t" not in raw:
            last = blocks.pop()
            end = here + len(raw.rstrip())
            blocks.append(Block(Span(document, last.span.start, end), last.indent, last.lines + 1))
        else:
            start = here + len(raw) - len(raw.lstrip())
            blocks.append(Block(Span(document, start, here + len(raw.rstrip())), None, 1))
            open_block = "\t" not in raw
    return tuple(blocks)


def _items(document: Document, here: int, raw: str, mark: re.Match[str]) -> list[Block]:
    """The items of one line: one, or several where numbered ones of two columns were joined."""
    cuts = [mark.end(), *(m.start() for m in _NUMBERED_PART.finditer(raw, mark.end() + 1)), len(raw.rstrip())]
    indent = len(mark["indent"])
    spans = [(left, len(raw[:right].rstrip())) for left, right in pairwise(cuts)]
    return [Block(Span(document, here + left, here + right), indent, 1) for left, right in spans if left < right]
