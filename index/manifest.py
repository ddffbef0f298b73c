"""What an index was made of, so that one which no longer fits is refused instead of answering wrong.

current                        the name of the build to use, replaced in one step
build.lock                     held by the one process that builds
builds/<name>/chroma/          absent where the vectors are on a server
builds/<name>/questions.npy    a vector for each anticipated question
builds/<name>/likelihood.npz   what is learnt of them; ways.npz, of the ways of asking
builds/<name>/manifest.json    written last: a build without it was interrupted
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import IndexStateError, State
from ingest.anticipated import question_files
from ingest.document import CATALOGUE

FORMAT = 4  # raise it when what is stored changes
FILE = "manifest.json"
POINTER = "current"
BUILDS = "builds"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that must be the same when the index is opened as when it was built."""

    format: int
    model: str
    server: str | None  # the Chroma server that holds the vectors, None where they are in the folder
    units: str  # fingerprint of what was indexed, by which another version of our own reading shows
    files: Mapping[str, str]  # SHA-256 of every document, and of their catalogue


def fingerprints(corpus: Path) -> dict[str, str]:
    """The SHA-256 of the catalogue, of every document of `corpus` and of its anticipated questions."""
    paths = sorted([*corpus.glob("*.txt"), corpus / CATALOGUE, *question_files(corpus)])
    return {
        path.relative_to(corpus).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if path.is_file()
    }


def current_build(folder: Path) -> str | None:
    """The name of the build in use, None where there is none."""
    pointer = folder / POINTER
    return pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else None


def publish(folder: Path, build: str, manifest: Manifest) -> None:
    """Finish a build: its manifest, then the pointer, each in one step that a kill can't cut in two."""
    content = json.dumps(asdict(manifest), ensure_ascii=False, indent=2, sort_keys=True)
    _replace(folder / BUILDS / build / FILE, content)
    _replace(folder / POINTER, build)


def read_manifest(folder: Path) -> tuple[str, Manifest]:
    """The build in use and its manifest. Raises `IndexStateError` (missing, partial or foreign)."""
    build = current_build(folder)
    if build is None:
        if (folder / BUILDS).is_dir() and any((folder / BUILDS).iterdir()):
            raise IndexStateError(State.PARTIAL, f"La construction de l'index de {folder} n'a pas été terminée")
        raise IndexStateError(State.MISSING, f"Il n'y a pas encore d'index dans {folder}")
    path = folder / BUILDS / build
    try:
        stored = json.loads((path / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise IndexStateError(State.PARTIAL, f"L'index de {folder} est incomplet (manifeste illisible)") from error
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        raise IndexStateError(State.FOREIGN, f"L'index de {folder} vient d'une autre version de CoopSanté")
    manifest = Manifest(**stored)
    if manifest.server is None and not (path / "chroma").is_dir():
        raise IndexStateError(State.PARTIAL, f"L'index de {folder} est incomplet (vecteurs absents)")
    return build, manifest


def check(manifest: Manifest, files: Mapping[str, str], model: str, server: str | None) -> None:
    """Refuse an index made with another model or server, or from other documents. Raises `IndexStateError`."""
    if manifest.model != model:
        raise IndexStateError(
            State.FOREIGN, f"L'index a été construit avec le modèle « {manifest.model} », et « {model} » est demandé"
        )
    if manifest.server != server:
        there, here = manifest.server or "le dossier de l'index", server or "le dossier de l'index"
        raise IndexStateError(State.FOREIGN, f"Les vecteurs de l'index sont dans {there}, et {here} est demandé")
    changes = []
    for name in sorted({*manifest.files, *files}):
        if name not in files:
            changes.append(f"{name} a été retiré")
        elif name not in manifest.files:
            changes.append(f"{name} a été ajouté")
        elif files[name] != manifest.files[name]:
            changes.append(f"{name} a changé")
    if changes:
        raise IndexStateError(State.STALE, f"L'index n'est plus à jour ({', '.join(changes)})")


def _replace(path: Path, content: str) -> None:
    aside = path.with_name(f"{path.name}.tmp")
    with aside.open("w", encoding="utf-8") as file:
        file.write(content + "\n")
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
