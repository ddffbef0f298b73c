"""A message said in other words is asked again plainly: what it names fills the slots of the plain question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import numpy as np
import pytest

from assistant.knowledge import Knowledge
from assistant.said_otherwise import said_plainly
from index.anticipated import questions_of
from index.ways import Plainly, WaysOfAsking, fit_ways
from ingest.anticipated import AnsweredBy, Anticipated
from ingest.entry import Entry
from ingest.slots import emptied
from tests.assistant.asking import library, reader
from tests.fakes import FakeEmbedder

_WAYS = {
    "Quelles coops ont plus de {n} membres ?": "celles qui franchissent le cap des {n} membres",
    "Quelle est l'adresse de {coop} ?": "sur quelle rue loge {coop}",
    "Liste de toutes les coops": "y en aurait-il une couple",
    "Combien de coops offrent {service} ?": "on trouve ça, {service}, à combien de places",
}
_SEQUELS = {"Et à {lieu} ?": "pis ceux du côté de {lieu}, eux autres ?"}


class _Knowing:
    """What is learnt of a few ways of asking, and the co-ops."""

    def __init__(self, folder: Path) -> None:
        kinds = ((_WAYS, AnsweredBy.PLAINLY), (_SEQUELS, AnsweredBy.SEQUEL))
        ways = [
            Anticipated(kind, (), (emptied(plain), emptied(way)), plain)
            for told, kind in kinds
            for plain, way in told.items()
        ]
        fit_ways(folder / "w.npz", ways, FakeEmbedder().queries(questions_of(ways)), (), np.zeros((0, 512), np.float32))
        self._ways = WaysOfAsking(ways, (), folder / "w.npz", FakeEmbedder())

    def plainly(self, message: str, may_be: Callable[[Anticipated], bool]) -> Plainly | None:
        return self._ways.likeliest(message, may_be)

    def entry(self, position: int) -> Entry:
        return next(e for e in library().entries if e.position == position)


@pytest.fixture
def said(tmp_path: Path) -> Callable[..., str | None]:
    knowing = cast(Knowledge, _Knowing(tmp_path))

    def said(message: str, subject: str = "", sequels: bool = False) -> str | None:
        found = said_plainly(message, reader().ear, knowing, subject, sequels)
        return found[0] if found else None

    return said


def test_what_is_named_fills_the_slots(said: Callable[..., str | None]) -> None:
    assert said("franchissent-elles le cap des 4 000 membres ?") == "Quelles coops ont plus de 4000 membres ?"
    assert said("on trouve la podiatrie à combien de places ?") == "Combien de coops offrent podiatrie ?"
    assert said("y en aurait-il une couple près de Lévis ?") == "Liste de toutes les coops pres de Lévis ?"


def test_the_co_op_spoken_of_fills_the_slot_that_a_message_leaves(said: Callable[..., str | None]) -> None:
    assert said("elle loge sur quelle rue ?", "Eastman") == "Quelle est l'adresse de Eastman ?"
    assert said("la coop de Thurso loge sur quelle rue ?", "Eastman") != "Quelle est l'adresse de Eastman ?"


def test_a_sequel_is_meant_only_where_something_was_said(said: Callable[..., str | None]) -> None:
    asked = "pis ceux du côté de Lévis, eux autres ?"
    assert said(asked, sequels=True) == "Et à Lévis ?"
    assert said(asked) != "Et à Lévis ?"


@pytest.mark.parametrize(
    "asked",
    [
        "celles qui franchissent le cap de 2 000 membres mais pas de 4 000",
        "sur quelle rue logent la coop de Thurso et celle d'Eastman ?",
        "sur quelle rue loge Xyzabcd ?",
    ],
)
def test_nothing_is_said_plainly_where_something_would_be_lost(asked: str, said: Callable[..., str | None]) -> None:
    assert said(asked) is None
