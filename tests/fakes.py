"""Stand-ins that behave: they work, they can be understood, and they count what is asked of them."""

from __future__ import annotations

import time
import zlib
from collections.abc import Sequence

import numpy as np

from index.embedding import Vectors
from index.lexical import stems


class FakeEmbedder:
    """Counts the stems of a text, each in one of 512 slots: two texts are near when they share words. Nothing to load.

    `asked` holds every passage it embedded; `delay` is how long it takes for each, to be killed in the middle.
    """

    def __init__(self, name: str = "fake", delay: float = 0.0) -> None:
        self._name = name
        self.delay = delay
        self.asked: list[str] = []
        self.loads = 0

    @property
    def name(self) -> str:
        return self._name

    @property
    def ready(self) -> bool:
        return True

    def load(self) -> None:
        self.loads += 1

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.asked.extend(texts)
        time.sleep(self.delay * len(texts))
        return np.array([self.query(text) for text in texts], dtype=np.float32)

    def queries(self, texts: Sequence[str]) -> Vectors:
        return np.array([self.query(text) for text in texts], dtype=np.float32)

    def query(self, text: str) -> Vectors:
        vector = np.zeros(512, dtype=np.float32)
        vector[0] = 0.1  # a text without words still has a direction
        for stem in stems(text):
            vector[1 + zlib.crc32(stem.encode()) % 511] += 1
        unit: Vectors = vector / np.linalg.norm(vector)
        return unit
