from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from eval.case import CASES, Case, Expectation, Turn, load_cases
from eval.reply import ReplyError, parse_reply, read_replies
from eval.report import table, wilson
from eval.run import judge, main, questions, replies_of
from ingest.document import Document, read_documents

ROOT = Path(__file__).parents[2]
SILENT: dict[str, Any] = {
    "answer": "Les documents ne le disent pas.",
    "abstained": True,
    "clarifying": False,
    "cooperatives": [],
    "citations": [],
}
TWO_TURNS = Case(
    "d-1",
    "dialogue",
    "dev",
    (Turn("la coop d'Aylmer ?", Expectation(abstained=True)), Turn("et son salaire ?", Expectation(abstained=True))),
    (),
)


def test_each_turn_is_asked_in_the_conversation_of_those_before() -> None:
    heard: list[tuple[str, object]] = []

    def stand_in(message: str, conversation: Any) -> tuple[dict[str, Any], Any]:
        heard.append((message, conversation))
        return SILENT, (*(conversation or ()), message)

    assert len(replies_of(TWO_TURNS, stand_in)) == 2
    assert heard == [("la coop d'Aylmer ?", None), ("et son salaire ?", ("la coop d'Aylmer ?",))]


def test_a_case_fails_at_the_turn_that_is_wrong(document: Document) -> None:
    right = parse_reply(SILENT)
    assert judge(TWO_TURNS, [right, right], [document]).passed
    result = judge(TWO_TURNS, [right, replace(right, abstained=False)], [document])
    assert [(one.turn, one.check) for one in result.failures] == [(2, "abstained"), (2, "answered_cites")]


def test_a_missing_reply_fails_the_case(document: Document) -> None:
    result = judge(TWO_TURNS, [parse_reply(SILENT)], [document])
    assert [one.why for one in result.failures] == ["réponses reçues : 1, tours : 2"]


def test_a_family_passes_only_whole(document: Document) -> None:
    right = parse_reply(SILENT)
    pair = [replace(TWO_TURNS, id=name, family="f") for name in ("d-1", "d-2")]
    whole = [judge(case, [right, right], [document]) for case in pair]
    broken = [whole[0], judge(pair[1], [right], [document])]
    assert table(whole).splitlines()[-1].split()[:4] == ["familles", "1", "/", "1"]
    assert table(broken).splitlines()[-1].split()[:4] == ["familles", "0", "/", "1"]


@pytest.mark.parametrize(
    ("passed", "total", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1.0)]
)
def test_the_interval_is_wilsons(passed: int, total: int, low: float, high: float) -> None:
    assert wilson(passed, total) == pytest.approx((low, high), abs=0.001)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_holds_the_rate(counts: tuple[int, int]) -> None:
    low, high = wilson(*counts)
    assert 0 <= low <= counts[0] / counts[1] + 1e-9
    assert counts[0] / counts[1] - 1e-9 <= high <= 1


def test_the_batch_file_is_read_by_id_and_a_failed_conversation_has_no_reply(tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    path.write_text(json.dumps({"id": "a", "replies": [SILENT]}) + "\n" + json.dumps({"id": "b", "error": "non"}))
    assert read_replies(path) == {"a": (parse_reply(SILENT),), "b": ()}


@pytest.mark.parametrize("field", sorted(SILENT))
def test_a_reply_without_one_of_its_fields_is_refused(tmp_path: Path, field: str) -> None:
    path = tmp_path / "replies.jsonl"
    path.write_text(json.dumps({"id": "a", "replies": [{key: SILENT[key] for key in SILENT if key != field}]}))
    with pytest.raises(ReplyError, match=f"replies.jsonl, ligne 1 : .*« {field} »"):
        read_replies(path)


def run(*arguments: object) -> Any:
    return CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), *map(str, arguments)])


def test_the_questions_written_are_those_that_are_judged(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    assert run("--split", "test", "--questions", path).exit_code == 0
    cases = load_cases(CASES / "test.jsonl", read_documents(ROOT / "corpus"))
    assert path.read_text(encoding="utf-8") == questions(cases)


def test_failures_of_the_test_split_are_told_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    path.write_text("")
    secret = run("--split", "test", "--replies", path).output
    told = run("--split", "test", "--replies", path, "--reveal").output
    assert "✗" not in secret
    assert "✗" in told
    assert "classe" in secret


@pytest.mark.parametrize("arguments", [(), ("--class", "inconnue"), ("--replies", "nulle-part.jsonl")])
def test_an_error_is_one_french_sentence(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert any(word in result.output for word in ("Donnez", "Aucun cas", "illisible"))
