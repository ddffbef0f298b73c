"""A conversation saved as plain JSON holds what was said and clicked, and replays to the same turns."""

from __future__ import annotations

import json

import pytest

from assistant.change import Change, Part
from assistant.conversation import Conversation
from assistant.saved import SavedError, restored, saved
from tests.assistant.asking import ask, assistant

MESSAGES = (
    "quelles coops près de Gatineau offrent de la physiothérapie ?",
    "et à Thurso ?",
    "merci",
    "Quel est l'excédent de la Fédération en 2021-2022 ?",
    "physio près de Gatineau",
)


def a_conversation() -> Conversation:
    conversation = Conversation(ask(*MESSAGES))
    for change in (Change(Part.RADIUS, "", "100"), Change(Part.SERVICE, "physiotherapie")):
        conversation = conversation.then(assistant().change(change, conversation))
    return conversation


def test_what_is_saved_replays_to_equal_turns() -> None:
    conversation = a_conversation()
    written = json.dumps(saved(conversation))
    assert restored(json.loads(written), assistant()) == conversation


def test_nothing_of_the_answers_is_saved() -> None:
    assert saved(a_conversation()) == {
        "version": 1,
        "turns": [
            *MESSAGES,
            {"change": {"part": "radius", "of": "", "to": "100"}},
            {"change": {"part": "service", "of": "physiotherapie", "to": None}},
        ],
    }


def test_a_change_that_no_longer_fits_ends_what_is_restored() -> None:
    turns = ["bonjour", {"change": {"part": "place"}}, "merci"]
    assert [t.message for t in restored({"version": 1, "turns": turns}, assistant()).turns] == ["bonjour"]


@pytest.mark.parametrize(
    "written",
    [
        None,
        "{}",
        {"version": 2, "turns": []},
        {"version": 1},
        {"version": 1, "turns": [3]},
        {"version": 1, "turns": [{"change": {"part": "x"}}]},
        {"version": 1, "turns": ["\ud83d"]},
    ],
)
def test_what_is_no_saved_conversation_is_refused(written: object) -> None:
    with pytest.raises(SavedError):
        restored(written, assistant())
