"""French text folded for comparison: one folding for index, question and evaluation.

>>> fold("L’Œuvre de Saint-Léonard-d'Aston, n° 4")
"l'oeuvre de saint-leonard-d'aston, n° 4"

Fold only to compare; never compute a span on folded text. `words` keeps the raw offsets of every word for that.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SPECIAL = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"} | dict.fromkeys("’ʼ`´", "'") | dict.fromkeys("‐‑–—", "-")
)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_SAINT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


def fold(text: str) -> str:
    """Lower case, no accents, one kind of apostrophe and hyphen, single spaces."""
    bare = text
    if not text.isascii() or "`" in text:
        bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.translate(_SPECIAL)))
        if not bare.isascii():
            bare = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(bare.lower().split())


_folded = lru_cache(maxsize=16384)(fold)  # of one word: the same few thousand are read in every message and every cell


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: `folded` to compare, `start` and `end` in the raw text."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=4096)  # a message, its parts and the cells that it is compared with are read a hundred times
def words(text: str) -> tuple[Word, ...]:
    """The words of `text` (letters and digits), folded, with raw offsets; St and Ste are written out.

    >>> [w.folded for w in words("L'école de St-Étienne")]
    ['l', 'ecole', 'de', 'saint', 'etienne']
    """
    found = []
    for match in _WORD.finditer(text):
        folded = _folded(match.group())
        found.append(Word(_SAINT.get(folded, folded), match.start(), match.end()))
    return tuple(found)


def key(text: str) -> str:
    """The folded words of `text` joined by a space: what two spellings of one name share.

    >>> key("St-Léonard d’Aston") == key("saint leonard d aston")
    True
    """
    return " ".join(word.folded for word in words(text))
