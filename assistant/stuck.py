"""Words stuck together ("coopsantegatineautelephone") are parted, where the whole run is made of words that are known.

>>> part("numerodetelephone", {"numero", "telephone"}.__contains__)
('numero', 'de', 'telephone')
>>> part("cooperation", {"coop"}.__contains__) is None
True
"""

from __future__ import annotations

from collections.abc import Callable

SHORTEST = 9  # letters of a run worth parting
PIECE = 4  # letters of a piece, unless it is one of `SMALL`
LONGEST_PIECE = 14
SMALL = frozenset(
    "de du des la le les un une a au en et est qui que sur par pour avec ou tel mrc rdv clsc "
    "ce c qu il elle y on je tu ils d l val lac".split()
)

STUCK = frozenset(
    "de du des la le les un une au en et est sur par pour avec ou dans que qui pas ont sont plus combien".split()
)


def part(run: str, known: Callable[[str], bool]) -> tuple[str, ...] | None:
    """The fewest known words that make up the run, None where none do; two at least, one of them not small."""
    if len(run) < SHORTEST or not run.isalpha():
        return None
    best: list[tuple[str, ...] | None] = [(), *[None] * len(run)]
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - LONGEST_PIECE), end):
            before, piece = best[start], run[start:end]
            if before is None or not (piece in SMALL or (len(piece) >= PIECE and known(piece))):
                continue
            found, old = (*before, piece), best[end]
            if old is None or len(found) < len(old):
                best[end] = found
    whole = best[-1]
    return whole if whole and len(whole) > 1 and sum(len(piece) for piece in whole if piece not in SMALL) > 6 else None


def stuck_to_small(run: str, known: Callable[[str], bool]) -> tuple[str, str] | None:
    """A known word and a small one stuck before or behind it ("defamille", "membreset"), None where there is no such.

    >>> stuck_to_small("medecinsde", {"medecins"}.__contains__)
    ('medecins', 'de')
    """
    for cut in range(2, min(9, len(run) - 2)):
        for small, rest, two in (
            (run[:cut], run[cut:], (run[:cut], run[cut:])),
            (run[-cut:], run[:-cut], (run[:-cut], run[-cut:])),
        ):
            if small in STUCK and known(rest):
                return two
    return None
