"""The understood question as chips: each part in French, whether it may be dropped, and what it may become.

[service : physiothérapie ×]  [lieu : Gatineau ×]  [rayon : 30 km ▾]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.asked import MEASURES
from assistant.change import Change, ChangeError, Chip, Choice, Part
from assistant.conditions import said
from assistant.draft import Draft
from assistant.follow_up.around import NEAR_KM
from assistant.follow_up.words import LOCATED_TASKS
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.times import BOTH, NEW, OLD

RADII = (5, 10, 20, 30, 50, 100)  # km
# The columns that one is most often asked of a co-op.
FIELDS = (
    *("phones", "address", "emails", "websites", "contact", "services_text", "doctors", "recruiting", "members"),
    *("population_text", "status", "particularities"),
)
_OF_SEVERAL = (*LOCATED_TASKS, Task.RATIO, Task.BY_REGION, Task.BY_FORM)
_OF_ONE = (Task.CARD, Task.FIELDS, Task.OFFER, Task.DISTANCE, Task.TOPIC)
_RECKONED = (Task.RANK, Task.SUM, Task.MEAN)
_ARTICLE = re.compile(r"^(?:les? |la |l')")


def chips(question: Question, knowledge: Knowledge) -> tuple[Chip, ...]:
    """The parts of a question that a visitor may look at, drop or change, in the order in which they are read."""
    draft = Draft(replace(question, language="fr"))
    if question.task is Task.PROSE:
        return (_year(question, draft),)
    if question.task is Task.UNKNOWN_PLACE:
        place = _chip(draft, Part.PLACE, question.topic, removable=True)
        return (*_services(question, knowledge, draft), place, *_conditions(question, draft))
    if question.task not in (*_OF_SEVERAL, *_OF_ONE):
        return ()
    parts = [*_coops(question, knowledge, draft), *_fields(question, draft), *_services(question, knowledge, draft)]
    if question.task in _OF_SEVERAL:
        parts += [*_where(question, knowledge, draft), *_conditions(question, draft), *_measure(question, draft)]
    elif question.task is Task.DISTANCE and question.place is not None:
        parts.append(_chip(draft, Part.PLACE, question.place.name))
    return tuple(parts)


def sentence(question: Question, change: Change, knowledge: Knowledge) -> str:
    """The change as a short French sentence. Raises `ChangeError` where no chip of the question offers it."""
    draft = Draft(replace(question, language="fr"))
    for chip in chips(question, knowledge):
        name = chip.named(change)
        if name:
            return draft.say("change.set", Label=chip.label.capitalize(), text=name)
        if name is not None and chip.part is Part.SERVICE:
            return draft.say("change.without_service", service=knowledge.the_service(chip.of, draft.words))
        if name is not None:
            return draft.say(f"change.without_{chip.part.value}", text=chip.text)
    raise ChangeError(draft.say("change.refused"))


def _chip(draft: Draft, part: Part, text: str, of: str = "", removable: bool = False) -> Chip:
    return Chip(part, draft.say(f"chip.{part.value}"), text, of, removable)


def _coops(question: Question, knowledge: Knowledge, draft: Draft) -> Iterator[Chip]:
    several = len(question.subjects) > 1
    for position in question.subjects:
        yield _chip(draft, Part.COOP, knowledge.entry(position).name.value or "", str(position), several)
    if question.scope:
        text = f"{len(question.scope)} {draft.say('word.coops')}"
        yield _chip(draft, Part.SCOPE, text, removable=question.task in (Task.LIST, Task.COUNT))


def _fields(question: Question, draft: Draft) -> Iterator[Chip]:
    """The columns of a list may all go; of a co-op one at least is asked."""
    shown = [f for f in question.fields if draft.words.has(f"field.{f}")]
    if question.task not in (Task.LIST, Task.FIELDS):
        return
    others = tuple(Choice(f, _field(draft, f)) for f in FIELDS if f not in question.fields)
    for field in shown:
        removable = question.task is Task.LIST or len(shown) > 1
        choices = (Choice(field, _field(draft, field)), *others) if question.task is Task.FIELDS else ()
        yield replace(
            _chip(draft, Part.FIELD, _field(draft, field), field, removable),
            now=field if choices else "",
            choices=choices,
        )


def _field(draft: Draft, code: str) -> str:
    return _ARTICLE.sub("", draft.say(f"field.{code}"))


def _services(question: Question, knowledge: Knowledge, draft: Draft) -> Iterator[Chip]:
    removable = question.task in (*_OF_SEVERAL, Task.UNKNOWN_PLACE)
    for code in question.services:
        name = knowledge.service(code, draft.words)
        if code in question.lacking:
            yield _chip(draft, Part.LACKING, name, code, removable)
            continue
        others = tuple(choice for choice in knowledge.services_told if choice.value not in question.services)
        choices = (Choice(code, name), *others)
        yield replace(_chip(draft, Part.SERVICE, name, code, removable), now=code, choices=choices)


def _where(question: Question, knowledge: Knowledge, draft: Draft) -> Iterator[Chip]:
    if question.place is not None:
        yield _chip(draft, Part.PLACE, question.place.name, removable=True)
        yield _radius(question, draft)
    for area in question.areas:
        yield _chip(draft, Part.AREA, area.name, area.key, removable=True)
    for number in question.regions:
        yield _chip(draft, Part.REGION, knowledge.regions.get(number, str(number)), str(number), removable=True)


def _radius(question: Question, draft: Draft) -> Chip:
    """The circle that is looked in; where none was said, what stands for it."""
    if question.radius_km is not None:
        now, text = f"{question.radius_km:g}", draft.words.km(question.radius_km)
    elif question.strict:
        now, text = "", draft.say("chip.inside")
    elif question.limit is not None:
        now, text = "", draft.say("chip.nearest")
    else:
        now, text = f"{NEAR_KM:g}", draft.words.km(NEAR_KM)
    choices = tuple(Choice(str(km), draft.words.km(km)) for km in RADII)
    if now not in {c.value for c in choices}:
        choices = (Choice(now, text), *choices)
    return replace(_chip(draft, Part.RADIUS, text, removable=question.radius_km is not None), now=now, choices=choices)


def _conditions(question: Question, draft: Draft) -> Iterator[Chip]:
    for text in dict.fromkeys(said(draft, criterion) for criterion in question.filters):
        yield _chip(draft, Part.FILTER, text, text, removable=True)
    if question.unsaid_words:
        yield _chip(draft, Part.WORDS, " ".join(question.unsaid_words), removable=True)


def _measure(question: Question, draft: Draft) -> Iterator[Chip]:
    if not question.measure:
        return
    text = " / ".join(draft.say(f"sum.{m}") for m in question.measure.split("/"))
    chip = _chip(draft, Part.MEASURE, text, removable=question.task in _RECKONED)
    if question.measure in MEASURES and question.task in _RECKONED:
        choices = tuple(Choice(m, draft.say(f"sum.{m}")) for m in MEASURES)
        chip = replace(chip, now=question.measure, choices=choices)
    yield chip


def _year(question: Question, draft: Draft) -> Chip:
    """The year of the document that the prose is asked of; undated, all of them."""
    both = f"{OLD} {draft.say('word.and')} {NEW}"
    names = {OLD: OLD, NEW: NEW, BOTH: both}
    now = question.period or ""
    choices = (*(() if now else (Choice("", draft.say("chip.any_year")),)), Choice(OLD, OLD), Choice(NEW, NEW))
    if now == BOTH:
        choices = (Choice(BOTH, both), *choices)
    text = names.get(now, now) or draft.say("chip.any_year")
    return replace(_chip(draft, Part.PERIOD, text, removable=bool(now)), now=now, choices=choices)
