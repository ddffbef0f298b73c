"""Words of co-ops that enter the Federation or leave it: what happened, which no column of the table tells."""

from __future__ import annotations

import re

# Who joined or left the Federation is told by the report, who its members were in 2014 by nothing.
JOINED = re.compile(
    r"(?<!\S)(?:devenue?s?|devenir|joint|jointe?s?|joindre|rejoin\w*|adher\w*|adhesion|integre\w*|embarqu\w*|s ajout\w*"
    r"|quitte\w*"
    r"|(?:r?entr|affili|ralli|gross|gonfl|renfor)\w*(?= (?:\w+ )?(?:(?:dans|a|au|chez) )?(?:la |le |l |les |vos |ses )?"
    r"(?:federation|fede|fqcs|fcsdsq|reseau|rangs|mouvement))"
    r"|(?:depart|retrait|desaffili\w*|sorti\w*)(?= (?:\w+ ){0,10}(?:de |du )(?:la )?(?:federation|fqcs|fcsdsq|reseau))"
    r"|(?:fai(?:t|re|sait|saient)|font) (?:(?:t )?(?:elles?|ils?|tu) )?(?:bien |deja |encore |toujours )?partie"
    r"|joined|joining|join|became|become|left|part of)(?!\S)"
)
# What they are, not what they did: "la liste de celles qui font partie de la Fédération".
_BELONG = re.compile(r"(?<!\S)(?:fai(?:t|re|sait|saient)|font|part of)(?!\S)")


def entered(folded: str) -> bool:
    """ "les coops fraîchement entrées dans le réseau": those that came, not those of the table."""
    return JOINED.search(_BELONG.sub("", folded)) is not None
