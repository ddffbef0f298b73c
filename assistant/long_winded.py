"""A question at the end of what is told about oneself, asked again without its beginning where the whole found nothing.

>>> list(endings("Pour mon travail, j'essaie de comparer, pis je voudrais savoir combien de coops il y a"))
['combien de coops il y a']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.story import ASKS
from ingest.french import key

SHORTEST = 9  # words of a message that may have a beginning of its own
LEAST = 3  # words of what is then asked
MOST = 5  # endings tried
# Where an ending may start: behind a comma, or behind what links it or says that one wants to know.
STARTS = re.compile(
    r"[,;:.!–]\s+(?:(?:pis|puis|et|mais|donc|fait que|alors|bon|ben|là|moi|nous autres|mettons),?\s+)*"
    r"(?:(?:je|j['’]|on|nous|y|(?:mon|ma|mes|il|elle|ils|elles)(?: \w+)??)"
    r"\s?(?:me |se |nous |m['’])?(?:voudr\w+|aimer\w+|veux|veut|cherch\w+|demand\w+|souhait\w+"
    r"|(?:ai|aurais) besoin de)\s+(?:bien )?(?:savoir|avoir|conna[iî]tre|trouver)?,?\s*)?"
    r"|\s+(?:pis|fait que)\s+",
    re.IGNORECASE,
)
# "J-P", "M. Roy" and "Notre-Dame" tell of nobody here
OF_ONESELF = re.compile(
    r"(?<!\w)(?:je|j(?=['’ ])|on|nous|mon|ma|mes|notre(?![ -]dame)|nos|moi|me|m(?=['’ ])|i|my|we|our)(?!\w)"
    r"|^\s*(?:pour|for)\s",
    re.IGNORECASE,
)
# A name or a number that is told may be what is asked about.
_SAYS_WHAT = re.compile(r"\d|(?<=\w\s)[A-ZÀ-Ý]\w")


# A sentence ends here: "Ouf, fausse alerte. …", "Tant pis ! …".
_SENTENCE_END = re.compile(r"(?<=[.!…])\s+(?=\S)")


def last_sentences(message: str) -> Iterator[tuple[str, str]]:
    """What a message says in its first sentences, that ask nothing, and what follows them; the longest end first.

    >>> list(last_sentences("Donc pas encore. Où y en a-t-il ?"))
    [('Donc pas encore.', 'Où y en a-t-il ?')]
    """
    for tried, match in enumerate(_SENTENCE_END.finditer(message)):
        told, ending = message[: match.start()], message[match.end() :]
        if tried == MOST or "?" in told or asks(told):
            return
        if len(ending.split()) > 1:
            yield told, ending


def endings(message: str) -> Iterator[str]:
    """What a long message asks once its first clauses are left out, told of oneself; the longest ending first."""
    if len(message.split()) < SHORTEST:
        return
    tried = 0
    for match in STARTS.finditer(message):
        told, ending = message[: match.start()], message[match.end() :].strip()
        if tried == MOST or len(ending.split()) < LEAST or not asks(ending):
            return
        if not OF_ONESELF.search(told) or _SAYS_WHAT.search(told) or asks(told):
            continue
        first = STARTS.split(ending)[0]
        if OF_ONESELF.search(first) and not asks(first):
            continue  # more is told before the question
        tried += 1
        yield ending


def asks(text: str) -> bool:
    return ASKS.search(key(text)) is not None
