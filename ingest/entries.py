"""A table record becomes an `Entry`: every field a reading of a part of it, with its span."""

from __future__ import annotations

import re

from ingest import cells
from ingest.clauses import segments, sentences
from ingest.contact import read_contact_line
from ingest.document import Document, Span
from ingest.entry import Cell, Count, Entry, Service, State
from ingest.errors import TableError
from ingest.names import display, legal_form
from ingest.offers import read_services, status
from ingest.services import Lexicon
from ingest.table import Record, read_records

_GMF = re.compile(r"\bGMF\b")
_DIGITS = re.compile(r"\d+")


def read_entries(document: Document, lexicon: Lexicon) -> tuple[Entry, ...]:
    """The co-ops of the document's tables, in order. Raises `TableError` where one can't be read."""
    return tuple(read_entry(record, lexicon) for record in read_records(document))


def read_entry(record: Record, lexicon: Lexicon) -> Entry:
    """One co-op. Raises `TableError` where its doctors are neither a number, nor none, nor unsaid."""
    values = record.values
    line = read_contact_line(record.contact)
    membership = cells.counts(values["membership"], cells.book("membership"))
    reach = cells.counts(values["population"], cells.book("membership"))
    professions = lexicon.professions
    doctors = cells.counts(values["doctors"], cells.book("doctors"), professions)
    staff = tuple(
        count
        for column in ("services", "particularities")
        for count in cells.counts(values[column], cells.book("staff"), professions)
    )
    family = cells.family_doctors(values["doctors"], doctors)
    if values["doctors"] and family.state is State.UNSAID and not doctors and "?" not in values["doctors"].quote:
        line_number = record.span.document.line_of(values["doctors"].start)
        problem = f"médecins en place illisibles : « {values['doctors'].quote[:60]} »."
        raise TableError(record.span.document.name, line_number, problem)
    own = status(*(values[column] for column in ("services", "membership", "particularities")))
    services = read_services(values["services"], values["doctors"], values["particularities"], own, lexicon)
    return Entry(
        position=record.position,
        span=record.span,
        number=Cell(State.STATED, int(record.number.quote), record.number),
        name=Cell(State.STATED, display(record.name.quote), record.name),
        legal_form=legal_form(record.name),
        region=Cell(State.STATED, int(_DIGITS.findall(record.region.quote)[0]), record.region),
        address=line.address,
        municipality=line.municipality,
        postal_code=line.postal_code,
        phones=line.phones,
        emails=line.emails,
        websites=line.websites,
        contact=line.contact,
        contact_role=line.contact_role,
        population_text=cells.text_cell(values["population"]),
        population=cells.population(values["population"]),
        membership_text=cells.text_cell(values["membership"]),
        members=cells.members(membership),
        files=cells.first(membership, "files"),
        counts=membership + reach,
        services_text=cells.text_cell(values["services"]),
        services=services,
        professionals=_in_place(staff, services),
        doctors_text=cells.text_cell(values["doctors"]),
        family_doctors=family,
        doctors=doctors,
        recruiting_text=cells.text_cell(values["recruiting"]),
        recruiting=cells.recruiting(values["recruiting"]),
        gmf=_gmf(values["services"], values["doctors"], values["particularities"]),
        status=own,
        particularities=cells.text_cell(values["particularities"]),
    )


def _in_place(found: tuple[Count, ...], services: tuple[Service, ...]) -> tuple[Count, ...]:
    """The professionals who are there: not those of a service that is only planned."""
    planned = [service.span for service in services if service.offer == "planned"]
    return tuple(count for count in found if not any(count.span.contains(span) for span in planned))


def _gmf(*columns: Span | None) -> Cell[str]:
    """The first words that speak of a GMF (groupe de médecine de famille): value and span are their segment."""
    for column in columns:
        for sentence in sentences(column) if column else ():
            for segment in segments(sentence):
                if _GMF.search(segment.quote):
                    return Cell(State.STATED, segment.quote, segment)
    return Cell(State.UNSAID)
