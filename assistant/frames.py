"""Finds situations in a message: words of several classes said close to one another, in any order and any wording.

"elle respire pu", "j'ai de la misère à respirer" and "respire mal" are one frame, breathing beside a trouble. A lexicon
of frames is a TOML file: `[words]` lists the classes, whose phrases are written as in every lexicon; each
`[[situation]]` table is a frame:

    [words]
    breath = ["respir*"]
    trouble = ["mal", "pas", "misere"]

    [[emergency]]
    heard = "breath trouble"   # one of each class
    near = 5                   # words from the first to the last, at most; 12 where it isn't said
    unless = "clinic"          # but none of these classes anywhere in the message
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise, product

from assistant.phrases import Message, one_of

NEAR = 12  # words
LONG = 6  # letters of a beginning that says enough
MOST = 6  # hits of one class that are looked at: more say nothing more
Place = tuple[int, int]  # word indexes, the second not included
Places = Mapping[str, Sequence[Place]]


@dataclass(frozen=True, slots=True)
class Frame:
    """Classes heard together: of one `situation`.

    It is `sure` where it holds whatever else the message asks, `lone` where it only holds if nothing else is asked.
    """

    situation: str
    heard: tuple[str, ...]
    near: int
    unless: tuple[str, ...]
    sure: bool = False
    lone: bool = False

    def fits(self, places: Places) -> bool:
        """Whether a word of each class stands within the distance, each with words of its own."""
        if any(places.get(name) for name in self.unless) or not all(places.get(name) for name in self.heard):
            return False
        return any(self._close(chosen) for chosen in product(*(places[name][:MOST] for name in self.heard)))

    def _close(self, chosen: Sequence[Place]) -> bool:
        ordered = sorted(chosen)
        apart = all(a[1] <= b[0] for a, b in pairwise(ordered))
        return apart and max(end for _, end in ordered) - ordered[0][0] <= self.near


class Frames:
    """The frames of one lexicon file of this package."""

    def __init__(self, name: str) -> None:
        text = files("assistant").joinpath("lexicon").joinpath(name).read_text(encoding="utf-8")
        content = tomllib.loads(text)
        self._exact: dict[str, list[str]] = defaultdict(list)
        self._begun: dict[str, list[str]] = defaultdict(list)
        self._phrases: dict[str, re.Pattern[str]] = {}
        for code, phrases in content.pop("words").items():
            longer = [phrase for phrase in phrases if not re.fullmatch(r"\w+\*?", phrase)]
            for phrase in set(phrases) - set(longer):
                (self._begun if phrase.endswith("*") else self._exact)[phrase.rstrip("*")].append(code)
            if longer:
                self._phrases[code] = one_of(longer)
        self._beginnings = sorted({len(beginning) for beginning in self._begun})
        self._frames = tuple(
            Frame(
                situation,
                tuple(frame["heard"].split()),
                frame.get("near", NEAR),
                tuple(frame.get("unless", "").split()),
                frame.get("sure", False),
                frame.get("lone", False),
            )
            for situation, frames in content.items()
            for frame in frames
        )

    def vocabulary(self) -> set[str]:
        """The words that stand whole in the lexicon, and the long beginnings of those whose ending varies."""
        said = r"(?<![\\\w])[a-z]{2,}(?![\w*\\])"
        return (
            set(self._exact)
            | {begun for begun in self._begun if len(begun) >= LONG}
            | {w for p in self._phrases.values() for w in re.findall(said, p.pattern)}
        )

    def found(self, message: Message) -> tuple[Frame, ...]:
        """Every frame that fits the message."""
        places = self.places(message)
        return tuple(frame for frame in self._frames if frame.fits(places))

    def places(self, message: Message) -> dict[str, list[Place]]:
        """Where each class is heard."""
        places: dict[str, list[Place]] = defaultdict(list)
        for index, word in enumerate(message.words):
            codes = list(self._exact.get(word.folded, ()))
            for length in self._beginnings:
                codes += self._begun.get(word.folded[:length], ()) if len(word.folded) >= length else ()
            for code in dict.fromkeys(codes):
                places[code].append((index, index + 1))
        for code, pattern in self._phrases.items():
            for match in pattern.finditer(message.folded):
                hit = message.hit(code, match.start(), match.end())
                if hit is not None:
                    places[code].append((hit.first, hit.last))
        return places
