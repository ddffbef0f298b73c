"""A message in other words than the lexicons know, said as the plain question that it asks.

The corpus holds ways of asking, each under its plain question, where slots stand for what a message names: its co-op,
its place, its service, its number. A message is compared with them without these, which are then put in the plain
question. That one is understood like any other: what is learnt only proposes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.hearing import DOCTORS, Ear, Heard, HeardPlace, Placed
from assistant.knowledge import Knowledge
from assistant.phrases import Hit
from assistant.wanted import wanted
from index.french_words import is_french
from index.ways import Plainly
from ingest.anticipated import AnsweredBy, Anticipated
from ingest.french import key
from ingest.slots import COOP, NUMBER, PLACE, SERVICE, slots, without

# Likelihoods of `index.ways`, chosen on the development cases: see LOG.md.
LIKELY = 0.5  # from which a message that has no answer is taken to ask a plain question
SURELY = 0.8  # the same, where something else was answered
_NUMBER = re.compile(r"\d+")
_FIGURES = re.compile(r"\d{1,3}(?: \d{3})+|\d+")
_END = re.compile(r"\s*\?\s*$")
_LEAD = re.compile(r"(?:\b(?:pres|proche|autour|alentours) d\w*|\b(?:en|dans|vers|au|aux|chez))$")
_AT_PLACE = re.compile(rf"à {re.escape(PLACE)}")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a message names that a slot can hold: its own co-op or that spoken of, a place, a service, a number."""

    heard: Heard
    coop: str  # "" where it is the one spoken of
    place: HeardPlace | None
    service: Hit | None
    number: str  # "" where none is told

    def bare(self, service: bool) -> str:
        """The message without what it names; its service too, if it fills a slot."""
        named: tuple[Placed, ...] = (*self.heard.named, *self.heard.places)
        return self._without((*named, self.service) if service and self.service else named)

    def words_of(self, thing: Placed) -> str:
        said = self.heard.message.words
        return self.heard.message.text[said[thing.first].start : said[thing.last - 1].end]

    def _without(self, things: Iterable[Placed]) -> str:
        said = self.heard.message.words
        return without(self.heard.message.text, ((said[t.first].start, said[t.last - 1].end) for t in things))


def said_plainly(
    message: str, ear: Ear, knowledge: Knowledge, subject: str = "", sequels: bool = False
) -> tuple[str, float] | None:
    """The plain question that a message asks, with what it names, and how likely; None where something would be lost.

    `subject` is the name of the one co-op spoken of, "" where none is; `sequels`, whether a conversation goes on.
    """
    told = _told(ear.hear(message), knowledge)
    if told is None:
        return None
    services = (False, True) if told.service is not None else (False,)
    found = [_asked_plainly(told, ear, knowledge, subject, sequels, service) for service in services]
    return max((f for f in found if f is not None), key=lambda f: f[1], default=None)


def _asked_plainly(
    told: _Told, ear: Ear, knowledge: Knowledge, subject: str, sequels: bool, service: bool
) -> tuple[str, float] | None:
    """The same of the plain questions with the slot of a service, or of those without."""
    found = _likeliest(told, knowledge, bool(subject), sequels, service)
    if found is None:
        return None
    plain, bare = found.ways.plainly, told.bare(service)
    filled = _filled(plain, told, subject)
    heard = ear.hear(filled)
    if set(told.heard.service_codes) - told.heard.unsure - set(heard.service_codes):
        return None
    if heard.cue("planned") != told.heard.cue("planned"):
        return None  # "en ont-elles déjà, pas en projet ?"
    kind = wanted(key(bare))
    if kind is not None and kind.must and wanted(key(plain)) is not kind:
        return None
    if set(_NUMBER.findall(bare.replace(" ", ""))) - set(_NUMBER.findall(filled.replace(" ", ""))):
        return None
    return filled, found.likely


def _told(heard: Heard, knowledge: Knowledge) -> _Told | None:
    """What the message names; None where no plain question could hold all of it."""
    sure = [n for n in heard.named if n.sure]
    places = [p for p in heard.places if not any(n.first < p.last and p.first < n.last for n in sure)]
    numbers = _numbers(heard)
    if len({n.positions for n in sure}) > 1 or len(places) > 1 or len(numbers) > 1:
        return None
    if not all(is_french(word) for word in heard.left):
        return None  # a name, or a word that says more
    named = [n.positions[0] for n in sure if len(n.positions) == 1]
    services = {(s.first, s.last): s for s in heard.services if s.code not in DOCTORS}
    return _Told(
        heard,
        knowledge.entry(named[0]).name.value or "" if named else "",
        places[0] if places else None,
        next(iter(services.values())) if len(services) == 1 else None,
        numbers[0] if numbers else "",
    )


def _numbers(heard: Heard) -> list[str]:
    """The numbers of its conditions, its radius, or the figures that it holds."""
    if heard.conditions:
        return [str(round(n)) for c in heard.conditions for n in (c.number, c.upper) if n is not None]
    if heard.radius_km is not None:
        return [str(round(heard.radius_km))]
    return [figures.replace(" ", "") for figures in _FIGURES.findall(heard.message.folded)]


def _likeliest(told: _Told, knowledge: Knowledge, subject: bool, sequels: bool, service: bool) -> Plainly | None:
    """The likeliest plain question of those whose slots the message fills; with that of a service, or without."""
    heard = told.heard
    named = any(n.sure for n in heard.named)
    of_one = named or (subject and told.place is None and not heard.cue("plural", "table"))

    def may_be(ways: Anticipated) -> bool:
        has = slots(ways.plainly)
        if (SERVICE in has) != service or (NUMBER in has and not told.number):
            return False
        if heard.conditions and NUMBER not in has:
            return False
        if ways.answered_by is AnsweredBy.SEQUEL:
            return sequels and (COOP in has) == named and (PLACE in has) == (told.place is not None)
        return (COOP in has) == of_one and (PLACE not in has or told.place is not None)

    return knowledge.plainly(told.bare(service), may_be)


def _filled(plain: str, told: _Told, subject: str) -> str:
    """The plain question about what the message names, or about the co-op that is spoken of."""
    filled = plain.replace(COOP, told.coop or subject or "la coop").replace(NUMBER, told.number)
    if told.service is not None:
        filled = filled.replace(SERVICE, told.words_of(told.service))
    if told.place is None:
        return filled
    words, leading = told.words_of(told.place), _LEAD.search(told.place.lead)
    lead = leading.group() if leading else "à"
    if PLACE not in plain:
        return filled if COOP in plain else f"{_END.sub('', filled)} {lead} {words} ?"
    return _AT_PLACE.sub(f"{lead} {words}", filled).replace(PLACE, words)
