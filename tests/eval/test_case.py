from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.case import CASES, SPLITS, CaseError, Expectation, Expected, load_cases
from ingest.document import Document, read_documents

GOOD: dict[str, Any] = {
    "id": "a-1",
    "class": "attribut",
    "turns": [{"ask": "Combien ?", "expect": {"facts": ["8|huit"], "cooperatives": {"exactly": [23]}}}],
    "proof": [{"document": "t.txt", "quote": "8 médecins"}],
}


def write(folder: Path, *rows: object) -> Path:
    path = folder / "dev.jsonl"
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def with_expect(**expect: object) -> dict[str, Any]:
    return GOOD | {"turns": [{"ask": "Combien ?", "expect": expect}]}


def test_a_case_is_read_with_its_proof_at_its_place(tmp_path: Path, document: Document) -> None:
    (case,) = load_cases(write(tmp_path, GOOD), [document])
    assert (case.id, case.kind, case.split, case.family) == ("a-1", "attribut", "dev", None)
    assert case.turns[0].expect == Expectation(Expected(exactly=(23,)), facts=(("8", "huit"),))
    assert [span.quote for span in case.proof] == ["8 médecins"]


BAD: list[tuple[object, str]] = [
    ("{", "JSON valide"),
    ([1], "objet JSON"),
    (GOOD | {"klass": "x"}, "champ inconnu : klass"),
    ({key: GOOD[key] for key in ("id", "class", "turns")}, "n'a pas le champ : proof"),
    (GOOD | {"id": ""}, "« id »"),
    (GOOD | {"family": ""}, "« family »"),
    (GOOD | {"turns": []}, "au moins un tour"),
    (GOOD | {"turns": [{"ask": 3, "expect": {"abstained": True}}]}, "« ask »"),
    (with_expect(), "dernier tour est vide"),
    (with_expect(fact=["8"]), "champ inconnu : fact"),
    (with_expect(facts="8"), "liste de textes"),
    (with_expect(facts=["8|"]), "variante vide"),
    (with_expect(abstained="non"), "true ou false"),
    (with_expect(max_chars=0), "« max_chars »"),
    (with_expect(documents=["autre.txt"]), "noms parmi : t.txt"),
    (with_expect(documents=[]), "noms parmi"),
    (GOOD | {"family": "f", "way": "crié"}, "« way » vaut « crié »"),
    (GOOD | {"way": "sms"}, "il manque « family »"),
    (GOOD | {"turns": [GOOD["turns"][0] | {"alone": "Combien ?"}]}, "ne suit rien"),
    (GOOD | {"turns": [GOOD["turns"][0], GOOD["turns"][0] | {"edit": "tout"}]}, "« edit » vaut « tout »"),
    (GOOD | {"turns": [GOOD["turns"][0], GOOD["turns"][0] | {"alone": ""}]}, "« alone »"),
    (with_expect(cooperatives={}), "ne demande rien"),
    (with_expect(cooperatives={"empty": False}), "ne demande rien"),
    (with_expect(cooperatives={"exactly": []}), "non vide"),
    (with_expect(cooperatives={"exactly": ["Aylmer"]}), "nombre entier"),
    (with_expect(cooperatives={"first": True}), "nombre entier"),
    (GOOD | {"proof": {}}, "« proof »"),
    (GOOD | {"proof": []}, "il manque une preuve"),
    (GOOD | {"proof": [{"document": "autre.txt", "quote": "8 médecins"}]}, "document inconnu"),
    (GOOD | {"proof": [{"document": "t.txt", "quote": "9 médecins"}]}, "mot à mot"),
    (GOOD | {"proof": [{"document": "t.txt", "quote": "8 médecins", "start": 3}]}, "au caractère 3"),
]


@pytest.mark.parametrize(("row", "problem"), BAD, ids=[problem for _, problem in BAD])
def test_a_bad_line_is_refused_in_french_with_its_file_and_number(
    tmp_path: Path, document: Document, row: object, problem: str
) -> None:
    path = write(tmp_path, GOOD, "", row)
    with pytest.raises(CaseError) as error:
        load_cases(path, [document])
    assert str(error.value).startswith("dev.jsonl, ligne 3 : ")
    assert problem in str(error.value)


def test_every_bad_line_is_told_at_once(tmp_path: Path, document: Document) -> None:
    with pytest.raises(CaseError) as error:
        load_cases(write(tmp_path, "{", GOOD, GOOD), [document])
    first, second = str(error.value).splitlines()
    assert first.startswith("dev.jsonl, ligne 1 : ")
    assert second == "dev.jsonl, ligne 3 : l'identifiant « a-1 » sert déjà plus haut."


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="illisible"):
        load_cases(tmp_path / "dev.jsonl", [])


def test_a_family_case_has_its_way_and_a_follow_up_its_twin(tmp_path: Path, document: Document) -> None:
    follow_up = GOOD["turns"][0] | {"alone": "Combien de médecins ?", "edit": "champ"}
    row = GOOD | {"family": "f", "way": "sms", "turns": [GOOD["turns"][0], follow_up]}
    (case,) = load_cases(write(tmp_path, row), [document])
    assert (case.family, case.way) == ("f", "sms")
    assert [(turn.alone, turn.edit) for turn in case.turns] == [(None, None), ("Combien de médecins ?", "champ")]


@pytest.mark.parametrize("expect", [{"abstained": True}, {"clarifying": True}, {"social": True}, {"emergency": True}])
def test_silence_needs_no_proof(tmp_path: Path, expect: dict[str, bool]) -> None:
    (case,) = load_cases(write(tmp_path, with_expect(**expect) | {"proof": []}), [])
    assert case.proof == ()


def test_our_cases_load_and_no_question_is_in_both_splits() -> None:
    documents = read_documents(Path(__file__).parents[2] / "corpus")
    asked = [
        {tuple(turn.ask for turn in case.turns) for case in load_cases(CASES / f"{split}.jsonl", documents)}
        for split in SPLITS
    ]
    assert all(asked)
    assert not asked[0] & asked[1]
