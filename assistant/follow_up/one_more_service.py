"""Whether a service named after a list is one more condition, or sought in the stead of the service before.

"lesquelles ont aussi un dentiste ?", "avec un dentiste en plus" narrow the list; "et pour un dentiste, c'est
lesquelles ?", "même chose avec la podiatrie", "et celles où l'on trouve un dentiste ?" ask the same of another service.
"""

from __future__ import annotations

import re

from assistant.asked import services_wanted
from assistant.follow_up.sequel import Sequel

_LINK = r"(?:(?:et|pis|puis|ok|okay|bon|ben|merci|parfait|mais|and|alors|sinon|maintenant) )"
_THE_ONES = r"(?:celles?|ceux|celui|les (?:coops?|cooperatives?|cliniques?)|the ones?|those)"
# "et celles où…", "pis les coops qui…"
_THOSE_WITH = re.compile(rf"{_LINK}+{_THE_ONES} (?:qui|ou|avec|dont|ayant|pour|that|with|where)(?!\S)")
# "pis pour l'acupuncture…", "et côté podiatrie…", "qu'en est-il de…"
_FOR = re.compile(
    rf"{_LINK}*(?:pour|en ce qui (?:concerne|a trait a|touche)|concernant|quant|(?:du )?cote|au niveau|question|niveau"
    r"|qu en est il|si (?:je|on) (?:cherche|veux|veut|voulais|voulait|avais besoin|avait besoin)|what about|how about"
    r"|for)(?! (?:que|qu|me|m|les? (?:avoir|voir))(?!\S))(?!\S)"
)
# what makes a condition of it, wherever it stands
_BESIDES = re.compile(
    r"(?<!\S)(?:(?<!besoin )aussi|egalement|en plus|seulement|uniquement|juste|rien que|a la fois|les deux|itou"
    r"|en prime|en meme temps|parmi|la dedans|(?:de|d) (?:celles|ceux|ces)(?: \w+)? ?(?:la|ci)|d entre elles"
    r"|toutes? les|encore|toujours|too|also|only|both|just|among)(?!\S)"
)
_WHICH_ONE = re.compile(r"(?<!\S)(?:laquelle|lequel|which one)(?!\S)")
_AT_THE_END = re.compile(r" (?:aussi|itou|egalement|too|as well)(?: (?:stp|svp))?$")


def sought_anew(said: Sequel) -> bool:
    """Whether the service that the message names takes the place of the one sought before."""
    folded = said.whole.message.folded
    if not services_wanted(said.heard) or said.cues & {"add"}:
        return False
    if len(said.last.question.subjects) > 1 and _WHICH_ONE.search(folded):
        return False  # "et pour la physio, ce serait laquelle ?" of the two just told
    for_it = "same" in said.cues or _FOR.match(folded)
    if not for_it and not _THOSE_WITH.match(folded):
        return False
    told = _AT_THE_END.sub("", folded) if for_it else folded  # "et pour la podiatrie aussi": the same of it
    return "these" not in said.cues and _BESIDES.search(told) is None
