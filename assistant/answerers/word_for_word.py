"""A question that was anticipated word for word, or nearly: no reading of its words by the lexicons is surer.

"guérir ou prévenir, quelle approche en coop ?" asks for no medical advice, "le médecin de Cantley qui témoigne" for no
co-op of Cantley: beside the passage, somebody wrote so.
"""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.answerers.nearness import whole_text
from assistant.answerers.quoting import say_passages
from assistant.conversation import Turn
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from index.anticipated import Resembling
from ingest.anticipated import AnsweredBy
from ingest.french import key

VERY_NEAR = 1.25  # score of `index.anticipated`, of 1.3, from which a question is the anticipated one
SAME_MEANING = 0.98  # cosine from which it means the same
WORDED = 0.7  # words in common, without which a score can't be so high
ALL = 0.99  # share of its words that the block then holds

_UNDERSTOOD_OTHERWISE = frozenset(Task) - {Task.PROSE, Task.EMERGENCY, Task.EMPTY, Task.SOCIAL}


def answer_word_for_word(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The passage, where something else than a question of the prose was understood."""
    if question.task not in _UNDERSTOOD_OTHERWISE or question.follows or question.context:
        return None
    if knowledge.index.anticipated.worded(question.message) < WORDED:
        return None  # said at once, for most questions need no model
    found = knowledge.resembling(question.message)
    if not found or not _is_it(found[0]) or not _of_its_numbers(question, found[0]):
        return None
    if question.services and _WHICH.search(key(question.message)) and not _WHICH.search(key(found[0].question)):
        return None  # "dans quelles coopératives y a-t-il… ?" asks which ones, "y a-t-il…" of all together
    return say_passages(question, knowledge, found[0].block.spans, found[0].question)


_WHICH = re.compile(r"(?<!\S)(?:quel(?:le)?s?|lesquelles|laquelle|which)(?!\S)")


def _is_it(found: Resembling) -> bool:
    of_a_passage = found.block.answered_by is AnsweredBy.PASSAGE
    return of_a_passage and found.score >= VERY_NEAR and found.cosine >= SAME_MEANING and found.covered >= ALL


def _of_its_numbers(question: Question, found: Resembling) -> bool:
    """Whether the block holds each number said, and is of the year asked: a number is no word that is compared."""
    of_the_year = question.period in (None, found.block.spans[0].document.year)
    held = {*re.findall(r"\d+", whole_text(found)), *re.findall(r"\d+", found.block.spans[0].document.year)}
    return of_the_year and set(re.findall(r"\d+", question.message)) <= held
