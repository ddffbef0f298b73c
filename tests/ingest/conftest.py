"""The real corpus, read once for all the tests of reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.entry import Entry
from ingest.library import Library, read_library

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def corpus() -> Path:
    return ROOT / "corpus"


@pytest.fixture(scope="session")
def golden() -> Path:
    return ROOT / "tests" / "golden" / "library.jsonl"


@pytest.fixture(scope="session")
def library(corpus: Path) -> Library:
    return read_library(corpus)


@pytest.fixture(scope="session")
def entries(library: Library) -> dict[int, Entry]:
    """The co-ops of the table by position."""
    return {entry.position: entry for entry in library.entries}
