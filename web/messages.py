"""One exchange as what the conversation shows: what was typed, the answer with its proof, the next questions."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from assistant.answer import Answer, Outcome
from assistant.conversation import Conversation
from ingest.library import Library
from web.cards import cards_html
from web.markup import answer_html
from web.sources import sources_html
from web.texts import FAILED, SEARCHING

# A longer row of buttons is a menu; nobody reads it.
MOST_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message of the conversation: whose (`user` or `assistant`), its HTML, and what one click may ask next."""

    role: str
    html: str
    choices: tuple[str, ...] = ()


def transcript(conversation: Conversation, library: Library) -> tuple[Bubble, ...]:
    """The whole conversation; only the last reply offers choices."""
    bubbles: list[Bubble] = []
    for number, turn in enumerate(conversation.turns, 1):
        offered = choices(turn.answer) if turn is conversation.last else ()
        reply = Bubble("assistant", reply_html(turn.answer, library, number), offered)
        bubbles += [Bubble("user", typed_html(turn.message)), reply]
    return tuple(bubbles)


def waiting(message: str) -> tuple[Bubble, ...]:
    """A message just typed, whose reply is being looked for."""
    return Bubble("user", typed_html(message)), Bubble("assistant", f'<div class="reply searching">{SEARCHING}</div>')


def failed(message: str) -> tuple[Bubble, ...]:
    """A message whose reply an error of ours prevented."""
    return Bubble("user", typed_html(message)), Bubble("assistant", f'<div class="reply failed">{FAILED}</div>')


def typed_html(message: str) -> str:
    """What the visitor typed, as text and nothing else."""
    return f'<div class="typed">{escape(message)}</div>'


def reply_html(answer: Answer, library: Library, turn: int) -> str:
    """The reply of turn number `turn`: text, co-ops and sources; where we ask which co-op, its choices are enough."""
    found = () if answer.outcome is Outcome.CLARIFY else answer.entries
    return (
        f'<div class="reply {answer.outcome.value}">'
        f'<div class="words">{answer_html(answer.text, turn, len(answer.citations))}</div>'
        f"{cards_html(found)}{sources_html(library, answer.citations, turn)}</div>"
    )


def choices(answer: Answer) -> tuple[str, ...]:
    """What one click may ask next: the suggestions; where we ask which one is meant, the co-ops' names."""
    if answer.suggestions or answer.outcome is not Outcome.CLARIFY:
        return answer.suggestions[:MOST_CHOICES]
    return tuple(dict.fromkeys(found.entry.name.value for found in answer.entries if found.entry.name.value))[
        :MOST_CHOICES
    ]


def notice_html(sentence: str) -> str:
    """A word about the message just typed, read aloud at once by a screen reader; "" takes it away."""
    return f'<p class="notice" role="alert">{escape(sentence)}</p>' if sentence else ""
