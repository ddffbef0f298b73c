"""Make index/data/french_words.txt: the everyday words of French, that are never a typing mistake.

Run it in an environment of its own; the packages are needed here only, never by the project:

    npm pack an-array-of-french-words@2.0.0 && tar xzf an-array-of-french-words-2.0.0.tgz
    pip install wordfreq==3.1.1
    PYTHONPATH=. python scripts/make_french_words.py package/index.json

A word of the first list is kept where the second finds it common enough. A rare one at one letter of a far commoner one
("heur" for "heure", "présidant" for "président") is left out: in a question it is more often a mistake.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import groupby
from pathlib import Path

from ingest.french import fold

OUT = Path(__file__).resolve().parent.parent / "index" / "data" / "french_words.txt"
COMMON = 2.3  # Zipf scale: twice in ten million words
RARE = 3.3  # below, a word may be a mistake for a commoner one
TIMES = 2.3  # on the same scale: two hundred times commoner
HEAD = """\
# Everyday words of French, accents kept: none is taken for a typing mistake. Made by scripts/make_french_words.py.
"""


def main(listed: Path) -> None:
    """Writes the file from the list of words at `listed`."""
    from wordfreq import get_frequency_dict

    zipf = {word: math.log10(share) + 9 for word, share in get_frequency_dict("fr", "large").items()}

    commonest: dict[str, float] = {}  # of the words that a hole leaves alike: "pr?sident", "presiden?"
    for word, rank in zipf.items():
        if rank >= COMMON + TIMES and word.isalpha():
            for holed in _holed(fold(word)):
                commonest[holed] = max(rank, commonest.get(holed, 0.0))

    def is_slip(word: str) -> bool:
        rank = zipf[word]
        return rank < RARE and any(commonest.get(holed, 0.0) > rank + TIMES for holed in _holed(fold(word)))

    words = {word for word in json.loads(listed.read_text(encoding="utf-8")) if word.isalpha() and word.islower()}
    kept = sorted((w for w in words if zipf.get(w, 0) >= COMMON and not is_slip(w)), key=lambda w: (fold(w), w))
    lines = [" ".join(group) for _, group in groupby(kept, key=lambda w: fold(w)[:2])]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept)} words")


def _holed(word: str) -> set[str]:
    """`word` with one letter hidden, or one more: two words that share one differ by a letter."""
    places = range(len(word))
    return {word[:i] + "?" + word[i + 1 :] for i in places} | {word[:i] + "?" + word[i:] for i in (*places, len(word))}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
