"""Text to vectors of unit length.

The default model is multilingual-e5-small, made from the package that carries it (`index.weights`). It was trained with
the prompts "query: " and "passage: ", which are part of what makes it work and are always given explicitly.

Settings of the operator: `COOPSANTE_MODEL` (a folder, or a model's name on the hub, which then needs the network) and
`COOPSANTE_THREADS` (1 by default: on a shared machine two threads wait for each other more than they help).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from index import weights
from index.errors import ModelError
from index.heavy import heavy_import

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = np.ndarray[Any, np.dtype[np.float32]]

BATCH = 8  # measured on short French texts: larger batches cost more in padding than they save


class Embedder(Protocol):
    """Anything that turns texts into vectors. `name` changes whenever the vectors would."""

    @property
    def name(self) -> str: ...

    @property
    def ready(self) -> bool:
        """Whether a call would answer at once, without loading anything."""

    def load(self) -> None:
        """Load what there is to load; does nothing the second time."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a row."""

    def queries(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a row, each of a question."""

    def query(self, text: str) -> Vectors:
        """One unit vector."""


class SentenceTransformerEmbedder:
    """A sentence-transformers model, loaded at first use; one caller at a time, since its tokenizer allows no more."""

    def __init__(self, model: str | None = None, threads: int | None = None) -> None:
        self.model = model or os.environ.get("COOPSANTE_MODEL") or None
        self.threads = threads or _threads()
        self._lock = Lock()
        self._loaded: SentenceTransformer | None = None
        self._prompts = ("query: ", "passage: ")

    @property
    def name(self) -> str:
        return self.model or weights.NAME

    @property
    def ready(self) -> bool:
        return self._loaded is not None

    def load(self) -> None:
        with self._lock:
            self._model()

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(list(texts), self._prompts[1])

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(list(texts), self._prompts[0])

    def query(self, text: str) -> Vectors:
        vector: Vectors = self.queries([text])[0]
        return vector

    def _encode(self, texts: list[str], prompt: str) -> Vectors:
        with self._lock:
            raw = self._model().encode(
                texts, prompt=prompt, batch_size=BATCH, show_progress_bar=False, convert_to_numpy=True
            )
        vectors = np.asarray(raw, dtype=np.float32).reshape(len(texts), -1)
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def _model(self) -> SentenceTransformer:
        if self._loaded is None:
            with heavy_import():
                self._loaded = _load(self.model, self.threads)
        return self._loaded


def _threads() -> int:
    chosen = os.environ.get("COOPSANTE_THREADS", "1")
    if not chosen.isdigit() or chosen == "0":
        raise ModelError(f"COOPSANTE_THREADS vaut « {chosen} » : donnez un nombre entier, 1 ou plus.")
    return int(chosen)


def _load(model: str | None, threads: int) -> SentenceTransformer:
    from_hub = model is not None and not Path(model).is_dir()
    os.environ.setdefault("OMP_NUM_THREADS", str(threads))
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    if not from_hub:  # without these two, a library may spend minutes looking for a network
        os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
        os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
    folder = model or str(weights.model_folder())

    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # "Loading weights", over the words of who asks
    torch.set_num_threads(threads)
    # where the processor computes in bfloat16 it is three times as fast (cosine to float32: 0.9999), elsewhere slower
    able = torch.cpu.get_capabilities()
    exact = not (able.get("avx512_bf16") or able.get("amx_bf16"))
    settings = {"dtype": torch.float32 if exact else torch.bfloat16}
    try:
        return SentenceTransformer(folder, device="cpu", local_files_only=not from_hub, model_kwargs=settings)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(_unloadable(model, folder, error)) from error


def _unloadable(model: str | None, folder: str, error: Exception) -> str:
    if model is None:
        return f"Le modèle de {folder} est illisible ({error}) : supprimez ce dossier, il sera préparé de nouveau."
    return (
        f"Le modèle « {model} » (COOPSANTE_MODEL) n'a pas pu être chargé ({error}) : vérifiez son nom et le réseau, ou "
        "retirez ce réglage pour utiliser le modèle fourni."
    )
