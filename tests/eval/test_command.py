from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from markupsafe import escape

from eval.case import SPLITS
from eval.command import main
from eval.door import questions
from eval.gate import load_splits
from eval.judge import conversations
from eval.sources import read_sources

CORPUS = Path(__file__).parents[2] / "corpus"


def run(*arguments: object) -> Any:
    return CliRunner().invoke(main, ["--corpus", str(CORPUS), *map(str, arguments)])


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of a run here isn't left in the project."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def nothing(tmp_path: Path) -> Path:
    path = tmp_path / "replies.jsonl"
    path.write_text("")
    return path


def test_the_questions_written_are_those_that_are_judged(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    assert run("--split", "test", "--questions", path).exit_code == 0
    cases = load_splits(["test"], None, read_sources(CORPUS))["test"]
    assert path.read_text(encoding="utf-8") == questions(conversations(cases))


def test_failures_of_the_test_split_are_told_only_when_asked(nothing: Path) -> None:
    secret = run("--split", "test", "--replies", nothing, "--failures").output
    told = run("--split", "test", "--replies", nothing, "--failures", "--reveal").output
    assert "✗" not in secret
    assert "✗" in told
    assert "classe" in secret


def test_a_run_of_whole_splits_leaves_its_files_where_it_is_told(nothing: Path, tmp_path: Path) -> None:
    assert "Rapport : ici/rapport.html" in run("--split", "dev", "--replies", nothing, "--out", "ici").output
    assert {path.name for path in (tmp_path / "ici").iterdir()} == {"rapport.html", "junit.xml", "reponses.jsonl"}
    run("--class", "lieu", "--replies", nothing)
    assert not (tmp_path / "var").exists()
    run("--split", "test", "--replies", nothing)
    cases = load_splits(["test"], None, read_sources(CORPUS))["test"]
    report = (tmp_path / "var/eval/rapport.html").read_text(encoding="utf-8")
    assert not any(escape(turn.ask) in report for case in cases for turn in case.turns if len(turn.ask) > 20)


def test_a_share_is_compared_with_its_marks_and_recorded_never(nothing: Path) -> None:
    documents = read_sources(CORPUS)
    whole, part = (load_splits(["dev"], None, documents, one_in)["dev"] for one_in in (1, 40))
    assert 0 < len(part) < len(whole) / 20
    kept = {case.family for case in part if case.family}
    assert all(case in part for case in whole if case.family in kept)
    result = run("--split", "dev", "--one-in", 40, "--replies", nothing)
    assert result.exit_code == 1
    assert "ont changé de note sans explication" in result.output
    assert "n'existent plus" not in result.output
    assert "plancher" not in result.output
    refused = run("--split", "dev", "--one-in", 40, "--replies", nothing, "--record", "essai")
    assert refused.exit_code == 1
    assert "ôtez --one-in" in refused.output


def test_no_answer_at_all_is_below_every_floor_and_flips_what_was_right(nothing: Path) -> None:
    result = run("--replies", nothing)
    assert result.exit_code == 1
    for split in SPLITS:
        assert f"{split} : « ensemble » : 0 %" in result.output
        assert f"{split} : « attribut » : 0 %" in result.output
    assert "ont changé de note sans explication" in result.output


@pytest.mark.parametrize("arguments", [(), ("--class", "inconnue"), ("--replies", "nulle-part.jsonl")])
def test_an_error_is_one_french_sentence(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert any(word in result.output for word in ("Donnez", "Aucun cas", "illisible"))
