"""What can go wrong with the table when it is read: values misplaced, misread, lost, or made up.

Which co-op suffers is drawn by lot: no cell is broken because a case looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from eval.door import ReplyTo
from eval.mutations.mutation import all_of, drawn, mutation
from eval.mutations.whole import Whole
from ingest.document import Span
from ingest.entries import read_entries
from ingest.entry import Cell, Entry, Offer, Service, State
from ingest.library import Library
from ingest.services import load_lexicon

LAST_REGION = 17
CHUNK = 200  # characters: where a splitter of plain text cuts a cell
_O_FOR_ZERO = re.compile(r"\b([A-Z])O([A-Z] ?\d[A-Z]\d)\b")


@drawn("les téléphones de deux coops sont échangés", "attribut", "famille")
def swap_two_phones(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_exchanged(whole.library, dice, "phones"))


@drawn("les courriels de deux coops sont échangés", "attribut", "famille")
def swap_two_emails(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_exchanged(whole.library, dice, "emails"))


@drawn("les adresses de deux coops sont échangées", "attribut", "lieu")
def swap_two_addresses(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_exchanged(whole.library, dice, "address", "municipality", "postal_code"))


@drawn("les noms de deux coops sont échangés", "attribut")
def swap_two_names(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_exchanged(whole.library, dice, "name"))


@drawn("les personnes à contacter de deux coops sont échangées", "attribut")
def swap_two_contacts(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_exchanged(whole.library, dice, "contact", "contact_role"))


@drawn("les membres et dossiers de deux coops sont échangés", "agregat", "attribut")
def swap_two_memberships(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_exchanged(whole.library, dice, "membership_text", "members", "files", "counts"))


@drawn("les services de deux coops sont échangés", "service", "service_lieu")
def swap_two_services(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_exchanged(whole.library, dice, "services_text", "services", "professionals"))


@drawn("une rangée du tableau est perdue, et les suivantes remontent d'un rang")
def drop_a_row(whole: Whole, dice: Random) -> ReplyTo:
    lost = dice.choice(whole.library.entries)
    return whole.rebuilt(_renumbered(whole.library, [e for e in whole.library.entries if e is not lost]))


@mutation("la dernière rangée du tableau est perdue")
def drop_the_last_row(whole: Whole) -> ReplyTo:
    return whole.rebuilt(_renumbered(whole.library, whole.library.entries[:-1]))


@drawn("une rangée du tableau est lue deux fois", "service", "lieu", "agregat")
def duplicate_a_row(whole: Whole, dice: Random) -> ReplyTo:
    entries = whole.library.entries
    return whole.rebuilt(replace(whole.library, entries=(*entries, dice.choice(entries))))


@mutation("deux coops de même numéro imprimé sont prises pour une seule")
def merge_rows_of_one_number(whole: Whole) -> ReplyTo:
    by_number = {entry.number.value: entry for entry in reversed(whole.library.entries)}
    kept = sorted(by_number.values(), key=lambda entry: entry.position)
    return whole.rebuilt(_renumbered(whole.library, kept))


@mutation("le tableau est lu dans un texte dont une faute a été corrigée (JOE 1P0)", "qualite", "attribut")
def mend_a_misprint(whole: Whole) -> ReplyTo:
    printed = whole.library.entries[0].span.document
    mended = replace(printed, text=_O_FOR_ZERO.sub(r"\g<1>0\g<2>", printed.text))
    kept = tuple(anomaly for anomaly in whole.library.anomalies if anomaly.code != "letter_for_digit")
    return whole.rebuilt(replace(whole.library, entries=read_entries(mended, load_lexicon()), anomalies=kept))


@mutation("les anomalies relevées dans les documents sont oubliées", "qualite")
def lose_the_anomalies(whole: Whole) -> ReplyTo:
    return whole.rebuilt(replace(whole.library, anomalies=()))


@drawn("le téléphone d'une coop est cité un caractère trop loin", "attribut", "famille")
def shift_a_span(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if e.phones])
    moved = tuple(replace(cell, span=_shifted(cell.span)) for cell in entry.phones)
    return whole.rebuilt(_with(whole.library, replace(entry, phones=moved)))


@drawn("une coop est lue sous une autre région", "lieu", "attribut")
def misread_a_region(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice(whole.library.entries)
    other = dice.choice([number for number in range(1, LAST_REGION + 1) if number != entry.region.value])
    return whole.rebuilt(_with(whole.library, replace(entry, region=replace(entry.region, value=other))))


@drawn("une coop compte un médecin de plus", "agregat", "attribut")
def add_a_doctor(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if e.doctors and e.family_doctors.value is not None])
    first, *others = entry.doctors
    more = replace(entry.family_doctors, value=(entry.family_doctors.value or 0) + 1)
    changed = replace(entry, family_doctors=more, doctors=(replace(first, low=first.low + 1), *others))
    return whole.rebuilt(_with(whole.library, changed))


@drawn("le nombre de membres d'une coop perd son dernier chiffre", "agregat", "attribut")
def cut_a_number(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if (e.members.value or 0) > 9])
    cut = replace(entry.members, value=(entry.members.value or 0) // 10)
    counts = tuple(replace(c, low=c.low // 10) if c.what == "members" else c for c in entry.counts)
    return whole.rebuilt(_with(whole.library, replace(entry, members=cut, counts=counts)))


@drawn("une coop recrute un médecin de plus", "agregat", "dialogue")
def add_a_recruit(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if e.recruiting.value is not None])
    count = entry.recruiting.value
    more = replace(entry.recruiting, value=count and replace(count, low=count.low + 1, high=(count.high or 0) + 1))
    return whole.rebuilt(_with(whole.library, replace(entry, recruiting=more)))


@drawn("la population desservie par une coop perd son dernier chiffre", "agregat", "attribut")
def cut_a_population(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if (e.population.value or 0) > 9])
    cut = replace(entry.population, value=(entry.population.value or 0) // 10)
    return whole.rebuilt(_with(whole.library, replace(entry, population=cut)))


@drawn("le statut d'une coop (en démarrage, à venir) est perdu", "qualite", "service", "attribut")
def lose_a_status(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if e.status.stated])
    return whole.rebuilt(_with(whole.library, replace(entry, status=Cell(State.UNSAID))))


@drawn("le GMF d'une coop n'est pas lu", "attribut", "service")
def lose_a_gmf(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if e.gmf.stated])
    return whole.rebuilt(_with(whole.library, replace(entry, gmf=Cell(State.UNSAID))))


@drawn("le site web d'une coop n'est pas lu", "agregat", "attribut")
def lose_a_website(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if e.websites])
    return whole.rebuilt(_with(whole.library, replace(entry, websites=())))


@drawn("les particularités de deux coops sont échangées", "attribut", "qualite", "absent")
def swap_two_descriptions(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_exchanged(whole.library, dice, "particularities"))


@mutation("les fourchettes (« 3-4 médecins ») sont réduites à leur premier nombre", "agregat", "attribut")
def keep_the_low_end_of_ranges(whole: Whole) -> ReplyTo:
    changed = [
        replace(
            entry,
            counts=tuple(replace(count, high=count.low) for count in entry.counts),
            doctors=tuple(replace(count, high=count.low) for count in entry.doctors),
            recruiting=replace(entry.recruiting, value=replace(entry.recruiting.value, high=entry.recruiting.value.low))
            if entry.recruiting.value
            else entry.recruiting,
        )
        for entry in whole.library.entries
    ]
    return whole.rebuilt(_with(whole.library, *changed))


@drawn("un service annoncé par une coop est lu comme offert", "service", "service_lieu")
def planned_read_as_offered(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_reread(whole.library, dice, Offer.PLANNED, Offer.OFFERED))


@mutation("tous les services annoncés sont lus comme offerts", "service", "service_lieu")
def all_planned_read_as_offered(whole: Whole) -> ReplyTo:
    changed = [
        replace(entry, services=tuple(replace(service, offer=Offer.OFFERED) for service in entry.services))
        for entry in whole.library.entries
        if any(service.offer is Offer.PLANNED for service in entry.services)
    ]
    return whole.rebuilt(_with(whole.library, *changed))


@drawn("un service offert par une coop est lu comme annoncé", "service", "service_lieu")
def offered_read_as_planned(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_reread(whole.library, dice, Offer.OFFERED, Offer.PLANNED))


@drawn("un service offert par une coop n'est pas lu", "service", "service_lieu")
def lose_a_service(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_reread(whole.library, dice, Offer.OFFERED, None))


@mutation("un service est pris pour son voisin (podologue, podiatre)", "service", "service_lieu", "attribut")
def merge_near_services(whole: Whole) -> ReplyTo:
    near = {code: term.near for code, term in load_lexicon().terms.items()}
    changed = [
        replace(entry, services=tuple(s2 for s in entry.services for s2 in (s, *_as_each(s, near[s.code]))))
        for entry in whole.library.entries
    ]
    return whole.rebuilt(_with(whole.library, *changed))


@mutation("les longues cases de services sont coupées, la suite perdue", "service", "service_lieu")
def cut_long_cells(whole: Whole) -> ReplyTo:
    changed = [
        replace(entry, services=tuple(s for s in entry.services if s.span.end <= cell.start + CHUNK))
        for entry in whole.library.entries
        if (cell := entry.services_text.span) is not None
    ]
    return whole.rebuilt(_with(whole.library, *changed))


@drawn("une coop qui ne dit rien de ses médecins est lue comme n'en ayant aucun", "agregat", "attribut", "absent")
def unsaid_read_as_none(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if e.doctors_text.state is State.UNSAID])
    none: Cell[Any] = Cell(State.NONE, None, entry.doctors_text.span)
    return whole.rebuilt(_with(whole.library, replace(entry, doctors_text=none, family_doctors=none)))


@drawn("une coop qui ne dit pas son nombre de membres est lue comme en ayant 0", "agregat", "attribut", "absent")
def unsaid_read_as_zero(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if e.membership_text.state is State.UNSAID])
    zero = Cell(State.STATED, 0, entry.membership_text.span)
    return whole.rebuilt(_with(whole.library, replace(entry, members=zero)))


@drawn("une coop qui dit n'avoir aucun médecin est lue comme n'en disant rien", "agregat", "attribut")
def none_read_as_unsaid(whole: Whole, dice: Random) -> ReplyTo:
    entry = dice.choice([e for e in whole.library.entries if e.doctors_text.state is State.NONE])
    unsaid: Cell[Any] = Cell(State.UNSAID, None, entry.doctors_text.span)
    return whole.rebuilt(_with(whole.library, replace(entry, doctors_text=unsaid, family_doctors=unsaid)))


def _with(library: Library, *changed: Entry) -> Library:
    """The library with these entries in the place of those of the same rank."""
    by_rank = {entry.position: entry for entry in changed}
    return replace(library, entries=tuple(by_rank.get(entry.position, entry) for entry in library.entries))


def _renumbered(library: Library, entries: Sequence[Entry]) -> Library:
    """The library with these entries only, numbered from 1, as if it had been read so."""
    new = {entry.position: rank for rank, entry in enumerate(entries, 1)}
    anomalies = tuple(
        replace(one, position=None if one.position is None else new[one.position])
        for one in library.anomalies
        if one.position is None or one.position in new
    )
    kept = tuple(replace(entry, position=new[entry.position]) for entry in entries)
    return replace(library, entries=kept, anomalies=anomalies)


def _exchanged(library: Library, dice: Random, *fields: str) -> Library:
    """These fields of two entries that both state the first, exchanged with their words."""

    def states(entry: Entry) -> bool:
        value = getattr(entry, fields[0])
        return value.stated if isinstance(value, Cell) else bool(value)

    one, other = dice.sample([entry for entry in library.entries if states(entry)], 2)
    return _with(library, _taking(one, other, fields), _taking(other, one, fields))


def _taking(entry: Entry, other: Entry, fields: Sequence[str]) -> Entry:
    taken: dict[str, Any] = {field: getattr(other, field) for field in fields}
    return replace(entry, **taken)


def _reread(library: Library, dice: Random, was: Offer, read: Offer | None) -> Library:
    """One service of one entry read otherwise, None: not at all."""
    entry, service = dice.choice([(e, s) for e in library.entries for s in e.services if s.offer is was])
    again = () if read is None else (replace(service, offer=read),)
    services = tuple(new for old in entry.services for new in (again if old is service else (old,)))
    return _with(library, replace(entry, services=services))


def _as_each(service: Service, codes: Sequence[str]) -> tuple[Service, ...]:
    return tuple(replace(service, code=code) for code in codes)


def _shifted(span: Span | None) -> Span | None:
    return None if span is None else Span(span.document, span.start + 1, span.end + 1)


TABLE = all_of(vars())
