"""Finds the phrases of a lexicon in a message, on folded words, with the place of each.

A lexicon is a TOML file of `code = ["phrase", …]`. Phrases are written folded: no capitals, accents,
apostrophes or hyphens ("liste d attente"). `*` ends a word of any ending, `( de)?` may be there or not, `( de)*` any
number of times, `(a|b)` is a choice, so that a French speaker corrects a list without reading Python:

    count = ["combien( de)?", "nombre de"]
    emails = ["courriel*", "adresse (courriel|electronique)"]

A code that begins with `_` is a class of words, heard only in the phrases that name it between angle brackets, so that
what may be combined is written once: `_first = ["en tete", "premiere"]`, `most = ["arrive <first>", "est <first>"]`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from importlib.resources import files

from ingest.french import Word

REMEMBERED = 32  # messages, and parts of them: a question is heard in some twenty ways


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the lexicon found in a message: word indexes, `first` included, `last` not."""

    code: str
    first: int
    last: int


class Message:
    """A message as folded words, with the way back from a place in the folded text to the word it stands in."""

    def __init__(self, text: str, words: tuple[Word, ...]) -> None:
        self.text = text
        self.words = words
        self.folded = " ".join(word.folded for word in words)
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        offset = 0
        for index, word in enumerate(words):
            self._starts[offset] = index
            offset += len(word.folded)
            self._ends[offset] = index + 1
            offset += 1

    def hit(self, code: str, start: int, end: int) -> Hit | None:
        """The hit of `folded[start:end]`, None where it cuts a word."""
        if start in self._starts and end in self._ends:
            return Hit(code, self._starts[start], self._ends[end])
        return None

    def raw(self, hit: Hit) -> str:
        """The typed characters of a hit."""
        return self.text[self.words[hit.first].start : self.words[hit.last - 1].end]


class Phrases:
    """The compiled phrases of one lexicon file of this package."""

    def __init__(self, name: str) -> None:
        content = files("assistant").joinpath("lexicon").joinpath(name).read_text(encoding="utf-8")
        lists = tomllib.loads(content)
        self._patterns = {
            code: one_of([_composed(phrase, lists) for phrase in phrases])
            for code, phrases in lists.items()
            if not code.startswith("_")
        }
        self._latest: dict[str, tuple[Hit, ...]] = {}  # of the messages of now: each is read several times

    def vocabulary(self) -> set[str]:
        """The plain words of the phrases, and the long beginnings of words whose ending varies ("president\\w*")."""
        said = r"(?<![\\\w])(?:[a-z]{2,}(?![\w*\\])|[a-z]{7,}(?=\\w\*))"
        whole = {word for pattern in self._patterns.values() for word in re.findall(said, pattern.pattern)}
        shorter = r"(?<![\\\w])([a-z]{3,})[a-z](?=\?)"  # "deuxiemes?" is "deuxieme" as well
        return whole | {word for pattern in self._patterns.values() for word in re.findall(shorter, pattern.pattern)}

    def hits(self, message: Message) -> tuple[Hit, ...]:
        """Every phrase of every code, in the order of the message; hits of different codes may overlap."""
        latest = self._latest.get(message.folded)
        if latest is None:
            if len(self._latest) == REMEMBERED:
                self._latest.clear()
            latest = self._latest[message.folded] = self._hits(message)
        return latest

    def _hits(self, message: Message) -> tuple[Hit, ...]:
        found = []
        for code, pattern in self._patterns.items():
            for match in pattern.finditer(message.folded):
                hit = message.hit(code, match.start(), match.end())
                if hit is not None:
                    found.append(hit)
        return tuple(sorted(found, key=lambda h: (h.first, -h.last, h.code)))


_CLASS = re.compile(r"<(\w+)>")


def _composed(phrase: str, lists: dict[str, list[str]]) -> str:
    """A phrase with the words of each class that it names: "est <first>" becomes "est (en tete|premiere)"."""

    def members(named: re.Match[str]) -> str:
        longest_first = sorted(lists[f"_{named.group(1)}"], key=len, reverse=True)
        return f"({'|'.join(_composed(member, lists) for member in longest_first)})"

    return _CLASS.sub(members, phrase)


def one_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern of lexicon phrases, the longest first, whole words only: said once, a word's end is seen at once."""
    either = "|".join(rf"(?:{_regex(p)})" for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\S)(?:{either})(?!\S)")


def _regex(phrase: str) -> str:
    """As a pattern: a star ends a word, but right behind a parenthesis it repeats ("( un| des)*")."""
    return re.sub(r"(?<!\\w)(?<!\))\*", r"\\w*", phrase)


def in_order(
    folded: list[str], wanted: tuple[str, ...], passed: Collection[str] = (), gap: int = 3
) -> tuple[int, int] | None:
    """Where the wanted words stand in order, at most `gap` words that may be `passed` between two of them."""
    for start, word in enumerate(folded):
        if word != wanted[0]:
            continue
        at, ok = start, True
        for nxt in wanted[1:]:
            step = at + 1
            while step < len(folded) and step - at <= gap and folded[step] != nxt and folded[step] in passed:
                step += 1
            if step >= len(folded) or folded[step] != nxt:
                ok = False
                break
            at = step
        if ok:
            return start, at + 1
    return None
