"""What somebody is said to say, or what one thinks to have read, asked whether it is so.

>>> as_a_claim("Une collègue soutient que le fonds a servi à douze coops. Elle a raison ?")
"le fonds a servi à douze coops, c'est exact ?"
"""

from __future__ import annotations

import re

SHORTEST_CLAIM = 4  # words
# What the documents say is asked as theirs.
_WHOEVER = (
    r"(?:on|quelqu['’]un|le monde|les gens|certains|(?:mon|ma|mes|un|une|des|l['’]|le|la|les|notre)\s?"
    r"(?!brochure|rapport|tableau|document|f[ée]d[ée]|fqcs|coop|clinique)\w+(?: de [\w-]+)?)"
)
_SAYS = (
    r"(?:dit|disent|soutien\w*|pr[ée]tend\w*|affirm\w+|jur\w+|assur\w+|racont\w+|croi[ts]|croient|pens\w+"
    r"|(?:est|sont) (?:s[ûu]re?s?|certaine?s?|convaincue?s?|persuad[ée]e?s?))(?: dur comme fer| mordicus)?"
)
_IS_IT_SO = (
    r"(?:est-ce que |est-ce )?(?:"
    r"(?:elles?|ils?|on|y|j)['’ ]?\s?(?:a|ont|ai)(?:[- ]tu)? (?:bien |vraiment )?(?:raison|tort)"
    r"|(?:a-t-(?:elle|il|on)|ont-(?:elles|ils)|ai-je) (?:raison|tort|bien (?:lu|compris))"
    r"|(?:elle|il|y|je) (?:se|me) trompe|se trompe-t-(?:elle|il)|(?:elle|il) dit vrai|dit-(?:elle|il) vrai"
    r"|(?:c['’]est|est-ce|est|c['’]est-tu|c['’]tu|c tu)(?: bien)?"
    r" (?:vrai|exact|juste|correct|[çc]a|le cas|fond[ée])(?: [çc]a)?"
    r"|vrai(?: ou faux)?|exact"
    r"|(?:pouvez|peux|pourriez|peut)[- ](?:vous|tu|on) (?:me |m['’])?(?:le )?confirmer(?: [çc]a| cela)?"
    r"|(?:is|are|was) (?:that|it|she|he|they) (?:true|right|correct))"
)
_HEARSAY = re.compile(
    r"^\W*(?:(?:bonjour|bonsoir|salut|all[oô])\W+)?(?:"
    r"(?:il )?me semble(?: bien)?(?: avoir (?:lu|vu|entendu(?: dire)?|compris))?(?: quelque part)?"
    r"|(?:je (?:crois|pense|pensais|croyais)|j['’]ai l['’]impression)(?: bien)?(?: avoir (?:lu|vu|entendu(?: dire)?))?"
    r"|(?:j['’]ai|on a|j['’]avais|nous avons) (?:bien )?(?:lu|vu|entendu|appris|compris)(?: dire)?(?: quelque part)?"
    r"|(?:il |[çc]a |y )?para[iî]t(?:rait)?"
    rf"|{_WHOEVER} (?:(?:m['’]|nous |me )\s?)?(?:a |ont )?{_SAYS}"
    r"|(?:i (?:heard|read|thought|think|believe)|(?:someone|somebody|people|my \w+) (?:told me|tells me|says?|claims?))"
    r"(?: somewhere)?)"
    rf" (?:qu['’]|que |that )?(?P<said>[^?]+?)[\s.;,:–…]*(?P<tag>(?<=[\s.;,:–…]){_IS_IT_SO})?\s*\?+\s*$",
    re.IGNORECASE,
)
_ASKS_IN_IT = re.compile(
    r"[?!]|\.\s|\b(?:combien|quel(?:le)?s?|lesquel\w*|laquelle|pourquoi|comment|quand|o[uù] est|how|which|what|why)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\W*(?:i|my|someone|somebody|people)\b", re.IGNORECASE)


def as_a_claim(text: str) -> str:
    """The message as a claim to confirm, where nothing else is asked; else as it is.

    >>> as_a_claim("On m'a dit qu'elle a une infolettre. Où s'inscrire ?")
    "On m'a dit qu'elle a une infolettre. Où s'inscrire ?"
    """
    match = _HEARSAY.match(text)
    if match is None or len(match["said"].split()) < SHORTEST_CLAIM or _ASKS_IN_IT.search(match["said"]):
        return text
    true = "is that right" if _ENGLISH.match(text) else "c'est exact"
    return f"{match['said'].strip()}, {true} ?"
