"""What introduces a question is no part of it, unless it names something to look for."""

from __future__ import annotations

import pytest

from assistant.preface import split
from assistant.question import Task
from tests.assistant.asking import understood


@pytest.mark.parametrize(
    "said",
    [
        "Je prépare un exposé et j'aimerais savoir combien de coops recrutent ?",
        "Auriez-vous la gentillesse de me dire, s'il vous plaît, combien de coops recrutent ?",
        "Pouvez-vous me préciser combien de coops recrutent ?",
        "combien de coops recrutent ?",
    ],
)
def test_the_question_is_what_remains(said: str) -> None:
    assert split(said)[1] == "combien de coops recrutent ?"
    assert "".join(split(said)) == said


def test_a_preface_that_names_a_place_is_kept() -> None:
    question = understood("J'habite à Magog et j'aimerais savoir quelles coops ont une nutritionniste")
    assert question.place is not None and question.place.name == "Magog"


def test_a_count_in_a_region_is_no_count_of_the_table() -> None:
    said = "pourriez-vous m'indiquer combien de coopératives du tableau sont situées dans les Laurentides ?"
    assert understood(said).task is Task.COUNT
