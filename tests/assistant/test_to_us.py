"""Whose means are asked: those of whom the message speaks to, of a co-op named, or of one that nothing tells."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask, understood


@pytest.mark.parametrize(
    "asked",
    [
        "comment vous rejoindre par téléphone ?",
        "Comment puis-je vous écrire un courriel ?",
        "How can I reach you by phone?",
        "c'est quoi votre numéro de téléphone ?",
    ],
)
def test_how_to_reach_us_asks_for_the_federations_means(asked: str) -> None:
    (turn,) = ask(asked)
    assert turn.answer.outcome is Outcome.ANSWERED
    assert any("418.837.8882" in s.quote or "info@" in s.quote for s in turn.answer.citations)
    assert not turn.answer.entries


@pytest.mark.parametrize(
    "asked",
    [
        "c'est quoi le numéro pour appeler ?",
        "Bonjour, je voudrais un numéro de téléphone.",
        "Pouvez-vous me donner un numéro de téléphone ?",
        "J'aurais besoin de l'adresse courriel pour leur écrire",
    ],
)
def test_means_of_a_co_op_that_nothing_tells_are_asked_back(asked: str) -> None:
    assert understood(asked).task is Task.CLARIFY_ENTRY


def test_we_are_spoken_to_about_a_co_op() -> None:
    (turn,) = ask("pouvez-vous m'écrire le courriel de la coop de Thurso ?")
    assert [f.entry.position for f in turn.answer.entries] == [22]


@pytest.mark.parametrize("street", ["de la 8e Rue", "sur la 8ième rue", "qui est sur la 8e rue"])
def test_a_street_called_by_a_number_names_its_co_op(street: str) -> None:
    assert understood(f"Combien de médecins à la coop {street} ?").subjects == (12,)


@pytest.mark.parametrize(
    "asked",
    ["le nombre total de coops inscrites au tableau de la brochure", "combien de coops dans le tableau de 2014 ?"],
)
def test_the_table_of_the_brochure_is_counted(asked: str) -> None:
    assert "53" in ask(asked)[-1].answer.text


@pytest.mark.parametrize(
    "then",
    [
        "J'aurais besoin du numéro de téléphone de chacune.",
        "pour les appeler toutes les deux, c'est quoi les numéros ?",
        "leurs numéros de téléphone",
    ],
)
def test_the_co_ops_that_a_sentence_names_are_spoken_of(then: str) -> None:
    turn = ask("Quelles coops sont devenues membres de la Fédération en 2021-2022 ?", then)[-1]
    assert {f.entry.position for f in turn.answer.entries} == {46, 51}
    assert turn.question.fields == ("phones",)
