"""Misspelt places: RapidFuzz on the folded spelling, Jaro-Winkler on how it sounds in French.

"drumondville", "gatino" and "Shawinagan" are near one name only; "clinique" and "dentiste" are near none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from index.french_words import is_french
from index.place import Place, PlaceKind, PlaceMention
from index.place_mentions import ARTICLES, JOINERS, LEADS, NOT_PLACES, PREPOSITIONS, TITLES, ordinary_names
from ingest.french import Word, key, words

SURE = 0.85  # of a misspelt word in a sentence
SURER = 0.92  # of one word, where the place is a village or its name an ordinary word
AROUND = 0.9  # of words around a place that is spelt right
ALONE = 0.93  # of a town that no "à" or "coop" leads to
FRENCH = 0.96  # of words that are all words of French: "trois riviere"
VILLAGE = 3000  # people
SHORT = 5  # letters: shorter words are near too many names
WIDEST = 5  # words
SOUNDED = 40  # names written alike whose sounds are compared
WRITTEN = 50  # of a hundred: names less alike than that are near to nothing
ENOUGH = 200 * SURE - 100  # of a hundred: a name written less alike isn't surely meant, even if it sounds the same
LONGER = 0.02  # a longer guess may be this much less alike
SWAPPED = 0.98  # "St-Adèle" for Sainte-Adèle
COMPARED = 4096  # runs of words whose nearest names are kept: most are the same few words of every question
SAINTS = frozenset(("saint", "sainte"))
COOPS = frozenset("coop coops cooperative cooperatives clinique cliniques sante".split())  # "coop gatino"


_ENDS_A_CLAUSE = re.compile(r"[?!;:,]")


class Speller:
    """Compares words with every name. RapidFuzz and phonetic-fr are loaded at the first use."""

    def __init__(self, names: Mapping[str, tuple[Place, ...]]) -> None:
        strict = {name for name, must in ordinary_names().items() if must}
        self._names = {
            name: places
            for name, places in names.items()
            if name not in strict and not name.startswith(("mrc ", "region ", "nd ", "n d ")) and len(name) >= SHORT
        }
        self._listed = tuple(self._names)
        self._nearest = lru_cache(maxsize=COMPARED)(self._compared)
        self._heads: dict[str, set[str]] = {}  # the places whose names begin with a word that is no word of French
        for name, places in self._names.items():
            head, _, rest = name.partition(" ")
            if rest and not is_french(head):
                self._heads.setdefault(head, set()).add(places[0].key)

    def closest(self, word: str, limit: int = 5) -> tuple[tuple[Place, float], ...]:
        """The nearest places, best first."""
        best: dict[str, tuple[Place, float]] = {}
        for name, likeness in self._nearest(key(word), 4 * limit):
            for place in self._names[name]:
                best.setdefault(place.key, (place, likeness))
        return tuple(best.values())[:limit]

    def misspelt(
        self,
        text: str,
        known: Sequence[PlaceMention],
        familiar: Callable[[str], bool],
        likely: Collection[str] = (),
    ) -> tuple[PlaceMention, ...]:
        """Guesses outside the places already known; after "coop", none begins with a `familiar` folded word.

        A village whose key is `likely` needs no surer a spelling than a town.
        """
        listed = words(text)
        taken = [any(mention.start < word.end and word.start < mention.end for mention in known) for word in listed]
        found: list[PlaceMention] = []
        at = 0
        while at < len(listed):
            guess = self._best_at(text, listed, taken, at, familiar, likely)
            if guess:
                found.append(guess[0])
            at += guess[1] if guess else 1
        return tuple(found)

    def _best_at(
        self,
        text: str,
        listed: tuple[Word, ...],
        taken: list[bool],
        at: int,
        familiar: Callable[[str], bool],
        likely: Collection[str],
    ) -> tuple[PlaceMention, int] | None:
        begun = at + 1 < len(listed) and not self._heads.get(listed[at].folded, set()).isdisjoint(likely)
        alone = 0.0 if begun or self._may_start(text, listed, at, familiar) else ALONE  # begun: "acton valle"
        if alone and not self._may_stand_alone(text, listed, at, familiar):
            return None
        best: tuple[float, int, str] | None = None
        for length in range(1, min(WIDEST, len(listed) - at) + 1):
            run = listed[at : at + length]
            around = any(taken[at : at + length])  # "Venize en Québec", of which "Québec" is a place spelt right
            if begun and length == 1:
                continue
            begins = taken[at]  # "St-Hubert riviere du lou": the name of a place spelt right begins another one
            if around and all(taken[at : at + length]):
                continue
            if around and length == 1:
                break
            folded = " ".join(word.folded for word in run)
            if len(folded) < SHORT or not _may_be_name(run):
                continue
            if folded in self._names:  # spelt right: what reads exact names had its reasons to leave it
                return None
            near = self._nearest(folded, 1)
            if not near:
                continue
            needed = self._needed(near[0][0], folded, likely)
            lonely = min(alone, AROUND) if self._names[near[0][0]][0].key in likely else alone
            if near[0][1] < max(needed, lonely, self._surer(text, run, around)) or (alone and needed > SURE):
                continue
            if begins and _ENDS_A_CLAUSE.search(text[run[0].start : run[-1].end]):
                continue
            if begins and not _goes_on(near[0][0], [w.folded for w, t in zip(run, taken[at:], strict=False) if t]):
                continue
            if best is None or near[0][1] >= best[0] - LONGER:
                best = (near[0][1], length, near[0][0])
        if best is None:
            return None
        likeness, length, name = best
        start, end = listed[at].start, listed[at + length - 1].end
        return PlaceMention(start, end, self._names[name], False, text[start:end], score=likeness), length

    def _needed(self, name: str, folded: str, likely: Collection[str]) -> float:
        place = self._names[name][0]
        if place.key in likely:
            return SURE
        area = place.kind.is_area and place.kind is not PlaceKind.REGION
        small = (place.population < VILLAGE and not place.kind.is_area) or area or name in ordinary_names()
        return SURER if small and " " not in folded else SURE

    @staticmethod
    def _surer(text: str, run: Sequence[Word], around: bool) -> float:
        """More is needed of words of French ("y ont" is no Pontiac), and around a place that is spelt right."""
        french = all(is_french(text[word.start : word.end]) or len(word.folded) < 3 for word in run)
        return FRENCH if french else AROUND if around else 0.0

    @staticmethod
    def _may_stand_alone(text: str, listed: tuple[Word, ...], at: int, familiar: Callable[[str], bool]) -> bool:
        """Whether a word that nothing leads to may all the same be a town: long, unknown, and no French."""
        word, before = listed[at], listed[at - 1].folded if at else ""
        if len(word.folded) <= SHORT or before in NOT_PLACES or before in SAINTS:
            return False
        return not (familiar(word.folded) or is_french(text[word.start : word.end]) or word.folded in COOPS)

    def _may_start(self, text: str, listed: tuple[Word, ...], at: int, familiar: Callable[[str], bool]) -> bool:
        word = listed[at]
        before = listed[at - 1].folded if at else ""
        if word.folded in PREPOSITIONS | COOPS or before in NOT_PLACES or before in SAINTS:
            return False
        ahead = listed[at + 1].folded if at + 1 < len(listed) else ""
        leads = before in LEADS or before in ARTICLES or word.folded in SAINTS
        leads = leads or (ahead in SAINTS and word.folded not in NOT_PLACES)  # "baie st pol"
        named = before in COOPS and not familiar(word.folded)
        return leads or named or (at > 0 and text[word.start].isupper()) or len(listed) <= 3

    def _compared(self, folded: str, limit: int) -> list[tuple[str, float]]:
        """Names by likeness: half how they are written, half how they sound. Only names written alike are sounded.

        Where one name alone is asked, it is the nearest only if it is `SURE`: the others aren't sounded.
        """
        from rapidfuzz import fuzz, process

        cutoff = ENOUGH if limit == 1 else WRITTEN
        close = process.extract(folded, self._listed, scorer=fuzz.ratio, limit=SOUNDED, score_cutoff=cutoff)
        scores = {name: likeness(folded, name) for name, *_ in close}
        if (other := _other_saint(folded)) in self._names:
            scores[other] = SWAPPED
        order = sorted(scores, key=lambda name: (-scores[name], -self._names[name][0].population, name))
        return [(name, scores[name]) for name in order[:limit]]


def _goes_on(name: str, right: list[str]) -> bool:
    """Whether a name opens with the words of a place that are spelt right."""
    return name.startswith(f"{' '.join(right)} ")


def likeness(folded: str, name: str) -> float:
    """From 0 to 1: half how alike two folded names are written, half how alike they sound."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import JaroWinkler

    sounds = JaroWinkler.normalized_similarity(sound(folded), sound(name))
    return 0.5 * fuzz.ratio(folded, name) / 100 + 0.5 * sounds


def _other_saint(folded: str) -> str:
    """ "sainte adele" for "saint adele", and the other way round."""
    first, _, rest = folded.partition(" ")
    return {"saint": "sainte ", "sainte": "saint "}.get(first, first) + rest


@cache
def sound(folded: str) -> str:
    """How a folded word or name sounds in French."""
    from phonetic_fr import phonetic

    return str(phonetic(folded.replace(" ", "")))


def _may_be_name(run: Sequence[Word]) -> bool:
    """Whether something else than ordinary words is in it, and it ends on a word of its own."""
    if run[-1].folded in PREPOSITIONS | ARTICLES or any(word.folded in TITLES for word in run):
        return False
    return any(word.folded not in ordinary_words() and word.folded not in JOINERS for word in run)


@cache
def ordinary_words() -> frozenset[str]:
    """Folded words that are never a misspelt place."""
    lines = (files("index") / "data" / "ordinary_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(key(word) for line in lines if not line.startswith("#") for word in line.split())
