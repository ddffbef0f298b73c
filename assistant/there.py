"""Words that point at a place told before them, or at where a co-op told of stands: one list, for all that seek it.

Near that place ("pas loin de là", "dans les environs"), in it ("là-bas", "dans cette ville"), or where whoever asks
lives ("par chez nous"). They are read off a message spelt by `spelt`, that tells "près de là" from "près de la mer".
"""

from __future__ import annotations

import re

from assistant.phrases import Hit, Message

_NEAR = (
    r"(?:(?<!peu )(?:tout )?pres|proches?|pas (?:trop |ben |bien |tres |si )?loin|autour|a cote|a proximite"
    r"|aux? (?:alentours?|environs))"
)
_ITS = r"(?:ce|cet|cette|ces|son|sa|ses|leurs?|les?|la|mon|ma|notre|le meme|la meme|les memes)"
_SURROUNDINGS = r"(?:coin|bout|boutte|secteur|parages|environs|alentours|voisinage)"
_PLACE = r"(?:endroit|place|ville|village|region|quartier|municipalite|paroisse|mrc)"
_IT = (
    rf"(?:là|la(?= ?$)|cet(?:te)? {_PLACE}(?: l[aà](?!\S))?|ce(?:tte)? (?:{_PLACE}|{_SURROUNDINGS})(?: l[aà](?!\S))?"
    r"|cette (?:coop\w*|clinique)(?: l[aà](?!\S))?|celle (?:l[aà]|ci)|elle(?= ?$))"
)
_NO_PLACE_BEHIND = r"(?! (?:de|d|du|des|la(?= \S)|le|l|of)(?!\S))"
# "à côté", "dans le coin", "pas trop loin": near, and what is near to is not said.
NEARBY = (
    rf"(?:(?:{_NEAR}|(?:du|dans {_ITS}) {_SURROUNDINGS}(?: l[aà](?!\S))?|nearby|close by)(?= |$){_NO_PLACE_BEHIND})"
)
# "pas loin de là", "autour de cette ville", "dans les parages", "dans ce coin-là": near what was told.
NEAR_IT = (
    rf"(?:{_NEAR} de {_IT}|(?:dans (?:ce|cet|cette|ces|ses|leurs|les|le meme) (?:{_SURROUNDINGS}|(?<!les )region|ville)"
    rf"(?: l[aà](?!\S))?|aux (?:alentours|environs)|par (?:là|la(?= ?$)))(?! d(?:e|u|es)?(?!\S))"
    rf"|(?:du|des) {_SURROUNDINGS}(?= |$)(?! (?:de|d|du|des|la(?= \S)|le|l|of)(?!\S))"
    r"|(?<=coops )(?:voisines|avoisinantes|environnantes|autour(?= |$)(?! (?:de|d|du|des)(?!\S)))"
    r"|(?:near|close to|around) (?:it|there))"
)
# "là-bas", "sur place", "à cet endroit": in it.
AT_IT = r"(?:l[aà] bas|over there|sur place|(?:a|dans) cet(?:te)? (?:endroit|place|ville)(?: l[aà](?!\S))?)"
HOME = r"(?:par chez \w+|chez (?:moi|nous|eux|elle|lui|vous)|ici|(?:near|to|from|around|by) (?:me|us|here)|here)"
# "les gens du village", "dans ma région": of the place that was told.
_OF_IT = (
    rf"(?:dans (?:{_ITS}) (?:{_SURROUNDINGS}|{_PLACE})$|(?<!a )(?<!ont )(?<!avoir )(?<!reste )(?:de|du|des|dans|a|au)"
    rf" (?:{_ITS} |l )?(?:{_PLACE}|{_SURROUNDINGS})(?! (?:de|d|du|des|la|le|\d)(?!\S)))"
)
# "combien de coops y roulent sans médecin": in the place told; "il y a", "combien y en a-t-il" point nowhere.
_Y = (
    r"(?:(?<=coops )|(?<=cooperatives )|(?<=coop )|(?<=cliniques )|(?<=lesquelles )|(?<=qui )|(?<=celles qui ))y"
    r"(?! (?:a|ait|aient|avait|avaient|aura|aurait|en|compris)(?!\S))"
)
_NEAREST = r"(?:(?:le|la|les) plus (?:pres|proches?)(?:$| (?!de|d|du|des)\S+))"

_THERE = re.compile(
    rf"(?<!\S)(?:(?P<near>{NEAR_IT}|(?:a cote|a proximite|aux? (?:alentours|environs)|proches?(?=$)|nearby|close by))"
    rf"|{AT_IT}|{HOME}|{_OF_IT}|{_NEAREST}|{_Y})(?!\S)"
)
_IN_IT = re.compile(rf"(?<!\S){_Y}(?!\S)")
_POINTED = re.compile(rf"(?<!\S)(?:(?P<near>{NEAR_IT})|{AT_IT})(?!\S)")
_AROUND_IT = re.compile(rf"(?<!\S){NEAR_IT}(?!\S)")
_NEARBY = re.compile(rf"(?<!\S)(?:{NEAR_IT}(?!\S)|{NEARBY})")


def spelt(message: Message, first: int = 0) -> str:
    """The folded words from `first`, but for "là", that keeps its accent: as long as they are, folded."""
    said = message.words[first:]
    return " ".join("là" if message.text[w.start : w.end].lower() == "là" else w.folded for w in said)


def nearby(message: Message, first: int) -> bool:
    """Whether a message says near, from that word on, and names no place there: "Cantley, quelle coop est à côté ?"."""
    return _NEARBY.search(spelt(message, first)) is not None


def around_it(message: Message) -> bool:
    """ "dans les environs", "pas loin de là": near what was spoken of, in kilometres."""
    pointing = _AROUND_IT.search(spelt(message))
    return pointing is not None and "region" not in pointing.group()  # a region has its own bounds


def pointed_at(message: Message, told_before: bool = False) -> tuple[Hit, bool] | None:
    """The words that point at a place, with whether they say near it; None where none does.

    With `told_before`, of a place that the message told first: "ici", "les gens du village" are then of it too.
    """
    found = (_THERE if told_before else _POINTED).search(spelt(message))
    hit = message.hit("there", found.start(), found.end()) if found is not None else None
    return (hit, found["near"] is not None) if hit is not None and found is not None else None


def y_in_it(message: Message) -> Hit | None:
    """The "y" of "combien de coops y ont un site web ?": in the place that was told before."""
    found = _IN_IT.search(message.folded)
    return message.hit("there", found.start(), found.end()) if found is not None else None


def without_place(message: Message) -> str:
    """The folded message without the words that point at a place."""
    return _THERE.sub(" ", spelt(message)).replace("là", "la").strip()
