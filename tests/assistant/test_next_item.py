"""One thing of a list of the report, then another: by its number, by what comes next, by where the list ends."""

from __future__ import annotations

import pytest

from assistant.question import Task
from tests.assistant.asking import ask, understood

ORIENTATIONS = "Quelles sont les orientations du plan stratégique de la FQCS ?"
FIRST = "Quelle est la première orientation du plan stratégique de la FQCS ?"

TOLD = [
    ((ORIENTATIONS, "la numéro deux, c'est quoi ?"), "membership"),
    ((ORIENTATIONS, "pis la no 3"), "revenus autonomes"),
    ((ORIENTATIONS, "la toute dernière, maintenant ?"), "innovation"),
    ((ORIENTATIONS, "et on finit par quelle orientation ?"), "innovation"),
    ((ORIENTATIONS, "par laquelle se termine-t-elle ?"), "innovation"),
    ((ORIENTATIONS, "la première", "celle d'après"), "membership"),
    ((ORIENTATIONS, "la deuxième", "et la suivante ?"), "revenus autonomes"),
    (
        (ORIENTATIONS, "la dernière", "qu'est-ce qu'ils ont mis comme objectifs en dessous de celle-là"),
        "veille stratégique",
    ),
    ((ORIENTATIONS, "la dernière", "j'aurais besoin des objectifs qui vont avec"), "veille stratégique"),
    ((ORIENTATIONS, "la dernière", "donne-moi les objectifs qui s'y rattachent"), "veille stratégique"),
]


@pytest.mark.parametrize(("messages", "words"), TOLD)
def test_another_thing_of_the_list_is_told(messages: tuple[str, ...], words: str) -> None:
    told = ask(*messages)[-1].answer
    assert words in " ".join(span.quote for span in told.citations[:2])


RANKED = [
    ((FIRST, "c'est quoi la no 2 ?"), "deuxième orientation"),
    ((FIRST, "et celle qui suit"), "deuxième orientation"),
    ((FIRST, "on finit par laquelle ?"), "dernière orientation"),
]


@pytest.mark.parametrize(("messages", "words"), RANKED)
def test_what_was_asked_by_its_rank_is_asked_of_another(messages: tuple[str, ...], words: str) -> None:
    assert words in ask(*messages)[-1].question.message


@pytest.mark.parametrize(
    "message",
    [
        "J'aimerais connaître la recommandation no 1 du mémoire prébudgétaire",
        "l'orientation numéro deux du plan stratégique",
        "c'est quoi l'objectif no 3 ?",
        "le mandat numéro 1 de la FQCS",
    ],
)
def test_what_is_numbered_in_the_prose_is_no_coop(message: str) -> None:
    assert understood(message).task is Task.PROSE


@pytest.mark.parametrize("message", ["la coop no 12", "le téléphone de la fiche numéro 12", "numéro 12"])
def test_a_coop_is_told_by_its_number(message: str) -> None:
    assert understood(message).subjects == (12,)


def test_a_number_after_a_list_of_coops_is_one_of_them() -> None:
    assert ask("Les coops de l'Estrie", "la no 2, son téléphone", "celle d'après")[-1].question.subjects == (17,)


@pytest.mark.parametrize(
    "then",
    [
        "parle-moi du premier",
        "c koi le 1er au juste",
        "Peux-tu m'en dire plus sur le numéro un ?",
        "le premier, détaille",
    ],
)
def test_the_first_of_what_was_listed(then: str) -> None:
    told = ask("Quelles sont les principales recommandations du mémoire prébudgétaire ?", then)[-1].answer.text
    assert "Établir un partenariat" in told
    assert "crédit d'impôt" not in told


@pytest.mark.parametrize(
    "then",
    [
        "Y en a-t-il eu d'autres ?",
        "pis à qui encore ?",
        "avec qui d'autre ont-ils parlé ?",
        "à part eux ?",
    ],
)
def test_who_else_was_met(then: str) -> None:
    told = ask("Qui a été rencontré à l'Assemblée nationale ?", then)[-1].answer.text
    assert "Lecours" in told
