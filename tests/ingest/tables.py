"""Small documents with a table of co-ops, for tests of reading."""

from __future__ import annotations

from ingest.document import Document

HEADINGS = (
    "POPULATION DESSERVIE",
    "MEMBRES ET DOSSIERS ACTIFS",
    "SERVICES MÉDICAUX OFFERTS",
    "MÉDECINS EN PLACE",
    "MÉD. À RECRUTER",
    "DESCRIPTION ET PARTICULARITÉS",
)
VALUES = ("MRC d'Essai pop. 1 200", "300 membres", "Médecine familiale", "2 médecins de famille", "?", "Clinique neuve")


def a_document(text: str) -> Document:
    return Document("essai.txt", "Essai", "Essai", "Essai", "novembre 2014", "2014", "Essai", text)


def row(*cells: str, width: int = 6) -> str:
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |\n"


def a_record(
    title: str = "1 COOPÉRATIVE DE SANTÉ D'ESSAI RÉGION 04",
    contact: str = "12, rue Neuve, Essai (Qc) G0X 1A0, 819 555-0101 Contact : Anne Roy, Présidente",
    headings: tuple[str, ...] = HEADINGS,
    values: tuple[str, ...] = VALUES,
) -> str:
    """The four rows of one co-op."""
    return row(title) + row(contact) + row(*headings) + row(*values)


RULE = "|--|--|--|--|--|--|\n"
