"""The address line of an entry: address, municipality, postal code, phones, e-mails, sites, contact and role.

    67, rue du Couvent, Gatineau (Qc) J9H 6A2, 819 684-1234 coopsa@videotron.ca Contact : Valérie Dufour, Présidente

Everything is kept as printed; only the postal code's value is normalised ("JOE 1P0" reads "J0E 1P0": a letter O where a
digit must stand). Where a sector and its city are both printed ("Jonquières, Saguenay"), the municipality is the first,
the more precise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.document import Span
from ingest.entry import Cell, State
from ingest.names import display

PHONE = re.compile(r"(?<![\d-])\(?\d{3}\)?[ .-]\d{3,4}[ .-]\d{4}(?!\d)(?:\s?(?:#|poste|p\.)\s?\d+)?")
EMAIL = re.compile(r"[\w.+-]+@(?:[\w-]+(?:\.[\w-]+)+|[\w-]+ [\w-]+(?:\.[\w-]+)+)")
WEBSITE = re.compile(r"(?:https?://|www\.)[^\s,;|]+[^\s,;|.]", re.IGNORECASE)
POSTAL = re.compile(r"\b[A-Z][\dO][A-Z][ -]?[\dO][A-Z][\dO]\b")
_CONTACT = re.compile(r"Contact\s*:\s*")
_LEAD = re.compile(r"(?:Tél(?:éphone)?|Téléc|Courriel|Site)\.?\s*:?\s*$", re.IGNORECASE)
_PROVINCE = re.compile(r"[\s,]*\(?\b(?:Qc|Québec)\b\.?\)?[\s,]*$", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d ]*(?:[- ]?[A-Z])?")
_UNIT = re.compile(
    r"(?:bureau|bur|local|suite|porte|pièce|app|unité|c\.?\s?p|case postale)\b.*|\d+\s*\^?\s*(?:e|er|ère|ième)\s+ét.*",
    re.IGNORECASE,
)
_BLANKS = " \t ,;"


@dataclass(frozen=True, slots=True)
class ContactLine:
    """What the address line says."""

    address: Cell[str]
    municipality: Cell[str]
    postal_code: Cell[str]
    phones: tuple[Cell[str], ...]
    emails: tuple[Cell[str], ...]
    websites: tuple[Cell[str], ...]
    contact: Cell[str]
    contact_role: Cell[str]


def read_contact_line(line: Span) -> ContactLine:
    """The parts of an address line; what it doesn't print is *not said*."""
    emails = _all(EMAIL, line)
    websites = tuple(site for site in _all(WEBSITE, line) if not any(mail.contains(site) for mail in emails))
    phones = _all(PHONE, line)
    contact, role = _contact(line, emails + websites)
    starts = [span.start - line.start for span in emails + websites + phones]
    if found := _CONTACT.search(line.quote):
        starts.append(found.start())
    address = _address(line, min(starts, default=len(line.quote)))
    postal = _match(POSTAL, address)
    return ContactLine(
        address=_stated(address),
        municipality=_municipality(address),
        postal_code=Cell(State.STATED, postal_value(postal.quote), postal) if postal else Cell(State.UNSAID),
        phones=tuple(_stated(span) for span in phones),
        emails=tuple(_stated(span) for span in emails),
        websites=tuple(_stated(span) for span in websites),
        contact=contact,
        contact_role=role,
    )


def postal_value(printed: str) -> str:
    """A Canadian postal code in its usual form.

    >>> postal_value("JOE1P0"), postal_value("G9T-4L4")
    ('J0E 1P0', 'G9T 4L4')
    """
    bare = re.sub(r"[\s-]", "", printed.upper())
    digits = "".join(c.replace("O", "0") if index % 2 else c for index, c in enumerate(bare))
    return f"{digits[:3]} {digits[3:]}"


def _address(line: Span, end: int) -> Span | None:
    text = line.quote[:end].rstrip(_BLANKS)
    text = _LEAD.sub("", text).rstrip(_BLANKS)
    return line.slice(0, len(text)) if text else None


def _municipality(address: Span | None) -> Cell[str]:
    if address is None:
        return Cell(State.UNSAID)
    text = address.quote
    postal = POSTAL.search(text)
    if postal:
        text = text[: postal.start()]
    text = _PROVINCE.sub("", text.rstrip(_BLANKS)).rstrip(_BLANKS)
    parts = [(m.start(), m.group()) for m in re.finditer(r"[^\s,][^,]*", text)]
    after_street = parts[2:] if parts and _NUMBER.fullmatch(parts[0][1].strip()) else parts[1:]
    places = [part for part in after_street if not _UNIT.match(part[1])]
    if places:
        start, place = places[0]
    elif parts:  # no comma before the place: "211, rue Lacerte Yamachiche"
        start, street = next(part for part in reversed(parts) if not _UNIT.match(part[1]) or part == parts[0])
        place = street.split()[-1]
        start += street.rindex(place)
    else:
        return Cell(State.UNSAID)
    place = place.rstrip()
    return Cell(State.STATED, display(place), address.slice(start, start + len(place)))


def _contact(line: Span, addresses: tuple[Span, ...]) -> tuple[Cell[str], Cell[str]]:
    found = _CONTACT.search(line.quote)
    if not found:
        return Cell(State.UNSAID), Cell(State.UNSAID)
    after = [span.start - line.start for span in addresses if span.start - line.start >= found.end()]
    text = line.quote[found.end() : min(after, default=len(line.quote))].rstrip(_BLANKS)
    name, comma, role = text.partition(",")
    if not name.strip():
        return Cell(State.UNSAID), Cell(State.UNSAID)
    person = _stated(line.slice(found.end(), found.end() + len(name.rstrip())))
    start = found.end() + len(name) + len(comma) + len(role) - len(role.lstrip())
    return person, _stated(line.slice(start, found.end() + len(text)) if role.strip() else None)


def _all(pattern: re.Pattern[str], span: Span) -> tuple[Span, ...]:
    return tuple(span.slice(*match.span()) for match in pattern.finditer(span.quote))


def _match(pattern: re.Pattern[str], span: Span | None) -> Span | None:
    found = pattern.search(span.quote) if span else None
    return span.slice(*found.span()) if span and found else None


def _stated(span: Span | None) -> Cell[str]:
    return Cell(State.STATED, span.quote, span) if span else Cell(State.UNSAID)
