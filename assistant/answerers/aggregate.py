"""Rankings, totals and averages over the entries, with the rule used and how many of them say the number."""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import median

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.ask_back import say_no_such_coop
from assistant.answerers.fields import add_lines, give_fields
from assistant.answerers.lines import conditions_said, services_said, where_said
from assistant.answerers.selection import NEAR_KM, ranked
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.reckoned import ENDS, GAP
from index.areas import InArea
from index.criterion import Truth
from index.places import Place
from index.query import Match, Sort
from index.readings import Reading, gaps
from ingest.entry import ROW_CELLS

RUNNERS_UP = 2
MOST_UNCOUNTED = 2  # a longer ranking says out of how many it is


def rank(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.RANK or question.measure is None:
        return None
    if question.topic == ENDS:
        return _both_ends(question, knowledge)
    draft = Draft(question)
    result = ranked(replace(question, subjects=()), knowledge, Sort(question.measure, question.descending))
    where = where_among(draft, question, knowledge)
    matches = result.matches
    if not matches:
        draft.add("rank.nobody", date=knowledge.table_date, where=where)
        return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
    if question.subjects:
        of_them = tuple(m for m in matches if m.entry.position in question.subjects)
        return _places(draft, question, knowledge, of_them, matches, where)
    nth = min(question.nth, len(matches))
    shown = _with_ties(matches, question.limit or nth)[nth - 1 :]
    if nth > 1 and question.limit is None:
        return _places(draft, question, knowledge, shown, matches, where)
    if nth > 1 or (question.limit is not None and question.limit > 1):
        by, count = _by(draft, question.measure), draft.computed(len(shown))
        of = {"count": count, "total": draft.computed(result.total)}
        draft.add("rank.table_head", by=by, where=where, date=knowledge.table_date, **of)
        _items(draft, shown, nth)
        _gap(draft, question, shown)
    else:
        following = matches[len(shown) : len(shown) + RUNNERS_UP]
        _best(draft, question, where, shown, following, result.total)
    _add_what_is_asked_of_it(draft, knowledge, shown)
    known, total = len(matches), len(matches) + len(result.unsorted)
    if result.unsorted:
        draft.add("rank.said", said=draft.computed(known), total=draft.computed(total), where="")
    elif len(shown) > MOST_UNCOUNTED:
        draft.add("rank.all_said", said=draft.computed(known), total=draft.computed(total))
    return draft.answer(entries=tuple(Found(m.entry, m.distance_km) for m in shown))


def _items(draft: Draft, shown: tuple[Match, ...], first: int = 1) -> None:
    """A line for each, numbered from `first`."""
    for place, match in enumerate(shown, first):
        draft.add(
            "rank.item", rank=place, name=match.entry.name.value, town=_town(draft, match), **_value(draft, match)
        )


def _both_ends(question: Question, knowledge: Knowledge) -> Answer:
    """The largest and the smallest: "la plus grosse et la plus petite coop en membres"."""
    draft = Draft(question)
    where = where_among(draft, question, knowledge)
    first = ranked(question, knowledge, Sort(question.measure or "", True))
    last = ranked(question, knowledge, Sort(question.measure or "", False))
    if not first.matches:
        return _nobody(draft, knowledge, where)
    shown = [_with_ties(result.matches, question.limit or 1) for result in (first, last)]
    for matches, descending in zip(shown, (True, False), strict=True):
        if (question.limit or 1) > 1:
            of = {"count": draft.computed(len(matches)), "total": draft.computed(first.total)}
            by = _by(draft, question.measure or "")
            draft.add("rank.table_head" if descending else "rank.other_end", by=by, where=where,
                      date=knowledge.table_date, **of)  # fmt: skip
            _items(draft, matches)
        else:
            _best(draft, replace(question, descending=descending), where, matches, (), first.total)
    known = draft.computed(len(first.matches))
    total = draft.computed(len(first.matches) + len(first.unsorted))
    draft.add("rank.said" if first.unsorted else "rank.all_said", said=known, total=total, where="")
    return draft.answer(entries=tuple(Found(m.entry, m.distance_km) for m in dict.fromkeys((*shown[0], *shown[1]))))


def _best(
    draft: Draft,
    question: Question,
    where: str,
    shown: tuple[Match, ...],
    following: tuple[Match, ...],
    total: int,
) -> None:
    which = _which(draft, question) + where
    if len(shown) == 1:
        draft.add("rank.one", Which=which, name=shown[0].entry.name.value, **_value(draft, shown[0]))
    else:
        value = draft.computed(shown[0].reading.number) if shown[0].reading else ""
        of = {"count": draft.computed(len(shown)), "total": draft.computed(total)}
        draft.add("rank.tie", Which=which, value=value, **of)
        _items(draft, shown)
    draft.join("intro.confirm_plain", date=shown[0].entry.span.document.date)
    if following:
        items = [draft.say("rank.next_item", name=m.entry.name.value, **_value(draft, m)) for m in following]
        draft.add("rank.next", items=draft.words.joined(items))


def _add_what_is_asked_of_it(draft: Draft, knowledge: Knowledge, shown: tuple[Match, ...]) -> None:
    """The columns asked of the one that comes out first: "le téléphone de la coop qui a le plus de membres"."""
    if len(shown) == 1 and draft.question.fields:
        entry = shown[0].entry
        draft.add("fields.head", name=entry.name.value)
        add_lines(draft, knowledge, entry, draft.question.fields)


def _which(draft: Draft, question: Question) -> str:
    return _measure_said(draft, "most" if question.descending else "least", question.measure or "")


def _by(draft: Draft, measure: str) -> str:
    return _measure_said(draft, "by", measure)


def _measure_said(draft: Draft, how: str, measure: str) -> str:
    """The sentence that says a measure, or one divided by another ("files/doctors"); `how`: most, least or by."""
    one, divided, other = measure.partition("/")
    if divided:
        return draft.say(f"rank.{how}_ratio", noun=draft.say(f"sum.{one}"), unit=draft.say(f"divisor.{other}"))
    return draft.say(f"rank.{how}_{one}")


def _gap(draft: Draft, question: Question, shown: tuple[Match, ...]) -> None:
    """By how much the first leads the last of those shown, where that is asked."""
    first, last = shown[0].reading, shown[-1].reading
    if question.topic != GAP or first is None or last is None or len(shown) < 2:
        return
    gap, noun = abs(first.number - last.number), draft.say(f"sum.{question.measure}")
    draft.add("rank.gap", first=shown[0].entry.name.value, last=shown[-1].entry.name.value, noun=noun,
              gap=draft.computed(gap))  # fmt: skip


def _places(
    draft: Draft,
    question: Question,
    knowledge: Knowledge,
    shown: tuple[Match, ...],
    matches: tuple[Match, ...],
    where: str,
) -> Answer | None:
    """The place of some co-ops in the ranking; None where none of them prints the number."""
    numbers = [m.reading.number for m in matches if m.reading]
    for match in shown:
        assert match.reading is not None
        mine = match.reading.number
        place = 1 + sum(n > mine if question.descending else n < mine for n in numbers)
        draft.add("rank.place", name=match.entry.name.value, place=draft.computed(place), where=where,
                  by=_by(draft, question.measure or "members"), said=draft.computed(len(matches)),
                  date=knowledge.table_date, **_value(draft, match))  # fmt: skip
    if shown and matches[0] not in shown:
        draft.add("rank.first", name=matches[0].entry.name.value, **_value(draft, matches[0]))
    _add_what_is_asked_of_it(draft, knowledge, shown)
    return draft.answer(entries=tuple(Found(m.entry) for m in shown)) if shown else None


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
        said = draft.say("rank.gaps", count=draft.computed(match.reading.number), total=draft.computed(len(ROW_CELLS)))
        return {"value": said, "mark": draft.cite(*spans)}
    if match.reading.over is not None:
        return {"value": quotient(draft, match.reading), "mark": ""}
    span = match.reading.span
    return {"value": f"« {quoted(span.quote)} »", "mark": draft.cite(span)}


def quotient(draft: Draft, reading: Reading) -> str:
    """ "**2 000**, soit « 10 000 dossiers » [1] ÷ « 5 médecins » [2]"."""
    spans = [s for s in (reading.span, reading.over) if s is not None]
    both = " ÷ ".join(f"« {quoted(s.quote)} » {draft.cite(s)}" for s in spans)
    return draft.say("ratio.quotient", value=draft.computed(reading.number), both=both)


def add_up(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.SUM or question.measure is None:
        return None
    draft = Draft(question)
    result = ranked(question, knowledge, Sort(question.measure))
    where = where_among(draft, question, knowledge)
    matches = sorted(result.matches, key=lambda m: m.entry.position)
    if not matches:
        return _nobody(draft, knowledge, where)
    if len(matches) == 1 and question.place is not None:
        if question.strict and question.radius_km is None and not _stands_in(question.place, matches[0], knowledge):
            return say_no_such_coop(replace(question, task=Task.UNKNOWN_ENTRY), knowledge, last)  # another town's row
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
    untold = result.unsorted if _OF_ONE_COOP.search(knowledge.fold(question.message)) else ()
    for match in untold if len(untold) <= MOST_UNTOLD else ():
        name = match.entry.name
        draft.add("sum.untold", name=name.value, mark=draft.cite(*([name.span] if name.span else [])))
        matches = [*matches, match]
    if question.measure in ("population", "doctors"):
        draft.add(f"sum.rule_{question.measure}")
    return draft.answer(entries=tuple(Found(m.entry, m.distance_km) for m in matches) if where else ())


MOST_UNTOLD = 3  # co-ops named that give no number
# "la coop de la MRC de Mékinac", where several stand: each may be the one meant, those without a number as well
_OF_ONE_COOP = re.compile(r"(?<!\S)(?:la|the) (?:coop|cooperative|clinique|co op|clinic)(?: (?:de )?sante)?(?!\S)")


def _stands_in(place: Place, match: Match, knowledge: Knowledge) -> bool:
    """Whether a co-op is in a place or says that it serves it."""
    site = knowledge.directory.sites[match.entry.position - 1]
    return InArea(place).judge(site, knowledge.directory.gazetteer).truth is Truth.YES


def average(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.MEAN or question.measure is None:
        return None
    draft = Draft(question)
    result = ranked(question, knowledge, Sort(question.measure))
    where = where_among(draft, question, knowledge)
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


def where_among(draft: Draft, question: Question, knowledge: Knowledge) -> str:
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
