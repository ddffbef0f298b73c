"""A build killed at any moment leaves the index of before, or the new one whole."""

from __future__ import annotations

import multiprocessing
import random
import time
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from index.manifest import BUILDS, current_build
from tests.index import builder

KILLS = 20
QUESTION, ANSWER = "qui élit le conseil ?", "Le conseil d'administration est élu par les membres."


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Processes that start with the heavy imports done, so that kills fall in the build and not in an import."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["index.dense", "tests.index.builder"])
    return context


def test_kill_9_at_random_moments(processes: ForkServerContext, corpus: Path, tmp_path: Path) -> None:
    folder, chance = tmp_path / "index", random.Random(20)
    run(processes, corpus, folder, tmp_path / "first-cache")  # also starts the server of processes, which takes longest
    duration = min(run(processes, corpus, folder, tmp_path / f"whole-{attempt}") for attempt in range(3))
    first = current_build(folder)
    kept_the_old = 0
    for attempt in range(KILLS):
        before = current_build(folder)
        # a cache of its own: otherwise nothing would be left to embed, and the build would be over at once
        run(processes, corpus, folder, tmp_path / f"cache-{attempt}", kill_after=chance.uniform(0, duration))
        kept_the_old += current_build(folder) == before
        assert answer(processes, corpus, folder) == [(ANSWER, "lexical+dense")]
    assert kept_the_old >= KILLS / 4, "too few kills fell in the middle: the test proves little"
    run(processes, corpus, folder, tmp_path / "last-cache")
    assert current_build(folder) != first
    assert len(list((folder / BUILDS).iterdir())) == 2, "what killed builds left is cleared"


def run(
    processes: ForkServerContext, corpus: Path, folder: Path, cache: Path, kill_after: float | None = None
) -> float:
    start = time.monotonic()
    process = processes.Process(target=builder.build, args=(corpus, folder, cache, 0.02))
    process.start()
    process.join(kill_after)
    process.kill()
    process.join()
    assert kill_after is not None or process.exitcode == 0
    return time.monotonic() - start


def answer(processes: ForkServerContext, corpus: Path, folder: Path) -> object:
    """The answer of a reader that has just started."""
    here, there = processes.Pipe()
    process = processes.Process(target=builder.ask, args=(corpus, folder, QUESTION, there))
    process.start()
    there.close()
    found = here.recv()
    process.join()
    return found
