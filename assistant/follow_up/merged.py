"""What no finer rule took: the pieces that an elliptical message names, put in the place of those of the last question.

A message that names no co-op, clinic or document of its own ("quelque chose plus vers Saint-Hyacinthe ?") is no whole
question: the place, services, conditions or field that it says replace what was asked, and all the rest stays.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.editing import looked_for_in
from assistant.filters import together
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import LOCATED_TASKS, links
from assistant.hearing import Heard
from assistant.question import Question, Task

LONGEST = 14  # words: a longer message tells a story of its own
_NOUN = re.compile(
    r"(?<!\S)(?:coops?|cooperatives?|co ops?|cliniques?|clinics?|etablissements?|quelqu un"
    r"|(?<!celles )(?<!ceux )qui|who)(?!\S)"
)
_LISTS = (*LOCATED_TASKS, Task.UNKNOWN_PLACE, Task.CLARIFY_PLACE)


def merged(said: Sequel) -> Question | None:
    """The last list with the place, services and conditions that the message names in the stead of its own."""
    question, heard = said.last.question, said.heard
    if heard.radius_km is not None and question.task not in _LISTS:  # "plus loin, genre 40 km, avec un dentiste"
        searches = (t.question for t in reversed(said.turns) if t.question.task in _LISTS)
        question = next((q for q in searches if q.place is not None), question)
    if question.task not in _LISTS or not elliptical(said) or heard.fields or heard.topics or heard.left:
        return None
    if any(n.sure and n.how not in ("place", "number") for n in heard.named):
        return None
    plain = Question(said.alone.message, Task.LIST, language=said.alone.language)
    piece = said.reader.of_table(said.reader.where.where(plain, heard, None), heard)
    if piece.task is not Task.LIST:
        return None
    located = piece.place is not None or piece.areas or piece.regions
    if not (located or piece.services or piece.filters):
        return None
    where, corrected = piece if located else question, "correct" in said.cues
    sought = question.task in (Task.RANK, Task.SUM, Task.MEAN) and piece.services  # no one ranks whom he seeks
    task = question.task if question.task in LOCATED_TASKS and not sought else Task.LIST
    if sought:
        question = replace(question, measure=None, limit=None, nth=1, topic="", fields=())
    return replace(
        looked_for_in(question, where),
        task=task,
        radius_km=heard.radius_km or question.radius_km,
        services=piece.services or question.services,
        either=piece.either if piece.services else question.either,
        lacking=piece.lacking if piece.services else question.lacking,
        filters=piece.filters
        if corrected and piece.filters
        else together(question.filters, piece.filters, said.reader.directory),
        unsaid_words=(),
    )


def elliptical(said: Sequel) -> bool:
    """Whether the message leaves out what it is about, and so asks of what was spoken of."""
    heard = said.heard
    if len(heard.message.words) > LONGEST or _NOUN.search(heard.message.folded):
        return False
    whole = bool(heard.services) and bool(heard.places) and not (links(heard) or "correct" in said.cues)
    return not whole and not heard.cue("federation", "report", "brochure", "network", "table") and not _own(heard)


def _own(heard: Heard) -> bool:
    """Whether something is counted or ranked that the message names itself."""
    return heard.cue("count", "most", "least", "mean", "total", "rank") and bool(heard.services or heard.fields)
