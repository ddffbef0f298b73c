"""Regions asked of one after the other, compared: "laquelle des deux régions en a le plus ?"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from assistant.asked import measured
from assistant.follow_up.pointing import spelt
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import pick, shown_positions
from assistant.question import Question, Task

_OF_THEM = re.compile(
    r"(?<!\S)(?:(?:laquelle|which)(?: (?:des|de ces|of the|of those))?|quelle|de ces|des)"
    r" (?:(?P<n>deux|trois|quatre|two|three|four) )?regions?(?!\S)"
    r"|(?<!\S)(?:laquelle des|which of the) (?P<few>deux|trois|two|three)(?!\S)(?! (?:coop|clini))"
)
_TOGETHER = re.compile(
    r"(?:(?:et|pis|ok|and) )*(?:(?:dans|pour) )?(?:les|the) (?P<n>deux|trois|quatre|two|three|four)"
    r"(?: regions)?(?: (?:ensemble|reunies|combinees|au total|together|combined))?"
)
_RECKONED = (Task.COUNT, Task.SUM, Task.LIST)


def regions_compared(said: Sequel) -> Question | None:
    """The regions that the last turns were about, one a turn, ranked by what was counted there."""
    heard, match = said.heard, _OF_THEM.search(said.whole.message.folded)
    if match is None or not heard.cue("most", "least") or heard.places or heard.named:
        return None
    last, regions = said.last.question, _told(said)
    number = match["n"] or match["few"]
    wanted = spelt(number) if number else len(regions)
    if match["few"] and (last.task is Task.LIST or len(shown_positions(said.last)) == wanted):
        return None  # of the co-ops shown
    if last.task not in _RECKONED or wanted < 2 or len(regions) < wanted:
        return None
    least = heard.first_cue("most") is None
    grouped = replace(last, task=Task.BY_REGION, regions=regions[-wanted:], measure=measured(heard) or last.measure)
    return replace(grouped, descending=not least, place=None, areas=(), scope=(), topic="", limit=None)


def regions_together(said: Sequel) -> Question | None:
    """ "les deux régions ensemble": what was asked of one region after the other, asked of both."""
    match = _TOGETHER.fullmatch(said.whole.message.folded)
    if match is None or "regions" not in match.group().split():
        return None
    last, regions, wanted = said.last.question, _told(said), spelt(match["n"])
    if last.task not in _RECKONED or len(regions) < wanted:
        return None
    return replace(last, regions=regions[-wanted:])


def _told(said: Sequel) -> tuple[int, ...]:
    """The regions that the last questions of one kind were about, one a turn, in their order."""
    last = said.last.question
    asked = (t.question for t in said.turns if t.question.task is last.task and len(t.question.regions) == 1)
    return tuple(dict.fromkeys(q.regions[0] for q in asked))


def of_that_region(said: Sequel) -> Question | None:
    """ "combien de médecins dans celle-là ?" after a ranking of regions: in the one that was last told of."""
    ranking, heard, alone = said.last.question, said.whole, said.alone
    if ranking.task is not Task.BY_REGION or ranking.services or ranking.filters or ranking.measure is not None:
        return None
    if heard.places or any(n.sure for n in heard.named) or not _IN_IT.search(heard.message.folded):
        return None
    if alone.task not in (Task.SUM, Task.MEAN, Task.RANK, Task.LIST, Task.COUNT) or alone.regions or alone.subjects:
        return None
    held = Counter(e.region.value for e in said.reader.directory.entries if e.region.value)
    order = sorted(held, key=lambda number: (-held[number], number))
    asked = said.reader.ear.hear(said.last.message)
    rank = pick(asked, tuple(range(1, len(order) + 1))) or (1 if ranking.limit is not None else None)
    if rank is None or not ranking.descending:
        return None
    return replace(alone, regions=(order[rank - 1],))


_IN_IT = re.compile(
    r"(?<!\S)(?:(?:dans|pour|de) (?:celle|cette region)(?: (?:la|ci))?|la bas|dans (?:la|cette) region(?: la)?"
    r"|in that (?:one|region))(?!\S)(?! (?:de|d|du|des|qui)(?!\S))"
)
