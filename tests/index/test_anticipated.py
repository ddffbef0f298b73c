from __future__ import annotations

from pathlib import Path

import pytest

from index.anticipated import AnticipatedSearch, of_the_prose, of_the_rows, questions_of, save_vectors
from index.errors import IndexStateError
from ingest.anticipated import AnsweredBy, Anticipated
from tests.factories import a_passage
from tests.fakes import FakeEmbedder

MEETINGS = a_passage("Le conseil se réunit cinq fois.").span
PRICE = a_passage("Une part sociale coûte 50 $.", name="prix.txt").span
BLOCKS = (
    Anticipated(
        AnsweredBy.PASSAGE, (MEETINGS,), ("Combien de réunions du conseil ?", "les administrateurs se voient-ils ?")
    ),
    Anticipated(AnsweredBy.PASSAGE, (PRICE,), ("Quel est le prix d'une part ?",)),
    Anticipated(AnsweredBy.NOTHING, (), ("Quel âge a le directeur ?",)),
)


@pytest.fixture
def search(tmp_path: Path) -> AnticipatedSearch:
    save_vectors(tmp_path / "q.npy", FakeEmbedder().queries(questions_of(BLOCKS)))
    return AnticipatedSearch(BLOCKS, tmp_path / "q.npy", FakeEmbedder())


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ("combien de reunions a eues le conseil", "Combien de réunions du conseil ?"),
        ("les administrateurs, est-ce qu'ils se voient ?", "les administrateurs se voient-ils ?"),
        ("le prix de la part", "Quel est le prix d'une part ?"),
        ("l'âge du directeur", "Quel âge a le directeur ?"),
    ],
)
def test_the_nearest_question_comes_first(asked: str, question: str, search: AnticipatedSearch) -> None:
    assert search.nearest(asked)[0].question == question


def test_each_block_comes_once_best_first(search: AnticipatedSearch) -> None:
    found = search.nearest("le prix d'une part")
    assert len(found) == len(BLOCKS)
    assert [r.score for r in found] == sorted((r.score for r in found), reverse=True)


def test_the_words_of_the_passage_count_as_held(search: AnticipatedSearch) -> None:
    best = search.nearest("une part sociale coûte combien")[0]
    assert (best.block.spans, best.covered) == ((PRICE,), 1.0)


@pytest.mark.parametrize("nothing", ["", "  ", "2+2", "?!", "le la de"])
def test_a_message_without_words_resembles_nothing(nothing: str, search: AnticipatedSearch) -> None:
    assert search.nearest(nothing) == ()


def test_vectors_that_are_missing_or_of_other_questions_are_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexStateError, match="vecteurs des questions anticipées"):
        AnticipatedSearch(BLOCKS, tmp_path / "q.npy", FakeEmbedder()).nearest("le prix ?")
    save_vectors(tmp_path / "q.npy", FakeEmbedder().queries(["une seule"]))
    with pytest.raises(IndexStateError, match="toutes les questions"):
        AnticipatedSearch(BLOCKS, tmp_path / "q.npy", FakeEmbedder()).nearest("le prix ?")


def test_what_rows_answer_is_searched_apart() -> None:
    row = Anticipated(AnsweredBy.ROW, (PRICE,), ("Y a-t-il un gym ?",))
    blocks = (*BLOCKS, row)
    assert of_the_prose(blocks) == BLOCKS
    assert of_the_rows(blocks) == (BLOCKS[2], row)  # that nothing answers it is asked of a row too
