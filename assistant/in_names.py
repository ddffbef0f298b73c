"""Words that a message looks for in the names of co-ops: "sans le mot « solidarité » dans leur nom".

>>> from ingest.french import words
>>> text = "Quelles coops n'ont pas le mot « clinique » dans leur nom ?"
>>> words_in_names(Message(text, words(text)))
(Stated(cell='name', state='without', first=3, last=11, words=('clinique',)),)
"""

from __future__ import annotations

import re

from assistant.phrases import Message
from assistant.states import Stated
from ingest.french import key

_QUOTED = re.compile(r"[«\"“]\s*([^«»\"“”]+?)\s*[»\"”]")
_ABOUT_NAMES = re.compile(r"(?<!\S)(?:noms?|names?|mots?|words?)(?!\S)")
# No word that a name is looked through for: "le nom de la coop", "le mot du président".
_PLAIN = (
    r"(?!(?:de|d|du|des|la|le|les|l|un|une|pour|que|qu|qui|pas|ne|n|dans|en|leurs?|son|sa|ses|the|of|for|a|mots?|words?"
    r")(?!\S))\w+"
)
_AND = r"(?: (?P<and>et|and|ou|or|ni)(?: (?:le |les |the )?(?:mots? |words? )?)?)"
_A_WORD = r"(?:(?:le|les|l|un|des|the|a) )?(?:mots?|termes?|words?)(?: (?:de|d))?"
_IN_ITS_NAME = r"(?:dans|sur|in|within) (?:leurs?|son|le|un|the|their|its|a) (?:propres? )?(?:noms?|names?)"
_HAS = r"(?:ont|a|avec|sans|port\w+|conti\w+|comport\w+|have|has|having|with|without|contain\w*)"
_HOLDS = r"(?:conti\w+|compren\w+|comport\w+|inclu\w+|contain\w*)"
_NOT = re.compile(r"(?<!\S)(?:pas|jamais|ni|aucune?|sans|not|without|no|don t|doesn t)(?!\S)")
# "dont le nom commence par « Santé »"
_BEGINS = r"(?:commenc|debut|start|begin)\w* (?:par|avec|with)"
_DENIES = r"(?:(?:not|t) )?"
_EVEN = r"(?: (?:pas|jamais|aussi|bien|le|la|les|un|une|de|d|the))*"
_OF_COOPS = r"(?:noms?|names?|coop\w*|cliniques?|celles?|lesquelles|qui|s appell\w+|se nomm\w+)"
_BEGINNING = re.compile(_BEGINS)
_FORMS = (
    rf"(?P<name>noms?|names?)(?: (?:ne|n|qui))* (?P<verb>{_BEGINS}(?: {_A_WORD})?) SAID(?P<end>)",
    rf"(?P<verb>{_DENIES}(?:{_HAS} )?(?:(?:pas|jamais|not|aussi|bien) )*{_A_WORD})"
    rf" SAID(?P<end>(?: pas| nulle part)? {_IN_ITS_NAME})",
    rf"(?P<verb>{_DENIES}{_HAS}{_EVEN}) SAID(?P<end> {_IN_ITS_NAME})",
    rf"(?P<name>noms?|names?) (?:(?:ne|n) )?(?P<verb>(?:(?:do|does) )?{_DENIES}{_HOLDS}(?: (?:pas|jamais|aussi))*"
    rf"(?: {_A_WORD})?) SAID(?P<end>)",
    rf"{_OF_COOPS}(?: \w+){{0,4}}? (?P<verb>{_HAS}(?: (?:pas|jamais|not))? {_A_WORD}) SAID(?P<end>)",
)


def words_in_names(message: Message) -> tuple[Stated, ...]:
    """What names are said to hold, or to be without, as said of their column; none where no word is looked for."""
    if not _ABOUT_NAMES.search(message.folded):
        return ()
    quoted = [re.escape(key(quote)) for quote in _QUOTED.findall(message.text)]
    one = "|".join((*(q for q in quoted if q), _PLAIN))
    said = rf"(?P<one>{one})(?:{_AND}(?P<other>{one}))?"
    for form in _FORMS:
        match = re.search(rf"(?<!\S){form.replace('SAID', said)}(?!\S)", message.folded)
        said_from = "name" if match and match.groupdict().get("name") else "verb"
        hit = message.hit("name", match.start(said_from), match.end()) if match else None
        if match is None or hit is None:
            continue
        wanted = tuple(w for w in (match["one"], match["other"]) if w)
        state = "without" if _NOT.search(f"{match['verb']}{match['end']}") else "holding"
        state = "beginning" if state == "holding" and _BEGINNING.search(match["verb"]) else state
        either = state != "without" and match["and"] in ("ou", "or")
        parts = (wanted,) if either else tuple((word,) for word in wanted)
        return tuple(Stated("name", state, hit.first, hit.last, part) for part in parts)
    return ()
