"""Which co-ops a message names: by name or a part of it, person, phone, e-mail, street, number; and what names none."""

from __future__ import annotations

import itertools
from functools import cache

import pytest

from assistant.answer import Outcome
from assistant.naming import Names
from assistant.phrases import Message
from assistant.question import Task
from ingest.french import words
from tests.assistant.asking import ask, library, understood


@cache
def names() -> Names:
    return Names(library().entries)


def named(text: str) -> list[tuple[tuple[int, ...], str]]:
    return [(found.positions, found.how) for found in names().find(Message(text, words(text)))]


@pytest.mark.parametrize(
    ("text", "position", "how"),
    [
        ("la coop d'Aylmer", 23, "name"),
        ("coop de Thurso", 22, "name"),
        ("les gens d'ici", 2, "name"),
        ("J-P Despins", 50, "name"),
        ("l'adresse du Rocher", 12, "name"),
        ("et aux Grès ?", 13, "name"),
        ("quel est le numéro de la Basse-Lièvre ?", 20, "name"),
        ("the Aylmer co-op", 23, "name"),
        ("la petite nation", 24, "part"),
        ("819 684-1234", 23, "phone"),
        ("(819) 684-1234", 23, "phone"),
        ("8196841234", 23, "phone"),
        ("684-1234", 23, "phone"),
        ("info@espace-temps.ca", 19, "e-mail"),
        ("www.espace-temps.ca", 19, "e-mail"),
        ("Monique Fortin", 37, "person"),
        ("Mme Fortin", 37, "person"),
        ("rue Galipeau", 22, "street"),
        ("la clinique sur Marie-Victorin", 43, "street"),
        ("l'organisme sur Côte-de-Liesse", 19, "street"),
        ("celle du 975 Mgr-de-Laval", 4, "door"),
        ("Katya Boucher", 26, "person"),
        ("mme kennevil", 35, "person"),
        ("Pierre Nado", 16, "person"),
        ("le numéro qui finit par 6006", 20, "phone"),
        ("temisensante c'est où", 26, "e-mail"),
        ("envoyons d'avant", 25, "e-mail"),
        ("la coop santé PDL", 7, "name"),
        ("la 21 elle a combien de membres", 21, "number"),
        ("la coop 21", 21, "number"),
        ("21", 21, "number"),
        ("coop numéro 12", 12, "number"),
        ("la 3e coop", 3, "number"),
        ("la 51e du tableau", 51, "number"),
        ("au 6280 Émery-Fontaine", 17, "door"),
        ("le 967, rue Boulay", 44, "door"),
        ("Santé La Prairie", 47, "name"),
    ],
)
def test_a_coop_is_named(text: str, position: int, how: str) -> None:
    assert named(text) == [((position,), how)]


@pytest.mark.parametrize(
    ("text", "position"), [("la coop Falardau", 40), ("la coop de Portneuff", 5), ("coop de Charlvoix", 4)]
)
def test_a_misspelt_name_is_understood_behind_la_coop(text: str, position: int) -> None:
    assert named(text) == [((position,), "misspelt")]


@pytest.mark.parametrize(
    "text",
    [
        "21 personnes",
        "54",
        "Fortin",
        "je suis active",
        "la prairie est belle",
        "un quartier tranquille",
        "le lac est beau",
        "coop santé de solidarité",
        "le 555 000-1111",
        "personne@ailleurs.example.com",
        "la rue est bloquée",
        "le temps est gris",
        "Denise Roy, c'est qui ?",
        "",
    ],
)
def test_ordinary_words_name_nobody(text: str) -> None:
    assert [positions for positions, _ in named(text) if positions] == []


def test_a_number_printed_twice_names_both() -> None:
    assert named("la coop no 49") == [((49, 50), "number")]


def test_two_coops_of_one_message_are_both_named() -> None:
    assert [positions for positions, _ in named("Aylmer et Thurso")] == [(23,), (22,)]


@pytest.mark.parametrize("position", range(1, 54))
def test_every_coop_is_found_by_its_own_full_name(position: int) -> None:
    entry = library().entries[position - 1]
    found = {p for positions, _ in named(entry.name.value or "") for p in positions}
    assert position in found


@pytest.mark.parametrize("position", range(1, 54))
def test_every_coop_is_found_by_its_phone(position: int) -> None:
    entry = library().entries[position - 1]
    for phone in entry.phones:
        assert position in {p for positions, _ in named(f"à qui est le {phone.value} ?") for p in positions}


def test_names_found_never_overlap() -> None:
    for entry in library().entries:
        text = f"{entry.name.value}, {entry.contact.value or ''}, {entry.address.value or ''}"
        found = names().find(Message(text, words(text)))
        assert all(a.last <= b.first for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("téléphone de la coop de Truso", (22,)),
        ("adresse de la coop de Zorglub", ()),
        ("La coop Zorglub a-t-elle un site web ?", ()),
    ],
)
def test_a_name_that_no_coop_bears_is_said_so(question: str, near: tuple[int, ...]) -> None:
    turns = ask(question, "excuse, Aylmer")
    assert "ne porte le nom" in turns[0].answer.text
    assert tuple(found.entry.position for found in turns[0].answer.entries) == near
    assert [found.entry.position for found in turns[1].answer.entries] == [23]


def test_a_rare_word_of_a_towns_name_tells_its_coop() -> None:
    assert [found.entry.position for found in ask("la coop de Wendover, son adresse")[-1].answer.entries] == [53]


def test_an_ordinary_word_with_its_article_names_a_coop_beside_a_word_that_asks() -> None:
    assert [found.entry.position for found in ask("dossiers la prairie combien")[-1].answer.entries] == [47]


@pytest.mark.parametrize(
    ("question", "positions"),
    [
        ("As-tu le courriel de Denis ?", (18, 50)),
        ("Le téléphone de Millette svp", (41,)),
        ("Une certaine Valérie, elle a quel courriel ?", (5, 23)),
        ("L'adresse de la coop de Dubuc", (42, 43)),
        ("Denis, le président, sa coop est où ?", (50,)),
        ("le courriel de Pierre, le coordonnateur", (16,)),
    ],
)
def test_a_name_half_said_is_of_whoever_bears_it(question: str, positions: tuple[int, ...]) -> None:
    turn = ask(question)[-1]
    assert tuple(found.entry.position for found in turn.answer.entries) == positions
    assert (turn.answer.outcome is Outcome.CLARIFY) == (len(positions) > 1)


def test_options_of_a_name_half_said_tell_who_is_who() -> None:
    assert "Denis Missud" in ask("As-tu le courriel de Denis ?")[-1].answer.text


@pytest.mark.parametrize("question", ["Y a-t-il une coop à Major ?", "Bernard Gélinas, le gérant, il travaille où ?"])
def test_a_place_or_somebody_elses_name_is_no_name_half_said(question: str) -> None:
    assert not ask(question)[-1].answer.entries


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("le tél de la coop Belle-quelque-chose", (27, 38)),
        ("la coop Sainte-Mar-machin", (36,)),
        ("son nom commence par Pet", (24,)),
    ],
)
def test_a_name_of_which_the_end_is_forgotten_is_of_those_that_begin_so(text: str, positions: tuple[int, ...]) -> None:
    assert named(text) == [(positions, "name")]


def test_something_sought_is_no_name_half_said() -> None:
    assert not any(len(positions) > 1 for positions, _ in named("je cherche quelque chose à Val-Morin"))


def test_which_coop_stands_on_a_street_is_answered_in_short() -> None:
    turn = ask("Quelle coop trouve-t-on sur la rue Galipeau ?")[-1]
    assert [found.entry.position for found in turn.answer.entries] == [22]
    assert len(turn.answer.text) < 300


@pytest.mark.parametrize(
    ("message", "task"),
    [
        ("le téléphone de la coop régionale", Task.CLARIFY_ENTRY),
        ("Combien de médecins a la clinique de la MRC ?", Task.CLARIFY_ENTRY),
        ("la coop de la MRC Charlevoix, son courriel", Task.FIELDS),
        ("le courriel de la coop de la MRC d'Acton", Task.FIELDS),
        ("une coop régionale avec physio", Task.LIST),
    ],
)
def test_the_kind_of_a_coop_that_few_names_have_names_them_all(message: str, task: Task) -> None:
    assert understood(message).task is task


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("La coop de santé du Témiscamingue a-t-elle un site web ?", (26,)),
        ("Le numéro de la coop de l'Abitibi-Témiscamingue ?", (26,)),
        ("La clinique de la MRC de Charlevoix a combien de médecins ?", (4,)),
        ("Quelle est la coop de la MRC Mékinac ?", ()),  # two more say that they serve it
        ("La coop de la MRC de Papineau a combien de membres ?", ()),
        ("Y a-t-il une coop au Témiscamingue avec un site web ?", ()),
    ],
)
def test_a_territory_names_the_only_co_op_that_it_has(message: str, positions: tuple[int, ...]) -> None:
    assert understood(message).subjects == positions


def test_how_a_name_opens_names_it() -> None:
    assert named("et Santé active, ils font quoi ?") == [((17,), "name")]
    assert named("santé active, son adresse") == [((17,), "name")]
    assert named("quelles coops de santé actives ?") == []


@pytest.mark.parametrize(
    ("text", "position"),
    [("coop roberklich", 28), ("la coop valmorain", 37), ("coop fermneuv", 34), ("la coop rokstonpond", 49)],
)
def test_a_name_stuck_together_by_ear_is_understood_behind_la_coop(text: str, position: int) -> None:
    assert [positions for positions, _ in named(text)] == [(position,)]


@pytest.mark.parametrize("text", ["roberklich", "la coop Robichaud", "la coop granbois", "coop desjardin"])
def test_what_only_resembles_a_name_stuck_together_names_nobody(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("le numéro de la coopérative de solidarité en soins de santé", (22, 34)),
        ("Coop de solidarité de santé de la MRC : son courriel ?", (4, 28, 44)),
        ("le numéro de la coop régionale", (29, 31)),
    ],
)
def test_a_legal_form_and_no_more_is_of_those_whose_names_begin_so(text: str, positions: tuple[int, ...]) -> None:
    question = understood(text)
    assert (question.task, question.subjects) == (Task.CLARIFY_ENTRY, positions)


def test_a_surname_that_two_documents_print_is_told_of_both() -> None:
    (turn,) = ask("Allaire, c'est qui ?")
    assert all(name in turn.answer.text for name in ("François Allaire", "Directeur", "Nancie Allaire"))
    assert "Nancie" not in ask("Qui est François Allaire ?")[-1].answer.text
