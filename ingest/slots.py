"""The places of a plain question that a message fills: a co-op, a place, a service, a number.

Ways of asking are compared without what fills them; a way of the corpus may name its slot, to read well.

>>> emptied("pis ceux de {lieu}, eux autres ?")
'pis ceux, eux autres ?'
>>> slots("Quelles coops offrent {service} à {lieu} ?") == {SERVICE, PLACE}
True
>>> without("La coop de Thurso a-t-elle un gym ?", ((11, 17),))
'La coop a-t-elle un gym ?'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import cycle

COOP, PLACE, SERVICE, NUMBER = "{coop}", "{lieu}", "{service}", "{n}"
_SLOT = re.compile(r"\{(?:coop|lieu|service|n)\}")
_NUMBERS = ("3", "500", "10", "2 000", "5", "10 000")  # a number says what it is of: any will do, of every size
_DANGLING = re.compile(
    r"(?:\s*,)?\s*(?:\b(?:mrc|à|a|au|aux|de|du|des|d|en|chez|pour|dans|sur|la|le|les|l|un|une)\b\s*['’]?\s*)+$",
    re.IGNORECASE,
)


def slots(plain: str) -> frozenset[str]:
    """The slots of a plain question."""
    return frozenset(_SLOT.findall(plain))


def emptied(way: str) -> str:
    """A way of asking as messages are compared with it: no place, no service, some number, "la coop" for a co-op."""
    text = way.replace(COOP, "la coop")
    numbers = cycle(_NUMBERS[len(way) % len(_NUMBERS) :] + _NUMBERS)
    text = re.sub(re.escape(NUMBER), lambda _: next(numbers), text)
    return without(text, (match.span() for match in _SLOT.finditer(text)))


def without(text: str, told: Iterable[tuple[int, int]]) -> str:
    """The text without these places, given as characters, and without the small words that lead to them."""
    kept, at = "", 0
    for start, end in sorted(told, key=lambda place: (place[0], -place[1])):
        if start >= at:
            kept += _DANGLING.sub("", text[at:start])
            at = end
    return (kept + text[at:]).strip(" ,")
