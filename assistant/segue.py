"""Words that lead from what is told to what is asked, and ask for nothing themselves.

"Mon frère vient de Gaspé, on a ri. Parlant de ça, quelles coops ont un psychologue ?" points at nothing by "ça".

>>> without_segue("Tant qu'à y être, ça me fait penser : quelle coop a le plus de membres ?")
'quelle coop a le plus de membres ?'
>>> without_segue("Parlant de ça.")
'Parlant de ça.'
"""

from __future__ import annotations

import re

_IT = r"(?:[çc]a|cela|ceci|quoi|[çc]a l[àa]|coops?(?: de sant[ée])?|sant[ée]|m[ée]decins?|docteurs?)"
_ME = r"(?:me |m['’]|nous |m )"
_STEP = re.compile(
    r"\W*(?:(?:et |pis |puis |mais |bon,? |ben,? |bref,? |alors,? |donc,? )?(?:"
    rf"(?:en )?parlant (?:de |d['’]|des )(?:(?:la|le|les) )?{_IT}"
    r"|(?:tant|quant) (?:qu['’]?\s?)?[àa] (?:y )?[êe]tre(?: (?:l[àa](?:[- ]dedans)?|dans le sujet|parti\w*|rendue?s?))?"
    r"|tant qu['’]?\s?[àa] (?:faire|[çc]a|parler|jaser)|(?:un |du )?coq [àa] l['’][âa]ne|[àa] (?:ce )?propos|au fait"
    r"|(?:pour )?(?:changer|changement|changeons) (?:de|du) sujets?|sans (?:aucun )?(?:rapport|transition)"
    r"|rien [àa] voir(?:,? mais)?|en tout cas|anyway|by the way|speaking of (?:which|that)"
    r"|toujours est[- ]il qu(?:e|['’])"
    rf"|(?:tout )?(?:[çc]a|cela|ce qui) (?:{_ME})?(?:fait|am[èe]ne|donne|rappelle|pousse|porte|tente|intrigue)"
    r"(?: (?:[àa]|de|envie de|le go[ûu]t de|l['’]id[ée]e de))?"
    r"(?: ?(?:me |m['’]|nous )?(?:demander|penser|poser|questionner|r[ée]fl[ée]chir|songer|interroger))?"
    r"(?: (?:[àa] )?(?:une|ma|la|cette) (?:petite |autre )?(?:question|affaire|chose))?"
    r"|(?:fa(?:it|que)[- ]?(?:que )?|c['’]est (?:[çc]a )?qui fait que |alors |donc |et |pis |l[àa] )?"
    rf"(?:je|j['’]|on|nous) ?(?:me |nous |se |m['’])(?:suis |sommes |est )?(?:demand\w+|posai\w*|pose|questionn\w+)"
    r"(?: (?:(?:une|la|cette) (?:petite )?(?:question|affaire)|(?:juste|souvent|toujours|parfois|tout [àa] coup)))?"
    r")(?:\s*[,:;…–-]+\s*|\.{2,}\s*|\s+(?=(?:combien|quel\w*|lesquel\w*|laquelle|qui|o[uù]|y a|est-ce|dis|dites|donne"
    r"|nomme|liste|dans|le|la|les|l['’])(?!\w))))+",
    re.IGNORECASE,
)
_LEAST = 3  # words of what is then asked


def without_segue(text: str) -> str:
    """A sentence without the words that only lead to it; itself where too little would be left."""
    match = _STEP.match(text)
    rest = text[match.end() :].strip() if match is not None else ""
    return rest if len(rest.split()) >= _LEAST else text
