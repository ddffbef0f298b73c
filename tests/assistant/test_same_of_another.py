"""What a follow-up keeps of the list before it: its place under another service, its rows without a condition."""

from __future__ import annotations

import pytest

from tests.assistant.asking import ask, essentials

MAURICIE = "Qui a un psychologue en Mauricie ?"
MONTEREGIE = "Quelles coops de la Montérégie ont un psychologue ?"
SOREL = "Une coop pas loin de Sorel pour une prise de sang ?"
CAPITALE = "Les coops de la Capitale-Nationale"
ESTRIE = "En Estrie, qui offre la gynécologie ?"


def shown(*messages: str) -> tuple[int, ...]:
    """The co-ops that the last reply presents."""
    return tuple(f.entry.position for f in ask(*messages)[-1].answer.entries)


ANOTHER_SERVICE = [
    (
        (MONTEREGIE, "et pour la nutrition, c'est lesquelles ?"),
        "Quelles coops de la Montérégie ont une nutritionniste ?",
    ),
    ((MONTEREGIE, "même chose avec la nutrition"), "Quelles coops de la Montérégie ont une nutritionniste ?"),
    ((MONTEREGIE, "et celles où l'on trouve une nutritionniste ?"), "Qui a une nutritionniste en Montérégie ?"),
    ((MONTEREGIE, "pis celles qui font de la massothérapie ?"), "Qui fait de la massothérapie en Montérégie ?"),
    ((MAURICIE, "et côté massothérapie, lesquelles ?"), "Qui fait de la massothérapie en Mauricie ?"),
    ((MAURICIE, "pour ce qui est des prises de sang, laquelle en fait ?"), "Les prises de sang en Mauricie, où ?"),
    ((MAURICIE, "ma mère aurait aussi besoin d'une nutritionniste"), "Qui a une nutritionniste en Mauricie ?"),
    ((SOREL, "mon fils aurait aussi besoin d'orthèses, y en a-tu une dans le coin ?"), "Un orthésiste près de Sorel ?"),
    ((SOREL, "pis dans le même secteur, pour un orthésiste ?"), "Un orthésiste près de Sorel ?"),
]


@pytest.mark.parametrize(("messages", "twin"), ANOTHER_SERVICE)
def test_another_service_is_sought_where_the_first_was(messages: tuple[str, ...], twin: str) -> None:
    assert shown(*messages) == shown(twin)


ONE_MORE = [
    "celles qui ont aussi une nutritionniste ?",
    "lesquelles ont une nutritionniste en plus ?",
    "et celles qui ont également une nutritionniste ?",
    "parmi elles, lesquelles ont une nutritionniste ?",
    "et qui offrent aussi de la nutrition, les deux à la fois",
]


@pytest.mark.parametrize("message", ONE_MORE)
def test_a_service_said_to_come_besides_narrows_the_list(message: str) -> None:
    both = "Quelles coops de la Montérégie ont un psychologue et une nutritionniste ?"
    assert shown(MONTEREGIE, message) == shown(both)


DROPPED = [
    ((MAURICIE, "oublie ça les traitements, nomme-moi toutes les coops du coin"), "Les coops de la Mauricie"),
    (
        (MAURICIE, "peu importe ce qu'elles offrent, je veux toutes les coops de cette région"),
        "Les coops de la Mauricie",
    ),
    ((MAURICIE, "quels que soient les services, liste toutes les coops de ce coin-là"), "Les coops de la Mauricie"),
    ((MAURICIE, "laisse tomber les soins, montre toutes les cliniques de la région"), "Les coops de la Mauricie"),
    (
        (CAPITALE, "celles qui ont un médecin", "oublie ça, avec ou sans médecin en place : lesquelles recrutent ?"),
        "Quelles coops de la Capitale-Nationale recrutent ?",
    ),
    (
        (CAPITALE, "celles qui ont un médecin", "qu'elles aient un médecin ou non, je veux celles qui recrutent"),
        "Quelles coops de la Capitale-Nationale recrutent ?",
    ),
    ((ESTRIE, "élargis à tout le Québec, je suis pas obligée de rester dans ma région"), "Qui offre la gynécologie ?"),
    ((ESTRIE, "ouvre ça à l'ensemble de la province"), "Qui offre la gynécologie ?"),
    ((ESTRIE, "on n'est pas limités à notre coin, cherche partout"), "Qui offre la gynécologie ?"),
    ((ESTRIE, "à l'échelle de la province ?"), "Qui offre la gynécologie ?"),
]


@pytest.mark.parametrize(("messages", "twin"), DROPPED)
def test_what_no_longer_counts_is_taken_out(messages: tuple[str, ...], twin: str) -> None:
    assert shown(*messages) == shown(twin)


def test_what_is_dismissed_before_another_question_is_gone() -> None:
    last = ask(CAPITALE, "celles qui ont un médecin", "Oublie ça. Combien de membres a la coop de Thurso ?")[-1]
    assert essentials(last.question) == essentials(ask("Combien de membres a la coop de Thurso ?")[-1].question)
