from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval.outcome import RECORDED_MARK, before
from eval.outputs import JUNIT, REPLIES, REPORT, OutputError, earlier_replies, write_outputs
from eval.recorded import Flips, Verdict, digest
from eval.reply import read_replies
from eval.sources import Sources
from tests.eval.runs import DEV, OUTCOME, WAS, reply

CHANGED = Flips((), ("a",), (), (), ())
RECORDED = {"a": Verdict("a", (), digest(WAS))}
NOW = {"a": (reply("Autre chose, sur deux\u2028lignes [1]."),), "a#encore": ()}


def test_a_run_leaves_its_report_and_replies_that_are_read_back(tmp_path: Path, sources: Sources) -> None:
    folder = tmp_path / "nouveau" / "dossier"
    report = write_outputs(folder, OUTCOME, NOW, {}, sources)
    assert report == folder / REPORT
    assert "Évaluation de CoopSanté" in report.read_text(encoding="utf-8")
    assert (folder / JUNIT).read_text(encoding="utf-8").startswith("<?xml")
    found = read_replies(folder / REPLIES)
    assert found == {**NOW, f"attribut-2{RECORDED_MARK}": WAS}
    assert earlier_replies(folder) == found


def test_what_was_answered_when_recorded_is_found_run_after_run(tmp_path: Path, sources: Sources) -> None:
    part = replace(DEV, changed=CHANGED, recorded=RECORDED, results=(replace(DEV.results[0], failures=()),))
    part = replace(part, results=(replace(part.results[0], case=replace(part.results[0].case, id="a")),))
    earlier: dict[str, tuple[object, ...]] = {"a": WAS}
    for _ in range(3):
        was = before(CHANGED, RECORDED, earlier)  # type: ignore[arg-type]
        assert was == {"a": WAS}
        write_outputs(tmp_path, replace(OUTCOME, parts=(replace(part, before=was),)), NOW, earlier, sources)  # type: ignore[arg-type]
        earlier = dict(earlier_replies(tmp_path))
        assert earlier["a"] == NOW["a"]


def test_replies_of_another_run_are_not_taken_for_those_recorded() -> None:
    assert before(CHANGED, RECORDED, NOW) == {}
    assert before(CHANGED, RECORDED, {}) == {}


def test_the_replies_of_a_split_that_was_not_asked_stay(tmp_path: Path, sources: Sources) -> None:
    write_outputs(tmp_path, OUTCOME, {}, {"autre": WAS, "attribut-1": WAS, "attribut-1#encore": WAS}, sources)
    assert set(earlier_replies(tmp_path)) == {"autre", f"attribut-2{RECORDED_MARK}"}


@pytest.mark.parametrize("damage", [b"{", b"\xff", b'{"id": "a", "replies": [{"answer": 3}]}', b"[]", b'"a"'])
def test_a_damaged_file_of_replies_is_replaced(tmp_path: Path, sources: Sources, damage: bytes) -> None:
    (tmp_path / REPLIES).write_bytes(damage)
    assert earlier_replies(tmp_path) == {}
    write_outputs(tmp_path, OUTCOME, NOW, {}, sources)
    assert earlier_replies(tmp_path)["a"] == NOW["a"]


def test_a_folder_that_can_t_be_written_is_a_french_sentence(tmp_path: Path, sources: Sources) -> None:
    (tmp_path / "fichier").write_text("")
    with pytest.raises(OutputError, match="ne peut pas être écrit"):
        write_outputs(tmp_path / "fichier", OUTCOME, NOW, {}, sources)
