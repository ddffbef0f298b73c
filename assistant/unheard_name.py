"""A co-op's name, or the person whose co-op it is said to be, that nothing in the table knows.

"le numéro de la coop de Guy Tremblay", "l'adresse de la coopérative Horizon Vert": names typed as such, right behind
the word for a co-op. What the table or the gazetteer heard in them is left to those who heard it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.hearing import Heard, Placed
from ingest.french import words

_NAME = r"[A-ZÀ-ÖØ-Ý][\w'’]*(?:-[\w'’]+)*"
_BEHIND_COOP = re.compile(
    r"\b(?i:co-?op(?:[ée]rative)?|clinique|clinic)"
    r"(?i:\s+(?:de|en|m[ée]dicale|la|sant[ée]\b(?!\s+[A-Z])|solidarit[ée]|soins))*"
    r"(?:(?i:,?\s+(?P<by>(?:que\s+|qui\s+est\s+)?(?:dirig|pr[ée]sid|g[éeè]r|men)\w*(?:\s+par)?|dont))"
    r"|(?i:,?\s+(?:(?:nomm|appel|baptis)\w*|qui\s+s['’]appelle|o[uù]|du\s+nom\s+de|de\s+(?:chez\s+)?|d['’]|du|des|[àa]|chez|of|called|run\s+by)))?"
    r"\s*(?P<of>(?i:\s(?:mon|ma|notre|mes|leur|son|sa|ton|ta|my|our)\s+\w+\s)\s*)?"
    r"(?i:\s*(?:m\.|mr|mme|monsieur|madame|dr\.?|dre)\s+)?"
    rf"[«\"“\s]*(?P<name>{_NAME}(?:\s+{_NAME})*)"
)
# "John Smith's co-op"
_OWNED = re.compile(rf"(?P<name>{_NAME}\s+{_NAME})['’]s\s+(?i:(?:health\s+)?(?:co-?op|clinic))")


def unheard_name(heard: Heard, printed: Callable[[str], bool]) -> str:
    """The name, of two words at least or of somebody of one's own; empty where a co-op or a place is heard in it.

    `printed` tells whether a word stands in the name of some co-op of the table.
    """
    text = heard.message.text
    if text.isupper():
        return ""
    found = _BEHIND_COOP.search(text) or _OWNED.search(text)
    if found is None:
        return ""
    name, start = found["name"], found.start("name")
    of_somebody = {k for k, v in found.groupdict().items() if v} & {
        "of",
        "by",
    }  # "de mon cousin Alain", "que dirige Luc"
    if len(words(name)) < 2 and not of_somebody:
        return ""
    if printed(words(name)[-1].folded):  # "Fer Neuve": a name of the table, badly heard
        return ""
    inside = [i for i, w in enumerate(heard.message.words) if start <= w.start < start + len(name)]
    known: tuple[Placed, ...] = (
        *(n for n in heard.named if n.positions),
        *heard.services,
        *heard.fields,
        *heard.topics,
        *heard.filters,
        *(h for h in heard.cues if h.code not in ("singular", "list")),
    )
    if any(k.first <= i < k.last for k in known for i in inside):
        return ""
    first = inside[0] + (heard.message.words[inside[0]].folded in ("le", "la", "les", "l"))
    begins = any(p.first <= first < p.last for p in heard.places)
    return "" if begins else name
