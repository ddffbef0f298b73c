"""An opened index: its library, and one search by words, by meaning, or both."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread, main_thread
from typing import TYPE_CHECKING

from index.anticipated import AnticipatedSearch
from index.embedding import Embedder
from index.errors import SearchError
from index.evidence import Evidence
from index.fusion import DAMPING, fuse
from index.heavy import heavy_import
from index.lexical import Lexical
from index.units import Unit
from index.ways import WaysOfAsking
from ingest.library import Library

if TYPE_CHECKING:
    from index.dense import Dense

LEGS = ("lexical", "dense")
DENSE_WEIGHT = 2.0  # more favours paraphrases of the prose, less the names and words of the table
DEPTH = 50  # how many units each search ranks, before those of one source are made one

Place = tuple[str, int, int]  # a source's: document, start, end


class Index:
    """What answers are found in. Nothing heavy is loaded until the first search by meaning, or `warm()`."""

    def __init__(
        self,
        library: Library,
        units: Sequence[Unit],
        embedder: Embedder,
        vectors: tuple[Path, str, str | None],
        anticipated: AnticipatedSearch | None = None,
        asked_of_rows: AnticipatedSearch | None = None,
        ways_of_asking: WaysOfAsking | None = None,
        dense_weight: float = DENSE_WEIGHT,
    ) -> None:
        self.library = library
        self.embedder = embedder
        self.anticipated = anticipated or AnticipatedSearch((), vectors[0], embedder)
        self.asked_of_rows = asked_of_rows or AnticipatedSearch((), vectors[0], embedder)
        self.ways_of_asking = ways_of_asking or WaysOfAsking((), (), vectors[0], embedder)
        self.dense_weight = dense_weight
        self.warm_error: SearchError | None = None
        self._units = tuple(units)
        self._by_id = {unit.id: unit for unit in self._units}
        self._vectors = vectors
        self._dense: Dense | None = None
        self._lock = Lock()

    @property
    def dense_ready(self) -> bool:
        """Whether a search by meaning would answer at once."""
        return self._dense is not None and self.embedder.ready

    def warm(self) -> Thread:
        """Load model and vectors in the background; what goes wrong is kept in `warm_error`, and raised by `search`."""
        # not a daemon: a program that ends while torch is being imported would abort
        thread = Thread(target=self._warm, name="coopsante-warm")
        thread.start()
        return thread

    def search(self, text: str, limit: int, legs: Collection[str] = LEGS) -> tuple[Evidence, ...]:
        """The `limit` best sources for `text`, best first, each once; ties in the order of the documents.

        Raises `VectorServerError` where the configured Chroma server is down, `ModelError` where the model can't load.
        """
        if unknown := set(legs) - set(LEGS):
            raise ValueError(f"unknown legs: {sorted(unknown)}")
        found: dict[str, dict[Place, tuple[Unit, float]]] = {}
        if "lexical" in legs:
            found["lexical"] = _best_of_each(
                [(self._units[rank], score) for rank, score in self._lexical.search(text, DEPTH)]
            )
        if "dense" in legs and text.strip():
            nearest = self._opened().search(text, DEPTH)
            hits = [(self._by_id[id_], cosine) for id_, cosine in nearest]
            hits.sort(key=lambda hit: (-hit[1], hit[0].span))
            found["dense"] = _best_of_each(hits)
        weights = {"lexical": 1.0, "dense": self.dense_weight}
        rankings = {leg: list(places) for leg, places in found.items()}
        return tuple(_evidence(place, score, found, weights) for place, score in fuse(rankings, weights)[:limit])

    @cached_property
    def _lexical(self) -> Lexical:
        return Lexical([unit.text for unit in self._units])

    def _opened(self) -> Dense:
        with self._lock:
            if self._dense is None:
                with heavy_import():  # Chroma and llama-index: a second that exact answers don't wait for
                    from index.dense import Dense

                folder, collection, server = self._vectors
                self._dense = Dense(folder, collection, self.embedder, server)
            return self._dense

    def _warm(self) -> None:
        try:
            self.embedder.load()
            self._opened().search("bonjour", 1)
        except SearchError as error:
            self.warm_error = error
        except Exception:
            if main_thread().is_alive():
                raise
            # else the program is ending, and Python no longer lets libraries start anything


def _place(unit: Unit) -> Place:
    span = unit.source.span
    return span.name, span.start, span.end


def _best_of_each(hits: Sequence[tuple[Unit, float]]) -> dict[Place, tuple[Unit, float]]:
    """The best unit of each source, in the order of the hits."""
    best: dict[Place, tuple[Unit, float]] = {}
    for unit, score in hits:
        best.setdefault(_place(unit), (unit, score))
    return best


def _evidence(
    place: Place,
    score: float,
    found: dict[str, dict[Place, tuple[Unit, float]]],
    weights: dict[str, float],
) -> Evidence:
    """The span is the one of the search that counted most."""
    ranks = {leg: list(places).index(place) + 1 for leg, places in found.items() if place in places}
    leader = max(ranks, key=lambda leg: weights[leg] / (DAMPING + ranks[leg]))
    scores = {leg: found[leg][place][1] for leg in ranks}
    unit = found[leader][place][0]
    return Evidence(unit.source, unit.span, score, "+".join(ranks), scores.get("dense"), scores.get("lexical"))
