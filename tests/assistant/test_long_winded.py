"""A question at the end of what is told about oneself is answered as the question alone."""

from __future__ import annotations

import pytest

from assistant.long_winded import endings
from tests.assistant.asking import ask


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "Pour mon travail de session là, j'essaie de comparer, pis",
            "combien de coops y a-t-il dans les Laurentides ?",
        ),
        ("Nous autres au conseil municipal on se demandait,", "quelles coops en Outaouais ont plus de 3000 membres ?"),
    ],
)
def test_the_question_is_answered_without_what_is_told_first(told: str, asked: str) -> None:
    assert ask(f"{told} {asked}")[-1].answer.text == ask(asked)[-1].answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Quel est le salaire du directeur de la Fédération, M. François Allaire ?",  # what is asked comes first
        "Je cherche Jean-Guy Bouthillier, il serait président de laquelle de vos coops ?",  # whom it is about
        "J'attends depuis hier, merci beaucoup pour votre patience",  # nothing is asked
    ],
)
def test_nothing_is_left_out_of_what_is_asked(message: str) -> None:
    assert list(endings(message)) == []


@pytest.mark.parametrize(
    ("told", "asked", "position", "field"),
    [
        (
            "Je reste pas loin de Frampton pis j'ai un papier à leur envoyer,",
            "c'est quoi leur courriel ?",
            31,
            "emails",
        ),
        ("Moi je suis de Thurso pis j'ai perdu mon papier, là", "j'aurais besoin de leur téléphone", 22, "phones"),
    ],
)
def test_a_place_told_first_says_which_co_op_is_asked_about(told: str, asked: str, position: int, field: str) -> None:
    question = ask(f"{told} {asked}")[-1].question
    assert question.subjects == (position,) and field in question.fields
