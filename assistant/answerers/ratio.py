"""One number divided by another: how many files each doctor has, in one co-op or over many."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.aggregate import quotient, where_among
from assistant.answerers.selection import ranked
from assistant.conversation import Turn
from assistant.draft import Draft
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from index.query import Sort
from index.readings import number_of

DETAILED = 8  # co-ops of which each ratio is shown


def divide(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The ratio asked, of the co-ops that print both numbers."""
    if question.task is not Task.RATIO or question.measure is None:
        return None
    one, _, other = question.measure.partition("/")
    draft = Draft(question)
    asked = replace(question, scope=question.subjects or question.scope, subjects=())
    result = ranked(asked, knowledge, Sort(question.measure))
    matches = sorted(result.matches, key=lambda m: m.entry.position)
    where = "" if question.subjects else where_among(draft, question, knowledge)
    said = {"noun": draft.say(f"sum.{one}"), "unit": draft.say(f"divisor.{other}"), "date": knowledge.table_date}
    if not matches:
        draft.add("ratio.nobody", where=where, **said)
        return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
    readings = [m.reading for m in matches if m.reading is not None]
    if len(matches) == 1:
        name = matches[0].entry.name.value
        draft.add("ratio.one", name=name, quotient=quotient(draft, readings[0]), **said)
    else:
        above = sum(r.number for m in matches if (r := number_of(m.entry, one)) is not None)
        below = sum(r.number for m in matches if (r := number_of(m.entry, other)) is not None)
        counts = {"said": draft.computed(len(matches)), "total": draft.computed(len(matches) + len(result.unsorted))}
        spans = [s for r in readings for s in (r.span, r.over) if s is not None]
        draft.add("ratio.all", value=draft.computed(round(above / below, 1)), above=draft.computed(above),
                  below=draft.computed(below), where=where, marks=draft.cite(*spans), **counts, **said)  # fmt: skip
        for match in matches if len(matches) <= DETAILED else ():
            if match.reading is not None:
                draft.add("ratio.item", name=match.entry.name.value, quotient=quotient(draft, match.reading))
    return draft.answer(
        entries=tuple(Found(m.entry, m.distance_km) for m in matches) if where or question.subjects else ()
    )
