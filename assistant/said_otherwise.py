"""A message in other words than the lexicons know, said as the plain question that it asks.

The corpus holds ways of asking, each under its plain question. They name nothing: a message is compared with them
without its co-op and its place, which are put back in the plain question. That one is then understood like any other:
what is learnt only proposes.
"""

from __future__ import annotations

import re

from assistant.hearing import Ear, Heard
from assistant.knowledge import Knowledge
from assistant.nameless import without_names
from assistant.wanted import wanted
from index.french_words import is_french
from ingest.anticipated import COOP, AnsweredBy, Anticipated
from ingest.french import key

# Likelihoods of `index.ways`, chosen on the development cases: see LOG.md.
LIKELY = 0.5  # from which a message that has no answer is taken to ask a plain question
SURELY = 0.8  # the same, where something else was answered
_NUMBER = re.compile(r"\d+")
_END = re.compile(r"\s*\?\s*$")


def said_plainly(
    message: str, ear: Ear, knowledge: Knowledge, subject: str = "", sequels: bool = False
) -> tuple[str, float] | None:
    """The plain question that a message asks, with its names, and how likely; None where something would be lost.

    `subject` is the name of the one co-op spoken of, "" where none is; `sequels`, whether a conversation goes on.
    """
    heard = ear.hear(message)
    named = {n.positions for n in heard.named if n.sure}
    if heard.conditions or len(named) > 1 or len(heard.places) > 1:
        return None
    if not all(is_french(word) for word in heard.left):
        return None  # a name, or a word that says more
    of_one = bool(named) or (bool(subject) and not heard.places and not heard.cue("plural", "table"))
    follows = sequels and not named and not heard.places

    def may_be(ways: Anticipated) -> bool:
        if ways.answered_by is AnsweredBy.SEQUEL:
            return follows
        return (COOP in ways.plainly) == of_one

    bare = _without_names(message, heard)
    found = knowledge.plainly(bare, may_be)
    if found is None:
        return None
    plain = found.ways.plainly
    if set(heard.service_codes) - heard.unsure - set(ear.hear(plain).service_codes):
        return None
    kind = wanted(key(bare))
    if kind is not None and kind.must and wanted(key(plain)) is not kind:
        return None
    if set(_NUMBER.findall(bare)) - set(_NUMBER.findall(plain)):
        return None
    return _with_its_names(plain, heard, knowledge, subject), found.likely


def _without_names(message: str, heard: Heard) -> str:
    """The message without the co-op and the place that it names."""
    said = heard.message.words
    named = [(n.first, n.last) for n in heard.named] + [(p.first, p.last) for p in heard.places]
    return without_names(message, ((said[a].start, said[b - 1].end) for a, b in named))


def _with_its_names(plain: str, heard: Heard, knowledge: Knowledge, subject: str) -> str:
    """The plain question about the co-op or the place that the message names, or about the co-op that is spoken of."""
    if COOP in plain:
        names = [n.positions[0] for n in heard.named if len(n.positions) == 1]
        name = knowledge.entry(names[0]).name.value if names else subject
        return plain.replace(COOP, name or "la coop")
    if not heard.places:
        return plain
    place = heard.places[0]
    said = heard.message.words
    words = heard.message.text[said[place.first].start : said[place.last - 1].end]
    return f"{_END.sub('', plain)} {place.lead or 'à'} {words} ?"
