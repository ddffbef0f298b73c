"""A message about a co-op without the co-op's name: what is asked, as it would be asked of any other."""

from __future__ import annotations

from assistant.naming import Names
from assistant.phrases import Message
from ingest.entry import Entry
from ingest.french import key, words
from ingest.slots import without


def nameless(text: str, entry: Entry, names: Names) -> str:
    """The text without what names this co-op, by its name or its town, and the small words that lead to it."""
    message = Message(text, words(text))
    named = [(n.first, n.last) for n in names.find(message) if entry.position in n.positions]
    town = key(entry.municipality.value or "").split()
    folded = [word.folded for word in message.words]
    if town:
        starts = (i for i in range(len(folded)) if folded[i : i + len(town)] == town)
        named += [(i, i + len(town)) for i in starts]
    return without(text, ((message.words[first].start, message.words[last - 1].end) for first, last in named))
