"""Regions asked of one after the other, compared: "laquelle des deux régions en a le plus ?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import measured
from assistant.follow_up.pointing import spelt
from assistant.follow_up.sequel import Sequel
from assistant.question import Question, Task

_OF_THEM = re.compile(
    r"(?<!\S)(?:(?:laquelle|which)(?: (?:des|de ces|of the|of those))?|quelle|de ces|des)"
    r" (?:(?P<n>deux|trois|quatre|two|three|four) )?regions?(?!\S)"
)
_RECKONED = (Task.COUNT, Task.SUM, Task.LIST)


def regions_compared(said: Sequel) -> Question | None:
    """The regions that the last turns were about, one a turn, ranked by what was counted there."""
    heard, match = said.heard, _OF_THEM.search(said.whole.message.folded)
    if match is None or not heard.cue("most", "least") or heard.places or heard.named:
        return None
    last = said.last.question
    asked = [t.question for t in said.turns if t.question.task is last.task and len(t.question.regions) == 1]
    regions = tuple(dict.fromkeys(q.regions[0] for q in asked))
    wanted = spelt(match["n"]) if match["n"] else len(regions)
    if last.task not in _RECKONED or wanted < 2 or len(regions) < wanted:
        return None
    least = heard.first_cue("most") is None
    grouped = replace(last, task=Task.BY_REGION, regions=regions[-wanted:], measure=measured(heard) or last.measure)
    return replace(grouped, descending=not least, place=None, areas=(), scope=(), topic="", limit=None)
