"""Markdown tables as rows of cells, each with its place: runs of lines between bars, without the rules of dashes.

A row that is cut, or a line that stands in the middle of a table, is refused: it would be lost in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Document, Span
from ingest.errors import TableError

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|(\s*:?-+:?\s*\|)+\s*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: a blank cell is None; `line` is 1-based."""

    line: int
    span: Span
    cells: tuple[Span | None, ...]

    @property
    def filled(self) -> tuple[Span, ...]:
        return tuple(cell for cell in self.cells if cell is not None)


def read_tables(document: Document) -> tuple[tuple[Row, ...], ...]:
    """Runs of consecutive table lines, without the rules of dashes; a line cut in two is refused."""
    blocks: list[list[Row]] = []
    offset, inside = 0, False
    for line, raw in enumerate(document.text.splitlines(keepends=True), start=1):
        text = raw.strip()
        if text.startswith("|"):
            if not inside:
                blocks.append([])
            inside = True
            if not (text.endswith("|") and len(text) > 1):
                raise TableError(document.name, line, "la ligne du tableau est coupée : il lui manque sa barre finale.")
            if not _RULE.match(text):
                blocks[-1].append(_row(document, line, offset + raw.index("|"), text))
        else:
            if len(_PIPE.findall(text)) >= 3:
                raise TableError(document.name, line, "la ligne du tableau n'a pas sa barre initiale.")
            if text and inside:
                raise TableError(document.name, line, f"ligne étrangère au milieu du tableau : « {text[:60]} ».")
            inside = False
        offset += len(raw)
    return tuple(tuple(block) for block in blocks if block)


def _row(document: Document, line: int, start: int, text: str) -> Row:
    bars = [match.start() for match in _PIPE.finditer(text)]
    cells = (_cell(document, start + left + 1, start + right) for left, right in pairwise(bars))
    return Row(line, Span(document, start, start + len(text)), tuple(cells))


def _cell(document: Document, start: int, end: int) -> Span | None:
    raw = document.text[start:end]
    if not raw.strip():
        return None
    return Span(document, start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip()))
