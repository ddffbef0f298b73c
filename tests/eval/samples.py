"""One line of a table, a citation of it, and its co-ops."""

from __future__ import annotations

from eval.reply import Citation, Cooperative

TEXT = "| 67, rue du Couvent, Gatineau (Qc) J9H 6A2, 819 684-1234 coopsa@videotron.ca | 9 500 membres | 8 médecins |"
NAMES = {3: "Coop C", 5: "Coop E", 9: "Coop I", 21: "Coop de Gatineau", 22: "Coop de Thurso", 23: "Coop d'Aylmer"}
ROWS = {n: f"| {n} {name.upper()} | {TEXT}" for n, name in NAMES.items()}

# As if the one line of the text held a co-op in each half: the first 23, the second 22.
PLACES = {("t.txt", 23): (0, TEXT.index("| 9 500")), ("t.txt", 22): (TEXT.index("| 9 500"), len(TEXT))}


def cite(marker: int, quote: str) -> Citation:
    start = TEXT.index(quote)
    return Citation(marker, "t.txt", start, start + len(quote), quote)


def coops(*positions: int) -> tuple[Cooperative, ...]:
    return tuple(Cooperative("t.txt", position, NAMES[position]) for position in positions)
