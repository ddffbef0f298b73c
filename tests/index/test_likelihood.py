from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.anticipated import AnticipatedSearch, of_the_examples, of_the_prose, of_the_ways, questions_of, save_vectors
from index.errors import IndexStateError
from index.likelihood import Likelihood, fit
from index.ways import WaysOfAsking, fit_ways
from ingest.anticipated import AnsweredBy, Anticipated
from tests.factories import a_passage
from tests.fakes import FakeEmbedder

MEETINGS = a_passage("Le conseil se réunit cinq fois.").span
PRICE = a_passage("Une part sociale coûte 50 $.", name="prix.txt").span
PASSAGE, NOTHING = AnsweredBy.PASSAGE, AnsweredBy.NOTHING
BLOCKS = (
    Anticipated(PASSAGE, (MEETINGS,), ("Combien de réunions du conseil ?", "le conseil se réunit souvent ?")),
    Anticipated(PASSAGE, (PRICE,), ("Quel est le prix d'une part ?", "une part coûte combien ?")),
    Anticipated(NOTHING, (), ("Quel âge a le directeur ?", "le directeur est né quand ?")),
    Anticipated(NOTHING, (), ("Où se gare-t-on ?", "le stationnement est gratuit ?")),
    Anticipated(PASSAGE, (MEETINGS,), ("fréquence des rencontres du conseil",), example=True),
)
WAYS = (
    Anticipated(AnsweredBy.PLAINLY, (), ("Quel est le téléphone de la coop ?", "à quel numéro appeler"), "= a"),
    Anticipated(AnsweredBy.PLAINLY, (), ("Liste de toutes les coops", "nomme toutes les coops"), "= b"),
    Anticipated(AnsweredBy.SEQUEL, (), ("La première", "celle du haut"), "= c"),
)


@pytest.fixture
def learnt(tmp_path: Path) -> Path:
    fit(tmp_path / "l.npz", BLOCKS, FakeEmbedder().queries(questions_of(BLOCKS)))
    return tmp_path / "l.npz"


def test_the_likeliest_block_is_that_of_the_words_its_questions_share(learnt: Path) -> None:
    likely = Likelihood(BLOCKS, learnt).of(FakeEmbedder().query("prix de la part ?"))
    assert likely.argmax() == 1
    assert 0 <= likely.min() <= likely.max() <= 1


def test_an_example_counts_for_the_block_of_the_same_places(learnt: Path) -> None:
    likely = Likelihood(BLOCKS, learnt).of(FakeEmbedder().query("fréquence des rencontres"))
    assert likely[0] == likely[4] == likely.max()


def test_that_nothing_answers_is_one_answer_of_several_subjects(learnt: Path) -> None:
    likely = Likelihood(BLOCKS, learnt).of(FakeEmbedder().query("où est né le directeur ?"))
    assert likely[2] == likely[3]
    assert np.isclose(likely[0] + likely[1] + likely[2], 1, atol=1e-5)


def test_a_likely_block_is_nearer(learnt: Path, tmp_path: Path) -> None:
    compared = of_the_prose(BLOCKS)
    save_vectors(tmp_path / "q.npy", FakeEmbedder().queries(questions_of(compared)))
    taught = (*compared, *of_the_examples(BLOCKS))
    plain = AnticipatedSearch(compared, tmp_path / "q.npy", FakeEmbedder())
    learning = AnticipatedSearch(compared, tmp_path / "q.npy", FakeEmbedder(), Likelihood(taught, learnt))
    asked = "fréquence des rencontres"
    by_block = {r.block: r.score for r in plain.nearest(asked)}
    gained = {r.block: r.score - by_block[r.block] for r in learning.nearest(asked)}
    assert max(gained, key=lambda block: gained[block]) == BLOCKS[0]
    assert all(r.block in compared for r in learning.nearest(asked)), "an example is compared with nothing"


@pytest.mark.parametrize("blocks", [BLOCKS[:2], (*BLOCKS, WAYS[0])])
def test_what_was_learnt_of_other_blocks_is_refused(blocks: tuple[Anticipated, ...], learnt: Path) -> None:
    with pytest.raises(IndexStateError, match="appris"):
        Likelihood(blocks, learnt).of(FakeEmbedder().query("le prix ?"))


def test_of_one_answer_alone_nothing_is_learnt_and_it_is_likely(tmp_path: Path) -> None:
    fit(tmp_path / "one.npz", BLOCKS[:1], FakeEmbedder().queries(questions_of(BLOCKS[:1])))
    assert list(Likelihood(BLOCKS[:1], tmp_path / "one.npz").of(FakeEmbedder().query("le prix ?"))) == [1.0]


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(IndexStateError, match="appris"):
        Likelihood(BLOCKS, tmp_path / "none.npz").of(FakeEmbedder().query("le prix ?"))


@pytest.fixture
def ways(tmp_path: Path) -> WaysOfAsking:
    embedder, others = FakeEmbedder(), of_the_prose(BLOCKS)
    vectors, others_vectors = embedder.queries(questions_of(WAYS)), embedder.queries(questions_of(others))
    fit_ways(tmp_path / "w.npz", WAYS, vectors, others, others_vectors)
    return WaysOfAsking(of_the_ways((*WAYS, *BLOCKS)), others, tmp_path / "w.npz", embedder)


def test_the_plain_question_is_found(ways: WaysOfAsking) -> None:
    found = ways.likeliest("nomme les coops", lambda _: True)
    assert found is not None and found.ways.plainly == "= b"


def test_a_sequel_is_meant_only_where_one_may_be(ways: WaysOfAsking) -> None:
    asked = "celle du haut, la première"
    anything = ways.likeliest(asked, lambda _: True)
    alone = ways.likeliest(asked, lambda block: block.answered_by is AnsweredBy.PLAINLY)
    assert anything is not None and anything.ways.plainly == "= c"
    assert alone is not None and alone.ways.plainly != "= c" and alone.likely < anything.likely


def test_what_asks_for_a_passage_is_no_way_of_asking(ways: WaysOfAsking) -> None:
    of_prose, plain = (
        ways.likeliest(text, lambda _: True) for text in ("quel est le prix d'une part ?", "liste des coops")
    )
    assert of_prose is not None and plain is not None and of_prose.likely < plain.likely


def test_nothing_is_likely_where_nothing_may_be_meant(ways: WaysOfAsking) -> None:
    assert ways.likeliest("liste des coops", lambda _: False) is None
