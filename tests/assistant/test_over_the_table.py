"""Questions over the whole table in people's own words: what they enquire about, thresholds, dates that rows print."""

from __future__ import annotations

import pytest

from assistant.question import Task
from assistant.times import compares
from tests.assistant.asking import ask, reader


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Y a-tu des coops qui ont passé le cap des 5000 membres, pis c'est lesquelles ?", [7, 12, 23, 28, 44]),
        ("Quelles coops ont franchi la barre des 10 000 dossiers ?", [23, 47]),
        ("Quelles coops frôlent le seuil des 3000 membres ?", [9]),
        ("Je dois repérer, en Montérégie, celles dont le nombre de membres est supérieur à 3 000.", [44, 47]),
        ("J'aimerais recenser les coops de la Mauricie sans courriel", [7, 9, 10, 11, 13, 14]),
        ("En Mauricie, y a des coops qui ont pas marqué combien de docteurs elles ont. Lesquelles ?", [10, 13, 14]),
        ("Je fais des appels, et certaines coops n'ont pas de téléphone. Lesquelles ?", [13, 14, 15, 17, 24, 31, 53]),
        ("Je révise les fiches de la Mauricie. Lesquelles n'ont pas de site web ?", [10, 11, 12, 13, 14]),
        ("Je vois les fiches de la région 04. Lesquelles n'ont pas de site web ?", [10, 11, 12, 13, 14]),
        ("Quelle coopérative de santé couvre la MRC d'Acton ?", [44]),
        ("La coop qui sert le territoire de la municipalité régionale de comté d'Acton", [44]),
        ("Ma fille vit à Shawinigan. Quelles coops du coin ont un psychologue ?", [8, 9]),
        ("psychologue en coopérative, à Shawinigan ou à proximité", [8, 9]),
        ("Y a-tu une coop dans le boutte de Shawinigan avec un psychologue ?", [8, 9]),
        ("Pourriez-vous m'indiquer où consulter en ostéopathie, dans les coops de la Montérégie ?", [42, 46]),
        ("De Granby, quelle coop demande le moins de kilomètres à faire ?", [49]),
        ("Une des fiches annonce des services à partir d'octobre 2013. C'est la fiche de quelle coopérative ?", [39]),
        ("Une fiche parle encore de fin 2013. De quelle coop s'agit-il ?", [23]),
        ("Des coops avec une liste d'attente et, en même temps, des médecins à recruter : lesquelles ?", [8, 42]),
        ("Le téléphone de la coop de Thurso", [22]),
        ("Combien de coops n'arrivent pas à 300 membres ?", [3, 5, 6, 18, 19, 24, 39]),
        ("Les coops de l'Outaouais qui n'atteignent pas 2 000 membres", [20, 22, 24]),
        ("Quelles coops ont plus de 3 000 dossiers sans dépasser trois médecins ?", [22, 30, 41, 53]),
        ("Lesquelles passent 2 000 membres mais n'ont pas plus de deux médecins de famille ?", [9, 30, 41]),
        ("Quelles coops de la Mauricie roulent rien qu'avec un ou deux médecins ?", [9, 11]),
        ("Combien de coops outaouaises où la colonne médecins en place indique « aucun » ?", [24, 25]),
        ("Dans la colonne des médecins, lesquelles des coops de l'Outaouais portent la mention aucun ?", [24, 25]),
        ("Combien de coops où le champ médecins à recruter affiche zéro ?", [3, 6, 25, 39]),
        ("Je vise la Capitale-Nationale : combien de coops y roulent sans médecin ?", [5, 6]),
        ("On songe à l'Estrie pour la retraite; quelles coops y ont un courriel ?", [15, 16]),
        ("Médecins en place : aucun. Combien de coops montérégiennes sont dans ce cas ?", [39, 40, 45]),
        (
            "Où voir un nutritionniste dès maintenant ? Pas où c'est prévu.",
            [1, 8, 15, 16, 28, 30, 36, 37, 39, 42, 43, 44],
        ),
        ("Le palmarès des trois plus petites coops en membres", [3, 39, 24]),
        ("Nommez les deux coops de tête pour les dossiers.", [47, 23]),
        ("Les coops qui ont de la physio aujourd'hui, pas dans leurs plans", [21, 50]),
        ("Liste des coops où la physiothérapie est un service actuel, projets exclus", [21, 50]),
        ("Les coops avec de la physio, mais pas celles qui la planifient", [21, 50]),
        ("Quelles coops offrent présentement la physiothérapie, sans les futures ?", [21, 50]),
        ("J'ai besoin de physio : qui l'offre déjà, sans compter celles qui ne font que le prévoir ?", [21, 50]),
        ("Quelles coops ont dans leurs plans d'offrir de la physiothérapie ?", [51]),
        ("Physiothérapie : aux deux endroits, J-P Despins et Sainte-Gertrude, ou à un seul ?", [50, 51]),
        ("Je lorgne la Mauricie, combien de coops cherchent un médecin ?", [7, 8, 9, 11, 12]),
    ],
)
def test_what_is_listed(message: str, positions: list[int]) -> None:
    assert [found.entry.position for found in ask(message)[-1].answer.entries] == positions


@pytest.mark.parametrize(
    "message",
    [
        "Nous cherchons à savoir si une coop se trouve à Gaspé.",
        "On essaie d'identifier les coops de l'Estrie qui offrent la physiothérapie.",
        "En novembre 2014, quelle coop avait le plus de membres ?",
    ],
)
def test_words_of_the_enquiry_ask_for_nothing(message: str) -> None:
    assert reader().ear.hear(message).left == ()


def test_without_a_doctor_lacks_nothing_else() -> None:
    (stated,) = reader().ear.hear("Quelles coops sans médecin prévoient offrir la physiothérapie ?").states
    assert stated.cell == "doctors_text"


@pytest.mark.parametrize("message", ["Quelle coop parle de vélos ?", "Quelle coop répare les vélos ?"])
def test_what_no_row_prints_lists_nothing(message: str) -> None:
    assert ask(message)[-1].answer.entries == ()


@pytest.mark.parametrize(
    "message",
    [
        "À la coopérative dont je fais partie, peut-on consulter un psychologue ?",
        "À la coop où je suis membre, peut-on voir un psychologue ?",
        "Y a-t-il un dentiste à la clinique où ma mère va ?",
    ],
)
def test_ones_own_coop_is_asked_back(message: str) -> None:
    assert ask(message)[-1].question.task is Task.CLARIFY_ENTRY


@pytest.mark.parametrize(
    "message", ["La coop où il y a le plus de membres", "Une coop où je peux voir un psychologue ?"]
)
def test_a_coop_sought_is_not_ones_own(message: str) -> None:
    assert ask(message)[-1].question.task is not Task.CLARIFY_ENTRY


@pytest.mark.parametrize("verb", ["monte ou ça descend", "descend", "a-t-il descendu"])
def test_what_goes_down_is_compared(verb: str) -> None:
    assert compares(f"infirmières : brochure vs rapport, ça {verb} ?")


@pytest.mark.parametrize(
    "message",
    [
        "Liste de toutes les coops",
        "Quelles sont les coops de santé au Québec ?",
        "Donne-moi la liste complète des coops du tableau",
        "Énumérez toutes les coopératives de santé",
        "List all the co-ops",
    ],
)
def test_the_whole_table_is_listed(message: str) -> None:
    assert len(ask(message)[-1].answer.entries) == 53


@pytest.mark.parametrize("message", ["Classez les coops selon le nombre de membres", "Triez les coops par membres"])
def test_an_order_to_rank_is_no_misspelt_word(message: str) -> None:
    assert ask(message)[-1].answer.entries[0].entry.position == 12


@pytest.mark.parametrize(
    "message",
    [
        "J'appelle à la coop de Saint-Adolphe-d'Howard, son numéro a l'air trop long. Y a-t-il une erreur ?",
        "Le numéro de Saint-Adolphe ne marche pas, il a trop de chiffres",
        "Y a-t-il une anomalie dans la fiche de Saint-Adolphe-d'Howard ?",
        "Le numéro imprimé pour la coop Saint-Adolphe-d'Howard est-il bon ?",
        "Un numéro à onze chiffres pour Saint-Adolphe-d'Howard, est-ce une coquille ?",
    ],
)
def test_what_is_odd_in_a_row_is_told_of_that_row(message: str) -> None:
    answer = ask(message)[-1].answer
    assert [found.entry.position for found in answer.entries] == [35]
    assert "2327-3534" in answer.text
    assert "un chiffre de trop" in answer.text


def test_the_number_that_a_row_bears_is_its_rank() -> None:
    assert "35" in ask("Quel numéro porte la coop de Saint-Adolphe-d'Howard dans le tableau ?")[-1].answer.text
