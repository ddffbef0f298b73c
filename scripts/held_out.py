"""How well what is learnt finds the answer of questions held out, beside the nearest question: one question in eight.

    python -m scripts.held_out

Prints, for the anticipated questions of the prose and for the ways of asking, the share of held-out questions whose
answer comes first, then that of the surest third; learnt from a quarter of the others, a half, and all of them. The
answers of two blocks are the same where half of their words are.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.anticipated import of_the_examples, of_the_prose, of_the_ways, questions_of
from index.embedding import SentenceTransformerEmbedder, Vectors
from index.likelihood import Likelihood, fit
from index.vectors import embed
from index.weights import cache_folder
from ingest.anticipated import Anticipated, read_anticipated
from ingest.library import read_library

EVERY = 8  # one question in so many is held out
LEARNT_FROM = (4, 2, 1)  # one in so many of the others


def main(corpus: Path = Path("corpus")) -> None:
    blocks = read_anticipated(corpus, read_library(corpus))
    prose = (*of_the_prose(blocks), *of_the_examples(blocks))
    embedder = SentenceTransformerEmbedder()
    print(f"{'':32}{'held out':>10}{'nearest':>10}{'surest 1/3':>12}{'learnt':>10}{'surest 1/3':>12}")
    for name, those in (("questions of the prose", prose), ("ways of asking", of_the_ways(blocks))):
        vectors = embed(questions_of(those), embedder, cache_folder(), True, questions=True)
        for one_in in LEARNT_FROM:
            print(f"{name + (f', one in {one_in}' if one_in > 1 else ''):32}" + "".join(_row(those, vectors, one_in)))


def _row(blocks: Sequence[Anticipated], vectors: Vectors, one_in: int) -> list[str]:
    sizes = [len(block.questions) for block in blocks]
    of, place = np.repeat(np.arange(len(blocks)), sizes), np.concatenate([np.arange(size) for size in sizes])
    held = place % EVERY == EVERY - 1
    kept = ~held & (place % one_in == 0)  # the first of every block is
    left = [
        Anticipated(b.answered_by, b.spans, tuple(np.array(b.questions)[kept[of == number]]), b.plainly)
        for number, b in enumerate(blocks)
    ]
    same = np.array([[_same(one, other) for other in blocks] for one in blocks])
    cosines = vectors[held] @ vectors[kept].T
    nearest = of[kept][cosines.argmax(axis=1)]
    with tempfile.TemporaryDirectory() as folder:
        fit(Path(folder) / "held-out.npz", left, vectors[kept])
        likelihood = Likelihood(left, Path(folder) / "held-out.npz")
        likely = np.array([likelihood.of(vector) for vector in vectors[held]])
    figures = [f"{held.sum():>10}"]
    for found, sure in ((nearest, cosines.max(axis=1)), (likely.argmax(axis=1), likely.max(axis=1))):
        figures += _shares(same[found, of[held]], sure)
    return figures


def _shares(right: NDArray[np.bool_], sure: NDArray[np.float32]) -> tuple[str, str]:
    surest = np.argsort(-sure)[: len(sure) // 3]
    return f"{100 * right.mean():>9.0f}%", f"{100 * right[surest].mean():>11.0f}%"


def _same(one: Anticipated, other: Anticipated) -> bool:
    if not (one.spans and other.spans):
        return one is other or (not one.plainly and one.answered_by is other.answered_by)
    first, second = (
        {(s.name, place) for s in block.spans for place in range(s.start, s.end)} for block in (one, other)
    )
    return len(first & second) >= len(first | second) / 2


if __name__ == "__main__":
    main()
