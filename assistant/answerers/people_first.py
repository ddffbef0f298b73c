"""What comes before any document: an emergency, politeness, a medical question, an empty message."""

from __future__ import annotations

from assistant.answer import Answer, Outcome, Reason
from assistant.conversation import Turn
from assistant.draft import Draft
from assistant.knowledge import Knowledge
from assistant.question import Question, Task


def send_to_emergency(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.EMERGENCY:
        return None
    draft = Draft(question)
    draft.add(f"safety.{question.topic}")
    return draft.answer(Outcome.ABSTAIN, reason=Reason.EMERGENCY)


def ask_for_a_question(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.EMPTY:
        return None
    draft = Draft(question)
    draft.add("abstain.empty")
    return draft.answer(Outcome.ABSTAIN, reason=Reason.UNREADABLE, suggestions=examples(draft))


def be_polite(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.SOCIAL:
        return None
    draft = Draft(question)
    draft.add(f"social.{question.topic}")
    return draft.answer(Outcome.SOCIAL, suggestions=examples(draft) if question.topic != "bye" else ())


def decline_advice(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.ADVICE:
        return None
    draft = Draft(question)
    draft.add("safety.advice")
    return draft.answer(Outcome.ABSTAIN, reason=Reason.MEDICAL_ADVICE)


def examples(draft: Draft) -> tuple[str, ...]:
    """Questions that we can answer."""
    return tuple(draft.say(f"suggest.{name}") for name in ("example_near", "example_count", "example_report"))
