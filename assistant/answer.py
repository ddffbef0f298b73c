"""What a reply is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ingest.document import Span
from ingest.entry import Entry


class Outcome(StrEnum):
    """What kind of reply this is. A failure is an exception, never an outcome."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    ABSTAIN = "abstain"
    SOCIAL = "social"  # greetings and thanks: nothing was asked


class Reason(StrEnum):
    """Why we abstain; each has its own words and next step."""

    NOT_IN_DOCUMENTS = "not in documents"
    OUT_OF_SUBJECT = "out of subject"
    MEDICAL_ADVICE = "medical advice"
    EMERGENCY = "emergency"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that the reply presents, with the distance from the place asked for, None where no place was."""

    entry: Entry
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply: French Markdown with marks [1]…; mark n is `citations[n - 1]`.

    `computed` lists figures and words of the text that no span holds because we computed them (a count, a distance).
    `suggestions` are questions that we can answer next; `besides` are the co-ops named where none answers what was
    asked (the nearest, those that plan it): no result, and still what the next message may point at.
    """

    outcome: Outcome
    text: str
    entries: tuple[Found, ...] = ()
    citations: tuple[Span, ...] = ()
    computed: tuple[str, ...] = ()
    reason: Reason | None = None
    suggestions: tuple[str, ...] = ()
    besides: tuple[Found, ...] = ()
