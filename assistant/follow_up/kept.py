"""Those kept of several co-ops that a column was asked of: "garde juste celles des Laurentides"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.follow_up.sequel import Sequel
from assistant.follow_up.shown import inside
from assistant.question import Question, Task


def those_standing_there(said: Sequel) -> Question | None:
    """ "garde juste celles des Laurentides" after the phones of several: the same of those of them that stand there."""
    question, heard = said.last.question, said.heard
    asked_of = question.subjects if question.task in (Task.FIELDS, Task.OFFER, Task.CARD, Task.TOPIC) else ()
    kept = len(heard.places) == 1 and _KEEP_THOSE.search(said.whole.message.folded)
    if len(asked_of) < 2 or not kept or heard.services or heard.filters or heard.conditions or heard.topics:
        return None
    there = inside(said, heard.places[0], asked_of)
    if not there or set(heard.field_codes) - set(question.fields):
        return None
    return replace(question, subjects=there)


_KEEP_THOSE = re.compile(
    r"(?<!\S)(?:gard\w+|conserv\w+|seulement|uniquement|juste|rien que|limit\w+|retien\w*|only|just|keep)"
    r"(?: (?:moi|nous|toi|donc|juste|seulement|uniquement|que|a|plutot|only|just))*"
    r" (?:celles?|les coops|les cliniques|those|the ones?)(?!\S)"
)
