"""A question as it was understood: self-contained, typed, and shown to the visitor as chips.

A follow-up edits the last question (`dataclasses.replace`); nothing is left to resolve from the conversation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.criterion import Criterion
from index.places import Place


class Task(StrEnum):
    """What the question wants done."""

    EMPTY = "empty"
    SOCIAL = "social"
    EMERGENCY = "emergency"
    ADVICE = "advice"
    SOURCES = "sources"
    CLARIFY_ENTRY = "clarify entry"
    CLARIFY_PLACE = "clarify place"
    CLARIFY_SERVICE = "clarify service"
    UNKNOWN_PLACE = "unknown place"
    UNKNOWN_ENTRY = "unknown entry"
    CARD = "card"  # what the table says of a co-op, in short
    FIELDS = "fields"  # fields of named co-ops
    OFFER = "offer"  # does this co-op offer that service
    DISTANCE = "distance"  # from a place to a named co-op
    TOPIC = "topic"  # does a cell of this co-op speak of something else
    LIST = "list"
    COUNT = "count"
    RANK = "rank"
    SUM = "sum"
    MEAN = "mean"
    RATIO = "ratio"  # one number divided by another: files for each doctor
    BY_REGION = "by region"  # how many co-ops each region has
    BY_FORM = "by form"  # how many co-ops each legal form has
    PROSE = "prose"  # everything that the documents say outside the table
    WHY = "why"
    OUTSIDE = "outside"  # of anything but health co-ops


@dataclass(frozen=True, slots=True)
class Question:
    """What was understood of one message.

    `subjects` are positions of entries; `services` codes, all wanted together unless `either`; `areas` territories that
    an entry must stand in; `place` with `radius_km` (None: a sensible default) a point to be near to; `filters` further
    criteria; `measure` the numeric field to rank, add or average, or two of them, one divided by the other
    ("files/doctors"); `period` the year of a document; `topic` the content words that no lexicon claimed, or the code
    of a topic; `options` what to choose from when asking back.
    """

    message: str
    task: Task
    language: str = "fr"
    subjects: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    either: bool = False
    planned: bool = False
    lacking: tuple[str, ...] = ()  # those of the services that must not be mentioned
    place: Place | None = None
    radius_km: float | None = None
    strict: bool = False  # inside the place itself first
    areas: tuple[Place, ...] = ()
    regions: tuple[int, ...] = ()
    filters: tuple[Criterion, ...] = ()
    measure: str | None = None
    descending: bool = True
    limit: int | None = None
    nth: int = 1  # the place of a ranking from which it is shown
    period: str | None = None
    topic: str = ""
    content: tuple[str, ...] = ()  # the words of the message that have a subject of their own
    unsaid_words: tuple[str, ...] = ()  # content words of the message that nothing claimed
    options: tuple[object, ...] = ()
    corrected: str = ""  # how a misspelt name was read, to be said
    scope: tuple[int, ...] = ()  # positions of the list that a follow-up narrows; empty: the whole table
    form: str = ""  # "table", "short" or "long", where a form was asked for
    context: str = ""  # the message that a question of the prose follows
    follows: bool = False
