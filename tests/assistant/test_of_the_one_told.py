"""What is asked of the one co-op that was told, or of the one of those told that stands where it is said."""

from __future__ import annotations

import pytest

from tests.assistant.asking import ask, understood

CHILDREN = "quelles coops ont un pédiatre ailleurs qu'à Gatineau ?"
MASSAGE = "quelles coops ont de la massothérapie ?"


@pytest.mark.parametrize(
    "then",
    [
        "est-ce que ça se passe sur rendez-vous, là ?",
        "ça se fait sur rendez-vous ?",
        "c avec ou sans rendez-vous ?",
        "je peux me présenter sans rendez-vous ?",
        "on peut y aller sans rendez-vous ?",
    ],
)
def test_how_one_is_seen_there(then: str) -> None:
    assert ask(CHILDREN, then)[-1].question.subjects == (30,)


@pytest.mark.parametrize(
    "then",
    [
        "pis au Saguenay, y sont combien de membres dans cette coop-là ?",
        "au Saguenay, combien de membres dans cette coop ?",
        "en région 02, cette clinique-là compte combien de membres ?",
        "à Jonquière, combien de membres a cette coop-là ?",
    ],
)
def test_that_coop_in_the_place_said(then: str) -> None:
    question = ask(MASSAGE, then)[-1].question
    assert (question.subjects, question.fields) == ((3,), ("members",))


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("Coopératives des Laurentides où se faire prélever du sang", "prelevements"),
        ("une coop qui prélève du sang à Gatineau ?", "prelevements"),
        ("je voudrais me faire prélever en Mauricie", "prelevements"),
        ("mon petit a besoin d'un pédiatre, quelles coops de santé en ont un ?", "pediatrie"),
    ],
)
def test_a_service_said_as_people_say(message: str, code: str) -> None:
    question = understood(message)
    assert (question.services, question.unsaid_words) == ((code,), ())


def test_what_was_set_up_is_no_ache() -> None:
    told = ask("c'est quoi le fonds pour les meilleures pratiques ?", "il a été mis sur pied avec l'appui de qui ?")
    assert "811" not in told[-1].answer.text


@pytest.mark.parametrize(
    "then",
    [
        "à Thurso, il y en a combien ?",
        "celle de Thurso en a combien ?",
        "chez celle de Thurso, elles sont combien ?",
        "combien en a la coop de Thurso ?",
        "et à Thurso, combien y en a-t-il ?",
    ],
)
def test_how_many_of_them_one_of_the_list_has(then: str) -> None:
    question = ask("Quelles coops ont des infirmières ?", then)[-1].question
    assert (question.subjects, question.fields) == ((22,), ("professionals:soins_infirmiers",))


def test_how_many_coops_stand_there_is_still_counted() -> None:
    question = ask("Quelles coops ont des infirmières ?", "combien de coops à Gatineau en ont ?")[-1].question
    assert not question.subjects


def test_the_farther_of_those_given_after_a_why() -> None:
    near = "Y a-t-il une coop avec des médecins de famille pas trop loin de Longueuil ?"
    told = ask(near, "Pourquoi pas celle de Villeray ?", "la plus loin des deux que tu m'as données, son courriel ?")
    assert [f.entry.position for f in told[-1].answer.entries] == [42]


@pytest.mark.parametrize(
    "message",
    [
        "Où peut-on aller sans rendez-vous en Outaouais ?",
        "Ma docteure a pris sa retraite... où je peux me présenter sans rendez-vous en Outaouais ?",
        "une coop de l'Outaouais ou on peut aller sans rendez-vous, lesquelles le font ?",
        "dans quelles coops de l'Outaouais on peut se présenter sans rendez-vous ?",
    ],
)
def test_where_one_may_go_without_appointment_is_a_service_sought(message: str) -> None:
    question = ask(message)[-1].question
    assert (question.services, question.filters, question.regions) == (("sans_rendez_vous",), (), (7,))
