"""Builds an index aside and puts it in place whole; opens it only if it fits the documents and the model.

    build_index(Path("corpus"), Path("var/index"), SentenceTransformerEmbedder())
    index = open_index(Path("corpus"), Path("var/index"), SentenceTransformerEmbedder)
    index.search("comment une coopérative est-elle gérée ?", limit=5)

A build killed at any moment leaves the index of before in use; the next build clears what it left. The build that was
replaced stays until the next one, for the readers that still have it open.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from index.anticipated import (
    PROSE,
    ROWS,
    AnticipatedSearch,
    of_the_examples,
    of_the_prose,
    of_the_rows,
    of_the_ways,
    questions_of,
    save_vectors,
)
from index.embedding import Embedder
from index.errors import BuilderBusyError, IndexStateError, SearchError, State
from index.heavy import heavy_import
from index.likelihood import LEARNT, Likelihood, fit
from index.manifest import BUILDS, FORMAT, Manifest, check, current_build, fingerprints, publish, read_manifest
from index.search import DENSE_WEIGHT, Index
from index.units import digest, units_of
from index.vectors import embed
from index.ways import WAYS, WaysOfAsking, fit_ways
from index.weights import cache_folder
from ingest.anticipated import read_anticipated
from ingest.library import Library, read_library

Reader = Callable[[Path], Library]

WAIT = 900.0  # seconds that a builder waits for another one


def build_index(
    corpus: Path,
    folder: Path,
    embedder: Embedder,
    progress: bool = True,
    *,
    read: Reader = read_library,
    wait: float = WAIT,
) -> None:
    """Read `corpus`, index it in `folder`, and put the new index in place of the old one.

    Raises `IngestError` where a document can't be read, `BuilderBusyError` where another build lasts longer than
    `wait`, `ModelError` or `VectorServerError`. Whatever is raised, the index of before is still there.
    """
    server = chroma_server()
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder, wait):
        files = fingerprints(corpus)  # before reading: a document changed meanwhile then shows as changed
        library = read(corpus)
        units = units_of(library)
        vectors = embed([unit.text for unit in units], embedder, cache_folder(), progress)
        anticipated = read_anticipated(corpus, library)
        blocks = {PROSE: of_the_prose(anticipated), ROWS: of_the_rows(anticipated), WAYS: of_the_ways(anticipated)}
        blocks[LEARNT] = of_the_examples(anticipated)
        asked = {
            file: embed(questions_of(those), embedder, cache_folder(), progress, questions=True)
            for file, those in blocks.items()
        }
        with heavy_import():  # only now: a corpus or a model that is wrong is said sooner
            from index.dense import Dense

        build = f"{time.strftime('%Y%m%d-%H%M%S')}-{uuid.uuid4().hex[:8]}"
        left = _leftovers(folder)
        path = folder / BUILDS / build
        path.mkdir(parents=True)
        dense = Dense(path / "chroma", _collection(build), embedder, server)
        if server is not None:
            dense.forget([_collection(name) for name in left])
        for name in left:
            shutil.rmtree(folder / BUILDS / name, ignore_errors=True)
        dense.write(units, vectors)
        dense.close()
        for file in (PROSE, ROWS):
            save_vectors(path / file, asked[file])
        prose, learnt = (*blocks[PROSE], *blocks[LEARNT]), np.concatenate((asked[PROSE], asked[LEARNT]))
        fit(path / LEARNT, prose, learnt)
        fit_ways(path / WAYS, blocks[WAYS], asked[WAYS], prose, learnt)
        publish(folder, build, Manifest(FORMAT, embedder.name, server, digest(units), files))


def open_index(
    corpus: Path,
    folder: Path,
    embedder_factory: Callable[[], Embedder],
    *,
    read: Reader = read_library,
    dense_weight: float = DENSE_WEIGHT,
) -> Index:
    """The index of `folder`, if it was built from `corpus` as it is now, with this model. Loads nothing heavy.

    Raises `IndexStateError`, whose `state` is missing, partial, stale or foreign.
    """
    build, manifest = read_manifest(folder)
    embedder = embedder_factory()
    check(manifest, fingerprints(corpus), embedder.name, chroma_server())
    library = read(corpus)
    units = units_of(library)
    if digest(units) != manifest.units:
        raise IndexStateError(State.FOREIGN, f"L'index de {folder} vient d'une autre version de CoopSanté")
    path = folder / BUILDS / build
    anticipated = read_anticipated(corpus, library)
    asked, taught = of_the_prose(anticipated), (*of_the_prose(anticipated), *of_the_examples(anticipated))
    prose = AnticipatedSearch(asked, path / PROSE, embedder, Likelihood(taught, path / LEARNT))
    rows = AnticipatedSearch(of_the_rows(anticipated), path / ROWS, embedder)
    ways = WaysOfAsking(of_the_ways(anticipated), taught, path / WAYS, embedder)
    place = (path / "chroma", _collection(build), manifest.server)
    return Index(library, units, embedder, place, prose, rows, ways, dense_weight)


def chroma_server() -> str | None:
    """The Chroma server that the operator configured, as `host:port`."""
    chosen = os.environ.get("COOPSANTE_CHROMA") or None
    if chosen and not re.fullmatch(r"[^\s:/]+:\d{1,5}", chosen):
        raise SearchError(f"COOPSANTE_CHROMA vaut « {chosen} » : donnez un hôte et un port, comme « localhost:8000 ».")
    return chosen


def _collection(build: str) -> str:
    return f"coopsante-{build}"


def _leftovers(folder: Path) -> list[str]:
    """Builds that are not in use: killed ones, and the one before the last."""
    (folder / BUILDS).mkdir(exist_ok=True)
    return sorted(path.name for path in (folder / BUILDS).iterdir() if path.name != current_build(folder))


@contextmanager
def _alone(folder: Path, wait: float) -> Iterator[None]:
    """Only one builder at a time; the system lets go of the lock of one that is killed."""
    lock = FileLock(folder / "build.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        print("Une autre construction de l'index est en cours : attente de sa fin…", file=sys.stderr, flush=True)
        try:
            lock.acquire(timeout=wait)
        except Timeout:
            raise BuilderBusyError(
                f"Une autre construction de l'index de {folder} dure depuis plus de {wait:.0f} s : attendez qu'elle "
                "finisse, ou arrêtez-la, puis recommencez."
            ) from None
    try:
        yield
    finally:
        lock.release()
