"""Rankings, totals and averages over the entries, with the rule used and how many of them say the number."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.fields import give_fields
from assistant.answerers.lines import conditions_said, services_said, where_said
from assistant.answerers.selection import NEAR_KM, ranked
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from index.query import Match, Sort
from index.readings import COLUMNS, gaps

RUNNERS_UP = 2
MOST_UNCOUNTED = 2  # a longer ranking says out of how many it is


def rank(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.RANK or question.measure is None:
        return None
    draft = Draft(question)
    result = ranked(question, knowledge, Sort(question.measure, question.descending))
    where = _where(draft, question, knowledge)
    matches = result.matches
    if not matches:
        draft.add("rank.nobody", date=knowledge.table_date, where=where)
        return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
    shown = _with_ties(matches, question.limit or question.nth)[question.nth - 1 :]
    if question.nth > 1 or (question.limit is not None and question.limit > 1):
        by, count = draft.say(f"rank.by_{question.measure}"), draft.computed(len(shown))
        of = {"count": count, "total": draft.computed(result.total)}
        draft.add("rank.table_head", by=by, where=where, date=knowledge.table_date, **of)
        for place, match in enumerate(shown, question.nth):
            draft.add(
                "rank.item", rank=place, name=match.entry.name.value, town=_town(draft, match), **_value(draft, match)
            )
    else:
        following = matches[len(shown) : len(shown) + RUNNERS_UP]
        _best(draft, question, where, shown, following, result.total)
    known, total = len(matches), len(matches) + len(result.unsorted)
    if result.unsorted:
        draft.add("rank.said", said=draft.computed(known), total=draft.computed(total), where="")
    elif len(shown) > MOST_UNCOUNTED:
        draft.add("rank.all_said", said=draft.computed(known), total=draft.computed(total))
    return draft.answer(entries=tuple(Found(m.entry, m.distance_km) for m in shown))


def _best(
    draft: Draft,
    question: Question,
    where: str,
    shown: tuple[Match, ...],
    following: tuple[Match, ...],
    total: int,
) -> None:
    which = draft.say(f"rank.{'most' if question.descending else 'least'}_{question.measure}") + where
    if len(shown) == 1:
        draft.add("rank.one", Which=which, name=shown[0].entry.name.value, **_value(draft, shown[0]))
    else:
        value = draft.words.number(shown[0].reading.number) if shown[0].reading else ""
        of = {"count": draft.computed(len(shown)), "total": draft.computed(total)}
        draft.add("rank.tie", Which=which, value=value, **of)
        for place, match in enumerate(shown, 1):
            draft.add(
                "rank.item", rank=place, name=match.entry.name.value, town=_town(draft, match), **_value(draft, match)
            )
    draft.join("intro.confirm_plain", date=shown[0].entry.span.document.date)
    if following:
        items = [draft.say("rank.next_item", name=m.entry.name.value, **_value(draft, m)) for m in following]
        draft.add("rank.next", items=draft.words.joined(items))


def _with_ties(matches: tuple[Match, ...], limit: int) -> tuple[Match, ...]:
    """The first `limit`, and those equal to the last of them."""
    if len(matches) <= limit:
        return matches
    edge = matches[limit - 1].reading
    return tuple(
        m for i, m in enumerate(matches) if i < limit or (edge and m.reading and m.reading.number == edge.number)
    )


def _town(draft: Draft, match: Match) -> str:
    town = match.entry.municipality.value
    return draft.say("list.town", town=town) if town else ""


def _value(draft: Draft, match: Match) -> dict[str, str]:
    assert match.reading is not None
    if draft.question.measure == "gaps":
        spans = [c.span for c in gaps(match.entry) if c.span is not None]
        said = draft.say("rank.gaps", count=draft.computed(match.reading.number), total=draft.computed(len(COLUMNS)))
        return {"value": said, "mark": draft.cite(*spans)}
    span = match.reading.span
    return {"value": f"« {quoted(span.quote)} »", "mark": draft.cite(span)}


def add_up(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.SUM or question.measure is None:
        return None
    draft = Draft(question)
    result = ranked(question, knowledge, Sort(question.measure))
    where = _where(draft, question, knowledge)
    matches = sorted(result.matches, key=lambda m: m.entry.position)
    if not matches:
        return _nobody(draft, knowledge, where)
    if len(matches) == 1 and question.place is not None:
        return give_fields(
            replace(question, task=Task.FIELDS, subjects=(matches[0].entry.position,), fields=(question.measure,)),
            knowledge,
            last,
        )
    low = sum(m.reading.number for m in matches if m.reading)
    high = sum(m.reading.high or m.reading.number for m in matches if m.reading)
    marks = draft.cite_run([m.reading.span for m in matches if m.reading])
    values = {
        "noun": draft.say(f"sum.{question.measure}"),
        "where": where,
        "said": draft.computed(len(matches)),
        "total": draft.computed(len(matches) + len(result.unsorted)),
        "date": knowledge.table_date,
        "marks": marks,
    }
    if high != low:
        draft.add("sum.range", low=draft.computed(low), high=draft.computed(high), **values)
    else:
        draft.add("sum.head", value=draft.computed(low), **values)
    if 1 < len(matches) <= 8:
        for match in matches:
            draft.add("sum.detail", name=match.entry.name.value, **_value(draft, match))
    if question.measure in ("population", "doctors"):
        draft.add(f"sum.rule_{question.measure}")
    return draft.answer(entries=tuple(Found(m.entry, m.distance_km) for m in matches) if where else ())


def average(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.MEAN or question.measure is None:
        return None
    draft = Draft(question)
    result = ranked(question, knowledge, Sort(question.measure))
    where = _where(draft, question, knowledge)
    matches = sorted(result.matches, key=lambda m: m.entry.position)
    if not matches:
        return _nobody(draft, knowledge, where)
    numbers = [m.reading.number for m in matches if m.reading]
    marks = draft.cite_run([m.reading.span for m in matches if m.reading])
    values = {
        "noun": draft.say(f"sum.{question.measure}"),
        "where": where,
        "said": draft.computed(len(numbers)),
        "total": draft.computed(len(numbers) + len(result.unsorted)),
        "date": knowledge.table_date,
        "marks": marks,
    }
    if question.topic == "median":
        draft.add("sum.median", value=draft.computed(median(numbers)), **values)
    else:
        _printed_mean(draft, question, knowledge)
        draft.add(
            "sum.mean",
            value=draft.computed(round(sum(numbers) / len(numbers), 1)),
            sum=draft.computed(sum(numbers)),
            **values,
        )
    return draft.answer(entries=tuple(Found(m.entry, m.distance_km) for m in matches) if where else ())


def _printed_mean(draft: Draft, question: Question, knowledge: Knowledge) -> None:
    """An average that a document prints itself is given first, with its date: it may be newer than the table."""
    if question.services or question.filters or question.regions or question.areas or question.place or question.scope:
        return
    noun = knowledge.prose.terms.of(draft.say(f"sum.{question.measure}"))[0]
    for quantity in reversed(knowledge.library.quantities):
        if "moyenne" in quantity.about and noun in knowledge.prose.terms.of(quantity.noun)[:1]:
            document = quantity.span.document
            draft.add(
                "prose.two_dates",
                document=document.short,
                text=f"« {quoted(quantity.span.quote)} »",
                mark=draft.cite(quantity.span),
            )


def _nobody(draft: Draft, knowledge: Knowledge, where: str) -> Answer:
    draft.add("rank.nobody", date=knowledge.table_date, where=where)
    return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)


def _where(draft: Draft, question: Question, knowledge: Knowledge) -> str:
    where = where_said(draft, question, knowledge)
    if question.place is not None:
        if question.strict:
            where += " " + draft.say("list.inside", place=question.place.name)
        elif not question.scope:
            where += " " + draft.say("list.near", km=draft.km(question.radius_km or NEAR_KM), place=question.place.name)
    if question.services:
        where += ", " + draft.say("rank.among", service=services_said(draft, question, knowledge))
    if question.scope:
        where += " " + draft.say("list.scope")
    return where + conditions_said(draft, question)
