"""Phrases found in a text whatever their case, accents, plural, gender or small words, with raw offsets.

>>> book = PhraseBook({"soins de pieds": "feet", "infirmier": "nurse"})
>>> text = "Infirmières ; soin des pieds"
>>> [(found.payload, text[found.start:found.end]) for found in book.find(text)]
[('nurse', 'Infirmières'), ('feet', 'soin des pieds')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingest.french import words

P = TypeVar("P")

# Words that may stand or not between two words of a phrase: "soins pieds", "soins des pieds", "soins de vos pieds".
_ARTICLES = ("a", "au", "aux", "d", "de", "des", "du", "l", "la", "le", "les")
_POSSESSIVES = ("ma", "mes", "mon", "sa", "ses", "son", "ta", "tes", "ton", "vos", "votre")
_SMALL = frozenset((*_ARTICLES, *_POSSESSIVES))
_MAX_SMALL = 3
_ENDINGS = (
    ("aux", "al"),
    ("iere", "ier"),
    ("ienne", "ien"),
    ("trice", "teur"),
    ("euse", "eur"),
    ("elle", "el"),
    ("ive", "if"),
    ("ale", "al"),
    ("ee", "e"),
)
_MASCULINE_ENDINGS = tuple(pair for pair in _ENDINGS if pair[0] != "aux")
# What may stand between two words of one phrase: a hyphen or an apostrophe, never a comma or the end of a clause.
_JOIN = re.compile(r"[\s'’`´‐‑–/*-]*")
_JOIN_ABBREVIATION = re.compile(r"\.?[\s'’`´‐‑–/*-]*")
_LONGEST_ABBREVIATION = 9


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `form` is folded, singular and masculine."""

    form: str
    small: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found(Generic[P]):
    """A phrase found: what it stands for, and where in the raw text."""

    payload: P
    start: int
    end: int


def form(folded: str) -> str:
    """Singular and masculine, roughly: only meant for comparing a form with a form.

    >>> form("infirmieres"), form("medicaux"), form("specialisee")
    ('infirmier', 'medical', 'specialise')
    """
    if len(folded) <= 3:
        return folded
    if folded.endswith("aux"):
        return folded[:-3] + "al"
    if folded.endswith(("s", "x")) and not folded.endswith("ss"):
        folded = folded[:-1]
    for ending, replacement in _MASCULINE_ENDINGS:
        if folded.endswith(ending) and len(folded) > len(ending) + 2:
            return folded[: -len(ending)] + replacement
    return folded


def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` as forms, with raw offsets."""
    return tuple(Token(form(w.folded), w.folded in _SMALL, w.start, w.end) for w in words(text))


class PhraseBook(Generic[P]):
    """Phrases and what each stands for; the longest one wins, and two found never overlap."""

    def __init__(self, phrases: Mapping[str, P] | Iterable[tuple[str, P]]) -> None:
        pairs = phrases.items() if isinstance(phrases, Mapping) else phrases
        self._by_first: dict[str, list[tuple[tuple[str, ...], P]]] = {}
        for phrase, payload in pairs:
            forms = _content(phrase)
            if not forms:
                raise ValueError(f"empty phrase {phrase!r}")
            self._by_first.setdefault(forms[0], []).append((forms, payload))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, text: str) -> tuple[Found[P], ...]:
        """Every phrase of `text`, in order."""
        row, index, found = tokens(text), 0, []
        while index < len(row):
            match = self._at(text, row, index)
            if match is None:
                index += 1
                continue
            payload, last = match
            found.append(Found(payload, row[index].start, row[last].end))
            index = last + 1
        return tuple(found)

    def starting(self, text: str, offset: int = 0) -> Found[P] | None:
        """The phrase that starts at the first word of `text` from `offset`, if any."""
        row = tuple(token for token in tokens(text) if token.start >= offset)
        match = self._at(text, row, 0) if row else None
        return Found(match[0], row[0].start, row[match[1]].end) if match else None

    def _at(self, text: str, row: tuple[Token, ...], index: int) -> tuple[P, int] | None:
        for forms, payload in self._by_first.get(row[index].form, ()):
            if (last := _follow(text, row, index, forms)) is not None:
                return payload, last
        return None


def _content(phrase: str) -> tuple[str, ...]:
    row = tokens(phrase)
    return tuple(token.form for token in row if not token.small) or tuple(token.form for token in row)


def _follow(text: str, row: tuple[Token, ...], index: int, forms: tuple[str, ...]) -> int | None:
    """The index of the last token where `forms` stand one after the other from `index`, small words aside."""
    for wanted in forms[1:]:
        skipped = 0
        while True:
            before, index = index, index + 1
            if index == len(row) or not _joined(text, row[before], row[index]):
                return None
            if row[index].form == wanted:
                break
            skipped += 1
            if not row[index].small or skipped > _MAX_SMALL:
                return None
    return index


def _joined(text: str, left: Token, right: Token) -> bool:
    join = _JOIN_ABBREVIATION if left.end - left.start <= _LONGEST_ABBREVIATION else _JOIN
    return join.fullmatch(text, left.end, right.start) is not None
