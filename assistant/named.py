"""A naming of co-ops heard in a message, and the words that stand around one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.phrases import Message

# Words of the legal names that single nobody out.
FRAME = frozenset(
    "cooperative cooperatives coop de du des d la le les l en et a solidarite sante soins soin service "
    "services regionale "
    "mrc travail travailleur travailleurs consommateur consommateurs region clinique medicale".split()
)
HEAD = re.compile(
    r"(?:^|\s)(?:coop|cooperative|co op|clinique|clinic)"
    r"(?:\s(?:de|sante|solidarite|medicale|soins|services?|en|du|des|d|l|la|le|les|a|au|nommee|appelee|mrc"
    r"|secteur|saint|sainte|at|in|of|the|qui (?:se trouve|est)|situee|etablie|installee)){0,8}\s$"
)
# "the Aylmer co-op", "Thurso health clinic"
HEAD_AFTER = re.compile(r"(?:(?:health|medical|solidarity|care) )*(?:co op|coop|cooperative|clinic) ")


@dataclass(frozen=True, slots=True)
class Named:
    """Co-ops that some words of a message name: `first` to `last` are word indexes, `how` says by what.

    `sure` is False where only a part of the name, or a spelling close to it, was typed.
    """

    positions: tuple[int, ...]
    first: int
    last: int
    how: str
    sure: bool = True


def merge_same_place(found: list[Named]) -> list[Named]:
    """The namings, those said by the same words together."""
    merged: dict[tuple[int, int], Named] = {}
    for named in found:
        place = (named.first, named.last)
        if place in merged:
            both = tuple(dict.fromkeys((*merged[place].positions, *named.positions)))
            merged[place] = Named(both, named.first, named.last, named.how, named.sure)
        else:
            merged[place] = named
    return list(merged.values())


def is_headed(message: Message, first: int, last: int) -> bool:
    """Whether "la coop de…" stands right before these words, or "… co-op" right after them."""
    before = " ".join(w.folded for w in message.words[:first]) + " "
    after = " ".join(w.folded for w in message.words[last : last + 4]) + " "
    return HEAD.search(before) is not None or HEAD_AFTER.match(after) is not None
