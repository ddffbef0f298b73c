"""Words that point at a place told are one list: what each sense takes in, and what it leaves out."""

from __future__ import annotations

import pytest

from assistant.phrases import Message
from assistant.there import around_it, nearby, pointed_at, without_place
from ingest.french import words
from tests.assistant.asking import ask


def message(text: str) -> Message:
    return Message(text, words(text))


NEAR_IT = (
    "y en a-t-il d'autres pas loin de là ?",
    "autour de cette ville",
    "dans les parages, y a quoi ?",
    "un physio dans ce coin-là",
    "dans les environs",
    "tout près de cet endroit-là",
    "y a-t-il d'autres coops par là ?",
    "close to there",
)
IN_IT = ("il y a une coop là-bas ?", "et sur place ?", "à cet endroit ?", "over there")
ELSEWHERE = (
    "près de la rivière",
    "autour de la table",
    "aux alentours de Thurso",
    "dans le coin de Gatineau",
    "par la coop de Thurso",
    "à Thurso, à peu près combien ?",
)


@pytest.mark.parametrize("text", NEAR_IT)
def test_near_what_was_told(text: str) -> None:
    pointed = pointed_at(message(text))
    assert pointed is not None
    assert pointed[1]
    assert around_it(message(text))


@pytest.mark.parametrize("text", IN_IT)
def test_in_what_was_told(text: str) -> None:
    pointed = pointed_at(message(text))
    assert pointed is not None
    assert not pointed[1]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_names_its_place_points_at_none(text: str) -> None:
    assert pointed_at(message(text)) is None
    assert not around_it(message(text))
    assert not nearby(message(text), 0)


@pytest.mark.parametrize("text", ["ici", "chez nous", "les gens du village", "la plus proche"])
def test_a_place_told_first_is_pointed_at_in_more_words(text: str) -> None:
    assert pointed_at(message(text)) is None
    assert pointed_at(message(text), told_before=True) is not None


def test_what_points_is_taken_out() -> None:
    assert without_place(message("une coop là-bas")) == "une coop"


def test_the_readers_of_a_place_told_hear_the_same_words() -> None:
    def shown(*messages: str) -> list[int]:
        return [f.entry.position for f in ask(*messages)[-1].answer.entries]

    near = shown("un psychologue près de Shawinigan")
    assert shown("J'habite à Shawinigan. Y a-t-il un psychologue pas loin de là ?") == near
    assert shown("J'habite à Shawinigan. Y a-t-il un psychologue dans les parages ?") == near
    assert shown("coop de Thurso", "y en a-t-il d'autres dans les parages ?") == shown(
        "coop de Thurso", "y en a-t-il d'autres pas loin de là ?"
    )


@pytest.mark.parametrize(
    ("messages", "positions"),
    [
        (("Combien de coops en Mauricie ?", "Combien de coops y ont un site web ?"), [7, 8, 9]),
        (("Je vise la Montérégie pour pratiquer.", "Combien de coops y sont sans médecin ?"), [39, 40, 45]),
        (("Quelles coops ont un psychologue en Estrie ?", "Quelles coops y ont un courriel ?"), [15, 16]),
        (("J'habite Trois-Rivières.", "Quelles coops y ont plus de 5 000 membres ?"), [7]),
    ],
)
def test_what_is_asked_of_the_coops_there_is_of_the_place_told(messages: tuple[str, ...], positions: list[int]) -> None:
    assert [found.entry.position for found in ask(*messages)[-1].answer.entries] == positions


@pytest.mark.parametrize("question", ["Il n'y a pas une erreur ?", "C'est pas une coquille, ça ?", "Une erreur ?"])
def test_what_is_odd_is_sought_in_the_row_told(question: str) -> None:
    answer = ask("Quel est le téléphone de la coop de Saint-Adolphe-d'Howard ?", question)[-1].answer
    assert "un chiffre de trop" in answer.text


def test_how_many_there_are_points_nowhere() -> None:
    assert len(ask("Combien de coops en Mauricie ?", "Combien de coops y a-t-il en Estrie ?")[-1].answer.entries) == 3
