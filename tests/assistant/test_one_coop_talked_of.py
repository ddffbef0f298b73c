"""A talk about one or two co-ops: what is asked in few words of the one just told, of both, or of what is near it."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask, understood

THURSO = "La coop de Thurso a un physio ?"
MEMBER = "La coop de Sainte-Gertrude fait-elle partie de la Fédération ?"


def shown(*messages: str) -> tuple[int, ...]:
    return tuple(found.entry.position for found in ask(*messages)[-1].answer.entries)


@pytest.mark.parametrize(
    ("then", "field"),
    [
        ("ok j'appelle où", "phones"),
        ("je compose quoi ?", "phones"),
        ("ok pis où j'appelle", "phones"),
        ("quel numéro on fait ?", "phones"),
        ("faut composer quel numéro", "phones"),
        ("c'est dans quel coin ?", "municipality"),
        ("ils sont dans quel bout", "municipality"),
        ("merci, c'est où déjà", "address"),
    ],
)
def test_a_field_is_asked_as_people_say_it(then: str, field: str) -> None:
    question = ask(THURSO, then)[-1].question
    assert (question.task, question.subjects, question.fields) == (Task.FIELDS, (22,), (field,))


def test_thanks_for_a_field_ask_for_none() -> None:
    assert ask(THURSO, "merci pour le numéro")[-1].question.task is Task.SOCIAL
    assert "phones" not in understood("De quoi se compose le conseil d'administration ?").fields


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        (("le numéro de St-Isidore", "eux ont un gynéco ?"), (42,)),
        ((THURSO, "eux autres, y font des prises de sang ?"), (22,)),
        ((THURSO, "ceux-là ont un psy ?"), (22,)),
        ((THURSO, "chez eux, y a-tu un dentiste ?"), (22,)),
        (("combien de membres à Shawinigan ?", "et au Rocher ?"), (12,)),
        (("combien de membres à Shawinigan ?", "l'adresse du Rocher"), (12,)),
        (("combien de membres à Shawinigan ?", "et aux Grès ?"), (13,)),
        (("la coop de Frampton", "le numéro du boisé ?"), (10,)),
        (("j'habite à Thurso, y a-tu une coop par icitte ?",), (22,)),
        ((MEMBER, "une autre a-t-elle adhéré la même année ?", "elle est dans quelle ville ?"), (46,)),
        ((MEMBER, "quelle autre a rejoint avec elle ?", "c'est quoi son numéro ?"), (46,)),
    ],
)
def test_the_one_meant(messages: tuple[str, ...], expected: tuple[int, ...]) -> None:
    assert shown(*messages) == expected


@pytest.mark.parametrize(
    ("message", "subjects"),
    [
        ("Val-Morin et St-Adolphe-d'Howard, les deux coops font de l'acupuncture ?", (37, 35)),
        ("Les coops de Thurso et d'Aylmer ont-elles un physio ?", (22, 23)),
        ("Quels services offrent les coops de Pierreville et de Thurso ?", (52, 22)),
        ("Quelles coops de Gatineau et de Thurso ont un physio ?", ()),
        ("La liste des coops de Gatineau et de Thurso", ()),
        ("Les coops de la Mauricie et de l'Estrie ont-elles un physio ?", ()),
    ],
)
def test_both_are_asked_of_where_each_is_told(message: str, subjects: tuple[int, ...]) -> None:
    assert understood(message).subjects == subjects


@pytest.mark.parametrize(
    ("messages", "task", "subjects"),
    [
        (("La coop de Ferme-Neuve ?", "est-ce qui servent le monde de Lac-des-Écorces aussi"), Task.FIELDS, (34,)),
        (("La coop de Ferme-Neuve ?", "ils desservent-tu Gatineau ?"), Task.FIELDS, (34,)),
        (("La coop de Thurso ?", "elle sert-tu les gens de Plaisance ?"), Task.FIELDS, (22,)),
        (("La coop de Thurso ?", "quelles coops desservent Plaisance ?"), Task.LIST, ()),
        (("La coop de Ferme-Neuve ?", "Gatineau, elle dessert qui ?"), Task.FIELDS, (21,)),
        (("La coop de Thurso ?", "combien de membres ont signé ?"), Task.FIELDS, (22,)),
        (("La coop de Thurso ?", "la présidente, c'est encore madame Boucher ?"), Task.FIELDS, (22, 26)),
        (("La coop de Thurso ?", "le contact c'est toujours Guy Laperrière ?"), Task.FIELDS, (22, 9)),
        (("La coop de Saint-Boniface ?", "le président, c'est bien Guy Laperrière ?"), Task.FIELDS, (9,)),
        (("La coop de Thurso ?", "Katia Boucher, elle est directrice où ?"), Task.FIELDS, (26,)),
        (("une coop à Rivière-du-Loup ?", "ils ont une infirmière ?"), Task.OFFER, (1,)),
        (("La coop de Thurso ?", "combien de personnes y ont adhéré ?"), Task.FIELDS, (22,)),
        (("La coop de Thurso ?", "combien de patients a-t-elle refusés ?"), Task.TOPIC, (22,)),
    ],
)
def test_whom_it_serves_and_who_signed(messages: tuple[str, ...], task: Task, subjects: tuple[int, ...]) -> None:
    question = ask(*messages)[-1].question
    assert (question.task, question.subjects) == (task, subjects)


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("Près de Notre-Dame-du-Mont-Carmel, quelles coops ont des médecins en place ?", "Notre-Dame-du-Mont-Carmel"),
        ("Près de chez ma mère à Granby, quelles coops ont des médecins ?", "Granby"),
        ("Pas loin de mon chalet, autour de Saint-Sauveur, quelles coops ont un psychologue ?", "Saint-Sauveur"),
        ("Mon cousin étudie à Sherbrooke, quelles coops ont un urologue ?", None),
        ("Ma sœur revient de Rimouski, quelles coops ont un dentiste ?", None),
    ],
)
def test_where_to_look_is_no_story(message: str, place: str | None) -> None:
    asked = understood(message).place
    assert (asked.name if asked is not None else None) == place


def test_those_that_joined_the_federation() -> None:
    joined = ("Combien de membres a la Fédération ?", "quelles coops viennent de la rejoindre ?")
    assert "Lac-Champlain et Sainte-Gertrude" in ask(*joined)[-1].answer.text
    asked = "À part Lac-Champlain, quelle coop est devenue membre de la Fédération ?"
    assert understood(asked).subjects == ()
    ranked = ask("quelle coop de la région 17 a le moins de membres ?", "la plus grosse d'abord")[-1].question
    assert (ranked.regions, ranked.descending) == ((17,), True)


def test_which_of_two_is_asked_back_where_one_alone_was_told() -> None:
    assert ask(THURSO, "laquelle des deux a le plus de membres ?")[-1].answer.outcome is Outcome.CLARIFY


def test_around_it_is_in_kilometres_and_its_region_is_not() -> None:
    near = ask("l'adresse de la coop Nérée-Beauchemin", "une autre avec un psychologue dans les environs ?")[-1]
    assert [f.entry.position for f in near.answer.entries] == [7, 9]
    near = ask("l'adresse de la coop de Frampton", "y a-tu un dentiste pas loin de là ?")[-1].question
    assert near.place is not None and near.place.name == "Frampton" and not near.regions
    same = ask("l'adresse de la coop de Frampton", "une autre avec un dentiste dans la même région ?")[-1].question
    assert same.regions == (12,)


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("La coop de la MRC Robert-Cliche reçoit sans rendez-vous le soir ?", "16 h en soirée"),
        ("La coop de Thurso fait des prises de sang le samedi ?", "ne dit rien sur les heures"),
        ("Les gens doivent-ils être membres pour aller à la coop des Gens d'ici ?", "seulement par les membres"),
        ("La coop des Gens d'ici, c'est juste pour les membres ?", "seulement par les membres"),
        ("Faut-tu absolument être membre pour aller à la coop de Saint-Bernard ?", "ne dit rien sur l'obligation"),
    ],
)
def test_how_a_service_is_given_is_told_or_said_to_be_untold(message: str, says: str) -> None:
    assert says in ask(message)[-1].answer.text


def test_a_member_of_the_federation_is_another_thing() -> None:
    assert understood("La coop de Thurso doit-elle être membre de la Fédération ?").topic != "members_only"
    assert understood("Combien de membres a la coop de Thurso ?").fields == ("members",)


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("Combien de médecins la coop de Charlevoix veut-elle engager ?", "recruiting"),
        ("La coop de Thurso cherchait combien de médecins ?", "recruiting"),
        ("Combien de docteurs la coop d'Eastman voulait-elle encore recruter ?", "recruiting"),
        ("Combien de médecins la coop de Charlevoix a-t-elle ?", "doctors"),
    ],
)
def test_doctors_wanted_then_or_now_are_not_those_in_place(message: str, field: str) -> None:
    assert understood(message).fields == (field,)


@pytest.mark.parametrize(
    "message",
    [
        "La coop de Sainte-Félicité, est-ce qu'elle sert tout le monde ?",
        "la coop de Bedford prend-elle n'importe qui ?",
        "La coop de Thurso accepte-t-elle tout le monde ?",
        "Does the Thurso co-op take anyone?",
    ],
)
def test_whether_anyone_is_served_asks_whom_it_serves(message: str) -> None:
    assert understood(message).topic == "clientele"


def test_saint_and_sainte_in_two_names_ask_of_no_spelling() -> None:
    told = ask("entre Sainte-Félicité pis Saint-Bernard, laquelle a le plus de membres ?")[-1].answer
    assert {found.entry.position for found in told.entries} == {2, 30}
    assert ask("c'est Sainte-Pie ou Saint-Pie ?")[-1].answer.text.startswith("Le même lieu est écrit")


def test_an_example_is_no_subject() -> None:
    question = understood("Par exemple, autour de Trois-Rivières, il y a lesquelles ?")
    assert question.task is Task.LIST and not question.unsaid_words
