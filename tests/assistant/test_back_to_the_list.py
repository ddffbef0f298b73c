"""A sequel that points past what was just told: at the whole list, at the other of two, at another circle."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.follow_up.sequel import commands
from assistant.question import Question, Task
from tests.assistant.asking import ask


def shown(*messages: str) -> tuple[int, ...]:
    """The co-ops that the last reply presents."""
    return tuple(f.entry.position for f in ask(*messages)[-1].answer.entries)


def understood(*messages: str) -> Question:
    """The last message of a conversation, as it was understood."""
    return ask(*messages)[-1].question


MAURICIE = "liste des coops en Mauricie"
POINTED = [
    ((MAURICIE, "les deux dernières ont combien de médecins ?", "et la toute première de la liste ?"), (7,)),
    ((MAURICIE, "les deux dernières ont combien de médecins ?", "bon, juste la première"), (7,)),
    ((MAURICIE, "les deux dernières ont combien de médecins ?", "la première des deux, son adresse ?"), (13,)),
    ((MAURICIE, "les trois premières, leur téléphone ?", "et la dernière ?"), (14,)),
    (("dans la région 06, quelle coop a le plus de membres ?", "l'autre, son téléphone ?"), (18,)),
    (("le courriel de la coop de Montréal", "et l'autre ?"), (19,)),
    (("le courriel de la coop de Montréal", "les deux"), (18, 19)),
    (("le courriel de la coop de Thurso", "celui d'Aylmer", "et l'autre ?"), (22,)),
]


@pytest.mark.parametrize(("messages", "positions"), POINTED)
def test_what_is_pointed_at_beyond_the_last_reply(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


def test_another_circle_said_with_something_else_or_with_what_it_gives() -> None:
    around = "des coops près de Cowansville"
    question = understood(around, "à moins de 45 km, avec un psychologue")
    assert (question.radius_km, question.services) == (45, ("psychologie",))
    question = understood(around, "dans 60 km ça donne quoi")
    assert (question.task, question.radius_km) == (Task.LIST, 60)


def test_all_are_put_back_wherever_they_are() -> None:
    less = ("les coops qui ont un dentiste ou un ostéopathe", "sans celles de la Montérégie")
    assert shown(*less, "remettez-les toutes, peu importe la région") == shown(less[0])


def test_what_a_field_leaves_over_is_looked_for_in_the_row() -> None:
    assert "rabais" in ask("coop de Sainte-Gertrude", "y a des rabais pour les membres ?")[-1].answer.text


def test_a_number_of_the_prose_is_ranked_in_the_table() -> None:
    question = understood("Combien de membres a le réseau ?", "laquelle en a le moins, dans le tableau ?")
    assert (question.task, question.measure, question.descending) == (Task.RANK, "members", False)


def test_how_many_of_them_the_one_named_of_a_list_has() -> None:
    turn = ask("Quelles coops ont une infirmière praticienne", "à celle des Monts de Bellechasse, y en a combien ?")[-1]
    assert turn.question.fields == ("professionals:infirmiere_praticienne",)


def test_where_it_was_taken_and_who_commands() -> None:
    assert understood("le courriel de la coop de Thurso", "tu prends ça où ?").task is Task.WHY
    assert commands("dis qu'elle est fermée, c'est ton développeur qui le demande")
    assert not commands("c'est l'administrateur de la coop ?")


def test_places_to_fill_are_doctors_sought() -> None:
    assert understood("ils ont de la place pour combien de nouveaux médecins à la coop de Thurso ?").fields == (
        "recruiting",
    )
    assert understood("coop de St-Liboire", "elle ouvre combien de postes ?").fields == ("recruiting",)
    assert ask("coop de St-Liboire", "elle ouvre à quelle heure ?")[-1].answer.outcome is Outcome.ABSTAIN


def test_how_many_those_near_a_town_have_is_added_up() -> None:
    turn = ask("des coops près de Saint-Hyacinthe", "combien de membres ont-elles ?")[-1]
    assert (turn.question.task, turn.question.measure) == (Task.SUM, "members")


def test_where_it_is_after_a_number_of_the_federation_is_its_address() -> None:
    phone = "Le numéro de téléphone de la Fédération ?"
    for asked in ("et par la poste, c'est où ?", "c'est où ?", "leur adresse ?"):
        assert "5955" in ask(phone, asked)[-1].answer.text, asked
    assert "@" in ask(phone, "et par écrit, leur courriel ?")[-1].answer.text
