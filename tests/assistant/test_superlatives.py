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
        ("Si on classait les coops par nombre de membres, quelles seraient les 3 premières ?", [12, 23, 7]),
        ("Si on classait les coops par nombre de membres, qui arriverait dans les 2 premières ?", [12, 23]),
        ("Si je triais les coops par nombre de médecins, qui serait dans les deux premières ?", [47, 20]),
        ("Si on triait les coops par dossiers, lesquelles seraient les 2 premières ?", [47, 23]),
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


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("Quelle coop des Laurentides a le moins de membres, sans compter celles sans chiffre ?", 35),
        ("Dans les Laurentides, en oubliant celles qui n'indiquent rien, où y a-t-il le moins de membres ?", 35),
        ("Quelle coop des Laurentides a le moins de membres (en excluant celles qui ne donnent aucun nombre) ?", 35),
        ("Quelle coop a le plus de dossiers en Chaudière-Appalaches, mises à part celles qui ne disent rien ?", 28),
        ("La coop au plus gros membership en Outaouais, sans tenir compte de celles qui n'ont pas de chiffre ?", 23),
    ],
)
def test_those_that_tell_nothing_are_in_no_ranking_anyway(message: str, first: int) -> None:
    turn = ask(message)[-1]
    assert turn.question.task is Task.RANK
    assert turn.answer.entries[0].entry.position == first


@pytest.mark.parametrize(
    "message",
    [
        "Combien de coops ont zéro médecin en place, points d'interrogation exclus ?",
        "Combien de coops n'ont aucun médecin en place, sans compter les « ? » ?",
        "Combien de coops ont inscrit « aucun » médecin en place ? Les « ? », je n'en veux pas.",
        "Combien de coops n'ont aucun médecin en place (les « ? » ne comptent pas) ?",
    ],
)
def test_marks_left_apart_are_no_condition(message: str) -> None:
    assert len(ask(message)[-1].answer.entries) == 10


def test_coops_left_out_for_what_they_are_stay_out() -> None:
    asked = ask("Combien de coops ont un médecin en place, sans compter celles qui n'ont pas de site web ?")[-1]
    assert asked.question.filters
