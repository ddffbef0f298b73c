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
_CLAUSES = re.compile(r"[,;:.!?]\s+")
_OF_DOCUMENTS = re.compile(r"20(?:14|21|22)(?:-20\d\d)?")
_CONFIRMS = re.compile(
    r"(?<!\S)(?:c est bien|est ce bien|est ce vrai|vrai|exact|exactement|correct|non|hein|n est ce pas|c est ca"
    r"|est ce que|pourquoi|right|is it true|why)(?!\S)"
)


def correct_a_figure(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """What the prose says once the figures claimed are left out; None unless it says others."""
    if question.task is not Task.PROSE:
        return None
    claimed = [m.group().rstrip() for m in _FIGURE.finditer(question.message) if not _OF_DOCUMENTS.search(m.group())]
    if not claimed:
        return None
    plain = question.message
    for figure in claimed:
        plain = plain.replace(figure, " ", 1)
    clause = next(c for c in _CLAUSES.split(question.message) if claimed[0] in c).replace(claimed[0], " ", 1)
    asked = (replace(question, message=" ".join(text.split())) for text in dict.fromkeys((plain, clause)))
    answers = (quote_best_sentences(q, knowledge, last) for q in asked)
    answer = next((a for a in answers if a is not None and a.outcome is Outcome.ANSWERED), None)
    if answer is None:
        return None
    said = answer.citations[0].quote if answer.citations else ""
    confirmed = _CONFIRMS.search(knowledge.fold(question.message)) and re.search(r"\d", said)
    return answer if confirmed or _counts_the_same(claimed, question.message, said) else None


def _counts_the_same(claimed: list[str], message: str, said: str) -> bool:
    """Whether the sentence counts what is claimed: "1 650 heures de bénévolat" where 165 hours are printed."""
    counted = {w for figure in claimed for w in re.findall(rf"{re.escape(figure)}\s+(\w{{4,}})", message.lower())}
    return any(re.search(rf"\d\s+{re.escape(word)}\b", said.lower()) for word in counted)
