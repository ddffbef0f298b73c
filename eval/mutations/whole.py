"""The assistant as it is, whole, and the ways of building a copy with one piece broken.

Nothing of it outlives a copy: data are replaced, not changed; classes are broken by inheriting from them; what can only
be patched is patched while a copy is built, or while it replies, and put back at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import assistant.assistant
import assistant.understand
from assistant.assistant import Assistant
from assistant.hearing import Ear, Heard
from eval.door import ReplyTo, door_of
from index.directory import Directory
from index.embedding import SentenceTransformerEmbedder
from index.evidence import Evidence
from index.places import Gazetteer
from index.search import Index
from index.units import units_of
from ingest.french import words
from ingest.library import Library
from ingest.services import load_lexicon

HEARD_WITH = frozenset({"Gazetteer", "load_lexicon"})  # besides the library: what an ear is made of
HEARD_IN_A_ROW = ("position", "span", "number", "name", "contact", "address", "municipality")


class WordIndex(Index):
    """Searches by words only: nothing heavy is loaded, and a reply takes milliseconds."""

    def __init__(self, library: Library) -> None:
        super().__init__(library, units_of(library), SentenceTransformerEmbedder(), (Path(), "", None))

    def search(self, text: str, limit: int, legs: Collection[str] = ()) -> tuple[Evidence, ...]:
        return super().search(text, limit, ("lexical",))


class QuickEar(Ear):
    """Hears each message once: copies that listen as the whole assistant does share it."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._heard: dict[str, Heard] = {}

    def hear(self, text: str) -> Heard:
        if text not in self._heard:
            self._heard[text] = super().hear(text)
        return self._heard[text]


@dataclass(frozen=True)
class Whole:
    """The assistant over the library of the real documents."""

    library: Library

    @cached_property
    def reply_to(self) -> ReplyTo:
        """Its door, nothing broken."""
        return remembered(self.rebuilt())

    def rebuilt(self, library: Library | None = None, kind: type[Assistant] = Assistant, **parts: object) -> ReplyTo:
        """The door of a copy: of another library, of another class, or with `parts` in the place of the names that
        `assistant.assistant` uses (`Directory`, `Gazetteer`, `ProseSearch`, `Understanding`)."""
        of = library or self.library
        alike = HEARD_WITH.isdisjoint(parts) and _heard_in(of) == _heard_in(self.library)
        return self._built(of, kind, (lambda *_: self._ear) if alike else Ear, **parts)

    def reworded(self, change: Callable[[str, dict[str, Any]], Mapping[str, Any]]) -> ReplyTo:
        """The door of a copy whose replies `change` after everything else: a message and its reply give another."""

        def reply(message: str, conversation: Any) -> tuple[Mapping[str, Any], Any]:
            raw, after = self.reply_to(message, conversation)
            return change(message, dict(raw)), after

        return reply

    def while_replying(self, place: ModuleType | type, **values: object) -> ReplyTo:
        """The door of a copy whose replies are made with other values of these names in a module or a class."""
        reply_to = self._built(self.library, Assistant, Ear)

        def reply(message: str, conversation: Any) -> tuple[Mapping[str, Any], Any]:
            with swapped(place, **values):
                return reply_to(message, conversation)

        return reply

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer.load()

    @cached_property
    def _ear(self) -> QuickEar:
        prose = frozenset(word.folded for passage in self.library.passages for word in words(passage.text))
        return QuickEar(Directory(self.library.entries, self._gazetteer), load_lexicon(), self._gazetteer, prose)

    def _built(self, library: Library, kind: type[Assistant], ear: object, **parts: object) -> ReplyTo:
        places = SimpleNamespace(load=lambda: self._gazetteer)  # never changed, and slow to load
        with swapped(assistant.assistant, **{"Gazetteer": places} | parts), swapped(assistant.understand, Ear=ear):
            return door_of(kind(WordIndex(library)), library)


def _heard_in(library: Library) -> list[list[object]]:
    """What an ear knows of a library: the names of its co-ops, their people and their places.

    Copies that change nothing of it share an ear. It still knows the co-op whose phone is typed and the words of a
    passage that was lost: that only makes such mutations harder to notice.
    """
    return [[getattr(entry, field) for field in HEARD_IN_A_ROW] for entry in library.entries]


def remembered(reply_to: ReplyTo) -> ReplyTo:
    """The same door, which keeps what it replied: the same words in the same conversation are answered once."""
    kept: dict[tuple[str, ...], tuple[Mapping[str, Any], Any]] = {}

    def reply(message: str, conversation: Any) -> tuple[Mapping[str, Any], Any]:
        before, inner = conversation or ((), None)
        said = (*before, message)
        if said not in kept:
            kept[said] = reply_to(message, inner)
        raw, after = kept[said]
        return raw, (said, after)

    return reply


@contextmanager
def swapped(place: ModuleType | type, **values: object) -> Iterator[None]:
    """Other values for these names of a module or a class, put back whatever happens.

    >>> import math
    >>> with swapped(math, pi=3):
    ...     math.pi
    3
    >>> round(math.pi, 2)
    3.14
    """
    before = {name: getattr(place, name) for name in values}
    try:
        for name, value in values.items():
            setattr(place, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(place, name, value)
