"""Reads a corpus and saves its library: `python -m ingest corpus tests/golden/library.jsonl`."""

from __future__ import annotations

import sys
from pathlib import Path

from ingest.errors import IngestError
from ingest.library import read_library, save_library


def main(arguments: list[str]) -> int:
    """Exit status: 0 done, 1 unreadable, 2 misused."""
    if len(arguments) != 2:
        print("Usage : python -m ingest DOSSIER_DU_CORPUS BIBLIOTHÈQUE.jsonl", file=sys.stderr)
        return 2
    try:
        save_library(read_library(Path(arguments[0])), Path(arguments[1]))
    except IngestError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
