"""A co-op's own beginning, however it is said: verbs, nouns, and the question of when."""

from __future__ import annotations

import re

from assistant.hearing import Heard
from assistant.wanted import asks_for_a_date

_PAST = (
    r"(?:ouvert|fonde|cree|constitue|demarre|commence|debute|inaugure|nee|lance|incorpore|implante|enregistre"
    r"|mis|mise|vu|started|opened|founded|created)e?s?"
)
_NOUNS = (
    r"(?:debuts?|commencements?|demarrage|lancement|inauguration|constitution|incorporation|fondation|creation"
    r"|naissance|mise|ouverture|beginnings?|launch|opening)"
)
# "n'a ouvert qu'en 2015", "a commencé ses activités seulement en 2015", "pris jusqu'en 2015 avant que la coop ouvre".
BEGINNING = (
    r"(?:ouvr\w+|ouvert\w*|fonde\w*|creee?s?|creation|constitu\w+|demarr\w+|commenc\w+|debut\w*|inaugur\w+|naissance"
    r"|nee?s?|lancee?s?|lancement|mise? sur pied|incorpor\w+|(?:vu|vit|voir) le jour|start\w*|open\w*|founded|created)"
)
_BEGUN = re.compile(rf"(?<!\S)(?:{_PAST}|{_NOUNS})(?!\S)")
# What goes with it and asks of nothing else: "le début des activités", "la date de mise sur pied".
_WITH_IT = re.compile(
    r"(?:activites?|operations?|portes|jour|pied|sur|officiel\w*|juridique|legale?|legalement|officiellement"
    r"|exact\w*|precis\w*|date|annee|mois|moment|premiere?s?|tout|au juste|quelle|year|date|month|doors)"
)
_YEAR_OF = re.compile(r"(?<!\S)(?:annee|date|mois|year) (?:de|d|of)(?!\S)")
_NOT_ITS_OWN = frozenset({"hours", "founded"})  # "a débuté" is heard as opening hours


def asks_its_beginning(heard: Heard) -> bool:
    """Whether a message dates the beginning of the co-op that it names, and asks of nothing else."""
    if not (asks_for_a_date(heard.message.folded) or _YEAR_OF.search(heard.message.folded)) or not _BEGUN.search(
        heard.message.folded
    ):
        return False
    if (
        heard.services
        or heard.conditions
        or set(heard.field_codes) - {"status"}
        or set(heard.topic_codes) - _NOT_ITS_OWN
    ):
        return False  # "les services ont commencé quand ?", "le GMF est là depuis quand ?"
    return all(_BEGUN.fullmatch(w) or _WITH_IT.fullmatch(w) for w in heard.left)
