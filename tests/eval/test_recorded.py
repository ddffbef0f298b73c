from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval.case import Case
from eval.judge import Failure, Result
from eval.recorded import Flips, RecordError, flips, load_history, load_recorded, record
from eval.reply import Reply
from eval.report import flip_counts, flipped

REPLY = Reply("Huit [1].", False, False, (), ())
RIGHT = Result(Case("a-1", "attribut", "dev", (), ()), (), (REPLY,))
WRONG = replace(RIGHT, failures=(Failure(1, "facts", "non dit : « 8 »"),))
REWORDED = replace(RIGHT, replies=(replace(REPLY, answer="Il y en a huit [1]."),))
OTHER = replace(RIGHT, case=replace(RIGHT.case, id="a-2"))


def test_a_recorded_run_is_read_back_and_nothing_has_flipped(tmp_path: Path) -> None:
    run = record("dev", [RIGHT, replace(OTHER, failures=WRONG.failures)], "au début", "2026-11-21", tmp_path)
    assert (run.classes, run.rate, run.new) == ({"attribut": (1, 2), "ensemble": (1, 2)}, 0.5, 2)
    assert load_history(tmp_path) == [run]
    recorded = load_recorded("dev", tmp_path)
    assert recorded["a-2"].failed == ("facts",)
    assert flips([RIGHT, replace(OTHER, failures=WRONG.failures)], recorded) == Flips((), (), (), (), ())


@pytest.mark.parametrize(
    ("was", "now", "changed"),
    [
        ([WRONG], [RIGHT], Flips(("a-1",), (), (), (), ())),
        ([RIGHT], [WRONG], Flips((), ("a-1",), (), (), ())),
        ([RIGHT], [REWORDED], Flips((), (), ("a-1",), (), ())),
        ([RIGHT], [RIGHT, OTHER], Flips((), (), (), ("a-2",), ())),
        ([RIGHT, OTHER], [RIGHT], Flips((), (), (), (), ("a-2",))),
    ],
)
def test_each_kind_of_change_is_told(tmp_path: Path, was: list[Result], now: list[Result], changed: Flips) -> None:
    record("dev", was, "avant", "2026-11-20", tmp_path)
    assert flips(now, load_recorded("dev", tmp_path)) == changed
    run = record("dev", now, "après", "2026-11-21", tmp_path)
    assert (run.better, run.worse, run.new) == (len(changed.better), len(changed.worse), len(changed.new))
    assert [one.reason for one in load_history(tmp_path)] == ["avant", "après"]


def test_what_was_never_recorded_is_new(tmp_path: Path) -> None:
    assert flips([RIGHT], load_recorded("dev", tmp_path)) == Flips((), (), (), ("a-1",), ())
    assert load_history(tmp_path) == []


def test_a_flip_is_told_with_its_reason_or_by_class_only() -> None:
    changed = Flips((), ("a-1",), (), (), ())
    assert "a-1 : non dit : « 8 »" in flipped(changed, [WRONG])
    assert flip_counts(changed, [WRONG]).splitlines()[1] == "  - 1 attribut"
    assert flipped(Flips((), (), (), (), ()), [RIGHT]) == flip_counts(Flips((), (), (), (), ()), [RIGHT]) == ""


def test_a_damaged_record_is_a_french_sentence(tmp_path: Path) -> None:
    (tmp_path / "dev.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(RecordError, match="illisible"):
        load_recorded("dev", tmp_path)
