"""The cells of numbers: population, members and files, doctors in place, doctors to recruit.

A cell has three states: "Aucun" and "0 selon les PREM" are *stated as none*; "?", "? médecins de famille" and a blank
are *not said*. "En recherche" says that doctors are sought without saying how many: *stated*, with no value. A number
is never computed: what is read is printed. So where two populations are printed the first one is read, and "75 membres
utilisateurs 6 membres soutien" reads 75 members, the cell's other count staying beside it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from ingest.document import Span
from ingest.entry import Cell, Count, State
from ingest.french import fold
from ingest.phrases import PhraseBook

NUMBER = re.compile(r"(?<![\w^.,/-])(?P<low>\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?![\w])")
_RANGE = re.compile(r"\s*(?:-|–|à)\s*(?P<high>\d+)\b")
_OPEN = re.compile(r"\s*et\s*\+")
_PART_OF = re.compile(r"\bdont\s+$")  # "7 ressources dont 2 infirmières": the 2 are among the 7
_MORE_THAN = re.compile(r"(?:\+|plus) de\s+$")
_NONE = re.compile(r"(?:aucune?s?|0)\b[^.;,]*")  # "Aucun service médical; dépistage" says more
_UNSAID = re.compile(r"\?")
_POPULATION = re.compile(r"\bpop(?:\.|ulation|\b)\s*:?\s*", re.IGNORECASE)
_MEMBERS = ("members", "worker_members", "user_members")


@cache
def book(section: str) -> PhraseBook[str]:
    """The words after a number and the code of what it counts, for one section of `counts.toml`."""
    data = tomllib.loads((files("ingest") / "lexicon" / "counts.toml").read_text(encoding="utf-8"))
    return PhraseBook(data[section])


def text_cell(cell: Span | None) -> Cell[str]:
    """A whole cell as printed."""
    if cell is None:
        return Cell(State.UNSAID)
    state = _state(cell)
    return Cell(state, cell.quote if state is State.STATED else None, cell)


def counts(cell: Span | None, *books: PhraseBook[str]) -> tuple[Count, ...]:
    """Every number of the cell followed by words of `books`, with its words; what is in brackets is a remark."""
    if cell is None:
        return ()
    text = re.sub(r"\([^)]*\)", lambda found: "(" + " " * (len(found.group()) - 2) + ")", cell.quote)
    found: list[Count] = []
    for match in NUMBER.finditer(text):
        ranged = _RANGE.match(text, match.end())
        opened = _OPEN.match(text, match.end())
        more = _MORE_THAN.search(text, 0, match.start())
        after = (ranged or opened or match).end()
        if _PART_OF.search(text, 0, match.start()):
            continue
        label = next((label for book in books if (label := _label(book, text, after))), None)
        if label is None:
            continue
        what, start, end = label
        low = read_number(match["low"])
        high = None if opened or more else int(ranged["high"]) if ranged else low
        begin = more.start() if more else match.start()
        found.append(Count(what, low, high, cell.quote[start:end], cell.slice(begin, end)))
    return tuple(found)


def read_number(printed: str) -> int:
    """The value of a printed whole number.

    >>> read_number("35 256")
    35256
    """
    return int(re.sub(r"\s", "", printed))


def first(found: tuple[Count, ...], *kinds: str) -> Cell[int]:
    """The first count of these kinds as a field."""
    for count in found:
        if count.what in kinds:
            return Cell(State.STATED, count.low, count.span)
    return Cell(State.UNSAID)


def members(found: tuple[Count, ...]) -> Cell[int]:
    """The number of members: the plain one, else the first of a kind of members."""
    plain = first(found, "members")
    return plain if plain.stated else first(found, *_MEMBERS)


def population(cell: Span | None) -> Cell[int]:
    """The population served: the number after "pop.", else the one before "personnes"."""
    if cell is None:
        return Cell(State.UNSAID)
    for match in NUMBER.finditer(cell.quote):
        mark = next((m for m in _POPULATION.finditer(cell.quote) if m.end() == match.start()), None)
        people = re.compile(r"\s*(?:personnes|habitants|citoyens)\b").match(cell.quote, match.end())
        if mark or people:
            span = cell.slice(mark.start() if mark else match.start(), people.end() if people else match.end())
            return Cell(State.STATED, read_number(match["low"]), span)
    return Cell(State.UNSAID, None, cell if _UNSAID.fullmatch(cell.quote) else None)


def family_doctors(cell: Span | None, found: tuple[Count, ...]) -> Cell[int]:
    """Family doctors in place. Doctors whose kind isn't told ("3 médecins") leave it *not said*, with their span."""
    if cell is None:
        return Cell(State.UNSAID)
    state = _state(cell)
    if state is not State.STATED:
        return Cell(state, None, cell)
    family = first(found, "family_doctors")
    return family if family.stated else Cell(State.UNSAID, None, cell)


def recruiting(cell: Span | None) -> Cell[Count]:
    """Doctors to recruit, its label being the rest of the cell; sought without a number: stated, no value."""
    if cell is None:
        return Cell(State.UNSAID)
    state = _state(cell)
    if state is not State.STATED:
        return Cell(state, None, cell)
    found = counts(cell, book("doctors"))
    if not found:
        return Cell(State.STATED, None, cell)
    count, start = found[0], found[0].span.end - len(found[0].label)
    label = cell.document.text[start : cell.end]
    return Cell(State.STATED, Count(count.what, count.low, count.high, label, cell), cell)


def _label(book: PhraseBook[str], text: str, after: int) -> tuple[str, int, int] | None:
    label = book.starting(text, after)
    if label is None or text[after : label.start].strip():
        return None
    end = label.end + 1 if text[label.end : label.end + 1] == "." and _abbreviated(text, label.end) else label.end
    return label.payload, label.start, end


def _abbreviated(text: str, end: int) -> bool:
    """Whether the point at `end` belongs to the word before it ("2 infirmières aux.", "1 gynéco.")."""
    return bool(re.search(r"\b(?:aux|adm|méd|prat|omniprat|gynéco|occ)$", text[:end], re.IGNORECASE))


def _state(cell: Span) -> State:
    if _UNSAID.match(cell.quote):
        return State.UNSAID
    return State.NONE if _NONE.fullmatch(fold(cell.quote)) else State.STATED
