""" "lesquelles en veulent ?", "en voudraient-ils d'autres ?": the doctors sought, said with their noun."""

from __future__ import annotations

import re

from assistant.follow_up.same_noun import NOUNS, noun_of
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import shown_positions
from assistant.hearing import DOCTORS

_SEEK = (
    r"(?:(?:re)?cherch\w+|recrut\w+|veul\w+|veut|voudr\w+|aimer\w+|souhait\w+|desir\w+|demand\w+|engag\w+|embauch\w+"
    r"|manqu\w+|faut|faudr\w+|besoin)"
)
_DOCTORS = r"(?:(?:medecins?|docteurs?|docs?|mds?|omnis?|omnipraticiens?|toubibs?)(?: de famille)?)"
_MORE = (
    r"(?:d autres?|autres?|encore|toujours|aussi|de plus|plus|davantage|que ca|de nouveaux|quelques uns|une?|des|de|d)"
)
_SEEK_SOME = re.compile(
    rf"(?<!\S)(?:(?:il|y) )?(?:(?:leur|lui) )?(?:en (?:ont (?:ils |elles )?)?|y en ){_SEEK}"
    rf"(?: (?:t|tu|elles?|ils?|il|on|y|avoir|trouver|engager|embaucher|recruter|attirer))*"
    rf"(?: {_MORE})*(?: {_DOCTORS})?$"
)
_NOT = re.compile(r"(?<!\S)(?:pas|n|ne|aucune?|jamais)(?!\S)")


def with_doctors_sought(said: Sequel) -> Sequel:
    """The message with "cherchent des médecins" for "en veulent", after doctors were spoken of; else itself."""
    heard = said.heard
    match = _SEEK_SOME.search(heard.message.folded)
    if match is None or heard.cue("count", "most", "least") or _NOT.search(heard.message.folded) or heard.places:
        return said
    named = set(heard.service_codes) & DOCTORS
    of_doctors = (NOUNS["doctors"], NOUNS["family_doctors"], NOUNS["recruiting"])
    if not named and noun_of(said.last.question, said) not in of_doctors:
        return said
    hit = heard.message.hit("sought", match.start(), match.end())
    if hit is None:
        return said
    before = heard.message.text[: heard.message.words[hit.first].start]
    seek = "cherchent des médecins" if before.strip() else "cherchent-ils des médecins"
    if before.strip() and len(shown_positions(said.last)) == 1 and not _THEY.search(before.lower()):
        seek = "cherchent-ils des médecins"
    return said.heard_as(f"{before}{seek} ?")


_THEY = re.compile(r"\b(?:elles?|ils?|y|eux|qui|laquelle|lesquelles)\b")
