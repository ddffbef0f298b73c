"""Prose: a passage is a place of a document, under its headings; its text is its quote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ingest.document import Span
from ingest.entry import Cell


class Kind(StrEnum):
    """What a passage is in the document's layout."""

    PARAGRAPH = "paragraph"
    ITEM = "item"  # one item of a list
    FIGURE = "figure"  # a number standing alone with its caption
    CONTACT = "contact"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list item or a captioned figure. `sentences` cover it, in order; `headings` go outermost first.

    `group` numbers the list or paragraph run it belongs to, so that a whole list can be given in order.
    """

    span: Span
    kind: Kind
    headings: tuple[Span, ...]
    sentences: tuple[Span, ...]
    group: int

    @property
    def text(self) -> str:
        return self.span.quote


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of a prose table (the financial one): its row and column headers and itself, each in its place."""

    row: Span
    column: Span
    value: Cell[int]
    unit: str  # "$" or "%"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the prose with what it counts: "près de 40 coopératives de santé".

    `noun` is the folded singular head noun ("cooperative", "medecin"), `about` the printed hedge ("près de", "plus de",
    "une cinquantaine de" reads 50) or "".
    """

    number: float
    about: str
    noun: str
    span: Span  # hedge, number and noun phrase
    sentence: Span
