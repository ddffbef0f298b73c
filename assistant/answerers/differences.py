"""Measures of two documents said side by side: newest first, then how much more or less, and what is not said.

- Rapport annuel 2021-2022 : « 206 médecins omnipraticiens » [1]
- Brochure de 2014 : « plus de 130 médecins » [2]

Écart : +76 (+58,5 %), de 2014 à 2021-2022. Au moins un des deux nombres est donné comme approximatif.
"""

from __future__ import annotations

import re

from assistant import times
from assistant.answer import Answer
from assistant.draft import Draft, one_line, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question
from ingest.document import Document
from ingest.french import key
from ingest.passage import Passage, Quantity

LONG = 400  # characters of a sentence: beyond, the quantity alone is cited
NEAR = 500  # characters: within them a total and what it is divided by are of one paragraph
MULTIPLE = 2.0  # from so many times as much, the ratio is said too
_RATIO = re.compile(r"(?<!\S)(?:ratio|doubl\w*|tripl\w*|quadrupl\w*|(?:combien de )?fois|times|twice)(?!\S)")
_WHICH_TOO = re.compile(r"(?<!\S)(?:lesquel\w*|laquelle|qui|quel\w*|which|who)(?!\S)")


def put_side_by_side(question: Question, knowledge: Knowledge, measured: list[list[Quantity]]) -> Answer | None:
    """Each measure in each document that gives it, with the difference; None where there is none."""
    if not measured:
        return None
    draft = Draft(question)
    if len(measured) > 1:
        for found in measured:
            _on_one_line(draft, found)
        return draft.answer()
    found = measured[0]
    if len(found) > 1:
        draft.add("prose.newest")
    for quantity in found:
        _line(draft, question, knowledge, quantity, alone=len(found) == 1)
    if len(found) > 1:
        _difference(draft, question, knowledge, found[0], found[-1])
    elif question.period == times.BOTH:
        say_silent(draft, knowledge, [found[0].span.document])
    return draft.answer()


def say_silent(draft: Draft, knowledge: Knowledge, told: list[Document], number: bool = True) -> None:
    """Names the documents that don't give what the others told: a number, or anything about it."""
    for document in reversed(knowledge.library.documents):
        if document not in told:
            draft.add(f"prose.{'no_number' if number else 'nothing'}_in", document=draft.declare(document.short))


def _line(draft: Draft, question: Question, knowledge: Knowledge, quantity: Quantity, alone: bool) -> None:
    passage = knowledge.passage_of(quantity.span)
    if alone and passage is not None and _happened_elsewhere(question, knowledge, passage):
        mark = draft.cite(passage.span)
        text = f"« {one_line(passage.span.quote)} »"
        draft.add("prose.two_dates", document=quantity.span.document.short, text=text, mark=mark)
        return
    mark = draft.cite(quantity.sentence if len(quantity.sentence.quote) < LONG else quantity.span)
    more = alone and question.period != times.BOTH and _WHICH_TOO.search(knowledge.fold(question.message))
    said = quoted(quantity.sentence.quote) if more else _said(quantity)
    draft.add("prose.two_dates", document=quantity.span.document.short, text=f"« {said} »", mark=mark)


_IN_A_TOWN = re.compile(r"\b(?:à|de|in|at|of) ([A-ZÉ][\w’'-]+)")


def _happened_elsewhere(question: Question, knowledge: Knowledge, passage: Passage) -> bool:
    """Whether a passage places what is counted in a town, and the question in another one."""
    asked, told = (
        {name for name in _IN_A_TOWN.findall(text) if knowledge.directory.gazetteer.exactly(key(name))}
        for text in (question.message, passage.span.quote)
    )
    return bool(asked and told) and asked.isdisjoint(told)


def _on_one_line(draft: Draft, found: list[Quantity]) -> None:
    """One measure of several: its numbers, newest first, and what changed."""
    told = [
        draft.say("prose.of_year", text=_said(q), year=q.span.document.year, mark=draft.cite(q.sentence)) for q in found
    ]
    change = _change(draft, found[0], found[-1]) if len(found) > 1 and _same_thing(*found) else None
    draft.add("prose.measure", told=" ; ".join(told), change=draft.say("prose.change", **change) if change else "")


def _said(quantity: Quantity) -> str:
    return quoted(quantity.span.quote).removeprefix("de ")


def _same_thing(new: Quantity, old: Quantity) -> bool:
    return new.noun == old.noun and ("moyenne" in new.about) == ("moyenne" in old.about)


def _change(draft: Draft, new: Quantity, old: Quantity) -> dict[str, str]:
    """How much more or less, in number and in percent."""
    change = new.number - old.number
    sign = "+" if change >= 0 else "−"
    rate = draft.computed(round(100 * abs(change) / old.number, 1))
    return {"difference": f"{sign}{draft.computed(abs(change))}", "rate": f"{sign}{rate}"}


def _difference(draft: Draft, question: Question, knowledge: Knowledge, new: Quantity, old: Quantity) -> None:
    """What changed between the two; else why they can't be subtracted."""
    if not _same_thing(new, old):
        if new.noun != old.noun:
            draft.add("prose.not_the_same")
        elif "moyenne" in new.about:
            _average(draft, knowledge, new, old)
        return
    years = {"old": old.span.document.year, "new": new.span.document.year}
    draft.add("prose.difference_rate", **_change(draft, new, old), **years)
    times_as_much = new.number / old.number
    if times_as_much >= MULTIPLE or _RATIO.search(knowledge.fold(question.message)):
        draft.join("prose.times", times=draft.computed(round(times_as_much, 1)))
    if old.about or new.about:
        draft.join("prose.about")


def _average(draft: Draft, knowledge: Knowledge, new: Quantity, old: Quantity) -> None:
    """An average beside a total: the total shared among the co-ops that its paragraph counts."""
    among = [
        q
        for q in knowledge.library.quantities
        if q.noun == "cooperative" and q.span.name == old.span.name and abs(q.span.start - old.span.start) < NEAR
    ]
    if among:
        values = {"mean": draft.computed(round(old.number / among[0].number)), "count": quoted(among[0].span.quote)}
        mark = draft.cite(among[0].span)
        draft.add("prose.shared", old=old.span.document.year, new=new.span.document.year, mark=mark, **values)
