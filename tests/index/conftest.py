from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import a_corpus


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Vectors of a test stay in its folder, and no setting of this machine's operator reaches it."""
    for setting in ("COOPSANTE_CHROMA", "COOPSANTE_MODEL", "COOPSANTE_THREADS"):
        monkeypatch.delenv(setting, raising=False)
    monkeypatch.setenv("COOPSANTE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three documents of one paragraph each."""
    return a_corpus(
        tmp_path / "corpus",
        argent="Chaque membre achète une part sociale de 50 $. Elle est remboursable.",
        gouvernance="Le conseil d'administration est élu par les membres. Il se réunit six fois par année.",
        mission="La coopérative rend accessibles des soins de première ligne.",
    )
