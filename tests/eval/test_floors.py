from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval.case import CASES, SPLITS, Case, load_cases
from eval.floors import FloorError, Floors, below, load_floors
from eval.judge import Failure, FollowUp, Result
from ingest.document import read_documents

CASE = Case("a-1", "attribut", "dev", (), (), "f", "sms")
HALF = [Result(CASE, ()), Result(replace(CASE, id="a-2"), (Failure(1, "facts", "non dit"),))]
LOST = [Result(CASE, (), (), (FollowUp("lieu", False, True), FollowUp("lieu", False, True)))]
FLOORS = Floors({}, {"attribut": 0.5, "ensemble": 0.5, "familles": 0.0}, 10.0)


def test_at_its_floor_nothing_is_told() -> None:
    assert below(HALF, FLOORS) == []


def test_below_its_floor_a_class_is_told() -> None:
    told = below(HALF, replace(FLOORS, least={**FLOORS.least, "attribut": 0.6}))
    assert told == ["« attribut » : 50 % (1 sur 2), plancher 60 %"]


def test_families_and_follow_ups_have_floors_too() -> None:
    assert "familles" in below(HALF, replace(FLOORS, least={**FLOORS.least, "familles": 0.1}))[0]
    assert "100 points" in below(LOST, FLOORS)[0]


def test_a_class_without_a_floor_is_told() -> None:
    assert "pas de plancher" in below(HALF, Floors({}, {"ensemble": 0.0, "familles": 0.0}, 0.0))[0]


@pytest.mark.parametrize("content", ["", "[classes.attribut]\nlabel = 'x'\n", "["])
def test_a_file_of_floors_that_lacks_something_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(content)
    with pytest.raises(FloorError, match="illisible"):
        load_floors("dev", path)


@pytest.mark.parametrize("split", SPLITS)
def test_every_class_of_our_cases_has_a_floor(split: str) -> None:
    cases = load_cases(CASES / f"{split}.jsonl", read_documents(Path(__file__).parents[2] / "corpus"))
    floors = load_floors(split)
    assert {case.kind for case in cases} | {"ensemble", "familles"} <= set(floors.least)
    assert all(label for label in floors.labels.values())
