"""A message that speaks to us: "comment vous joindre ?" asks for the Federation's means, whose documents these are.

>>> reaches_us("comment puis je vous joindre par courriel"), reaches_us("pouvez vous me donner le telephone")
(True, False)
"""

from __future__ import annotations

import re

_REACH_US = re.compile(
    r"(?<!\S)(?:(?:vous|you) (?:re)?(?:join\w+|appel\w+|contact\w+|ecri\w+|telephon\w+|envo\w+|reach|call|write|phone"
    r"|e ?mail)|(?:votre|vos|your) (?:telephone|tel|numero|no|courriel|adresse|site|fax|coordonnees|bureaux?|phone"
    r"|number|e ?mail|address|website)|(?:reach|call|write(?: to)?|contact|phone|e ?mail) you)(?!\S)"
)


def reaches_us(folded: str) -> bool:
    """Whether a folded message asks how to reach whom it speaks to."""
    return _REACH_US.search(folded) is not None
