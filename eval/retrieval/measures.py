"""How good rankings are, by the measures of `ir_measures`: what they mean is theirs to say, and the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

from ir_measures import RR, Measure, R, iter_calc, nDCG

from eval.retrieval.labels import Labelled
from index.search import Place

MEASURES: Mapping[str, Measure] = {
    "recall@1": R @ 1,
    "recall@5": R @ 5,
    "recall@10": R @ 10,
    "MRR": RR,
    "nDCG@10": nDCG @ 10,
}
DECIDES = "nDCG@10"  # the one by which settings are compared: it counts every right source, and its rank

Values = Mapping[str, tuple[float, ...]]


def measure(questions: Sequence[Labelled], rankings: Sequence[Sequence[Place]]) -> Values:
    """By name of measure, its value for each question, in their order; 0 where nothing right was found.

    Of a ranking, the library is given the ranks and never the scores: it rounds those to 32 bits, and breaks the ties
    that this makes in an order of its own.
    """
    right = {one.id: {str(place): 1 for place in one.relevant} for one in questions}
    ranked = {
        one.id: {str(place): -float(rank) for rank, place in enumerate(ranking)}
        for one, ranking in zip(questions, rankings, strict=True)
    }
    found = {(str(one.measure), one.query_id): one.value for one in iter_calc(list(MEASURES.values()), right, ranked)}
    return {name: tuple(found[str(of), one.id] for one in questions) for name, of in MEASURES.items()}


def means(values: Values) -> dict[str, float]:
    """The mean of each measure over the questions."""
    return {name: fmean(of_each) for name, of_each in values.items()}
