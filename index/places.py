"""Where places are: every municipality, sector, MRC and region of Québec by name, and what a text says of them.

>>> gazetteer = Gazetteer.load()
>>> [place.name for place in gazetteer.named("st-leonard d'aston")]
["Saint-Léonard-d'Aston"]
>>> [(m.words, m.places[0].name) for m in gazetteer.mentions("une physio a ste therese ou dans la MRC d'Acton ?")]
[('ste therese', 'Sainte-Thérèse'), ("MRC d'Acton", 'Acton')]

The data are index/data/*.csv; scripts/make_places.py tells where they come from. Distances are straight lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from index.area_spelling import AreaSpeller
from index.place import Place, PlaceKind, PlaceMention, distance_between, distance_km
from index.place_data import by_name, rank, read_places
from index.place_mentions import Scanner
from index.place_spelling import Speller
from index.postal_codes import PostalCodes
from ingest.french import key

__all__ = ["Gazetteer", "Place", "PlaceKind", "PlaceMention", "distance_between", "distance_km"]

GUESS = 0.9  # a table's own spelling of a place that is this close is that place
NEAR = 10.0  # km between a town and its own postal code
RURAL = 60.0  # km that a rural postal code, the second sign of which is 0, may span
FORMER_REGIONS = {16: {"Brome-Missisquoi", "La Haute-Yamaska"}}  # in Estrie since 2021, printed 16 before


class Gazetteer:
    """All known places. Load it once; it is never changed."""

    def __init__(self, places: Iterable[Place], postal: PostalCodes) -> None:
        self.places = tuple(places)
        self.postal = postal
        self._by_name = by_name(self.places)
        self._sorted_names = sorted(self._by_name)

    @classmethod
    def load(cls) -> Gazetteer:
        """The places of index/data."""
        places = tuple(read_places())
        return cls(places, PostalCodes())

    def named(self, name: str) -> tuple[Place, ...]:
        """The places of exactly this name (accents, hyphens, St/Ste and a first article aside), best guess first.

        Where there is none, the places whose name begins so: "Saint-Étienne" gives Saint-Étienne-des-Grès and others.
        """
        return self.exactly(key(name)) or self.starting(name)

    def exactly(self, folded: str) -> tuple[Place, ...]:
        """The places whose folded name, alias, or name without its article this is."""
        return self._by_name.get(folded, ())

    def starting(self, name: str) -> tuple[Place, ...]:
        """The places whose name begins with this one and goes on, whole words ("Saint-Léonard": -d'Aston)."""
        start = key(name) + " "
        found: dict[str, Place] = {}
        for folded in self._sorted_names[bisect_left(self._sorted_names, start) :]:
            if not folded.startswith(start):
                break
            found.update((place.key, place) for place in self._by_name[folded] if not place.kind.is_area)
        same = {place.key for place in self.exactly(start.strip())}
        return tuple(sorted((place for place in found.values() if place.key not in same), key=rank))

    def mentions(self, text: str) -> tuple[PlaceMention, ...]:
        """Every place named in `text`, longest match first, raw offsets, none overlapping."""
        return self._scanner.mentions(text)

    def misspelt(
        self, text: str, familiar: Callable[[str], bool] = lambda _: False, likely: Collection[str] = ()
    ) -> tuple[PlaceMention, ...]:
        """Words of `text` that look like a place misspelt, exact mentions aside; `exact` is False.

        `familiar` tells the folded words that after "coop" or "clinique" are no name ("coops qui"); of the places whose
        keys are `likely`, a spelling that is less near is enough, however small they are.
        """
        known = self.mentions(text)
        areas = self._area_speller.misspelt(text, known)
        return (*areas, *self._speller.misspelt(text, (*known, *areas), familiar, likely))

    def closest_names(self, word: str, limit: int = 5) -> tuple[tuple[Place, float], ...]:
        """Places whose name is spelt or sounds like `word`, with a likeness from 0 to 1, best first."""
        return self._speller.closest(word, limit)

    def inside(self, place: Place, area: Place) -> bool:
        """Whether `place` is in this MRC, region, province, postal area or town (a place is inside itself)."""
        if place.key == area.key:
            return True
        match area.kind:
            case PlaceKind.PROVINCE:
                return place.kind is not PlaceKind.OUTSIDE
            case PlaceKind.REGION:
                return place.region == area.region
            case PlaceKind.MRC:
                return place.mrc == area.mrc
            case PlaceKind.POSTAL:
                return (place.name, place.mrc) in self.postal.towns(area.name)
            case PlaceKind.TERRITORY:
                return distance_km(place, area) <= area.radius_km
            case PlaceKind.OUTSIDE:
                return False
        return bool(place.city) and key(place.city) == key(area.name) and place.mrc == area.mrc

    def locate(self, municipality: str, region: int | None = None, postal_code: str | None = None) -> Place | None:
        """The place of a table entry: homonyms are told apart by region and postal code.

        An urban postal code also moves the point of a large town to the part of town it serves.
        """
        post = self.postal.place(postal_code) if postal_code else None
        for candidates in self._readings(municipality):
            found = [place for place in candidates if region is None or _in_region(place, region)]
            if post:
                reach = NEAR + post.radius_km
                near = [place for place in found if distance_km(place, post) <= reach + place.radius_km]
                rural = postal_code is not None and postal_code[1:2] == "0"
                if rural and not near and len(found) == 1 and distance_km(found[0], post) <= RURAL:
                    return found[0]  # such a code is known by one village of those it serves: the printed name wins
                found = near
            if found:
                best = min(found, key=lambda place: distance_km(place, post)) if post else found[0]
                return _moved(best, post)
        return post or next((places[0] for places in self._readings(municipality) if places), None)

    def _readings(self, municipality: str) -> Iterator[tuple[Place, ...]]:
        """Towns of this name, then those whose name begins so, then those spelt almost so."""
        if not municipality.strip():
            return
        yield tuple(place for place in self.exactly(key(municipality)) if not place.kind.is_area)
        yield self.starting(municipality)
        near = self.closest_names(municipality)
        yield tuple(place for place, likeness in near if likeness >= GUESS and not place.kind.is_area)

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self._by_name, self.postal, self.starting)

    @cached_property
    def _speller(self) -> Speller:
        return Speller(self._by_name)

    @cached_property
    def _area_speller(self) -> AreaSpeller:
        return AreaSpeller(self._by_name)


def _moved(place: Place, post: Place | None) -> Place:
    """A large town at the part of it that the postal code serves."""
    if post is None or not (post.radius_km and place.radius_km):
        return place
    return replace(place, latitude=post.latitude, longitude=post.longitude, radius_km=post.radius_km)


def _in_region(place: Place, region: int) -> bool:
    return place.region == region or place.mrc in FORMER_REGIONS.get(region, ())
