"""Regions themselves: how many there are, which has the most co-ops, how many each has."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.lines import conditions_said, services_said
from assistant.answerers.listing import list_entries
from assistant.conditions import said
from assistant.conversation import Turn
from assistant.draft import Draft
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.reckoned import ENDS
from assistant.services import criteria
from index.areas import InRegion
from index.criteria import Number
from index.query import Match, Query, Result
from index.readings import Reading, number_of

RUNNERS_UP = 3  # regions named of a ranking where no number is asked for
FEW_REGIONS = 4  # the co-ops of so many regions are shown
_SINGLE = re.compile(r"(?<!\S)(?:une seule|qu une|only one|just one|1 seule)(?!\S)")
_MOST = re.compile(r"(?<!\S)(?:le plus|la plus|most|maximum)(?!\S)")
_LEAST = re.compile(r"(?<!\S)(?:le moins|fewest|least)(?!\S)")
_HOW_MANY = re.compile(r"(?<!\S)(?:combien|nombre|how many)(?: de)? regions?")


def count_by_region(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """How many co-ops each region has, which has the most or none, or what they total."""
    if question.task is not Task.BY_REGION:
        return None
    of_each = tuple(f for f in question.filters if isinstance(f, Number) and f.name == "coops")
    others = tuple(f for f in question.filters if f not in of_each)
    asked = (*criteria(knowledge, question.services, question.either), *others)
    if question.regions:
        asked = (*asked, InRegion(question.regions))
    result = knowledge.directory.run(Query(asked))
    groups = _grouped(result.matches)
    draft = Draft(question)
    if not groups and question.topic != "none":  # none at all: said as of any list, with what is near it
        return list_entries(replace(question, task=Task.LIST, filters=others, topic="", measure=None), knowledge, last)
    if question.measure is not None:
        return _by_measure(draft, question, knowledge, groups)
    values = {"date": knowledge.table_date, "total": draft.computed(sum(len(g) for g in groups.values()))}
    if question.topic == "none":
        return _without(draft, question, knowledge, groups, result, bool(asked), values)
    chosen = _chosen(draft, question, knowledge, groups, of_each, values)
    for number in sorted(groups, key=lambda n: (-len(groups[n]), n)):
        if number in chosen:
            held = groups[number]
            alone = f" ({held[0].entry.name.value})" if len(held) == 1 and len(chosen) <= FEW_REGIONS else ""
            span = held[0].entry.region.span
            draft.add(
                "rank.regions_item",
                region=_named(draft, knowledge, number),
                count=f"{draft.computed(len(held))}{alone}",
                mark=draft.cite(span) if span else "",
            )
    shown = [m for n in chosen for m in groups[n]] if len(chosen) <= FEW_REGIONS else []
    return draft.answer(entries=tuple(Found(m.entry) for m in sorted(shown, key=lambda m: m.entry.position)))


def _grouped(matches: tuple[Match, ...]) -> dict[int, list[Match]]:
    groups: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        groups[match.entry.region.value or 0].append(match)
    return groups


def _chosen(
    draft: Draft,
    question: Question,
    knowledge: Knowledge,
    groups: dict[int, list[Match]],
    limits: tuple[Number, ...],
    values: dict[str, str],
) -> list[int]:
    """The regions that the message asks for, announced by their heading."""
    folded = knowledge.fold(question.message)
    single, least = _SINGLE.search(folded), _LEAST.search(folded)
    if limits:
        chosen = sorted(n for n, g in groups.items() if all(c.holds(len(g)) for c in limits))
        conditions = draft.words.joined([said(draft, c) for c in limits])
        if chosen:
            draft.add("rank.regions_such", count=draft.computed(len(chosen)), conditions=conditions, **values)
        else:
            draft.add("rank.regions_no_such", conditions=conditions, **values)
        return chosen
    if question.limit and question.limit > 1 and _MOST.search(folded) and question.topic != ENDS:
        chosen = sorted(groups, key=lambda n: (-len(groups[n]), n))
        edge = len(groups[chosen[min(question.limit, len(chosen)) - 1]])
        everything = draft.computed(knowledge.total)
        draft.add("rank.regions_head", regions=draft.computed(len(groups)), all=everything, **values)
        return [n for n in chosen if len(groups[n]) >= edge]
    if question.topic == ENDS:
        counts = {n: len(g) for n, g in groups.items()}
        for most, end in (("regions_best", max(counts.values())), ("regions_least", min(counts.values()))):
            names = draft.words.joined([_named(draft, knowledge, n) for n, count in counts.items() if count == end])
            draft.add(f"rank.{most}", region=names, names=names, count=draft.computed(end), **values)
        return [n for n, count in counts.items() if count in (max(counts.values()), min(counts.values()))]
    if _MOST.search(folded):
        best = max(len(g) for g in groups.values())
        chosen = [n for n, g in groups.items() if len(g) == best]
        names = draft.words.joined([_named(draft, knowledge, n) for n in chosen])
        draft.add("rank.regions_best", region=names, count=draft.computed(best), **values)
        return chosen
    if single or least:
        fewest = 1 if single else min(len(g) for g in groups.values())
        chosen = sorted(n for n, g in groups.items() if len(g) == fewest)
        names = draft.words.joined([_named(draft, knowledge, n) for n in chosen])
        draft.add("rank.regions_least", count=draft.computed(fewest), names=names, **values)
        return chosen
    if _HOW_MANY.search(folded):
        draft.add("rank.regions_count", regions=draft.computed(len(groups)), **values)
    else:
        everything = draft.computed(knowledge.total)
        draft.add("rank.regions_head", regions=draft.computed(len(groups)), all=everything, **values)
    return sorted(groups)


def _without(
    draft: Draft,
    question: Question,
    knowledge: Knowledge,
    groups: dict[int, list[Match]],
    result: Result,
    conditioned: bool,
    values: dict[str, str],
) -> Answer:
    """The regions where no co-op meets the conditions; those that the table doesn't tell of, those without co-ops."""
    everywhere = _grouped(tuple(Match(e, None, ()) for e in knowledge.library.entries))
    empty = [n for n in sorted(knowledge.regions) if n not in everywhere]
    if not conditioned:
        spans = [g[0].entry.region.span for g in everywhere.values() if g[0].entry.region.span]
        names = draft.words.joined([_named(draft, knowledge, n) for n in empty])
        count, of = draft.computed(len(empty)), draft.computed(len(knowledge.regions))
        draft.add("rank.regions_none", count=count, all=of, names=names, marks=draft.cite(*spans), **values)
        return draft.answer()
    told = bool(question.services)  # a service that is not among those told is not mentioned
    unknown = [m for m in result.unknown if not (told and m.entry.services_text.stated)]
    untold = {m.entry.region.value or 0 for m in unknown}
    none = sorted(n for n in everywhere if n not in groups and n not in untold)
    offering = draft.say("rank.offering", service=services_said(draft, question, knowledge)) if told else ""
    such = " ".join((offering, *(said(draft, c) for c in question.filters))).strip()
    count, of = draft.computed(len(none)), draft.computed(len(everywhere))
    draft.add("rank.regions_without", count=count, all=of, such=such, **values)
    for number in none:
        draft.add(
            "rank.regions_measure_item",
            region=_named(draft, knowledge, number),
            value=draft.words.joined([m.entry.name.value or "" for m in everywhere[number]]),
            marks=draft.cite(*(m.entry.region.span for m in everywhere[number] if m.entry.region.span)),
        )
    silent = sorted(n for n in untold if n not in groups)
    if silent:
        names = draft.words.joined([_named(draft, knowledge, n) for n in silent])
        spans = [m.spans[0] for m in unknown if m.entry.region.value in silent and m.spans]
        draft.add("rank.regions_untold", names=names, marks=draft.cite(*spans))
    draft.add("rank.regions_empty", names=draft.words.joined([_named(draft, knowledge, n) for n in empty]))
    shown = sorted((m.entry.position, m.entry) for n in none for m in everywhere[n])
    return draft.answer(entries=tuple(Found(entry) for _, entry in shown))


def _by_measure(draft: Draft, question: Question, knowledge: Knowledge, groups: dict[int, list[Match]]) -> Answer:
    """Regions by the total of a number."""
    sums: list[tuple[float, int, list[Reading]]] = []
    for number, matches in groups.items():
        readings = [r for m in matches if (r := number_of(m.entry, question.measure or "")) is not None]
        if readings:
            sums.append((sum(r.number for r in readings), number, readings))
    if not sums:
        draft.add("rank.nobody", date=knowledge.table_date, where=conditions_said(draft, question))
        return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
    sums.sort(key=lambda s: (-s[0] if question.descending else s[0], s[1]))
    noun = draft.say(f"sum.{question.measure}") + conditions_said(draft, question)
    ends = [(sums[0], question.descending)] + ([(sums[-1], False)] if question.topic == ENDS else [])
    for (value, _, _), descending in ends:
        equal = [s for s in sums if s[0] == value]
        draft.add(
            "rank.regions_best_measure" if descending else "rank.regions_least_measure",
            noun=noun,
            date=knowledge.table_date,
            region=draft.words.joined([_named(draft, knowledge, s[1]) for s in equal]),
            value=_total(draft, equal[0][2]),
            said=draft.computed(sum(len(s[2]) for s in equal)),
        )
    listed = sums[: question.limit or RUNNERS_UP] if question.topic != ENDS else [sums[0], sums[-1]]
    for _, number, readings in listed:
        draft.add(
            "rank.regions_measure_item",
            region=_named(draft, knowledge, number),
            value=_total(draft, readings),
            marks=draft.cite(*(r.span for r in readings)),
        )
    silent = sorted(set(groups) - {s[1] for s in sums})
    if silent and (question.limit or len(sums) < RUNNERS_UP or not question.descending):
        names = draft.words.joined([_named(draft, knowledge, n) for n in silent])
        spans = [groups[n][0].entry.region.span for n in silent]
        draft.add("rank.regions_untold", names=names, marks=draft.cite(*(s for s in spans if s)))
    if question.measure == "population":
        draft.add("sum.rule_population")
    return draft.answer()


def _total(draft: Draft, readings: list[Reading]) -> str:
    """A sum, or its two ends where some of the numbers are ranges ("2-3")."""
    low, high = sum(r.number for r in readings), sum(r.high or r.number for r in readings)
    return draft.computed(low) if low == high else f"{draft.computed(low)}–{draft.computed(high)}"


def _named(draft: Draft, knowledge: Knowledge, number: int) -> str:
    draft.declare(f"{number:02d}")
    return draft.say("rank.region_named", number=f"{number:02d}", name=draft.declare(knowledge.regions.get(number, "")))
