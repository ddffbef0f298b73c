"""Sequels that take co-ops out, reckon over what was listed, or go on with the accounts and the section quoted."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from tests.assistant.asking import ask

MAURICIE = "liste des coops en Mauricie"
VILLAGES = "quelles coops sont en région 17 ?"


def shown(*messages: str) -> tuple[int, ...]:
    """The co-ops that the last reply presents."""
    return tuple(f.entry.position for f in ask(*messages)[-1].answer.entries)


LESS = [
    (("combien de médecins de famille dans les coops de la Mauricie ?", "sans Grand-Mère ?"), (7, 8, 9, 11)),
    (("total des membres en Chaudière-Appalaches ?", "pis la moyenne si j'enlève Robert-Cliche ?"), (27, 29, 30, 31)),
    ((VILLAGES, "en tableau", "retirez celle de Pierreville"), (50, 51, 53)),
    ((VILLAGES, "à part Pierreville, elle est trop loin"), (50, 51, 53)),
    (("combien de membres en Outaouais", "si on exclut Gatineau ?", "et avec Gatineau ?"), (20, 21, 22, 23, 24)),
    ((MAURICIE, "et celles du Centre-du-Québec, sauf Pierreville"), (50, 51, 53)),
    (("liste des coops des Laurentides", "sans celle qui est encore en planification"), (34, 35, 36, 37, 38)),
    ((VILLAGES, "sans Montréal"), (50, 51, 52, 53)),
    (("coops de l'Outaouais sans Gatineau",), (22, 24)),
    (("quelles coops ont une infirmière en Mauricie sauf Shawinigan et Grand-Mère ?",), (7,)),
    (("coops sauf Gatineau et Thurso en Outaouais",), (24,)),
    (
        ("coops de la Mauricie sauf Pointe-du-Lac, Shawinigan et Grand-Mère", "remets Pointe-du-Lac"),
        (7, 9, 10, 11, 13, 14),
    ),
    (("combien de membres en Outaouais sans Aylmer", "pis avec"), (20, 21, 22, 23, 24)),
    (("un dentiste en dehors de Montréal",), (23,)),
    (("combien de coops en Mauricie, à part celles de Shawinigan ?",), (7, 9, 10, 11, 13, 14)),
    ((MAURICIE, "sauf Shawinigan", "ah non finalement remets Shawinigan"), (7, 8, 9, 10, 11, 12, 13, 14)),
    ((MAURICIE, "sauf Shawinigan", "ok remets-la"), (7, 8, 9, 10, 11, 12, 13, 14)),
    (("gynéco et urologie en Montérégie", "la région, peu importe", "oublie l'urologie"), (21, 36, 42, 44)),
    (("gynéco et urologie en Montérégie", "la place me dérange pas"), (36, 44)),
    (("gynéco et urologie en Montérégie", "la gynéco, laisse faire"), (44,)),
    (("coops avec un urologue", "oublie la région"), (36, 44)),
    (("un urologue en Montérégie", "pas grave la région"), (36, 44)),
    (("coops de la Montérégie avec 3000 membres ou plus et une infirmière", "une infirmière, oublie ça"), (44, 47)),
    (("qui fait de la psychothérapie", "pas juste en Montérégie, partout", "ok mais sauf Gatineau"), (19, 42)),
    (("nutritionniste en Montérégie", "pis rajoute la psychologie", "non enlève la psychologie"), (39, 42, 43, 44)),
    (("coops qui ont pas d'infirmière en Mauricie", "et avec"), (7, 8)),
    (("coops où c'est marqué GMF", "en Estrie", "et sans GMF"), (15, 16, 17)),
    (("un audioprothésiste", "avec 10 médecins de famille ou plus"), (20, 47)),
    (("un audioprothésiste", "avec 15 médecins de famille ou plus", "oublie le nombre de médecins"), (20, 26, 44, 47)),
    (("quelles coops ont un pédiatre ?", "pas Gatineau, trop loin"), (30,)),
]


@pytest.mark.parametrize(("messages", "positions"), LESS)
def test_a_coop_taken_out_stays_out_until_it_is_put_back(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


def test_what_was_listed_with_a_number_is_reckoned_over() -> None:
    many = "quelles coopératives comptent 10 médecins de famille ou plus ?"
    for asked in ("la moyenne de ces cinq-là ?", "et la moyenne ?"):
        assert "**12,6**" in ask(many, asked)[-1].answer.text
    assert "**63**" in ask(many, "le total ?")[-1].answer.text
    assert "**5 020**" in ask("les coops de la Mauricie avec leur nombre de membres", "la moyenne ?")[-1].answer.text
    total = "combien de médecins de famille au total en Chaudière-Appalaches ?"
    assert shown(total, "laquelle est la plus grosse à ce chapitre ?")[:1] == (28,)
    top = ask("quelles coops ont le plus de membres ?", "et en dossiers, le top 3")[-1]
    assert top.question.limit == 3 and top.question.measure == "files"


def test_another_row_of_the_accounts_keeps_the_year() -> None:
    turns = ask("les revenus de la FQCS en 2020-2021 ?", "et les dépenses ?", "il restait combien au bout ?")
    assert "132 644" in turns[1].answer.text and "2 058" in turns[2].answer.text
    before = ask("les revenus de la FQCS en 2021-2022 ?", "et les dépenses ?", "et l'année d'avant ?")[-1]
    assert "132 644" in before.answer.text
    regions = ask("combien de coops la Fédération regroupe en 2014 ?", "dans combien de régions, à ce moment-là ?")
    assert "10 régions" in regions[-1].answer.text


def test_what_follows_is_looked_for_in_the_section_quoted() -> None:
    elected = "quels élus la FQCS a-t-elle rencontrés ?"
    assert "Lecours" in ask(elected, "qui d'autre ?")[-1].answer.text
    assert ask("qui est le directeur de la Fédération ?", "la suite ?")[-1].answer.outcome is Outcome.ABSTAIN
    orientations = "quelles sont les orientations de la planification stratégique ?"
    third = ask(orientations, "quels objectifs pour la deuxième ?", "la suivante, c'est quoi ?")[-1].answer
    assert "contributions des membres" in third.text


def test_the_second_of_the_regions_and_two_co_ops_side_by_side() -> None:
    assert "Mauricie" in ask("quelle région a le plus de coops ?", "la deuxième ?")[-1].answer.text
    both = ask("les coopératives du Bas-Saint-Laurent", "compare-les : membres et médecins")[-1].answer
    assert "990" in both.text and "2 000" in both.text


@pytest.mark.parametrize(
    "then",
    [
        "celle de Thurso est trop loin pour nous, enlève-la",
        "Thurso c'est trop loin, ôte-la de la liste",
        "pas Thurso par contre, je suis à l'autre bout",
        "sors Thurso de la liste",
        "Thurso, non merci, je n'y vais pas",
        "oublie la troisième, on la connaît déjà",
        "la troisième, c'est plein : tu peux l'ôter",
    ],
)
def test_one_of_those_shown_is_sent_away(then: str) -> None:
    shown = [f.entry.position for f in ask("coops en Outaouais", then)[-1].answer.entries]
    assert shown == [20, 21, 23, 24, 25]


@pytest.mark.parametrize(
    "then",
    [
        "laissons faire le service : nomme-moi toutes les coops dans ce coin-là",
        "n'importe quel service ferait l'affaire : toutes les coops des environs, c'est lesquelles ?",
        "mettons le service de côté : quelles sont les coops dans le coin ?",
        "oublions le dentiste, c'est quoi les coops autour ?",
    ],
)
def test_whatever_the_service_the_coops_of_the_same_circle(then: str) -> None:
    question = ask("un dentiste près de Granby", then)[-1].question
    assert not question.services
    assert question.place is not None
    assert question.place.name == "Granby"


@pytest.mark.parametrize(
    "then",
    [
        "enlève le psychologue et laisse celui des 40 km",
        "ôte la psychologie et garde les 40 km",
        "laisse tomber le psychologue, toujours dans 40 km",
    ],
)
def test_one_condition_goes_and_the_circle_said_stays(then: str) -> None:
    question = ask("un psychologue à 40 km de Granby", then)[-1].question
    assert (question.services, question.radius_km) == ((), 40.0)
