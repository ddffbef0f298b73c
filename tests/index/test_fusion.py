from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import fuse

RANKINGS = st.lists(st.integers(0, 20), unique=True)


@pytest.mark.parametrize(
    ("lexical", "dense", "weight", "expected"),
    [
        (["a", "b"], ["a", "b"], 1.0, ["a", "b"]),
        (["a", "b"], ["b", "a"], 1.0, ["a", "b"]),  # à égalité, l'ordre des documents
        (["a"], ["b"], 1.5, ["b", "a"]),  # le poids du sens départage
        (["a"], ["b"], 0.5, ["a", "b"]),
        (["a", "c"], ["b", "c"], 1.0, ["c", "a", "b"]),  # deuxième partout vaut mieux que premier une fois
        ([], ["b"], 1.0, ["b"]),
        ([], [], 1.0, []),
    ],
)
def test_ranks_are_what_counts(lexical: list[str], dense: list[str], weight: float, expected: list[str]) -> None:
    found = fuse({"lexical": lexical, "dense": dense}, {"dense": weight})
    assert [key for key, _ in found] == expected


@given(RANKINGS, RANKINGS)
def test_nothing_is_lost_nor_invented_and_scores_only_go_down(one: list[int], two: list[int]) -> None:
    found = fuse({"lexical": one, "dense": two}, {})
    assert {key for key, _ in found} == {*one, *two}
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
