"""Follow-ups: the question of a follow-up is that of its twin asked whole, and a complete question inherits nothing."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.question import Task
from tests.assistant.asking import ask, essentials, understood

PHYSIO = "quelles coops près de Gatineau offrent de la physiothérapie ?"
AYLMER = "C'est quoi le numéro de la coop d'Aylmer ?"
OUTAOUAIS = "quelles coops sont en Outaouais ?"
THURSO = "parle-moi de la coop de Thurso"
MOST = "quelle coop a le plus de membres ?"
DENTIST = "y a-t-il un dentiste à la coop de Shawinigan ?"
ACUPUNCTURE = "je cherche un acupuncteur dans les Laurentides"
WHICH = "quel est le numéro de la coop ?"


def pair(first: str, then: str, twin: str, bug: str = "") -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=bug)] if bug else []
    return pytest.param(first, then, twin, id=f"{first} → {then}", marks=marks)


ANOTHER_PLACE = [
    pair(PHYSIO, "et à Thurso ?", "physio à Thurso"),
    pair(PHYSIO, "pis à Sherbrooke ?", "physio à Sherbrooke"),
    pair(PHYSIO, "et en Mauricie ?", "physio en Mauricie"),
    pair(PHYSIO, "et près de Drummondville ?", "physio près de Drummondville"),
    pair(PHYSIO, "Thurso ?", "physio à Thurso"),
    pair(PHYSIO, "et dans la MRC de Papineau ?", "physio dans la MRC de Papineau"),
    pair(OUTAOUAIS, "et en Mauricie ?", "quelles coops sont en Mauricie ?"),
    pair(ACUPUNCTURE, "et en Lanaudière ?", "je cherche un acupuncteur en Lanaudière"),
    pair("combien de coops en Mauricie ?", "et en Estrie ?", "combien de coops en Estrie ?"),
    pair(MOST, "et en Outaouais ?", "quelle coop a le plus de membres en Outaouais ?"),
    pair("physio proche de Sept-Îles", "et à Rimouski ?", "physio à Rimouski"),
    pair("combien de membres au total en Outaouais ?", "et en Estrie ?", "combien de membres au total en Estrie ?"),
]
ANOTHER_SERVICE = [
    pair(PHYSIO, "et pour la psychologie ?", "psychologie près de Gatineau"),
    pair(PHYSIO, "un massothérapeute ?", "un massothérapeute près de Gatineau ?"),
    pair("physio à Gatineau", "dentiste ?", "dentiste à Gatineau"),
    pair(ACUPUNCTURE, "et de la massothérapie ?", "massothérapie dans les Laurentides"),
]
ANOTHER_RADIUS = [
    pair(PHYSIO, "à moins de 60 km ?", "physio à moins de 60 km de Gatineau"),
    pair(PHYSIO, "plus loin ?", "physio à moins de 60 km de Gatineau"),
    pair("physio à Gatineau", "dans un rayon de 100 km", "physio dans un rayon de 100 km de Gatineau"),
]
THE_SAME_COOP = [
    pair(AYLMER, "et son adresse ?", "quelle est l'adresse de la coop d'Aylmer ?"),
    pair(AYLMER, "son courriel ?", "quel est le courriel de la coop d'Aylmer ?"),
    pair(AYLMER, "combien de membres ?", "combien de membres à la coop d'Aylmer ?"),
    pair(AYLMER, "offre-t-elle de la physio ?", "la coop d'Aylmer offre-t-elle de la physio ?"),
    pair(THURSO, "qui la dirige ?", "qui dirige la coop de Thurso ?"),
    pair(THURSO, "et le dentiste ?", "y a-t-il un dentiste à la coop de Thurso ?"),
    pair(THURSO, "elle offre des prises de sang ?", "la coop de Thurso offre-t-elle des prises de sang ?"),
    pair(DENTIST, "et un physio ?", "y a-t-il un physio à la coop de Shawinigan ?"),
    pair(MOST, "son numéro ?", "quel est le numéro de la coop Le Rocher ?"),
]
ANOTHER_COOP = [
    pair(AYLMER, "et la coop de Thurso ?", "C'est quoi le numéro de la coop de Thurso ?"),
    pair(AYLMER, "et celle de Chénéville ?", "C'est quoi le numéro de la coop de Chénéville ?"),
    pair(DENTIST, "et à la coop d'Aylmer ?", "y a-t-il un dentiste à la coop d'Aylmer ?"),
    pair(WHICH, "celle de Thurso", "C'est quoi le numéro de la coop de Thurso ?"),
    pair(WHICH, "la coop d'Aylmer", AYLMER),
    pair(WHICH, "Aylmer", AYLMER),
]
OF_THE_LIST = [
    pair(OUTAOUAIS, "la deuxième", "parle-moi de la coop Gatineau"),
    pair(OUTAOUAIS, "la 2", "parle-moi de la coop Gatineau"),
    pair(OUTAOUAIS, "le numéro de la dernière ?", "le numéro de la coop Quartier en santé"),
    pair(OUTAOUAIS, "combien en tout ?", "combien de coops sont en Outaouais ?"),
    pair("la coop de Sherbrooke", "la première", "parle-moi de la coop 15"),
    pair("la coop de Sherbrooke", "la 2", "parle-moi de la coop 17"),
    pair(MOST, "et le moins ?", "quelle coop a le moins de membres ?"),
]


@pytest.mark.parametrize(
    ("first", "then", "twin"),
    [*ANOTHER_PLACE, *ANOTHER_SERVICE, *ANOTHER_RADIUS, *THE_SAME_COOP, *ANOTHER_COOP, *OF_THE_LIST],
)
def test_a_follow_up_asks_the_same_as_its_twin(first: str, then: str, twin: str) -> None:
    followed = ask(first, then)[-1].question
    assert essentials(followed) == essentials(understood(twin))


@pytest.mark.parametrize(
    ("first", "then", "twin"),
    [
        pair(PHYSIO, "et à Thurso ?", "physio à Thurso"),
        pair(OUTAOUAIS, "et en Mauricie ?", "quelles coops sont en Mauricie ?"),
        pair(AYLMER, "et son adresse ?", "quelle est l'adresse de la coop d'Aylmer ?"),
        pair(OUTAOUAIS, "combien en tout ?", "combien de coops sont en Outaouais ?"),
        pair(DENTIST, "et à la coop d'Aylmer ?", "y a-t-il un dentiste à la coop d'Aylmer ?"),
    ],
)
def test_a_follow_up_is_answered_as_its_twin(first: str, then: str, twin: str) -> None:
    assert ask(first, then)[-1].answer == ask(twin)[-1].answer


NARROWED = [
    (OUTAOUAIS, "lesquelles offrent de la physio ?", (21,)),
    (OUTAOUAIS, "celles avec plus de 5 médecins de famille", (20,)),
    (OUTAOUAIS, "laquelle a le plus de membres ?", (23,)),
    (OUTAOUAIS, "leurs téléphones ?", (20, 21, 22, 23, 24, 25)),
]


@pytest.mark.parametrize(("first", "then", "positions"), NARROWED)
def test_a_list_is_narrowed_to_the_coops_just_named(first: str, then: str, positions: tuple[int, ...]) -> None:
    before, after = ask(first, then)
    found = tuple(f.entry.position for f in after.answer.entries)
    assert found == positions
    assert set(found) <= {f.entry.position for f in before.answer.entries}


COMPLETE = [
    "quelle coop a le plus de membres ?",
    "quelle est la mission de la Fédération ?",
    "quel est l'excédent de 2021-2022 ?",
    "l'adresse de la coop de Saint-Bernard",
    "dentiste près de Sherbrooke",
    "quelles coops sont en démarrage ?",
    "recette de pâté chinois",
    "bonjour",
    "je veux mourir",
    "parle-moi de la coop 21",
]
BEFORE = [PHYSIO, AYLMER, OUTAOUAIS, MOST, DENTIST, WHICH]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("complete", COMPLETE)
def test_a_new_complete_question_inherits_nothing(before: str, complete: str) -> None:
    after = ask(before, complete)[-1].question
    assert essentials(after) == essentials(understood(complete))


@pytest.mark.parametrize(
    ("before", "complete"),
    [
        (PHYSIO, "combien de coops en Mauricie ?"),
        (PHYSIO, "quelles coops sont en Mauricie ?"),
        (AYLMER, "combien de coops en Mauricie ?"),
        (AYLMER, "quelles coops sont en Mauricie ?"),
        (MOST, "combien de coops en Mauricie ?"),
        (MOST, "quelles coops sont en Mauricie ?"),
        (OUTAOUAIS, "combien de coops en Mauricie ?"),
        (OUTAOUAIS, "quelles coops sont en Mauricie ?"),
        (OUTAOUAIS, "combien de coops offrent de l'acupuncture ?"),
        (MOST, "combien de coops offrent de l'acupuncture ?"),
        (WHICH, "combien de coops en Mauricie ?"),
        (WHICH, "quelles coops sont en Mauricie ?"),
    ],
)
def test_a_complete_question_over_the_table_inherits_nothing(before: str, complete: str) -> None:
    assert essentials(ask(before, complete)[-1].question) == essentials(understood(complete))


def test_our_sources_are_told_after_a_question_back() -> None:
    assert ask(WHICH, "quelles sont vos sources ?")[-1].question.task is Task.SOURCES


def test_thanks_between_two_questions_costs_no_context() -> None:
    after = ask(ACUPUNCTURE, "merci", "et en Outaouais ?")[-1].question
    assert essentials(after) == essentials(understood("je cherche un acupuncteur en Outaouais"))


def test_the_first_of_a_list_of_one_is_not_sought_in_a_longer_list_before() -> None:
    first = ask("quelles coops offrent de l'acupuncture ?", "en Montérégie", "le téléphone de la première")[-1]
    assert essentials(first.question) == {"task": "fields", "subjects": (42,), "fields": ("phones",)}


def test_a_town_of_two_coops_is_asked_back_and_then_answered() -> None:
    which, answered = ask(WHICH, "Sherbrooke", "la deuxième")[1:]
    assert (which.question.task, which.question.options) == (Task.CLARIFY_ENTRY, (15, 17))
    assert essentials(answered.question) == {"task": "fields", "subjects": (17,), "fields": ("phones",)}


def test_why_shows_the_proof_of_the_answer_before() -> None:
    before, why = ask(ACUPUNCTURE, "pourquoi ?")
    assert why.question.task is Task.WHY
    assert set(why.answer.citations) <= set(before.answer.citations)
    assert why.answer.entries == before.answer.entries


def test_after_an_emergency_nothing_is_inherited() -> None:
    assert essentials(ask("je veux mourir", "et à Thurso ?")[-1].question) == essentials(understood("et à Thurso ?"))


def test_a_conversation_is_never_changed_by_the_next_question() -> None:
    first = ask(PHYSIO)
    kept = (first[0].question, first[0].answer, first[0].message)
    again = ask(PHYSIO, "et à Thurso ?", "la première", "pourquoi ?")
    assert (again[0].question, again[0].answer, again[0].message) == kept


def test_two_conversations_do_not_meet() -> None:
    alone = ask(AYLMER, "et son adresse ?")
    ask(PHYSIO, "et à Thurso ?")
    assert ask(AYLMER, "et son adresse ?") == alone


@pytest.mark.parametrize(
    ("conversation", "said"),
    [
        (("Le numéro de la coop ?", "celle de Buckingham"), "819 986-6006"),
        (("C'est quoi l'adresse ?", "de la coop d'Eastman"), "L'adresse de la Coopérative"),
        (("le courriel", "de la fédération"), "info@fcsdsq.coop"),
        (("combien de médecins ?", "à Thurso"), "3 médecins"),
    ],
)
def test_what_was_asked_of_nobody_is_answered_once_it_is_said_of_whom(conversation: tuple[str, ...], said: str) -> None:
    assert said in ask(*conversation)[-1].answer.text
