"""A conversation saved as plain JSON, and replayed: what the visitor typed or clicked, nothing of what was answered.

    {"version": 1, "turns": ["physio près de Gatineau ?", {"change": {"part": "radius", "of": "", "to": "50"}}]}

The answers come back from the documents: the same index gives the same turns, and a newer one its own answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from assistant.change import Change, ChangeError
from assistant.conversation import Conversation, Turn

VERSION = 1
Step = str | Change


class Replying(Protocol):
    """What answers: `assistant.assistant.Assistant`, or a known one in tests."""

    def reply(self, message: str, conversation: Conversation) -> Turn: ...

    def change(self, change: Change, conversation: Conversation) -> Turn: ...


class SavedError(ValueError):
    """What was given is no saved conversation; the message is French."""


def saved(conversation: Conversation) -> dict[str, Any]:
    """The conversation as plain JSON."""
    return {"version": VERSION, "turns": [_written(turn) for turn in conversation.turns]}


def restored(written: object, assistant: Replying, most: int | None = None) -> Conversation:
    """The conversation replayed, `most` turns of it; a change that no longer fits ends it. Raises `SavedError`."""
    if not isinstance(written, Mapping) or written.get("version") != VERSION:
        raise SavedError(f"la conversation n'est pas enregistrée dans la version {VERSION} du format.")
    conversation = Conversation()
    for step in read_steps(written.get("turns"))[:most]:
        try:
            conversation = conversation.then(taken(step, conversation, assistant))
        except ChangeError:
            return conversation
    return conversation


def taken(step: Step, conversation: Conversation, assistant: Replying) -> Turn:
    """The turn that a message or a change makes. Raises `ChangeError`."""
    if isinstance(step, Change):
        return assistant.change(step, conversation)
    return assistant.reply(step, conversation)


def read_steps(turns: object) -> tuple[Step, ...]:
    """The messages and changes of a list. Raises `SavedError`."""
    if not isinstance(turns, list):
        raise SavedError("« turns » doit être une liste.")
    return tuple(_read(turn) for turn in turns)


def _written(turn: Turn) -> str | dict[str, Any]:
    return turn.message if turn.change is None else {"change": turn.change.written()}


def _read(turn: object) -> Step:
    if isinstance(turn, str) and writable(turn):
        return turn
    if isinstance(turn, Mapping) and set(turn) == {"change"}:
        try:
            return Change.read(turn["change"])
        except ChangeError as error:
            raise SavedError(str(error)) from error
    raise SavedError('« turns » ne doit contenir que des chaînes de caractères et des {"change": {…}}.')


def writable(text: str) -> bool:
    """False for half a character ("\\ud83d" alone), which JSON can spell and UTF-8 can't."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
