"""One assistant over the real corpus, for tests: the search is by words alone, so nothing heavy is loaded.

ask("physio près de Gatineau ?", "et à Thurso ?")[-1].answer.text
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from assistant.assistant import Assistant
from assistant.conversation import Conversation, Turn
from assistant.question import Question, Task
from assistant.understand import Understanding
from index.directory import Directory
from index.evidence import Evidence
from index.places import Gazetteer
from index.search import Index
from index.units import units_of
from ingest.french import words
from ingest.library import Library, read_library
from ingest.services import load_lexicon
from tests.fakes import FakeEmbedder

ROOT = Path(__file__).parents[2]
NOWHERE = (Path("/nowhere"), "none", None)


class WordIndex(Index):
    """An index that searches by words only."""

    def search(self, text: str, limit: int, legs: Collection[str] = ("lexical",)) -> tuple[Evidence, ...]:
        return super().search(text, limit, legs)


@cache
def library() -> Library:
    return read_library(ROOT / "corpus")


@cache
def assistant() -> Assistant:
    return Assistant(WordIndex(library(), units_of(library()), FakeEmbedder(), NOWHERE))


@cache
def reader() -> Understanding:
    prose = frozenset(word.folded for passage in library().passages for word in words(passage.text))
    return Understanding(Directory(library().entries, Gazetteer.load()), load_lexicon(), prose)


def ask(*messages: str) -> tuple[Turn, ...]:
    """The turns of one conversation."""
    conversation = Conversation()
    for message in messages:
        conversation = conversation.then(assistant().reply(message, conversation))
    return conversation.turns


def understood(message: str) -> Question:
    """A message by itself."""
    return reader().understand(message, Conversation())


_OF_NAMED = (Task.FIELDS, Task.CLARIFY_ENTRY, Task.UNKNOWN_ENTRY)
_TOLD = ["subjects", "services", "either", "planned", "lacking", "radius_km", "regions", "filters", "measure", "limit"]


def essentials(question: Question) -> dict[str, object]:
    """What a question asks for, without how it was typed: only what is set, places and territories by name."""
    asked: dict[str, object] = {"task": question.task.value}
    asked |= {name: value for name in _TOLD if (value := getattr(question, name))}
    if question.task in _OF_NAMED:  # elsewhere they are columns that a list may also show
        asked |= {"fields": question.fields} if question.fields else {}
    if question.place is not None:
        asked["place"] = question.place.name
    if question.areas:
        asked["areas"] = tuple(area.name for area in question.areas)
    if not question.descending:
        asked["least"] = True
    return asked
