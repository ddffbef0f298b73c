"""Where words stand in a document, for someone who opens it: the co-op of its table, the line of its file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from eval.sources import Sources

Place = Callable[[str, int, int], str]


def places(sources: Sources) -> Place:
    """What tells, in French, where the characters from `start` to `end` of a document are; it may not exist."""
    rows: dict[str, list[tuple[int, int, int]]] = {}
    for (name, rank), row in sources.rows.items():
        if (start := sources.documents[name].text.find(row)) >= 0:
            rows.setdefault(name, []).append((start, start + len(row), rank))
    ends = {name: [at for at, char in enumerate(one.text) if char == "\n"] for name, one in sources.documents.items()}

    def place(document: str, start: int, end: int) -> str:
        known = sources.documents.get(document)
        if known is None or not 0 <= start < end <= len(known.text):
            return f"« {document} », caractères {start} à {end} : cette place n'existe pas"
        line = f"ligne {bisect_right(ends[document], start - 1) + 1}"
        coop = next((rank for low, high, rank in rows.get(document, ()) if low <= start and end <= high), None)
        return f"{known.short}, {line}" if coop is None else f"{known.short}, tableau, coop n° {coop}, {line}"

    return place
