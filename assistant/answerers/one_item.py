"""One item of a list, where the question asks for it by its place: "quel est le troisième mandat ?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Answer, Outcome
from assistant.answerers.prose_context import quote_the_item
from assistant.follow_up.quoted import ITEM
from assistant.follow_up.words import ORDINALS
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from index.lexical import stems
from ingest.passage import Kind

_BY_RANK = re.compile(
    r"(?<!\S)(?:quel(?:le)? (?:est|etait)|c est quoi|c etait quoi|donne\w*(?: moi)?|cite\w*(?: moi)?|what (?:is|was))"
    rf" (?:le|la|the|sa|son|leur|votre|ta|ton) (?P<rank>{'|'.join(ORDINALS)}) (?:des |of the )?(?P<what>\w{{4,}})(?!\S)"
)


def only_the_item(question: Question, found: Answer, knowledge: Knowledge) -> Answer:
    """The item asked, where `found` quotes the whole list that its title says to be of such things; else `found`."""
    match = _BY_RANK.search(knowledge.fold(question.message))
    if question.task is not Task.PROSE or found.outcome is not Outcome.ANSWERED or match is None:
        return found
    items = {p.span: p for p in knowledge.library.passages if p.kind is Kind.ITEM}
    heads = {items[span].headings[-1] for span in found.citations if span in items}
    titles = [span for span in found.citations if span in heads or span not in items]
    if not titles:  # each under a title of its own: "ORIENTATION", four times
        titles = list({knowledge.fold(head.quote): head for head in heads}.values())
    if len(titles) != 1 or not set(stems(match["what"])) & set(stems(titles[0].quote)):
        return found
    asked = replace(question, topic=ITEM, nth=ORDINALS[match["rank"]] + 1, options=found.citations)
    return quote_the_item(asked, knowledge, None) or found
