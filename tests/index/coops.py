"""Entries for the typed query, made by hand or by hypothesis; each says only what a test gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from index.areas import InRegion
from index.criteria import Among, Comparison, IsForm, Lacks, Number, Offers, OneOf, Says
from index.criterion import Criterion
from index.query import Near, Query, Sort
from ingest.entry import Cell, Count, Entry, Offer, Service, State
from tests.factories import UNSAID, a_document, an_entry, place, stated

TOWNS = ("Gatineau", "Thurso", "Sherbrooke", "Drummondville", "Rimouski", "Trois-Rivières")
CODES = ("physiotherapie", "psychologie", "dentiste")
NUMBERS = ("members", "family_doctors", "recruiting")


def service(code: str, offer: Offer) -> Service:
    """A service whose word is its code, in a clause that says what the document does with it."""
    document = a_document(f"{code} ({offer.value})", f"{code}-{offer.value}.txt")
    return Service(code, offer, place(code, document), place(document.text, document), "services")


def number(value: int, field: str = "nombre") -> Cell[int]:
    """A printed number."""
    document = a_document(f"{value} {field}", f"{field}.txt")
    return Cell(State.STATED, value, place(document.text, document))


def none_printed() -> Cell[Any]:
    """A cell where the table prints "Aucun"."""
    return Cell(State.NONE, None, place("Aucun", a_document("Aucun", "aucun.txt")))


def count(what: str, low: int, high: int | None = None) -> Count:
    """A number with what it counts: "3-4 family_doctors"."""
    printed = f"{low} et +" if high is None else f"{low}" if low == high else f"{low}-{high}"
    document = a_document(f"{printed} {what}", f"{what}-{low}-{high}.txt")
    return Count(what, low, high, what, place(document.text, document))


def recruiting(low: int, high: int | None = None) -> Cell[Count]:
    found = count("family_doctors", low, low if high is None else high)
    return Cell(State.STATED, found, found.span)


def a_coop(position: int = 1, town: str | None = "Gatineau", services: Sequence[Service] = (), **cells: Any) -> Entry:
    """An entry in a town (None: no address), with these services."""
    where = stated(town, a_document(town, f"adresse-{position:02}.txt")) if town else UNSAID
    entry = an_entry(position=position, name=f"Coop {position}", municipality=where, **cells)
    return replace(entry, services=tuple(services))


_offers = st.lists(st.builds(service, st.sampled_from(CODES), st.sampled_from(list(Offer))), max_size=3)
_numbers = st.one_of(st.just(UNSAID), st.builds(none_printed), st.integers(0, 9).map(number))
_ranges = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted)
_recruiting = st.one_of(st.just(UNSAID), st.builds(none_printed), _ranges.map(lambda ends: recruiting(*ends)))
_phones = st.sampled_from([(), ("819 555-0100",), ("819 555-0100", "819 555-0101")])


@st.composite
def coops(draw: st.DrawFn) -> tuple[Entry, ...]:
    """A table of zero to eight co-ops."""
    made = []
    for position in range(1, draw(st.integers(0, 8)) + 1):
        region = draw(st.sampled_from([None, 5, 7]))
        form = draw(st.sampled_from([None, "coopérative de solidarité", "coopérative de travail"]))
        made.append(
            a_coop(
                position,
                draw(st.sampled_from([*TOWNS, None])),
                draw(_offers),
                members=draw(_numbers),
                family_doctors=draw(_numbers),
                recruiting=draw(_recruiting),
                phones=tuple(stated(text) for text in draw(_phones)),
                region=number(region, "région") if region else UNSAID,
                legal_form=stated(form) if form else UNSAID,
            )
        )
    return tuple(made)


_simple: st.SearchStrategy[Criterion] = st.one_of(
    st.builds(Offers, st.sampled_from(CODES), st.sampled_from([(), ("dentiste",)])),
    st.builds(InRegion, st.sampled_from([(5,), (7,), (5, 7)])),
    st.builds(Number, st.sampled_from(NUMBERS), st.sampled_from(list(Comparison)), st.integers(0, 6)),
    st.builds(Says, st.sampled_from(["phones", "members", "recruiting"]), st.sampled_from([(s,) for s in State])),
    st.builds(IsForm, st.just("legal_form"), st.sampled_from(["coopérative de travail", "Cooperative de Solidarite"])),
    st.builds(Among, st.lists(st.integers(1, 8), max_size=4).map(tuple)),
)
criteria = st.one_of(
    _simple,
    st.builds(Lacks, st.builds(Offers, st.sampled_from(CODES))),
    st.builds(OneOf, st.lists(_simple, min_size=1, max_size=3).map(tuple)),
)


def queries(around: Sequence[Any]) -> st.SearchStrategy[Query]:
    """Any query: up to three criteria, around one of these places or none, sorted or not, without a limit."""
    near = st.one_of(
        st.none(), st.builds(Near, st.sampled_from(list(around)), st.sampled_from([0.0, 30.0, 120.0, 5000.0]))
    )
    sort = st.one_of(st.none(), st.builds(Sort, st.sampled_from(NUMBERS), st.booleans()))
    return st.builds(Query, st.lists(criteria, max_size=3).map(tuple), near, sort)
