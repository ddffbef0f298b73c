"""The exact directory: every entry examined, none missed, always in the same order."""

from __future__ import annotations

from functools import cached_property

from index.criterion import Site, Truth
from index.places import Gazetteer, distance_km
from index.query import Match, Query, Result
from index.readings import number_of
from ingest.document import Span
from ingest.entry import Entry

DRAWERS = ("matches", "planned", "unknown", "beyond", "beyond_planned", "unsorted")  # the lists of a `Result`


class Directory:
    """The entries of a library, located."""

    def __init__(self, entries: tuple[Entry, ...], gazetteer: Gazetteer) -> None:
        self.entries = entries
        self.gazetteer = gazetteer

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Each entry with its place (None where its address names no known municipality)."""
        return tuple(
            Site(e, self.gazetteer.locate(e.municipality.value or "", e.region.value, e.postal_code.value))
            for e in self.entries
        )

    def run(self, query: Query) -> Result:
        """Judge every entry by every criterion and put it in its drawer; see `Result`."""
        drawers: dict[str, list[Match]] = {name: [] for name in DRAWERS}
        for site in self.sites:
            truth, spans = self._judge(site, query)
            if truth is Truth.NO:
                continue
            match = self._match(site, query, spans)
            drawers[self._drawer(truth, match, query)].append(match)
        for matches in drawers.values():
            matches.sort(key=lambda m: _order(m, query))
        drawers["matches"] = drawers["matches"][: query.limit]
        return Result(**{name: tuple(matches) for name, matches in drawers.items()}, total=len(self.entries))

    def at(self, position: int) -> Entry:
        """The entry of this rank, from 1."""
        return self.entries[position - 1]

    def _judge(self, site: Site, query: Query) -> tuple[Truth, tuple[Span, ...]]:
        truth = Truth.YES
        spans: list[Span] = []
        for criterion in query.criteria:
            verdict = criterion.judge(site, self.gazetteer)
            truth = min(truth, verdict.truth)
            spans.extend(verdict.spans)
        return truth, tuple(dict.fromkeys(spans))

    def _match(self, site: Site, query: Query, spans: tuple[Span, ...]) -> Match:
        distance = distance_km(query.near.place, site.place) if query.near and site.place else None
        reading = number_of(site.entry, query.sort.name) if query.sort else None
        return Match(site.entry, distance, spans, reading)

    @staticmethod
    def _drawer(truth: Truth, match: Match, query: Query) -> str:
        if truth is Truth.UNKNOWN:
            return "unknown"
        far = query.near is not None and (match.distance_km is None or match.distance_km > query.near.km)
        if truth is Truth.PLANNED:
            return "beyond_planned" if far else "planned"
        if far:
            return "beyond"
        return "unsorted" if query.sort is not None and match.reading is None else "matches"


def _order(match: Match, query: Query) -> tuple[float, float, int]:
    number = 0.0
    if query.sort is not None and match.reading is not None:
        number = -match.reading.number if query.sort.descending else match.reading.number
    distance = match.distance_km if match.distance_km is not None else float("inf")
    return number, distance, match.entry.position
