"""What the tests of the index run in processes of their own, to be killed or made to wait.

python -m tests.index.builder CORPUS FOLDER DELAY
"""

from __future__ import annotations

import os
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from index.store import build_index, open_index
from tests.factories import read_paragraphs
from tests.fakes import FakeEmbedder


def build(corpus: Path, folder: Path, cache: Path, delay: float) -> None:
    os.environ["COOPSANTE_CACHE"] = str(cache)
    build_index(corpus, folder, FakeEmbedder(delay=delay), progress=False, read=read_paragraphs)


def ask(corpus: Path, folder: Path, question: str, answer: Connection) -> None:
    found = open_index(corpus, folder, FakeEmbedder, read=read_paragraphs).search(question, limit=1)
    answer.send([(evidence.span.quote, evidence.found_by) for evidence in found])


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]), Path(os.environ["COOPSANTE_CACHE"]), float(sys.argv[3]))
