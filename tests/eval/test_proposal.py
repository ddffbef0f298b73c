from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from eval import proposal
from eval.case import CaseError, Expectation, load_cases
from eval.proposal import PROPOSALS, accept, accept_command, add, propose, verdict
from eval.sources import Sources
from ingest.document import Document
from tests.eval.test_judge import SILENT

ROOT = Path(__file__).parents[2]
EXPECT = {"facts": ["8 médecins"], "abstained": False}


def stand_in(message: str, conversation: Any) -> tuple[dict[str, Any], Any]:
    return SILENT, conversation


def test_a_bad_answer_becomes_a_proposal_that_is_accepted_as_a_case(tmp_path: Path, document: Document) -> None:
    case = propose(
        ("Bonjour", "Combien ?"), "attribut", EXPECT, ("8 médecins",), [document], "vu au comptoir", tmp_path
    )
    assert (case.id, case.note, case.proof[0].quote) == ("attribut-p001", "vu au comptoir", "8 médecins")
    assert case.turns[0].expect == Expectation()
    assert load_cases(tmp_path / PROPOSALS, [document]) == (case,)
    other = propose(("Combien ?",), "attribut", EXPECT, ("8 médecins",), [document], None, tmp_path)
    accept(case.id, "dev", [document], tmp_path)
    assert [one.id for one in load_cases(tmp_path / PROPOSALS, [document])] == [other.id] == ["attribut-p002"]
    assert [one.id for one in load_cases(tmp_path / "dev.jsonl", [document])] == ["attribut-p001"]


@pytest.mark.parametrize(
    ("expect", "proof", "problem"),
    [
        (EXPECT, ("9 médecins",), "dans aucun document"),
        (EXPECT, (), "il manque une preuve"),
        ({}, ("8 médecins",), "dernier tour est vide"),
        ({"facts": ["|"]}, ("8 médecins",), "variante vide"),
    ],
)
def test_what_makes_no_case_is_refused_and_nothing_is_written(
    tmp_path: Path, document: Document, expect: dict[str, Any], proof: tuple[str, ...], problem: str
) -> None:
    with pytest.raises(CaseError, match=problem):
        propose(("Combien ?",), "attribut", expect, proof, [document], None, tmp_path)
    assert not (tmp_path / PROPOSALS).exists()


def test_a_proposal_that_does_not_wait_is_told(tmp_path: Path, document: Document) -> None:
    with pytest.raises(CaseError, match="en attente : aucune"):
        accept("attribut-p001", "dev", [document], tmp_path)


def test_todays_answer_is_judged(tmp_path: Path, document: Document, sources: Sources) -> None:
    case = propose(("Combien ?",), "attribut", EXPECT, ("8 médecins",), [document], None, tmp_path)
    assert "s'abstient à tort" in verdict(case, stand_in, sources)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The commands' folder of cases, put elsewhere for a test."""
    monkeypatch.setattr(proposal, "CASES", tmp_path)
    return tmp_path


def test_the_commands_write_and_move(written: Path) -> None:
    corpus = ["--corpus", str(ROOT / "corpus")]
    asked = ["--ask", "le numéro d'Aylmer ?", "--class", "attribut", "--coop", "23", "--fact", "819 684-1234"]
    made = CliRunner().invoke(add, [*asked, "--proof", "819 684-1234", *corpus], obj=lambda _: stand_in)
    assert "attribut-p001" in made.output
    assert "elle échoue : coops manquantes 23" in made.output
    row = json.loads((written / PROPOSALS).read_text(encoding="utf-8"))
    assert row["turns"][0]["expect"] == {"facts": ["819 684-1234"], "cooperatives": {"exactly": [23]}}
    moved = CliRunner().invoke(accept_command, ["attribut-p001", *corpus])
    assert moved.exit_code == 0
    assert (written / PROPOSALS).read_text(encoding="utf-8") == ""


def test_a_class_that_is_not_one_is_told_with_those_that_are(written: Path) -> None:
    wrong = CliRunner().invoke(add, ["--ask", "a", "--class", "divers", "--corpus", str(ROOT / "corpus")])
    assert wrong.exit_code == 1
    assert "« divers » n'est pas une classe ; les classes : absent, agregat" in wrong.output
    assert not (written / PROPOSALS).exists()
