"""A condition of the last question is taken away: "peu importe la région", "laissez faire le psychologue"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import services_lacked
from assistant.filters import criteria
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import LOCATED_TASKS, bare, shown_positions
from assistant.hearing import DOCTORS, Heard, HeardPlace
from assistant.question import Question, Task
from assistant.reckoned import LONGEST_RANKING
from index.criteria import Except, Number, Recruits, Says, Unless
from index.criterion import Criterion
from index.places import PlaceKind

_WHERE = frozenset("region endroit lieu ville place distance rayon secteur coin proximite where area km".split())
_KM = re.compile(r"(?<!\S)\d+ ?(?:km|kilometres?)(?!\S)")
_REMOVABLE = (*LOCATED_TASKS, Task.UNKNOWN_PLACE)


def removed(said: Sequel) -> Question | None:
    """The last question without what the message drops; None where it drops nothing of it."""
    question = said.last.question
    fewer = _without_one(said)
    if fewer is not None or question.task not in _REMOVABLE:
        return fewer
    if "everything" in said.cues and bare(said.whole, 6) and not said.says_more:
        whole = _unfiltered(said)
        if whole is None and "the_list" in said.cues and question.task in (Task.LIST, Task.COUNT):
            return replace(question, task=Task.LIST)  # it is the whole list already: told again
        return whole
    edited = question
    if "anywhere" in said.cues:
        edited = without_place(edited)
    if "any_service" in said.cues:
        edited = replace(edited, services=(), lacking=(), either=False)
    if said.dropped is not None:
        edited = _without(edited, said.dropped)
    lacked = services_lacked(said.heard)  # "sans le massothérapeute", where one was asked for
    if lacked and set(lacked) < set(edited.services) and not edited.lacking and bare(said.whole, 5):
        edited = replace(edited, services=tuple(c for c in edited.services if c not in lacked))
    if edited == question:
        return None
    if edited.task is Task.RANK and edited.limit is None:
        edited = replace(edited, limit=LONGEST_RANKING)  # all those that come in, not the first alone
    return replace(
        edited, scope=(), unsaid_words=(), nth=1, task=Task.LIST if edited.task is Task.UNKNOWN_PLACE else edited.task
    )


def _without_one(said: Sequel) -> Question | None:
    """ "enlève Chénéville": the co-ops compared or told, less one."""
    question, dropped = said.last.question, said.dropped
    before = question.scope or question.subjects or shown_positions(said.last)
    if dropped is None or len(before) < 2:
        return None
    out = {p for place in dropped.places for p in _standing_in(said, place)}
    out |= {p for n in dropped.named for p in n.positions}
    if not question.scope and not question.subjects:
        gone = tuple(p for p in before if p in out)
        asked = {p.name for p in (question.place, *question.areas) if p is not None} | set(question.regions)
        first = [p.mention.places[0] for p in dropped.places]
        named = {p.name for p in first} | {p.region for p in first if p.kind is PlaceKind.REGION}
        if not gone or len(gone) == len(before) or asked & named:
            return None
        return replace(question, filters=(*question.filters, Except(gone)))
    kept = tuple(p for p in before if p not in out)
    if kept == before or not kept:
        return None
    if question.scope:
        return replace(question, scope=kept, limit=len(kept) if question.limit else None)
    return replace(question, subjects=kept)


def _standing_in(said: Sequel, place: HeardPlace) -> tuple[int, ...]:
    """The co-ops of a region, or of a place."""
    read = place.mention.places[0]
    if read.kind is not PlaceKind.REGION:
        return said.reader.subjects.located(place)
    return tuple(e.position for e in said.reader.directory.entries if e.region.value == read.region)


def without_place(question: Question) -> Question:
    """The question asked of the whole table."""
    limit = None if question.place is not None else question.limit
    nth = 1 if question.place is not None else question.nth
    question = replace(question, place=None, radius_km=None, strict=False, areas=(), regions=())
    return replace(question, limit=limit, nth=nth, corrected="")


def _without(question: Question, dropped: Heard) -> Question:
    """The question without the places, services and conditions that `dropped` names."""
    edited = question
    asked = {p.name for p in (question.place, *question.areas) if p is not None}
    named = [p for heard in dropped.places for p in heard.mention.places]
    of_place = any(p.name in asked or (p.kind is PlaceKind.REGION and p.region in question.regions) for p in named)
    if edited.place is not None and _KM.search(dropped.message.folded) and not of_place:
        edited = replace(edited, radius_km=None, strict=False)  # "enlève le 8 km": near there all the same
    elif of_place or _WHERE & set(dropped.message.folded.split()):
        edited = without_place(edited)
    codes = {c for code in dropped.service_codes for c in code.split("|")}
    fields = set(dropped.field_codes)
    if fields & {"doctors", "family_doctors"}:
        codes |= DOCTORS  # "oublie les médecins", where doctors were asked for
    kept = tuple(s for s in edited.services if not codes & set(s.split("|")))
    edited = replace(edited, services=kept, lacking=tuple(s for s in edited.lacking if s in kept))
    if len(kept) < 2:
        edited = replace(edited, either=False)
    gone = criteria(dropped)
    if codes & DOCTORS:
        fields.add("doctors")
    filters = tuple(c for c in edited.filters if c not in gone and not _speaks_of(c, fields))
    if filters == edited.filters and _THOSE.search(dropped.message.folded):
        filters = (*filters, *(Unless(c) for c in gone))  # "enlève celles qui n'ont pas de médecin"
    return replace(edited, filters=filters)


_THOSE = re.compile(
    r"(?<!\S)(?:celles?|ceux|those|the ones?|(?:les|the) (?:coops?|cliniques?|clinics)) "
    r"(?:qui|that|who|with|sans|avec|without)(?!\S)"
)


def _speaks_of(criterion: Criterion, fields: set[str]) -> bool:
    """Whether a condition bears on one of these fields."""
    if isinstance(criterion, Recruits):
        return "recruiting" in fields
    if isinstance(criterion, Number | Says):
        name = criterion.name.removesuffix("_text")
        return name in fields or (name == "membership" and "members" in fields)
    return False


def _unfiltered(said: Sequel) -> Question | None:
    """The list as it was before it was narrowed."""
    now = said.last.question
    size = len(said.last.answer.entries)
    for turn in reversed(said.turns[:-1]):
        before = turn.question
        if before.task in LOCATED_TASKS and len(turn.answer.entries) > size:
            return replace(before, task=Task.LIST, fields=now.fields, limit=None)
    return None
