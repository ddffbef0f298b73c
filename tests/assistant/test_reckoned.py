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
        ("La plus grosse et la plus petite coop en membres ?", Task.RANK, ("Le Rocher", "Mieux-Être", "9 membres")),
        ("Les deux plus grosses et les deux plus petites en membres", Task.RANK, ("9 500", "autre bout", "75 membres")),
        ("Quelle coop a le plus de médecins et laquelle en a le moins ?", Task.RANK, ("La Prairie", "à égalité")),
        ("Aylmer et Thurso ensemble, ça fait combien de membres ?", Task.SUM, ("10 675", "2 coops sur 2")),
        ("Combien de médecins les coops cherchent-elles en tout ?", Task.SUM, ("De 63 à 69", "à recruter")),
        ("Combien de médecins en tout dans les coops de la Mauricie ?", Task.SUM, ("**30** médecins en place",)),
        ("Additionne les dossiers de Thurso et d'Aylmer", Task.SUM, ("34 000",)),
        ("Le nombre moyen de membres des coops de l'Outaouais ?", Task.MEAN, ("3 217", "16 085")),
        ("Le membership moyen des coops bas-laurentiennes", Task.MEAN, ("1 495",)),
        ("En moyenne, les coops de l'Estrie ont combien de membres ?", Task.MEAN, ("750",)),
        ("Faites l'addition des membres des coops de la Mauricie.", Task.SUM, ("25 100",)),
        ("Mis ensemble, les membres des coops de Chaudière-Appalaches, ça donne combien ?", Task.SUM, ("11 410",)),
        ("L'addition des dossiers des coops de la Montérégie, ça donne quoi ?", Task.SUM, ("78 500",)),
        ("Si je mets ensemble les coops de la Mauricie, combien de médecins ?", Task.SUM, ("**30**",)),
        ("Classe les régions par nombre de membres", Task.BY_REGION, ("25 100", "Estrie", "ne le dit pas pour")),
        ("Les 3 régions qui ont le plus de dossiers ?", Task.BY_REGION, ("78 500", "34 000", "20 003")),
        ("Quelle région a le moins de membres ?", Task.BY_REGION, ("Saguenay", "Lanaudière")),
        ("Quelle région a le plus de membres et laquelle en a le moins ?", Task.BY_REGION, ("25 100", "Saguenay")),
        ("Quelle région a le plus de coops sans médecin ?", Task.BY_REGION, ("3 coops sur 10",)),
        ("Quelles régions ont plus de 5 coops ?", Task.BY_REGION, ("4 régions", "Montérégie", "Laurentides")),
        ("Quelle coop a la liste d'attente la plus longue ?", Task.RANK, ("Shawinigan", "560")),
        ("Le téléphone de la coop qui a le plus de membres", Task.RANK, ("Le Rocher", "819 538-2828")),
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
        ("Quelles coops ont plus de membres que celle d'Aylmer ?", [12]),
        ("Quelles coops ont autant de médecins que celle de Thurso ?", [30]),
        ("Combien de coops de l'Outaouais ont moins de membres que celle d'Aylmer ?", [20, 21, 22, 24]),
        ("Combien de coops en Montérégie si on enlève celles sans médecin ?", [41, 42, 43, 44, 46, 47, 48, 49]),
        ("Coops de l'Outaouais, sauf celles qui offrent de la physiothérapie", [20, 22, 23, 24, 25]),
        ("La plus grosse coop en membres, à part celles de la Mauricie", [23]),
        ("Les coops de l'Outaouais sauf celles qui font de la plongée", []),
        ("Les coops de Gatineau et de tout l'Outaouais sans médecin", [24, 25]),
        ("Ma soeur vit à Bécancour. Quelles coops de la Mauricie cherchent un md ?", [7, 8, 9, 11, 12]),
        ("Où y a-t-il dix omnis ou plus sous un même toit ?", [4, 12, 16, 20, 47]),
        ("Les coops trifluviennes, lesquelles ?", [7]),
        ("liste toutes les coops avec plus de 10 docteurs", [4, 12, 16, 20, 47]),
        ("toutes les coop qui ont plus de 10 médecins", [4, 12, 16, 20, 47]),
        ("les coop de Québec ville", [6]),
        ("La liste des coops laurentiennes avec leur nombre de membres", [33, 34, 35, 36, 37, 38]),
        ("Les coops sans médecin qui ne recrutent même pas", [3, 6, 25, 39]),
        ("Lesquelles ont aucun docteur pis en veulent pas ?", [3, 6, 25, 39]),
        ("Lesquelles ne veulent plus de nouveaux médecins ?", [3, 6, 25, 39]),
        ("Quelles coops ont du monde qui attend son tour ?", [8, 42]),
        ("Dans quelles coops y a-t-il des gens sur une liste ?", [8, 42]),
        ("J'attends mon tour depuis deux ans. Quelles coops à Gatineau ont un dentiste ?", [23]),
        ("coops 10 000 dossiers et plus", [23, 28, 44, 47]),
        ("coop 49 patients ou moins", []),
        ("Combien de coops ont entre 2000 et 2050 membres ?", [2]),
        ("Combien de coops de l'Estrie ont un code régional 450 ?", [16]),
        ("Dans n'importe quelle région, quelles coops ont un dentiste ?", [23]),
        ("Quelles coops sont toutes seules dans leur région ?", [3, 26, 32]),
        ("Les coops sans voisine dans leur région administrative", [3, 26, 32]),
        ("La seule coop de la région de Lanaudière", [32]),
        ("Dans le tableau, y a-t-il une coop fondée en 2012 ?", [48]),
        ("Selon la brochure, combien de coops de la Mauricie n'ont pas de site web ?", [10, 11, 12, 13, 14]),
    ],
)
def test_what_is_listed(message: str, positions: list[int]) -> None:
    assert [found.entry.position for found in ask(message)[-1].answer.entries] == positions
