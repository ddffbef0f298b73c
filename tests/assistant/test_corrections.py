"""Corrections, ellipses and things pointed at: each is read as the same question asked whole."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from tests.assistant.asking import ask, essentials, understood

AYLMER = "le numéro de la coop d'Aylmer"
SANG = "où faire une prise de sang près de Drummondville ?"
REGION = "les coops de la région 12"
NONE_NEAR = "une coop avec physio près de Sorel"


def positions(*messages: str) -> tuple[int, ...]:
    return tuple(found.entry.position for found in ask(*messages)[-1].answer.entries)


@pytest.mark.parametrize(
    ("first", "then", "twin"),
    [
        (AYLMER, "non celle de Buckingham", "le numéro de la coop de Buckingham"),
        (AYLMER, "désolé, mauvaise coop : Thurso", "le numéro de la coop de Thurso"),
        (AYLMER, "non, pas le téléphone, l'adresse", "l'adresse de la coop d'Aylmer"),
        (SANG, "excusez, pas une prise de sang : un vaccin", "vaccination près de Drummondville"),
        (SANG, "vous avez mal compris, je cherche un psychologue", "psychologue près de Drummondville"),
        (SANG, "Trop loin. Quelque chose plus vers Saint-Hyacinthe ?", "prise de sang vers Saint-Hyacinthe"),
        (SANG, "merci ! pis pour un massothérapeute, même affaire ?", "massothérapeute près de Drummondville"),
        (REGION, "non, 14", "les coops de la région 14"),
        (REGION, "oups je voulais écrire Outaouais", "les coops de l'Outaouais"),
        ("coops qui recrutent en Outaouais", "en Mauricie je veux dire", "coops qui recrutent en Mauricie"),
        ("les médecins de la coop de Lac-Etchemin", "je voulais dire Frampton", "les médecins de Frampton"),
        ("qui dirige la Fédération ?", "je parlais de la coop de Bedford", "la coop de Bedford"),
    ],
)
def test_a_correction_asks_the_same_as_its_twin(first: str, then: str, twin: str) -> None:
    followed, whole = essentials(ask(first, then)[-1].question), essentials(understood(twin))
    shown = ("services", "filters", "regions", "place", "subjects")
    assert {name: followed.get(name) for name in shown} == {name: whole.get(name) for name in shown}


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        ((NONE_NEAR, "la première, son numéro ?"), (50,)),  # no result, and still what is pointed at
        ((NONE_NEAR, "et la deuxième, elle a combien de médecins ?"), (21,)),
        (("coop la plus proche de Rimouski", "et la deuxième"), (2,)),
        (("une coop près de Laval, la plus proche", "pas celle-là, la suivante"), (18,)),
        (("combien de membres à Aylmer", "et à Buckingham", "ça fait combien les deux ensemble ?"), (20, 23)),
        (("combien de membres à Aylmer", "et à Buckingham", "ça donne combien pour les deux ?"), (20, 23)),
        (("coops de la Montérégie", "enlève celles qui n'ont pas de médecin", "laquelle en a le plus ?"), (47,)),
        (("le contact de la coop de Pierreville", "compare-la avec celle de Saint-Bernard"), (52, 30)),
        (("coops de la Montérégie", "enlève celles qui n'ont pas de médecin"), (41, 42, 43, 44, 46, 47, 48, 49)),
        (("massothérapie au Centre-du-Québec", "en Montérégie", "des deux dernières, qui a un pharmacien ?"), (53,)),
    ],
)
def test_what_is_pointed_at_is_what_was_told(conversation: tuple[str, ...], expected: tuple[int, ...]) -> None:
    assert positions(*conversation) == expected


def test_what_the_row_of_the_coop_in_focus_does_not_tell_is_said_of_it() -> None:
    turn = ask("la coop d'Eastman", "elle accepte les cartes de crédit ?")[-1]
    assert turn.answer.outcome is Outcome.ABSTAIN
    assert [found.entry.position for found in turn.answer.entries] == [16]


def test_a_change_of_subject_inherits_nothing() -> None:
    turn = ask("la coop d'Eastman", "Changement de sujet : quelles coops ont un ostéopathe ?")[-1]
    assert essentials(turn.question) == essentials(understood("quelles coops ont un ostéopathe ?"))


def test_a_field_of_too_many_coops_asks_which_one() -> None:
    assert ask("quelles coops ont un médecin de famille ?", "son site internet ?")[-1].answer.outcome is Outcome.CLARIFY


def test_a_homonym_far_away_is_not_the_place_asked() -> None:
    assert positions("une coop à Saint-Isidore en Beauce ?") == ()


@pytest.mark.parametrize("message", ["c'est quoi une coopérative de solidarité ?", "qu'est-ce qu'un podologue ?"])
def test_what_a_word_means_is_no_list_of_coops(message: str) -> None:
    assert positions(message) == ()


def test_the_other_end_said_as_a_correction_keeps_the_region() -> None:
    turns = ask("Quelle coop a le plus de membres en Mauricie ?", "désolé, le moins de membres")
    assert turns[-1].question.regions == (4,)


def test_a_co_op_said_not_to_be_meant_gives_its_field_to_the_other() -> None:
    turns = ask("le numéro de la coop de Saint-Denis", "pas celle-là, celle de Saint-Bernard")
    assert (turns[-1].question.subjects, turns[-1].question.fields) == ((30,), ("phones",))


def test_what_was_typed_by_mistake_is_taken_back() -> None:
    turns = ask("psychologue à Sherbrooke", "j'ai écrit psychologue mais je cherche un psychiatre")
    assert turns[-1].question.services == ("psychiatrie",)


def test_a_region_that_one_had_in_mind_is_looked_in() -> None:
    turns = ask("quelle coop de Lanaudière a un médecin ?", "non c'est les Laurentides que j'avais en tête")
    assert turns[-1].question.regions == (15,)


HOMONYM = "il y a quoi à Saint-Isidore ?"
SEEKING = "quelles coops recrutent en Montérégie ?"
MORE_THAN_5 = "coops avec plus de 5 médecins"


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        ((HOMONYM, "pas celui de la Beauce, l'autre"), (42,)),
        (("coop près de Saint-Isidore en Beauce", "je voulais dire Saint-Isidore en Montérégie"), (42, 47, 19, 18)),
        (("coops d'Estrie", "combien de membres a la deuxième ?", "non pardon, la première"), (15,)),
        (("coops à moins de 60 km de Gatineau", "à 10 km", "élargis un peu, 45"), (21, 25, 23, 20, 22)),
        (("coops à Sherbrooke", "pas celle de l'université, l'autre"), (17,)),
        (("la coop de Saint-Isidore", "pas celle en Beauce"), (42,)),
        ((SEEKING, "ah non, celles qui ne recrutent pas"), (39,)),
        ((SEEKING, "lesquelles n'en cherchent pas ?"), (39,)),
        ((MORE_THAN_5, "et moins de 8"), (7, 21, 42, 51)),
        ((MORE_THAN_5, "non, plus de 8"), (4, 12, 16, 20, 26, 28, 47)),
        (("coops d'Estrie qui offrent de la psychologie", "celles qui n'en offrent pas"), (17,)),
        (("coops de Montérégie avec un médecin", "et celles qui n'en ont pas ?"), (39, 40, 45)),
        (("quelle coop a le plus de membres ?", "pas de membres, de médecins"), (47,)),
        (("quelle coop a le plus de membres ?", "je voulais dire de médecins"), (47,)),
    ],
)
def test_what_was_not_meant_gives_way(conversation: tuple[str, ...], expected: tuple[int, ...]) -> None:
    assert positions(*conversation) == expected


@pytest.mark.parametrize(("first", "options"), [("coops à Gatineau", (21, 25, 23, 20)), ("la coop de Thurso", ())])
def test_the_other_of_several_or_of_none_is_asked(first: str, options: tuple[int, ...]) -> None:
    turn = ask(first, "pas celle-là, l'autre")[-1]
    assert turn.answer.outcome is Outcome.CLARIFY
    assert tuple(found.entry.position for found in turn.answer.entries) == options


def test_what_is_denied_is_not_what_is_listed() -> None:
    assert 18 not in positions("quelles coops ne sont pas en démarrage ?")
    assert positions("quelles coops n'ont pas de liste d'attente ?") == ()
