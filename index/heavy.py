"""Importing large libraries without searching what they make for garbage.

torch, transformers, Chroma and llama-index make hundreds of thousands of objects that live as long as the process.
Python's collector goes through them again and again while they are imported: a quarter of the time, for nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def heavy_import() -> Iterator[None]:
    """Pause the collector, and spare what was made meanwhile for good."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_on:
            gc.enable()
