"""What a follow-up sounds like: its links, pronouns and ordinals, and how it points at the list just shown."""

from __future__ import annotations

import re

from assistant.conversation import Turn
from assistant.hearing import Heard
from assistant.question import Task

LINK = re.compile(
    r"^(?:(?:merci(?: beaucoup| bien)?|ok|oui|okay|super|parfait|bon|ah|oh|d accord|excellent|thanks|great) )*"
    r"(?:non|plutot|finalement|dans le fond|en fait|oups|pardon|je voulais dire|je veux dire|no|actually"
    r"|i meant|et|pis|puis|mais|ok et"
    r"|oui et|and|but|also|what about|how about|same (?:question|thing) for|ok and|ainsi que"
    r"|meme (?:question|chose) pour|dont|celui d|celle d)(?: |$|(?=[eu] ))"
)
_ALSO = re.compile(r" (?:itou|aussi|avec|too|as well)(?: (?:stp|svp))?$")  # "celle de Roxton Pond aussi"
PRONOUN = re.compile(
    r"(?<!\S)(?:son|sa|ses|leur|leurs|elle|elles|ils|il|eux|ceux la|ceux ci|celle ci|celle la|celles ci|celles la"
    r"|cette (?:coop|cooperative|clinique|place|derniere)\w*"
    r"|ces (?:coops|cooperatives|cliniques)|la bas|its|their|theirs|they|them|it|that (?:one|co op|coop|clinic)"
    r"|this (?:one|co op|coop|clinic)|(?:those|these) (?:co ops|coops|clinics)|his|her|cet endroit|ce numero"
    r"|l appeler|les (?:appeler|joindre|rejoindre|contacter)|la (?:joindre|contacter|rejoindre)|y"
    r"|(?:voir|avoir|trouver|consulter|obtenir|passer|recevoir|offert|donne|offre|travaille|travaillent) la(?=$))(?!\S)"
)
PLURAL_PRONOUN = re.compile(
    r"(?<!\S)(?:leurs?|elles|ils|eux|ceux la|ceux ci|celles ci|celles la|ces (?:coops|cooperatives|cliniques)"
    r"|their|they|them"
    r"|(?:those|these) (?:co ops|coops|clinics)|les (?:appeler|joindre|rejoindre|contacter))(?!\S)"
)
# "là-dedans", "parmi ces trois-là": the co-ops just shown; by a noun ("dans ce groupe-là"), they are the cue "these".
THESE = re.compile(
    r"(?<!\S)(?:la dedans|(?:dans|parmi|de|d entre) (?:celles|ceux) (?:la|ci)|parmi (?:elles|eux|ces|celles|ceux)"
    r"|ces (?:coops?|cooperatives?|cliniques?)|among (?:them|these|those))(?!\S)"
)
NARROW = re.compile(
    r"(?<!\S)(?:parmi|seulement|uniquement|juste (?:celles|les)|celles? (?:qui|avec|sans|dont|ou)|ceux qui"
    r"|(?:y en a(?: t il| tu| t elle)?|en a t il|dont) une? (?:qui|dont|avec|sans)"
    r"|lesquelles?|lesquels|laquelle|la(?:quelle)? (?:plus|moins)|de celles ci|among|only"
    r"|just (?:those|the ones)|which (?:one|ones|of)|the ones?|those (?:that|with|which)|of (?:those|these|them)"
    r"|(?<!y en )qui (?:a|ont|fait|font|offre|offrent) (?:aussi|en plus|egalement)|ya tu)(?!\S)"
)
# "combien en Mauricie ?": of what was counted, where "combien de coops en Mauricie ?" is whole
HOW_MANY_THERE = re.compile(r"(?:combien|how many) (?:en|a|au|aux|dans|pour|sur|vers|autour|near|in|around)(?!\S)")
# "celle de Buckingham", "celui en Beauce".
THAT_ONE = re.compile(r"(?:(?:et|pis|non|ok|mais|c est|l autre|a|chez|pour) )*(?:celle|celui|the one)(?: |$)")
# "avec des médecins", "et avec au moins 3 médecins": what the co-ops must have, no column of a list.
HAVING = re.compile(
    r"^(?:\w+ ){0,2}(?:avec|ayant|with|having) (?!(?:leurs?|son|sa|ses|les?|la|l|their|its|the|ca)(?!\S))"
)
ORDINALS = {
    "premiere": 0, "premier": 0, "1re": 0, "1ere": 0, "1er": 0, "first": 0, "1st": 0,
    "deuxieme": 1, "seconde": 1, "2e": 1, "2eme": 1, "2ieme": 1, "second": 1, "2nd": 1,
    "troisieme": 2, "3e": 2, "3eme": 2, "3ieme": 2, "third": 2, "3rd": 2,
    "quatrieme": 3, "4e": 3, "4eme": 3, "4ieme": 3, "fourth": 3, "4th": 3,
    "cinquieme": 4, "5e": 4, "5eme": 4, "fifth": 4, "5th": 4,
    "sixieme": 5, "6e": 5, "6eme": 5, "6ieme": 5, "sixth": 5, "6th": 5,
    "septieme": 6, "7e": 6, "7eme": 6, "7ieme": 6, "seventh": 6, "7th": 6,
    "huitieme": 7, "8e": 7, "8eme": 7, "8ieme": 7, "eighth": 7, "8th": 7,
    "neuvieme": 8, "9e": 8, "9eme": 8, "ninth": 8, "dixieme": 9, "10e": 9, "10eme": 9, "tenth": 9,
    "derniere": -1, "dernier": -1, "last": -1,
    "avant derniere": -2, "avant dernier": -2, "penultieme": -2, "second to last": -2,
}  # fmt: skip
# "la 3, son numéro".
NUMBERED = re.compile(
    r"(?:et |pis |and )?(?:la|le|the) (?:numero )?(\d{1,2}) "
    r"(?=son |sa |ses |leur |c est |elle |est ce qu |l |le |its |adresse|tel|courriel)"
)
# "la deuxième plus proche", "la prochaine plus proche": counted from the nearest.
_AFTER_THE_NEAREST = re.compile(
    rf"(?<!\S)({'|'.join(ORDINALS)}|prochaine|suivante|next) (?:(?:coop|clinique) )?(?:la )?"
    r"(?:plus (?:proche|pres)|nearest|closest)(?!\S)"
)
# Of those shown around a place, the last: "la plus éloignée, son courriel ?"; "plus loin" asks for a wider circle.
_FARTHEST = re.compile(
    r"(?<!\S)(?:(?:la|celle qui est la|celle) (?:plus (?:eloignee|loin|lointaine|distante)|moins (?:proche|pres))"
    r"|the (?:farthest|furthest|most distant))(?!\S)"
)
LOCATED_TASKS = (Task.LIST, Task.COUNT, Task.RANK, Task.SUM, Task.MEAN)


def shown_positions(turn: Turn) -> tuple[int, ...]:
    """The table positions of the co-ops that a turn presented, in their order; where none was, those named instead."""
    return tuple(f.entry.position for f in turn.answer.entries or turn.answer.besides)


def up_to_a_list(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns up to the last that showed several co-ops; none where none did."""
    return next((turns[:end] for end in range(len(turns), 0, -1) if len(shown_positions(turns[end - 1])) > 1), ())


def last_list(turns: tuple[Turn, ...]) -> tuple[int, ...]:
    """The positions of the last list shown; empty where none was."""
    upto = up_to_a_list(turns)
    return shown_positions(upto[-1]) if upto else ()


def links(heard: Heard) -> bool:
    """Whether a message opens as a sequel does ("et", "plutôt", "what about")."""
    return bool(LINK.match(heard.message.folded) or _ALSO.search(heard.message.folded))


def bare(heard: Heard, most: int = 6) -> bool:
    """A fragment: few words, no question of its own; those that only open or close a sentence don't count."""
    return len(_CLOSING.sub("", _OPENING.sub("", heard.message.folded)).split()) <= most


# "bon, ben sur quelle rue que c'est d'abord ?"
_OPENING = re.compile(
    r"^(?:(?:bon|ben|bah|euh|ah|oh|ok|okay|oui|coudonc|tant pis|faque|d accord|parfait|merci|super) )+(?=\S+ \S)"
)
_CLOSING = re.compile(r"(?: (?:d abord|donc|coudonc|stp|svp|s il (?:vous|te) plait|merci|au juste))+$")


def pick(heard: Heard, shown: tuple[int, ...]) -> int | None:
    """The table position of the one pointed at ("la deuxième", "la 3", "la plus proche"), None where none is."""
    if not shown:
        return None
    folded = heard.message.folded
    following = _AFTER_THE_NEAREST.search(folded)
    if following:
        rank = ORDINALS.get(following.group(1), 1)
        return shown[rank] if rank < len(shown) else None
    if (
        re.search(
            r"(?<!\S)(?:plus (?:proche|pres|rapprochee?)|(?:la|celle|le) moins (?:loin|eloignee?|lointaine"
            r"|distante)|nearest"
            r"|closest)(?!\S)",
            folded,
        )
        and not heard.places
        and not heard.services
    ):
        return shown[0]
    if _FARTHEST.search(folded) and not heard.places and not heard.services:
        return shown[-1]
    for word, rank in ORDINALS.items():
        if (
            re.search(rf"(?<!\S)(?:l[ae]?|du|au|the)(?: toute?)? {word}(?!\S)", folded)
            and -len(shown) <= rank < len(shown)
            and not re.search(rf"{word} (?:ligne|annee|rapport|assemblee)", folded)
        ):
            return shown[rank]
    number = re.fullmatch(r"(?:la |le |no |numero |option |celle |the |number )*(\d{1,2})", folded) or NUMBERED.match(
        folded
    )
    if number:
        n = int(number.group(1))
        return n if n in shown and n > len(shown) else shown[n - 1] if 1 <= n <= len(shown) else None
    return None
