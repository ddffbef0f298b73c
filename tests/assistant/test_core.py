"""A wordy question is answered as the same one said shorter; nothing that tells what is asked is left out."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.core import core, said_shorter
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
        ("Je cherche la liste des souhaits qui figure dans la brochure.", "Quels sont les souhaits ?"),
        ("Il me manque le nombre de régions, pouvez-vous me le donner ?", "Combien de régions ?"),
        (
            "Notre CA se demande si la formation était offerte en 2014.",
            "Est-ce que la formation était offerte en 2014 ?",
        ),
        ("J'ai besoin de citer les 4 objectifs. Pourrais-tu me les énumérer ?", "Quels sont les objectifs ?"),
        ("Ma sœur voudrait savoir comment on devient membre", "comment on devient membre ?"),
        ("Selon le Dr Tremblay, de Laval, qui gère la clinique ?", "qui gère la clinique ?"),
        ("La directrice parle des partenaires. Lesquels ?", "Quels partenaires ?"),
        ("Les infirmières, qui les paye ?", "qui paye les infirmières ?"),
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
        "Une dentiste témoigne. J'ai oublié comment elle s'appelle",  # of whom the sentence before tells
        "Mon fils veut que je prenne une part sociale",
        "s'il vous plaît",
    ],
)
def test_what_tells_what_is_asked_is_kept(message: str) -> None:
    assert core(message) == ""


def test_a_message_is_said_shorter_without_what_is_told_of_oneself() -> None:
    told = "Excusez-moi, à mon âge on ne suit plus : les services-conseils de la brochure, c'est quoi ?"
    assert "les services-conseils de la brochure, c'est quoi ?" in list(said_shorter(told))
    assert list(said_shorter("Combien de régions ?")) == []
    pointing = "J'ai mal au dos depuis lundi, ça me prend un physio, y a-t-il une coop qui en a ?"
    assert "y a-t-il une coop qui en a ?" not in list(said_shorter(pointing))


@pytest.mark.parametrize(
    "wordy",
    [
        "Pourriez-vous me nommer les concurrents de la FQCS, ceux qui sont inscrits dans le rapport ?",
        "Le procès de la Fédération, est-ce qu'il était fini au moment du rapport annuel ?",
    ],
)
def test_what_the_documents_do_not_hold_is_refused_however_it_is_asked(wordy: str) -> None:
    assert ask(wordy)[-1].answer.outcome is Outcome.ABSTAIN
