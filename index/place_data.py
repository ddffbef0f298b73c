"""The places of index/data/places.csv, and every name that people give them.

>>> [place.name for place in by_name(tuple(read_places()))["valleyfield"]]
['Salaberry-de-Valleyfield']
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from index.place import Place, PlaceKind
from index.place_mentions import ordinary_names
from ingest.french import key
from ingest.regions import region as lexicon_region

ARTICLES = ("la ", "le ", "les ", "l ")
# Equivalent territories that are, or are called as, one town: only "MRC de Laval" names the territory.
MERGED = frozenset(
    ("Montréal", "Laval", "Québec", "Lévis", "Longueuil", "Gatineau", "Sherbrooke", "Saguenay", "Shawinigan",
     "Trois-Rivières", "Mirabel", "La Tuque", "Rouyn-Noranda", "Les Îles-de-la-Madeleine")
)  # fmt: skip


def rank(place: Place) -> tuple[int, int, str]:
    """Best guess first: towns and former towns by population, then sectors, then areas."""
    order = {PlaceKind.SECTOR: 1, PlaceKind.REGION: 2, PlaceKind.MRC: 3}
    order |= {PlaceKind.TERRITORY: 4, PlaceKind.PROVINCE: 5, PlaceKind.OUTSIDE: 6}
    return order.get(place.kind, 0), -place.population, place.key


def by_name(places: tuple[Place, ...]) -> dict[str, tuple[Place, ...]]:
    """The places of each folded name, best guess first."""
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for place in places:
        for folded in _names(place):
            found[folded].setdefault(place.key, place)
    for folded in tuple(found):
        bare = _bare(folded)
        if bare == folded:
            continue
        if bare in found:  # "les Laurentides" is the region before the MRC
            found[folded].update((place.key, place) for place in found[bare].values() if place.kind is PlaceKind.REGION)
        elif folded not in ordinary_names() and len(bare) > 3:  # "islet" is L'Islet
            found[bare] = found[folded]
    return {folded: tuple(sorted(same.values(), key=rank)) for folded, same in found.items()}


def _names(place: Place) -> Iterator[str]:
    """The folded names of a place; one that merges with its only town ("Laval") answers to "MRC de Laval"."""
    merged = place.kind is PlaceKind.MRC and place.name in MERGED
    for name in (place.name, *place.aliases):
        folded = key(name)
        if place.kind is PlaceKind.MRC:
            yield f"mrc {_bare(folded)}"
        if place.kind is PlaceKind.REGION:
            yield f"region {_bare(folded)}"
        if merged and name == place.name:
            continue
        yield folded
        if folded.startswith("notre dame "):
            yield folded.replace("notre dame", "nd", 1)
            yield folded.replace("notre dame", "n d", 1)
    if place.kind is PlaceKind.REGION:
        yield f"region {place.region}"
        yield f"region {place.region:02}"


def _bare(folded: str) -> str:
    for article in ARTICLES:
        if folded.startswith(article):
            return folded.removeprefix(article)
    return folded


@cache
def demonyms() -> dict[str, tuple[str, ...]]:
    """What the people and things of a place are called, by its key, in their four forms ("beauceronnes")."""
    found: dict[str, tuple[str, ...]] = {}
    with (files("index") / "data" / "demonyms.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            he = row["demonym"]
            she = f"{he}{'ne' if he.endswith(('en', 'on')) else 'e'}"
            forms = (he, f"{he.removesuffix('s')}s", she, f"{she}s")
            found[row["place"]] = (*found.get(row["place"], ()), *forms)
    return found


def read_places() -> Iterator[Place]:
    """The places as the file has them; regions take their names from the lexicon."""
    with (files("index") / "data" / "places.csv").open(encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for folded, name, kind, city, mrc, region, latitude, longitude, people, radius, aliases, _ in rows:
            point = (float(latitude), float(longitude))
            other = tuple(aliases.split("|")) if aliases else ()
            if kind == PlaceKind.REGION:
                other = (*other, *lexicon_region(int(region)).aliases)
            other = (*other, *demonyms().get(folded, ()))
            facts = (int(region), *point, int(people), other, float(radius), city)
            yield Place(folded, name, PlaceKind(kind), mrc, *facts)
