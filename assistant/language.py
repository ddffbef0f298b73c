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
from importlib.resources import files

from ingest.french import Word

_LISTS = tomllib.loads(files("assistant").joinpath("lexicon").joinpath("languages.toml").read_text(encoding="utf-8"))
ENGLISH = frozenset(_LISTS["english"].split())
FRENCH = frozenset(_LISTS["french"].split())


def language(said: Iterable[Word]) -> str:
    """ "en", "fr", or "" where the words tell neither: the conversation then decides. A tie is read as French."""
    told = [word.folded for word in said]
    in_english, in_french = sum(w in ENGLISH for w in told), sum(w in FRENCH for w in told)
    if in_english > in_french:
        return "en"
    return "fr" if in_french else ""
