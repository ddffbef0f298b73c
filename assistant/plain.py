"""A turn as plain text, for a terminal: the answer, its sources word for word and, for whoever checks, why."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.citing import locator
from assistant.conversation import Turn
from ingest.library import Library


def plain(turn: Turn, library: Library, explain: bool = False) -> Iterator[str]:
    """The lines to print."""
    answer = turn.answer
    yield answer.text
    if answer.citations:
        yield "\nSources"
    for marker, span in enumerate(answer.citations, 1):
        yield f"[{marker}] {span.document.title}, {span.document.year}, {locator(library, span)}"
        yield f"    « {' '.join(span.quote.split())} »"
    if explain:
        yield f"\nCompris\n{turn.explanation()}"
        yield f"\nTrouvé\nissue : {answer.outcome.value}" + (f" ({answer.reason.value})" if answer.reason else "")
        for found in answer.entries:
            distance = "" if found.distance_km is None else f", {found.distance_km:.1f} km".replace(".", ",")
            yield f"entrée {found.entry.position} : {found.entry.name.value}{distance}"
