"""A criterion said in words: "avec plus de 5 médecins de famille en place"."""

from __future__ import annotations

from assistant.draft import Draft
from assistant.topics import SpeaksOf
from index.areas import Outside, Serves
from index.criteria import (
    Comparison,
    DialsFrom,
    Exceeds,
    Except,
    Holds,
    IsForm,
    Mentions,
    Not,
    Number,
    OneOf,
    Prints,
    Recruits,
    Says,
    Unless,
)
from index.criterion import Criterion

_COMPARISONS = {
    Comparison.MORE: "more",
    Comparison.AT_LEAST: "at_least",
    Comparison.EQUAL: "equal",
    Comparison.AT_MOST: "at_most",
    Comparison.LESS: "less",
}


def said(draft: Draft, criterion: Criterion) -> str:
    """The criterion as a phrase of the answer's language."""
    if isinstance(criterion, Number):
        if criterion.name == "waiting":
            return draft.say("cond.waiting")
        comparison = draft.say(f"cond.{_COMPARISONS[criterion.comparison]}")
        return draft.say(f"cond.{criterion.name}", comparison=comparison, number=draft.computed(criterion.number))
    if isinstance(criterion, Says):
        name = f"cond.{criterion.name}_{criterion.states[0].value}"
        if draft.words.has(name):
            return draft.say(name)
        return draft.say(f"cond.column_{criterion.states[0].value}", field=_field(draft, criterion.name))
    if isinstance(criterion, Prints):
        return draft.say("cond.mark" if criterion.mark else "cond.blank", field=_field(draft, criterion.name))
    if isinstance(criterion, Exceeds):
        more, less = (draft.say(f"sum.{name}") for name in (criterion.name, criterion.other))
        return draft.say("cond.exceeds", more=more, less=less)
    if isinstance(criterion, Holds):
        return draft.say("cond.mention", words=" ".join(criterion.words))
    if isinstance(criterion, IsForm):
        if criterion.name == "status":
            return draft.say(f"cond.status_{criterion.value}")
        return draft.say("cond.legal_form", value=criterion.value)
    if isinstance(criterion, SpeaksOf):
        topic = criterion.topics[criterion.code].said(draft.words.language)
        figures = f" ({', '.join(criterion.figures)})" if criterion.figures else ""
        for figure in criterion.figures:
            draft.declare(figure)
        return draft.say("cond.topic", topic=topic) + figures
    if isinstance(criterion, DialsFrom):
        draft.declare(criterion.code)
        return draft.say("cond.area_code", code=criterion.code)
    if isinstance(criterion, Except):
        return draft.say("cond.except" if len(criterion.positions) == 1 else "cond.except_some")
    if isinstance(criterion, Not | Unless):
        return draft.say("cond.not", condition=said(draft, criterion.criterion))
    if isinstance(criterion, OneOf):
        return draft.words.joined([said(draft, c) for c in criterion.criteria], "word.or")
    if isinstance(criterion, Recruits):
        return draft.say("cond.recruiting_text_stated")
    if isinstance(criterion, Outside):
        return draft.say("cond.outside", places=draft.words.joined([a.name for a in criterion.areas]))
    if isinstance(criterion, Serves):
        return draft.say("cond.serves", place=criterion.area.name)
    if isinstance(criterion, Mentions):
        where = "name" if criterion.fields == ("name",) else "mention"
        where = "begins" if criterion.begins else where
        return draft.say(f"cond.{where}", words=criterion.words)
    raise TypeError(f"no words for {criterion!r}")


def _field(draft: Draft, name: str) -> str:
    return draft.say(f"field.{name}")
