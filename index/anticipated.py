"""Search among anticipated questions: those that ask nearly the same thing, with what answers them.

A question is compared with questions: they are nearer to it, and easier to tell apart, than passages are.

    score = cosine + WORDS × words in common + COVERED × words that the block holds + LIKELY × likelihood

The cosine is that of the embeddings; words in common, the cosine of the two bags of stems, rare stems weighing more;
then the share of the question's stems that the block's questions and passage hold together; the last is learnt from all
the questions (`index/likelihood.py`), the further examples too, which are compared with nothing one by one.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding import Embedder, Vectors
from index.errors import IndexStateError, State
from index.lexical import stems
from index.likelihood import Likelihood
from ingest.anticipated import IN_OTHER_WORDS, AnsweredBy, Anticipated

PROSE, ROWS = "questions.npy", "row-questions.npy"  # the vectors of each search, beside the index
_YEAR = re.compile(r"(?:19|20)\d\d")
WORDS, COVERED, LIKELY = 0.2, 0.1, 0.1  # chosen on the development cases: see LOG.md


@dataclass(frozen=True, slots=True)
class Resembling:
    """A block of anticipated questions, the one of them that is nearest, and how near: `score` orders them.

    `words` and `covered` go from 0 to 1; `cosine` depends on the model.
    """

    block: Anticipated
    question: str
    score: float
    cosine: float
    words: float
    covered: float


def questions_of(blocks: Sequence[Anticipated]) -> list[str]:
    """Every question, block by block: the rows of the vectors."""
    return [question for block in blocks for question in block.questions]


def of_the_prose(blocks: Sequence[Anticipated]) -> tuple[Anticipated, ...]:
    """What a question of no particular co-op is compared with."""
    kinds = (AnsweredBy.PASSAGE, AnsweredBy.NOTHING, AnsweredBy.TABLE)
    return tuple(block for block in blocks if block.answered_by in kinds and not block.example)


def of_the_rows(blocks: Sequence[Anticipated]) -> tuple[Anticipated, ...]:
    """What a question of one co-op is compared with, its name left out."""
    kinds = (AnsweredBy.ROW, AnsweredBy.NOTHING)
    return tuple(block for block in blocks if block.answered_by in kinds and not block.example)


def of_the_ways(blocks: Sequence[Anticipated]) -> tuple[Anticipated, ...]:
    """What a question that isn't understood is compared with, its names left out."""
    return tuple(block for block in blocks if block.answered_by in IN_OTHER_WORDS)


def of_the_examples(blocks: Sequence[Anticipated]) -> tuple[Anticipated, ...]:
    """What teaches how likely the blocks of the prose are, and is compared with no question."""
    return tuple(block for block in blocks if block.example)


def save_vectors(path: Path, vectors: Vectors) -> None:
    """Keep them in half precision, which moves a cosine by less than a thousandth."""
    np.save(path, vectors.astype(np.float16))


def _bag(text: str) -> frozenset[str]:
    """The stems of a text, without its years: they say of which document a question is, not what it asks."""
    return frozenset(stem for stem in stems(text) if not _YEAR.fullmatch(stem))


class AnticipatedSearch:
    """The anticipated questions of one index. Their vectors are read, and the model loaded, at the first search."""

    def __init__(
        self, blocks: Sequence[Anticipated], path: Path, embedder: Embedder, likelihood: Likelihood | None = None
    ) -> None:
        """`path` holds the vectors of the blocks' questions; the likelihood is of these blocks, then of others."""
        self.blocks = tuple(blocks)
        self._path = path
        self._embedder = embedder
        self._likelihood = likelihood

    def nearest(self, text: str) -> tuple[Resembling, ...]:
        """Each block by its nearest question, best first, ties in the order of the files.

        Raises `ModelError` where the model can't load, `IndexStateError` where the vectors are missing.
        """
        asked = _bag(text)
        if not self.blocks or not any(stem.isalpha() and len(stem) > 1 for stem in asked):
            return ()
        vector = self._embedder.query(text)
        cosines, likely = self._vectors @ vector, self._likelihood.of(vector) if self._likelihood else None
        bags = self._bags
        alike, covers = bags.alike(asked), bags.covered(asked)
        scores = cosines + WORDS * alike
        found, row = [], 0
        for number, block in enumerate(self.blocks):
            last = row + len(block.questions)
            best = row + int(scores[row:last].argmax())
            covered = float(covers[number])
            score = float(scores[best]) + COVERED * covered
            if likely is not None:
                score += LIKELY * float(likely[number])
            found.append(Resembling(block, bags.texts[best], score, float(cosines[best]), float(alike[best]), covered))
            row = last
        return tuple(sorted(found, key=lambda resembling: -resembling.score))

    def worded(self, text: str, of: Callable[[Anticipated], bool] | None = None) -> float:
        """The most words in common with a question of all blocks, or of these, from 0 to 1. Loads nothing heavy."""
        alike, row, most = self._bags.alike(_bag(text)), 0, 0.0
        if of is None:
            return float(alike.max(initial=0.0))
        for block in self.blocks:
            last = row + len(block.questions)
            if of(block):
                most = max(most, float(alike[row:last].max(initial=0.0)))
            row = last
        return most

    @cached_property
    def _bags(self) -> _Bags:
        return _Bags(self.blocks)

    @cached_property
    def _vectors(self) -> Vectors:
        try:
            read: Vectors = np.load(self._path, allow_pickle=False).astype(np.float32)
        except (OSError, ValueError) as error:
            raise IndexStateError(State.PARTIAL, "L'index n'a pas les vecteurs des questions anticipées") from error
        if len(read) != len(self._bags.texts):
            raise IndexStateError(State.PARTIAL, "L'index n'a pas toutes les questions anticipées")
        return read


class _Bags:
    """The stems of every question and of every block, weighed by how rare they are among the questions."""

    def __init__(self, blocks: Sequence[Anticipated]) -> None:
        self.texts = questions_of(blocks)
        bags = [_bag(text) for text in self.texts]
        counts = Counter(stem for bag in bags for stem in bag)
        self._unknown = math.log(1 + len(bags))
        self._weight = {stem: math.log(1 + len(bags) / (1 + count)) for stem, count in counts.items()}
        self._norms = np.array([self._norm(bag) for bag in bags], np.float32)
        self._rows = _where(bags)
        self._blocks = len(blocks)
        self._held = _where(
            [
                frozenset(stem for text in (*block.questions, *(s.quote for s in block.spans)) for stem in _bag(text))
                for block in blocks
            ]
        )

    def alike(self, asked: frozenset[str]) -> Vectors:
        """The cosine of the asked stems with those of each question."""
        shared = np.zeros(len(self.texts), np.float32)
        for stem in asked & self._rows.keys():
            shared[self._rows[stem]] += self._weight[stem] ** 2
        shared /= np.maximum(self._norms * self._norm(asked), 1e-9)
        return shared

    def covered(self, asked: frozenset[str]) -> Vectors:
        """The share of the asked stems, by weight, that each block holds; 0 where nothing is asked."""
        held = np.zeros(self._blocks, np.float32)
        for stem in asked & self._held.keys():
            held[self._held[stem]] += self._of(stem)
        held /= sum(self._of(stem) for stem in asked) or 1.0
        return held

    def _of(self, stem: str) -> float:
        return self._weight.get(stem, self._unknown)

    def _norm(self, bag: frozenset[str]) -> float:
        return math.sqrt(sum(self._of(stem) ** 2 for stem in bag))


def _where(bags: Sequence[frozenset[str]]) -> dict[str, np.ndarray[Any, np.dtype[np.intp]]]:
    """The rows of the bags that hold each stem."""
    rows: dict[str, list[int]] = {}
    for row, bag in enumerate(bags):
        for stem in bag:
            rows.setdefault(stem, []).append(row)
    return {stem: np.array(those) for stem, those in rows.items()}
