"""What is said of the columns of the table: sans, « ? », vide, inconnu, et combien d'autres façons."""

from __future__ import annotations

import pytest

from assistant.states import spell_marks
from tests.assistant.asking import ask, reader, understood


def said(message: str) -> set[tuple[str, str]]:
    return {(stated.cell, stated.state) for stated in reader().ear.hear(message).states}


@pytest.mark.parametrize(
    ("message", "states"),
    [
        ("quelles coops n'ont ni numéro, ni adresse courriel", {("phones", "lacking"), ("emails", "lacking")}),
        ("pour quelles coops manque-t-il le téléphone ?", {("phones", "unsaid")}),
        ("quelles fiches ont un « ? » pour les médecins à recruter ?", {("recruiting_text", "mark")}),
        ("pour quelles coops la colonne des services n'a qu'un « ? »", {("services_text", "mark")}),
        ("dans quelles fiches la case « description » est-elle vide ?", {("particularities", "blank")}),
        ("les coops dont on connaît le nombre de dossiers", {("files", "stated")}),
        ("aucune coordonnée autre que l'adresse", {(n, "lacking") for n in ("phones", "emails", "websites")}),
        ("coops whose website is missing", {("websites", "unsaid")}),
        ("les coops sans médecin connu", {("doctors_text", "unsaid")}),
        ("donnent leurs dossiers sans dire leurs membres", {("files", "stated"), ("membership_text", "withheld")}),
        ("un courriel mais pas de téléphone", {("phones", "lacking")}),
        ("les coops joignables par courriel", {("emails", "having")}),
        ("n'ont pas de médecin et veulent en recruter", {("doctors_text", "lacking")}),
        ("quelles coops sans aucun médecin veulent en recruter", {("doctors_text", "lacking")}),
        ("lesquelles sans docteur voudraient en embaucher", {("doctors_text", "lacking")}),
        ("aucun courriel d'indiqué", {("emails", "unsaid")}),
        ("à qui on peut pas écrire par courriel", {("emails", "withheld")}),
        ("un nombre de membres inconnu, marqué « ? »", {("membership_text", "mark")}),
        ("je suis sans médecin de famille", set()),
        ("la plus petite population indiquée au tableau", set()),
        ("y a-t-il des coops sans rendez-vous ?", set()),
        ("une coop sans directeur général", set()),
    ],
)
def test_states_of_columns(message: str, states: set[tuple[str, str]]) -> None:
    assert said(message) == states


def test_a_question_mark_that_is_spoken_of_ends_no_question() -> None:
    assert "interrogation" in spell_marks("la case porte « ? », non ?")
    assert spell_marks("le téléphone de la coop ? et son courriel ?") == "le téléphone de la coop ? et son courriel ?"


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Lesquelles n'ont ni téléphone, ni courriel, ni site web ?", [13, 14, 17, 53]),
        ("Dans quelles fiches la case « particularités » est-elle blanche ?", [16, 31, 33]),
        ("Dans quelles fiches la case « particularités » porte-t-elle un « ? »", [13, 14]),
        ("Quelles coops de la Montérégie recrutent des médecins et n'en ont aucun en place ?", [40, 45]),
        ("En Chaudière-Appalaches, qui a plus de dossiers que de membres ?", [27, 28, 29, 30]),
        ("Quelles coops ont un courriel Vidéotron ?", [22, 23, 38, 42]),
        ("Quelles coops ont un nombre de membres entre 2000 et 3000 ?", [2, 9, 30, 41, 50, 51]),
        ("Coops de l'Outaouais qui ont moins de 4 médecins mais au moins un", [22]),
        ("Quelle est la deuxième coop en nombre de dossiers ?", [23]),
        ("Quelles coops ont un gérant comme personne contact ?", [30]),
        ("Quelles fiches du tableau sont les plus incomplètes ?", [13, 14, 10, 48]),
        ("Est-ce que toutes les coops ont un code postal ?", [1, 31]),
        ("Coops de la MRC d'Acton et de la MRC de Drummond", [44, 53]),
        ("Y a-t-il une coop de consommateurs et une coop de travailleurs ?", [3, 32]),
        ("Quelles coops ont 4 médecins et en cherchent encore 1 ?", [29]),
        ("Quelle coop de l'Estrie a le moins de membres ?", [16]),
        ("Quelle coop a eu 33 000 consultations ?", [28]),
    ],
)
def test_lists_by_column_and_state(message: str, positions: list[int]) -> None:
    assert [found.entry.position for found in ask(message)[-1].answer.entries] == positions


@pytest.mark.parametrize(
    "question",
    [
        "Y a-t-il deux coops numéro 49 ?",
        "Pourquoi y a-t-il deux fois le numéro 49 ?",
        "J'en vois deux numérotées 49, pourquoi ?",
        "Pourquoi Roxton Pond et J-P Despins portent-elles le numéro 49 ?",
    ],
)
def test_a_number_printed_twice_is_said_of_both_its_coops(question: str) -> None:
    turn = ask(question)[-1]
    assert "imprimé deux fois" in turn.answer.text
    assert [found.entry.position for found in turn.answer.entries] == [49, 50]


def test_a_quotient_below_one_is_no_zero() -> None:
    assert "**0,017**" in ask("Quelle coop a le plus de médecins par membre ?")[-1].answer.text


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Quelles coops n'ont pas le mot « solidarité » dans leur nom ?", [3, 15, 20, 32, 35]),
        ("Which co-ops do not have the word solidarité in their name?", [3, 15, 20, 32, 35]),
        ("Dans la brochure, lesquelles ne portent pas le mot santé ?", [6, 19]),
        ("coops dont le nom contient « gens d'ici »", [2]),
        ("Combien de coops ont « région » ou « régionale » dans leur nom ?", [29, 31, 39]),
        ("Lesquelles ont soins et Thurso dans leur nom ?", [22]),
        ("Quelles coops ont le mot clinique dans leur nom ?", []),
        ("Combien de coops n'ont pas le mot coopérative dans leur nom ?", []),
    ],
)
def test_words_looked_for_in_names(message: str, positions: list[int]) -> None:
    answer = ask(message)[-1].answer
    assert [found.entry.position for found in answer.entries] == positions
    assert positions or "Aucune des 53 coops" in answer.text


@pytest.mark.parametrize(
    "message",
    ["C'est quoi le mot du président ?", "Le nom de la coop de Thurso ?", "Quelles coops ont changé de nom en 2014 ?"],
)
def test_what_looks_for_no_word_in_names(message: str) -> None:
    assert said(message) & {("name", "holding"), ("name", "without")} == set()


@pytest.mark.parametrize(
    ("message", "states"),
    [
        ("Quelles coops ne sont pas sans docteur ?", {("doctors_text", "had")}),
        ("Les coops de l'Estrie qui ne sont pas dépourvues d'omnipraticiens", {("doctors_text", "had")}),
        ("Lesquelles ne manquent pas de courriel ?", {("emails", "had")}),
        ("Les coops ni sans téléphone ni sans courriel", {("phones", "had"), ("emails", "had")}),
        ("Which co-ops are never without a website?", {("websites", "had")}),
        ("Quelles coops sont sans docteur ?", {("doctors_text", "lacking")}),
    ],
)
def test_what_is_denied_twice_is_had(message: str, states: set[tuple[str, str]]) -> None:
    assert said(message) == states


def test_co_ops_not_without_a_doctor_have_one_at_least() -> None:
    twice, once = ask("Quelles coops ne sont pas sans médecin ?")[-1], ask("Les coops avec au moins 1 médecin")[-1]
    assert [f.entry.position for f in twice.answer.entries] == [f.entry.position for f in once.answer.entries]


def test_a_service_denied_twice_is_offered() -> None:
    assert not understood("Quelles coops ne sont pas sans infirmière ?").lacking


@pytest.mark.parametrize(
    ("message", "either"),
    [
        ("Quelles coops ont un site web ou un courriel ?", True),
        ("Les coops qui ont un courriel ou un téléphone", True),
        ("Quelles coops ont un site web et un courriel ?", False),
        ("Les coops sans téléphone ou courriel", False),
    ],
)
def test_one_column_or_the_other_of_one_verb(message: str, either: bool) -> None:
    assert len(understood(message).filters) == (1 if either else 2)


@pytest.mark.parametrize(
    "message",
    [
        "Quelles coops de l'Estrie n'ont pas de courriel, que je les appelle ?",
        "Quelles coops n'ont pas de courriel, pour que je puisse les joindre autrement ?",
        "lesquelles ont pas d'email, je les appelle à la place",
        "Quelles coops sont sans courriel ? Je vais les appeler.",
    ],
)
def test_a_call_to_make_is_no_column(message: str) -> None:
    assert said(message) == {("emails", "lacking")}


def test_a_telephone_lacked_is_one_still() -> None:
    assert said("quelles coops n'ont ni courriel ni téléphone") == {("emails", "lacking"), ("phones", "lacking")}
    assert said("les coops qu'on ne peut pas joindre par téléphone") <= {("phones", "withheld"), ("phones", "lacking")}


@pytest.mark.parametrize(
    ("message", "services"),
    [
        ("Quelles coops ont soit un nutritionniste, soit un psychologue ?", 2),
        ("Je cherche soit une travailleuse sociale soit un kinésithérapeute, quelles coops ?", 2),
        ("Quelles coops offrent soit l'ostéopathie, soit l'acupuncture, soit la massothérapie ?", 3),
        ("Où pratique soit un pédiatre, ou soit un psychiatre, quelles coops ?", 2),
    ],
)
def test_soit_is_or(message: str, services: int) -> None:
    asked = ask(message)[-1].question
    assert asked.either and len(asked.services) == services


@pytest.mark.parametrize(
    ("message", "service"),
    [
        ("J'ai pas de dentiste et j'habite Granby. Quelle coop proche en a un ?", "dentiste"),
        ("Ma mère n'a pas de physio. Quelles coops de l'Outaouais en ont ?", "physiotherapie"),
        ("Nous n'avons pas de psychologue ici. Quelles coops de la Mauricie en ont ?", "psychologie"),
        ("Je n'ai aucun psychologue, lesquelles des coops de la Mauricie en offrent ?", "psychologie"),
        ("Je n'ai pas de médecin de famille, quelle coop près de Lévis en a ?", "medecine_familiale"),
        ("J'habite Granby et je n'ai pas de médecin de famille : quelle coop proche en a un ?", "medecine_familiale"),
    ],
)
def test_what_people_lack_is_what_the_coops_have(message: str, service: str) -> None:
    asked = ask(message)[-1].question
    assert service in asked.services and not asked.lacking


@pytest.mark.parametrize(
    "message",
    [
        "Quelles coops n'ont pas de physio ?",
        "Donne les coops sans physio.",
        "Où n'y a-t-il pas de physio, quelles coops ?",
    ],
)
def test_what_coops_lack_is_lacked(message: str) -> None:
    assert ask(message)[-1].question.lacking
