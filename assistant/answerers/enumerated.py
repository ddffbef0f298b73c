"""How many things a list of the prose holds: asked ("combien de mandats ?"), or taken for granted and put right.

The number is ours: no document prints it. Only a whole list is counted; a few sentences brought together are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer, Outcome, Reason
from assistant.conversation import Turn
from assistant.draft import Draft, one_line
from assistant.knowledge import Knowledge
from assistant.numbers import UNITS
from assistant.question import Question, Task
from index.lexical import stems
from ingest.document import Span
from ingest.french import key
from ingest.passage import Kind

# "quels sont les sept principes ?", "nomme-moi les 3 mandats": the number of what is asked for, of nothing beside it.
_CLAIMED = re.compile(
    r"(?<!\S)(?:quels?|quelles?|lesquels|lesquelles|sont|etaient|nomme\w*(?: moi)?|liste\w*|donne\w*(?: moi)?|cite\w*"
    r"|enumere\w*|c est quoi|what are|list|name) (?:les|ses|vos|nos|leurs|ces|the|your|its) "
    rf"(?P<number>\d\d?|{'|'.join(UNITS)}) (?=[a-z])"
)
_COUNTED = re.compile(r"(?<!\S)(?:combien (?:de|d|des)|how many|nombre (?:de|d)) (?P<what>\S+(?: \S+)?)")
_LISTED = re.compile(
    r"^(?:quel(?:le)?s?|what|which)(?: (?:sont|etaient|are|were))?(?: (?:les|ses|vos|the))? (?P<what>\S+(?: \S+)?)"
)
# "objectif 2.3": a point that the document numbers itself.
_POINT = re.compile(
    r"\b(?:objectifs?|points?|items?|num[ée]ros?|actions?|mesures?|objectives?)\s+(?P<point>\d\.\d)\b", re.IGNORECASE
)


def asks_how_many_of(folded: str, listing: str) -> bool:
    """Whether a count asks how many there are of what another question lists.

    >>> asks_how_many_of("combien de mandats a la federation", "quels mandats la federation se donne t elle")
    True
    """
    counted, listed = _COUNTED.search(folded), _LISTED.search(listing) or _COUNTED.search(listing)
    if counted is None or listed is None:
        return False
    return bool(set(stems(counted["what"])) & set(stems(listed["what"])))


def whole_list(knowledge: Knowledge, units: Sequence[Span]) -> int:
    """How many things these spans enumerate where they are the whole of one list, 0 where they aren't."""
    if len(units) < 2:
        return 0
    passages = [knowledge.passage_of(unit) for unit in units]
    items = {p.span for p in passages if p is not None and p.kind is Kind.ITEM}
    if len(items) == len(units):
        path = next(p.headings for p in passages if p is not None)
        words = [h.quote for h in path]
        listed = {
            p.span
            for p in knowledge.library.passages
            if p.kind is Kind.ITEM and p.span.name == units[0].name and [h.quote for h in p.headings] == words
        }
        cut = sum(a.code == "cut_item" and set(a.spans) <= items for a in knowledge.library.anomalies)
        return len(listed) - cut if listed == items else 0
    paths = {p.headings[: n + 1] for p in knowledge.library.passages for n in range(1, len(p.headings))}
    titles = [next((path for path in paths if path[-1].contains(unit)), ()) for unit in units]
    above = {path[:-1] for path in titles}
    siblings = {path for path in paths if path[:-1] in above}
    return len(siblings) if len(above) == 1 and siblings == set(titles) else 0


def say_how_many(draft: Draft, question: Question, knowledge: Knowledge, number: int, listing: str = "") -> None:
    """The number of things in the list that follows, where the question asks it or says another one.

    `listing` is a question that this list answers, "" where none is known.
    """
    folded = knowledge.fold(question.message)
    claimed = _CLAIMED.search(folded)
    said = claimed["number"] if claimed else ""
    taken = int(said) if said.isdigit() else UNITS.get(said, number)
    if not number:
        return
    if taken != number:
        draft.add("prose.how_many_not", number=draft.computed(number), claimed=draft.computed(taken))
    elif asks_how_many_of(folded, knowledge.fold(listing)):
        draft.add("prose.how_many", number=draft.computed(number))


def quote_the_point(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "c'est quoi l'objectif 2.3 ?": the item that bears this number; where none does, none is given."""
    match = _POINT.search(question.message) if question.task is Task.PROSE else None
    if match is None:
        return None
    draft = Draft(question)
    for anomaly in knowledge.library.anomalies:
        if anomaly.code == "cut_item" and anomaly.reading and _bears(anomaly.reading, match["point"]):
            draft.declare(anomaly.reading)
            draft.add("prose.item", text=anomaly.reading, mark=draft.cite(*anomaly.spans))
            return draft.answer()
    for passage in knowledge.library.passages:
        if passage.kind is Kind.ITEM and _bears(one_line(passage.text), match["point"]):
            draft.add("prose.says", quote=one_line(passage.text), mark=draft.cite(passage.span))
            draft.join("prose.source", document=passage.span.document.short)
            return draft.answer()
    draft.add("prose.no_point", point=draft.declare(match["point"]))
    return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)


def _bears(text: str, point: str) -> bool:
    return key(text).startswith(f"{key(point)} ")
