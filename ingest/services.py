"""The lexicon of services: what a text names, in the documents' words or in people's.

>>> lexicon = load_lexicon()
>>> text = "prises de sang, physio et soin des pieds"
>>> [(m.code, text[m.start:m.end]) for m in lexicon.mentions(text, people=True)]
[('prelevements', 'prises de sang'), ('physiotherapie', 'physio'), ('soins_pieds', 'soin des pieds')]
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from ingest.phrases import PhraseBook, tokens


@dataclass(frozen=True, slots=True)
class Term:
    """One service of the lexicon. `parts` count as this one when it is asked for broadly; `near` never do."""

    code: str
    name: str
    le: str
    en: str
    words: tuple[str, ...]
    people: tuple[str, ...]
    ask: tuple[str, ...]
    near: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A service named in a text, at raw offsets. Not `sure`: the word fits several services, or none ("médecin")."""

    code: str
    start: int
    end: int
    sure: bool = True


_Payload = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every service, in the order of the file, and the words that name them."""

    terms: Mapping[str, Term]
    _documents: PhraseBook[_Payload]
    _people: PhraseBook[_Payload]
    professions: PhraseBook[str]  # the documents' words, each for one code: what "2 psychologues" counts

    def __getitem__(self, code: str) -> Term:
        return self.terms[code]

    def mentions(self, text: str, people: bool = False) -> tuple[Mention, ...]:
        """The services that `text` names, longest words first taken, in order, never overlapping.

        With `people`, also the words that only people use: for a visitor's message, never for a document. A phrase that
        names two services ("avec et sans rendez-vous") gives two mentions of the same place.
        """
        book = self._people if people else self._documents
        return tuple(
            Mention(code, found.start, found.end, sure) for found in book.find(text) for code, sure in found.payload
        )

    def asked(self, code: str) -> tuple[str, ...]:
        """The codes that answer a question about `code`: itself, then its parts and theirs."""
        found: list[str] = []
        waiting = [code]
        while waiting:
            here = waiting.pop(0)
            if here not in found:
                found.append(here)
                waiting += self.terms[here].parts
        return tuple(found)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of `lexicon/services.toml`. Raises `ValueError` where it names a code that it doesn't define."""
    return build_lexicon((files("ingest") / "lexicon" / "services.toml").read_text(encoding="utf-8"))


def build_lexicon(toml: str) -> Lexicon:
    """A lexicon from the text of such a file."""
    data = tomllib.loads(toml)
    terms = {row["code"]: _term(row) for row in data["service"]}
    if len(terms) != len(data["service"]):
        raise ValueError("services.toml defines a code twice")
    for term in terms.values():
        if unknown := [code for code in term.near + term.parts if code not in terms]:
            raise ValueError(f"services.toml, {term.code}: unknown code {unknown[0]}")
    ignored = tuple(data.get("ignore", ()))
    return Lexicon(
        terms=MappingProxyType(terms),
        _documents=_book(terms.values(), ignored, people=False),
        _people=_book(terms.values(), ignored, people=True),
        professions=PhraseBook((word, term.code) for term in terms.values() for word in term.words),
    )


def _term(row: dict[str, Any]) -> Term:
    lists = {field: tuple(row.get(field, ())) for field in ("words", "people", "ask", "near", "parts")}
    return Term(row["code"], row["name"], row["le"], row["en"], **lists)


def _book(terms: Iterable[Term], ignored: tuple[str, ...], people: bool) -> PhraseBook[_Payload]:
    """Phrases that read the same, written under several services, stand for all of them."""
    payloads: dict[str, dict[str, bool]] = {_forms(phrase): {} for phrase in ignored}
    for term in terms:
        sure = term.words + ((*term.people, term.en) if people else ())
        unsure = term.ask if people else ()
        for word in sure:
            payloads.setdefault(_forms(word), {})[term.code] = True
        for word in unsure:
            payloads.setdefault(_forms(word), {}).setdefault(term.code, False)
    return PhraseBook((phrase, tuple(codes.items())) for phrase, codes in payloads.items())


def _forms(phrase: str) -> str:
    """The phrase without its small words, so that two ways of writing it share one entry."""
    row = tokens(phrase)
    return " ".join(token.form for token in row if not token.small) or phrase
