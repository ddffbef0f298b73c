"""A turn as the JSON object of the batch interface. Fields are added freely, never renamed or dropped."""

from __future__ import annotations

from typing import Any

from assistant.answer import Outcome
from assistant.citing import locator
from assistant.conversation import Turn
from ingest.library import Library


def turn_to_dict(turn: Turn, library: Library) -> dict[str, Any]:
    """The reply of one turn, without its time; `quote` is exactly the document's text from `start` to `end`."""
    answer = turn.answer
    return {
        "answer": answer.text,
        "abstained": answer.outcome is Outcome.ABSTAIN,
        "clarifying": answer.outcome is Outcome.CLARIFY,
        "cooperatives": [
            {
                "document": found.entry.span.name,
                "position": found.entry.position,
                "name": found.entry.name.value,
                "distance_km": None if found.distance_km is None else round(found.distance_km, 1),
            }
            for found in answer.entries
        ],
        "citations": [
            {
                "marker": marker,
                "document": span.name,
                "title": span.document.title,
                "locator": locator(library, span),
                "start": span.start,
                "end": span.end,
                "quote": span.quote,
            }
            for marker, span in enumerate(answer.citations, 1)
        ],
        "outcome": answer.outcome.value,
        "reason": answer.reason.value if answer.reason else None,
        "computed": list(answer.computed),
        "suggestions": list(answer.suggestions),
        "chips": [
            {
                "part": chip.part.value,
                "of": chip.of,
                "label": chip.label,
                "text": chip.text,
                "removable": chip.removable,
            }
            for chip in turn.chips
        ],
    }
