"""A place in the list shown, however it is said; what is taken away from the list, or put in another's stead."""

from __future__ import annotations

import pytest

from assistant.follow_up.ranks import with_plain_ranks
from assistant.question import Task
from tests.assistant.asking import ask

MASSAGE = "quelles coops ont un massothérapeute ?"
PLAIN = [
    ("le courriel de celle que tu m'as donnée en premier", "le courriel de la première"),
    ("celle tout en haut de ta liste a un site ?", "la première a un site ?"),
    ("qui dirige la clinique qui apparaît en tête ?", "qui dirige la première ?"),
    ("celle citée en 3e", "la troisième"),
    ("la coop qui ferme la liste", "la dernière"),
    ("celle du milieu, son adresse", "la troisième, son adresse"),
    ("la #2, c'est où ?", "la deuxième, c'est où ?"),
    ("option quatre", "la quatrième"),
    ("la deuxième place, c'est qui ?", "la deuxième, c'est qui ?"),
    ("celle dont tu parlais au début", "la première du début"),
    ("pis après elle ?", "pis la suivante ?"),
    ("celle qui vient juste après, son tel", "la suivante, son tel"),
    # what is no place in the list
    ("la coop no 49", "la coop no 49"),
    ("et celles de la 05 ?", "et celles de la 05 ?"),  # a region
    ("les coops de la 4", "les coops de la 4"),
    ("la première ligne de soins", "la première ligne de soins"),
    ("celle du Bas-Saint-Laurent", "celle du Bas-Saint-Laurent"),
    ("celle qui arrive en tête pour le nombre de membres", "celle qui arrive en tête pour le nombre de membres"),
    ("celle d'après le rapport", "celle d'après le rapport"),
    ("la première dont tu parlais", "la première dont tu parlais"),
]


@pytest.mark.parametrize(("typed", "plain"), PLAIN)
def test_a_place_is_written_as_an_ordinal(typed: str, plain: str) -> None:
    assert with_plain_ranks(typed, 5) == plain


def shown(*messages: str) -> tuple[int, ...]:
    """The co-ops that the last reply presents."""
    return tuple(f.entry.position for f in ask(*messages)[-1].answer.entries)


POINTED = [
    ((MASSAGE, "la no 2 est où ?"), (9,)),
    ((MASSAGE, "l'avant-dernière, son téléphone"), (42,)),
    ((MASSAGE, "celle que vous nommez en dernier, qui la préside ?"), (53,)),
    (("quelle coop a le plus de dossiers ?", "la deuxième place, c'est qui ?"), (23,)),
    (("l'adresse de la coop de Sherbrooke ?", "c'est l'universitaire qui m'intéresse"), (15,)),
    (("l'adresse de la coop de Gatineau ?", "je prends celle du boulevard Saint-Joseph"), (25,)),
    ((MASSAGE, "tasse Saint-Boniface, il reste quoi ?"), (3, 34, 38, 42, 53)),
    ((MASSAGE, "à l'exception de Saint-Boniface, ça donne quoi ?"), (3, 34, 38, 42, 53)),
    ((MASSAGE, "pourquoi pas Thurso ?", "Correct. Si on enlève Bellefeuille, il reste quoi ?"), (3, 9, 34, 42, 53)),
    (("psychologue en Montérégie", "avec des prélèvements", "oublie ça, les prises de sang"), (39, 43, 44, 46, 47)),
    (("psychologue en Montérégie", "remplace le psychologue par un massothérapeute"), (42,)),
]


@pytest.mark.parametrize(("messages", "positions"), POINTED)
def test_those_pointed_at_taken_away_or_put_instead(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


@pytest.mark.parametrize(
    "messages",
    [
        (MASSAGE, "la neuvième, son courriel ?"),
        ("le numéro de la coop de Thurso ?", "la deuxième, elle a combien de médecins ?"),
        ("c'est quoi la Fédération ?", "celle que tu nommes en premier, c'est quoi l'adresse courriel ?"),
    ],
)
def test_a_rank_that_nothing_shown_has_is_asked_back(messages: tuple[str, ...]) -> None:
    assert ask(*messages)[-1].question.task is Task.CLARIFY_ENTRY


def test_a_service_not_asked_before_is_asked_afresh() -> None:
    afresh = ("psychologue en Montérégie", "avec des prélèvements", "oublie ça, l'urologie")
    assert shown(*afresh) == shown("quelles coops ont un urologue ?")


SEQUELS = [
    (
        ("Quelles coops de la Montérégie ont plus de 2 000 membres ?", "Et celles qui ont moins de 600 membres ?"),
        (39, 40),
    ),
    (("Quelles coops ont plus de 3 000 membres ?", "Et celles qui n'atteignent pas 300 ?"), (3, 5, 6, 18, 19, 24, 39)),
    (("Quelles coops ont plus de 3 000 membres ?", "Et qui ne dépassent pas 300 ?"), (3, 5, 6, 18, 19, 24, 39)),
    (("Combien de coops en Mauricie ont plus de 5 médecins ?", "Et rien qu'un ou deux ?"), (9, 11)),
    (("Combien de coops en Mauricie ?", "Combien y cherchent un médecin ?"), (7, 8, 9, 11, 12)),
    (("Quelles sont les coops de la Montérégie ?", "Combien n'ont aucun médecin ?"), (39, 40, 45)),
    (("Quelles sont les coops de la Montérégie ?", "Combien y ont « aucun » comme médecins en place ?"), (39, 40, 45)),
    (("Quelle coop a le plus de membres ?", "Et la médaille d'argent ?"), (23,)),
    (("Quelle coop a le plus de membres ?", "Et le podium ?"), (12, 23, 7)),
]


@pytest.mark.parametrize(("messages", "positions"), SEQUELS)
def test_a_limit_a_state_or_a_rank_is_said_of_what_was_asked(
    messages: tuple[str, ...], positions: tuple[int, ...]
) -> None:
    assert shown(*messages) == positions
