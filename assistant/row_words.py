"""The clause of one row that the words of a question lead to, by the questions that were written beside it.

Each clause of the table has a dozen of questions beside it (`corpus/questions/…fiches.txt`), in as many words: they are
a lexicon of the clause. "Reçoit-elle des étudiants ?" leads so to "accueil des stagiaires". Clauses that say the same
thing in several rows ("souhaite développer des services…") share the words of their questions.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from index.lexical import stem
from ingest.anticipated import AnsweredBy, Anticipated
from ingest.french import words

HELD = 0.6  # share of the words asked that a clause's questions hold
RARE = 0.1  # share of the clauses that hold a word which tells one from others
ALIKE = 0.5  # share of words that two clauses have in common which say the same
SHORTEST = 5  # letters of a stem of which a longer one may be another form
ENDING = 3  # letters of that ending: "déplace", "déplacent"


class RowWords:
    """The words of the questions of each clause, and of those of the clauses that say the same."""

    def __init__(self, blocks: Iterable[Anticipated]) -> None:
        """`blocks` are the anticipated questions; those of no row are left out."""
        self._blocks = tuple(b for b in blocks if b.answered_by is AnsweredBy.ROW)
        self._number = {id(block): number for number, block in enumerate(self._blocks)}
        self._own = [_stems((*b.questions, *(s.quote for s in b.spans))) for b in self._blocks]
        self._printed = [frozenset(s for s in _stems([b.spans[0].quote]) if not s.isdigit()) for b in self._blocks]

    def leading_to(self, asked: Iterable[str], clauses: Iterable[Anticipated]) -> list[tuple[Anticipated, float]]:
        """The clauses whose questions hold enough of the folded words asked, a rare one too, each with the share."""
        wanted = frozenset(stem(word) for word in asked)
        found = []
        for block in clauses if wanted else ():
            number = self._number[id(block)]
            said = self._own[number].union(*(self._own[o] for o in self._same_as(number)))
            held = {s for s in wanted if _among(s, said)}
            if len(held) >= HELD * len(wanted) and any(self._rare(s) for s in held):
                found.append((block, len(held) / len(wanted)))
        return found

    def same_as(self, block: Anticipated) -> tuple[Anticipated, ...]:
        """The clauses of other rows that say the same thing."""
        return tuple(self._blocks[other] for other in self._same_as(self._number[id(block)]))

    def _same_as(self, number: int) -> list[int]:
        mine = self._printed[number]
        return [o for o, theirs in enumerate(self._printed) if o != number and _alike(mine, theirs) >= ALIKE]

    def _rare(self, wanted: str) -> bool:
        return sum(_among(wanted, own) for own in self._own) <= max(1, RARE * len(self._own))


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word.folded) for text in texts for word in words(text))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _among(wanted: str, held: frozenset[str]) -> bool:
    return wanted in held or any(_same(wanted, other) for other in held)


@lru_cache(maxsize=65536)
def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST and long.startswith(short) and len(long) - len(short) <= ENDING
