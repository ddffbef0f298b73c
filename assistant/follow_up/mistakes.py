"""A mistake owned up to, and what was meant instead, however people say it, written one way: "je voulais dire Thurso".

All that reads a correction then hears it. What was meant is left as typed.
"""

from __future__ import annotations

import re
import unicodedata

_OPENS = (
    r"(?:(?:non|oh|ah|oups|ouf|zut|hmm?|bon|ben|mais|euh|ok|en fait|finalement|pardon(?:nez[- ]moi)?|desolee?s?"
    r"|s?cuse\w*(?:[- ]moi)?|excuse\w*(?:[- ]moi)?|attend\w*|minute|un instant|sorry|wo+h?|merci)\b[\s,.!:;-]*)*"
)
_DET = r"(?:(?:l[ea]s?|l'|une?|des|mes|m[ao]n?|tous|toutes|les|deux|trois|of)\s*)*"
_THINGS = (
    r"(?:villes?|villages?|places?|endroits?|lieux?|municipalites?|paroisses?|localites?|patelins?|noms?|saint[es]*"
    r"|st[es]?|coop\w*|cliniques?|regions?|mrc|secteurs?|coins?|services?|soins?|specialites?|specialistes?|mots?"
    r"|metiers?|professions?|affaires?|choses?|cases?|lignes?|touches?|boutons?|trucs?|questions?|annees?|adresses?"
    r"|personnes?|gens|numeros?|rangs?|pieces?|bouts?)"
)
_OF_WHAT = (
    rf"(?:\s+(?:de|d'|du|dans|entre|avec|sur|pour|parmi|en)\s*{_DET}{_THINGS}(?:\s+(?:et|ou)\s+{_DET}{_THINGS})?"
    r"(?:\s+(?:de\s+\w+|avec\s+\w+|en\s+ecrivant|en\s+tapant))?)?"
)
_MISTAKEN = (
    r"(?:trompe|(?:em)?mele|goure|fourvoye|embrouille|(?:em)?melange|plante|confondue?|mepris|perdue?"
    r"|mal\s+(?:exprime|explique|fait\s+comprendre))e?s?"
)
_MIXED = (
    rf"(?:(?:ai|avais|aurais)\s+(?:tout\s+|encore\s+|du\s+)?(?:(?:confondu|confondre|melange|mele|inverse|interverti"
    rf"|echange|mal\s+(?:ecrit|dit|tape|choisi|lu|note|nomme|formule|demande)|ecorche|pris(?=\s.{{2,30}}\spour\s))\b"
    rf"(?:\s*{_DET}{_THINGS})?(?:\s+(?:pour|avec|entre)\s+(?:une?\s+|l')?(?:autres?|{_DET}{_THINGS}))?)"
    rf"|(?:confonds|melange|mele|inverse)\b(?:\s*{_DET}{_THINGS})?)"
)
_AVOWED = (
    rf"(?:(?:je|j'?|on|c'est\s+moi\s+qui)\s*(?:m[e']?\s*)?(?:(?:suis|sui|etais)\s+)(?:tout\s+|toute\s+|encore\s+|bien\s+)?"
    rf"{_MISTAKEN}{_OF_WHAT}|(?:je|j'|j)\s*(?:m[e']?\s*)?{_MIXED}{_OF_WHAT}"
    rf"|(?:c'est\s+|c'etait\s+)?(?:mon|une|petite|une\s+petite|ma)?\s*(?:erreur|faute|bourde|gaffe|lapsus|mix[- ]?up"
    rf"|coquille)(?:\s+de\s+ma\s+part)?{_OF_WHAT}|mea\s+culpa|(?:c'est\s+|c'etait\s+)?(?:le|la)?\s*mauvaise?s?\s+{_THINGS})"
)
_NAMED_BESIDE = r"(?:\s+(?:avec|pour|et|entre)\s+[^,;:.!?]{2,40}(?=[,;:.!?]))?"  # "je me suis mêlée avec Thurso, …"
_LINK = r"(?:(?:et|mais|alors|donc|car)\s+)?"
_IT_IS = (
    r"(?:c'est|c'etait|ce\s+serait|ca\s+serait|il\s+s'agit\s+(?:de\s+|d')|il\s+(?:me|nous)\s+(?:faut|fallait|faudrait)"
    r"|(?:je\s+|j'?|on\s+)(?:veu[xt]|voulais|voulait|voudrais|cherch\w+|parl\w+|pens\w+|vis\w+|demand\w+"
    r"|aurais\s+(?:du|voulu))(?:\s+(?:dire|ecrire|parler|savoir|avoir|demander|chercher|voir))?)"
    r"(?:\s+(?:plutot|bien|en\s+fait|vraiment|donc))*\s*(?:d'|de\s+(?=[a-z]))?"
)
# "… que je voulais", "… dont j'ai besoin", "… qu'il me faut"
_WANTED = (
    r"\s+(?:qu[e']?|dont|a\s+qui|ou)\s*(?:je|j'?|on|nous|il\s+(?:me|nous))\s*(?:\w+\s+){0,3}?"
    r"(?!\S*(?:nomm|mentionn|vu|vois))\w+(?:\s+(?:dire|ecrire|avoir|savoir|parler|appeler|tete|besoin))?"
)
_OWNED_UP = re.compile(
    rf"^\s*{_OPENS}{_AVOWED}{_NAMED_BESIDE}"
    rf"(?:\s*[,.;:!-]+\s*{_LINK}(?:{_IT_IS})?|\s+{_LINK}{_IT_IS})\s*(?P<meant>\S.*?)(?:{_WANTED})?\s*[.!]*\s*$"
)
# "ce n'est pas Thurso qu'il me faut, c'est Bedford", "j'ai pas dit Thurso, j'ai dit Bedford"
_NOT_WANTED = re.compile(
    rf"^\s*{_OPENS}(?:(?:ce\s+n'est|ce\s+n'etait|c'est|c'etait|c)\s+pas\s+(?P<it>[^,;:.!?]{{2,50}}?){_WANTED}"
    r"|(?:je|j'?)\s*(?:n'?e?\s*)?(?:(?:vous|t'?e?)\s*)?(?:(?:ai|avais)\s+(?:pas|jamais)\s+(?:dit|demande|ecrit|parle"
    r"|voulu)|(?:parl\w+|cherch\w+|veux|voulais|demand\w+)\s+pas)(?:\s+dire)?\s+(?P<that>[^,;:.!?]{2,40}?))"
    r"[\s,;:.!-]+(?:mais\s+(?!pas|non)|plutot\s+|(?:mais\s+)?"
    r"(?:c'est|c'etait|j'ai\s+dit|je\s+(?:dis|parl\w+|veux|voulais|cherch\w+))(?:\s+(?:bien|plutot))*\s+)"
    rf"(?P<meant>\S.*?)(?:{_WANTED})?\s*[.!]*\s*$"
)
_AT = re.compile(r"^a\s+(?!\d|l['’]|la\b|moins|partir|quel|qui|combien)(?=\S)")
LONGEST = 60  # characters of what was meant: a longer text asks something of its own


def with_plain_correction(text: str) -> str:
    """A sequel that owns up to a mistake, said as "je voulais dire" and what was meant; any other as it is.

    >>> with_plain_correction("Attends, je me suis mêlé de village : c'est Bedford")
    'je voulais dire Bedford'
    >>> with_plain_correction("ce n'est pas Thurso qu'il me faut, c'est Bedford")
    'je voulais dire Bedford'
    >>> with_plain_correction("je me suis trompée de place, c'est à Bedford que j'appelle")
    'je voulais dire Bedford'
    >>> with_plain_correction("je me suis trompé de ville")
    'je me suis trompé de ville'
    """
    flat = _flat(text)
    match = _OWNED_UP.match(flat) or _NOT_WANTED.match(flat)
    if match is None or "?" in match["meant"][:-1] or len(match["meant"]) > LONGEST:
        return text
    start, end = match.span("meant")
    at = _AT.match(flat[start:end])
    meant = text[start + (at.end() if at else 0) : end]
    return f"je voulais dire {meant}" if re.search(r"\w", meant) else text


def _flat(text: str) -> str:
    """The text in small letters without accents, each character in its place."""
    one = (unicodedata.normalize("NFD", c)[0] if c.isalpha() else "'" if c in "’ʼ`´" else c for c in text)
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in one)
