"""A co-op sent away in two breaths, its name first, written in one: "Thurso, c'est trop loin, ôte-la" takes out Thurso.

What is taken out is left as typed; all that takes a co-op out then hears one way of saying it.
"""

from __future__ import annotations

import re

_OPENS = r"(?:(?:ok|bon|ben|non|ah|oh|mais|et|pis|par contre|merci|d'accord|finalement|en fait)\b[\s,]*)*"
_WHAT = (
    r"(?P<what>(?!(?:une?|du|des|de|pas|quel\w*|qui|combien)\b)"
    r"(?:(?:celles?|celui|les?|la|coop\w*|clinique)\s+|l[’'])*[\w’'-]+(?:[ -][\w’'-]+){0,5}?)"
)
_TOO = (
    r"(?:bien |ben |beaucoup |un peu |vraiment |pas mal |encore )*(?:trop|pas)\s[^,;:.!?]{2,40}"
    r"|(?:\S+ ){0,3}(?:pleine?|complet|complète|fermée?|débordée?|connue?|loin)\b[^,;:.!?]{0,25}"
)
_REASON = (
    r"(?:(?:\s*,)?\s+(?:c[’']est|est|sont|ça\s+fait|elle\s+est|elles\s+sont|ils\s+sont|me\s+semble)\s+"
    rf"(?:{_TOO})|\s*,\s*(?:{_TOO}))?"
)
_PULL = (
    r"(?:(?:tu\s+peux|vous\s+pouvez|peux-tu|pouvez-vous|on\s+peut|il\s+faut|faut|faudrait|je\s+veux|j[’']aimerais)\s+"
    r"(?:l[ae’']s?\s*)?)?"
    r"(?:(?:enl[eè]v|retir|[oô]t|ray|biff|supprim|exclu|oubli|laiss|tass|saut|[eé]cart|[eé]limin)\w*"
    r"|sor[st]\w*|mets?|mett\w*)"
)
_IT = (
    r"(?:[- ](?:l[ae]s?|moi[- ]l[ae]s?|ça|elle|celle-là|celles-là))?"
    r"(?:\s+(?:de\s+côté|tomber|faire))?(?:\s+(?:de|hors\s+de)\s+(?:la|ta|votre|ma|cette)\s+(?:liste|s[eé]lection))?"
    r"(?:\s+(?:de\s+là|stp|svp|donc|s[’']il\s+(?:te|vous)\s+pla[iî]t|merci))*"
)
_SENT_AWAY = re.compile(
    rf"^\s*{_OPENS}{_WHAT}{_REASON}\s*[,;:.!]+\s*(?:alors\s+|donc\s+|fait que\s+|faque\s+)?{_PULL}{_IT}\s*[.!]*\s*$",
    re.I,
)
_NO_THANKS = re.compile(
    rf"^\s*{_OPENS}{_WHAT}{_REASON}\s*[,;:.!]+\s*(?:non\s+merci|pas\s+pour\s+(?:moi|nous)|très\s+peu\s+pour\s+(?:moi|nous)"
    r"|(?:je|j[’']|on)\s*(?:n[e’']?\s*)?(?:y\s+)?(?:vais|va|irai|ira|veux|veut)\s+pas)\b[^?]*$",
    re.I,
)
# "sors Thurso de la liste"
_OUT_OF_IT = re.compile(
    rf"^\s*{_OPENS}(?:(?:tu peux|vous pouvez|peux-tu|pouvez-vous)\s+)?(?:sor[st]\w*|tir\w+|sacr\w+ dehors)\s+{_WHAT}"
    r"\s+(?:hors\s+)?(?:de|d[’'])\s*(?:(?:la|ta|votre|ma|cette)\s+(?:liste|s[eé]lection)|là)\s*[.!]*\s*$",
    re.I,
)

LONGEST = 200  # characters: two breaths are short


def in_one_breath(text: str) -> str:
    """A sequel that names a co-op and then sends it away, said as "enlève" and its name; any other as it is.

    >>> in_one_breath("celle de Thurso est trop loin pour nous, enlève-la")
    'enlève celle de Thurso'
    >>> in_one_breath("la première, c'est plein : tu peux l'ôter de la liste")
    'enlève la première'
    >>> in_one_breath("Thurso, non merci, j'y vais pas")
    'enlève Thurso'
    >>> in_one_breath("un dentiste à Thurso, laisse faire")
    'un dentiste à Thurso, laisse faire'
    """
    if len(text) > LONGEST:
        return text
    match = _SENT_AWAY.match(text) or _NO_THANKS.match(text) or _OUT_OF_IT.match(text)
    return f"enlève {match['what']}" if match is not None else text
