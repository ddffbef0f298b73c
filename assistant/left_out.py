"""Co-ops left out of what is asked: "combien de coops si on enlève celles qui n'ont pas de médecin ?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import services_lacked, services_wanted
from assistant.filters import criteria
from assistant.hearing import Heard
from assistant.phrases import Message
from assistant.question import Question, Task
from assistant.where import Where
from index.areas import Outside
from index.criteria import OneOf, Unless

_LEAVES_OUT = re.compile(
    r"(?<!\S)(?:mais |but )?(?:(?:si|quand|if|when) (?:on |je |j |tu |vous |nous |we |i |you )?)?(?:en |y )?"
    r"(?:(?:enlev|exclu|retir|soustra|ecart|elimin)\w*|ote[rzs]?|(?:sans|not) (?:compter|counting)|sauf|hormis"
    r"|excepte\w*|(?:mise?s? )?a part|a l exception d(?:e|es)|except(?: for)?|leav\w+ out)(?: toutes| all)? "
    r"(?:celles?|ceux|(?:les |des )?(?:coops?|cooperatives?|cliniques?)|the ones?|those) "
    r"(?=(?:qui|avec|sans|en|ou|dont|ayant|de|d|du|des|a|au|dans|that|which|with|without|in|of|where)(?!\S))"
)
_CLAUSE_END = re.compile(r"[,;:?!.](?=\s|$)")
_RECKONED = (Task.LIST, Task.COUNT, Task.RANK, Task.SUM, Task.MEAN, Task.RATIO, Task.BY_REGION)


def parts(message: Message) -> tuple[str, str] | None:
    """What is asked, and those left out of it; None where none is, or nothing else is said.

    >>> from ingest.french import words
    >>> text = "Combien de coops en Estrie, sauf celles sans médecin ?"
    >>> parts(Message(text, words(text)))
    ('Combien de coops en Estrie, ?', 'quelles coops sans médecin')
    """
    match = _LEAVES_OUT.search(message.folded)
    hit = message.hit("left out", match.start(), match.end() - 1) if match else None
    if hit is None or hit.last == len(message.words):
        return None
    first, told = message.words[hit.first].start, message.words[hit.last].start
    end = _CLAUSE_END.search(message.text, told)
    last = end.start() if end else len(message.text)
    rest = message.text[:first] + message.text[last:]
    return (rest, f"quelles coops {message.text[told:last].strip()}") if re.search(r"\w", rest) else None


def of_the_others(question: Question, kept: Heard, gone: Heard, where: Where) -> Question | None:
    """The question without those left out; one that nothing answers where these are not understood."""
    if question.task not in _RECKONED:
        if not kept.cue("plural") or kept.left or question.subjects:
            return None
        question = replace(question, task=Task.COUNT if kept.cue("count") else Task.LIST, topic="")
    out, services = criteria(gone), services_wanted(gone)
    places = tuple(p for p in (where.reading(heard, gone) for heard in gone.places) if p is not None)
    if kept.services and gone.cue("planned") and not services and not places:
        return question  # "un gynécologue, sauf celles qui le souhaitent": no list of a service holds those
    if gone.left or len(places) < len(gone.places) or [bool(out), bool(services), bool(places)].count(True) != 1:
        return replace(question, task=Task.LIST, services=(), unsaid_words=gone.left or gone.content)
    if places:
        return replace(question, filters=(*question.filters, Outside(places)))
    if services:
        lacked = services_lacked(gone)  # left out for lacking it: the others have it
        had = tuple(s for s in services if s not in lacked)
        return replace(question, services=(*question.services, *services), lacking=(*question.lacking, *had))
    others = tuple(Unless(c) for c in out)
    return replace(question, filters=(*question.filters, others[0] if len(others) == 1 else OneOf(others)))
