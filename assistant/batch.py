"""Many conversations, one JSON line each: the interface of every automatic check of the answers.

    {"id": "a", "turns": ["une coop à Gatineau ?", "et à Thurso ?"]}     in
    {"id": "a", "replies": [{"answer": "…", …}, {"answer": "…", …}]}     out, in the same order

A turn may also be a click on a chip of the reply before it, `{"change": {"part": "radius", "of": "", "to": "50"}}`: a
saved conversation (`assistant/saved.py`) with an id is a line. A line that isn't valid gives `{"id": …, "error": "…"}`
in its place, and the others are still answered.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from typing import Any

from assistant.change import ChangeError
from assistant.conversation import Conversation, Turn
from assistant.reply_json import turn_to_dict
from assistant.saved import Replying, SavedError, Step, read_steps, taken, writable
from ingest.library import Library


class LineError(ValueError):
    """A line can't be read as a conversation; `id` is its id where it has a usable one."""

    def __init__(self, problem: str, id: str | int | None = None) -> None:
        super().__init__(problem)
        self.id = id


def answer_lines(lines: Iterable[bytes], assistant: Replying, library: Library) -> Iterator[dict[str, Any]]:
    """One reply object for each line, as soon as it is ready."""
    for number, line in enumerate(lines, 1):
        try:
            id, steps = read_line(line)
        except LineError as error:
            yield {"id": error.id, "error": f"ligne {number} : {error}"}
        else:
            try:
                yield {"id": id, "replies": _replies(steps, assistant, library)}
            except ChangeError as error:
                yield {"id": id, "error": f"ligne {number} : {error}"}
            except (
                Exception
            ) as error:  # one conversation that fails is said in its place, and costs no other its answer
                problem = f"panne imprévue ({type(error).__name__} : {error})"
                yield {
                    "id": id,
                    "error": f"ligne {number} : {problem}. Détail : coopsante --debug ask « la question ».",
                }


def read_line(line: bytes) -> tuple[str, tuple[Step, ...]]:
    """The id, and the messages and changes, of one line.

    >>> read_line('{"id": "a", "turns": ["et à Thurso ?"]}'.encode())
    ('a', ('et à Thurso ?',))
    """
    try:
        read = json.loads(line.decode("utf-8-sig"))  # -sig: some editors put a mark before the first line
    except UnicodeDecodeError as error:
        raise LineError("ce n'est pas de l'UTF-8 ; réenregistrez le fichier dans ce codage.") from error
    except (ValueError, RecursionError) as error:
        raise LineError('ce n\'est pas du JSON ; écrivez {"id": "…", "turns": ["…"]}.') from error
    if not isinstance(read, dict):
        raise LineError('il faut un objet {"id": "…", "turns": ["…"]}.')
    id, turns = read.get("id"), read.get("turns")
    if not isinstance(id, str) or not writable(id):
        raise LineError("« id » manque ou n'est pas une chaîne de caractères.", id if isinstance(id, int) else None)
    if not isinstance(turns, list) or not turns:
        raise LineError("« turns » doit être une liste d'au moins une question.", id)
    try:
        return id, read_steps(turns)
    except SavedError as error:
        raise LineError(str(error), id) from error


def timed_reply(
    step: Step, conversation: Conversation, assistant: Replying, library: Library
) -> tuple[Turn, dict[str, Any]]:
    """The turn, and the same as the object of the batch interface, with the time it took."""
    start = time.perf_counter()
    turn = taken(step, conversation, assistant)
    elapsed = (time.perf_counter() - start) * 1000
    return turn, {**turn_to_dict(turn, library), "elapsed_ms": round(elapsed, 1)}


def _replies(steps: tuple[Step, ...], assistant: Replying, library: Library) -> list[dict[str, Any]]:
    conversation, replies = Conversation(), []
    for step in steps:
        turn, reply = timed_reply(step, conversation, assistant, library)
        conversation = conversation.then(turn)
        replies.append(reply)
    return replies
