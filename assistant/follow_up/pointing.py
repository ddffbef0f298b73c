"""The co-ops that words point at in what was just shown or named: "l'autre", "les deux dernières", "les trois"."""

from __future__ import annotations

import re

from assistant.conversation import Turn
from assistant.follow_up.words import last_list, shown_positions
from assistant.hearing import Heard
from index.directory import Directory
from ingest.french import key

_SPELT = {
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "both": 2,
}
_N = rf"(?P<n>{'|'.join(_SPELT)}|[2-9])"
EDGE = re.compile(
    rf"(?<!\S)(?:l[ea]s |des |the )?(?:{_N} (?P<edge>premieres?|dernieres?|first|last)"
    rf"|(?P<edge2>premieres?|dernieres?|first|last) (?P<n2>{'|'.join(_SPELT)}|[2-9]))(?!\S)(?! (?:ans|annees|mois))"
)
_OTHERS = re.compile(
    rf"(?<!\S)(?:(?:les|des|aux|the) (?:{_N} )?(?:autres|others?)(?! (?:coops?|cooperatives|services|regions|villes))"
    r"|le reste|the rest)(?!\S)"
)
_OTHER = re.compile(r"(?<!\S)(?:l autre|the other(?: one)?)(?! (?:region|ville|service|document|rapport|annee))(?!\S)")
_ALL = re.compile(
    rf"(?<!\S)(?:les|des|ces|toutes les|tous les|aux|the|all|of the|these|those)? ?{_N}(?!\S)"
    r"(?! (?:plus|premieres?|dernieres?|suivantes?|prochaines?|autres?"
    r"|coops? (?:les )?plus|regions?|documents?|rapports?|annees|ans|mots|km"
    r"|kilometres|phrases|lignes|medecins?|membres|infirmieres?|nearest|closest|doctors|years|documents|et))"
)


def named_in_turn(turns: tuple[Turn, ...]) -> tuple[int, ...]:
    """The co-ops that turns were about, one a turn, in the order in which they first came."""
    return tuple(dict.fromkeys(p for t in turns for p in shown_positions(t) if len(t.answer.entries) == 1))


def how_many(folded: str, default: int) -> int:
    """How many a message says it points at ("compare les trois").

    >>> how_many("compare les trois", default=2)
    3
    """
    said = _ALL.search(folded)
    return spelt(said["n"]) if said else default


def told_apart(said: Heard, positions: tuple[int, ...], directory: Directory) -> tuple[int, ...]:
    """Those of the co-ops whose name or address holds a word of the message ("celle de l'université", "sur Gréber")."""
    asked = {w for w in said.content if len(w) > 3} | set(said.left)
    told = []
    for position in positions:
        entry = directory.at(position)
        held = set(key(f"{entry.name.value} {entry.address.value} {entry.contact.value or ''}").split())
        if asked & held or any(_of_one_family(a, h) for a in asked for h in held):
            told.append(position)
    return tuple(told)


def _of_one_family(one: str, other: str) -> bool:
    """Whether two long words share a root that is most of both: "universitaire" is of the "université".

    >>> _of_one_family("universitaire", "universite")
    True
    >>> _of_one_family("cooperative", "cooperation")
    False
    """
    if one.startswith("cooperat") or min(len(one), len(other)) < LONG_ROOT:
        return False
    return one[:LONG_ROOT] == other[:LONG_ROOT]


LONG_ROOT = 8  # letters


def group(folded: str, turns: tuple[Turn, ...]) -> tuple[int, ...]:
    """The positions that a message points at among those shown; empty where it points at none, or at no such."""
    last = shown_positions(turns[-1])
    listed = last_list(turns)
    edge = EDGE.search(folded)
    if edge:
        n = spelt(edge["n"] or edge["n2"])
        at_end = (edge["edge"] or edge["edge2"]).startswith(("dern", "last"))
        if at_end and len(turns) >= n and all(len(shown_positions(t)) == 1 for t in turns[-n:]):
            return named_in_turn(turns)[-n:]  # told one after the other since the list
        if not listed:
            return ()
        if n == len(listed):  # "les deux premières" after the two last ones: of the list that these end
            longer = (s for t in reversed(turns) if len(s := shown_positions(t)) > n and set(listed) < set(s))
            listed = next(longer, listed)
        return () if n > len(listed) else listed[-n:] if at_end else listed[:n]
    if _OTHER.search(folded):
        others = _others(turns, last)
        named = tuple(p for p in named_in_turn(turns) if p not in last)
        return others if len(others) == 1 else named[-1:] if named and len(last) <= 1 else ()
    others_said = _OTHERS.search(folded)
    if others_said:
        others = _others(turns, last)
        wanted = spelt(others_said["n"]) if others_said["n"] else len(others)
        return others if len(others) == wanted else ()
    every = _ALL.search(folded)
    if every and (every.group().strip() != every["n"] or every["n"] == "both"):
        n = spelt(every["n"])
        if len(last) == n:
            return last
        named = named_in_turn(turns)
        same = next((s for t in reversed(turns) if len(s := shown_positions(t)) == n), ())
        if same and (len(last) != 1 or last[0] in same):
            return same
        return named[-n:] if len(named) >= n else _last_told(turns, n)
    return ()


def _last_told(turns: tuple[Turn, ...], n: int) -> tuple[int, ...]:
    """The co-ops that the last turns told of, where they were so many in all: one, then two compared."""
    told: tuple[int, ...] = ()
    for turn in reversed(turns):
        told = tuple(dict.fromkeys((*shown_positions(turn), *told)))
        if len(told) >= n:
            break
    return told if len(told) == n else ()


def _others(turns: tuple[Turn, ...], spoken: tuple[int, ...]) -> tuple[int, ...]:
    """The rest of the last list that held those spoken of."""
    for turn in reversed(turns):
        shown = shown_positions(turn)
        if spoken and set(spoken) < set(shown):
            return tuple(p for p in shown if p not in spoken)
    return ()


def spelt(said: str) -> int:
    """A small number written in letters or figures."""
    return _SPELT.get(said) or int(said)
