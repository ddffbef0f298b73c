"""Which co-ops somebody's name tells: the name of a contact, a surname behind a title, a first name or a surname alone.

A name half said may be of several contacts: all of them are told, for the visitor to choose from.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from assistant.named import FRAME, Named, merge_same_place
from assistant.phrases import Message, in_order
from index.place_spelling import sound
from ingest.entry import Entry
from ingest.french import key

# Where somebody is asked about, or told of.
_SOMEBODY = re.compile(
    r"(?<!\S)(?:contact|joindre|r?appel\w*|parler|qui est|c est qui|travaille|nomme|mme|madame|monsieur|m|mr"
    r"|messages? de|lettre de|mot de|signee?|laisse|(?:de|est|pour|dans) quelle (?:coop\w*|clinique))(?!\S)"
)
# "le numéro de téléphone de Dubuc", "une certaine Valérie": what stands right before a name half said.
_OF_SOMEBODY = re.compile(
    r"(?<!\S)(?:(?:une?|cet?|cette|l|d une?) (?:certaine?|nommee?|denommee?)"
    r"|(?:(?:parl|jas|discut|rencontr|texte|ecri|join|rejoin)\w*|appele\w*)(?: (?:a|avec))?(?: (?:une?|la|le))?"
    r"|(?:a|avec|d|qu|par) une?"
    r"|(?:courriels?|e ?mail|telephones?|tel|cell\w*|numeros?|num|no|poste|coordonnees|adresse|phone|number"
    r"|(?:coop|cooperative|clinique)(?: (?:de )?sante)?) (?:de|d|du|of|for))$"
)
# "une personne du nom de Dubuc", "quelqu'un qui s'appelle Langlois": a surname follows.
_CALLED = re.compile(r"(?<!\S)(?:du nom d(?:e|u)|nommee?|(?:s |m )appelle|la part de|famille|named|called)$")
_LONG_SURNAME = 5  # letters: shorter ones have too many neighbours
_TITLES = frozenset("mme m mr monsieur madame dr docteur dre".split())
_SAME_SURNAME = 84  # likeness of a surname to the one printed, behind its first name: a letter or two


class People:
    """The contacts of a directory's entries, ready to be found in messages."""

    def __init__(self, entries: tuple[Entry, ...], ordinary: frozenset[str], elsewhere: frozenset[str]) -> None:
        """`ordinary` words are no names; a name that stands `elsewhere` in the documents needs its other half."""
        self._entries = entries
        self._ordinary = ordinary
        self._elsewhere = elsewhere

    def is_surname(self, word: str) -> bool:
        """Whether some co-op's contact bears this surname."""
        return any(len(parts) > 1 and parts[-1] == word for parts in self._contacts.values())

    def named(self, message: Message) -> list[Named]:
        """Those whom the message names so that nobody else is meant."""
        found = []
        folded = [w.folded for w in message.words]
        said = set(folded)
        for position, parts in self._contacts.items():
            if parts[-1] not in said:
                found += self._misspelt_surname(position, parts, folded)
                continue
            whole = in_order(folded, parts)
            if whole is not None and len(parts) > 1:
                found.append(Named((position,), *whole, "person"))
                continue
            for i, word in enumerate(folded):
                titled = i > 0 and folded[i - 1] in _TITLES
                titled = titled or _CALLED.search(_just_before(message, i)) is not None
                around = [j for j in (i - 2, i - 1, i + 1) if 0 <= j < len(folded) and _almost(folded[j], parts[0])]
                if word == parts[-1] and ((titled and word not in self._elsewhere) or around):
                    places = [i, *around]
                    found.append(Named((position,), min(places), max(places) + 1, "person"))
        return merge_same_place(found)

    def half_named(self, message: Message) -> list[Named]:
        """ "Valérie, elle est dans quelle coop ?": a first or last name alone, where somebody is asked about."""
        of_somebody = _SOMEBODY.search(message.folded) is not None
        found = []
        for i, word in enumerate(message.words):
            bearing = tuple(p for p, parts in self._contacts.items() if word.folded in (parts[0], parts[-1]))
            if not bearing or not self._stands_alone(message, i):
                continue
            holders = self._of_the_post_said(message, i, bearing)
            told = of_somebody or _OF_SOMEBODY.search(_just_before(message, i)) is not None
            if not holders and told and word.folded not in self._elsewhere:
                holders = bearing
            if holders:
                found.append(Named(holders, i, i + 1, "person", sure=False))
        return found

    def _stands_alone(self, message: Message, index: int) -> bool:
        """Whether a word is typed as a name, and is no part of a longer one."""
        word = message.words[index]
        typed = message.text[word.start : word.end]
        joined = "-" in message.text[max(0, word.start - 1) : word.end + 1].replace(typed, "")  # "Saint-Denis"
        return typed[0].isupper() and not joined and not self._beside_a_name(message, index)  # "Denise Roy" is no Denis

    def _of_the_post_said(self, message: Message, index: int, bearing: tuple[int, ...]) -> tuple[int, ...]:
        """Those of the bearers of a name who hold the post said right behind it: "Bernard, le gérant"."""
        behind = [w.folded for w in message.words[index + 1 : index + 3] if w.folded not in FRAME]
        posts = {e.position: key(e.contact_role.value or "").split()[:1] for e in self._entries}
        return tuple(p for p in bearing if behind and any(_same_post(behind[0], post) for post in posts[p]))

    def _beside_a_name(self, message: Message, index: int) -> bool:
        """Whether a capitalised word beside one may be the rest of somebody else's name: "Josée Tremblay"."""
        before, after = message.text[: message.words[index].start], message.text[message.words[index].end :]
        beside = (*re.findall(r"\b([A-ZÀ-Ý]\w+) $", before), *re.findall(r"^ ([A-ZÀ-Ý]\w+)", after))
        return any(key(name) not in self._ordinary | FRAME | _TITLES for name in beside)

    def _misspelt_surname(self, position: int, parts: tuple[str, ...], folded: list[str]) -> list[Named]:
        """ "Josée Ouelet", "Katya Bouché": the first name spelt right or almost, right before a surname nearly so."""
        from rapidfuzz import fuzz  # quick to import, but not at start

        if len(parts) < 2 or len(parts[-1]) < _LONG_SURNAME:
            return []
        return [
            Named((position,), i, i + 2, "person")
            for i, (first, surname) in enumerate(pairwise(folded))
            if surname not in self._elsewhere
            and (_almost(first, parts[0]) or first in _TITLES)
            and (
                sound(surname) == sound(parts[-1])  # "mme kennevil"
                or (first not in _TITLES and fuzz.ratio(surname, parts[-1]) >= _SAME_SURNAME)
            )
        ]

    @cached_property
    def _contacts(self) -> dict[int, tuple[str, ...]]:
        people = {e.position: tuple(key(e.contact.value or "").split()) for e in self._entries if e.contact.stated}
        return {p: parts for p, parts in people.items() if parts}


def _same_post(said: str, printed: str) -> bool:
    """Whether a post is the one printed; "directeur" is not of whoever is "directrice", in a name half said."""
    return said.rstrip("e") == printed.rstrip("e")


def _just_before(message: Message, index: int) -> str:
    return " ".join(w.folded for w in message.words[max(0, index - 4) : index])


def _almost(typed: str, first_name: str) -> bool:
    """Whether a first name was typed, or one that sounds so ("Katya" for Katia, never "Denise" for Denis)."""
    other = f"{typed}e" == first_name or f"{first_name}e" == typed
    return typed == first_name or (typed[:1] == first_name[:1] and not other and sound(typed) == sound(first_name))
