"""Which co-ops a message names, however loosely: name or part of it, person, phone, e-mail, street, printed number.

"la coop Falardeau", "clinique de Chénéville", "819 986-6006", "Mme Dufour", "rue Galipeau", "la coop 21".
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise

from assistant.by_ear import by_ear
from assistant.labels import own_labels
from assistant.named import FRAME, HEAD, Named, is_headed, merge_same_place
from assistant.people import People
from assistant.phrases import Message, in_order
from index.french_words import is_french
from index.place_spelling import sound
from ingest.entry import Entry
from ingest.french import key

# Words that a name shares with ordinary French: alone, they only name a co-op behind "la coop".
SMALL = frozenset("sur sous les des une dans pour avec est ici sud nord".split())
_ARTICLES = frozenset("la le les du au des aux".split())  # "l'adresse du Rocher": of Le Rocher
_ONE_NAME = re.compile(r"(?<!-)[A-ZÀ-Ý][\w'’]*(?![\w'’-]|\s+[A-ZÀ-Ý])")  # one word with a capital, alone
_SAINTS = frozenset("saint sainte st ste".split())
_LONG = 5  # letters: shorter words have too many neighbours
_SAME_SOUND = 95  # what sounds the same counts as so much alike
_SOUNDS = 60  # likeness to a word that sounds the same
_NEXT_TO = 82  # likeness of a word to the rest of a name, behind a word of it that is spelt right
_TITLE = re.compile(
    r"^(?:cooperative )?(?:(?:de|en|solidarite|sante|soins|services|service|regionale|a|des|du|d|la|l|les) )*"
)
# What a name says behind its legal form: "sante la prairie".
_BEFORE_END = re.compile(r"^.*\b(?:solidarite|cooperative) (?:(?:de|des|en|d) )?")
# "sante active" of "Santé Active de l'Estrie – Coopérative de solidarité"
_OPENING = re.compile(r"(?!cooperative)\w+(?: (?!(?:d|de|du|des|en|a|cooperative)(?!\S))\w+)*")
ORDINARY = frozenset(
    "active activites gens ici mieux etre quartier vallee lac lacs nord petite nation monts temps espace "
    "universite rocher "
    "boise gres basse lievre robert jean jacques prairie roxton pond saint sainte sur j p masson marguerite adolphe "
    "bernard denis pie leonard sud est ouest ile riviere point pointe champlain val ferme neuve acton".split()
)

_WHERE_ONE_LIVES = frozenset({"quartier"})
_ONES_OWN = frozenset("de du le un mon ton son notre votre leur ce chaque".split())

# A name of which the end is forgotten.
_HALF = re.compile(
    r"\b(?P<of>[^\W\d][\w'’-]{2,})-(?:(?:quelque|quek)[ -]chose|machin|truc)\b"
    r"|\b(?:commen[cç]ant|commence|d[ée]bute) par (?P<by>[^\W\d][\w'’-]{2,})",
    re.IGNORECASE,
)
MOST_HALF_SAID = 6  # of more, no choice is offered
_OF_ANY = frozenset("de du des d la le les l en et a soins soin service services".split())  # "la coop de soins": any
_THE_COOP = re.compile(
    r"(?:(?<!\S)(?:la|notre|ma|cette|the) |^)(?:coop|cooperative|clinique|co op)"
    r"(?: (?:de|en|d|la|l|solidarite|sante))*$"
)
_FORM = re.compile(
    r"(?<!\S)(?<!une )(?<!des )(?:coop|cooperative) (?P<form>de solidarite (?:(?:en|de) soins|de services) de sante)"
    r"(?! (?:a|de|d|du|des)(?!\S))"
)
_GOES_ON = re.compile(r"(?:de|d|du|des|la plus|le plus)(?!\S)")  # "la coop de la MRC de Montmagny"

# "la 49, c'est laquelle ?": what a number at the head of a message is said of.
_SAID_OF_IT = "c est|elle|est|a|offre|fait|du tableau|de la liste"
# What stands behind a number that counts, and is no co-op's own.
_COUNTS = re.compile(
    r" (?:\d{3}|(?:ou|et) (?:plus|moins)|k|mille|km|kilometres?|minutes?|medecins?|docteurs?|docs?|omnis?"
    r"|omnipraticiens?|membres?|adherents?|dossiers?|patients?|ans|annees?|personnes?|gens|habitants?|infirmi\w+|psychologues?"
    r"|regions?|doctors?|members?|files|people)(?!\S)"
)
LABEL_WORDS = 3  # words of a message that make up a label: "envoyons d'avant"
LETTERS = 4  # of an acronym
_WAY = r"(?: (?:rue|boul|boulevard|chemin|ch|avenue|ave|route|rte|place|montee|cote|mgr|monseigneur))?"
_OF_THE = r"(?: (?:de la|de l|des|du|de|d|la|le|l|saint|sainte|st|ste))?"


class Names:
    """The names of a directory's entries, ready to be found in messages."""

    def __init__(
        self,
        entries: tuple[Entry, ...],
        ordinary: frozenset[str] = frozenset(),
        elsewhere: frozenset[str] = frozenset(),
    ) -> None:
        """`ordinary` words are no misspelt names; somebody's name that stands `elsewhere` needs its other half."""
        self._entries = entries
        self._ordinary = ordinary
        self._elsewhere = elsewhere
        self._tails = {e.position: _TITLE.sub("", key(e.name.value or "")) for e in entries}
        self._ends = {e.position: _BEFORE_END.sub("", key(e.name.value or "")) for e in entries}
        self._words = {e.position: tuple(w for w in key(e.name.value or "").split() if w not in FRAME) for e in entries}
        self._frequency = Counter(w for ws in self._words.values() for w in set(ws))
        towns = Counter(key(e.municipality.value or "") for e in entries)
        self._own_labels = own_labels(entries)
        self.people = People(entries, ordinary, elsewhere)
        self._shared_towns = frozenset(town for town, coops in towns.items() if coops > 1)

    def find(self, message: Message) -> tuple[Named, ...]:
        """Every naming in the message, the surest first, without overlap."""
        found = [
            *self._half_said(message),
            *self._numbers(message),
            *self._contacts(message),
            *self._labels(message),
            *self.people.named(message),
            *self._doors(message),
            *self._streets(message),
            *self._full(message),
            *self._opening(message),
            *self._partial(message),
            *self._misspelt(message),
            *self._part_of_a_town(message),
        ]
        if not found:
            found = self.people.half_named(message) or self._by_its_kind(message)
        kept: list[Named] = []
        for named in found:
            if all(named.last <= k.first or k.last <= named.first for k in kept):
                kept.append(named)
        return tuple(sorted(kept, key=lambda n: n.first))

    def holds(self, word: str) -> bool:
        """Whether a word stands in some co-op's name."""
        return word in self._frequency

    def sounding(self, word: str) -> str | None:
        """The one word of the names that sounds like this one and is not spelt too differently: "ailmer"."""
        from rapidfuzz import fuzz

        if len(word) < _LONG or word in self._ordinary or is_french(word):
            return None
        same = [w for w in self._by_sound.get(sound(word), ()) if fuzz.ratio(word, w) >= _SOUNDS]
        return same[0] if len(same) == 1 else None

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        sounds: dict[str, list[str]] = {}
        for word in self._frequency:
            if len(word) >= _LONG and word not in ORDINARY:
                sounds.setdefault(sound(word), []).append(word)
        return sounds

    def named_after(self, name: str) -> tuple[int, ...]:
        """The entries whose legal name contains this one ("Gatineau", "Aylmer")."""
        wanted = f" {key(name)} "
        return tuple(e.position for e in self._entries if wanted in f" {key(e.name.value or '')} ")

    # -- each way of naming --------------------------------------------------------------------------------------

    def _full(self, message: Message) -> list[Named]:
        folded = [w.folded for w in message.words]
        said = set(folded)
        found = []
        for position, distinctive in self._words.items():
            if not distinctive or not said.issuperset(distinctive):
                continue
            placed = in_order(folded, distinctive, FRAME)
            if placed is None:
                continue
            first, last = placed
            alone = len(distinctive) == 1
            tail = self._tails[position]
            told = any(" " in said and f" {said} " in f" {message.folded} " for said in (tail, self._ends[position]))
            told = told or (first > 0 and position in self._articled and self._with_its_article(message, first, last))
            unsaid = not is_headed(message, first, last) or self._of_ones_own(message, first)
            if alone and distinctive[0] in ORDINARY and not told and unsaid:
                continue
            found.append(Named((position,), first, last, "name"))
        found.sort(key=lambda n: (-(n.last - n.first), n.first))
        return merge_same_place(found)

    def _opening(self, message: Message) -> list[Named]:
        """ "Santé Active, ils font quoi ?": how a name opens, where it doesn't open with a legal form."""
        found = []
        for position, opening in self._openings.items():
            for match in re.finditer(rf"(?<!\S){opening}(?!\S)", message.folded):
                hit = message.hit("name", match.start(), match.end())
                if hit is not None:
                    found.append(Named((position,), hit.first, hit.last, "name"))
        return found

    @cached_property
    def _openings(self) -> dict[int, str]:
        """The two words or more that open a name, before where it stands or its legal form."""
        opened = {e.position: _OPENING.match(key(e.name.value or "")) for e in self._entries}
        return {p: m.group() for p, m in opened.items() if m is not None and " " in m.group()}

    @cached_property
    def _articled(self) -> frozenset[int]:
        """The entries of which one word, behind an article, is the name: "La Prairie", "Le Rocher", "du Boisé"."""
        ends = {p: rf"(?<!\S)(?:la|le|les|du) {ws[0]}$" for p, ws in self._words.items() if len(ws) == 1}
        printed = {e.position: key(e.name.value or "") for e in self._entries}
        return frozenset(p for p, end in ends.items() if re.search(end, printed[p]))

    def _with_its_article(self, message: Message, first: int, last: int) -> bool:
        """ "dossiers la prairie combien", "l'adresse du rocher", "et au Rocher ?": a name behind its article.

        Beside it stands a word that asks, or it is written as a name; "la MRC du Rocher-Percé" is another one.
        """
        said = [w.folded for w in message.words]
        if said[first - 1] not in _ARTICLES:
            return False
        beside = (*said[first - 2 : first - 1], *said[last : last + 1]) if first > 1 else said[last : last + 1]
        if any(len(w) > 3 and w in self._ordinary for w in beside):
            return True
        written = _ONE_NAME.match(message.text, message.words[first].start)
        return written is not None and not message.text.isupper()

    @staticmethod
    def _of_ones_own(message: Message, index: int) -> bool:
        """ "la clinique du quartier": the one of where somebody lives, whose name isn't said."""
        word = message.words[index]
        before = message.words[index - 1].folded if index else ""
        typed = message.text[word.start : word.end]
        return word.folded in _WHERE_ONE_LIVES and before in _ONES_OWN and typed.islower()

    def _partial(self, message: Message) -> list[Named]:
        found: list[Named] = []
        for i, word in enumerate(message.words):
            holders = tuple(p for p, ws in self._words.items() if word.folded in ws)
            if not holders or len(word.folded) < 3 or word.folded in SMALL:
                continue
            last = i + 1
            while last < len(message.words):
                ahead = message.words[last].folded
                narrowed = tuple(p for p in holders if self._has(p, ahead))
                if narrowed:
                    holders, last = narrowed, last + 1
                elif ahead in FRAME and last + 1 < len(message.words):
                    beyond = tuple(p for p in holders if message.words[last + 1].folded in self._words[p])
                    if not beyond:
                        break
                    holders, last = beyond, last + 2
                else:
                    break
            content = [w.folded for w in message.words[i:last] if w.folded not in FRAME]
            if len(content) == 1 and self._of_ones_own(message, i):
                continue
            headed = is_headed(message, i, last)
            telling = any(w not in ORDINARY for w in content) or len(content) > 1
            if not telling and HEAD.search(" ".join(w.folded for w in message.words[:i]) + " ") is None:
                continue  # "la plus petite coop" names no Petite-Nation
            if (headed and len(holders) <= 3) or (telling and len(holders) == 1):
                spelt = all(w in self._frequency for w in content)
                how = ("name" if headed else "part") if spelt else "misspelt"
                found.append(Named(holders, i, last, how, sure=False))
        return found

    def _by_its_kind(self, message: Message) -> list[Named]:
        """ "la coop régionale", "la coop de la MRC": by a word of the legal form that few names have, and no more."""
        said = [word.folded for word in message.words]
        found = []
        for i, word in enumerate(said):
            holders = self._of_a_kind.get(word, ())
            if holders and _THE_COOP.search(" ".join(said[:i])) and not _GOES_ON.match(" ".join(said[i + 1 :])):
                found.append(Named(holders, i, i + 1, "name", sure=False))
        return found or self._by_its_form(message)

    def _by_its_form(self, message: Message) -> list[Named]:
        """ "la Coopérative de solidarité en soins de santé", and no more: those whose names begin so."""
        form = _FORM.search(message.folded)
        begun = f"cooperative {form['form']} " if form is not None else ""
        holders = tuple(e.position for e in self._entries if begun and key(e.name.value or "").startswith(begun))
        hit = message.hit("form", form.start("form"), form.end("form")) if form is not None else None
        if hit is None or not 1 < len(holders) <= MOST_HALF_SAID:
            return []
        return [Named(holders, hit.first, hit.last, "name", sure=False)]

    @cached_property
    def _of_a_kind(self) -> dict[str, tuple[int, ...]]:
        held: dict[str, list[int]] = {}
        for entry in self._entries:
            for word in set(key(entry.name.value or "").split()) & FRAME - _OF_ANY:
                held.setdefault(word, []).append(entry.position)
        return {word: tuple(ps) for word, ps in held.items() if 1 < len(ps) <= MOST_HALF_SAID}

    def _has(self, position: int, word: str) -> bool:
        """Whether a co-op's name has this word, or one that it misspells: "la coop du lac Champlin"."""
        from rapidfuzz import fuzz

        held = self._words[position]
        if word in held or word in self._frequency or word in self._ordinary or len(word) < 5:
            return word in held
        return any(len(w) >= 5 and fuzz.ratio(word, w) >= _NEXT_TO for w in held)

    def _misspelt(self, message: Message) -> list[Named]:
        from rapidfuzz import fuzz  # only reached by messages, and quick to import, but not at start

        found = []
        for i, word in enumerate(message.words):
            if (
                len(word.folded) < 5
                or word.folded in self._frequency
                or word.folded in FRAME
                or word.folded in self._ordinary
            ):
                continue
            headed = is_headed(message, i, i + 1)
            stuck = self._stuck_by_ear.get(by_ear(word.folded), set()) if headed and not is_french(word.folded) else ()
            if len(stuck) == 1:
                found.append(Named(tuple(stuck), i, i + 1, "misspelt", sure=False))
                continue
            scored = sorted(((fuzz.ratio(word.folded, w), w) for w in self._frequency if len(w) >= 5), reverse=True)
            same = self.sounding(word.folded) if headed else None
            if same is not None:
                scored = [(_SAME_SOUND, same)]
            if (
                scored
                and scored[0][0] >= (82 if headed and word.folded not in self._elsewhere else 90)
                and (headed or scored[0][1] not in ORDINARY | self._shared_towns)
            ):
                holders = tuple(p for p, ws in self._words.items() if scored[0][1] in ws)
                if len(holders) == 1:
                    found.append(Named(holders, i, i + 1, "misspelt", sure=False))
        return found

    @cached_property
    def _stuck_by_ear(self) -> dict[str, set[int]]:
        """The words of a name written as one, by ear: "la coop roberklich" is of Robert-Cliche."""
        heard: dict[str, set[int]] = {}
        for position, said in self._words.items():
            for first in range(len(said)):
                for last in range(first + 2, len(said) + 1):
                    heard.setdefault("".join(by_ear(w) for w in said[first:last]), set()).add(position)
        return heard

    def _part_of_a_town(self, message: Message) -> list[Named]:
        """ "la coop de Wendover": a word that only one co-op's town has, right behind "la coop de"."""
        return [
            Named((self._town_words[word.folded],), i, i + 1, "part", sure=False)
            for i, word in enumerate(message.words)
            if word.folded in self._town_words and is_headed(message, i, i + 1)
        ]

    def _half_said(self, message: Message) -> list[Named]:
        """ "la coop Belle-quelque-chose", "son nom commence par Sainte-Ger": those of which a word begins so."""
        found = []
        for match in _HALF.finditer(message.text):
            begun = f" {key(match['of'] or match['by'])}"
            called = {
                e.position: key(e.name.value or "") + " " + key(e.municipality.value or "") for e in self._entries
            }
            holders = tuple(p for p, name in called.items() if begun in f" {name}")
            if 0 < len(holders) <= MOST_HALF_SAID:
                found.append(self._by_characters(message, match.start(), match.end(), holders, "name"))
        return found

    @cached_property
    def _town_words(self) -> dict[str, int]:
        held: dict[str, set[int]] = {}
        for entry in self._entries:
            for before, word in pairwise(key(f"{entry.municipality.value or ''}").split()):
                if before not in _SAINTS:  # "Damien" alone is somebody
                    held.setdefault(word, set()).add(entry.position)
        rare = {word: positions for word, positions in held.items() if len(positions) == 1 and len(word) > _LONG}
        known = self._ordinary | self._frequency.keys()
        return {word: positions.pop() for word, positions in rare.items() if word not in known and not is_french(word)}

    def _numbers(self, message: Message) -> list[Named]:
        found = []
        said = "coops?|cooperatives?|clinique|entree|numero|no|num|rang|fiche|numerotee?s?|deux"
        pattern = rf"(?:{said})( numero| no)? (\d{{1,2}})(?= |$)"
        for match in re.finditer(rf"(?:^|(?<= )){pattern}", message.folded):
            hit = message.hit("number", match.start(), match.end())
            number = int(match.group(2))
            holders = tuple(e.position for e in self._entries if e.number.value == number)
            if hit is None or _COUNTS.match(message.folded[match.end() :]):
                continue  # "coops 10 000 dossiers et plus"
            found.append(Named(holders, hit.first, hit.last, "number"))
        alone = re.fullmatch(r"(?:la |le |coop |no |numero )*(\d{1,2})", message.folded)
        alone = alone or re.match(rf"la (\d{{1,2}})(?= (?:{_SAID_OF_IT})(?!\S))", message.folded)
        hit = message.hit("number", alone.start(), alone.end()) if alone else None
        if alone and hit is not None:
            holders = tuple(e.position for e in self._entries if e.number.value == int(alone.group(1)))
            if holders and not found:
                found.append(Named(holders, hit.first, hit.last, "number"))
        for match in re.finditer(
            r"(?:^|(?<= ))(?:au |la |le )?(\d{1,2})(?:e|eme|ieme|th|er|re)"
            r"(?: (?:rang|position|place|entree|ligne|fiche|coop\w*)(?= |$)"
            r"(?! (?:la |les? )?(?:plus|moins|nearest|closest)(?!\S))"
            r"|(?= (?:du|de la|dans le|dans la|of the|in the) (?:tableau|liste|table|list)(?: |$)))",
            message.folded,
        ):
            hit = message.hit("rank", match.start(), match.end())
            rank = int(match.group(1))
            if hit is not None and any(e.position == rank for e in self._entries):
                found.append(Named((rank,), hit.first, hit.last, "number"))
        return found

    def _contacts(self, message: Message) -> list[Named]:
        """By phone, e-mail, website or full postal code."""
        found = []
        for match in re.finditer(r"\+?\d[\d\s().-]{6,}\d", message.text):
            digits = re.sub(r"\D", "", match.group())[-10:]
            holders = tuple(
                e.position for e in self._entries for p in e.phones if digits in re.sub(r"\D", "", p.value or "")
            )
            if holders and len(digits) >= 7:
                found.append(self._by_characters(message, match.start(), match.end(), holders, "phone"))
        for match in re.finditer(
            r"\b(?:fini\w*|termin\w*|ends?)(?: (?:par|en|avec|with|in))+ (\d{3,4})\b", message.text
        ):
            holders = tuple(
                e.position
                for e in self._entries
                for p in e.phones
                if re.sub(r"\D", "", p.value or "").endswith(match[1])
            )
            if 0 < len(holders) <= 3:  # "le numéro qui finit par 6006"
                found.append(self._by_characters(message, match.start(), match.end(), holders, "phone"))
        for match in re.finditer(r"[\w.+-]+@[\w.-]+\w|(?:[\w-]+\.)+(?:com|ca|org|coop|net)\b[\w./]*", message.text):
            typed = match.group().lower().rstrip(".").removeprefix("www.")
            holders = tuple(
                e.position
                for e in self._entries
                if any(typed in (c.value or "").lower() for c in (*e.emails, *e.websites))
            )
            if holders:
                found.append(self._by_characters(message, match.start(), match.end(), holders, "e-mail"))
        return found

    def _labels(self, message: Message) -> list[Named]:
        """By what its site or e-mail is called, or the letters of it: "temisensante", "la coop PSB"."""
        found, folded = [], [w.folded for w in message.words]
        for i in range(len(folded)):
            for last in range(i + 1, min(i + LABEL_WORDS, len(folded)) + 1):
                said = folded[i:last]
                position = self._own_labels.get("".join(said))
                if position and (last == i + 1 or not FRAME & set(said) - {"d"}):
                    found.append(Named((position,), i, last, "e-mail"))
            headed = (f"{head}{folded[i]}" for head in ("coopsante", "coopdesante", "coop"))
            position = next((self._own_labels[label] for label in headed if label in self._own_labels), None)
            typed = message.text[message.words[i].start : message.words[i].end]
            short = 1 < len(typed) <= LETTERS and typed.isupper()
            if position and short and is_headed(message, i, i + 1):
                found.append(Named((position,), i, i + 1, "name"))
        return found

    def _streets(self, message: Message) -> list[Named]:
        found = []
        pattern = (
            r"(?:^|(?<= ))(rue|boul|boulevard|chemin|ch|avenue|ave|route|rte|place|sur(?: la)? cote"
            r"|sur(?!(?: la| le| l)? (?:rue|boul|boulevard|chemin|ch|avenue|ave|route|rte|place)(?!\S)))"
            r"( d| de| du| des| de la| de l| l| la| le)? (\w+)( \w{3,})?"
        )
        for match in re.finditer(pattern, message.folded):
            for tail in ((match.group(3) + (match.group(4) or "")), match.group(3)):
                holders = tuple(e.position for e in self._entries if _on_street(e, tail))
                in_town = tuple(p for p in holders if self._says_its_town(message, p))
                holders = in_town or holders  # "la rue Georges à Pierreville": no other town's rue Georges
                bare = match.group(1) == "sur"  # "sur Charest" is a street, "sur rendez-vous" none
                if (
                    holders
                    and tail not in FRAME
                    and len(tail) > 3
                    and not (bare and self._is_common(message, match, tail))
                ):
                    hit = message.hit("street", match.start(), match.start(3) + len(tail))
                    if hit is not None and len(holders) <= 3:
                        found.append(Named(holders, hit.first, hit.last, "street"))
                        break
        return [*found, *self._numbered_streets(message)]

    def _numbered_streets(self, message: Message) -> list[Named]:
        """ "la coop de la 8e Rue": streets that are called by a number."""
        found = []
        for match in re.finditer(
            r"(?<!\S)(\d{1,3})(?:i?[eè]me|e|th|st|nd|rd) (rue|avenue|ave|rang|street)(?!\S)", message.folded
        ):
            way = {"ave": "avenue", "street": "rue"}.get(match[2], match[2])
            holders = tuple(e.position for e in self._entries if _on_street(e, f"{match[1]}e {way}"))
            hit = message.hit("street", match.start(), match.end())
            if hit is not None and 0 < len(holders) <= 3:
                found.append(Named(holders, hit.first, hit.last, "street"))
        return found

    def _says_its_town(self, message: Message, position: int) -> bool:
        town = next((key(e.municipality.value or "") for e in self._entries if e.position == position), "")
        return bool(town) and f" {town} " in f" {message.folded} "

    def _is_common(self, message: Message, match: re.Match[str], tail: str) -> bool:
        """Whether what stands behind "sur" may be no street: one word of French or of a name, a town "de" somewhere."""
        if " " in tail:
            return message.folded[match.end() :].startswith((" de ", " du ", " des ", " d "))
        return tail in self._ordinary | self._frequency.keys() | _SAINTS or is_french(tail)

    def _doors(self, message: Message) -> list[Named]:
        """By a number and a street: "6280 Émery-Fontaine", "au 967, rue Boulay"."""
        found = []
        for match in re.finditer(
            rf"(?:^|(?<= ))(\d{{2,5}})(?: [a-d])?{_WAY}{_OF_THE} (\w{{4,}})(?= |$)", message.folded
        ):
            holders = tuple(
                e.position
                for e in self._entries
                if key(e.address.value or "").startswith(f"{match[1]} ") and _on_street(e, match[2])
            )
            hit = message.hit("door", match.start(), match.end())
            if holders and hit is not None:
                ahead = message.words[hit.last].folded if hit.last < len(message.words) else ""
                longer = len(ahead) > 3 and all(_on_street(e, ahead) for e in self._entries if e.position in holders)
                found.append(Named(holders, hit.first, hit.last + longer, "door"))
        return found

    @staticmethod
    def _by_characters(message: Message, start: int, end: int, holders: tuple[int, ...], how: str) -> Named:
        inside = [i for i, w in enumerate(message.words) if w.start < end and start < w.end]
        return Named(tuple(dict.fromkeys(holders)), inside[0], inside[-1] + 1, how)


def _on_street(entry: Entry, tail: str) -> bool:
    street = key(entry.address.value or "")
    town = key(entry.municipality.value or "")
    return f" {tail} " in f" {street.replace(town, ' ')} "
