"""Search by words: BM25 over French stems of folded words.

One way from text to stems serves documents and questions, so that an accent, an elision or a plural never matters:

>>> stems("L'école et les infirmières d'Aylmer")
['ecol', 'infirmier', 'aylmer']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from ingest.french import words

Ranked = list[tuple[int, float]]


def stems(text: str) -> list[str]:
    """The stems of the words of `text` that say something of its subject."""
    stop = stop_words()
    kept = [word.folded for word in words(text) if word.folded not in stop]
    stemmed: list[str] = stemmer().stemWords(kept)
    return stemmed


def stem(folded: str) -> str:
    """The stem of one folded word, that of a participle as it is written of a man.

    >>> stem("informatisee") == stem("informatise")
    True
    """
    stemmed: str = stemmer().stemWord(_FEMININE.sub(r"\1", folded))
    return stemmed


# Without its accent, the stemmer doesn't know "fondee" from "fonde".
_FEMININE = re.compile(r"(?<=\w{3}e)e(s?)$")


@cache
def stop_words() -> frozenset[str]:
    """The words of `data/stopwords.txt`."""
    lines = (files("index") / "data" / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def stemmer() -> Any:
    """The French stemmer, one for the whole program: it remembers the words it has stemmed."""
    import Stemmer

    return Stemmer.Stemmer("french")


class Lexical:
    """A BM25 index of texts, held in memory: making it takes less time than reading one back."""

    def __init__(self, texts: Sequence[str]) -> None:
        from bm25s import BM25  # 0.2 s, which a structured question need not wait for

        self._bm25 = BM25(method="lucene")
        self._size = len(texts)
        if texts:
            self._bm25.index([stems(text) for text in texts], show_progress=False)

    def search(self, text: str, limit: int) -> Ranked:
        """Ranks and scores of the texts that share a word with `text`, best first, ties in the texts' order."""
        asked = [stem for stem in stems(text) if stem in self._bm25.vocab_dict] if self._size else []
        if not asked:
            return []
        scores = self._bm25.get_scores(asked)
        order = sorted((rank for rank in range(self._size) if scores[rank] > 0), key=lambda rank: (-scores[rank], rank))
        return [(rank, float(scores[rank])) for rank in order[:limit]]
