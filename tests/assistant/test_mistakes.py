"""A mistake owned up to: what was meant is asked in the stead of what was said, however it is owned up to."""

from __future__ import annotations

import pytest

from assistant.follow_up.mistakes import with_plain_correction
from tests.assistant.asking import ask, essentials, understood

AYLMER = "quel est le téléphone de la coop d'Aylmer ?"
DENTIST = "y a-t-il un dentiste à Sorel ?"


@pytest.mark.parametrize(
    "then",
    [
        "Pardon, ce n'est pas Aylmer qu'il me faut, c'est Bedford.",
        "excuse, je me suis mêlée de ville : c'est Bedford",
        "je me suis trompé d'endroit, c'est à Bedford",
        "oups je me suis emmêlé dans les noms, je cherche Bedford",
        "j'ai confondu deux villages : c'est celle de Bedford",
        "mon erreur, c'est Bedford que j'aurais dû écrire",
        "ce n'est pas celle d'Aylmer dont j'ai besoin mais celle de Bedford",
        "Attends, je confonds. C'est Bedford.",
        "scuse j'ai pris un nom pour un autre, c'est Bedford",
        "je me suis trompée de place : c'est à Bedford que j'appelle",
    ],
)
def test_the_same_is_asked_of_what_was_meant(then: str) -> None:
    told = essentials(ask(AYLMER, then)[-1].question)
    assert told == essentials(understood("quel est le téléphone de la coop de Bedford ?"))


@pytest.mark.parametrize(
    ("first", "then", "code"),
    [
        (DENTIST, "excuse, j'ai mélangé : c'est un denturologiste que je cherche", "denturologie"),
        (DENTIST, "erreur de ma part, c'est un psychologue qu'il me faut", "psychologie"),
    ],
)
def test_another_service_that_was_meant(first: str, then: str, code: str) -> None:
    assert ask(first, then)[-1].question.services == (code,)


@pytest.mark.parametrize(
    "text",
    [
        "je me suis trompé de ville",
        "vous vous êtes trompés, c'est 3",
        "c'est pas à Bedford que je vais, y a-t-il autre chose ?",
        "j'ai mal au dos, c'est où ?",
        "pas Bedford, trop loin",
        "j'ai pris rendez-vous à Bedford",
        "c'est celle que tu as nommée en premier",
    ],
)
def test_what_owns_up_to_nothing_is_left_as_typed(text: str) -> None:
    assert with_plain_correction(text) == text
