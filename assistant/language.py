"""The language a message is written in, by the words that only one of the two uses.

>>> from ingest.french import words
>>> language(words("Which co-ops near Gatineau have a walk-in clinic?"))
'en'
>>> language(words("de la physio à Gatineau")), language(words("Gatineau ?"))
('fr', '')
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from ingest.french import Word


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    text = files("assistant").joinpath("lexicon").joinpath("languages.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    return frozenset(lists["english"].split()), frozenset(lists["french"].split())


def language(said: Iterable[Word]) -> str:
    """ "en", "fr", or "" where the words tell neither: the conversation then decides. A tie is read as French."""
    english, french = _lists()
    told = [word.folded for word in said]
    in_english, in_french = sum(w in english for w in told), sum(w in french for w in told)
    if in_english > in_french:
        return "en"
    return "fr" if in_french else ""
