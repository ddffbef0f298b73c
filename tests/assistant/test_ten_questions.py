"""The ten questions are answered as they were reviewed."""

from __future__ import annotations

from tests.assistant.ten_questions import GOLDEN, transcript


def test_the_ten_questions_are_answered_as_reviewed() -> None:
    wanted = GOLDEN.read_text(encoding="utf-8")
    assert transcript() == wanted, "si ce changement est voulu : python -m tests.assistant.ten_questions"
