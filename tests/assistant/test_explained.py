"""A co-op asked "why not?" is explained and stays in focus; corrections, what is undone, and counts of "it" in all."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask, essentials, understood

OSTEO = "quelles coops font de l'ostéo près de Saint-Jérôme"
VILLAGES = "coops du Centre-du-Québec"
NURSE = "avec une infirmière praticienne"


def shown(*messages: str) -> tuple[int, ...]:
    """The co-ops that the last reply presents."""
    return tuple(f.entry.position for f in ask(*messages)[-1].answer.entries)


EXPLAINED = [
    ("pourquoi pas celle de Val-Morin", 37, "ne mentionne pas"),
    ("pourquoi pas Aylmer, c'est à côté de chez nous", 23, "ne mentionne pas"),
    ("t'as oublié Shawinigan, non?", 8, "ne mentionne pas"),
    ("comment ça se fait que Shawinigan est pas dedans", 8, "ne mentionne pas"),
    ("la coop de Saint-Jérôme pourquoi tu la donnes pas", 38, "répond bien"),
    ("et portneuf ils en font pas?", 5, "ne mentionne pas"),
]


@pytest.mark.parametrize(("why", "position", "told"), EXPLAINED)
def test_why_not_explains_the_coop_that_it_names(why: str, position: int, told: str) -> None:
    turn = ask(OSTEO, why)[-1]
    assert turn.question.task is Task.WHY
    assert tuple(f.entry.position for f in turn.answer.entries) == (position,)
    assert told in turn.answer.text
    assert turn.answer.outcome is Outcome.ANSWERED  # that the table is silent is why


@pytest.mark.parametrize("asked", ["son adresse", "elle vaccine, celle-là ?", "c'est quoi leur téléphone"])
def test_the_coop_explained_is_the_one_in_focus(asked: str) -> None:
    assert shown(OSTEO, "pourquoi pas Aylmer ?", asked) == (23,)


def test_a_list_is_asked_on_after_a_coop_was_explained() -> None:
    assert shown(OSTEO, "pourquoi pas Aylmer ?", "dans 100 km") == shown("ostéo à 100 km de Saint-Jérôme")


SAME = [
    ((VILLAGES, NURSE, "j'enlève ça, mais avec un massothérapeute"), "massothérapeute dans le Centre-du-Québec"),
    ((VILLAGES, NURSE, "enlève ça"), VILLAGES),
    ((VILLAGES, NURSE, "remets toute la liste"), VILLAGES),
    (("massothérapie en Mauricie", "retire ce filtre"), "coops en Mauricie"),
    (("coops à 15 km de Longueuil avec des médecins", "oublie les médecins"), "coops à 15 km de Longueuil"),
    (("médecin à moins de 8 km de Hull", "enlève le 8 km"), "médecin près de Hull"),
    (("coops en Outaouais", "et avec des médecins en place"), "quelles coops de l'Outaouais ont des médecins"),
    (("quelles coops à Montréal", "non pas Villeray, Espace-Temps, le téléphone"), "téléphone d'Espace-Temps"),
    (("acupuncture à Châteauguay", "combien de coops l'offrent en tout"), "combien de coops offrent l'acupuncture"),
    (
        ("prises de sang en Mauricie", "le téléphone", "combien en ont au total"),
        "combien de coops font des prélèvements",
    ),
    (("acupuncture près de Joliette", "combien en font au Québec"), "combien de coops offrent l'acupuncture"),
    (("je cherche un physio à Sherbrooke", "oups j'ai mal écrit, un psychologue"), "un psychologue à Sherbrooke"),
]


@pytest.mark.parametrize(("messages", "twin"), SAME)
def test_a_change_of_mind_asks_the_same_as_the_whole_question(messages: tuple[str, ...], twin: str) -> None:
    assert shown(*messages) == shown(twin)


def test_what_is_dropped_by_its_name_goes_and_the_rest_stays() -> None:
    messages = (VILLAGES, "avec des médecins", NURSE, "l'infirmière praticienne c'est pas grave, enlève ça")
    assert shown(*messages) == shown(VILLAGES, "avec des médecins")


RANKED = [
    (("la coop avec le plus de membres à Gatineau", "l'autre"), (21,)),
    (("prise de sang vers bécancour", "et la deuxieme plus proche"), (50,)),
    (("prise de sang vers bécancour", "et la deuxieme plus proche", "la troisieme?"), (12,)),
    (("top 3 des coops au Québec en nombre de membres",), (12, 23, 7)),
    (
        ("top 3 des coops en nombre de membres", "la 3e, son téléphone", "même palmarès mais juste en Montérégie"),
        (44, 47, 41),
    ),
    (("téléphone de la coop d'Aylmer", "et celui de celle de Thurso", "la précédente, son adresse"), (23,)),
]


@pytest.mark.parametrize(("messages", "positions"), RANKED)
def test_a_place_in_what_was_shown(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


def test_only_the_field_asked_for_is_given_where_nothing_else_is_wanted() -> None:
    alone = ask("la coop de Grand-Mère", "juste le téléphone, rien d'autre")[-1].answer.text
    assert "819 538-2828" in alone
    assert "8e Rue" not in alone


def test_a_badly_worded_message_is_no_ailment() -> None:
    year = ask("Les revenus de la fédération en 2020-2021 ?", "Pardon, j'ai mal dit : pour 2021-2022")[-1]
    assert "235 478" in year.answer.text
    assert understood("j'ai mal au dos").task is Task.ADVICE


def test_the_year_after() -> None:
    turns = ask("les frais d'exploitation de la fédération en 2020-2021 ?", "L'année suivante ?")
    assert "227 320" in turns[-1].answer.text


def test_a_whole_question_still_inherits_nothing() -> None:
    whole = "combien de coops offrent la physiothérapie en tout"
    assert essentials(ask(OSTEO, whole)[-1].question) == essentials(understood(whole))


def test_where_the_number_ranked_is_unsaid_what_the_row_says_instead_is_told() -> None:
    turn = ask("la coop avec le plus de membres au Centre-du-Québec", "t'as oublié Saint-Cyrille, non?")[-1]
    assert turn.answer.outcome is Outcome.ANSWERED
    assert "4 600 dossiers" in turn.answer.text


def test_the_one_that_leads_is_not_said_to_be_behind() -> None:
    turn = ask("laquelle a le plus de médecins en Mauricie", "pourquoi pas Grand-Mère ?")[-1]
    assert "n'est pas en tête" not in turn.answer.text


@pytest.mark.parametrize("asked", ["t'as pas compté Frampton", "il manque Frampton", "Frampton est pas dans ta liste"])
def test_a_coop_said_to_be_missing_is_explained(asked: str) -> None:
    turn = ask("y a combien de coops en Chaudière-Appalaches", asked)[-1]
    assert turn.question.task is Task.WHY and turn.question.subjects == (31,)


def test_what_a_row_says_where_it_lacks_something() -> None:
    text = ask("la coop de Hull sur St-Joseph, son tél", "pourquoi une coop de santé sans docteur")[-1].answer.text
    assert "Aucun service médical" in text


NEXT = [
    (("liste des coops de l'Estrie", "la première", "la suivante"), (16,)),
    (("liste des coops de l'Estrie", "la première", "remets-moi la liste"), (15, 16, 17)),
    (("acupuncture", "juste les villes"), (35, 37, 42)),
    (("coops avec ostéopathie", "pourquoi Gatineau y est pas", "c'est laquelle qui a le plus de membres"), (42,)),
]


@pytest.mark.parametrize(("messages", "positions"), NEXT)
def test_the_list_goes_on(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


def test_a_noun_corrected_keeps_the_year() -> None:
    text = ask("les dépenses de la fédération en 2021-2022", "non pas les dépenses, les revenus")[-1].answer.text
    assert "235 478" in text and "227 320" not in text


TWINS = [
    "Pourquoi la coop de Thurso n'est-elle pas parmi celles de l'Outaouais qui ont un psychologue ?",
    "pourquoi la coop de Thurso est pas dans celles de l'Outaouais qui ont un psychologue",
]


@pytest.mark.parametrize("whole", TWINS)
def test_why_a_coop_is_left_off_is_asked_whole_as_well(whole: str) -> None:
    alone = ask(whole)[-1]
    after = ask("quelles coops de l'Outaouais ont un psychologue ?", "pourquoi pas celle de Thurso ?")[-1]
    assert alone.question.task is Task.WHY
    assert alone.answer.text == after.answer.text


def test_what_a_coop_does_not_offer_stays_an_abstention() -> None:
    assert ask("Pourquoi la coop d'Aylmer n'offre pas de psychiatre ?")[-1].answer.outcome is Outcome.ABSTAIN


EXTREMES = [
    (
        (
            "coops du Bas-Saint-Laurent",
            "Compare-les : membres et médecins.",
            "la plus petite des deux, qui la dirige ?",
        ),
        1,
    ),
    (("Compare Shawinigan et Saint-Boniface : membres", "celle des deux qui en a le plus, son téléphone"), 8),
    (
        ("Compare Shawinigan et Saint-Boniface : membres", "celle des deux qui en a le plus, son téléphone", "l'autre"),
        9,
    ),
    (("la coop qui a le plus de membres", "et la deuxième ?", "Je reviens à la première : combien de médecins ?"), 12),
    (("Quelle coop a un gym ?", "Et Thurso, pourquoi pas elle ?", "Revenons au Rocher : combien de médecins ?"), 12),
]


@pytest.mark.parametrize(("messages", "position"), EXTREMES)
def test_one_of_those_compared_or_ranked_is_asked_something_else(messages: tuple[str, ...], position: int) -> None:
    turn = ask(*messages)[-1]
    assert turn.question.task is Task.FIELDS
    assert tuple(f.entry.position for f in turn.answer.entries) == (position,)


def test_a_number_doubted_is_said_again_with_its_source() -> None:
    turns = ask("Qui recrute en Laurentides ?", "combien Ferme-Neuve en veut", "t sur? jpensais 2")
    assert turns[-1].question.task is Task.WHY and "3 médecins" in turns[-1].answer.text


MEANT = [
    (
        ("coops en Outaouais avec infirmière", "non pas infirmière, médecin"),
        "quelles coops de l'Outaouais ont un médecin",
    ),
    (("coops en Outaouais avec infirmière", "pas une infirmière, un psychologue"), "un psychologue en Outaouais"),
    (("combien de coops offrent la psychologie", "combien en Mauricie"), "combien offrent la psychologie en Mauricie"),
    (("combien de coops offrent la psychologie", "combien de coops en Mauricie"), "combien de coops en Mauricie"),
]


@pytest.mark.parametrize(("messages", "twin"), MEANT)
def test_what_was_meant_stands_in_for_what_was_said(messages: tuple[str, ...], twin: str) -> None:
    assert shown(*messages) == shown(twin)


def test_the_second_of_the_regions_is_a_region() -> None:
    turn = ask("Quelle région a le plus de coops ?", "la deuxième?")[-1]
    assert turn.question.task is Task.BY_REGION and "Mauricie" in turn.answer.text
