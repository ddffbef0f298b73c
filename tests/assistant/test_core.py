"""A wordy question is answered as the same one said shorter; nothing that tells what is asked is left out."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.core import core
from tests.assistant.asking import ask


@pytest.mark.parametrize(
    ("wordy", "shorter"),
    [
        (
            "Pouvez-vous me nommer les orientations de la FQCS, celles qui sont écrites dans le rapport annuel ?",
            "Quels sont les orientations de la FQCS ?",
        ),
        ("Énumère-moi tous les services que la brochure présente, svp", "Quels sont les services ?"),
        ("J'aimerais que vous me listiez les souhaits, ceux que le rapport donne", "Quels sont les souhaits ?"),
        ("Donne-moi donc la liste complète des mandats stp", "Quels sont les mandats ?"),
        (
            "Le système de gestion, est-ce qu'il était en place au moment du rapport ?",
            "Est-ce que le système de gestion était en place ?",
        ),
        ("Les soins virtuels, ça sert à quoi selon le rapport annuel 2021-2022 ?", "les soins virtuels sert à quoi ?"),
        ("Le fonds, à quoi sert-il ?", "à quoi sert le fonds ?"),
        ("C'est quels journaux qui ont parlé des coops ?", "quels journaux ont parlé des coops ?"),
        ("L'article dont parle le rapport a paru quand ?", "L'article a paru quand ?"),
    ],
)
def test_what_only_asks_or_is_said_twice_is_left_out(wordy: str, shorter: str) -> None:
    assert core(wordy) == shorter


@pytest.mark.parametrize(
    "message",
    [
        "Combien de régions ?",
        "Les projets, ceux qui ont échoué, lesquels sont-ce ?",  # it says which ones
        "La rencontre du 3 mars, qui en a parlé ?",
        "merci beaucoup",
        "s'il vous plaît",
    ],
)
def test_what_tells_what_is_asked_is_kept(message: str) -> None:
    assert core(message) == ""


@pytest.mark.parametrize(
    "wordy",
    [
        "Pourriez-vous me nommer les concurrents de la FQCS, ceux qui sont inscrits dans le rapport ?",
        "Le procès de la Fédération, est-ce qu'il était fini au moment du rapport annuel ?",
    ],
)
def test_what_the_documents_do_not_hold_is_refused_however_it_is_asked(wordy: str) -> None:
    assert ask(wordy)[-1].answer.outcome is Outcome.ABSTAIN
