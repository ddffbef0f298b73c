"""A question of the prose that continues another: what the documents say of the same thing."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer
from assistant.answerers.accounts import read_financial_table
from assistant.answerers.prose import say_sentences
from assistant.conversation import Turn
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.wanted import wanted

ENOUGH = 0.45  # share of the words of the first question that the sentence must hold


def quote_what_was_spoken_of(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "c'était quelle date ?": the sentence on the subject of the question before that holds a date, a number, a name.

    Every word that the message adds must stand in it too: else it asks something new.
    """
    if question.task is not Task.PROSE or not question.context:
        return None
    kind = wanted(knowledge.fold(question.message))
    if kind is None:
        return None
    light = knowledge.prose.terms.is_light
    own = tuple(t for t in knowledge.prose.asked(" ".join(question.content), knowledge.soft) if not t.isdigit())
    own = tuple(t for t in own if t.removeprefix("=") not in _WHAT and not light(t))
    subject = tuple(t for t in knowledge.prose.asked(question.context, knowledge.soft) if t not in own)
    if not subject:
        return None
    hits = [
        h
        for h in knowledge.prose.search((*subject, *own), None, 20)
        if kind.pattern.search(h.unit.span.quote) and not set(own) & set(h.missing) and h.coverage >= ENOUGH
    ]
    return say_sentences(question, knowledge, tuple(hits[:1])) if hits else None


def read_the_same_row(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "en pourcentage, la variation ?": of the row of the financial table that was asked before."""
    if question.task is not Task.PROSE or not question.context:
        return None
    whole = replace(question, message=f"{question.context} {question.message}", context="")
    return read_financial_table(whole, knowledge, last)


_WHAT = frozenset({"date", "jour", "mois", "mond", "gens", "nombr", "nom", "endroit", "personn"})
