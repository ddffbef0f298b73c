"""What is asked of a co-op as a member: did it join the Federation, was it in the table, does the report name it."""

from __future__ import annotations

import re

from assistant.asked import CONTACT
from assistant.entering import JOINED
from assistant.hearing import Heard

MEMBERSHIP, MENTIONS = "membership", "mentions"  # topics of a question about the sources
# Said of the table, it asks who was a member.
_BELONG = re.compile(r"(?<!\S)(?:fai(?:t|saient)|font) (?:(?:t )?(?:elles?|ils?|tu) )?partie(?!\S)")
_RECENT = re.compile(r"(?<!\S)(?:nouve(?:aux|lles?)|2021|2022|new)(?!\S)")
_NEW_ONES = re.compile(
    r"(?<!\S)(?:nouve(?:aux|lles?)|new|dernier\w*|recent\w*) (?:coops?|cooperatives?|membres?|members?|co ops?)(?!\S)"
)
_WHO_IS_NAMED = re.compile(
    r"(?<!\S)(?:quelles?|lesquelles?|which|combien de|liste\w*)(?: \w+){0,8} (?:nommee?s?|mentionnee?s?|citee?s?|named"
    r"|mentioned)(?!\S)"
)
_IN_A_LIST = re.compile(
    r"(?<!\S)(?:etai\w*|figur\w*|apparai\w*|est|sont|trouv\w*|liste\w*|inscri\w*|was|were|is|are|listed|appear\w*)"
    r"(?: \w+){0,4} (?:dans|au|sur|in|on)(?: (?:le|la|l|les|the|votre|ce|cette))?(?: \d+)?"
    r" (?:tableau|liste(?! d attente)|brochure|repertoire|rapport|table|list|directory|report)(?!\S)"
)
_IS_MEMBER = re.compile(
    r"(?<!\S)(?<!ce qui )(?:est|etait|sont|etaient|is|was|are|were)"
    r"(?: (?:t|tu|elles?|il|deja|encore|toujours|aussi|a|still|already))*"
    r" (?:(?:un|des|une|a) )?(?:non )?(?:membres?|members?)(?: (?:de|en|a|au|dans|of|in)(?: la| l| the)?"
    r" (?:federation|fede|fqcs|fcsdsq|20\d\d|regroupement))?"
    r"(?: (?:en|depuis|avant|apres|des|since|before|in)(?: l annee| le rapport)?"
    r" (?:(?:19|20)\d\d|quand|when|longtemps|ca|cela))?"
    r"(?: (?:oui ou non|ou (?:pas|non|c est|ca|elle|seulement|plus|apres|depuis)(?: \w+){0,8}))?$"
    r"|(?<!\S)(?:est|sont)(?: t elles?| elles?)? devenues? (?:un |des )?membres?(?! (?:de|d) (?:la|l|cette) coop)(?!\S)"
)
_NAMED_IN = re.compile(
    r"(?<!\S)(?:parl\w*|mention\w*|nomm\w*|di(?:t|sent)|question|cit(?:e|ee|ees|es)|evoqu\w*|say\w*|talk\w*|name[ds]?)(?!\S)"
)


def tells_who_joined(heard: Heard) -> bool:
    """ "quelles coops ont rejoint la Fédération ?": events of the report, not the members of a table."""
    said = heard.message.folded
    return bool(JOINED.search(_BELONG.sub("", said) if heard.cue("table") else said) or _RECENT.search(said))


def asks_who_else_joined(heard: Heard) -> bool:
    """ "quelle autre coop est devenue membre en même temps que Lac-Champlain ?": of none of those named."""
    asks = heard.cue("list", "who") and heard.cue("singular", "plural") and "members" in heard.field_codes
    asks = asks and not _OWN_WISH.search(heard.message.folded)  # "je veux devenir membre : quel montant ?"
    return asks and bool(JOINED.search(heard.message.folded)) and not heard.cue("count", "most", "least")


_OWN_WISH = re.compile(
    r"(?<!\S)(?:(?:je|j|on|nous|tu|vous|i|we|ma|mon)(?: \w+){0,4}|pour|si|how to|to) "
    r"(?:devenir|deviens|devient|adherer|adhere|joindre|become|join)(?: (?:un |une |a )?(?:membres?|members?))?"
    r"(?! (?:(?:de |a )?(?:la |the )?(?:federation|fqcs|fcsdsq)))(?!\S)"
)


def says_another(folded: str) -> bool:
    """ "une autre qui a adhéré", "en même temps qu'elle", "à part elle": none of those spoken of is meant."""
    return _ANOTHER_ONE.search(folded) is not None


_ANOTHER_ONE = re.compile(
    r"(?<!\S)(?:(?:d )?(?:autres?|other|others|else)|(?:en meme temps|la meme annee) qu\w*|(?:a part|outre|hormis)"
    r"|besides|apart from|(?:at the same time|the same year) as)(?!\S)"
)


def of_new_members(folded: str) -> bool:
    """ "les deux nouvelles coops membres", "who joined": of those that the report says became members."""
    return bool(JOINED.search(folded) or _NEW_ONES.search(folded))


def asks_who_is_named(folded: str) -> bool:
    """ "quelles coops du tableau sont nommées dans le rapport ?"."""
    return bool(_WHO_IS_NAMED.search(folded))


def asked_of_a_named_coop(heard: Heard, member: bool) -> str:
    """Whether a message asks of a co-op if it is or became a member, or where it is named; "" where it asks neither.

    `member` where it says « membre de la Fédération ».
    """
    said = heard.message.folded
    is_member = _IS_MEMBER.search(said)
    told = range(*(said[:at].count(" ") for at in is_member.span())) if is_member else ()
    contact = {
        f.code for f in heard.fields if f.first not in told
    } & CONTACT  # "ou ça s'est fait plus tard" asks no way
    if heard.services or (contact and not JOINED.search(said)):
        return ""
    joined = bool(JOINED.search(said)) and heard.cue("federation")
    if member or joined or (is_member and not heard.cue("count")):
        return MEMBERSHIP
    listed = bool(_IN_A_LIST.search(said)) or (heard.cue("report") and bool(_NAMED_IN.search(said)))
    return MENTIONS if listed and not set(heard.field_codes) - {"card"} and not heard.topics else ""
