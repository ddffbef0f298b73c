from __future__ import annotations

import pytest

from index.lexical import Lexical, stem, stems, stop_words
from ingest.french import fold

TEXTS = [
    "Les infirmières assurent les prélèvements sanguins",
    "L'école de Saint-Étienne accueille la clinique",
    "Médecine familiale avec et sans rendez-vous",
    "Un psychologue et une nutritionniste",
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("infirmières", "infirmiere"),
        ("L'ÉCOLE", "ecole"),
        ("l’hôpital", "l'hopital"),
        ("coopératives", "cooperative"),
        ("St-Étienne", "saint etienne"),
        ("qu'est-ce qu'un psychologue ?", "psychologues"),
    ],
)
def test_two_spellings_have_the_same_stems(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("y a-t-il une infirmiere ?", 0),
        ("la clinique de st-etienne", 1),
        ("sans rendez vous", 2),
        ("des psychologues", 3),
    ],
)
def test_a_question_finds_the_text_that_has_its_words(question: str, expected: int) -> None:
    assert Lexical(TEXTS).search(question, 3)[0][0] == expected


@pytest.mark.parametrize("question", ["", "?", "est-ce que le", "hippopotame"])
def test_a_question_without_a_known_word_finds_nothing(question: str) -> None:
    assert Lexical(TEXTS).search(question, 3) == []


def test_an_empty_library_finds_nothing() -> None:
    assert Lexical([]).search("psychologue", 3) == []


def test_equal_scores_keep_the_order_of_the_texts() -> None:
    assert [rank for rank, _ in Lexical(["un chat", "un chien", "un chat"]).search("chat", 5)] == [0, 2]


def test_stop_words_are_folded() -> None:
    assert {word for word in stop_words() if fold(word) != word} == set()


@pytest.mark.parametrize(
    ("one", "other"), [("informatisee", "informatises"), ("fondees", "fonde"), ("soiree", "soir"), ("idee", "idees")]
)
def test_a_participle_has_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)
