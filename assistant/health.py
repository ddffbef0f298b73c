"""Whether a message tells of an emergency, of suicide, or asks for medical advice: what comes before any document.

Two lexicons are read: plain phrases (`safety.toml`) and frames, words of several classes heard together
(`health.toml`). Both read the message as typed and as its spelling was understood.
"""

from __future__ import annotations

import re

from assistant.asked import asks_of_the_text, seeks
from assistant.frames import Frames
from assistant.hearing import Heard
from assistant.phrases import Message, Phrases
from ingest.french import words

SHORTEST = 4  # letters of a word that may be misspelt
CLOSE = 85  # RapidFuzz ratio
EMERGENCY, SUICIDE, ADVICE = "emergency", "suicide", "advice"
_PAST = re.compile(
    r"(?<!\S)(?:l an (?:passe|dernier)|l annee (?:passee|derniere)"
    r"|(?:(?:il )?y a|ya|ca fait)(?: (?:environ|presque|deja))? \w+ (?:ans?|mois|semaines?)|en (?:19|20)\d\d"
    r"|last year|\w+ (?:years?|months?) ago|apres (?:un|une|son|mon|l|le|la|sa|ma))(?!\S)"
)

# "les ambulanciers sont passés, c'était une fausse alerte": it was an emergency, and is none any more.
_OVER = re.compile(
    r"(?<!\S)(?:fauss?e alert\w*|false alarm"
    r"|(?:ambulanciers?|paramedics?|pompiers?|ambulance) \w+ (?:deja )?(?:pass|ven|repart)\w*"
    r"|(?:sorti|revenu|rentre)e?s? (?:de|d) (?:l )?(?:hopital|urgence|ambulance)|(?:a|ai|eu) (?:eu )?(?:mon|son) conge"
    r"|(?:va|vais|feel) (?:beaucoup |bien |pas mal |deja )?mieux|c est (?:passe|fini|regle|sous controle)"
    r"|(?:c etait|finalement) (?:rien|pas (?:grave|un infarctus|une crise))(?: de grave)?"
    r"|(?:est|suis) (?:hors de danger|retabli\w*|remise?)|out of danger|(?:is|am|feel\w*) (?:much )?better)(?!\S)"
)
# "les ambulanciers s'en occupent": help has come; what else the message tells may still be one.
_HELPED = re.compile(
    r"(?<!\S)(?:(?:les |l |des |d )?(?:ambulanciers?|ambulances?|paramedics?|pompiers?|secours) (?:\w+ ){0,3}?"
    r"(?:s en (?:occup|charg|vien)\w*|vienn?\w* d (?:arriver|partir)|arriv\w+"
    r"|(?:est|sont) (?:deja |en route|en chemin|la|ici|arrivee?s?|rendue?s?|sur place|avec|partie?s?|repartie?s?)"
    r"|(?:l |le |la )?(?:a|ont) (?:em)?(?:mene|pris|ramasse|transporte)\w*"
    r"|(?:are|is) (?:here|on (?:the|their) way|with \w+)|took (?:him|her|it|over)|got (?:him|her))"
    r"|(?:j ai|on a|je viens d|i) (?:deja )?(?:appele\w*|called) "
    r"(?:(?:le )?(?:911|9 1 1)|l ambulance|(?:an )?ambulance))(?!\S)"
)


class Health:
    """The two lexicons, compiled once."""

    def __init__(self) -> None:
        self._phrases = Phrases("safety.toml")
        self._frames = Frames("health.toml")
        self._words = self._frames.vocabulary() | self._phrases.vocabulary()
        self._listed = sorted(word for word in self._words if len(word) >= SHORTEST)

    def situation(self, typed: Message, heard: Heard) -> str:
        """`EMERGENCY`, `SUICIDE`, `ADVICE`, or "" for an ordinary question."""
        lone = _nothing_of_ours(heard)
        twice = {
            m.folded: m for m in (typed, heard.message, _with_apostrophes(typed), _with_apostrophes(heard.message))
        }
        both = tuple(_without_slips(message) for message in twice.values())
        found = [frame for message in both for frame in self._frames.found(message)]
        frames = [frame for frame in found if lone or not frame.lone]
        told = {frame.situation for frame in frames}
        told |= {hit.code for message in both for hit in self._phrases.hits(message)}
        for message in self._sounded(heard) if not told else ():
            told |= {frame.situation for frame in self._frames.found(message)} - {ADVICE}
            told |= {hit.code for hit in self._phrases.hits(message)} - {ADVICE}
        if SUICIDE in told:
            return SUICIDE
        looked_for = seeks(heard) or _asks_where(heard)
        past = looked_for and _PAST.search(heard.message.folded)
        over = (looked_for or not lone) and (  # "fausse alerte. Quelles coops… ?"
            _OVER.search(heard.message.folded) is not None or self._only_helped(both)
        )
        if EMERGENCY in told and not (past or over):
            return EMERGENCY  # "un AVC l'an passé, je cherche un physio" is told, not happening
        if any(frame.sure for frame in frames if frame.situation == ADVICE) and not (looked_for and _wants(heard)):
            return ADVICE
        read = asks_of_the_text(heard.message.folded)  # what is written of the flu, not what to do about it
        return ADVICE if ADVICE in told and not (heard.named or looked_for or read) else ""

    def _only_helped(self, messages: tuple[Message, ...]) -> bool:
        """Whether an emergency is told only by the help that has come: "les ambulanciers s'en occupent"."""
        if not any(_HELPED.search(message.folded) for message in messages):
            return False
        left = [_HELPED.sub(" ", message.folded) for message in messages]
        rest = [Message(text, words(text)) for text in left]
        return not any(self._frames.found(m) for m in rest) and not any(self._phrases.hits(m) for m in rest)

    def _sounded(self, heard: Heard) -> tuple[Message, ...]:
        """The message with each word that nothing claimed read as the word of health that it nearly is, if any is so.

        To take an ordinary word for an alarming one costs a needless warning: here known words are read again too.
        """
        from rapidfuzz import fuzz, process

        meant: dict[str, str] = {}
        for word in heard.left:
            if len(word) >= SHORTEST and word not in self._words:
                near = process.extractOne(word, self._listed, scorer=fuzz.ratio, score_cutoff=CLOSE)
                if near is not None and near[0][:2] == word[:2]:
                    meant[word] = near[0]
        if not meant:
            return ()
        text = " ".join(meant.get(word.folded, word.folded) for word in heard.message.words)
        return (Message(text, words(text)),)


_SLIP = re.compile(
    r"\bmal\s+(?:dit|[ée]crit|compris|lu|formul\w+|expliqu\w+|exprim\w+|tap\w+|entendu|choisi|demand\w+|pos[ée]\w*)\b",
    re.IGNORECASE,
)


# "cant breathe", "shes not moving": what stands before the apostrophe that was not typed
_CONTRACTED = re.compile(
    r"(?<!\S)(?:(?P<verb>can|isn|aren|wasn|don|doesn|didn|won|couldn|wouldn|hasn|haven)(?P<t>t)"
    r"|(?P<who>he|she|it|there|that|what|everyone|someone|somebody|mom|dad)(?P<s>s)|(?P<me>i)(?P<m>m|ve)"
    r"|(?P<they>they|we|you)(?P<re>re|ve))(?!\S)"
)


def _with_apostrophes(message: Message) -> Message:
    """The message with its English contractions in two words, as they are with their apostrophe."""
    folded = re.sub(r"(?<!\S)cannot(?!\S)", "can t", message.folded)
    text = _CONTRACTED.sub(lambda said: " ".join(part for part in said.groups() if part), folded)
    return message if text == message.folded else Message(text, words(text))


def _without_slips(message: Message) -> Message:
    """The message without "mal dit", "mal compris": what went wrong there is the wording."""
    text = _SLIP.sub(" ", message.text)
    return message if text == message.text else Message(text, words(text))


def _nothing_of_ours(heard: Heard) -> bool:
    """Whether no co-op, place, service, field or document is spoken of."""
    spoken = heard.services or heard.places or heard.named or heard.fields or heard.filters or heard.conditions
    return not spoken and not heard.cue("federation", "network", "report", "brochure", "table", "plural", "singular")


def _asks_where(heard: Heard) -> bool:
    """ "où faire enlever une verrue", "une coop pour mon dos à Gatineau": who gives care, not what to do."""
    if heard.services and _AVAILABLE.search(heard.message.folded):
        return True
    return bool(heard.places) and heard.cue("singular", "plural", "near", "nearest")


def _wants(heard: Heard) -> bool:
    """Whether somewhere to go is asked for in so many words."""
    return heard.cue("near", "nearest", "plural", "where") or bool(_WANTS.search(heard.message.folded))


_WANTS = re.compile(
    r"(?<!\S)(?:cherche\w*|besoin|trouver|looking for|quelles? (?:coops?|cooperatives?|cliniques?)"
    r"|qui (?:fait|font|offre|offrent|donne|donnent) (?:le|la|les|l|des|du|de|d|un|une))(?!\S)"
)
_AVAILABLE = re.compile(
    r"(?<!\S)(?:ou (?:est ce )?(?:que |qu )?(?:(?:on|je|tu) )?(?:peu[tx]|pourrai[st]|puis)(?: t)?(?: (?:on|je|tu))?"
    r"|ou (?:faire|me|se|nous|avoir|passer|consulter|voir)|(?:il )?y a (?:t il|tu)|quelque part"
    r"|qui (?:fait|font|offre|offrent|donne|peut|pourrait|enleve|soigne|traite|s occupe))(?!\S)"
)
