"""Homonyms told apart: the places that a message names only to say that they are not meant.

"Saint-Léonard, celui de Montréal, pas d'Aston", "l'arrondissement (et non le village près de Drummondville)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from assistant.phrases import Message
from index.place import Place, PlaceMention
from ingest.french import key


class NamedPlace(Protocol):
    """A place named, with the word indexes that name it."""

    @property
    def mention(self) -> PlaceMention: ...
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


_KIND = r"(?:village|ville|paroisse|municipalite|arrondissement|quartier|secteur|borough|town)"
_BEFORE = 9  # words before a place that may deny it
# "et non pas celui de", "à ne pas confondre avec le village près de"
_DENIED = re.compile(
    r"(?:^| )(?<!sont )(?<!est )(?<!trouvent )(?<!trouve )"
    r"(?:pas|not|non|ni|autre que|plutot que|confondre avec)(?: (?:celui|celle|avec|pres|proche|a cote|near"
    rf"|situee?|petite?|autre|ancien(?:ne)?|qui|est|{_KIND}|the one|le|la|l|les|pas|a|au|aux|de|d|du|des|en|dans"
    r"|vers|in|of|the))*$"
)
_LINKS = frozenset("a au aux de d du des en dans la le l les in of".split())
_DENIES = frozenset({"pas", "non", "not", "ni"})
_SMALL = _LINKS | frozenset("celui celle un une ce petit petite avec que pas est".split())


def homonyms(place: NamedPlace) -> list[Place]:
    """The towns that a name may be, or begin."""
    return [p for p in (*place.mention.places, *place.mention.longer) if not p.kind.is_area]


def denied(message: Message, places: Sequence[NamedPlace]) -> tuple[int, ...]:
    """Which of the places are named to be left out of the readings of another one, with what says where those are."""
    out: list[int] = []
    for i, place in enumerate(places):
        others = [o for j, o in enumerate(places) if j != i and j not in out]
        apart = _denial(message, place) and any(_tells_apart(o, place) for o in others)
        if apart or (out and out[-1] == i - 1 and _beside(message, places[i - 1], place)):
            out.append(i)
    return tuple(out)


def _denial(message: Message, place: NamedPlace) -> range:
    """The words right before a place that deny it."""
    first = max(0, place.first - _BEFORE)
    before = " ".join(w.folded for w in message.words[first : place.first])
    match = _DENIED.search(before)
    return range(place.first - len(match.group().split()), place.first) if match else range(0)


def left_out(message: Message, place: NamedPlace, places: Sequence[NamedPlace]) -> tuple[list[Place], list[Place]]:
    """The readings of a place that the message leaves out, and the territories that none meant stands in."""
    out = denied(message, places)
    readings, wider = list[Place](), list[Place]()
    for i in out:
        after = places[i + 1] if i + 1 in out and _beside(message, places[i], places[i + 1]) else None
        if after is not None and _same_name(places[i], place):
            wider += after.mention.places
        elif i - 1 in out and _same_name(places[i - 1], place) and _beside(message, places[i - 1], places[i]):
            continue  # it only says where the one left out is
        elif not _same_name(places[i], place):
            readings += places[i].mention.places
            wider += places[i].mention.places
    said = denied_words(message, [place])
    told = {message.words[i].folded for i in said}
    readings += [p for p in place.mention.longer if told & set(_rest(p, place))]
    return readings, wider


def denied_words(message: Message, places: Sequence[NamedPlace]) -> frozenset[int]:
    """The words that deny another reading, by a place, by the end of its name, or by what it is.

    "à ne pas confondre avec", "pas d'Aston", "pas la paroisse".
    """
    found = {index for i in denied(message, places) for index in _denial(message, places[i])}
    for place in places:
        if len(homonyms(place)) < 2:
            continue
        ends = {word for p in place.mention.longer for word in _rest(p, place)}
        said = [w.folded for w in message.words]
        for start in (i for i in range(place.last, len(said)) if said[i] in _DENIES):
            at = start + 1
            while at < len(said) and said[at] in _SMALL:
                at += 1
            if at < len(said) and (said[at] in ends or re.fullmatch(_KIND, said[at])):
                found.update(range(start, at + 1))
    return frozenset(found)


def _rest(longer: Place, place: NamedPlace) -> list[str]:
    """The words that a longer name adds to the one named, but for small ones."""
    named = set(key(place.mention.words).split()) | {w for p in place.mention.places for w in key(p.name).split()}
    return [w for w in key(longer.name).split() if w not in named and w not in _SMALL]


def _tells_apart(other: NamedPlace, place: NamedPlace) -> bool:
    """Whether leaving a place out may tell which other one is meant."""
    if other.first < place.first and len(homonyms(other)) > 1:
        return True
    one, two = (f"{key(p.mention.places[0].name)} " for p in (other, place))
    return one.startswith(two) or two.startswith(one)


def _same_name(one: NamedPlace, other: NamedPlace) -> bool:
    return key(one.mention.words) == key(other.mention.words)


def _beside(message: Message, one: NamedPlace, other: NamedPlace) -> bool:
    between = [w.folded for w in message.words[one.last : other.first]]
    return len(between) <= 2 and set(between) <= _LINKS
