"""A place, its kind, a mention of it in a text, and distances as the crow flies.

>>> round(distance_between(45.4765, -75.7013, 46.8123, -71.2145))  # Gatineau to Québec
376
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

EARTH_RADIUS_KM = 6371.0


class PlaceKind(StrEnum):
    """What a place is, in the words shown to users."""

    TOWN = "ville"
    MUNICIPALITY = "municipalité"
    FORMER_TOWN = "ancienne ville"
    BOROUGH = "arrondissement"
    SECTOR = "secteur"
    MRC = "MRC"
    REGION = "région"
    TERRITORY = "territoire"  # without official limits: la Beauce, la Rive-Sud
    PROVINCE = "province"
    POSTAL = "code postal"
    OUTSIDE = "hors Québec"

    @property
    def is_area(self) -> bool:
        """Whether it holds several municipalities: its point is only a middle."""
        return self in (PlaceKind.MRC, PlaceKind.REGION, PlaceKind.TERRITORY, PlaceKind.PROVINCE)


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its point: the village's or city's centre, or the middle of a larger area.

    `region` is 1 to 17, 0 for the province and outside it. `mrc` and `city` (the town that holds a sector) are names,
    "" where there is none. `radius_km` is the rough extent: 0 for a village. `population` is 0 where unknown.
    """

    key: str
    name: str
    kind: PlaceKind
    mrc: str
    region: int
    latitude: float
    longitude: float
    population: int = 0
    aliases: tuple[str, ...] = ()
    radius_km: float = 0.0
    city: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text, `text[start:end]` being `words`.

    Several `places` are homonyms, the best guess first. `longer` are the places whose name begins so and goes on
    ("Saint-Léonard": d'Aston, de-Portneuf). `exact` is False for a guess at a misspelt name.
    """

    start: int
    end: int
    places: tuple[Place, ...]
    exact: bool
    words: str
    longer: tuple[Place, ...] = ()
    score: float = 1.0


def distance_km(a: Place, b: Place) -> float:
    """Kilometres in a straight line."""
    return distance_between(a.latitude, a.longitude, b.latitude, b.longitude)


def distance_between(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kilometres between two points, by the haversine formula."""
    half_lat = math.radians(other_latitude - latitude) / 2
    half_lon = math.radians(other_longitude - longitude) / 2
    shrink = math.cos(math.radians(latitude)) * math.cos(math.radians(other_latitude))
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(math.sin(half_lat) ** 2 + shrink * math.sin(half_lon) ** 2))
