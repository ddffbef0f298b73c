"""Questions of the prose in several parts, answered part by part."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.several import clauses_apart
from tests.assistant.asking import ask


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "Les administrateurs ont donné combien d'heures de bénévolat, et se sont réunis combien de fois ?",
            ("165", "5 SÉANCES"),
        ),
        (
            "La rencontre nationale des coops : c'était quelle date, pis quel ancien ministre est venu ?",
            ("3 mars", "Bertrand"),
        ),
        (
            "En 2014, la fédération donnait-elle des conseils juridiques et de la formation ?",
            ("JURIDIQUES", "FORMATION"),
        ),
    ],
)
def test_each_part_is_answered(message: str, told: tuple[str, ...]) -> None:
    text = ask(message)[-1].answer.text
    assert [part for part in told if part not in text] == []


def test_one_question_is_not_cut() -> None:
    assert clauses_apart("Combien de coops en Estrie et en Mauricie recrutent ?") == ()
    assert clauses_apart("quelle est la date, le lieu et le thème ?") == ()


def test_a_part_without_an_answer_is_not_told_as_the_whole() -> None:
    answer = ask("À quelle date et dans quelle salle s'est tenue l'assemblée générale de la fédération ?")[-1].answer
    assert answer.outcome is Outcome.ABSTAIN


def test_what_is_announced_is_listed() -> None:
    text = ask("énumérez les principales recommandations du mémoire des consultations prébudgétaires")[-1].answer.text
    assert "crédit d'impôt" in text


def test_a_coop_s_own_number_is_of_no_coop_in_general() -> None:
    assert ask("quel est le numéro d'une coop ?")[-1].answer.outcome is Outcome.CLARIFY


def test_who_joins_the_federation_asks_for_no_number() -> None:
    text = ask("Quelles deux coops viennent de rejoindre la Fédération ?")[-1].answer.text
    assert "Tél." not in text


def test_a_document_is_summed_up() -> None:
    assert len(ask("Résume la brochure")[-1].answer.citations) > 3
