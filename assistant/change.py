"""What is shown of the question understood, a chip a part, and the change that a visitor makes to one of them.

>>> Change.read({"part": "radius", "of": "", "to": "20"})
Change(part=<Part.RADIUS: 'radius'>, of='', to='20')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a part of a question says."""

    COOP = "coop"
    FIELD = "field"
    SERVICE = "service"
    LACKING = "lacking"  # a service that must not be mentioned
    PLACE = "place"
    RADIUS = "radius"
    AREA = "area"
    REGION = "region"
    FILTER = "filter"
    MEASURE = "measure"
    PERIOD = "period"
    SCOPE = "scope"
    WORDS = "words"  # those that nothing claimed


class ChangeError(ValueError):
    """What is asked is no change, or none that the question allows; the message is French."""


@dataclass(frozen=True, slots=True)
class Change:
    """`of` tells which of several parts of one kind (a service's code, a region's number); `to` None drops it."""

    part: Part
    of: str = ""
    to: str | None = None

    def written(self) -> dict[str, str | None]:
        """The change as plain JSON."""
        return {"part": self.part.value, "of": self.of, "to": self.to}

    @classmethod
    def read(cls, written: object) -> Change:
        """The change that plain JSON holds. Raises `ChangeError`."""
        if not isinstance(written, Mapping):
            raise ChangeError('un changement est un objet {"part": "…", "of": "…", "to": "…"}.')
        part, of, to = written.get("part"), written.get("of", ""), written.get("to")
        if part not in list(Part):
            raise ChangeError(f"« part » doit être l'un de ceux-ci : {', '.join(Part)}.")
        if not isinstance(of, str) or not isinstance(to, str | None):
            raise ChangeError("« of » et « to » sont des chaînes de caractères.")
        return cls(Part(part), of, to)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a part may become: its value, and its name in French."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of a question as it is shown: `of` tells it from others of its kind, `now` its value among `choices`."""

    part: Part
    label: str
    text: str
    of: str = ""
    removable: bool = False
    now: str = ""
    choices: tuple[Choice, ...] = ()

    def named(self, change: Change) -> str | None:
        """What a change sets this part to, in French, "" where it drops it; None where the chip doesn't offer it."""
        if (change.part, change.of) != (self.part, self.of):
            return None
        if change.to is None:
            return "" if self.removable else None
        return next((c.name for c in self.choices if c.value == change.to != self.now), None)
