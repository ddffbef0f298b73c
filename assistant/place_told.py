"""A question that points at a place or at a co-op told before it, asked of that one.

"On vient de s'installer à Thurso, le toit coule. Il y a une coop là-bas ?" asks of a co-op at Thurso; "leur numéro ?",
of the one there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.hearing import Heard, HeardPlace
from assistant.phrases import Hit
from assistant.there import pointed_at

Hear = Callable[[str], Heard]
# Points at a co-op or a thing, unless the sentence names what it is.
PRONOUNS = re.compile(
    r"(?<!\S)(?:elles?|ils?|leurs?|son|sa|ses|la|le|les)(?= (?:a|ont|est|sont|offr\w+|fait|font|joindre|rejoindre"
    r"|appeler|ecrire|contacter|donne\w*|compte\w*|t|y|en|peu\w+|va|vont|pren\w+|s)(?!\S))"
    r"|(?<!\S)(?:leurs?|son|sa|ses|its?|their|they|she|he|him|her)(?!\S)"
    r"|(?<!\S)\w+ (?:t )?(?:elles?|ils)(?!\S)"
)
OF_SUCH = re.compile(
    r"(?<!\S)(?:y en|en (?:a|ont|as|avez|avons|fait|font|offre\w*|donn\w*|avait|cherch\w*|veu\w*|trouv\w*|compt\w*"
    r"|est|etai\w*|existe)|(?:un|une|le|la|les) (?:autres?|premiere?s?|derniere?s?)|laquelle|lequel|lesquels?"
    r"|lesquelles|l un|l une|des deux|les deux|both|one)(?!\S)"
)
# "il en compte combien, de coops ?": of what is said behind
_SAID_BEHIND = re.compile(
    r"(?<!\S)(?:y )?en(?= (?:a|ont|avez|avait|est|existe|(?:compt|trouv|offr|cherch|recrut|list|montr)\w*)"
    r"(?: \S+)*? (?:de|d|des) (?:ces |telles )?(?:coops?|cooperatives?|cliniques?|medecins?|docteurs?|membres?)(?!\S))"
)
IMPERSONAL = re.compile(
    r"(?<!\S)(?:(?:est|y a|y avait|faut|vaut|fait|existe)(?: t)? il|il (?:y|faut|est (?:possible|vrai)|existe|fait)"
    r"|s il|qu est ce qu il(?:s)?|est ce qu il y|il me|le (?:a|est|fait))(?!\S)"
)


def points_at_one(said: str) -> bool:
    """Whether folded words point at a co-op or a person that they don't name."""
    return PRONOUNS.search(IMPERSONAL.sub(" ", said)) is not None


RECKONED = ("most", "least", "rank", "mean", "total", "count")  # cues of what is reckoned over many co-ops
_WHICH = re.compile(
    r"(?<!\S)(?:quelle|which|what|la(?=(?: \w+){0,2} (?:plus|moins)(?!\S)))(?: est la)?(?: plus \w+)?"
    r" (?:coop|clini|co op)\w*"
)


def over_all(heard: Heard) -> bool:
    """Whether many co-ops are spoken of, were one asked for: "quelle coop a le plus de membres ?"."""
    one = heard.cue(*RECKONED) and _WHICH.search(heard.message.folded) is not None
    return one or heard.cue("plural", "table")


def of_such(said: str) -> bool:
    """Whether folded words speak of what was said elsewhere: "en offrent-elles ?", "laquelle ?"."""
    return OF_SUCH.search(_SAID_BEHIND.sub(" ", said)) is not None


def of_what_is_told(asked: str, heard: Heard, told: str, hear: Hear, follows: bool = False) -> str | None:
    """What is asked, with the one place or co-op told in the place of what points at it; None where none is sure.

    Where the message `follows` others, "elle" may be theirs.
    """
    if heard.places or any(n.sure for n in heard.named) or heard.cue("nearest") or not told:
        return None
    of_one = set(heard.field_codes) - {"card"} or heard.services or heard.topics
    if of_such(heard.message.folded) and not of_one:
        return None
    story = hear(told)
    there = pointed_at(heard.message, told_before=True)
    if there is not None:
        return at_the_place(heard, *there, story)
    if heard.radius_km is not None and heard.cue("singular", "plural") and not follows:
        return _around_the_place(asked, heard, story)
    apart = heard.cue("report", "brochure", "network") or over_all(heard) or of_the_federation(heard)
    about_it = points_at_one(heard.message.folded) or heard.cue("singular")
    if not of_one or apart or follows or not about_it or _A_PERSON.search(heard.message.folded):
        return None
    subject = _one_coop(story)
    return f"{subject} : {asked}" if subject else None


def of_the_federation(heard: Heard) -> bool:
    """Whether the Federation is named: "avec quel organisme est-elle liée ?" asks for another one."""
    said = [w.folded for w in heard.message.words]
    return any(h.code == "federation" and not set(said[max(0, h.first - 1) : h.first]) & _SOME for h in heard.cues)


def at_the_place(heard: Heard, there: Hit, near: bool, story: Heard) -> str | None:
    """What is asked, with the place told where it says "là-bas", or near it."""
    cluster = _one_place(story)
    if cluster is None:
        return None
    said = " ".join(w.folded for w in heard.message.words[there.first : there.last])
    place = _raw(story, cluster[0].first, cluster[-1].last)
    english = heard.language == "en"
    if cluster[0].mention.places[0].kind.is_area:
        place = f"{_preposition(story, cluster[0])} {place}"
    elif near or _AROUND.search(said):
        place = f"{'near' if english else 'près de'} {place}"
    elif english:
        place = f"in {place}"
    else:
        place = f"{'de' if said.startswith(('de ', 'du ')) else 'à'} {place}"
    words, text = heard.message.words, heard.message.text
    before = text[: words[there.first].start]
    if re.search(r"\bde\s+$", before):  # "près de chez nous": near the town, and not in it
        place = _raw(story, cluster[0].first, cluster[-1].last)
    return f"{before}{place}{text[words[there.last - 1].end :]}"


def _around_the_place(asked: str, heard: Heard, story: Heard) -> str | None:
    """ "quelle coop, à 15 km maximum ?": what is asked within so many kilometres, counted from the town told."""
    cluster = _one_place(story)
    if cluster is None or cluster[0].mention.places[0].kind.is_area:
        return None
    near = "near" if heard.language == "en" else "près de"
    return f"{asked.rstrip(' ?.!')} {near} {_raw(story, cluster[0].first, cluster[-1].last)} ?"


def _one_coop(story: Heard) -> str | None:
    """The one co-op that is told, by its name or by its town."""
    named = [n for n in story.named if n.sure or n.how == "misspelt"]
    if named:
        one = len(named) == 1 and len(named[0].positions) == 1
        return f"La coop {_raw(story, named[0].first, named[0].last)}" if one else None
    cluster = _one_place(story)
    if cluster is None or cluster[0].mention.places[0].kind.is_area:
        return None
    return f"La coop de {_raw(story, cluster[0].first, cluster[-1].last)}"


def _one_place(story: Heard) -> list[HeardPlace] | None:
    """The one place told, with what says where it is ("Saint-Basile, dans Portneuf")."""
    places = list(story.places)
    if not places:
        return None
    first = [places[0]]
    for place in places[1:]:
        between = [w.folded for w in story.message.words[first[-1].last : place.first]]
        if len(between) > 2 or not set(between) <= _SMALL:
            return None
        first.append(place)
    behind = story.message.text[story.message.words[first[-1].last - 1].end :]
    return None if _ELSEWHERE.match(behind) else first


def _preposition(story: Heard, place: HeardPlace) -> str:
    before = story.message.words[max(0, place.first - 2) : place.first]
    said = [w.folded for w in before]
    for length in (2, 1):
        if said[-length:] and " ".join(said[-length:]) in _IN:
            return story.message.text[before[-length].start : before[-1].end]
    return "en"


def _raw(heard: Heard, first: int, last: int) -> str:
    words = heard.message.words
    return heard.message.text[words[first].start : words[last - 1].end]


# "Saint-Boniface au Manitoba": where no place of ours is.
_ELSEWHERE = re.compile(r",? (?:au|en|aux|dans l['’ea]s?) ?[A-ZÀ-Ý]")
_SOME = frozenset("quel quelle quels quelles un une aucun aucune autre autres which what an any other".split())
_SMALL = frozenset("dans en a au de du d la le les l".split())
_IN = frozenset({"en", "dans le", "dans la", "dans les", "dans l", "dans", "au", "aux", "a"})
_AROUND = re.compile(
    r"pres|proche|cote|proximite|alentours|environs|coin|bout|parages|voisinage|par |near|around|close"
)
_A_PERSON = re.compile(
    r"(?<!\S)(?<!s )(?<!est )(?<!est t )(?<!a t )(?:il|lui|he|she|him|her)(?!\S)(?! (?:y|faut|est possible)(?!\S))"
)
