"""Regions and MRCs misspelt: "MRC Témiskamingue", "abitibi temiskaming", "bas st loran".

What follows "MRC" is compared with the MRCs alone, and words in a row with the regions of several words, so that
neither is taken for a town spelt almost so, nor a part of it ("Abitibi", "Saint-Laurent") for the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.french_words import is_french
from index.place import Place, PlaceKind, PlaceMention
from index.place_mentions import JOINERS
from index.place_spelling import likeness
from ingest.french import Word, key, words

LIKE_A_MRC = 0.8  # likeness from which the words behind "MRC" are one
LIKE_A_REGION = 0.87
WIDEST = 4  # words

Names = Mapping[str, tuple[Place, ...]]


class AreaSpeller:
    """Compares words with the names of MRCs and of the regions of several words."""

    def __init__(self, names: Names) -> None:
        self._mrcs = {
            name.removeprefix("mrc "): places
            for name, places in names.items()
            if name.startswith("mrc ") and places[0].kind is PlaceKind.MRC
        }
        regions = ((p, key(p.name)) for places in names.values() for p in places if p.kind is PlaceKind.REGION)
        self._regions = {name: (place,) for place, name in regions if " " in name}

    def misspelt(self, text: str, known: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
        """The MRCs and regions that words of `text` look like; `known` are the places that are spelt right."""
        listed = words(text)
        found: list[PlaceMention] = []
        for at, word in enumerate(listed):
            if found and word.start < found[-1].end:
                continue
            mrc = word.folded == "mrc" and at + 1 < len(listed)
            guess = self._mrc(listed, at + 1) if mrc else self._region(text, listed, at, known)
            if guess is None:
                continue
            end = listed[guess[0] - 1].end
            if not any(k.start <= word.start and end <= k.end for k in known):
                found.append(PlaceMention(word.start, end, guess[1], False, text[word.start : end], score=guess[2]))
        return tuple(found)

    def _mrc(self, listed: Sequence[Word], first: int) -> tuple[int, tuple[Place, ...], float] | None:
        while first < len(listed) - 1 and listed[first].folded in JOINERS:
            first += 1
        return self._nearest(listed, range(first + 1, first + 1 + WIDEST), first, self._mrcs, LIKE_A_MRC)

    def _region(
        self, text: str, listed: Sequence[Word], first: int, known: Sequence[PlaceMention]
    ) -> tuple[int, tuple[Place, ...], float] | None:
        """One of its words at least is neither French nor a place that is spelt right: "au nord de Québec" is none."""
        guess = self._nearest(listed, range(first + 2, first + 1 + WIDEST), first, self._regions, LIKE_A_REGION)
        if guess is None:
            return None
        run = listed[first : guess[0]]
        strange = (
            not is_french(text[w.start : w.end]) and not any(k.start <= w.start and w.end <= k.end for k in known)
            for w in run
            if w.folded != "saint"
        )
        own = [w for w in key(guess[1][0].name).split() if w not in JOINERS]
        if len(own) != sum(w.folded not in JOINERS for w in run) or own[0][0] != run[0].folded[0]:
            return None  # "Saint-Laurent", "rue Saint-Laurent": only a part of it
        joined = [w.folded for w in run if w.folded in JOINERS]
        same = not joined or joined == [w for w in key(guess[1][0].name).split() if w in JOINERS]
        return guess if same and any(strange) else None

    @staticmethod
    def _nearest(
        listed: Sequence[Word], ends: range, first: int, names: Names, least: float
    ) -> tuple[int, tuple[Place, ...], float] | None:
        """The run of words most like a name: where it ends, that name's places, how like it is."""
        from rapidfuzz import fuzz, process

        best: tuple[int, tuple[Place, ...], float] | None = None
        written = 100 * (2 * least - 1)  # below, no likeness of sounds is enough
        for end in ends:
            if end > len(listed):
                break
            run = " ".join(word.folded for word in listed[first:end])
            for name, *_ in process.extract(run, list(names), scorer=fuzz.ratio, score_cutoff=written):
                alike = likeness(run, name)
                if alike >= max(least, best[2] if best else 0.0):
                    best = (end, names[name], alike)
        return best
