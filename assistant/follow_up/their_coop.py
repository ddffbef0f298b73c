"""The co-op of somebody whom the prose quotes or names: "il est de quelle coop ?", "le numéro de sa coop ?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import bare
from assistant.question import Question, Task
from ingest.document import Span

TOLD_LATELY = 3  # turns in which somebody's co-op was told
MOST = 12  # words of a sequel about it


def their_coop(said: Sequel) -> Question | None:
    """Where a sentence just quoted names the co-op: that sentence again, or what is asked of the co-op by its name."""
    heard, text = said.whole, said.whole.message.text
    if said.last.question.task is not Task.PROSE or heard.places or any(n.sure for n in heard.named):
        return None
    told = next((t for t in said.turns[: -TOLD_LATELY - 1 : -1] if _name_told(t.answer.citations)), None)
    if told is None or told.answer.entries or not bare(heard, MOST):
        return None
    if _OF_WHICH.search(heard.message.folded):
        return told.question
    its = _ITS_COOP.search(text)
    if its is None:
        return None
    name = _name_told(told.answer.citations)
    asked = said.heard_as(f"{text[: its.start()]}la {name}{text[its.end() :]}")
    if asked.alone.subjects:
        return asked.alone
    return replace(said.alone, task=Task.UNKNOWN_ENTRY, topic=name, place=None, fields=asked.heard.field_codes)


def _name_told(spans: tuple[Span, ...]) -> str:
    """The co-op that the quotations name; empty where they name none, or several."""
    found = {m.group().strip() for span in spans for m in _NAMED.finditer(span.quote)}
    return found.pop() if len(found) == 1 else ""


_NAMED = re.compile(r"\b(?:Coop-Sant[ée]|Coop[ée]rative (?:de|en) [\w ]+) (?:[Dd]e[sl]? |[Dd]['’])?[A-ZÉ][\w'’-]+(?=,)")
_WORKS = r"(?:est|vient|sort|travaille|pratique|exerce|oeuvre|soigne)(?: (?:t )?(?:il|elle))?"
_OF_WHICH = re.compile(
    rf"(?<!\S){_WORKS} (?:de|d|a|dans|pour|avec|chez) (?:quelle|la quelle|quel) (?:coop\w*|clinique|endroit|place)"
    r"(?!\S)"
    rf"|(?<!\S)(?:de|dans|a|pour) quelle (?:coop\w*|clinique)(?: (?:est ce qu|qu|qui|c est qu|il|elle))*(?: {_WORKS})?$"
    r"|^(?:(?:et|pis|puis) )*(?:c est (?:qui|quoi) )?(?:sa|son) (?:coop\w*|clinique)"
    r"(?: (?:c est|est) (?:laquelle|quoi))?$"
)
_ITS_COOP = re.compile(r"\b(?:sa|son|leur) (?:coop[ée]?\w*|clinique)\b", re.IGNORECASE)
