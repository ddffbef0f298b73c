"""A co-op pointed at and never named is asked back, unless something before names it."""

from __future__ import annotations

import pytest

from assistant.question import Task
from tests.assistant.asking import ask, understood


@pytest.mark.parametrize(
    "said",
    [
        "quels services elle offre, cette coop-là ?",
        "y'a combien de docteurs là-bas ?",
        "le courriel de la coop de la MRC",
        "compare les deux coops",
        "l'autre coop, elle offre quoi ?",
        "laquelle des deux a le plus de médecins ?",
        "ont-ils un site web ?",
        "Le courriel svp, j'ai un papier à envoyer",
    ],
)
def test_a_co_op_that_is_only_pointed_at_is_asked_back(said: str) -> None:
    assert understood(said).task is Task.CLARIFY_ENTRY


@pytest.mark.parametrize(
    "said",
    [
        "le courriel de la coop de la MRC d'Acton",
        "coops de la région administrative 12",
        "une coop de santé peut-elle m'accepter sans argent ?",
        "le nombre d'infirmières a-t-il augmenté entre les deux documents ?",
        "quels sont les services de première ligne ?",
        "le courriel de la Fédération svp, j'ai un papier à envoyer",
        "à Thurso, y'a combien de docteurs là-bas ?",
        "Quelle coop a le plus de membres et quel est son téléphone ?",
    ],
)
def test_what_is_named_or_of_something_else_is_not(said: str) -> None:
    assert understood(said).task is not Task.CLARIFY_ENTRY


def test_what_was_shown_before_is_what_is_pointed_at() -> None:
    assert ask("le téléphone de la coop d'Aylmer", "et son adresse, à cette coop-là ?")[-1].question.subjects == (23,)
