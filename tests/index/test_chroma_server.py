"""Vectors on a Chroma server, a real one, started for these tests on a port of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import chromadb
import pytest

from index.errors import IndexStateError, State, VectorServerError
from index.store import build_index, open_index
from tests.factories import read_paragraphs
from tests.fakes import FakeEmbedder

QUESTION, ANSWER = "qui élit le conseil ?", "Le conseil d'administration est élu par les membres."


class Server:
    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [str(Path(sys.executable).with_name("chroma")), "run", "--host", "127.0.0.1"]
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port), "--path", str(folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 60
        while not self.listens():
            assert self.process.poll() is None and time.monotonic() < deadline, "the Chroma server did not start"
            time.sleep(0.1)

    def listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def collections(self) -> set[str]:
        return {found.name for found in chromadb.HttpClient("127.0.0.1", self.port).list_collections()}

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    started = Server(tmp_path / "server")
    monkeypatch.setenv("COOPSANTE_CHROMA", f"127.0.0.1:{started.port}")
    yield started
    started.stop()


def test_the_life_of_an_index_on_a_server(
    server: Server, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    chromadb.HttpClient("127.0.0.1", server.port).create_collection("a-un-autre", embedding_function=None)
    for _ in range(3):
        build_index(corpus, folder, FakeEmbedder(), progress=False, read=read_paragraphs)
    assert len(server.collections()) == 3, "the last two builds, and what belongs to others is left alone"

    index = open_index(corpus, folder, FakeEmbedder, read=read_paragraphs)
    assert index.search(QUESTION, 1, ("dense",))[0].span.quote == ANSWER

    server.stop()
    for _ in range(2):
        with pytest.raises(VectorServerError, match="ne répond pas"):
            index.search(QUESTION, 1)
    assert index.search(QUESTION, 1, ("lexical",))[0].span.quote == ANSWER

    monkeypatch.delenv("COOPSANTE_CHROMA")
    with pytest.raises(IndexStateError) as raised:
        open_index(corpus, folder, FakeEmbedder, read=read_paragraphs)
    assert raised.value.state is State.FOREIGN
