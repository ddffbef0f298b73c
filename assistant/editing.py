"""How one question becomes another: pure functions that take a part of it away, or put another in its stead.

The follow-ups in words (`follow_up/`) and the chips that are clicked (`follow_up/by_chip.py`) edit with these alone.

>>> question = Question("", Task.LIST, services=("nutrition", "dentiste"), either=True)
>>> without_services(question, {"dentiste"}).services
('nutrition',)
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from assistant.question import Question, Task
from index.criteria import Except
from index.criterion import Criterion


def without_services(question: Question, codes: Set[str]) -> Question:
    """The question without the services of these codes, a word of several meanings ("a|b") going with any of them."""
    kept = tuple(s for s in question.services if not codes & {s, *s.split("|")})
    lacking = tuple(s for s in question.lacking if s in kept)
    return replace(question, services=kept, lacking=lacking, either=question.either and len(kept) > 1)


def any_service(question: Question) -> Question:
    """The question whatever the services."""
    return replace(question, services=(), lacking=(), either=False)


def with_service(question: Question, old: str, new: str) -> Question:
    """The question with a service in another's stead."""
    services, lacking = (_swapped(codes, old, new) for codes in (question.services, question.lacking))
    return replace(question, services=services, lacking=lacking)


def without_point(question: Question) -> Question:
    """The question without the place that it looked around, known or not, and without what was counted from there."""
    if question.task is Task.UNKNOWN_PLACE:
        return replace(question, task=Task.LIST, topic="")
    if question.place is None:
        return question
    limit = question.limit if question.task is Task.RANK else None
    return replace(question, place=None, radius_km=None, strict=False, limit=limit, nth=1, corrected="")


def without_area(question: Question, key: str) -> Question:
    """The question without the territory of this key."""
    return replace(question, areas=tuple(a for a in question.areas if a.key != key))


def without_region(question: Question, number: int) -> Question:
    """The question without one of its regions."""
    return replace(question, regions=tuple(n for n in question.regions if n != number))


def anywhere(question: Question) -> Question:
    """The question asked of the whole table."""
    return replace(without_point(question), radius_km=None, strict=False, areas=(), regions=(), corrected="")


def in_region(question: Question, number: int) -> Question:
    """The question asked of this region alone."""
    return replace(question, regions=(number,), scope=(), options=(), topic="", nth=1)


def looked_for_in(question: Question, where: Question) -> Question:
    """The question asked where another one looks, over the whole table; the nearest stays the nearest."""
    if question.limit is not None and question.place is not None and where.place is not None:
        where = replace(where, strict=False)
    question = replace(question, place=where.place, areas=where.areas, regions=where.regions, strict=where.strict)
    return replace(question, corrected=where.corrected, subjects=(), scope=(), options=(), topic="", nth=1)


def in_circle(question: Question, km: float) -> Question:
    """A question asked around its place, within so many kilometres."""
    limit = question.limit if question.task is Task.RANK else None  # of a list, the nearest so many
    return replace(question, radius_km=km, strict=False, scope=(), limit=limit, nth=1)


def any_radius(question: Question) -> Question:
    """A question asked near its place, no radius said."""
    return replace(question, radius_km=None, strict=False)


def without_filters(question: Question, gone: tuple[Criterion, ...]) -> Question:
    """The question without these conditions."""
    return replace(question, filters=tuple(c for c in question.filters if c not in gone))


def left_out(question: Question) -> frozenset[int]:
    """The positions of the co-ops that a question leaves out."""
    return frozenset(p for c in question.filters if isinstance(c, Except) for p in c.positions)


def but_for(question: Question, positions: tuple[int, ...]) -> Question:
    """The question without these co-ops, nor those that were out of it already."""
    if not positions:
        return question
    kept = tuple(c for c in question.filters if not isinstance(c, Except))
    return replace(question, filters=(*kept, Except(tuple(sorted({*positions, *left_out(question)})))))


def of_fewer(question: Question, kept: tuple[int, ...]) -> Question:
    """The question of these alone of the co-ops that it names, or of the list that it narrows."""
    if question.scope:
        return replace(question, scope=kept, limit=len(kept) if question.limit else None)
    return replace(question, subjects=kept)


def of_all(question: Question) -> Question:
    """The question asked of all co-ops, not of a list shown before."""
    return replace(question, scope=())


def without_field(question: Question, field: str) -> Question:
    """The question without one of the columns asked for."""
    return replace(question, fields=tuple(f for f in question.fields if f != field))


def with_field(question: Question, old: str, new: str) -> Question:
    """The question with a column in another's stead."""
    return replace(question, fields=_swapped(question.fields, old, new))


def measured_by(question: Question, measure: str) -> Question:
    """The ranking, the total or the mean of another number."""
    return replace(question, measure=measure, nth=1)


def as_list(question: Question) -> Question:
    """The co-ops reckoned over, listed."""
    return replace(question, task=Task.LIST, measure=None, topic="")


def _swapped(codes: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    """The codes with one in another's stead, each once."""
    return tuple(dict.fromkeys(new if code == old else code for code in codes))
