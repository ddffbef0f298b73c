from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import ModelError
from index.search import Index
from index.store import build_index, open_index
from index.units import units_of
from ingest.library import Library
from tests.factories import a_library, a_passage, an_entry
from tests.fakes import FakeEmbedder

LIBRARY = a_library(
    an_entry("Coop de Thurso", 1, services="Physiothérapie et massothérapie", particularities="Locaux neufs"),
    an_entry("Coop de Gatineau", 2, services="Médecine familiale"),
    a_passage("Le conseil est élu par les membres. Il se réunit souvent.", name="a.txt"),
    a_passage("Le conseil donne un avis.", name="b.txt"),
    a_passage("Le conseil donne un avis.", name="c.txt"),
)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return opened(tmp_path, LIBRARY)


def opened(folder: Path, library: Library) -> Index:
    (folder / "documents.toml").write_text("", encoding="utf-8")
    build_index(folder, folder / "index", FakeEmbedder(), progress=False, read=lambda _: library)
    return open_index(folder, folder / "index", FakeEmbedder, read=lambda _: library)


@pytest.mark.parametrize("legs", [("lexical",), ("dense",), ("lexical", "dense")])
@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("physiotherapie", "Physiothérapie et massothérapie"),
        ("coop de Gatineau", "Médecine familiale"),
        ("des locaux neufs ?", "Locaux neufs"),
        ("qui a élu le conseil ?", "Le conseil est élu par les membres."),
    ],
)
def test_the_best_words_come_first(question: str, quote: str, legs: tuple[str, ...], index: Index) -> None:
    assert index.search(question, 3, legs)[0].span.quote == quote


def test_a_source_comes_once_with_its_best_words(index: Index) -> None:
    found = index.search("physiothérapie, locaux neufs à Thurso", 10)
    assert len({(evidence.span.name, id(evidence.source)) for evidence in found}) == len(found)
    assert all(evidence.source.span.contains(evidence.span) for evidence in found)


def test_equal_sources_come_in_the_order_of_the_documents(index: Index) -> None:
    names = [evidence.span.name for evidence in index.search("avis du conseil", 5)]
    assert names.index("b.txt") + 1 == names.index("c.txt")
    assert names == [evidence.span.name for evidence in index.search("avis du conseil", 5)]


def test_each_score_is_kept_for_who_must_abstain(index: Index) -> None:
    best = index.search("physiothérapie massothérapie", 1)[0]
    assert best.found_by == "lexical+dense"
    assert best.cosine is not None and 0 < best.cosine <= 1
    assert best.bm25 is not None and best.bm25 > 0


def test_one_search_alone_says_so(index: Index) -> None:
    lexical, dense = index.search("conseil", 1, ("lexical",))[0], index.search("conseil", 1, ("dense",))[0]
    assert (lexical.found_by, lexical.cosine) == ("lexical", None)
    assert (dense.found_by, dense.bm25) == ("dense", None)


def test_the_cosine_is_the_embedders_own(index: Index) -> None:
    embedder = FakeEmbedder()
    texts = {unit.span: unit.text for unit in units_of(LIBRARY)}
    for evidence in index.search("le conseil élu", 5, ("dense",)):
        expected = float(embedder.query("le conseil élu") @ embedder.query(texts[evidence.span]))
        assert evidence.cosine == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("question", ["", "   ", "?"])
def test_a_question_without_words_raises_nothing(question: str, index: Index) -> None:
    assert index.search(question, 3, ("lexical",)) == ()
    index.search(question, 3)


def test_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    assert opened(tmp_path, a_library()).search("le conseil", 3) == ()


def test_warming_makes_it_ready(index: Index) -> None:
    assert not index.dense_ready
    index.warm().join()
    assert index.dense_ready
    assert index.warm_error is None


def test_a_model_that_fails_in_the_background_fails_aloud_in_the_search(index: Index, tmp_path: Path) -> None:
    class Broken(FakeEmbedder):
        def load(self) -> None:
            raise ModelError("Le modèle est illisible.")

        def query(self, text: str):  # type: ignore[no-untyped-def]
            self.load()

    broken = open_index(tmp_path, tmp_path / "index", Broken, read=lambda _: LIBRARY)
    broken.warm().join()
    assert isinstance(broken.warm_error, ModelError)
    assert broken.search("le conseil", 1, ("lexical",)), "words alone still find"
    with pytest.raises(ModelError):
        broken.search("le conseil", 1)


def test_structured_use_loads_nothing_heavy(tmp_path: Path, index: Index) -> None:
    script = f"""
import sys
from pathlib import Path
from index.embedding import SentenceTransformerEmbedder
from index.store import open_index
from tests.fakes import FakeEmbedder
from tests.index.test_search import LIBRARY

SentenceTransformerEmbedder()
folder = Path({str(tmp_path)!r})
opened = open_index(folder, folder / "index", FakeEmbedder, read=lambda _: LIBRARY)
assert opened.search("conseil", 1, ("lexical",))
heavy = {{"torch", "chromadb", "llama_index", "sentence_transformers", "transformers", "gradio"}}
print(*sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
