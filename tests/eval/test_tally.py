from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.case import Case
from eval.judge import Failure, FollowUp, Result
from eval.tally import Tally, by_class, by_way, failed_checks, families, losses, wilson

FAILED = (Failure(1, "facts", "non dit"), Failure(2, "facts", "non dit"))
CASE = Case("a-1", "attribut", "dev", (), (), "f", "sms")
RESULTS = [
    Result(CASE, ()),
    Result(replace(CASE, id="a-2", way="formel"), FAILED),
    Result(replace(CASE, id="l-1", kind="lieu", family="g"), (), (), (FollowUp("lieu", False, True),)),
    Result(replace(CASE, id="l-2", kind="lieu", family=None, way=None), FAILED, (), (FollowUp("lieu", True, True),)),
]


def test_cases_are_counted_by_class_and_way() -> None:
    assert by_class(RESULTS) == [Tally("attribut", 1, 2), Tally("lieu", 1, 2), Tally("ensemble", 2, 4)]
    assert by_way(RESULTS) == [Tally("formel", 0, 1), Tally("sms", 2, 2)]
    assert failed_checks(RESULTS) == [("facts", 2)]


def test_a_family_is_right_only_whole() -> None:
    assert families(RESULTS) == Tally("familles", 1, 2)


def test_the_loss_is_what_alone_has_and_following_up_has_not() -> None:
    lieu, whole = losses(RESULTS)
    assert (lieu.edit, lieu.followed, lieu.alone, lieu.total, lieu.points) == ("lieu", 1, 2, 2, 50.0)
    assert whole == replace(lieu, edit="ensemble")
    assert losses(RESULTS[:2]) == []


@pytest.mark.parametrize(
    ("right", "total", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1.0)]
)
def test_the_interval_is_wilsons(right: int, total: int, low: float, high: float) -> None:
    assert wilson(right, total) == pytest.approx((low, high), abs=0.001)
    tally = Tally("x", right, total)
    assert (tally.low, tally.high) == wilson(right, total)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_holds_the_rate(counts: tuple[int, int]) -> None:
    low, high = wilson(*counts)
    assert 0 <= low <= counts[0] / counts[1] + 1e-9
    assert counts[0] / counts[1] - 1e-9 <= high <= 1
