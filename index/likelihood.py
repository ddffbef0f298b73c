"""How likely each block of anticipated questions is the one that is asked: a logistic regression, learnt at build.

The nearest question is a poor judge between blocks: people who ask the same thing share few words, and a vector of
this model tells the manner of a question as much as its subject. What the questions of one answer have in common, and
those of the others have not, is learnt from them (`scripts/held_out.py` measures it; LOG.md has the figures).
scikit-learn fits it; nothing but numpy answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors
from index.errors import IndexStateError, State
from ingest.anticipated import AnsweredBy, Anticipated

LEARNT = "likelihood.npz"  # what is learnt of the questions of the prose, beside the index
STRENGTH = 30.0  # inverse of the regularisation, chosen on questions held out: see LOG.md


def fit(path: Path, blocks: Sequence[Anticipated], vectors: Vectors) -> None:
    """Learn from the questions of these blocks and write it in `path`; `vectors` are questions × dimensions."""
    from sklearn.linear_model import LogisticRegression  # heavy, and only a build needs it

    answers = _answers(blocks)
    if answers.max(initial=0) == 0:
        return  # nothing to tell apart
    mean = vectors.mean(axis=0)
    classes = np.repeat(answers, [len(block.questions) for block in blocks])
    fitted = LogisticRegression(C=STRENGTH, max_iter=200).fit(_centred(vectors, mean), classes)
    np.savez(
        path,
        mean=mean.astype(np.float32),
        weights=fitted.coef_.astype(np.float16),
        bias=fitted.intercept_.astype(np.float32),
    )


class Likelihood:
    """The regression of one search, read at the first question."""

    def __init__(self, blocks: Sequence[Anticipated], path: Path) -> None:
        self._path = path
        self._answers = _answers(blocks)
        self._nothing = np.array([block.answered_by is AnsweredBy.NOTHING for block in blocks], bool)

    def of(self, vector: Vectors) -> Vectors:
        """For each block, how likely its answer is the one that the question of this vector asks for, from 0 to 1.

        That no document answers is one answer, of several subjects. Raises `IndexStateError` where it is missing.
        """
        if self._answers.max(initial=0) == 0:
            return np.ones(len(self._answers), np.float32)  # one answer alone: nothing was learnt
        mean, weights, bias = self._fitted
        scores = weights @ _centred(vector[None], mean)[0] + bias
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        found: Vectors = likely[self._answers]
        found[self._nothing] = likely[np.unique(self._answers[self._nothing])].sum()
        return found

    @cached_property
    def _fitted(self) -> tuple[Vectors, Vectors, Vectors]:
        try:
            with np.load(self._path, allow_pickle=False) as read:
                mean, weights, bias = (read[name].astype(np.float32) for name in ("mean", "weights", "bias"))
        except (OSError, ValueError, KeyError) as error:
            raise IndexStateError(State.PARTIAL, "L'index n'a pas appris des questions anticipées") from error
        if len(bias) != self._answers.max(initial=-1) + 1:
            raise IndexStateError(State.PARTIAL, "L'index n'a pas appris de toutes les questions anticipées")
        return mean, weights, bias


def _answers(blocks: Sequence[Anticipated]) -> NDArray[np.intp]:
    """For each block, the number of its answer: blocks of the same places have the same one."""
    numbers: dict[object, int] = {}
    answers = (numbers.setdefault(block.spans or place, len(numbers)) for place, block in enumerate(blocks))
    return np.fromiter(answers, np.intp, len(blocks))


def _centred(vectors: Vectors, mean: Vectors) -> Vectors:
    """Unit vectors without what all of them share: the embeddings of one model lie in a narrow cone."""
    apart: Vectors = vectors - mean
    apart /= np.linalg.norm(apart, axis=1, keepdims=True)
    return apart
