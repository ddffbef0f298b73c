"""A circle gone back to by its number, in a sentence of its own, written with its unit before what is then asked."""

from __future__ import annotations

import re

_BACK_TO = re.compile(
    r"^\s*(?:(?:ok|bon|non|finalement|et|pis|alors|on|je|j[’'])[\s,]*)*"
    r"(?:reven\w+|revien\w*|retour\w*|remet\w*|mettons|rest\w+|(?:re)?mont\w+|redescend\w*)(?:[- ]\w+){0,2}? [àa] "
    r"(?P<km>\d{1,3})(?:\s*(?:km|kilom[èe]tres?))?\s*[.,:;]\s*(?=\w)",
    re.IGNORECASE,
)


def with_its_unit(text: str) -> str:
    """A sequel of a search around a place that goes back to another circle, said as "dans … km" and what it asks.

    >>> with_its_unit("Revenons à 30. Lesquelles ont un psychologue ?")
    'dans 30 km, Lesquelles ont un psychologue ?'
    >>> with_its_unit("Revenons à Bedford. Lesquelles ont un psychologue ?")
    'Revenons à Bedford. Lesquelles ont un psychologue ?'
    """
    return _BACK_TO.sub(lambda m: f"dans {m['km']} km, ", text)
