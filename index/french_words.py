"""The everyday words of French: a word that is one of them is no typing mistake, however close to a name of ours.

>>> is_french("laveuse"), is_french("STERILE"), is_french("menbre")
(True, True, False)
>>> is_french("stérile"), is_french("stérilé")  # an accent typed is an accent meant
(True, False)
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ingest.french import fold


def is_french(typed: str) -> bool:
    """Whether `typed` is such a word; accents left out are no mistake, wrong ones are."""
    low = typed.lower()
    return low in _written() if not low.isascii() else low in _folded()


@cache
def _written() -> frozenset[str]:
    lines = (files("index") / "data" / "french_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _folded() -> frozenset[str]:
    return frozenset(word if word.isascii() else fold(word) for word in _written())
