"""One thing asked in many words after an answer: where it is, whence it comes, set elsewhere, of a co-op never told."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask, understood

THURSO = "Y a-t-il un médecin à la coop de Thurso ?"

WHERE_IT_IS = (
    "Il faut aller où pour ça ?",
    "Alors dites-moi au moins où c'est.",
    "bon, ben sur quelle rue que c'est d'abord ?",
    "je dois me présenter où ?",
    "faut que j'aille où ?",
    "où est-ce qu'on doit se rendre ?",
    "à quelle place faut-il aller ?",
    "à quelle adresse je me pointe ?",
    "je m'en vais où d'abord ?",
)


@pytest.mark.parametrize("asked", WHERE_IT_IS)
def test_where_one_must_go_asks_for_the_address(asked: str) -> None:
    turn = ask(THURSO, asked)[-1]
    assert turn.question.fields == ("address",)
    assert [f.entry.position for f in turn.answer.entries] == [22]


@pytest.mark.parametrize(
    "asked",
    [
        "Et sur place, à qui je m'adresse ?",
        "qui c'est que je m'adresse, d'abord ?",
        "à qui faut-il s'adresser ?",
        "quand j'arrive là, c'est qui la personne contact ?",
    ],
)
def test_to_whom_one_speaks_asks_for_the_contact(asked: str) -> None:
    assert ask(THURSO, asked)[-1].question.fields == ("contact",)


@pytest.mark.parametrize("asked", ["Comment les joindre par téléphone ?", "comment je les rejoins par téléphone ?"])
def test_the_means_that_is_said_is_the_one_asked_for(asked: str) -> None:
    assert ask(THURSO, asked)[-1].question.fields == ("phones",)


def test_every_means_is_told_where_none_is_said() -> None:
    assert "coordinates" in ask(THURSO, "comment les joindre ?")[-1].question.fields


WHENCE = (
    "Vous avez pris ce nombre-là à quelle place ?",
    "où c'est que c'est écrit, ça ?",
    "j'ai des doutes, citez-moi le passage exact",
    "t'es certain de ça ? c'est écrit où, fais-moi voir le bout",
    "c'est marqué dans quel document ?",
    "à quelle page c'est écrit ?",
    "d'où tenez-vous cette information ?",
    "dans quoi t'as pogné ça ?",
    "ce chiffre-là vient d'où ?",
    "où avez-vous lu ça ?",
    "faites-moi voir la ligne où c'est écrit",
)


@pytest.mark.parametrize("asked", WHENCE)
def test_where_an_answer_was_found_is_asked_in_many_words(asked: str) -> None:
    assert ask("combien de membres à la coop de Thurso ?", asked)[-1].question.task is Task.WHY


@pytest.mark.parametrize(
    "asked", ["citez-moi le passage sur les infirmières", "montre-moi son adresse", "où avez-vous un psychologue ?"]
)
def test_what_is_asked_anew_is_no_question_of_whence(asked: str) -> None:
    assert ask("combien de membres à la coop de Thurso ?", asked)[-1].question.task is not Task.WHY


SET_ELSEWHERE = [
    ("quelles coops ont un podiatre ?", "gardez juste ce qu'il y a en Charlevoix", "et en Charlevoix ?"),
    ("coops avec podiatrie", "et si je me limite à Charlevoix ?", "et en Charlevoix ?"),
    ("un massothérapeute près de Saint-Jérôme", "Et si j'étais à Mont-Laurier ?", "et à Mont-Laurier ?"),
    ("quelles coops ont un psychologue ?", "si on se concentre sur l'Outaouais", "et en Outaouais ?"),
    ("coops avec un dentiste", "mettons que je reste à Gatineau", "et à Gatineau ?"),
    ("quelles coops offrent la physio ?", "gardez seulement celles en Mauricie", "et en Mauricie ?"),
]


@pytest.mark.parametrize(("first", "then", "plain"), SET_ELSEWHERE)
def test_a_search_is_set_in_another_place(first: str, then: str, plain: str) -> None:
    def shown(*messages: str) -> list[int]:
        return [f.entry.position for f in ask(*messages)[-1].answer.entries]

    assert shown(first, then) == shown(first, plain)


@pytest.mark.parametrize("asked", ["Y a-t-il un médecin dans cette place-là ?", "ont-ils une page web ?"])
def test_a_coop_never_told_is_asked_back_and_never_all_of_them(asked: str) -> None:
    turn = ask("Je cherche un vétérinaire pour mon chien", asked)[-1]
    assert turn.answer.outcome is Outcome.CLARIFY
    assert not turn.answer.entries


@pytest.mark.parametrize("asked", ["combien de coops en Outaouais ?", "quelles coops ont un physio ?"])
def test_a_question_of_its_own_after_a_refusal_is_answered(asked: str) -> None:
    assert ask("Je cherche un vétérinaire pour mon chien", asked)[-1].answer.outcome is Outcome.ANSWERED


def test_a_name_of_the_prose_is_no_unknown_place() -> None:
    assert understood("Du côté de Desjardins, qu'est-ce qu'il y a ?").task is Task.PROSE
    assert understood("une coop près de Zorglub").task is Task.UNKNOWN_PLACE


ADMITTED = [
    "Les gens de Plaisance peuvent-ils y aller eux aussi ?",
    "prennent-ils du monde de Plaisance ?",
    "le monde de Plaisance ont-ils le droit d'y aller ?",
    "acceptent-ils les familles de Plaisance ?",
]


@pytest.mark.parametrize("asked", ADMITTED)
def test_who_may_go_to_the_coop_told_asks_what_it_serves(asked: str) -> None:
    question = ask("la coop de Thurso", asked)[-1].question
    assert (question.subjects, question.fields) == ((22,), ("population_text",))


def test_a_care_for_the_people_of_a_place_is_sought_there() -> None:
    assert ask("la coop de Thurso", "quelles coops acceptent les gens de Gatineau ?")[-1].question.subjects != (22,)


@pytest.mark.parametrize("asked", ["pis un an plus tôt ?", "et une année avant ?", "et l'année d'avant ?"])
def test_the_year_before_in_other_words(asked: str) -> None:
    said = ask("les produits de la Fédération en 2021-2022 ?", asked)[-1].answer.text
    assert "134 702" in " ".join(said.split())


def test_hours_are_asked_of_the_coop_told_in_many_words() -> None:
    asked = "Pour le sans rendez-vous, on parle de combien d'heures chaque semaine ?"
    assert "39 h" in ask("la coop de la MRC Robert-Cliche", asked)[-1].answer.text
