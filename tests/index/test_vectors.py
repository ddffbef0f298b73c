from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import SearchError
from index.vectors import FILE, embed
from tests.fakes import FakeEmbedder

TEXTS = ["un conseil élu", "une part sociale", "un conseil élu", "des soins"]


def test_vectors_come_in_the_order_of_the_texts(tmp_path: Path) -> None:
    embedder = FakeEmbedder()
    expected = [embedder.query(text) for text in TEXTS]
    assert np.allclose(embed(TEXTS, embedder, tmp_path), expected)


def test_a_text_is_embedded_once_however_often_it_comes_back(tmp_path: Path) -> None:
    first, second = FakeEmbedder(), FakeEmbedder()
    one = embed(TEXTS, first, tmp_path)
    two = embed([*TEXTS, "un texte nouveau"], second, tmp_path)
    assert sorted(first.asked) == sorted(set(TEXTS))
    assert second.asked == ["un texte nouveau"]
    assert np.array_equal(one, two[:-1])


def test_another_model_shares_nothing(tmp_path: Path) -> None:
    other = FakeEmbedder("autre")
    embed(TEXTS, FakeEmbedder(), tmp_path)
    embed(TEXTS, other, tmp_path)
    assert len(other.asked) == len(set(TEXTS))


def test_what_was_made_before_a_failure_is_kept(tmp_path: Path) -> None:
    texts = [f"texte {number}" for number in range(200)]
    cut, resumed = Failing(after=100), FakeEmbedder()
    with pytest.raises(RuntimeError):
        embed(texts, cut, tmp_path)
    embed(texts, resumed, tmp_path)
    assert 0 < len(resumed.asked) < len(texts)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"pas une base de vecteurs" * 100)
    with pytest.raises(SearchError, match=FILE):
        embed(TEXTS, FakeEmbedder(), tmp_path)


class Failing(FakeEmbedder):
    """Fails as a machine does: in the middle."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.after = after

    def passages(self, texts):  # type: ignore[no-untyped-def]
        if len(self.asked) >= self.after:
            raise RuntimeError("plus de courant")
        return super().passages(texts)
