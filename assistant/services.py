"""From the service codes of a question to criteria: what counts as a service, and what one ambiguous word may mean."""

from __future__ import annotations

from assistant.knowledge import Knowledge
from index.criteria import Offers
from index.criterion import Criterion


def offers(knowledge: Knowledge, codes: str) -> Offers:
    """The criterion for one wish: a code, or several joined by "|" that one word may mean."""
    wished = [c for c in codes.split("|") if c in knowledge.lexicon.terms]
    parts = [p for c in wished for p in knowledge.lexicon[c].parts]
    return Offers(wished[0], tuple(dict.fromkeys((*wished[1:], *parts))))


def criteria(knowledge: Knowledge, services: tuple[str, ...], either: bool) -> tuple[Criterion, ...]:
    """All services together, or any of them."""
    if either and len(services) > 1:
        return (offers(knowledge, "|".join(services)),)
    return tuple(offers(knowledge, code) for code in services)
