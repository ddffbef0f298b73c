"""A follow-up by a click: the part of the last question that its chip drops or sets, edited as the words would."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import editing
from assistant.change import Change, Part
from assistant.conditions import said
from assistant.draft import Draft
from assistant.follow_up.prose_again import in_year
from assistant.question import Question, Task

if TYPE_CHECKING:
    from assistant.understand import Understanding


def changed(question: Question, change: Change, reader: Understanding) -> Question:
    """The question with one part dropped or set; itself where it has no such part."""
    edited = _dropped(question, change, reader) if change.to is None else _set(question, change, change.to, reader)
    return replace(edited, options=(), follows=True)


def _dropped(question: Question, change: Change, reader: Understanding) -> Question:
    match change.part:
        case Part.COOP:
            return editing.of_fewer(question, tuple(p for p in question.subjects if str(p) != change.of))
        case Part.FIELD:
            return editing.without_field(question, change.of)
        case Part.SERVICE | Part.LACKING:
            return editing.without_services(question, {change.of})
        case Part.PLACE:
            return editing.without_point(question)
        case Part.RADIUS:
            return editing.any_radius(question)
        case Part.AREA:
            return editing.without_area(question, change.of)
        case Part.REGION:
            return editing.without_region(question, int(change.of))
        case Part.FILTER:
            draft = Draft(replace(question, language="fr"))
            gone = tuple(c for c in question.filters if said(draft, c) == change.of)
            return editing.without_filters(question, gone)
        case Part.MEASURE:
            return editing.as_list(question)
        case Part.PERIOD:
            return _of_year(question, "", None, reader)
        case Part.SCOPE:
            return editing.of_all(question)
        case Part.WORDS:
            return replace(question, unsaid_words=())


def _set(question: Question, change: Change, to: str, reader: Understanding) -> Question:
    match change.part:
        case Part.SERVICE:
            return editing.with_service(question, change.of, to)
        case Part.FIELD:
            return editing.with_field(question, change.of, to)
        case Part.RADIUS:
            return editing.in_circle(question, float(to))
        case Part.MEASURE:
            return editing.measured_by(question, to)
        case Part.PERIOD:
            return _of_year(question, to, to, reader)
    return question


def _of_year(question: Question, said_year: str, period: str | None, reader: Understanding) -> Question:
    """What the table is asked has its year in itself; of the prose, the year is said in the message."""
    asked = in_year(question, said_year, reader) if question.task is Task.PROSE else question
    return replace(asked, period=period)
