"""A conversation: what was said and understood, immutable and small.

>>> Conversation().last is None
True
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Answer
from assistant.change import Change, Chip
from assistant.question import Question


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: what was typed, what was understood (typed, and said part by part in French), what was answered.

    `chips` are the parts that may be looked at and changed; `change` is what was clicked, its `message` only says it;
    nothing that is said later can be about a turn that stands `aside`.
    """

    message: str
    question: Question
    answer: Answer
    understood: tuple[str, ...] = ()
    chips: tuple[Chip, ...] = ()
    change: Change | None = None
    aside: bool = False

    def explanation(self) -> str:
        """What was understood, one French line for each part, for people who check answers."""
        return "\n".join(self.understood)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of one visitor, oldest first."""

    turns: tuple[Turn, ...] = ()

    @property
    def last(self) -> Turn | None:
        return self.turns[-1] if self.turns else None

    def then(self, turn: Turn) -> Conversation:
        """This conversation with one more turn."""
        return Conversation((*self.turns, turn))
