"""What is reckoned over many co-ops: forms, regions without any, ratios, places in a ranking and their difference."""

from __future__ import annotations

import pytest

from assistant.question import Task
from tests.assistant.asking import ask


@pytest.mark.parametrize(
    ("message", "task", "said"),
    [
        ("À Acton Vale, combien de dossiers par médecin de famille ?", Task.RATIO, ("2 000", "5 médecins")),
        ("Combien de membres par médecin de famille en Mauricie ?", Task.RATIO, ("836,7", "25 100", "30")),
        ("Quelle coop a le plus de dossiers par médecin ?", Task.RANK, ("Aylmer", "3 750")),
        ("Le Rocher arrive première pour les membres. Qui est deuxième ?", Task.RANK, ("Aylmer", "9 500")),
        ("Combien de membres de plus la première a-t-elle que la deuxième ?", Task.RANK, ("**200**",)),
        ("Écart de membres entre Aylmer et Le Rocher ?", Task.RANK, ("**200**",)),
        ("Aylmer arrive à quel rang pour le nombre de membres ?", Task.RANK, ("rang **2**", "38")),
        ("Sont-elles toutes des coops de solidarité ?", Task.BY_FORM, ("48", "Mieux-Être", "consommateurs")),
        ("Quelles régions ont plus de 5 coops ?", Task.BY_REGION, ("4 régions", "Montérégie", "Laurentides")),
        ("Quelle coop a la liste d'attente la plus longue ?", Task.RANK, ("Shawinigan", "560")),
        ("La clinique qui brasse le plus de dossiers ?", Task.RANK, ("La Prairie", "55 000")),
        ("Quelle coop dessert le plus de monde ?", Task.RANK, ("Gatineau", "300 000")),
        ("Des régions où pas une seule coop a un médecin ? Lesquelles ?", Task.BY_REGION, ("02 (", "06 (", "14 (")),
        ("Quelle région cherche le plus de médecins ?", Task.BY_REGION, ("médecins à recruter", "16 (")),
        ("Quelle région a le plus de coops qui offrent de la dialyse ?", Task.BY_REGION, ("Aucune des 53", "dialyse")),
        ("Quelle région a le moins de coops à Laval ?", Task.BY_REGION, ("Aucune des 53", "Laval")),
        ("Quelles régions ont plus de 50 coops ?", Task.BY_REGION, ("Aucune région n'a plus de 50 coops",)),
    ],
)
def test_what_is_reckoned(message: str, task: Task, said: tuple[str, ...]) -> None:
    turn = ask(message)[-1]
    assert turn.question.task is task
    assert [words for words in said if words not in turn.answer.text.replace("\u202f", " ").replace("\xa0", " ")] == []


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Quelles coops ne sont pas des coops de solidarité ?", [3, 32]),
        ("Y a-t-il des coops sans médecin qui n'en cherchent pas non plus ?", [3, 6, 25, 39]),
        ("Quelle coop est de type travailleurs ?", [3]),
        ("Les coops de Gatineau et de tout l'Outaouais sans médecin", [24, 25]),
        ("Ma soeur vit à Bécancour. Quelles coops de la Mauricie cherchent un md ?", [7, 8, 9, 11, 12]),
        ("Où y a-t-il dix omnis ou plus sous un même toit ?", [4, 12, 16, 20, 47]),
        ("Les coops trifluviennes, lesquelles ?", [7]),
        ("La liste des coops laurentiennes avec leur nombre de membres", [33, 34, 35, 36, 37, 38]),
    ],
)
def test_what_is_listed(message: str, positions: list[int]) -> None:
    assert [found.entry.position for found in ask(message)[-1].answer.entries] == positions
