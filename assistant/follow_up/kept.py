"""Those kept of several co-ops ("garde juste celles des Laurentides"), and the others ("et les autres ?")."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.editing import any_service, but_for
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.shown import inside
from assistant.follow_up.words import shown_positions
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


def the_others_there(said: Sequel) -> Question | None:
    """ "et les autres ?" after those of a place that meet a condition: those of the place that were not shown."""
    question, shown = said.last.question, shown_positions(said.last)
    there = question.regions or question.areas or (question.place is not None and question.strict)
    if question.task not in (Task.LIST, Task.COUNT) or not there or not said.last.answer.entries or question.scope:
        return None
    if not (question.filters or question.services) or not _THE_OTHERS.fullmatch(said.whole.message.folded):
        return None
    rest = any_service(replace(question, task=Task.LIST, filters=(), limit=None, nth=1, unsaid_words=(), fields=()))
    return but_for(rest, shown)


_THE_OTHERS = re.compile(
    r"(?:(?:et|pis|puis|ok|bon|mais|and|c est (?:quoi|lesquelles|qui)|quelles sont|lesquelles sont|nomme moi"
    r"|donne moi) )*"
    r"(?:les|the) (?:autres?|others?)(?: (?:ones|coops?|cooperatives|cliniques|c est (?:quoi|lesquelles|qui)|lesquelles"
    r"|elles|alors|stp|svp|de la|de (?:la|cette|ce) (?:region|place|coin)(?: la)?))*"
)
