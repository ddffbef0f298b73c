"""The library saved, read back, and compared with the golden copy that a reviewer reads.

After a wanted change: `python -m ingest corpus tests/golden/library.jsonl`, then read the difference.
"""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from ingest.document import read_documents
from ingest.errors import CorpusError, LibraryError
from ingest.library import Library, load_library, read_library, save_library
from ingest.regions import regions


def test_the_reading_is_the_golden_one(library: Library, golden: Path, tmp_path: Path) -> None:
    save_library(library, tmp_path / "library.jsonl")
    found = (tmp_path / "library.jsonl").read_text(encoding="utf-8").splitlines()
    assert found == golden.read_text(encoding="utf-8").splitlines()


def test_what_is_saved_is_read_back_whole(library: Library, tmp_path: Path) -> None:
    save_library(library, tmp_path / "library.jsonl")
    assert load_library(tmp_path / "library.jsonl", library.documents) == library


def test_loading_is_fast(library: Library, golden: Path) -> None:
    load_library(golden, library.documents)
    begin = perf_counter()
    load_library(golden, library.documents)
    assert perf_counter() - begin < 0.5  # about 0.02 s on an idle machine


def test_reading_twice_gives_the_same(library: Library, corpus: Path) -> None:
    assert read_library(corpus) == library


DAMAGES = [
    ("", "d'une autre version"),
    ('{"record": "library", "version": 0}\n', "d'une autre version"),
    ('{"record": "library", "version": 1}\n', "vient d'autres documents"),
    ("pas du JSON", "est endommagée"),
]


@pytest.mark.parametrize(("text", "problem"), DAMAGES)
def test_a_damaged_library_is_refused(library: Library, tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "library.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError, match=problem):
        load_library(path, library.documents)


def test_a_truncated_or_altered_record_is_refused(library: Library, golden: Path, tmp_path: Path) -> None:
    path = tmp_path / "library.jsonl"
    lines = golden.read_text(encoding="utf-8").splitlines()
    for damaged in ([*lines[:5], lines[5][:-20]], [line.replace('"quote": "2', '"quote": "3') for line in lines]):
        path.write_text("\n".join(damaged), encoding="utf-8")
        with pytest.raises(LibraryError, match="est endommagée"):
            load_library(path, library.documents)


def test_a_missing_library_is_named(library: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="introuvable"):
        load_library(tmp_path / "rien.jsonl", library.documents)


SECTION = '["{name}"]\n' + "\n".join(f'{k} = "x"' for k in ("title", "short", "publisher", "date", "year", "rights"))
CORPORA = [
    ({"a.txt": b"texte"}, "introuvable"),
    ({"documents.toml": b"[", "a.txt": b"texte"}, "illisible"),
    ({"documents.toml": b"", "a.txt": b"texte"}, "a.txt n'est pas décrit"),
    ({"documents.toml": SECTION.format(name="b.txt").encode()}, "décrit b.txt"),
    ({"documents.toml": b'["a.txt"]\ntitle = "x"', "a.txt": b"texte"}, "n'a pas : short, publisher"),
    ({"documents.toml": SECTION.format(name="a.txt").encode(), "a.txt": b"\xff"}, "UTF-8"),
]


@pytest.mark.parametrize(("contents", "problem"), CORPORA)
def test_a_corpus_that_cant_be_used_says_why(tmp_path: Path, contents: dict[str, bytes], problem: str) -> None:
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError, match=problem):
        read_documents(tmp_path)


def test_there_are_17_regions_and_no_alias_of_two() -> None:
    assert [region.number for region in regions()] == list(range(1, 18))
    aliases = [alias for region in regions() for alias in (region.name, *region.aliases)]
    assert len(aliases) == len(set(aliases))
