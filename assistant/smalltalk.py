"""Politeness, and what is said to the assistant itself: a message that asks nothing of the documents."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.asked import CONTACT
from assistant.frames import Frames
from assistant.hearing import Heard
from assistant.phrases import Message, Phrases

# What is answered first where a message says several: "bonjour, que sais-tu faire ?" asks for help.
ORDER = ("language", "help", "blame", "greeting", "bye", "thanks", "sorry")
TOLD = ("language", "blame", "thanks", "help")  # and of what is told to the assistant: praise asks for no help
LONGEST = 14  # words: a longer message says more than a politeness
FOREIGN = 1  # words of something else in a remark to the assistant
FILLER = "filler"


class Smalltalk:
    """The two lexicons, compiled once."""

    def __init__(self) -> None:
        self._phrases = Phrases("social.toml")
        self._frames = Frames("smalltalk.toml")

    def topic(self, typed: Message, heard: Heard, stop: Collection[str]) -> str:
        """One of `ORDER`; "" where the message asks for something else. `stop` are words without a subject."""
        if heard.services or heard.places or heard.filters or any(n.sure for n in heard.named):
            return ""
        asks = "?" in typed.text or _ASKS_WHERE.search(typed.folded)
        if _ASKS_ON.search(typed.folded) or (asks and set(heard.field_codes) & CONTACT):
            return ""  # "ok, c'est laquelle ?", "ah super. Elle est où ?", "ok j'appelle où"
        hits = self._phrases.hits(typed)
        polite = {hit.code for hit in hits} - {FILLER}
        spoken = {i for hit in hits for i in range(hit.first, hit.last)}
        rest = [w for i, w in enumerate(typed.words) if i not in spoken and w.folded not in stop]
        if "thanks" in polite:
            polite -= {"help"}  # "merci, vous m'avez bien aidé" asks for none
        if polite and not rest:
            asks_who = polite <= {"greeting", "sorry"} and any(f.situation == "help" for f in self._frames.found(typed))
            return "help" if asks_who else next(code for code in ORDER if code in polite)  # "bonsoir, un robot ?"
        if "thanks" in polite and _tells_only(typed, heard):
            return "thanks"
        if len(typed.words) > LONGEST or heard.conditions or heard.cue("federation", "report", "brochure", "plural"):
            return ""
        if set(heard.field_codes) & CONTACT:
            return ""  # "vous êtes gentil, donnez-moi donc l'adresse"
        told = {frame.situation: frame for frame in self._frames.found(heard.message)}
        topic = next((code for code in TOLD if code in told), "")
        if rest and not _SPOKEN_TO.search(typed.folded):
            return ""  # "la CDROL, c'est qui ça ?" is no "c'est qui ça ?"
        if not topic or (topic == "help" and heard.cue("singular")):
            return ""  # "à quoi sert une coop ?"
        message, places = heard.message, self._frames.places(heard.message)
        said = {
            w.folded for name in told[topic].heard for first, last in places[name] for w in message.words[first:last]
        }
        return topic if len([w for w in rest if w.folded not in said]) <= FOREIGN else ""


_ASKS_ON = re.compile(r"(?<!\S)(?:l(?:a|es?)quel(?:le)?s?|les? deux|une des|which one|how many)(?!\S)")
# typed without its question mark
_ASKS_WHERE = re.compile(
    r"(?<!\S)(?:quoi|quels?|quelles?|ou(?= (?:est|que|qu|je|j|on|elles?|ils?|c|ca|deja|donc|exactement)(?!\S)|$))(?!\S)"
)
_ASKS = re.compile(r"(?<!\S)(?:quoi|qui|quand|combien|comment|pourquoi|quel(?:le)?s?|what|when|why)(?!\S)")
# The words that speak to the assistant, but for "ça", which may stand for anything that is named beside it.
_SPOKEN_TO = re.compile(
    r"(?<!\S)(?:tu|t|te|toi|ti|vous|you|your|programme|robot|machine|humaine?|ordinateur|ia|assistant|chat|bot)(?!\S)"
)


def _tells_only(typed: Message, heard: Heard) -> bool:
    """ "merci, c'était très clair": thanks, with nothing asked behind them, as in "ok et le surplus, c'était quoi"."""
    fields = set(heard.field_codes) - {"professionals"}  # "merci à toute l'équipe"
    asked = fields or heard.topics or heard.cues or heard.conditions or "?" in typed.text
    return len(typed.words) <= LONGEST and not asked and not _ASKS.search(typed.folded)
