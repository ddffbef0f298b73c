"""A message about a co-op without the co-op's name: what is asked, as it would be asked of any other.

>>> without_names("La coop de Thurso a-t-elle un gym ?", ((11, 17),))
'La coop a-t-elle un gym ?'
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.naming import Names
from assistant.phrases import Message
from ingest.entry import Entry
from ingest.french import key, words

_DANGLING = re.compile(
    r"(?:\s*,)?\s*(?:\b(?:mrc|à|a|au|aux|de|du|des|d|en|chez|pour|dans|sur|la|le|les|l)\b\s*['’]?\s*)+$", re.IGNORECASE
)


def nameless(text: str, entry: Entry, names: Names) -> str:
    """The text without what names this co-op, by its name or its town, and the small words that lead to it."""
    message = Message(text, words(text))
    named = [(n.first, n.last) for n in names.find(message) if entry.position in n.positions]
    town = key(entry.municipality.value or "").split()
    folded = [word.folded for word in message.words]
    if town:
        starts = (i for i in range(len(folded)) if folded[i : i + len(town)] == town)
        named += [(i, i + len(town)) for i in starts]
    return without_names(text, ((message.words[first].start, message.words[last - 1].end) for first, last in named))


def without_names(text: str, named: Iterable[tuple[int, int]]) -> str:
    """The text without these places, given as characters."""
    kept, at = "", 0
    for start, end in sorted(named, key=lambda place: (place[0], -place[1])):
        if start >= at:
            kept += _DANGLING.sub("", text[at:start])
            at = end
    return (kept + text[at:]).strip()
