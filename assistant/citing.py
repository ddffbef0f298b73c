"""Where a span stands, in words a reader can follow: "tableau, entrée 21, services offerts"."""

from __future__ import annotations

from ingest.document import Span
from ingest.entry import Cell, Entry
from ingest.library import Library

FIELD_NAMES = {
    "number": "numéro",
    "name": "nom",
    "region": "région",
    "phones": "téléphone",
    "emails": "courriel",
    "websites": "site web",
    "contact": "contact",
    "contact_role": "contact",
    "postal_code": "code postal",
    "municipality": "adresse",
    "address": "adresse",
    "population_text": "population desservie",
    "membership_text": "membres et dossiers actifs",
    "services_text": "services médicaux offerts",
    "doctors_text": "médecins en place",
    "recruiting_text": "médecins à recruter",
    "particularities": "description et particularités",
}


def locator(library: Library, span: Span) -> str:
    """The place of `span` in its document, in French."""
    for entry in library.entries:
        if entry.span.contains(span):
            return f"tableau, entrée {entry.position}, {_field(entry, span)}"
    for passage in library.passages:
        if passage.span.contains(span) or span.contains(passage.span):
            title = passage.headings[-1].quote.strip(" .*:#") if passage.headings else ""
            return f"section « {' '.join(title.split())} »" if title else f"ligne {span.document.line_of(span.start)}"
    return f"ligne {span.document.line_of(span.start)}"


def _field(entry: Entry, span: Span) -> str:
    for attribute, name in FIELD_NAMES.items():
        value = getattr(entry, attribute)
        cells: tuple[Cell[object], ...] = value if isinstance(value, tuple) else (value,)
        if any(cell.span is not None and cell.span.contains(span) for cell in cells):
            return name
    return "en-tête"
