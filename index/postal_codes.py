"""Postal codes: an urban area is a point good to a kilometre, a rural one the set of the villages it serves.

>>> codes = PostalCodes()
>>> codes.place("j0x 3b0").city, codes.place("J8T").radius_km < 5
('Thurso', True)

A letter O where a digit must stand is read as 0 in a whole code ("JOE 1P0").
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cached_property
from importlib.resources import files
from statistics import median

from index.place import Place, PlaceKind, distance_between

CODE = re.compile(r"\b(?:([GHJ][\dO][A-Z])[ -]?(\d[A-Z]\d)|([GHJ]\d[A-Z]))\b", re.IGNORECASE)
FAR = 15.0  # a rural area stretches over tens of kilometres: a code that isn't listed is no point

Line = tuple[str, str, float, float, float]  # town, MRC, latitude, longitude, radius


class PostalCodes:
    """Points of urban areas and of rural codes; the file is read when the first code is met."""

    @cached_property
    def _lines(self) -> dict[str, Line]:
        with (files("index") / "data" / "postal.csv").open(encoding="utf-8") as file:
            rows = csv.reader(file)
            next(rows)
            return {code: (town, mrc, float(lat), float(lon), float(far)) for code, town, mrc, lat, lon, far in rows}

    @cached_property
    def _rural(self) -> dict[str, list[Line]]:
        rural: dict[str, list[Line]] = defaultdict(list)
        for code, line in self._lines.items():
            if len(code) == 6:
                rural[code[:3]].append(line)
        return rural

    @cached_property
    def _regions(self) -> dict[str, int]:
        with (files("index") / "data" / "mrc.csv").open(encoding="utf-8") as file:
            return {row["name"]: int(row["region"]) for row in csv.DictReader(file)}

    def place(self, code: str) -> Place | None:
        """The place of a code or of its first three characters, None where they are unknown."""
        match = CODE.fullmatch(code.strip())
        if not match:
            return None
        area = (match[1] or match[3]).upper()
        area = area[0] + area[1].replace("O", "0") + area[2]
        end = (match[2] or "").upper()
        name = f"{area} {end}".strip()
        line = self._lines.get(area + end) or self._lines.get(area + end[:2]) or self._lines.get(area)
        if line is None:
            return self._area(name, area)
        town, mrc, latitude, longitude, radius = line
        region = self._regions.get(mrc, 0)
        folded = f"code-{name.lower().replace(' ', '-')}"
        return Place(folded, name, PlaceKind.POSTAL, mrc, region, latitude, longitude, radius_km=radius, city=town)

    def towns(self, code: str) -> frozenset[tuple[str, str]]:
        """The names and MRC of the towns that an area or code serves."""
        area, whole = code[:3], code.replace(" ", "")
        lines = [self._lines[whole]] if whole in self._lines else self._rural.get(area, [])
        return frozenset((line[0], line[1]) for line in lines)

    def _area(self, name: str, area: str) -> Place | None:
        lines = self._rural.get(area)
        if not lines:
            return None
        latitude, longitude = median(line[2] for line in lines), median(line[3] for line in lines)
        distances = sorted(distance_between(latitude, longitude, line[2], line[3]) for line in lines)
        radius = max(FAR, round(distances[int(0.9 * (len(distances) - 1))], 1))
        regions = [self._regions[line[1]] for line in lines if line[1] in self._regions]
        region = max(set(regions), key=regions.count) if regions else 0
        folded = f"code-{name.lower().replace(' ', '-')}"
        return Place(folded, name, PlaceKind.POSTAL, "", region, latitude, longitude, radius_km=radius)
