"""Tables of figures in prose, their cells separated by tabs: each value with its row, its column and its unit.

DESCRIPTION	2021-2022 RÉEL	2020-2021 RÉEL	VARIATION 2020-2021
PRODUITS	235 478 \\$	134 702 \\$	75%
"""

from __future__ import annotations

import re

from ingest.document import Document, Span
from ingest.entry import Cell, State
from ingest.errors import TableError
from ingest.passage import Figure

_VALUE = re.compile(r"(?P<sign>-|\()?(?P<number>\d[\d \u00a0]*)\)?\s?(?P<unit>\\?\$|%)")


def read_figures(document: Document) -> tuple[Figure, ...]:
    """Every value of the document's tables of figures. Raises `TableError` at a cell that can't be read."""
    found: list[Figure] = []
    headings: list[Span | None] = []
    for row in _rows(document):
        if row is None:
            headings = []
        elif not headings:
            headings = row
        else:
            found += _read_row(document, headings, row)
    return tuple(found)


def _read_row(document: Document, headings: list[Span | None], row: list[Span | None]) -> list[Figure]:
    label = row[0]
    line = next((document.line_of(cell.start) for cell in row if cell), 0)
    if label is None:
        raise TableError(document.name, line, "la ligne du tableau de chiffres n'a pas d'intitulé.")
    units = [unit for cell in row[1:] if cell and (unit := _unit(cell))]
    found = []
    for column, cell in zip(headings[1:], row[1:], strict=False):
        if column is None:
            if cell is not None:
                raise TableError(document.name, line, f"chiffre sans intitulé de colonne : « {cell.quote} ».")
            continue
        if cell is None:
            found.append(Figure(label, column, Cell(State.UNSAID), "%" if "VARIATION" in column.quote else units[0]))
            continue
        match = _VALUE.fullmatch(cell.quote)
        if match is None:
            raise TableError(document.name, line, f"chiffre illisible : « {cell.quote} ».")
        number = int(re.sub(r"\s", "", match["number"])) * (-1 if match["sign"] else 1)
        found.append(Figure(label, column, Cell(State.STATED, number, cell), match["unit"].lstrip("\\")))
    return found


def _unit(cell: Span) -> str | None:
    match = _VALUE.fullmatch(cell.quote)
    return match["unit"].lstrip("\\") if match else None


def _rows(document: Document) -> list[list[Span | None] | None]:
    """The cells of each line with two tabs at least; None where a table ends."""
    rows: list[list[Span | None] | None] = []
    offset = 0
    for raw in document.text.splitlines(keepends=True):
        if raw.count("\t") >= 2 and not raw.lstrip().startswith("|"):
            rows.append(
                [
                    _cell(document, offset + m.start(), offset + m.end())
                    for m in re.finditer(r"[^\t\n]*(?:\t|$)", raw.rstrip("\n"))
                ]
            )
        else:
            rows.append(None)
        offset += len(raw)
    return rows


def _cell(document: Document, start: int, end: int) -> Span | None:
    raw = document.text[start:end]
    if not raw.strip():
        return None
    return Span(document, start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip()))
