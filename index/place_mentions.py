"""Places named in a message: longest match over folded words, raw offsets, names that are ordinary words kept in check.

"clinique a trois rivieres" names Trois-Rivières; "la présentation des services" names no place, "à La Présentation" does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from index.place import Place, PlaceMention
from index.postal_codes import CODE, PostalCodes
from ingest.french import Word, words

LEADS = frozenset(
    "a au aux de d du des vers dans entre pres proche autour chez en pour sur par environs secteur ville village "
    "municipalite mrc quartier region comte arrondissement paroisse canton habite reste demeure autre et ou".split()
)
ARTICLES = frozenset(("la", "le", "les", "l"))
STREETS = frozenset("rue boul boulevard bd av ave avenue chemin ch rang route rte place montee cote autoroute pont".split())
TITLES = frozenset("m mr mme monsieur madame dr dre docteur docteure".split())
JOINERS = frozenset(("de", "d", "du", "des", "la", "le", "les", "l"))
Names = Mapping[str, tuple[Place, ...]]


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
        if listed[at].folded in ("mrc", "region") and (area := self._area_at(text, listed, at)):
            return area
        for length in range(min(self._longest, len(listed) - at), 0, -1):
            folded = " ".join(word.folded for word in listed[at : at + length])
            places = self._names.get(folded, ())
            longer = self._longer(folded) if not folded.startswith(("mrc ", "region ")) else ()
            if not places and not longer:
                continue
            if self._meant(text, listed, at, length, folded):
                chosen = places or longer
                start, end = listed[at].start, listed[at + length - 1].end
                return PlaceMention(start, end, chosen, True, text[start:end], longer if places else ()), length
        return None, 1

    def _area_at(self, text: str, listed: tuple[Word, ...], at: int) -> tuple[PlaceMention, int] | None:
        """ "MRC d'Acton", "région 07", "région de la Mauricie": the joining words are skipped."""
        first = at + 1
        while first < len(listed) and listed[first].folded in JOINERS:
            first += 1
        for last in range(min(len(listed), first + self._longest), first, -1):
            folded = f"{listed[at].folded} {' '.join(word.folded for word in listed[first:last])}"
            if places := self._names.get(folded):
                start, end = listed[at].start, listed[last - 1].end
                return PlaceMention(start, end, places, True, text[start:end]), last - at
        return None

    def _longer(self, folded: str) -> tuple[Place, ...]:
        """What "saint x" may be the beginning of: only saints' names are shortened so."""
        first, _, rest = folded.partition(" ")
        return self._starting(folded) if rest and first in ("saint", "sainte", "notre") and rest not in ("dame", "la") else ()

    def _meant(self, text: str, listed: tuple[Word, ...], at: int, length: int, folded: str) -> bool:
        before = listed[at - 1].folded if at else ""
        two = listed[at - 2].folded if at > 1 else ""
        if before in STREETS or before in TITLES or (before in JOINERS and two in STREETS):
            return False
        strict = ordinary_names().get(folded)
        if strict is None:
            return True
        led = before in LEADS or (before in ARTICLES and two in LEADS)
        if length == len([word for word in listed if word.folded not in LEADS and word.folded not in ARTICLES]):
            return True  # the whole message is this name
        capital = text[listed[at].start].isupper() and (at > 0 or length > 1)
        capital = capital and all(text[word.start].isupper() for word in listed[at : at + length] if len(word.folded) > 3)
        return (led and capital) if strict else (led or capital)


@cache
def ordinary_names() -> dict[str, bool]:
    """Folded names that are ordinary words too; True for those that must be capitalised after a preposition."""
    lines = (files("index") / "data" / "ordinary_names.txt").read_text(encoding="utf-8").splitlines()
    return {line.strip().lstrip("!"): line.startswith("!") for line in lines if line.strip() and not line.startswith("#")}
