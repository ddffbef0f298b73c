"""A figure that a question takes for granted and that the prose doesn't print: the sentence that prints another one.

"C'est bien en 2012 que la Fédération s'est ouverte aux coops de santé ?" is answered with the sentence of 2008.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Answer, Outcome
from assistant.answerers.prose import quote_best_sentences
from assistant.conversation import Turn
from assistant.knowledge import Knowledge
from assistant.question import Question, Task

# A figure with the small words that carry it: "en 2012", "de 45 $", "12e", "le 3 mars" keeps its month.
_FIGURE = re.compile(r"(?:\b(?:en|de|d['’]|à|in|of)\s+)?(?<![\w$])\d[\d  ]*(?:e|ème|ième|th)?\b\s?[$%]?", re.IGNORECASE)
_OF_DOCUMENTS = re.compile(r"20(?:14|21|22)(?:-20\d\d)?")
_CONFIRMS = re.compile(
    r"(?<!\S)(?:c est bien|est ce bien|est ce vrai|vrai|exact|exactement|correct|non|hein|n est ce pas|c est ca"
    r"|est ce que|pourquoi|right|is it true|why)(?!\S)"
)


def correct_a_figure(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """What the prose says once the figures claimed are left out; None unless it says others."""
    if question.task is not Task.PROSE or not _CONFIRMS.search(knowledge.fold(question.message)):
        return None
    claimed = [m.group() for m in _FIGURE.finditer(question.message) if not _OF_DOCUMENTS.search(m.group())]
    if not claimed:
        return None
    plain = question.message
    for figure in claimed:
        plain = plain.replace(figure, " ", 1)
    answer = quote_best_sentences(replace(question, message=" ".join(plain.split())), knowledge, last)
    if answer is None or answer.outcome is not Outcome.ANSWERED:
        return None
    printed = [s for s in answer.citations[:1] if re.search(r"\d", s.quote)]
    return answer if printed else None
