"""One that the list leaves out, named however people say so, is judged by what was asked; then the list goes on."""

from __future__ import annotations

import pytest

from assistant.question import Task
from tests.assistant.asking import ask

LIST = "Quelles coops ont un psychologue en Outaouais ?"
SEEKERS = "Quelles coops de la Mauricie recrutent des médecins ?"


@pytest.mark.parametrize(
    "then",
    [
        "Thurso n'apparaît pas, comment ça ?",
        "Je remarque que Thurso n'y figure pas. Pourquoi ?",
        "et Thurso dans tout ça, elle est où ?",
        "tu ne me sors pas Thurso, comment ça ?",
        "Vous n'affichez pas Thurso",
        "Thurso brille par son absence, c'est normal ?",
        "Thurso ne s'y trouve pas, y a-t-il une raison ?",
        "Thurso n'est pas du lot, pourquoi donc ?",
        "pas de Thurso là-dedans ?",
        "tu as laissé Thurso de côté ?",
        "Thurso manque à l'appel, non ?",
        "Je ne vois Thurso nulle part",
    ],
)
def test_why_one_is_not_in_the_list(then: str) -> None:
    question = ask(LIST, then)[-1].question
    assert (question.task, question.subjects, question.services) == (Task.WHY, (22,), ("psychologie",))


@pytest.mark.parametrize(
    "then",
    [
        "le téléphone de Thurso n'apparaît pas",
        "t'as pas plus proche de Thurso ?",
        "vous n'avez pas une coop à Thurso ?",
        "tu n'as pas l'adresse de Thurso ?",
    ],
)
def test_what_asks_something_else_is_no_why(then: str) -> None:
    assert ask(LIST, then)[-1].question.task is not Task.WHY


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ("Y en a une qui cherche juste un médecin : c'est laquelle ?", (11,)),
        ("Celle qui a besoin d'un médecin seulement, c'est qui ?", (11,)),
        ("celle à qui il manque seulement un médecin", (11,)),
        ("celles à qui il en faut deux, c'est lesquelles ?", (8, 9)),
        ("y en a-t-il une qui en veut trois ?", (12,)),
    ],
)
def test_how_many_are_sought_narrows_the_list(then: str, expected: tuple[int, ...]) -> None:
    for conversation in ((SEEKERS, then), (SEEKERS, "pourquoi pas Les Grès ?", then)):
        shown = ask(*conversation)[-1].answer.entries
        assert tuple(f.entry.position for f in shown) == expected


def test_the_others_are_told_what_they_seek() -> None:
    asked = "Les quatre qui restent, c'est combien de médecins chacune qu'elles veulent ?"
    question = ask(SEEKERS, "laquelle en cherche un seul ?", asked)[-1].question
    assert (question.subjects, question.fields) == ((7, 8, 9, 12), ("recruiting",))
