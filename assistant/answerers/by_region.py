"""Regions themselves: how many there are, which has the most co-ops, how many each has."""

from __future__ import annotations

import re
from collections import defaultdict

from assistant.answer import Answer, Found
from assistant.conversation import Turn
from assistant.draft import Draft
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.services import criteria
from index.areas import InRegion
from index.query import Match, Query
from index.readings import Reading, number_of


def count_by_region(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.BY_REGION:
        return None
    asked = (*criteria(knowledge, question.services, question.either), *question.filters)
    if question.regions:
        asked = (*asked, InRegion(question.regions))
    groups: dict[int, list[Match]] = defaultdict(list)
    for match in knowledge.directory.run(Query(asked)).matches:
        groups[match.entry.region.value or 0].append(match)
    draft = Draft(question)
    if question.measure is not None and question.measure != "recruiting":
        return _by_measure(draft, question, knowledge, groups)
    total = sum(len(g) for g in groups.values())
    folded = knowledge.fold(question.message)
    values = {"date": knowledge.table_date, "total": draft.computed(total)}
    single = re.search(r"(?<!\S)(?:une seule|qu une|only one|just one|1 seule)(?!\S)", folded)
    most = re.search(r"(?<!\S)(?:le plus|la plus|most|maximum)(?!\S)", folded)
    least = re.search(r"(?<!\S)(?:le moins|fewest|least)(?!\S)", folded)
    if re.search(r"(?<!\S)(?:aucune|pas de|sans|no|without)(?!\S)", folded) and not least:
        absent = [n for n in sorted(knowledge.regions) if n not in groups]
        names = draft.words.joined([_named(draft, knowledge, n) for n in absent])
        spans = [g[0].entry.region.span for g in groups.values() if g[0].entry.region.span]
        draft.add(
            "rank.regions_none",
            count=draft.computed(len(absent)),
            all=draft.computed(len(knowledge.regions)),
            names=names,
            marks=draft.cite(*spans),
            **values,
        )
        return draft.answer()
    if most:
        best = max(len(g) for g in groups.values())
        chosen = [n for n, g in groups.items() if len(g) == best]
        names = draft.words.joined([_named(draft, knowledge, n) for n in chosen])
        draft.add("rank.regions_best", region=names, count=draft.computed(best), **values)
    elif single or least:
        fewest = 1 if single else min(len(g) for g in groups.values())
        chosen = sorted(n for n, g in groups.items() if len(g) == fewest)
        names = draft.words.joined([_named(draft, knowledge, n) for n in chosen])
        draft.add("rank.regions_least", count=draft.computed(fewest), names=names, **values)
    elif re.search(r"(?<!\S)(?:combien|nombre|how many)(?: de)? regions?", folded):
        chosen = sorted(groups)
        draft.add("rank.regions_count", regions=draft.computed(len(groups)), **values)
    else:
        chosen = sorted(groups)
        everything = draft.computed(knowledge.total)
        draft.add("rank.regions_head", regions=draft.computed(len(groups)), all=everything, **values)
    for number in sorted(groups, key=lambda n: (-len(groups[n]), n)):
        if number in chosen:
            span = groups[number][0].entry.region.span
            draft.add(
                "rank.regions_item",
                region=_named(draft, knowledge, number),
                count=draft.computed(len(groups[number])),
                mark=draft.cite(span) if span else "",
            )
    shown = [m for n in chosen for m in groups[n]] if len(chosen) <= 4 else []
    return draft.answer(entries=tuple(Found(m.entry) for m in sorted(shown, key=lambda m: m.entry.position)))


def _by_measure(draft: Draft, question: Question, knowledge: Knowledge, groups: dict[int, list[Match]]) -> Answer:
    """Regions by the total of a number."""
    sums: list[tuple[float, int, list[Reading]]] = []
    for number, matches in groups.items():
        readings = [r for m in matches if (r := number_of(m.entry, question.measure or "")) is not None]
        sums.append((sum(r.number for r in readings), number, readings))
    sums.sort(key=lambda s: (-s[0] if question.descending else s[0], s[1]))
    best = sums[0]
    noun = draft.say(f"sum.{question.measure}")
    draft.add(
        "rank.regions_best_measure" if question.descending else "rank.regions_least_measure",
        noun=noun,
        date=knowledge.table_date,
        region=_named(draft, knowledge, best[1]),
        value=draft.computed(best[0]),
        said=draft.computed(len(best[2])),
    )
    for value, number, readings in sums[:3]:
        draft.add(
            "rank.regions_measure_item",
            region=_named(draft, knowledge, number),
            value=draft.computed(value),
            marks=draft.cite(*(r.span for r in readings)),
        )
    return draft.answer()


def _named(draft: Draft, knowledge: Knowledge, number: int) -> str:
    draft.declare(f"{number:02d}")
    return draft.say("rank.region_named", number=f"{number:02d}", name=draft.declare(knowledge.regions.get(number, "")))
