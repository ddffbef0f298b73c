"""What was read, in French, for whoever checks a corpus: how many of how many, which fields are filled, what is odd.

The number of co-ops read is compared with a count made another way: the lines of the documents that name a region.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.entry import Cell, Entry, Offer, State
from ingest.library import Library

_REGION_LINE = re.compile(r"^\|.*\bRÉGION\s+\d{1,2}\b.*\|\s*$", re.MULTILINE)

# Label, and the state of the field in one entry; an empty tuple is not said.
_FIELDS: tuple[tuple[str, Callable[[Entry], State]], ...] = (
    ("nom", lambda e: e.name.state),
    ("forme juridique", lambda e: e.legal_form.state),
    ("région", lambda e: e.region.state),
    ("adresse", lambda e: e.address.state),
    ("municipalité", lambda e: e.municipality.state),
    ("code postal", lambda e: e.postal_code.state),
    ("téléphone", lambda e: _any(e.phones)),
    ("courriel", lambda e: _any(e.emails)),
    ("site Web", lambda e: _any(e.websites)),
    ("personne-contact", lambda e: e.contact.state),
    ("rôle du contact", lambda e: e.contact_role.state),
    ("population (cellule)", lambda e: e.population_text.state),
    ("population (nombre)", lambda e: e.population.state),
    ("membres", lambda e: e.members.state),
    ("dossiers", lambda e: e.files.state),
    ("services (cellule)", lambda e: e.services_text.state),
    ("services offerts", lambda e: State.STATED if _offered(e, Offer.OFFERED) else State.UNSAID),
    ("services prévus", lambda e: State.STATED if _offered(e, Offer.PLANNED) else State.UNSAID),
    ("médecins en place", lambda e: e.doctors_text.state),
    ("médecins de famille", lambda e: e.family_doctors.state),
    ("médecins à recruter", lambda e: e.recruiting.state),
    ("GMF", lambda e: e.gmf.state),
    ("statut", lambda e: e.status.state),
    ("particularités", lambda e: e.particularities.state),
)


def report(library: Library) -> str:
    """The whole report, ready to print."""
    parts = [_counts(library), _fields(library.entries), _anomalies(library)]
    return "\n\n".join(part for part in parts if part)


def _counts(library: Library) -> str:
    lines = []
    for document in library.documents:
        seen = len(_REGION_LINE.findall(document.text))
        read = sum(entry.span.name == document.name for entry in library.entries)
        passages = sum(passage.span.name == document.name for passage in library.passages)
        lines.append(f"{document.short} ({document.name})")
        if seen or read:
            lines.append(f"  coopératives : {read} lues sur {seen}")
        lines.append(f"  passages de texte : {passages}")
    lines.append(f"Chiffres de tableaux : {len(library.figures)} ; nombres du texte : {len(library.quantities)}")
    return "\n".join(lines)


def _fields(entries: tuple[Entry, ...]) -> str:
    if not entries:
        return ""
    total = len(entries)
    lines = [f"Champs des {total} coopératives (dit, dit qu'il n'y en a pas, non dit)"]
    for label, state_of in _FIELDS:
        states = [state_of(entry) for entry in entries]
        stated, none, unsaid = (states.count(state) for state in (State.STATED, State.NONE, State.UNSAID))
        lines.append(f"  {label:<22} {stated:>3}/{total}  {none:>3}/{total}  {unsaid:>3}/{total}")
    return "\n".join(lines)


def _anomalies(library: Library) -> str:
    lines = [f"Anomalies de la source : {len(library.anomalies)}"]
    for anomaly in library.anomalies:
        span = anomaly.spans[0]
        place = f"{span.name}, ligne {span.document.line_of(span.start)}"
        entry = f", entrée {anomaly.position}" if anomaly.position is not None else ""
        reading = f" Notre lecture : {anomaly.reading}" if anomaly.reading else ""
        lines.append(f"  - {anomaly.sentence}{reading} ({place}{entry})")
    return "\n".join(lines)


def _any(cells: tuple[Cell[str], ...]) -> State:
    return State.STATED if cells else State.UNSAID


def _offered(entry: Entry, offer: Offer) -> bool:
    return any(service.offer is offer for service in entry.services)
