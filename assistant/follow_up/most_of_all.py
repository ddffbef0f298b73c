""" "Laquelle en a le plus ?" after a total or a mean: the same co-ops, ranked."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import measured
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import bare
from assistant.question import Question, Task

MOST = 13  # words


def most_of_those_reckoned(said: Sequel) -> Question | None:
    """The last total or mean as a ranking, where the message asks which has the most or the least of it."""
    question, heard = said.last.question, said.heard
    if question.task not in (Task.SUM, Task.MEAN) or question.measure is None or not bare(said.whole, MOST):
        return None
    if not heard.cue("most", "least") or not _WHICH.search(said.whole.message.folded):
        return None
    if heard.places or heard.named or heard.services or measured(heard) not in (None, question.measure):
        return None
    least = heard.first_cue("most") is None
    return replace(question, task=Task.RANK, descending=not least, topic="", fields=(), limit=None, nth=1, form="")


_WHICH = re.compile(
    r"(?<!\S)(?:laquelle|lequel|qui|quelle (?:coop|cooperative|clinique)|celle qui|which(?: one)?|who)"
    r"(?: (?:c est|est|qui|qu|est ce qui))*(?: (?:en|y))* "
    r"(?:a|avait|aurait|ont|compte|comptait|brasse|groupe|has|had)(?!\S)"
)
