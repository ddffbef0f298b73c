"""Who says what a document prints: the signature under a quotation, asked of what was quoted or of a whole claim."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.answerers.prose import ENOUGH
from assistant.conversation import Turn
from assistant.draft import Draft, one_line
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from ingest.passage import Passage

_SAYS = r"(?:ecrit|dit|redige|signe|affirme|raconte|declare|temoigne|soutient|pretend)"
_WHO_SAYS = re.compile(
    rf"(?:(?:et|pis|mais|ok) )*(?:c est )?qui (?:est ce )?(?:qui )?(?:a |l a )?{_SAYS}"
    r"(?: (?:ca|cela|ce texte|ces mots|cette phrase))?(?: la)?"
    r"|(?:(?:et|pis|mais) )*(?:ca vient|c etait) de qui(?: ca)?"
    r"|(?:and )?who (?:wrote|said|says|signed) (?:that|this|it)"
)
_WHO_SAYS_THAT = re.compile(
    rf"(?<!\S)(?:qui (?:est ce qui )?(?:a |avait )?{_SAYS}(?: \w+){{0,4}} (?:que|qu)"
    r"|who (?:wrote|said|says|claims)(?: \w+){0,4} that) (?P<what>.+)"
)


def name_who_signs(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "qui a écrit ça ?" after a quotation, "qui a dit que … ?": the signature under it; None where nobody signs."""
    if question.task is not Task.PROSE:
        return None
    folded = knowledge.fold(question.message)
    signatures = filter(None, map(knowledge.signature_of, _said(folded, question, knowledge, last)))
    signed = next(map(knowledge.words_of, signatures), None)
    if signed is None:
        return None
    draft = Draft(question)
    draft.add("prose.says", quote=one_line(signed.quote), mark=draft.cite(signed))
    draft.join("prose.source", document=signed.document.short)
    return draft.answer()


def _said(folded: str, question: Question, knowledge: Knowledge, last: Turn | None) -> list[Passage]:
    """The passages of which it is asked who says them."""
    if question.context and last is not None and _WHO_SAYS.fullmatch(folded):
        return [p for p in map(knowledge.passage_of, last.answer.citations) if p is not None]
    claim = _WHO_SAYS_THAT.search(folded)
    asked = knowledge.prose.asked(claim["what"], knowledge.soft) if claim is not None else ()
    return [h.unit.passage for h in knowledge.prose.search(asked, None, 1) if h.coverage >= ENOUGH]
