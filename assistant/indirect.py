"""What somebody says that they want to know, asked directly: it is then compared with the questions of others.

>>> wanted_directly("Notre CA se demande si la formation est offerte")
'Est-ce que la formation est offerte ?'
>>> without_order("Il me manque la liste des mandats. Pourriez-vous me la fournir ?")
'Il me manque la liste des mandats'
"""

from __future__ import annotations

import re

# "je cherche…", "il me manque…", "j'ai oublié…", "notre CA se demande si…": that one wants to know, not what
_SOMEONE = r"(?:je|j['’]|on|nous|(?:mon|ma|mes|notre|nos)\s+\w+(?:\s+\w+)?)\s?"
_WANTS = re.compile(
    r"^(?:.*[.;:,]\s+(?:(?:et|pis|puis|donc|alors|mais)\s+)?|.*\s(?:et|pis)\s+)?"
    rf"(?:{_SOMEONE}(?:ne |n['’])?(?:me |se |nous |m['’])?"
    r"(?:(?:re)?cherch\w+|voudr\w+|veu[xt]|voulons|aimer\w+|souhait\w+|d[ée]sir\w+|demand\w+|(?:ai|aurais|a"
    r"|aurait|avons|aurions)"
    r" (?:besoin (?:de |d['’]|du |des )|oubli[ée] )|sui?s (?:curieux|curieuse) (?:de |d['’])"
    r"|suis [àa] la recherche (?:de |d['’])|rappelle plus (?:de |d['’])?|(?:ne )?sais (?:(?:m[êe]me|vraiment"
    r"|trop) )?(?:pas|plus) )"
    r"|il (?:me|nous) (?:manque|faut|faudrait) )\s*"
    r"(?:(?:bien )?(?:savoir|conna[iî]tre|avoir|trouver|retrouver|obtenir|citer|comprendre|voir|noter|lister"
    r"|[ée]num[ée]rer"
    r"|nommer|v[ée]rifier)\s+)?"
    r"(?P<what>(?:l[ea]s?|vos|votre|leurs?|quel(?:le)?s?|combien|comment|pourquoi|o[uù]|quand|qui|si|s['’]il"
    r"|l['’]|ce qu\w*)"
    r"(?:(?<=['’])|\s)\s?\S[^?]+?)\s*[?.!]*\s*$",
    re.IGNORECASE,
)
# "…, pouvez-vous me les énumérer ?", "…. Pourriez-vous me la fournir ?"
_GIVE_IT = re.compile(
    r"\s*[,;:.!?–]+\s+(?:alors\s+)?(?:(?:pouvez|pourriez|voudriez|peux|pourrais|veux)[- ](?:vous|tu)|(?:vous"
    r"|tu) (?:peux|pouvez|pourriez"
    r"|pourrais))\s+(?:me |m['’]|nous )?(?:l[ea]s? |l['’]|en )?(?:me |nous )?\w+(?:er|ir|re)"
    r"(?: (?:[çc]a|cela|l['’]affaire|la chose|svp|au long|un peu))?\s*[?.!]*\s*$",
    re.IGNORECASE,
)
# "la liste des…", "l'énumération complète de…", "le nom de…": the things themselves; "le nombre de…": how many
_LIST_OF = re.compile(
    r"^(?:l[ae]s? |l['’]|une |un )?(?:liste|[ée]num[ée]ration|noms?|relev[ée]|d[ée]tail"
    r"|inventaire)(?:\s+(?:compl[èe]te?|exacte?"
    r"|enti[èe]re?))?\s+(?:des|d[eu] (?:tou(?:s|tes) )?les?)\s+(?:\d+\s+)?",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"^(?:l[ea] )?(?:nombre|quantit[ée])\s+(?:total\w* )?(?P<of>de |d['’]|des )", re.IGNORECASE)
POINTS_BACK = re.compile(
    r"\b(?:ils?|elles?|[çc]a|celui|celle|ceux|celles|son|sa|ses|leurs?|eux|lui|en|y)\b(?!-)", re.IGNORECASE
)
_WHETHER = re.compile(r"s(?:i\s+|['’](?=ils?\b))", re.IGNORECASE)
_PLURAL = re.compile(r"^(?:les|vos|leurs|nos|ses|ces)\s+(?:\d+\s+)?", re.IGNORECASE)
_SINGULAR = re.compile(r"^(?:le|la|l['’]|son|sa|votre|leur)\s?", re.IGNORECASE)


def without_order(text: str) -> str:
    """A text without the request, behind it, to give what it names."""
    return _GIVE_IT.sub("", text)


def wanted_directly(text: str) -> str:
    """What somebody says that they want to know, as a question; the text as it is where nobody does."""
    match = _WANTS.match(text)
    if match is None:
        return text
    what = match["what"].strip()
    if POINTS_BACK.search(what) and match.start("what") and re.search(r"[.;:!]", text[: match.start("what")]):
        return text  # "… un médecin. J'ai oublié comment il s'appelle"
    if _WHETHER.match(what):
        return f"Est-ce {_WHETHER.sub('que ', what)} ?".replace("que il", "qu'il")
    if _LIST_OF.match(what):
        return f"Quels sont les {_LIST_OF.sub('', what)} ?"
    if _NUMBER_OF.match(what):
        return f"Combien {_NUMBER_OF.sub('de ', what)} ?"
    if _PLURAL.match(what):
        return f"Quels sont les {_PLURAL.sub('', what)} ?"
    if _SINGULAR.match(what):
        return f"Quel est {what} ?"
    return f"{what} ?"
