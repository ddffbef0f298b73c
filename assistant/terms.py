"""Turns texts into comparable terms: synonyms folded to one name each, the rest stemmed.

A document and a question are read by the same groups (`synonyms.txt`); a question also by the hints
(`hints.txt`, and for an English one `english.txt`), which say what people's words may mean in the
documents' own: "cenne" becomes "cen|=capacit_de_pai|statut", any of them.

>>> Terms().of("Les omnipraticiens")
('les', '=medecins')
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from importlib.resources import files

from index.cells import stem
from ingest.french import key
from ingest.phrases import form

ANY = "|"  # stands between the terms that one word may mean
_SILENT = "."  # right side of a hint whose words ask for nothing
_NOTHING = "-"  # right side of a hint whose words mean something that no document holds

Row = tuple[str, ...]
Book = dict[str, list[tuple[Row, str]]]


class Terms:
    """The groups, the hints and the light words, compiled once."""

    def __init__(self) -> None:
        groups = [_members(line) for line in _lines("synonyms.txt")]
        self._names = _by_first((_stems(m), "=" + group[0].replace(" ", "_")) for group in groups for m in group)
        hints = [line.split(" > ") for line in _lines("hints.txt")]
        english = [line.split(" > ") for line in _lines("english.txt")]
        pointed = dict.fromkeys(
            m for _, right in (*hints, *english) for m in _members(right) if " " in m and not self._is_name(m)
        )
        self._marks = _by_first((_stems(m), _mark(m)) for m in pointed)
        self._hints = _by_first((_forms(m), self._meant(m, right)) for left, right in hints for m in _members(left))
        self._english = _by_first((_forms(m), self._meant(m, right)) for left, right in english for m in _members(left))
        self._light = frozenset(_stem(w) for line in _lines("light.txt") for w in line.split())

    def of(self, text: str) -> tuple[str, ...]:
        """The terms of a document's text, in order, repeats kept; then the phrases in it that hints point to."""
        stems = _stems(text)
        return (*_named((stems, self._names)), *_found(stems, self._marks))

    def asked(self, text: str, english: bool = False) -> tuple[str, ...]:
        """The terms of a question: what its words say or may mean; of an `english` one, in the documents' French."""
        readings = [(_stems(text), self._names), (_forms(text), self._hints)]
        if english:
            readings.append((_forms(text), self._english))
        return tuple(term for term in _named(*readings) if term)

    def is_light(self, term: str) -> bool:
        """Whether a term asks for nothing by itself."""
        return term in self._light

    def _meant(self, phrase: str, right: str) -> str:
        """What a phrase of people's may mean: itself where it is one word, and the terms of the right side."""
        if right == _NOTHING:
            return _mark(phrase)
        if right == _SILENT:
            return ""
        own = self.of(phrase)[:1] if " " not in phrase else ()
        meant = [_mark(m) if " " in m and not self._is_name(m) else self.of(m)[0] for m in _members(right)]
        return ANY.join(dict.fromkeys((*own, *meant)))

    def _is_name(self, phrase: str) -> bool:
        stems = _stems(phrase)
        return any(known == stems for known, _ in self._names.get(stems[0], ()))


def _named(*readings: tuple[Row, Book]) -> Iterator[str]:
    """Each word's stem, or the name of the longest phrase that starts at it; of two as long, the last reading's."""
    stems, at = readings[0][0], 0
    while at < len(stems):
        length, name = 1, stems[at]
        for row, book in readings:
            for phrase, known in book.get(row[at], ()):
                if len(phrase) >= length and row[at : at + len(phrase)] == phrase:
                    length, name = len(phrase), known
        yield name
        at += length


def _found(stems: Row, book: Book) -> Iterator[str]:
    """Every phrase of the book that the stems hold, overlapping ones too."""
    for at, first in enumerate(stems):
        for phrase, name in book.get(first, ()):
            if stems[at : at + len(phrase)] == phrase:
                yield name


def _by_first(pairs: Iterable[tuple[Row, str]]) -> Book:
    book: Book = {}
    for phrase, name in pairs:
        book.setdefault(phrase[0], []).append((phrase, name))
    return book


def _words(text: str) -> list[str]:
    return key(text.replace("%", " pour cent ")).split()


def _stems(text: str) -> Row:
    return tuple(_stem(word) for word in _words(text))


def _stem(word: str) -> str:
    """The word's stem, or itself where the stem begins otherwise: « loyer » is no « loi »."""
    short = stem(word)
    return short if short[:3] == word[:3] else word


def _forms(text: str) -> Row:
    """The words without plural or feminine: closer to what is typed than stems, which take « dues » for « du »."""
    return tuple(form(word) for word in _words(text))


def _mark(phrase: str) -> str:
    return "=" + "_".join(_stems(phrase))


def _members(line: str) -> list[str]:
    return [member.strip() for member in line.split(",") if member.strip()]


def hinted_words() -> frozenset[str]:
    """The words that people use for what the documents say otherwise: none is a typing mistake."""
    lefts = (line.split(" > ")[0] for name in ("hints.txt", "english.txt") for line in _lines(name))
    return frozenset(word for left in lefts for member in _members(left) for word in member.split())


def _lines(name: str) -> list[str]:
    text = files("assistant").joinpath("lexicon").joinpath(name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def means(term: str, held: Collection[str]) -> bool:
    """Whether any of the terms that an asked one may mean is among `held`."""
    return any(t in held for t in alternatives(term))


def alternatives(term: str) -> tuple[str, ...]:
    """The terms that one asked term may mean.

    >>> alternatives("=medecins|resident")
    ('=medecins', 'resident')
    """
    return tuple(term.split(ANY))
