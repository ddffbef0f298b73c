"""Co-ops left out of what is asked: "combien de coops si on enlève celles qui n'ont pas de médecin ?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import services_lacked, services_wanted
from assistant.filters import criteria
from assistant.hearing import Heard
from assistant.phrases import Hit, Message
from assistant.question import Question, Task
from assistant.where import Where
from index.areas import Outside
from index.criteria import Except, OneOf, Unless

_LEAVES_OUT = re.compile(
    r"(?<!\S)(?:mais |but )?(?:(?:si|quand|if|when) (?:on |je |j |tu |vous |nous |we |i |you )?)?(?:en |y )?"
    r"(?:(?:enlev|exclu|retir|soustra|ecart|elimin)\w*|ote[rzs]?|(?:sans|not) (?:compter|counting)|sauf|hormis"
    r"|excepte\w*|(?:mise?s? )?a part|a l exception d(?:e|es)|except(?: for)?|leav\w+ out)(?: toutes| all)? "
    r"(?:celles?|ceux|(?:les |des )?(?:coops?|cooperatives?|cliniques?)|the ones?|those) "
    r"(?=(?:qui|avec|sans|en|ou|dont|ayant|de|d|du|des|a|au|dans|that|which|with|without|in|of|where)(?!\S))"
)
# "sauf Shawinigan", "à part celle de Thurso", "mais pas à Gatineau": right before a place or a co-op named.
_LEAVES_A_PLACE = re.compile(
    r"(?<!\S)(?:mais |but )?(?:(?:sans|not) (?:compter|inclure|counting|including)|sans|sauf|hormis|excepte\w*"
    r"|(?:qui )?ne (?:sont|se (?:trouvent|situent)|figurent) pas(?: situee?s)?"
    r"|(?:mis\w* )?a part|(?:en )?excluant|a l exception|except(?: for)?|excluding|(?:mais|but) (?:pas|not)"
    r"|(?:en )?(?:de)?hors|a l exterieur|(?:ailleurs|autres?(?: part)?|partout ailleurs) qu|outside)"
    r"(?: (?:celles?|celui|la|le|l|les|coops?|cooperatives?|cliniques?|region|ville|de|d|du|des|en|a|au|aux|dans|pour"
    r"|the|ones?|in|of|from))*$"
)
_BESIDE = re.compile(
    r"(?:,|\s+(?:et|ou|ni|pis|and|or|nor)\b)(?:[\s'’]*(?:[àa]|aux?|en|de|d|du|des|la|le|l|les|celles?|in|of)\b)*[\s'’]*",
    re.I,
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


def places_apart(heard: Heard) -> tuple[str, str] | None:
    """The same of places and co-ops named right behind "sauf": "les coops de la Mauricie, à part Shawinigan"."""
    said = heard.message.words
    spans = [(p.first, p.last) for p in heard.places] + [(n.first, n.last) for n in heard.named if n.how != "number"]
    left: Hit | None = None
    for first, last in sorted(spans):
        if left is None:
            match = _LEAVES_A_PLACE.search(" ".join(w.folded for w in said[:first]))
            left = Hit("left out", first - len(match.group().split()), last) if match else None
        elif _BESIDE.fullmatch(heard.message.text[said[left.last - 1].end : said[first].start]):
            left = Hit("left out", left.first, last)
    if left is None:
        return None
    text, start, end = heard.message.text, said[left.first].start, said[left.last - 1].end
    rest = f"{text[:start]}{text[end:]}"
    told = next(first for first, _ in sorted(spans) if first >= left.first)
    if text[said[told - 1].start : said[told].start] in ("Le ", "La ", "Les "):
        told -= 1  # the article of a name
    return (rest, f"quelles coops de {text[said[told].start : end]}") if re.search(r"\w", rest) else None


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
    each = [n for n in gone.named if n.sure and len(n.positions) == 1]
    if places and len(each) > len(places):  # "Le Rocher et celle de Shawinigan": co-ops, each by its name
        places = ()
    named = () if places else tuple(p for n in gone.named if n.sure for p in n.positions)
    kinds = [bool(out), bool(services), bool(places), bool(named)]
    if gone.left or (places and len(places) < len(gone.places)) or kinds.count(True) != 1:
        return replace(question, task=Task.LIST, services=(), unsaid_words=gone.left or gone.content)
    if named:
        return replace(question, filters=(*question.filters, Except(named)))
    if places:
        return replace(question, filters=(*question.filters, Outside(places)))
    if services:
        lacked = services_lacked(gone)  # left out for lacking it: the others have it
        had = tuple(s for s in services if s not in lacked)
        return replace(question, services=(*question.services, *services), lacking=(*question.lacking, *had))
    others = tuple(Unless(c) for c in out)
    return replace(question, filters=(*question.filters, others[0] if len(others) == 1 else OneOf(others)))
