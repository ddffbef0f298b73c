from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import BuilderBusyError, IndexStateError, SearchError, State, VectorServerError
from index.manifest import BUILDS, FILE, FORMAT, POINTER, current_build
from index.store import build_index, open_index
from tests.factories import read_paragraphs
from tests.fakes import FakeEmbedder

QUESTION = "qui élit le conseil d'administration ?"
ANSWER = "Le conseil d'administration est élu par les membres."


def build(corpus: Path, folder: Path, embedder: FakeEmbedder | None = None, wait: float = 900) -> FakeEmbedder:
    embedder = embedder or FakeEmbedder()
    build_index(corpus, folder, embedder, progress=False, read=read_paragraphs, wait=wait)
    return embedder


def ask(corpus: Path, folder: Path, question: str = QUESTION) -> list[str]:
    index = open_index(corpus, folder, FakeEmbedder, read=read_paragraphs)
    return [evidence.span.quote for evidence in index.search(question, limit=3)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def test_what_was_built_answers(corpus: Path, folder: Path) -> None:
    build(corpus, folder)
    assert ask(corpus, folder)[0] == ANSWER


def test_a_second_build_embeds_nothing(corpus: Path, folder: Path) -> None:
    assert build(corpus, folder).asked
    assert build(corpus, folder).asked == []
    assert ask(corpus, folder)[0] == ANSWER


def test_after_a_change_only_what_is_new_is_embedded(corpus: Path, folder: Path) -> None:
    build(corpus, folder)
    (corpus / "argent.txt").write_text("La part sociale vaut maintenant 75 $.", encoding="utf-8")
    assert build(corpus, folder).asked == ["2014 : La part sociale vaut maintenant 75 $."]


def remove_everything(corpus: Path, folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def remove_pointer(corpus: Path, folder: Path) -> None:
    (folder / POINTER).unlink()


def remove_manifest(corpus: Path, folder: Path) -> None:
    (folder / BUILDS / str(current_build(folder)) / FILE).unlink()


def cut_manifest(corpus: Path, folder: Path) -> None:
    (folder / BUILDS / str(current_build(folder)) / FILE).write_text('{"format": 2, "mod', encoding="utf-8")


def remove_vectors(corpus: Path, folder: Path) -> None:
    chroma = folder / BUILDS / str(current_build(folder)) / "chroma"
    chroma.rename(chroma.with_name("ailleurs"))


def age_manifest(corpus: Path, folder: Path) -> None:
    manifest = folder / BUILDS / str(current_build(folder)) / FILE
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace(f'"format": {FORMAT}', '"format": 0'), encoding="utf-8"
    )


def change_a_document(corpus: Path, folder: Path) -> None:
    (corpus / "mission.txt").write_text("La mission a changé.", encoding="utf-8")


def add_a_document(corpus: Path, folder: Path) -> None:
    (corpus / "nouveau.txt").write_text("Un document de plus.", encoding="utf-8")


def remove_a_document(corpus: Path, folder: Path) -> None:
    (corpus / "argent.txt").unlink()


def change_the_catalogue(corpus: Path, folder: Path) -> None:
    catalogue = corpus / "documents.toml"
    catalogue.write_text(catalogue.read_text(encoding="utf-8").replace("2014", "2015"), encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "state", "said"),
    [
        (remove_everything, State.MISSING, "pas encore d'index"),
        (remove_pointer, State.PARTIAL, "n'a pas été terminée"),
        (remove_manifest, State.PARTIAL, "incomplet"),
        (cut_manifest, State.PARTIAL, "incomplet"),
        (remove_vectors, State.PARTIAL, "incomplet"),
        (age_manifest, State.FOREIGN, "autre version"),
        (change_a_document, State.STALE, "mission.txt a changé"),
        (add_a_document, State.STALE, "nouveau.txt a été ajouté"),
        (remove_a_document, State.STALE, "argent.txt a été retiré"),
        (change_the_catalogue, State.STALE, "documents.toml a changé"),
    ],
)
def test_an_index_that_does_not_fit_is_refused_with_the_command_that_mends_it(
    damage: Callable[[Path, Path], None], state: State, said: str, corpus: Path, folder: Path
) -> None:
    build(corpus, folder)
    damage(corpus, folder)
    with pytest.raises(IndexStateError, match=said) as raised:
        ask(corpus, folder)
    assert raised.value.state is state
    assert "« coopsante ingest »" in str(raised.value)
    build(corpus, folder)
    assert ask(corpus, folder), "the command that is named must mend it"


def test_an_index_of_another_model_is_foreign(corpus: Path, folder: Path) -> None:
    build(corpus, folder, FakeEmbedder("un modèle"))
    with pytest.raises(IndexStateError, match="« un modèle »") as raised:
        ask(corpus, folder)
    assert raised.value.state is State.FOREIGN


def test_an_index_of_another_way_of_reading_is_foreign(corpus: Path, folder: Path) -> None:
    build_index(corpus, folder, FakeEmbedder(), progress=False, read=lambda _: read_paragraphs(corpus.parent))
    with pytest.raises(IndexStateError, match="autre version") as raised:
        ask(corpus, folder)
    assert raised.value.state is State.FOREIGN


def test_a_build_that_fails_leaves_the_old_index(corpus: Path, folder: Path) -> None:
    build(corpus, folder)

    def unreadable(_: Path) -> None:
        raise OSError("disque illisible")

    with pytest.raises(OSError, match="disque"):
        build_index(corpus, folder, FakeEmbedder(), progress=False, read=unreadable)  # type: ignore[arg-type]
    assert ask(corpus, folder)[0] == ANSWER


def test_only_the_last_two_builds_are_kept(corpus: Path, folder: Path) -> None:
    for _ in range(4):
        build(corpus, folder)
    assert len(list((folder / BUILDS).iterdir())) == 2


def test_two_builders_at_once_the_second_says_that_it_waits(corpus: Path, folder: Path, own_cache: Path) -> None:
    command = [sys.executable, "-m", "tests.index.builder", str(corpus), str(folder), "0.1"]
    with subprocess.Popen(command) as first:
        until_locked(folder)
        second = subprocess.run(command, capture_output=True, text=True, check=False)
        assert first.wait() == 0
    assert second.returncode == 0
    assert "Une autre construction de l'index est en cours" in second.stderr
    assert ask(corpus, folder)[0] == ANSWER


def test_a_builder_that_waited_too_long_says_so(corpus: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "tests.index.builder", str(corpus), str(folder), "0.2"]
    with subprocess.Popen(command) as first:
        until_locked(folder)
        with pytest.raises(BuilderBusyError, match="arrêtez-la"):
            build(corpus, folder, wait=0.05)
        first.wait()


def until_locked(folder: Path) -> None:
    deadline = time.monotonic() + 30
    while not (folder / BUILDS).exists() and not (folder / "build.lock").exists():
        assert time.monotonic() < deadline, "the first builder never started"
        time.sleep(0.01)


def test_a_chroma_server_that_is_down_is_never_nothing_found(
    corpus: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COOPSANTE_CHROMA", "127.0.0.1:9")
    with pytest.raises(VectorServerError, match=r"127\.0\.0\.1:9.*COOPSANTE_CHROMA.*ne répond pas"):
        build(corpus, folder)


@pytest.mark.parametrize("setting", ["localhost", "http://localhost:8000", "un serveur:8000"])
def test_a_chroma_setting_that_is_not_an_address_is_refused(
    setting: str, corpus: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COOPSANTE_CHROMA", setting)
    with pytest.raises(SearchError, match="localhost:8000"):
        build(corpus, folder)
