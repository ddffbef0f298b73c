"""Vectors kept by content: a text already embedded by the same model is never embedded again.

One SQLite file in the cache folder, keyed by the hash of model name and text; SQLite lets several builders write to it.
Each batch is kept as soon as it is made, so that a build killed in the middle resumes where it was.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
from tqdm import tqdm

from index.embedding import Embedder, Vectors
from index.errors import SearchError

FILE = "vectors.sqlite"
BATCH = 64
_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"


def embed(
    texts: Sequence[str], embedder: Embedder, folder: Path, progress: bool = False, *, questions: bool = False
) -> Vectors:
    """A unit vector for each text, from the cache of `folder` where it is known, else from `embedder`."""
    folder.mkdir(parents=True, exist_ok=True)
    make, kind = (embedder.queries, "query: ") if questions else (embedder.passages, "")
    keys = [hashlib.sha256(f"{embedder.name}\0{kind}{text}".encode()).digest() for text in texts]
    with _opened(folder / FILE) as database:
        known = dict(_read(database, keys))
        # by length, so that the texts of a batch need little padding
        new = sorted({key: text for key, text in zip(keys, texts, strict=True) if key not in known}.items(), key=_size)
        with tqdm(total=len(new), desc="Vecteurs", unit="texte", disable=not progress or not new) as bar:
            for start in range(0, len(new), BATCH):
                batch = new[start : start + BATCH]
                vectors = make([text for _, text in batch])
                made = {key: vector.tobytes() for (key, _), vector in zip(batch, vectors, strict=True)}
                with database:
                    database.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", made.items())
                known |= made
                bar.update(len(batch))
    return np.array([np.frombuffer(known[key], np.float32) for key in keys], np.float32)


def _size(item: tuple[bytes, str]) -> tuple[int, str]:
    return len(item[1]), item[1]


def _read(database: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for start in range(0, len(keys), 500):  # SQLite limits the number of parameters
        some = keys[start : start + 500]
        marks = ",".join("?" * len(some))
        yield from database.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some)


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(file, timeout=60)) as database:
            database.execute(_TABLE)
            yield database
    except sqlite3.DatabaseError as error:
        raise SearchError(f"Le fichier de vecteurs {file} est illisible ({error}) : supprimez-le.") from error
