"""The others: those that lack what was just asked ("celles qui n'en ont pas", "combien n'en offrent pas ?")."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.filters import contrary, criteria
from assistant.follow_up.sequel import Sequel
from assistant.hearing import DOCTORS
from assistant.question import Question, Task
from index.criteria import Among, Except

_WITHOUT_IT = re.compile(
    r"(?:(?:et|pis|non|ok|ah|bon|plutot|and|je voulais dire|je veux) )*"
    r"(?:celles|ceux|lesquelles|laquelle|combien|quelles(?: coops)?|the ones|those|which(?: ones)?|how many)"
    r"(?: (?:qui|that|who))? (?:n )?(?:en|l|le|la|y|don t|doesn t|do not)"
    r"(?: (?:ont|a|offr\w+|font|fait|donn\w+|cherch\w+|recrut\w+|veulent|have|has|offer|do|want))?"
    r"(?: (?:pas|aucune?|point|it|one|any|that))?"
)
_DENIES = re.compile(r"(?<!\S)(?:n|pas|aucune?|don|doesn|not)(?!\S)")


_WITH_IT = re.compile(
    r"(?:(?:et|pis|non|ok|ah|bon|plutot|and) )*(?:(?:celles |lesquelles )?(?:avec|qui en (?:ont|offrent|font|donnent))"
    r"|with(?: it)?)(?: (?:ca|alors|d abord|stp|svp))*"
)


def with_it(said: Sequel) -> Question | None:
    """ "et avec ?" after those that lack a service: those that have it."""
    question = said.last.question
    if not question.lacking or question.task not in (Task.LIST, Task.COUNT):
        return None
    if not _WITH_IT.fullmatch(said.whole.message.folded):
        return None
    return replace(question, lacking=(), limit=None, nth=1, unsaid_words=())


def without_it(said: Sequel) -> Question | None:
    """The last list with its last condition, else its services, turned into the contrary."""
    question, folded = said.last.question, said.whole.message.folded
    if question.task not in (Task.LIST, Task.COUNT) or not _WITHOUT_IT.fullmatch(folded) or not _DENIES.search(folded):
        return None
    task = Task.COUNT if said.heard.cue("count") else Task.LIST
    plain = replace(question, task=task, limit=None, nth=1, unsaid_words=())
    conditions = [c for c in question.filters if not isinstance(c, Among | Except)]
    if conditions:
        turned = tuple(contrary(c) if c is conditions[-1] else c for c in question.filters)
        return replace(plain, filters=turned)
    if not question.services or question.lacking:
        return None
    codes = {code for service in question.services for code in service.split("|")}
    if codes <= DOCTORS:
        none = criteria(said.reader.ear.hear("sans médecin"))
        return replace(plain, services=(), filters=(*question.filters, *none))
    return replace(plain, lacking=question.services)
