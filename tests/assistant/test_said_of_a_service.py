"""What a message says of the service it looks for: a word that one row prints, or what its clause tells."""

from __future__ import annotations

import pytest

from tests.assistant.asking import ask


def _positions(message: str) -> list[int]:
    return [found.entry.position for found in ask(message)[-1].answer.entries]


@pytest.mark.parametrize(
    ("message", "position"),
    [
        ("C'est laquelle la coop qui a une mini-urgence avec des salles d'examen ?", 53),
        ("Quelle coop a une mini-urgence ?", 53),
        ("Quelle coop a un psychologue bilingue ?", 39),
        ("Y a-t-il une coop avec un psychologue qui parle anglais ?", 39),
        ("Is there a co-op with an English-speaking psychologist?", 39),
    ],
)
def test_the_one_row_that_says_it(message: str, position: int) -> None:
    assert _positions(message) == [position]


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Quelle coop a une clinique d'urgence ?", [16, 21, 34, 43, 47, 49, 53]),  # "urgence" is one as well
        ("Quelle coop a un chiropraticien ?", [1, 43]),  # "chiropratique" too
        ("Quelles coops ont une mini-urgence ou une urgence ?", [16, 21, 34, 43, 47, 49, 53]),
        ("Quelles coops offrent de la physiothérapie le soir ?", []),
    ],
)
def test_other_ways_to_write_a_service_narrow_nothing(message: str, positions: list[int]) -> None:
    assert _positions(message) == positions
