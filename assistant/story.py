"""What of a message asks for something: a story round the question, and verbs that ask for nothing, claim no answer.

"Je fais un reportage sur les cliniques achalandées : lesquelles gèrent au moins dix mille dossiers ?" asks only the
last clause; "roulent" of "quelles coops roulent avec deux médecins" is a verb of any subject.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from assistant.phrases import Message
from ingest.french import words

_CLAUSE_END = re.compile(r"[.!?:;…]+(?=\s|$)")
_ASKS = re.compile(
    r"(?<!\S)(?:quel\w*|lesquel\w*|laquelle|lequel|combien|cmb|qui|ou (?:est|sont|puis|peut|aller|trouver)|est ce qu\w*"
    r"|y a t il|y a tu|quoi|comment|pourquoi|quand|which|what|how|who|where|is there|are there|liste[rz]|nomm\w*"
    r"|enumer\w*|donne[rzs]?|montr\w*|dress\w*)(?!\S)"
)
# Whoever says so in a story says what to look for.
_SEEKS = re.compile(
    r"(?<!\S)(?:(?:re)?cherch\w*|besoin|voudr\w*|veux|veut|voulons|aimer\w*|faut|trouver|interess\w*|souhait\w*|desir\w*"
    r"|looking|need|want\w*)(?!\S)"
)
_ENDINGS = (
    "e es ent er ez ons ant ait aient ais era eront erait a ai ee ees i is it ie ies ir ira issent issait u ue us ues"
    " t ts s nt re r rent"
)


def told_only(message: Message) -> frozenset[int]:
    """The words of the clauses that only tell a story, where another clause asks; none where nothing asks.

    >>> from ingest.french import words
    >>> text = "Mon chum est omnipraticien. Quelles coops recrutent ?"
    >>> sorted(told_only(Message(text, words(text))))
    [0, 1, 2, 3]
    """
    clauses, first = [], 0
    for end in [*(m.start() for m in _CLAUSE_END.finditer(message.text)), len(message.text)]:
        last = sum(1 for word in message.words if word.start < end)
        if last > first:
            clauses.append((first, last))
            first = last
    said = [" ".join(w.folded for w in message.words[a:b]) for a, b in clauses]
    asking = [bool(_ASKS.search(text)) for text in said]
    if not any(asking):
        return frozenset()
    told = (c for c, text, asks in zip(clauses, said, asking, strict=True) if not asks and not _SEEKS.search(text))
    return frozenset(index for a, b in told for index in range(a, b))


def without_story(text: str) -> str:
    """The words of the clauses that ask, folded."""
    message = Message(text, words(text))
    told = told_only(message)
    return " ".join(word.folded for index, word in enumerate(message.words) if index not in told)


def asks_nothing(word: str) -> bool:
    """Whether a folded word is a form of a verb of `verbs.txt`."""
    return _verbs().fullmatch(word) is not None


@cache
def _verbs() -> re.Pattern[str]:
    text = files("assistant").joinpath("lexicon").joinpath("verbs.txt").read_text(encoding="utf-8")
    roots = [root for line in text.splitlines() if not line.startswith("#") for root in line.split()]
    return re.compile(rf"(?:{'|'.join(sorted(roots, key=len, reverse=True))})(?:{'|'.join(_ENDINGS.split())})?")
