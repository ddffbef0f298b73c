"""Questions over all co-ops that need one more look: a part of the week, a total, columns, how far two stand apart."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask


def positions(message: str) -> list[int]:
    return [found.entry.position for found in ask(message)[0].answer.entries]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("quelles coops sont ouvertes le soir ?", [28]),
        ("Quelles coops donnent leurs heures d'ouverture ?", [28, 32, 39, 41]),
        ("Quelle coop est ouverte la fin de semaine ?", []),
        ("Y a-t-il une coop ouverte le dimanche ?", []),
        ("Which co-ops are open on Saturdays?", []),
    ],
)
def test_a_co_op_open_at_other_times_is_none_that_opens_then(message: str, expected: list[int]) -> None:
    assert positions(message) == expected


def test_what_one_co_op_says_of_its_hours_answers_of_any_day() -> None:
    assert "du Lundi au Vendredi" in ask("La coop de Saint-Denis est-elle ouverte le samedi ?")[0].answer.text


def test_the_clause_that_holds_the_word_asked_is_quoted() -> None:
    assert positions("Quelle coop a gagné un prix ?") == [28]


@pytest.mark.parametrize(
    ("message", "total"),
    [
        ("Le total des membres de toutes les coops", "88 527"),
        ("total des dossiers des coops", "171 039"),
        ("Additionne les médecins de toutes les coops", "198"),
    ],
)
def test_a_total_of_all_co_ops_is_added_up(message: str, total: str) -> None:
    (turn,) = ask(message)
    assert turn.question.task is Task.SUM
    assert total in turn.answer.text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    "message", ["combien de membres au total dans les coops selon la Fédération ?", "les membres en 2014, au total ?"]
)
def test_a_total_that_is_printed_is_not_added_up(message: str) -> None:
    assert ask(message)[0].question.task is not Task.SUM


@pytest.mark.parametrize(
    ("message", "filtered"),
    [
        ("Fais-moi une liste des coops de la Mauricie avec téléphone et courriel", False),
        ("Donne les coops de l'Estrie avec courriel et site web", False),
        ("Quelles coops de la Mauricie avec courriel", True),
        ("Liste des coops avec un site web", True),
    ],
)
def test_columns_to_write_are_no_conditions(message: str, filtered: bool) -> None:
    question = ask(message)[0].question
    assert bool(question.filters) is filtered
    assert bool(question.fields) or filtered


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Combien de km entre la coop d'Eastman et la coop de Roxton Pond ?", "34"),
        ("La coop de Thurso est-elle loin de la coop d'Aylmer ?", "51"),
        ("How far is the Thurso co-op from the Aylmer co-op?", "51"),
    ],
)
def test_how_far_two_co_ops_are_apart(message: str, said: str) -> None:
    answer = ask(message)[0].answer
    assert said in answer.text
    assert len(answer.entries) == 2
    assert len(answer.citations) == 2


@pytest.mark.parametrize(
    "message",
    ["Mon médecin part en Floride, comment faire ?", "Quelles coops enseignent à des étudiants en médecine ?"],
)
def test_a_strange_word_is_not_answered_by_what_speaks_of_doctors(message: str) -> None:
    assert ask(message)[0].answer.outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("message", "advice"),
    [
        ("Le rapport parle-t-il de la COVID ?", False),
        ("Est-ce que la brochure mentionne la grippe ?", False),
        ("J'ai la COVID, est-ce que je prends du Tylenol ?", True),
    ],
)
def test_what_a_document_says_of_an_illness_is_no_advice(message: str, advice: bool) -> None:
    assert (ask(message)[0].question.task is Task.ADVICE) is advice


WITHOUT_DOCTORS = [3, 5, 6, 18, 19, 24, 25, 39, 40, 45]  # « Aucun »


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Toutes les coops ont-elles un docteur ?", WITHOUT_DOCTORS),
        ("Est-ce que chaque coop a au moins un médecin ?", WITHOUT_DOCTORS),
        ("Les coops ont-elles toutes un médecin ?", WITHOUT_DOCTORS),
        ("Y a-t-il un médecin partout ?", WITHOUT_DOCTORS),
        ("Trouve-t-on un docteur dans chaque coop ?", WITHOUT_DOCTORS),
        ("Is there a doctor in every co-op?", WITHOUT_DOCTORS),
        ("Les coops de la Montérégie ont-elles toutes un médecin ?", [39, 40, 45]),
        ("Est-ce que toutes les coops recrutent ?", [3, 6, 25, 39]),
    ],
)
def test_what_is_asked_of_all_is_answered_by_those_that_lack_it(message: str, positions: list[int]) -> None:
    answer = ask(message)[-1].answer
    assert [found.entry.position for found in answer.entries] == positions
    assert answer.text.startswith(("**Non**, pas toutes", "**No**, not all of them"))


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Donnez-moi toutes les coops sans médecin", WITHOUT_DOCTORS),
        ("Quelles coops n'ont pas au moins un médecin ?", WITHOUT_DOCTORS),
        ("Toutes les coops de la Mauricie qui recrutent", [7, 8, 9, 11, 12]),
        ("Pour chaque coop de la Mauricie, donne le téléphone", [7, 8, 9, 10, 11, 12]),
    ],
)
def test_all_that_meet_a_condition_are_listed(message: str, positions: list[int]) -> None:
    answer = ask(message)[-1].answer
    assert [found.entry.position for found in answer.entries] == positions
    assert "pas toutes" not in answer.text


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Toutes les coops offrent-elles la physiothérapie ?", [21, 50]),
        ("Est-ce que chaque coop offre l'acupuncture ?", [35, 37, 42]),
        ("Toutes les coops de la Mauricie ont-elles un courriel ?", [7, 9, 10, 11, 13, 14]),
        ("Toutes les coops de la Mauricie ont-elles un courriel et un site web ?", [7, 9, 10, 11, 12, 13, 14]),
    ],
)
def test_where_the_table_is_silent_of_some_no_is_not_said(message: str, positions: list[int]) -> None:
    answer = ask(message)[-1].answer
    assert [found.entry.position for found in answer.entries] == positions
    assert answer.text.startswith("Le tableau ne le dit pas de toutes")


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("L'effectif médical de la coop d'Aylmer ?", "doctors"),
        ("Le corps médical de la coop de Thurso compte combien de personnes ?", "doctors"),
        ("Effectif en médecins de la coop de Frampton", "doctors"),
        ("La main-d'oeuvre médicale de la coop de Thurso ?", "doctors"),
        ("L'effectif en soins infirmiers de la coop d'Aylmer ?", "professionals:soins_infirmiers"),
        ("Le corps infirmier de la coop d'Aylmer", "professionals:soins_infirmiers"),
    ],
)
def test_a_body_of_doctors_or_nurses_is_their_number(message: str, field: str) -> None:
    assert ask(message)[-1].question.fields == (field,)


def test_a_body_of_doctors_is_measured() -> None:
    assert positions("Les coops avec un corps médical de plus de 8") == positions("coops avec plus de 8 médecins")
