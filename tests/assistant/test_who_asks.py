"""What is told of whoever asks, or said loosely, adds no condition: the question is that of its plain twin."""

from __future__ import annotations

import pytest

from assistant.question import Task
from tests.assistant.asking import ask, essentials, understood


@pytest.mark.parametrize(
    ("message", "twin"),
    [
        ("je pars en Afrique bientôt, quelles coops font les vaccins ?", "quelles coops font les vaccins ?"),
        ("mon père diabétique a besoin de soins des pieds en Montérégie", "soins des pieds en Montérégie"),
        ("étant résidente en médecine familiale, quelles coops recrutent ?", "quelles coops recrutent ?"),
        ("the largest co-op in Quebec by members", "the largest co-op by members"),
        ("coop plus prêt de Shawinigan", "coop plus près de Shawinigan"),
        ("Recherchiste à la radio. Combien de coops en Mauricie ?", "Combien de coops en Mauricie ?"),
        ("Pour un cours de travail social : quelles coops recrutent ?", "quelles coops recrutent ?"),
        ("j'ai pas de médecin de famille, ya-tu une coop à Gatineau ?", "ya-tu une coop à Gatineau ?"),
        ("jai 2 enfants pis pas de medecin. une coop proche de Thurso ?", "une coop proche de Thurso ?"),
    ],
)
def test_what_is_told_adds_no_condition(message: str, twin: str) -> None:
    assert essentials(understood(message)) == essentials(understood(twin))


def test_a_person_who_seeks_a_doctor_hires_none() -> None:
    assert not understood("Une dame d'ici cherche un médecin. Quelle coop à Eastman ?").filters
    assert understood("Une coop d'ici cherche un médecin. Laquelle, à Eastman ?").filters


def test_a_postal_code_is_where_somebody_lives() -> None:
    question = understood("un psychologue G9N 6T9")
    assert question.place is not None
    assert not question.strict


def test_a_name_misspelt_beside_a_word_of_it_is_understood() -> None:
    assert understood("le téléphone de la coop du lac Champlin").subjects == (46,)


def test_a_region_said_loosely_is_a_region() -> None:
    assert understood("c'est quelle région qui a le plus de coops ?").task is Task.BY_REGION


def test_no_english_word_is_elided() -> None:
    turn = ask("Where can I get a blood test near Drummondville?")[-1]
    assert turn.question.services == ("prelevements",)


@pytest.mark.parametrize(
    "message",
    [
        "Je me cherche un médecin à Shawinigan",
        "On se cherche un doc en Mauricie",
        "Mon chum pis moi on se cherche un docteur à Thurso",
        "Je suis à la recherche d'un omnipraticien en Outaouais",
        "Nous nous cherchons un médecin de famille en Montérégie",
    ],
)
def test_who_seeks_a_doctor_for_himself_wants_those_who_have_one(message: str) -> None:
    question = understood(message)
    assert question.task is Task.LIST and question.services and not question.filters


@pytest.mark.parametrize(
    "message",
    [
        "Où on cherche encore des médecins ?",
        "Dans quelles coops cherche-t-on des docteurs ?",
        "Quelles coops ont des postes ouverts pour des médecins ?",
        "Où manque-t-il des médecins ?",
        "Les coops où il y a des postes de médecin à combler",
    ],
)
def test_where_doctors_are_sought_is_where_they_are_recruited(message: str) -> None:
    assert understood(message).filters == understood("Quelles coops recrutent ?").filters


@pytest.mark.parametrize(
    ("message", "twin"),
    [
        ("Quelles coops ont 3 postes de médecin ou plus à combler ?", "coops qui cherchent au moins 3 médecins"),
        ("Celles avec plus de 3 places de médecin à pourvoir ?", "coops qui cherchent plus de 3 médecins"),
        ("Quelles coops ont au moins deux postes de médecin vacants ?", "coops qui cherchent au moins 2 médecins"),
        ("Which co-ops have 3 or more doctor openings?", "coops qui cherchent au moins 3 médecins"),
    ],
)
def test_posts_open_are_doctors_sought(message: str, twin: str) -> None:
    assert understood(message).filters == understood(twin).filters


@pytest.mark.parametrize("message", ["Cherche médecin de famille Gatineau", "Cherche un docteur à Thurso svp"])
def test_who_seeks_is_left_unsaid(message: str) -> None:
    question = understood(message)
    assert question.task is Task.LIST and not question.filters and "recruiting" not in question.fields


@pytest.mark.parametrize("message", ["Où a-t-on besoin de docteurs ?", "Cherchent-elles des médecins, les coops ?"])
def test_a_need_said_the_other_way_round_is_one(message: str) -> None:
    assert understood(message).filters == understood("Quelles coops recrutent ?").filters


@pytest.mark.parametrize(
    "message",
    [
        "La coop cherche-t-elle des médecins ?",
        "Cette clinique recrute-t-elle des docteurs ?",
        "Votre coop cherche encore des médecins ?",
        "Is the clinic looking for doctors?",
    ],
)
def test_one_co_op_that_nothing_names_is_asked_back(message: str) -> None:
    question = ask(message)[-1].question
    assert (question.task, question.fields) == (Task.CLARIFY_ENTRY, ("recruiting",))


def test_the_co_op_spoken_of_is_the_one_that_seeks() -> None:
    question = ask("Le téléphone de la coop d'Aylmer ?", "La coop cherche-t-elle des médecins ?")[-1].question
    assert (question.subjects, question.fields) == ((23,), ("recruiting",))


def test_whether_one_seeks_doctors_somewhere_is_whether_they_are_recruited() -> None:
    assert understood("Est-ce qu'on cherche des médecins en Mauricie ?").filters
