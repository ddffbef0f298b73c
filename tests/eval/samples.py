"""One line of a table, and a citation of it."""

from __future__ import annotations

from eval.reply import Citation

TEXT = "| 67, rue du Couvent, Gatineau (Qc) J9H 6A2, 819 684-1234 coopsa@videotron.ca | 9 500 membres | 8 médecins |"


def cite(marker: int, quote: str) -> Citation:
    start = TEXT.index(quote)
    return Citation(marker, "t.txt", start, start + len(quote), quote)
