"""Criteria on where an entry stands and whom it serves.

>>> InRegion((7,)).judge(site, gazetteer).truth  # doctest: +SKIP
<Truth.YES: 3>
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.criterion import Site, Truth, Verdict, proof_of
from index.places import Gazetteer, Place, PlaceKind, distance_km
from ingest.french import key

SECTORS = frozenset({PlaceKind.SECTOR, PlaceKind.FORMER_TOWN, PlaceKind.BOROUGH})
HOMONYM_KM = 60.0  # a co-op named like a place farther than this is of another place of that name
SECTOR_KM = 3.0  # a sector has no drawn limits here: an address this near its middle is in it


@dataclass(frozen=True, slots=True)
class InRegion:
    """The entry is printed under one of these administrative regions (1 to 17)."""

    numbers: tuple[int, ...]

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        cell = site.entry.region
        if not cell.stated:
            return Verdict(Truth.UNKNOWN)
        return Verdict(Truth.YES if cell.value in self.numbers else Truth.NO, proof_of(cell))


@dataclass(frozen=True, slots=True)
class InArea:
    """The entry stands inside a territory (MRC, city, sector), or says that it serves it."""

    area: Place

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        code = site.entry.postal_code
        if self.area.kind is PlaceKind.POSTAL and code.stated and (code.value or "").startswith(self.area.name):
            return Verdict(Truth.YES, proof_of(code))  # printed: surer than where the town lies
        if site.place is not None and gazetteer.inside(site.place, self.area):
            return Verdict(Truth.YES, proof_of(site.entry.municipality))
        if site.place is not None and distance_km(site.place, self.area) > HOMONYM_KM:
            return Verdict(Truth.NO)
        name = key(self.area.name).removeprefix("mrc ")
        if not self.area.kind.is_area and key(site.entry.municipality.value or "") == name:
            return Verdict(Truth.YES, proof_of(site.entry.municipality))
        if self.area.kind in SECTORS and site.place is not None and distance_km(site.place, self.area) <= SECTOR_KM:
            return Verdict(Truth.YES, proof_of(site.entry.address))
        if not self.area.kind.is_area and f" {name} " in f" {key(site.entry.name.value or '')} ":
            return Verdict(
                Truth.YES, proof_of(site.entry.name)
            )  # "Coop de Sainte-Gertrude", at an address in Bécancour
        return Verdict(Truth.NO if site.place is not None else Truth.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Outside:
    """The entry stands in none of these territories, where they are left out."""

    areas: tuple[Place, ...]

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        among = (InRegion((a.region,)) if a.kind is PlaceKind.REGION else InArea(a) for a in self.areas)
        inside = any(c.judge(site, gazetteer).truth is Truth.YES for c in among)
        return Verdict(Truth.NO if inside else Truth.YES)


@dataclass(frozen=True, slots=True)
class NamesMrc:
    """The entry's own words name this MRC as the territory it serves."""

    area: Place

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        served = site.entry.population_text
        name = re.sub(r"^(?:mrc )?(?:(?:de|d|du|des|la|l|le|les) )*", "", key(self.area.name))
        said = f" {key(served.span.quote)} " if served.span is not None else ""
        # "2 MRC Pierre-de-Saurel et Maskoutains"
        if re.search(rf" mrc (?:(?!mrc |pop )\w+ ){{0,6}}{re.escape(name)} ", said):
            return Verdict(Truth.YES, proof_of(served))
        return Verdict(Truth.NO)


@dataclass(frozen=True, slots=True)
class Serves:
    """The entry names this place among those it serves, or stands in it."""

    area: Place

    def judge(self, site: Site, gazetteer: Gazetteer) -> Verdict:
        served, name = site.entry.population_text, key(self.area.name).removeprefix("mrc ")
        if served.span is not None and f" {name} " in f" {key(served.span.quote)} ":
            return Verdict(Truth.YES, proof_of(served))
        return InArea(self.area).judge(site, gazetteer)
