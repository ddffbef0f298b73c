"""What a co-op's site or e-mail is called, before its last dot: people say it for the co-op ("temisensante")."""

from __future__ import annotations

import re

from ingest.entry import Entry

SHORTEST = 7  # letters
PROVIDERS = frozenset("hotmail videotron globetrotter sympatico tlbsympatico cgocable cooptelqc expressoqc".split())


def own_labels(entries: tuple[Entry, ...]) -> dict[str, int]:
    """The position of the one co-op that each label belongs to: of "info@coopsantepsb.com", "coopsantepsb"."""
    held: dict[str, set[int]] = {}
    for entry in entries:
        for cell in (*entry.emails, *entry.websites):
            host = re.sub(r"^.*(?:@|//)", "", (cell.value or "").lower()).strip("/").removeprefix("www.")
            label = re.sub(r"\W", "", host.rpartition(".")[0])
            if len(label) >= SHORTEST and label not in PROVIDERS:
                held.setdefault(label, set()).add(entry.position)
    return {label: positions.pop() for label, positions in held.items() if len(positions) == 1}
