"""Words that dress a question about the table and narrow nothing: "en oubliant…", "je veux leur envoyer un message"."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from assistant.story import NOUN_FOLLOWS
from index.cells import stem


def is_idle(word: str, before: str = "") -> bool:
    """Whether a folded word is one of `lexicon/idle.txt` or `lexicon/light.txt`, or of the family of one.

    Behind an article only the very word counts: a noun may have the letters of another word's form ("quelle marque").

    >>> is_idle("oubliant", "en"), is_idle("stationnement"), is_idle("marque", "quelle")
    (True, False, False)
    """
    listed, families = _words()
    return word in listed or (before not in _NOUN_FOLLOWS and stem(word) in families)


_NOUN_FOLLOWS = NOUN_FOLLOWS | {"quel", "quelle", "quels", "quelles"}


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    folder = files("assistant").joinpath("lexicon")
    lines = (
        line for name in ("idle.txt", "light.txt") for line in folder.joinpath(name).read_text("utf-8").splitlines()
    )
    listed = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    return listed, frozenset(stem(word) for word in listed)
