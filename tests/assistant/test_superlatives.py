"""Superlatives in whatever words: standing first, leading the others, being the best supplied; and what is none."""

from __future__ import annotations

import pytest

from assistant.question import Task
from tests.assistant.asking import ask, reader

LE_ROCHER, LA_PRAIRIE, MIEUX_ETRE = 12, 47, 3


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("Quelle coopérative du tableau arrive en tête pour le nombre de membres ?", LE_ROCHER),
        ("la coop championne du nombre de membres, selon le tableau, c'est laquelle ?", LE_ROCHER),
        ("Quelle coop est la première pour le nombre de membres ?", LE_ROCHER),
        ("Quelle coop est au premier rang pour les dossiers ?", LA_PRAIRIE),
        ("Laquelle des coops est numéro un pour les dossiers ?", LA_PRAIRIE),
        ("Quelle coop bat toutes les autres pour le nombre de médecins ?", LA_PRAIRIE),
        ("Quelle coop devance toutes les autres au chapitre des membres ?", LE_ROCHER),
        ("Au chapitre des membres, qui est en avant ?", LE_ROCHER),
        ("Quelle coop est la mieux pourvue en médecins ?", LA_PRAIRIE),
        ("Qui a le plus gros membership parmi les coops ?", LE_ROCHER),
        ("En Outaouais, qui arrive premier pour le nombre de membres ?", 23),
        ("Quelle coop domine le palmarès du nombre de membres en Mauricie ?", LE_ROCHER),
        ("Je cherche la coop qui arrive bonne dernière pour les membres.", MIEUX_ETRE),
        ("Quelle coop ferme la marche pour le nombre de membres ?", MIEUX_ETRE),
        ("Quelle coop se classe en queue de peloton pour le nombre de membres ?", MIEUX_ETRE),
        ("Quelle coop s'occupe du moins grand nombre d'habitants, selon la population desservie ?", 33),
        ("Quelle coop est avant-dernière pour le nombre de membres ?", 39),
        ("Les trois premières coops pour le nombre de membres", LE_ROCHER),
        ("Which co-op ranks first for members?", LE_ROCHER),
        ("La coop numéro un au Québec, si on regarde le nombre de membres, c'est qui ?", LE_ROCHER),
        ("La coop no 1, si on se fie aux dossiers ?", LA_PRAIRIE),
        ("Quelle coop monte sur la plus haute marche du podium pour les dossiers ?", LA_PRAIRIE),
        ("Quelle coop remporte la médaille d'or du nombre de membres ?", LE_ROCHER),
        ("La plus minuscule des coops, au point de vue du nombre de membres ?", MIEUX_ETRE),
        ("La coop la plus énorme, niveau dossiers ?", LA_PRAIRIE),
        ("Dans la colonne « dossiers », quelle coop affiche le chiffre le plus élevé ?", LA_PRAIRIE),
        ("Quelle coop a la valeur la plus basse sous « membres » ?", MIEUX_ETRE),
        ("De toutes les coops, c'est qui qui couvre le plus de monde, en population desservie ?", 21),
        ("Quelle coop rejoint le moins de gens ?", 33),
    ],
)
def test_one_stands_first_or_last(message: str, first: int) -> None:
    turn = ask(message)[-1]
    assert turn.question.task is Task.RANK
    assert turn.answer.entries[0].entry.position == first


@pytest.mark.parametrize(
    "message",
    [
        "Quelle est la première coop de santé à avoir été fondée ?",
        "C'est qui la première personne à contacter à Aylmer ?",
        "Qui offre des services de première ligne à Gatineau ?",
        "La coop de Thurso est-elle en avant de son temps ?",
        "Quel est le dernier rapport annuel ?",
        "J'ai la tête qui tourne, y a-t-il une coop à Granby ?",
    ],
)
def test_what_is_no_superlative(message: str) -> None:
    assert not reader().ear.hear(message).cue("most", "least")


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        (
            "Si on classe les coops selon leurs membres, lesquelles arrivent première, deuxième et troisième ?",
            [12, 23, 7],
        ),
        ("Le podium des coops par nombre de membres ?", [12, 23, 7]),
        ("Le trio de tête des coops pour le nombre de membres", [12, 23, 7]),
        ("Première et deuxième coops par nombre de médecins ?", [47, 20]),
        ("Quelles coops se classent deuxième et troisième pour les membres ?", [23, 7]),
        ("La médaille de bronze du nombre de membres va à quelle coop ?", [7]),
        ("Quelle coop décroche la médaille d'argent pour les dossiers ?", [23]),
        ("Quelle coop est sur la deuxième marche du podium, côté membres ?", [23]),
        ("Si on les classe par nombre de dossiers, laquelle des coops arrive deuxième ?", [23]),
    ],
)
def test_places_of_a_ranking(message: str, positions: list[int]) -> None:
    turn = ask(message)[-1]
    assert turn.question.task is Task.RANK
    assert [e.entry.position for e in turn.answer.entries] == positions


def test_the_number_of_a_row_is_no_rank() -> None:
    assert ask("Combien de membres a la coop numéro 1 du tableau ?")[-1].question.task is Task.FIELDS


@pytest.mark.parametrize("verb", ["patauge", "plafonne", "se démarque"])
def test_one_coop_asked_for_by_an_unknown_verb_is_given_no_total(verb: str) -> None:
    asked = f"Quelle coop {verb} pour le nombre de membres en Outaouais ?"
    assert ask(asked)[-1].question.task is not Task.SUM
