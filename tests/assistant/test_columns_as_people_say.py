"""What is said of the columns of the table, of its marks and of its rankings, in the words that people use."""

from __future__ import annotations

import pytest

from assistant.question import Task
from tests.assistant.asking import ask, understood


def _positions(message: str) -> list[int]:
    return [found.entry.position for found in ask(message)[-1].answer.entries]


@pytest.mark.parametrize(
    ("message", "plain"),
    [
        ("Pour la colonne des médecins en place, quelles coops ont un chiffre laissé inconnu ?", "médecins"),
        ("Colonne « médecins en place » : quelles fiches restent sans réponse ?", "médecins"),
        ("Quelles coops ont leur nombre de médecins laissé inconnu ?", "médecins"),
        ("Quelles coops demeurent sans réponse pour le nombre de membres ?", "membres"),
        ("Quelles coops ont leur nombre de membres laissé inconnu ?", "membres"),
    ],
)
def test_a_cell_left_without_an_answer(message: str, plain: str) -> None:
    assert _positions(message) == _positions(f"Quelles coops ont un nombre de {plain} inconnu ?") != []


@pytest.mark.parametrize(
    "message",
    [
        "Les « ? » du tableau, ça veut-tu dire zéro ou qu'on le sait pas ?",
        "Comment faut-il lire les cases où il n'y a qu'un « ? » ?",
        "Quand c'est marqué « ? » sous médecins à recruter, faut comprendre quoi ?",
        "Le point d'interrogation qu'on voit dans la colonne des membres signifie quoi ?",
    ],
)
def test_what_a_mark_means_is_no_list(message: str) -> None:
    question = understood(message)
    assert (question.task, question.topic) == (Task.SOURCES, "marks")


def test_the_co_ops_that_print_a_mark_are_a_list() -> None:
    assert understood("Quelles coops ont un « ? » pour les médecins à recruter ?").task is Task.LIST


@pytest.mark.parametrize(
    "message",
    [
        "Dans les Laurentides, quelle coop a le plus de membres, laquelle suit, et ainsi de suite ?",
        "Les coops des Laurentides en membres, de celle qui en a le plus jusqu'à celle qui en a le moins",
        "Laurentides : qui arrive première en membres, qui est deuxième, et ainsi de suite ?",
        "Dans les Laurentides, nommez une par une les coops qui ont le plus de membres, jusqu'à la dernière",
    ],
)
def test_a_ranking_to_its_last_place(message: str) -> None:
    assert _positions(message) == [36, 37, 34, 35]


@pytest.mark.parametrize(
    "message",
    [
        "Trouvez la coop dont les dossiers sont les plus nombreux, chiffre à l'appui.",
        "La coop dont le nombre de dossiers est le plus élevé, c'est laquelle, avec le chiffre ?",
        "Quelle coop arrive en tête pour les dossiers, et son nombre exact ?",
        "Je cherche la coop qui a le plus de dossiers, avec leur nombre svp",
    ],
)
def test_the_number_too_of_what_is_ranked(message: str) -> None:
    assert _positions(message)[:1] == [47]


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("La coop de Pointe-du-Lac dépasse-t-elle celle de Shawinigan pour ce qui est des membres ?", 7),
        ("Est-ce que Massueville surpasse Bedford côté membres ?", 40),
        ("La coop d'Aylmer devance-t-elle celle de Thurso pour les dossiers ?", 23),
        ("Est-ce que la coop de Shawinigan bat celle de Pointe-du-Lac en nombre de membres ?", 7),
    ],
)
def test_one_co_op_before_another(message: str, first: int) -> None:
    assert understood(message).task is Task.RANK and _positions(message)[0] == first


@pytest.mark.parametrize(
    "message",
    [
        "Dans quelles fiches est-il question de médecins résidents ?",
        "Nommez les coops dont la description fait mention de résidents.",
        "Je finis ma médecine. Dans le tableau, les coops où il est question de résidents, c'est lesquelles ?",
        "Quelles coops du tableau font mention de médecins résidents ?",
    ],
)
def test_rows_that_speak_of_something(message: str) -> None:
    assert _positions(message) == [34, 50, 52]


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Le titre de « gérant » apparaît à côté du nom du contact pour combien de coops ?", [30]),
        ("Le mot « coordonnatrice » est écrit à côté du contact chez quelles coops ?", [6, 12, 52]),
        ("Le terme « coordonnatrice » revient comme titre du contact dans combien de fiches ?", [6, 12, 52]),
    ],
)
def test_the_words_of_a_title(message: str, positions: list[int]) -> None:
    assert _positions(message) == positions


@pytest.mark.parametrize(
    "message",
    [
        "Excel refuse des codes postaux de la liste, à cause d'un O mis à la place d'un zéro. Quelles coops ?",
        "Mon logiciel d'étiquettes rejette des codes postaux du tableau : lesquelles coops ont la lettre O ?",
        "Quels codes postaux sont fautifs dans le tableau ?",
    ],
)
def test_postal_codes_misprinted(message: str) -> None:
    assert _positions(message) == [16, 39, 40, 41, 42, 43, 44]


def test_a_misprint_of_one_co_op_is_told_with_its_reading() -> None:
    answer = ask("Le code postal de la coop d'Eastman, c'est la lettre O ou un zéro, y a-t-il une erreur ?")[-1].answer
    assert "J0E 1P0" in answer.text


def test_what_meets_both_is_one_question() -> None:
    said = "une place qui fait l'acupuncture et aussi l'ostéo, les deux ensemble"
    assert _positions(said) == _positions("Quelles coops offrent de l'acupuncture et de l'ostéopathie ?") == [42]


def test_a_region_said_beside_a_town_is_what_is_ranked() -> None:
    said = "Autour de Québec, dans la région 03, c'est quelle coop qui a le plus de médecins ?"
    assert _positions(said) == _positions("Dans la région 03, quelle coop a le plus de médecins ?")


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Les coops dont le nom commence par Santé", [17]),
        ("Quelles coops ont un nom qui débute par « Santé » ?", [17]),
        ("Combien de coops ont un nom qui contient « Vallée » ?", [33]),
    ],
)
def test_how_a_name_begins(message: str, positions: list[int]) -> None:
    assert _positions(message) == positions


@pytest.mark.parametrize(
    "message",
    [
        "Combien de médecins au total sont recherchés en Montérégie ?",
        "Quel est le total des médecins recherchés en Montérégie ?",
        "En Montérégie, combien de médecins de famille sont demandés en tout ?",
    ],
)
def test_doctors_wanted_are_none_in_place(message: str) -> None:
    assert understood(message).measure == "recruiting"


@pytest.mark.parametrize(
    "message",
    [
        "Combien de coops de travailleurs contre combien de coops de solidarité ?",
        "Y a-t-il plus de coops de consommateurs ou de solidarité ?",
        "Y a-t-il moins de coops de travailleurs que de coops de consommateurs ?",
    ],
)
def test_forms_set_one_against_the_other_are_counted_each(message: str) -> None:
    assert understood(message).task is Task.BY_FORM


def test_either_form_is_a_condition() -> None:
    assert _positions("Quelles coops sont des coops de travailleurs ou de consommateurs ?") == [3, 32]


@pytest.mark.parametrize(
    "message",
    [
        "Comme le tableau date de 2020, est-ce qu'il est encore bon ?",
        "Les coordonnées de la brochure sont-elles encore valides ?",
        "Vos données datent de 2022, non ?",
    ],
)
def test_how_old_the_table_is(message: str) -> None:
    assert "novembre 2014" in ask(message)[-1].answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Le 49 est là deux fois. Quelles coops ?",
        "Pourquoi le numéro 49 revient deux fois dans le tableau ? C'est quelles coops ?",
        "Le numéro 49 est imprimé deux fois. Lesquelles ?",
        "Le 49 figure deux fois dans la liste. C'est quelles coopératives ?",
    ],
)
def test_which_co_ops_is_asked_of_what_was_told(message: str) -> None:
    answer = ask(message)[-1].answer
    assert "Roxton Pond" in answer.text and "Despins" in answer.text and len(answer.entries) <= 2


@pytest.mark.parametrize(
    ("message", "plain"),
    [
        (
            "Quelles coops ont l'air vides, sans aucune info sur leurs services ?",
            "Quelles coops ne disent pas leurs services ?",
        ),
        ("Quelles coops semblent ne pas avoir de médecin ?", "Quelles coops n'ont pas de médecin ?"),
        ("Quelles coops paraissent ne plus avoir de médecin en place ?", "Quelles coops n'ont pas de médecin ?"),
        ("Quelles coops ont l'air de recruter ?", "Quelles coops recrutent ?"),
    ],
)
def test_what_co_ops_seem_to_be(message: str, plain: str) -> None:
    assert _positions(message) == _positions(plain) != []


def test_the_rows_that_are_almost_all_marks() -> None:
    assert _positions("Quelle coop a juste des points d'interrogation partout ou presque ?") == [13, 14]


@pytest.mark.parametrize("doctors", ["docs", "omnis", "docteurs", "médecins", "toubibs"])
def test_whoever_is_sought_is_a_doctor_in_any_word(doctors: str) -> None:
    asked = f"Quelles coops de l'Outaouais cherchent des {doctors} ?"
    assert _positions(asked) == _positions("Quelles coops de l'Outaouais recrutent ?") != []


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("C'est bien Pointe-du-Lac qui a le plus de médecins ?", 47),
        ("La coop qui a le plus de membres, c'est bien Aylmer ?", 12),
        ("Est-ce vrai que la plus petite coop en membres est celle de Bedford ?", 3),
        ("Est-ce Thurso qui a le plus de dossiers ?", 47),
    ],
)
def test_a_co_op_said_to_be_first_is_compared_with_all(message: str, first: int) -> None:
    assert _positions(message)[0] == first


def test_the_first_of_a_town_is_of_that_town() -> None:
    assert _positions("À Gatineau, quelle coop a le plus de membres ?")[0] == 23


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Laquelle est une coopérative de consommateurs plutôt que de solidarité ?", [32]),
        ("Quelles coops sont des coops de travailleurs et non de solidarité ?", [3]),
        ("une coopérative de consommateurs au lieu d'une coopérative de solidarité, y en a-t-il ?", [32]),
        ("Quelles coops sont autre chose que des coopératives de solidarité ?", [3, 32]),
        ("Quelles coops sont en planification plutôt qu'actives ?", [24, 33]),
    ],
)
def test_a_form_said_not_to_be_wanted_is_none_of_those_wanted(message: str, positions: list[int]) -> None:
    assert _positions(message) == positions


@pytest.mark.parametrize(
    "message",
    [
        "Quelles coops viennent de rejoindre vos rangs ?",
        "Lesquelles des coops viennent de se joindre au mouvement ?",
        "Quelles coops sont devenues membres dernièrement ?",
        "Quelles sont les coops fraîchement entrées dans le réseau ?",
    ],
)
def test_who_entered_the_federation_is_told_by_no_column(message: str) -> None:
    assert understood(message).task is Task.PROSE
    assert ask(message)[-1].answer.entries == ()
