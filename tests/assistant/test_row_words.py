"""The words that lead to a clause of a row, by the questions that were written beside it."""

from __future__ import annotations

import pytest

from assistant.row_words import RowWords
from ingest.anticipated import AnsweredBy, Anticipated
from tests.assistant.asking import library


def block(position: int, printed: str, *questions: str) -> Anticipated:
    span = library().entries[position - 1].span
    start = span.quote.index(printed)
    return Anticipated(AnsweredBy.ROW, (span.slice(start, start + len(printed)),), questions)


TRAINEES = block(23, "accueil des stagiaires", "Les étudiantes y viennent-elles ?", "Peut-on y faire un stage ?")
MEMBERS = block(23, "9 500 membres", "Combien sont-ils ?")
WISH = block(20, "Souhaite développer des services de santé complémentaires", "Ont-ils des projets ?")
SAME_WISH = block(
    18, "Souhaite développer un ensemble de services complémentaires", "Quel rêve la coop caresse-t-elle ?"
)
# A word is rare where few clauses hold it.
OTHERS = tuple(block(n, "RÉGION", f"Quoi de neuf {n} ?") for n in range(26, 40))


@pytest.fixture(scope="module")
def words() -> RowWords:
    return RowWords((TRAINEES, MEMBERS, WISH, SAME_WISH, *OTHERS))


@pytest.mark.parametrize("asked", [("etudiants",), ("etudiante",), ("stages",), ("stagiaire", "accueille")])
def test_a_word_of_its_questions_leads_to_the_clause(words: RowWords, asked: tuple[str, ...]) -> None:
    assert words.leading_to(asked, (TRAINEES, MEMBERS)) == [(TRAINEES, 1.0)]


@pytest.mark.parametrize("asked", [("garderie",), ("etudiants", "garderie"), ()])
def test_words_that_no_question_holds_lead_nowhere(words: RowWords, asked: tuple[str, ...]) -> None:
    assert words.leading_to(asked, (TRAINEES, MEMBERS)) == []


def test_clauses_that_say_the_same_share_their_words(words: RowWords) -> None:
    assert words.same_as(WISH) == (SAME_WISH,)
    assert words.leading_to(("reves",), (WISH,)) == [(WISH, 1.0)]
    assert words.leading_to(("reves",), (TRAINEES,)) == []
