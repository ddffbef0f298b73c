"""A message is read with no more work after many turns than after a few."""

from __future__ import annotations

import pytest

from assistant.hearing import Ear, Heard
from benchmarks.turns import HERE, talk
from tests.assistant.asking import assistant

MESSAGES = (HERE / "questions" / "conversation.txt").read_text(encoding="utf-8").splitlines()
FEW, MANY = len(MESSAGES), 4 * len(MESSAGES)  # whole rounds: the same turns come just before


@pytest.mark.parametrize("at", range(len(MESSAGES)))
def test_as_little_is_heard_at_the_end_of_a_long_conversation(at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    hear = Ear.hear

    def noted(ear: Ear, text: str) -> Heard:
        heard.append(text)
        return hear(ear, text)

    said: list[list[str]] = []
    for length in (FEW, MANY):
        conversation = talk(assistant(), MESSAGES, at - 1, length)
        with monkeypatch.context() as patched:
            patched.setattr(Ear, "hear", noted)
            heard.clear()
            assistant().reply(MESSAGES[at], conversation)
        said.append(list(heard))
    assert said[1] == said[0] != []
