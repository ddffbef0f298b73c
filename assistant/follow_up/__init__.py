"""A follow-up edits the last question: another place, service, field or year, a further filter, one of the list shown.

A message that is complete by itself inherits nothing. The order of `RULES` is the policy; each rule returns the edited
question, or None to let the next one try.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.conversation import Conversation
from assistant.follow_up.changed import (
    another_measure,
    another_number,
    another_place,
    another_radius,
    another_service,
    another_year,
    just_counted,
    of_the_federation,
    other_end,
    why,
)
from assistant.follow_up.shown import (
    about_the_one,
    choice,
    listed,
    narrower,
    nearest_of_them,
    next_in_rank,
    ordinal,
    same_asked_of_another,
)
from assistant.follow_up.words import pick, shown_positions
from assistant.hearing import Heard
from assistant.question import Question, Task

if TYPE_CHECKING:
    from assistant.understand import Understanding


RULES = (
    why,
    choice,
    listed,
    another_number,
    nearest_of_them,
    another_measure,
    next_in_rank,
    other_end,
    of_the_federation,
    ordinal,
    same_asked_of_another,
    about_the_one,
    narrower,
    another_place,
    another_service,
    another_radius,
    another_year,
    just_counted,
)


def edit(conversation: Conversation, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """The last question edited by what was heard, None where the message stands by itself."""
    turns = conversation.turns  # a politeness between two questions takes nothing from the second
    last = next((turn for turn in reversed(turns) if turn.question.task is not Task.SOCIAL), None)
    if last is None:
        return None
    alone_found = (
        last.question.task is Task.LIST and len(last.answer.entries) == 1 and pick(heard, shown_positions(last))
    )
    shown = last if alone_found else next((t for t in reversed(turns) if len(t.answer.entries) > 1), last)
    for rule in RULES:
        edited = rule(shown if rule is ordinal else last, heard, alone, reader)
        if edited is not None:
            return replace(
                edited,
                message=alone.message if edited.task is not Task.PROSE else edited.message,
                language=alone.language,
                follows=True,
            )
    return None
