"""What introduces a question is no part of it, unless it names something to look for."""

from __future__ import annotations

import pytest

from assistant.preface import split, with_its_subject, without_either_way
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


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Une coop de santé, explique-moi ça simplement", "C'est quoi une coop de santé ?"),
        ("Le fonds d'aide : peux-tu m'expliquer ce que c'est ?", "C'est quoi le fonds d'aide ?"),
        ("les soins virtuels, dis-moi c'est quoi svp", "C'est quoi les soins virtuels ?"),
        ("Explique-moi ça", "Explique-moi ça"),
        ("Une coop à Thurso, ça existe ?", "Une coop à Thurso, ça existe ?"),
    ],
)  # fmt: skip
def test_what_is_named_before_it_is_asked_is_asked_of(said: str, asked: str) -> None:
    assert with_its_subject(said) == asked


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Les coops de Mauricie, avec un docteur ou non ?", "Les coops de Mauricie ?"),
        ("Les coops de Mauricie, médecin ou pas", "Les coops de Mauricie"),
        ("Les coops de Mauricie, qu'elles recrutent ou non", "Les coops de Mauricie"),
        ("Les coops de Mauricie, qu'il y ait un médecin ou pas", "Les coops de Mauricie"),
        ("Quelles coops font la physio, peu importe si elles ont un médecin ?", "Quelles coops font la physio ?"),
        ("Les coops de Mauricie, sans égard au recrutement", "Les coops de Mauricie"),
        ("co-ops in Estrie, whether or not they have a doctor", "co-ops in Estrie"),
        ("co-ops in Estrie, doctor or no doctor?", "co-ops in Estrie?"),
        ("Avec un docteur ou sans, quelles coops sont en Mauricie ?", "quelles coops sont en Mauricie ?"),
    ],
)
def test_what_may_be_or_not_is_no_condition(text: str, kept: str) -> None:
    assert without_either_way(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "La coop de Thurso a-t-elle un médecin ou non ?",
        "Est-ce qu'elles ont un médecin ou pas ?",
        "Avec ou sans rendez-vous à Thurso ?",
        "finalement, peu importe la région",
        "Elle a un surplus, oui ou non ?",
    ],
)
def test_what_is_asked_either_way_stays(text: str) -> None:
    assert without_either_way(text) == text
