"""Corrections that only say what was not meant: "pas celle de Thurso", "pas celui de la Beauce, l'autre"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Outcome
from assistant.follow_up.asked_of import with_subject
from assistant.follow_up.pointing import group, told_apart
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.shown import reading_chosen
from assistant.follow_up.words import shown_positions
from assistant.question import Question, Task
from index.places import Place

# "non, pas celle de Saint-Isidore", "c'est pas le bon, l'autre", "not the one in Thurso, the other one"
_NOT_IT = re.compile(
    r"(?:(?:non|no|ah|mais|euh|oups|oh|desolee?|pardon|excuse\w*|c est|ce n est|c etait|je veux|je voulais|i mean) )*"
    r"(?:pas|not) (?:celle|celui|la bonne|le bon|(?:la |cette )?(?:coop\w*|clinique)"
    r"|(?:the|that|this) (?:one|co op|clinic)|that|it)(?!\S)(?P<what>.*?)"
    r"(?P<other> (?:mais )?(?:plutot )?(?:l autre|les autres|the others?)(?: (?:one|stp|svp|please))*)?"
)
_THAT = re.compile(r"(?: (?:la|ci|one))*")


def rejected(said: Sequel) -> Question | None:
    """What is left of the options, or of the co-ops just shown, without the one that the message says was not meant."""
    match = _NOT_IT.fullmatch(said.whole.message.folded)
    if match is None or said.whole.fields or said.whole.services or said.whole.filters:
        return None
    named = said.whole.places or said.whole.named or said.whole.left
    if named if match["what"].startswith((" la ", " ci ")) else not (named or _THAT.fullmatch(match["what"])):
        return None  # "pas celle-là, Saint-Bernard": that one is meant
    if said.taken_back is not None:
        return None  # something else is named: that is what was meant
    question, last = said.last.question, said.last
    if question.task is Task.CLARIFY_PLACE:
        return _other_place(said, bool(match["other"]))
    shown = tuple(p for p in question.options if isinstance(p, int)) or question.subjects or shown_positions(last)
    out = _pointed_at(said, shown) if named else set(shown) if len(shown) == 1 else set()
    left = tuple(p for p in shown if p not in out)
    if len(shown) == 1:
        spoken = () if left else group(said.whole.message.folded, said.turns)
        if len(spoken) == 1:
            return with_subject(
                last, spoken, replace(said.heard, places=(), named=(), left=()), said.alone, said.reader
            )
        return question if left else _another_of_the_name(said, shown[0])
    asked_back = last.answer.outcome is Outcome.CLARIFY
    if not shown or not (match["other"] or asked_back):
        return None
    if len(left) == 1:
        return with_subject(last, left, replace(said.heard, places=(), named=(), left=()), said.alone, said.reader)
    return replace(question, task=Task.CLARIFY_ENTRY, subjects=left, options=left, limit=None)


def _pointed_at(said: Sequel, shown: tuple[int, ...]) -> set[int]:
    """The co-ops that the message names, or that stand where it says; else those shown that bear a word of it."""
    if not (said.whole.places or said.whole.named):
        return set(told_apart(said.whole, shown, said.reader.directory))
    located = {p for place in said.whole.places for p in said.reader.subjects.located(place)}
    return located | {p for named in said.whole.named for p in named.positions}


def _other_place(said: Sequel, other: bool) -> Question | None:
    """The places of one name without the one told by its name or by what it lies in; "l'autre" bears the bare name."""
    question, gazetteer = said.last.question, said.reader.directory.gazetteer
    areas = [p for heard in said.whole.places for p in heard.mention.places if p.kind.is_area]
    options = tuple(o for o in question.options if isinstance(o, Place))
    told = reading_chosen(said, options)
    out = [told] if told else [o for o in options if any(gazetteer.inside(o, a) for a in areas)]
    left = tuple(o for o in options if o not in out)
    if not left or left == options:
        return None
    if other and len(left) > 1:
        shortest = min(len(o.name) for o in left)
        left = tuple(o for o in left if len(o.name) == shortest)
    if len(left) > 1:
        return replace(question, options=left)
    return replace(question, task=Task.LIST, place=left[0], options=())


def _another_of_the_name(said: Sequel, position: int) -> Question:
    """The other co-op that the last message could have named; where it could name no other, we ask which one."""
    question, heard = said.last.question, said.reader.ear.hear(said.last.message)
    readings = {p for named in heard.named for p in named.positions}
    readings |= {p for place in heard.places for p in said.reader.subjects.located(place)}
    others = tuple(sorted(readings - {position}))
    if len(others) == 1:
        return replace(question, subjects=others)
    fields = tuple(f for f in question.fields if f != "card")
    plain = Question(said.alone.message, Task.CLARIFY_ENTRY, language=said.alone.language, fields=fields)
    return replace(plain, services=question.services, subjects=others, options=others)
