"""The service that one co-op was asked about, asked of the others: "qui d'autre en offre ?", "la plus proche"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import services_wanted
from assistant.editing import but_for
from assistant.follow_up.around import looked_from
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import bare, shown_positions
from assistant.question import Question, Task
from assistant.there import around_it


def who_offers(said: Sequel) -> Question | None:
    """ "qui en offre alors ?", "et ailleurs ?": the service asked of one co-op, asked of all."""
    question = _as_offer(said.last.question)
    nearest = said.heard.cue("nearest") and bare(said.heard, 8)
    nearest = nearest and (len(said.heard.places) == 1 or _HAVING_IT.search(said.whole.message.folded) is not None)
    if question.task is not Task.OFFER or said.heard.services:
        return None
    if not nearest and ("who_else" not in said.cues or said.alone.subjects):
        return None
    plain = Question(said.alone.message, Task.LIST, language=said.alone.language, services=question.services)
    if _OTHERS.search(said.whole.message.folded):
        plain = but_for(plain, question.subjects)
    if said.heard.radius_km is not None and not said.heard.places and len(question.subjects) == 1:
        here = (
            looked_from(said) or said.reader.directory.sites[question.subjects[0] - 1].place
        )  # "qui d'autre à 60 km ?"
        return replace(plain, place=here, radius_km=said.heard.radius_km if here is not None else None)
    if nearest and not said.heard.places:  # "la plus proche qui en a un ?", from the co-op that hasn't
        here = said.reader.directory.sites[question.subjects[0] - 1].place if len(question.subjects) == 1 else None
        return replace(but_for(plain, question.subjects), place=here, limit=1) if here is not None else None
    if nearest:  # "la plus proche de Bécancour ?", of what the co-op there hasn't
        around = said.reader.where.where(plain, said.heard, None)
        return replace(around, limit=1) if around.task is Task.LIST else around
    return replace(plain, place=said.alone.place, regions=said.alone.regions, areas=said.alone.areas)


def others_near_it(said: Sequel) -> Question | None:
    """ "y en a-t-il d'autres pas loin ?" after one co-op: those around it, with what is asked of them."""
    heard, shown, folded = said.heard, shown_positions(said.last), said.whole.message.folded
    others = _SOME_OTHERS.search(folded) is not None
    around = around_it(said.whole.message)
    if len(shown) != 1 or not ((others and (heard.cue("near") or around)) or (around and heard.services)):
        return None
    if heard.places or any(n.sure for n in heard.named) or heard.radius_km is not None or heard.left:
        return None
    here = said.reader.directory.sites[shown[0] - 1].place
    if here is None:
        return None
    plain = Question(said.alone.message, Task.LIST, language=said.alone.language, services=services_wanted(heard))
    before = _as_offer(said.last.question)
    if not plain.services and not said.alone.filters and before.task in (Task.OFFER, Task.LIST):
        plain = replace(plain, services=before.services, either=before.either)
    there = replace(plain, filters=said.alone.filters, place=here)
    return but_for(there, shown) if others else there


# "d'autres", "une autre coop", "others": of co-ops, where "un autre service" is none
_SOME_OTHERS = re.compile(
    r"(?<!\S)(?:d autres(?= (?:coops?|cooperatives?|cliniques?|pas|pres|proches?|dans|autour|aux|a|qui|avec)(?!\S)|$)"
    r"|autres (?:coops|cooperatives|cliniques)"
    r"|une autre(?: (?:coop|cooperative|clinique))?"
    r"|any others?|another (?:one|co op|clinic))(?!\S)"
)


def _as_offer(question: Question) -> Question:
    """ "a-t-elle un médecin ?" is answered of a column, and asks of a service all the same."""
    if question.task is not Task.FIELDS or not set(question.fields) & {"doctors", "family_doctors"}:
        return question
    return replace(question, task=Task.OFFER, services=("medecine_familiale",), fields=())


_HAVING_IT = re.compile(
    r"(?<!\S)(?:en (?:a|ont|offr\w+|fait|font|donn\w+)|l (?:a|offr\w+)|with one|has (?:one|it))(?!\S)"
)
# "qui d'autre", "quelles autres coops": the one asked about is not meant
_OTHERS = re.compile(r"(?<!\S)(?:autres?|other|others|else)(?!\S)(?! part)")
