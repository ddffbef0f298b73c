"""Offices that bear the name of a service: "ministre de l'Éducation", "Faculté de médecine". Nobody asks for it there.

>>> without_offices("Est-elle ministre de l'Éducation ou nutritionniste ?")
'Est-elle   ou nutritionniste ?'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol, TypeVar

_OFFICE = re.compile(
    r"\b(?:(?:sous-)?minist(?:res?|[èe]res?)|minister|ministry|secr[ée]tariat|facult[ée]|d[ée]l[ée]gu[ée]e?s?)"
    r"(?: (?:sortante?|adjointe?|d[ée]l[ée]gu[ée]e?))?"
    r" (?:(?:de|à) (?:la |l['’])|des |du |de |d['’]|aux? |of |for )[A-ZÀ-Ý][\w’'-]+"
    r"(?: et (?:(?:de|à) (?:la |l['’])|des |du |aux? )?[A-ZÀ-Ý][\w’'-]+)?"
)


class Said(Protocol):
    """Something said, by its characters."""

    @property
    def start(self) -> int: ...


S = TypeVar("S", bound=Said)


def without_offices(text: str) -> str:
    """A text without the offices that it names."""
    return _OFFICE.sub(" ", text)


def outside_offices(text: str, said: Iterator[S] | list[S] | tuple[S, ...]) -> list[S]:
    """What is said of a text elsewhere than in the name of an office."""
    offices = [match.span() for match in _OFFICE.finditer(text)]
    return [one for one in said if not any(start <= one.start < end for start, end in offices)]
