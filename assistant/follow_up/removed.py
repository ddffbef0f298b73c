"""A condition of the last question is taken away: "peu importe la région", "laissez faire le psychologue"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import services_lacked
from assistant.editing import (
    any_radius,
    any_service,
    anywhere,
    but_for,
    left_out,
    of_fewer,
    without_filters,
    without_services,
)
from assistant.filters import criteria
from assistant.follow_up.pointing import group
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import LOCATED_TASKS, bare, pick, shown_positions
from assistant.hearing import DOCTORS, Heard, HeardPlace
from assistant.question import Question, Task
from assistant.reckoned import LONGEST_RANKING
from index.areas import Outside
from index.cells import stem
from index.criteria import Except, Number, Recruits, Says, Unless
from index.criterion import Criterion
from index.places import PlaceKind
from ingest.french import words
from ingest.services import Lexicon

_WHERE = frozenset("region endroit lieu ville place distance rayon secteur coin proximite where area km".split())
_ON_THE_SPOT = re.compile(r"(?<!\S)(?:en|sur) place(?!\S)")  # "un médecin en place" is no place
_KM = re.compile(r"(?<!\S)\d+ ?(?:km|kilometres?)(?!\S)")
_REMOVABLE = (*LOCATED_TASKS, Task.UNKNOWN_PLACE)


def removed(said: Sequel) -> Question | None:
    """The last question without what the message drops; None where it drops nothing of it."""
    question = said.last.question
    fewer = _without_one(said)
    if fewer is not None or question.task not in _REMOVABLE:
        return fewer
    everywhere = "anywhere" in said.cues
    if "everything" in said.cues and bare(said.whole, 9 if everywhere else 6) and not said.says_more:
        whole = _unfiltered(said)
        if everywhere:  # "remettez-les toutes, peu importe la région"
            return replace(anywhere(whole or question), task=Task.LIST)
        if whole is None and "the_list" in said.cues and question.task in (Task.LIST, Task.COUNT):
            return replace(question, task=Task.LIST)  # it is the whole list already: told again
        return whole
    edited = question
    if "anywhere" in said.cues:
        edited = anywhere(edited)
    if "any_service" in said.cues:
        edited = any_service(edited)
    if said.dropped is not None:
        those = bool(_THOSE.search(said.whole.message.folded))
        edited = _without(
            edited, said.dropped, those, called_services(said.dropped.left, question, said.reader.lexicon)
        )
    lacked = services_lacked(said.heard)  # "sans le massothérapeute", where one was asked for
    if lacked and set(lacked) < set(edited.services) and not edited.lacking and bare(said.whole, 5):
        edited = without_services(edited, set(lacked))
    if edited == question:
        return question if _drops_nothing(said) else None
    if edited.task is Task.RANK and edited.limit is None and edited != anywhere(question):
        edited = replace(edited, limit=LONGEST_RANKING)  # all those that come in, not the first alone
    return replace(
        edited, scope=(), unsaid_words=(), nth=1, task=Task.LIST if edited.task is Task.UNKNOWN_PLACE else edited.task
    )


def _drops_nothing(said: Sequel) -> bool:
    """ "oublie la région", where none is asked for: the same is told again."""
    named = said.dropped is not None and (set(said.dropped.message.folded.split()) & _WHERE)
    only = bare(said.whole, 6) and not said.says_more and "?" not in said.whole.message.text
    return bool("anywhere" in said.cues or named) and only


def _without_one(said: Sequel) -> Question | None:
    """ "enlève Chénéville": the co-ops compared or told, less one."""
    question, dropped = said.last.question, said.dropped
    before = question.scope or question.subjects or shown_positions(said.last)
    if dropped is None:
        return None
    out = _named(said, dropped)
    if len(before) < 2:  # "sauf Gatineau", where the one shown is elsewhere: told again
        of_it = bool(out and before) and question.task in LOCATED_TASKS and question.place is None
        of_it = of_it and not _asked_where(question) & _places_named(dropped)  # "si j'enlève l'Estrie, partout"
        less = tuple(p for p in before if p in out)
        return but_for(question, less) if of_it and not (dropped.services or criteria(dropped)) else None
    if not question.scope and not question.subjects:
        gone = tuple(p for p in before if p in out)
        elsewhere = not _asked_where(question) & _places_named(dropped)
        if len(gone) == len(before) or not elsewhere or not (out or dropped.places):
            return None
        if not gone and (question.task not in LOCATED_TASKS or dropped.services or criteria(dropped)):
            return None
        less = gone if question.task is not Task.RANK else tuple(sorted(out))  # of a ranking, those not shown too
        return but_for(question, less)
    kept = tuple(p for p in before if p not in out)
    if kept == before or not kept:
        return None
    return of_fewer(question, kept)


def _asked_where(question: Question) -> set[str | int | None]:
    """The names of the places that a question looks in, and the numbers of its regions."""
    return {p.name for p in (question.place, *question.areas) if p is not None} | set(question.regions)


def _places_named(dropped: Heard) -> set[str | int | None]:
    """The names of the places that a message drops, and the numbers of those that are regions."""
    places = [p.mention.places[0] for p in dropped.places]
    return {p.name for p in places} | {p.region for p in places if p.kind is PlaceKind.REGION}


def put_back(said: Sequel) -> Question | None:
    """ "et avec Gatineau ?" after "sans Gatineau": what was taken out is in again."""
    question, heard = said.last.question, said.heard
    all_of_it = "put_back" in said.cues or _AND_WITH.fullmatch(said.whole.message.folded)
    if all_of_it and not said.says_more and any(isinstance(c, Except | Outside) for c in question.filters):
        return replace(question, filters=tuple(c for c in question.filters if not isinstance(c, Except | Outside)))
    named = {p.name for place in heard.places for p in place.mention.places}
    apart = [c for c in question.filters if isinstance(c, Outside) and named & {a.name for a in c.areas}]
    if apart and bare(said.whole, 7) and _WITH_IT.match(said.whole.message.folded):
        within = replace(apart[0], areas=tuple(a for a in apart[0].areas if a.name not in named))
        kept_apart = (within if c is apart[0] else c for c in question.filters)
        return replace(question, filters=tuple(c for c in kept_apart if not isinstance(c, Outside) or c.areas))
    back = {p for n in heard.named for p in n.positions} | {
        p for place in heard.places for p in _standing_in(said, place)
    }
    out = left_out(question)
    if not back & out or not bare(said.whole, 7) or not _WITH_IT.match(said.whole.message.folded):
        return None
    kept = tuple(c for c in question.filters if not isinstance(c, Except))
    return but_for(replace(question, filters=kept), tuple(sorted(out - back)))


_WITH_IT = re.compile(
    r"(?:(?:et|ok|bon|pis|finalement|non|oui|ah|oh|euh|ben|bah|attends|sais|tu sais quoi|dans le fond|and|si|on|tu|je|j"
    r"|la) )*"
    r"(?:avec|(?:re|r)?(?:met|ajout|inclu|comp)\w*|garde\w*|with|put|add|includ\w*)(?!\S)"
)


_AND_WITH = re.compile(r"(?:(?:et|pis|puis|ok|and) )+(?:avec|with)(?: (?:elles?|ca|it|them|alors))*")


_GOES_OUT = re.compile(r"(?<!\S)sor(?:t|s|tons|tez|tant|tir) (?:de|d|du|des)(?!\S)")


def left_out_of(question: Question, said: Sequel) -> Question:
    """ "et celles en Mauricie, sauf Shawinigan": what the message asks anew, without what it takes out of it."""
    wider = "anywhere" in said.cues and _GOES_OUT.search(said.whole.message.folded)  # it comes in all the same
    out = _named(said, said.dropped) if said.dropped is not None and not wider else set()
    return but_for(question, tuple(sorted(out))) if question.task in LOCATED_TASKS else question


def _named(said: Sequel, dropped: Heard) -> set[int]:
    """The co-ops that a message drops, named or pointed at in what was shown ("enlève la dernière")."""
    out = {p for place in dropped.places for p in _standing_in(said, place)}
    out |= {p for n in dropped.named for p in n.positions}
    if out or dropped.services or criteria(dropped):
        return out
    one = pick(dropped, shown_positions(said.last))
    return {one} if one is not None else set(group(dropped.message.folded, said.turns))


def _standing_in(said: Sequel, place: HeardPlace) -> tuple[int, ...]:
    """The co-ops of a region, or of a place."""
    read = place.mention.places[0]
    if read.kind is not PlaceKind.REGION:
        return said.reader.subjects.located(place)
    return tuple(e.position for e in said.reader.directory.entries if e.region.value == read.region)


def _without(question: Question, dropped: Heard, those: bool, called: set[str]) -> Question:
    """The question without the places, services and conditions that `dropped` names; without `those` that have them.

    `called` are the services of the question that it says by a word of their names.
    """
    edited = question
    asked = {p.name for p in (question.place, *question.areas) if p is not None}
    named = [p for heard in dropped.places for p in heard.mention.places]
    of_place = any(p.name in asked or (p.kind is PlaceKind.REGION and p.region in question.regions) for p in named)
    if edited.place is not None and _KM.search(dropped.message.folded) and not of_place:
        edited = any_radius(edited)  # "enlève le 8 km": near there all the same
    elif of_place or _WHERE & set(_ON_THE_SPOT.sub(" ", dropped.message.folded).split()):
        edited = anywhere(edited)
    codes = {c for code in dropped.service_codes for c in code.split("|")} or called
    fields = set(dropped.field_codes)
    if fields & {"doctors", "family_doctors"}:
        codes |= DOCTORS  # "oublie les médecins", where doctors were asked for
        fields |= {"doctors", "family_doctors"}
    edited = without_services(edited, codes)
    gone = criteria(dropped)
    if codes & DOCTORS:
        fields.add("doctors")
    fewer = without_filters(edited, tuple(c for c in edited.filters if c in gone or _speaks_of(c, fields)))
    if fewer == edited and those:  # "enlève celles qui n'ont pas de médecin"
        return replace(edited, filters=(*edited.filters, *(Unless(c) for c in gone)))
    return fewer


_THOSE = re.compile(
    r"(?<!\S)(?:celles?|ceux|those|the ones?|(?:les|the) (?:coops?|cliniques?|clinics)) "
    r"(?:qui|that|who|with|sans|avec|without|en|in|dont|ayant|ou)(?!\S)"
)


def called_services(said: tuple[str, ...], question: Question, lexicon: Lexicon) -> set[str]:
    """The services of a question whose names hold every word said: "peu importe le rendez-vous", "pour les pieds"."""
    asked = {code for service in question.services for code in service.split("|")}
    named = {code: {stem(w.folded) for w in words(lexicon[code].name)} for code in asked}
    return {code for code in asked if said and {stem(word) for word in said} <= named[code]}


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
