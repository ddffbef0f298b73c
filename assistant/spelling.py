"""Reads what was typed in haste: SMS spelling, forgotten apostrophes, typing mistakes.

The typed text is never shown changed. A word is only corrected where nothing known is spelt so (no French word of the
documents or lexicons, no place) and where one known word is very close. Close names of different things (podiatre,
pédiatre) are both known, so neither is touched.

>>> Spelling({"adresse", "membres"}).corrected("kel é ladresse")
"quel é l'adresse"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection
from functools import cached_property
from importlib.resources import files

from assistant.by_ear import by_ear
from assistant.stuck import STUCK, part, stuck_to_small
from index.cells import stem
from index.french_words import is_french
from index.place_spelling import sound
from ingest.french import fold, words

SURE = 88  # ratio from which a word of the lexicons wins over the name of a town spelt almost so
CLOSE = 83  # RapidFuzz ratio: one letter wrong in six, two in ten
SOUNDS = 66  # ratio from which a word that sounds the same is the one meant ("clinik", "fisio")
LEFT_OUT = 3  # letters that may be missing at the end of a word
SHORTEST = 5  # letters: shorter words have too many neighbours
_ELIDED = re.compile(r"^(l|d|j|qu|s|n|m|c|t)(\w{2,})$")
_ADDRESS = re.compile(r"@|\w\.\w|^\.\w|_")  # a part of an e-mail or of a site
_YEARS = re.compile(r"(?<!\d)(20[12]\d)(20[12]\d)(?!\d)")  # "20212022"
_SIGNS = str.maketrans({"+": " plus ", "#": " numéro ", "&": " et "})
_PICTURES = re.compile(
    r"(?:[☎📞📱📲](?P<phones>)|[✉📧📨📩](?P<emails>)|[🌐💻](?P<websites>)|[📍🏠🗺](?P<address>))\ufe0f?"
)
_PICTURED = {"phones": "téléphone", "emails": "courriel", "websites": "site web", "address": "adresse"}
# "Thurso vs Arundel", "l'Outaouais contre l'Estrie", "2014 vs 2021": between two names or two years, no "vous"
_VERSUS = re.compile(
    r"(?P<one>\b(?:[A-ZÀ-Ý][\w’'-]*|\d+)) (?:vs\.?|contre) (?=(?:[Ll]['’]|(?:[Ll]es?|[Ll]a|celle d[e'’]) ?)?[A-ZÀ-Ý\d])"
)
# "> 10 médecins", "+ 5000 membres", "10+": bounds, in French and in English
_BOUNDS = (
    (re.compile(r"(?:>=|≥)\s*(?=\d)"), " au moins ", " at least "),
    (re.compile(r"(?:<=|≤)\s*(?=\d)"), " au plus ", " at most "),
    (re.compile(r"(?:>|(?<![\d+])\+)\s*(?=\d)"), " plus de ", " more than "),
    (re.compile(r"<\s*(?=\d)"), " moins de ", " less than "),
)
# Numbers written for a sound, behind words that call for one: "prise 2 sang", "le plus 2 membres", "prise de 100".
_SOUNDS = {
    "2": (
        "de",
        re.compile(
            r"(?:^| )(?:prises?|coops?|clinique|soins?|(?<!au )plus|(?<!au )moins|nombre"
            r"|num|numero|tel|adresse|liste|pres|proche|loin"
            r"|cote|cb|cmb|combien|medecins?|docs?|infirmieres?|besoin|autour|coin|bout|sante|federation)$"
        ),
    ),
    "100": ("sang", re.compile(r"(?:^| )pri[sz]e?s?(?: de?| 2)?$")),
    "1": ("une", re.compile(r"(?:^| )(?:quoi|koi|kwa|qoi)$")),
    "pres": ("president", re.compile(r"(?:^| )(?:le|la|du|un|son|leur|ton|votre)$")),  # "c qui le pres"
    **dict.fromkeys(("sans", "cent", "sent", "san", "sen"), ("sang", re.compile(r"(?:^| )pri[sz]e?s?(?: de?| 2)$"))),
}
_BEHIND_ARE = frozenset(
    "a au aux chez dans ds en pas pres proche proches sur tjs tjrs ou ouverts ouvertes".split()
)  # "st ds la ville"
# "les coops ki on pa de site web": ont
_ONT = re.compile(r"(?:^| )(?:qui|ki|elles?|ils?|coops?|cliniques?|lesquelles?|les 2)$")
_BEHIND_ONT = frozenset("pa pas un une des du de le la les plus plu moins au aucun aucune".split())
# No verb: what "on" would do isn't said, whatever stands before it, unless the verb does ("peut-on pas").
_NO_VERB = frozenset("pa pas un une des aucun aucune okun zero plusieurs combien".split())
# "les coop de l'Estrie": several
_ONE_OF = frozenset("coop cooperative clinique".split())
_SEVERAL = frozenset("les des ces nos vos leurs quels quelles tous toutes plusieurs certaines".split())
_BEFORE_A_NAME = frozenset("st ste saint sainte".split())
_FIGURED = re.compile(r"^([^\W\d]{2,})(\d+)$|^(\d+)(?!i[eè]mes?$)([^\W\d]{4,})$")  # "exactement4", "de15", "4médecins"
_CAPITAL_INSIDE = re.compile(r"^(?:(?P<letters>[A-Z]{3,4})|(?P<small>[^\W\d]{2,4}))(?P<name>[A-ZÀ-Ý][a-zà-ÿ].*)$")
_FOR_DE = re.compile(r"^([a-z]{3,})2([a-z]{3,})$")  # "numero2telephone"


Known = Callable[[str], bool]


class Spelling:
    """Corrects messages against a vocabulary of folded words.

    `is_known` says of other words (places) not to touch them.

    Without `sms`, French short forms are left alone: in an English message they are words ("phone", "med").
    """

    def __init__(
        self,
        vocabulary: Collection[str],
        known: Collection[str] = (),
        is_known: Known = lambda _: False,
        is_name: Known = lambda _: False,
        sms: bool = True,
    ) -> None:
        """`vocabulary` is what a mistake may stand for, `known` further words that are no mistakes.

        `is_name` says of a word that it sounds like a name ("ailmer"): it is no mistake for a word spelt almost so.

        `sms` reads French SMS spelling as well; an English message has none of it.
        """
        content = files("assistant").joinpath("lexicon").joinpath("sms.toml").read_text(encoding="utf-8")
        self._sms: dict[str, str] = tomllib.loads(content) if sms else {}
        self._vocabulary = frozenset(w for w in (*vocabulary, *known) if not w.isdigit())
        self._stems = frozenset(stem(w) for w in known)
        self._by_stem: dict[str, str] = {}
        for word in sorted(vocabulary, key=len):
            if len(word) >= SHORTEST:
                self._by_stem.setdefault(stem(word), word)
        listed = sorted(w for w in vocabulary if len(w) >= SHORTEST and not w.isdigit())
        self._candidates = [w for w, after in zip(listed, (*listed[1:], ""), strict=True) if not _is_root(w, after)]
        self._is_known = is_known
        self._is_name = is_name

    def knows(self, folded: str) -> bool:
        """Whether the vocabulary holds this word."""
        return folded in self._vocabulary

    def corrected(self, text: str) -> str:
        """The text with each word that is surely misspelt put right; everything else as typed."""
        for sign, french, english in _BOUNDS:
            text = sign.sub(french if self._sms else english, text)
        text = _VERSUS.sub(r"\g<one> versus ", text)
        text = _PICTURES.sub(lambda picture: f" {_PICTURED[picture.lastgroup or '']} ", text)
        text = _YEARS.sub(r"\1 \2", text.translate(_SIGNS))
        said = words(text)
        pieces, at = [], 0
        for i, word in enumerate(said):
            pieces.append(text[at : max(at, word.start)])
            typed = text[word.start : word.end]
            before = " ".join(w.folded for w in said[max(0, i - 2) : i])
            after = said[i + 1].folded if i + 1 < len(said) else ""
            if word.start < at:
                continue  # joined to the word before
            if _ADDRESS.search(text[max(0, word.start - 1) : word.end + 2]) or "@" in text[word.end : word.end + 1]:
                pieces.append(typed)
                at = word.end
                continue
            if text[word.start - 1 : word.start] == "-" and before.rpartition(" ")[2] in _BEFORE_A_NAME:
                pieces.append(typed)  # "Bas-Saint-Larent": the places' own spelling mends it
                at = word.end
                continue
            joined = word.folded + after
            if len(joined) > SHORTEST and self._is_cut(word.folded, after, joined):
                pieces.append(joined)
                at = said[i + 1].end
                continue
            pieces.append(self._word(typed, word.folded, before, after))
            at = word.end
        return "".join([*pieces, text[at:]])

    def _word(self, typed: str, folded: str, before: str, after: str) -> str:
        letters, behind = _SOUNDS.get(folded, ("", None))
        if self._sms and behind and behind.search(before) and (after.isalpha() or folded != "2"):
            return letters
        if self._sms and folded == "on" and after in _BEHIND_ONT and _ONT.search(before):
            return "ont"
        if self._sms and folded == "on" and after in _NO_VERB and before and before[-1] not in "td":
            return "ont"
        if self._sms and typed.lower() == "st" and after in _BEHIND_ARE:
            return "sont"
        if self._sms and folded in _ONE_OF and before.rpartition(" ")[2] in _SEVERAL:
            return f"{typed}s"
        if self._sms and folded == "til" and before.endswith(("a", "ya")):
            return "t-il"
        if folded in self._sms and typed.lower() not in ("st", "ste") and typed != "O":  # the letter
            return self._sms[folded]
        if folded not in self._vocabulary and (inside := _CAPITAL_INSIDE.match(typed)):  # "EnOutaouais", "MRCRobert"
            before_it = inside["letters"] or inside["small"]
            if inside["letters"] or fold(before_it) in STUCK:
                return f"{before_it} {inside['name']}"
        if (figured := _FIGURED.match(typed)) and any(self._is_read(piece) for piece in figured.groups() if piece):
            return " ".join(piece for piece in figured.groups() if piece)
        if folded in self._vocabulary or folded.isdigit() or len(folded) < SHORTEST - 1:
            return typed
        if is_french(typed):  # of an English word too: "message" is no massage
            return typed
        elided = _ELIDED.match(folded) if self._sms else None  # no English word is elided: "test" is no "t'est"
        if (
            elided
            and (elided.group(2) in self._vocabulary)
            and (len(elided.group(2)) > 2 or elided.group(2) in ("ai", "un", "es", "en"))
        ):
            return f"{elided.group(1)}'{elided.group(2)}"
        if len(folded) < SHORTEST:
            return typed if self._is_known(folded) else self._closest(folded, SURE) or self._sounding(folded) or typed
        if self._is_name(folded):
            return typed
        one_key = self._one_key_wrong(folded)
        if self._sms and not one_key and (stuck := stuck_to_small(folded, self._may_be_stuck)):
            return " ".join(stuck)
        almost = self._begun(folded) or self._closest(folded, SURE - 1)
        if almost:
            return almost
        if stem(folded) in self._by_stem:
            same = self._by_stem[stem(folded)]
            root = self._sms and folded.startswith(same) and not is_french(same)  # "classez", of the pattern "class*"
            return typed if root else same
        if stem(folded) in self._stems and stem(folded) != folded:
            return typed
        if self._is_known(folded):
            return self._closest(folded, SURE) or typed  # a town spelt almost so, unless a word of ours is closer
        if one_key:
            return one_key
        if elided and elided.group(2)[0] in "aeiouhy" and self._is_known(elided.group(2)):
            return f"{elided.group(1)}'{elided.group(2)}"
        if elided and elided.group(2)[0] in "aeiouhy":
            meant = self._closest(elided.group(2)) or self._sounding(elided.group(2))  # "lexcedan"
            alike = len(elided.group(2)) == SHORTEST and meant and sound(meant) == sound(elided.group(2))  # "deures"
            if meant and (alike or len(elided.group(2)) > SHORTEST):
                return f"{elided.group(1)}'{meant}"
        if (
            elided
            and len(elided.group(2)) > SHORTEST
            and elided.group(2)[0] in "aeiouhy"
            and is_french(elided.group(2))
        ):
            return f"{elided.group(1)}'{elided.group(2)}"  # "lordinateur"
        parted = part(_FOR_DE.sub(r"\1de\2", folded), self._is_word) if self._sms else None
        meant = self._sounding(folded) or self._closest(folded)
        return meant or (" ".join(parted) if parted else self._heard(folded) or typed)

    def _begun(self, folded: str) -> str | None:
        """The word that this one begins, its end left out: "dentis"; None where several things begin so."""
        if len(folded) < SHORTEST:
            return None
        longer = [w for w in self._candidates if w.startswith(folded) and 0 < len(w) - len(folded) <= LEFT_OUT]
        return min(longer, key=len) if longer and len({stem(w) for w in longer}) == 1 else None

    def _is_word(self, folded: str) -> bool:
        return folded in self._vocabulary

    def _may_be_stuck(self, folded: str) -> bool:
        return folded in self._vocabulary and (is_french(folded) or folded in self._whole)  # no root: "offr"

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(self._candidates)

    def _is_cut(self, folded: str, after: str, joined: str) -> bool:
        """Whether two words are one that a space cut: "prési dence"."""
        if folded in self._vocabulary:
            return False
        return joined in self._vocabulary or (is_french(joined) and not is_french(folded) and not is_french(after))

    def _is_read(self, typed: str) -> bool:
        return not typed.isdigit() and (fold(typed) in self._vocabulary or is_french(typed))

    def _one_key_wrong(self, folded: str) -> str | None:
        """The one known word that a single key makes of this one: "ciops", "plcae"."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if folded.endswith("ez"):  # a verb, of which lists of words have few forms: "triez" is no "tirez"
            return None
        found = process.extract(folded, self._candidates, scorer=OSA.distance, score_cutoff=1, limit=None)
        near = [word for word, *_ in found if word[0] == folded[0]]
        return min(near, key=len) if len({stem(w) for w in near}) == 1 else None

    def _sounding(self, folded: str) -> str | None:
        """The one known word that sounds like this one and is not spelt too differently."""
        from rapidfuzz import fuzz

        sounds = (sound(folded), *(sound(folded.replace("x", said, 1)) for said in ("xc", "ks")))  # "vaxin"
        same = [w for s in dict.fromkeys(sounds) for w in self._by_sound.get(s, ()) if fuzz.ratio(w, folded) >= SOUNDS]
        if len({stem(w) for w in same}) == 1:  # "verrue" and "verrues"
            return min(same, key=len)
        if len(same) > 1:  # "senté" sounds like "sente" and "santé": the one nearest in length as well
            same = [w for w in same if len(w) == len(folded) and w[0] == folded[0]]
        return same[0] if len(same) == 1 else None

    def _heard(self, folded: str) -> str | None:
        """The one known word that is written so by ear: "limfatique", "vaxination"."""
        from rapidfuzz import fuzz

        if len(folded) <= SHORTEST or not self._sms:
            return None
        same = [w for w in self._by_ear.get(by_ear(folded), ()) if fuzz.ratio(w, folded) >= SOUNDS]
        return same[0] if len({stem(w) for w in same}) == 1 else None

    @cached_property
    def _by_ear(self) -> dict[str, list[str]]:
        heard: dict[str, list[str]] = {}
        for word in self._candidates:
            if len(word) > SHORTEST:
                heard.setdefault(by_ear(word), []).append(word)
        return heard

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        sounds: dict[str, list[str]] = {}
        for word in self._candidates:
            sounds.setdefault(sound(word), []).append(word)
        return sounds

    def _closest(self, folded: str, cutoff: float = CLOSE) -> str | None:
        from rapidfuzz import fuzz, process  # not needed by a message without mistakes

        best = process.extract(folded, self._candidates, scorer=fuzz.ratio, score_cutoff=cutoff, limit=2)
        if not best:
            return None
        if len(best) == 2 and best[1][1] == best[0][1] and self._sounding(folded) in (best[0][0], best[1][0]):
            return self._sounding(folded)
        if len(best) == 2 and best[1][1] > best[0][1] - 3 and best[0][0][:4] != best[1][0][:4]:
            begun = [[word for word, *_ in best if word[:n] == folded[:n]] for n in (1, 2)]
            alone = next((same[0] for same in begun if len(same) == 1), None)
            return alone  # as close to two different words: better not to choose
        word, likeness = best[0][:2]
        return word if word[0] in folded[:2] or likeness >= SURE else None


def _is_root(word: str, after: str) -> bool:
    """Whether a word is only the beginning of the next one, as patterns write it ("benevol"): nobody means it."""
    return after.startswith(word) and not is_french(word)
