"""Markdown tables of co-ops: each co-op takes four rows, read strictly.

    | 2 COOPÉRATIVE DE SOLIDARITÉ DE SANTÉ DES GENS D'ICI RÉGION 01 | | | | | |
    | 200, boul Péron, Sainte-Félicité, QC G0J 2K0, 418-733-1337 Contact : … | | | | | |
    | POPULATION DESSERVIE | MEMBRES ET DOSSIERS ACTIFS | SERVICES MÉDICAUX OFFERTS | … |
    | MRC de La Matanie … | 2 000 membres | Service de santé … | 2 médecins de famille | ? | … |

A column is known by its heading, never by its place. Whatever can't be read stops the reading with a `TableError`:
no row is ever dropped. A table that has neither a region nor known headings isn't one of co-ops and is left to prose.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ingest.document import Document, Span
from ingest.errors import TableError
from ingest.french import key
from ingest.rows import Row, read_tables

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "population desservie": "population",
        "membres et dossiers actifs": "membership",
        "services medicaux offerts": "services",
        "medecins en place": "doctors",
        "med a recruter": "recruiting",
        "description et particularites": "particularities",
    }
)

_REGION = re.compile(r"\bRÉGION\s+\d{1,2}\b", re.IGNORECASE)
_TITLE = re.compile(r"(?P<number>\d+)\s+(?P<name>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Record:
    """The four rows of one co-op: `values` are whole cells by column; None where the cell is blank."""

    position: int
    span: Span
    number: Span
    name: Span
    region: Span
    contact: Span
    values: Mapping[str, Span | None]


def read_records(document: Document) -> tuple[Record, ...]:
    """Every co-op of the document's tables, in order. Raises `TableError` at the first row that can't be read."""
    records: list[Record] = []
    for block in read_tables(document):
        if _is_of_coops(block):
            _read_block(document, block, records)
    return tuple(records)


def table_spans(document: Document) -> tuple[Span, ...]:
    """The places of the tables of co-ops: the rest of the document is prose."""
    blocks = [block for block in read_tables(document) if _is_of_coops(block)]
    return tuple(Span(document, block[0].span.start, block[-1].span.end) for block in blocks)


def _read_block(document: Document, block: tuple[Row, ...], records: list[Record]) -> None:
    rows = list(block)
    while rows:
        title = rows.pop(0)
        number, name, region = _read_title(document, title)
        contact = _next(document, rows, title, "la ligne d'adresse")
        headings = _next(document, rows, contact, "la ligne des intitulés de colonnes")
        values = _next(document, rows, headings, "la ligne des valeurs")
        if len(contact.filled) != 1 or _REGION.search(contact.span.quote) or _looks_like_headings(contact):
            raise TableError(document.name, contact.line, "la ligne d'adresse doit tenir en une seule cellule.")
        columns = _read_headings(document, headings)
        records.append(
            Record(
                position=len(records) + 1,
                span=Span(document, title.span.start, values.span.end),
                number=number,
                name=name,
                region=region,
                contact=contact.filled[0],
                values=MappingProxyType(_read_values(document, columns, values)),
            )
        )


def _read_title(document: Document, row: Row) -> tuple[Span, Span, Span]:
    """The printed number, the name and the region ("RÉGION 07") of a title row."""
    regions = [(cell, match) for cell in row.filled if (match := _REGION.search(cell.quote))]
    title = _TITLE.fullmatch(row.filled[0].quote) if row.filled else None
    if len(regions) != 1 or title is None or len(row.filled) > 2:
        problem = "on attend un titre « numéro NOM DE LA COOPÉRATIVE RÉGION nn »."
        raise TableError(document.name, row.line, problem)
    first = row.filled[0]
    region_cell, match = regions[0]
    end = title.end("name")
    if region_cell is first:
        if match.end() != len(first.quote):
            raise TableError(document.name, row.line, "la région doit terminer le titre.")
        end = len(first.quote[: match.start()].rstrip())
    elif match.span() != (0, len(region_cell.quote)):
        raise TableError(document.name, row.line, f"cellule inattendue dans le titre : « {region_cell.quote} ».")
    if end <= title.start("name"):
        raise TableError(document.name, row.line, "le titre n'a pas de nom de coopérative.")
    return (
        first.slice(*title.span("number")),
        first.slice(title.start("name"), end),
        region_cell.slice(*match.span()),
    )


def _read_headings(document: Document, row: Row) -> dict[int, str]:
    """The column of each cell of a row of headings, each of the six exactly once."""
    columns: dict[int, str] = {}
    for index, cell in enumerate(row.cells):
        if cell is None:
            continue
        column = COLUMNS.get(key(cell.quote))
        if column is None:
            raise TableError(document.name, row.line, f"intitulé de colonne inconnu : « {cell.quote} ».")
        if column in columns.values():
            raise TableError(document.name, row.line, f"intitulé de colonne répété : « {cell.quote} ».")
        columns[index] = column
    if missing := [heading for heading, column in COLUMNS.items() if column not in columns.values()]:
        raise TableError(document.name, row.line, f"intitulé de colonne absent : « {missing[0]} ».")
    return columns


def _read_values(document: Document, columns: dict[int, str], row: Row) -> dict[str, Span | None]:
    if _REGION.fullmatch(row.filled[0].quote if row.filled else "") or _looks_like_headings(row):
        raise TableError(document.name, row.line, "on attend ici les valeurs d'une coopérative.")
    if len(row.cells) <= max(columns):
        raise TableError(document.name, row.line, f"{len(row.cells)} cellules, il en manque.")
    for index, cell in enumerate(row.cells):
        if cell is not None and index not in columns:
            raise TableError(document.name, row.line, f"valeur sans intitulé de colonne : « {cell.quote} ».")
    return {column: row.cells[index] for index, column in columns.items()}


def _next(document: Document, rows: list[Row], before: Row, what: str) -> Row:
    if not rows:
        raise TableError(document.name, before.line, f"la suite de la coopérative manque : on attend {what}.")
    return rows.pop(0)


def _looks_like_headings(row: Row) -> bool:
    return sum(key(cell.quote) in COLUMNS for cell in row.filled) >= 2


def _is_of_coops(block: tuple[Row, ...]) -> bool:
    return any(_looks_like_headings(row) or any(_REGION.search(cell.quote) for cell in row.filled) for row in block)
