"""Places named in a message: longest match over folded words, raw offsets, names that are ordinary words held in check.

"clinique a trois rivieres" names Trois-Rivières; "la présentation des services" names no place, "à La Présentation"
does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from index.place import Place, PlaceKind, PlaceMention
from index.postal_codes import CODE, PostalCodes
from ingest.french import Word, words


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


PREPOSITIONS = _set("a au aux de d du des vers dans entre pres proche autour chez en pour sur par et ou")
LEADS = PREPOSITIONS | _set(
    "environs secteur ville village municipalite mrc quartier region comte arrondissement paroisse canton habite "
    "reste demeure"
)
KINDS_OF_PLACE = _set("a dans secteur ville village municipalite mrc quartier region comte arrondissement habite")
ARTICLES = _set("la le les l")
JOINERS = _set("de d du des la le les l")
STREETS = _set("rue boul boulevard bd av ave avenue chemin ch rang route rte place montee autoroute pont")
TITLES = _set("m mr mme monsieur madame dr dre docteur docteure")
HOSPITALS = _set("hopital hopitaux")
NOT_PLACES = STREETS | TITLES | HOSPITALS
FILLERS = LEADS | ARTICLES | _set("alors sinon plutot merci svp stp")
Names = Mapping[str, tuple[Place, ...]]

# A full stop ends a sentence unless it shortens a word ("St. Hubert").
_SENTENCE_END = re.compile(r"[?!;:]|(?<![Ss]t)(?<!ste)(?<!Ste)\.(?=\s)")


class Scanner:
    """Finds places in texts."""

    def __init__(self, names: Names, postal: PostalCodes, starting: Callable[[str], tuple[Place, ...]]) -> None:
        self._names, self._postal, self._starting = names, postal, starting
        self._longest = max(name.count(" ") for name in names) + 1

    def mentions(self, text: str) -> tuple[PlaceMention, ...]:
        """The places of `text`, in order, none overlapping."""
        codes = self._codes(text)
        found = list(codes)
        listed = words(text)
        at = 0
        while at < len(listed):
            mention, length = self._longest_at(text, listed, at)
            if mention and not any(mention.start < code.end and code.start < mention.end for code in codes):
                found.append(mention)
            at += length if mention else 1
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _codes(self, text: str) -> tuple[PlaceMention, ...]:
        found = []
        for match in CODE.finditer(text):
            place = self._postal.place(match.group())
            if place:
                found.append(PlaceMention(match.start(), match.end(), (place,), True, match.group()))
        return tuple(found)

    def _longest_at(self, text: str, listed: tuple[Word, ...], at: int) -> tuple[PlaceMention | None, int]:
        if listed[at].folded in ("mrc", "region", "regions") and (area := self._area_at(text, listed, at)):
            return area
        for length in range(min(self._longest, len(listed) - at), 0, -1):
            if _SENTENCE_END.search(text, listed[at].end, listed[at + length - 1].start):
                continue  # "à Montréal. Est-ce que": no Montréal-Est
            folded = " ".join(word.folded for word in listed[at : at + length])
            places = self._names.get(folded, ())
            longer = self._longer(folded) if not folded.startswith(("mrc ", "region ")) else ()
            if not places and not longer:
                continue
            if self._meant(text, listed, at, length, folded):
                chosen = _ordered(places, listed[at - 1].folded if at else "") or longer
                start, end = listed[at].start, listed[at + length - 1].end
                return PlaceMention(start, end, chosen, True, text[start:end], longer if places else ()), length
        return None, 1

    def _area_at(self, text: str, listed: tuple[Word, ...], at: int) -> tuple[PlaceMention, int] | None:
        """ "MRC d'Acton", "région 07", "région de la Mauricie": the joining words are skipped."""
        first = at + 1
        while first < len(listed) and listed[first].folded in JOINERS:
            first += 1
        for last in range(min(len(listed), first + self._longest), first, -1):
            folded = f"{listed[at].folded.rstrip('s')} {' '.join(word.folded for word in listed[first:last])}"
            if places := self._names.get(folded):
                start, end = listed[at].start, listed[last - 1].end
                return PlaceMention(start, end, places, True, text[start:end]), last - at
        return None

    def _longer(self, folded: str) -> tuple[Place, ...]:
        """What "saint x" may be the beginning of: only saints' names are shortened so."""
        first, _, rest = folded.partition(" ")
        shortened = rest and first in ("saint", "sainte", "notre") and rest not in ("dame", "la", "notre")
        return self._starting(folded) if shortened else ()

    def _meant(self, text: str, listed: tuple[Word, ...], at: int, length: int, folded: str) -> bool:
        """Whether a name that may be a street, a person, a hospital or an ordinary word is really a place here."""
        before = [listed[at - back].folded if at >= back else "" for back in (1, 2)]
        if (before[0] in NOT_PLACES and before != ["place", "en"]) or (before[0] in JOINERS and before[1] in STREETS):
            return False
        if before == ["du", "hopital"]:
            return False
        strict = ordinary_names().get(folded)
        if strict == BETTER_KNOWN:
            return before[0] in KINDS_OF_PLACE
        if strict is None or all(word.folded in FILLERS for word in (*listed[:at], *listed[at + length :])):
            return True
        led = before[0] in LEADS or (before[0] in ARTICLES and before[1] in LEADS)
        raised = all(text[word.start].isupper() for word in listed[at : at + length] if word.folded not in JOINERS)
        if strict:
            return led and raised and text[listed[at].start].isupper()
        return led or (raised and not self._named_person(text, listed, at))

    @staticmethod
    def _named_person(text: str, listed: tuple[Word, ...], at: int) -> bool:
        """A capital right before, with only a space between: "Gaston Stratford"."""
        previous = listed[at - 1] if at else None
        return bool(previous and text[previous.start].isupper() and text[previous.end : listed[at].start] == " ")


def _ordered(places: tuple[Place, ...], before: str) -> tuple[Place, ...]:
    """ "au Québec" is the province, "dans Portneuf" the MRC; otherwise the town comes first."""
    if before in ("au", "du"):
        return tuple(sorted(places, key=lambda place: place.kind is not PlaceKind.PROVINCE))
    if before == "dans" and any(place.kind is PlaceKind.MRC for place in places):
        return tuple(sorted(places, key=lambda place: not place.kind.is_area))
    return places


BETTER_KNOWN = 2


@cache
def ordinary_names() -> dict[str, int]:
    """Folded names that are ordinary words too: 1 for those that must be capitalised after a preposition.

    `BETTER_KNOWN` for those that somebody else bears, and that are places where the message says that they are.
    """
    lines = (files("index") / "data" / "ordinary_names.txt").read_text(encoding="utf-8").splitlines()
    rows = (line for line in lines if line and not line.startswith("#"))
    return {name.strip(): len(row) - len(row.lstrip("!")) for row in rows for name in row.lstrip("! ").split("|")}
