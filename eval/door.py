"""Asking, as a user would: every conversation through the assistant's one door, in the JSON of the batch interface."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from eval.reply import Reply, parse_reply

# One turn: a message and the conversation so far (None at first) give a reply in the batch format, and the conversation
# after it.
ReplyTo = Callable[[str, Any], tuple[Mapping[str, Any], Any]]


def door_of(assistant: Any, library: Any) -> ReplyTo:
    """The assistant's one door as replies in the batch format: the same JSON that outsiders judge."""
    from assistant.conversation import Conversation
    from assistant.reply_json import turn_to_dict

    def reply(message: str, conversation: Any) -> tuple[Mapping[str, Any], Any]:
        so_far = Conversation() if conversation is None else conversation
        turn = assistant.reply(message, so_far)
        return turn_to_dict(turn, library), so_far.then(turn)

    return reply


def answers(messages: Iterable[str], reply_to: ReplyTo) -> tuple[Reply, ...]:
    """What is answered to each message of one conversation."""
    conversation: Any = None
    found: list[Reply] = []
    for message in messages:
        raw, conversation = reply_to(message, conversation)
        found.append(parse_reply(raw))
    return tuple(found)


def questions(conversations: Mapping[str, Iterable[str]]) -> str:
    """The conversations as the batch command reads them, one a line."""
    rows = ({"id": key, "turns": list(messages)} for key, messages in conversations.items())
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
