"""What a follow-up asks of the co-ops that it points at: its own words first, else what the last question asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.conversation import Turn
from assistant.follow_up.words import bare
from assistant.hearing import Heard
from assistant.named import Named
from assistant.question import Question, Task

if TYPE_CHECKING:
    from assistant.follow_up.sequel import Sequel
    from assistant.understand import Understanding

MOST_TOLD = 20  # co-ops told of together: of more, we ask which one is meant


def with_subject(
    last: Turn, positions: tuple[int, ...], heard: Heard, alone: Question, reader: Understanding
) -> Question:
    """What the message asks, else what the last question asked, of these co-ops."""
    if len(positions) > MOST_TOLD:
        options = replace(alone, task=Task.CLARIFY_ENTRY, subjects=positions, options=positions)
        return replace(options, fields=tuple(f for f in heard.field_codes if f != "card"), topic="")
    subject = Named(positions, 0, 0, "several" if len(positions) > 1 else "follow-up")
    plain = Question(alone.message, Task.CARD, language=alone.language, unsaid_words=())
    if heard.fields or heard.services or heard.topics:
        left_over = heard.left if len(positions) == 1 else ()  # "son dossier est électronique ?"
        return reader.of_subject(replace(plain, period=alone.period, unsaid_words=left_over), heard, subject)
    question = last.question
    unsettled = question.task in (Task.CLARIFY_ENTRY, Task.UNKNOWN_ENTRY)
    if question.task in (Task.FIELDS, Task.OFFER, Task.TOPIC) or unsettled:
        task: Task = question.task
        if unsettled:
            task = Task.OFFER if question.services else Task.FIELDS if question.fields else Task.CARD
        fields = tuple(f for f in question.fields if f != "card") or question.fields  # "c'est quoi l'adresse ?"
        return replace(question, task=task, subjects=positions, fields=fields, options=(), place=None)
    if heard.left and not bare(heard, 4):
        return replace(plain, task=Task.TOPIC, subjects=positions, unsaid_words=heard.left)
    return replace(plain, subjects=positions)


def topic_of(said: Sequel, positions: tuple[int, ...]) -> Question:
    """Whatever the words of the message ask, looked for in the rows of these co-ops."""
    plain = Question(said.alone.message, Task.TOPIC, language=said.alone.language, content=said.heard.content)
    return replace(plain, subjects=positions, unsaid_words=said.heard.left, follows=True)
