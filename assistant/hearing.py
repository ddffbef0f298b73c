"""What is heard in a message before anything is decided: every lexicon, name, place and number that its words hold.

Hearing is generous (a word may be heard twice, as a place and as a name); `understand` disposes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Protocol, TypeVar

from assistant.entering import JOINED
from assistant.homonyms import denied_words
from assistant.idle import is_idle
from assistant.in_names import words_in_names
from assistant.language import ENGLISH, language
from assistant.named import FRAME, Named
from assistant.naming import Names
from assistant.numbers import Condition, conditions, radius
from assistant.offices import outside_offices
from assistant.phrases import Hit, Message, Phrases
from assistant.spelling import Spelling
from assistant.states import Stated, spell_marks, states
from assistant.story import asks_nothing, told_only
from assistant.terms import hinted_words
from assistant.topics import Topics
from assistant.whose import (
    of_an_enquiry,
    of_ones_role,
    of_oneself,
    of_peoples_life,
    own_lack,
    own_plan,
    someone_seeks,
    told_of_people,
)
from index.criteria import Comparison
from index.directory import Directory
from index.french_words import is_french
from index.places import Gazetteer, PlaceKind, PlaceMention
from ingest.french import fold, key, words
from ingest.services import Lexicon

DOCTORS = frozenset({"medecine_familiale", "medecin_de_famille"})  # services whose word is a column of the table too
HEARD = 64  # texts: the parts of one message are heard again by all that weighs them, each some milliseconds


class Placed(Protocol):
    """Anything heard, with the word indexes that say it."""

    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...


_Thing = TypeVar("_Thing", bound=Placed)


@dataclass(frozen=True, slots=True)
class HeardPlace:
    """A place named, with the word indexes that name it and the small words just before ("à", "près de")."""

    mention: PlaceMention
    first: int
    last: int
    lead: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything heard in one message."""

    message: Message
    cues: tuple[Hit, ...]
    fields: tuple[Hit, ...]
    filters: tuple[Hit, ...]
    states: tuple[Stated, ...]
    topics: tuple[Hit, ...]
    services: tuple[Hit, ...]
    places: tuple[HeardPlace, ...]
    named: tuple[Named, ...]
    conditions: tuple[Condition, ...]
    radius_km: float | None
    content: tuple[str, ...]  # every word with a subject of its own
    left: tuple[str, ...]  # those of them that nothing claimed
    unsure: frozenset[str]  # services whose word may mean something else ("médecin", "psy")
    language: str  # "en", "fr", "" where its words tell neither

    def cue(self, *codes: str) -> bool:
        """Whether one of these cues is heard."""
        return any(hit.code in codes for hit in self.cues)

    def first_cue(self, code: str) -> Hit | None:
        return next((hit for hit in self.cues if hit.code == code), None)

    @property
    def field_codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(hit.code for hit in self.fields))

    @property
    def service_codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(hit.code for hit in self.services))

    @property
    def topic_codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(hit.code for hit in self.topics))


@cache
def sequels() -> Phrases:
    """What a message says of the one before it."""
    return Phrases("follow_up.toml")


class Ear:
    """The lexicons, compiled once."""

    def __init__(
        self, directory: Directory, lexicon: Lexicon, gazetteer: Gazetteer, other_words: frozenset[str] = frozenset()
    ) -> None:
        """`other_words` are further words of the documents, that are no typing mistakes."""
        self._lexicon = lexicon
        self.prose_words = other_words
        self._known = {w.folded for e in directory.entries for w in words(e.span.quote)} | other_words
        self._dates = {key(e.span.document.date) for e in directory.entries}
        self._gazetteer = gazetteer
        self._towns_of_coops = frozenset(s.place.key for s in directory.sites if s.place is not None)
        self.topics = Topics()
        self._cues = Phrases("cues.toml")
        self._fields = Phrases("fields.toml")
        self._filters = Phrases("filters.toml")
        self._states = Phrases("states.toml")
        ordinary = self.stop | self.topics.vocabulary()
        for phrases in (self._cues, self._fields, self._filters, self._states):
            ordinary |= phrases.vocabulary()
        services = {
            w.folded for t in lexicon.terms.values() for text in (*t.words, *t.people, *t.ask) for w in words(text)
        }
        self.names = Names(directory.entries, frozenset(ordinary | services), other_words)
        self._once = lru_cache(maxsize=HEARD)(self._hear)

    @cached_property
    def stop(self) -> frozenset[str]:
        """Words without a subject of their own."""
        return _listed("stop.txt")

    @cached_property
    def spelling(self) -> Spelling:
        """Corrects typing mistakes against every word that the lexicons and the names know."""
        known: set[str] = set()
        for phrases in (self._cues, self._fields, self._filters, self._states):
            known |= phrases.vocabulary()
        known |= {
            w.folded
            for t in self._lexicon.terms.values()
            for text in (*t.words, *t.people, *t.ask)
            for w in words(text)
        }
        places = {w.folded for place in self._gazetteer.places for w in words(place.name)}
        known |= {word for word in self._known if is_french(word)}  # a word of the report may be misspelt too
        known |= self.stop | self.topics.vocabulary()
        no_mistakes = self.stop | self._known | self.topics.vocabulary() | ENGLISH | places | sequels().vocabulary()
        no_mistakes |= _listed("roles.txt")  # "mairesse" is no "m'adresse"
        no_mistakes |= Phrases("outside.toml").vocabulary()  # "resto" is no "reste"
        return Spelling(
            known - ENGLISH, no_mistakes, self._gazetteer_knows, lambda w: self.names.sounding(w) is not None
        )

    @cached_property
    def english_spelling(self) -> Spelling:
        """The same for an English message: only English words may be meant by a word that nothing knows."""
        services = {w.folded for t in self._lexicon.terms.values() for w in words(t.en)}
        inflected = {word + end for word in ENGLISH for end in ("s", "es", "d", "ed", "ing")}
        known = inflected | hinted_words() | _listed("english_words.txt")
        return Spelling(ENGLISH | services, known, self._french_knows, sms=False)

    def _french_knows(self, word: str) -> bool:
        return self.spelling.knows(word) or self._gazetteer_knows(word)

    def _gazetteer_knows(self, word: str) -> bool:
        return bool(self._gazetteer.named(word)) or any(s >= 0.86 for _, s in self._gazetteer.closest_names(word, 1))

    def service_name(self, code: str) -> str:
        """What a service is called."""
        return self._lexicon[code].name

    def names_somebody(self, heard: Heard) -> bool:
        """Whether a word that nothing claimed is the name of somebody in a document: "Allaire, c'est qui ?"."""
        left = [w for w in heard.message.words if w.folded in heard.left]
        typed = [heard.message.text[w.start : w.end] for w in left]
        return any(
            name[0].isupper()
            and not is_french(name)
            and (self.names.people.is_surname(w.folded) or w.folded in self.prose_words)
            for w, name in zip(left, typed, strict=True)
        )

    def read(self, text: str) -> str:
        """The message as it was meant, its typing mistakes corrected."""
        text = text.lower() if text.isupper() and " " in text.strip() else text  # capitals of every word name nothing
        text = _OR_MORE.sub(" ou plus", _SHARE.sub("quel pourcentage", spell_marks(text)))
        text = _NUMBERED.sub(self._spelt_number, _STUCK_SAINT.sub(self._parted_saint, text))
        if language(words(text)) == "en":
            return self.english_spelling.corrected(_CO_OPERATIVE.sub(r"\1-op\2", text))
        return self.spelling.corrected(_CO_OPERATIVE.sub(r"\1opérative\2", _COUNTY.sub("MRC", text)))

    def _parted_saint(self, stuck: re.Match[str]) -> str:
        """ "stbernard" is a saint where some place is called so."""
        name = f"saint{'e' if stuck['saint'].lower().endswith('e') else ''} {fold(stuck['name'])}"
        return f"{stuck['saint']}-{stuck['name']}" if self._gazetteer.named(name) else stuck.group()

    def _spelt_number(self, figure: re.Match[str]) -> str:
        """ "3 rivières" is Trois-Rivières: a number that some place's name begins with."""
        spelt = _NUMBERS[int(figure["number"]) - 2]
        return (
            f"{spelt}-{figure['name']}" if self._gazetteer.named(f"{spelt} {fold(figure['name'])}") else figure.group()
        )

    def hear(self, text: str) -> Heard:
        """Everything that the message holds. `text` is at most a few thousand characters; callers cut longer ones."""
        return self._once(text)

    def _hear(self, text: str) -> Heard:
        text = self.read(text)
        message = Message(text, words(text))
        cues = self._cues.hits(message)
        cues = tuple(hit for hit in cues if hit.code != "planned" or not own_plan(message, hit))
        extremes = tuple(hit for hit in cues if hit.code in ("most", "least"))
        cues = tuple(
            c for c in cues if c.code != "rank" or not any(_longer(e, c) for e in extremes)
        )  # "en tête de liste"
        named = tuple(n for n in self.names.find(message) if not any(_longer(e, n) for e in extremes))
        services = self._services(message)
        spoken = self.topics.hits(message)
        where = frozenset(h for h in spoken if h.code == "booking" and _seeks_without(message, h))
        booking = tuple(h for h in spoken if h.code == "booking" and h not in where)
        services = tuple(
            s for s in services if not any(b.first <= s.first and s.last <= b.last for b in booking)
        )  # "avec ou sans rendez-vous"
        filters = _longest(self._filters.hits(message))
        filters = tuple(h for h in filters if h.code != "recruiting" or not someone_seeks(message, h))
        cues, shunned = _without_shunned(message, cues)
        fields = tuple(h for h in _longest(self._fields.hits(message)) if h.first not in shunned)
        fields = tuple(f for f in fields if f.code != "services_text" or not any(_longer(s, f) for s in services))
        fields = tuple(f for f in fields if f.code != "phones" or not any(_longer(e, f) for e in extremes))
        fields = tuple(f for f in fields if f.code != "emails" or not _by_which_it_comes(message, f))
        fields = tuple(f for f in fields if f.code != "recruiting" or not someone_seeks(message, f))
        if any(f.code in ("services_text", "professionals") for f in fields):
            services = tuple(s for s in services if not _told_apart(message, s))
        others = [f for f in fields if f.code == "professionals"]  # "à part le médecin, qui travaille là ?"
        services = tuple(s for s in services if not any(f.first <= s.first and s.last < f.last for f in others))
        if services:
            filters = tuple(h for h in filters if h.first not in shunned)
        story = told_only(message)
        lack = own_lack(message) if any(h.code in _A_COOP and h.first not in story for h in cues) else frozenset()
        services, fields, filters = (
            tuple(h for h in hits if h.first not in lack) for hits in (services, fields, filters)
        )
        if any(f.first not in story for f in (*fields, *filters, *services)):  # "je suis résident en médecine. Qui…"
            services = tuple(h for h in services if h.first not in story)
        topics = tuple(h for h in _longest(spoken) if h.first not in shunned | lack)
        lives = tuple(h for h in topics if h.code in _OF_PEOPLE_TOO and of_peoples_life(message, h))
        lives += tuple(h for h in topics if services and h.code == "premises" and _inside_there(message, h))
        topics = tuple(h for h in topics if h not in lives and h not in where)
        topics = tuple(
            h for h in topics if not any(_longer(f, h) for f in (*fields, *services, *extremes))
        )  # "numéro sans frais"
        fields = tuple(f for f in fields if not any(t.code in _WITH_WHOSE and _longer(t, f) for t in topics))
        services = tuple(s for s in services if not any(t.code == "pay" and _longer(t, s) for t in topics))
        fields = tuple(f for f in fields if f.code != "services_text" or not any(_longer(t, f) for t in topics))
        counted = {f.last for f in fields if f.code in _COUNTED_FIELDS}  # "dossiers ouverts" asks for no opening hours
        topics = tuple(
            h
            for h in topics
            if h.first not in story | counted and not any(f.first < h.last and h.first <= f.last for f in filters)
        )
        places = self._places(message, (*services, *filters, *fields, *topics, *cues))
        ways = [n for n in named if n.how in ("street", "door")]  # "975, Mgr-de-Laval" is in no Laval
        places = tuple(p for p in places if not any(n.first <= p.first and p.last <= n.last for n in ways))
        filters, fields, topics = (_outside(hits, named, places) for hits in (filters, fields, topics))
        limits = conditions(message)
        taken = (*(f for f in filters if f.code != "recruiting"), *(s for s in services if s.code not in DOCTORS))
        of_columns = tuple(h for h in self._states.hits(message) if h.first not in lack)
        in_names = words_in_names(message)
        services, fields, topics, cues = (_apart(hits, in_names) for hits in (services, fields, topics, cues))
        places, named = _apart(places, in_names), _apart(named, in_names)
        limits = tuple(c for c in limits if not any(_of_every(message, h, c) for h in of_columns))
        counted_fields = tuple(f for f in fields if not any(f.first < c.last and c.first < f.last for c in limits))
        said_of_columns = in_names + states(message, of_columns, counted_fields, taken, self._passable(message, cues))
        filters = tuple(f for f in filters if not any(f.first < s.last and s.first < f.last for s in said_of_columns))
        topics = tuple(h for h in topics if not any(s.first <= h.first and h.last <= s.last for s in said_of_columns))
        cues = tuple(
            hit
            for hit in cues
            if hit.code != "count"
            or not _qualifies(hit, (*filters, *said_of_columns, *limits), message.words[hit.first].folded == "combien")
        )  # "on ignore le nombre de", "un nombre de membres entre 2 et 3"
        if any(hit.code == "singular" for hit in cues):  # "la coop a combien d'établissements ?": of one co-op
            of_sites = [h for h in topics if h.code == "sites"]
            cues = tuple(
                hit for hit in cues if hit.code != "plural" or not any(t.first <= hit.first < t.last for t in of_sites)
            )
        if not said_of_columns:  # "que des points d'interrogation": of no column, of all of them
            cues += tuple(Hit("gaps", h.first, h.last) for h in of_columns if h.code == "mark")
        if not topics and all(_wished(message, hit) for hit in fields):
            fields = ()
        around = radius(message)
        if around is not None:
            topics = tuple(
                h for h in topics if not (h.first < around[2] and around[1] < h.last)
            )  # "à une heure de route"
        claimed: set[int] = set()
        heard_things: tuple[Placed, ...] = (
            *services,
            *places,
            *named,
            *filters,
            *fields,
            *topics,
            *limits,
            *said_of_columns,
        )
        heard_things += tuple(h for h in of_columns if h.code == "column" or said_of_columns)
        for thing in heard_things:
            claimed.update(range(thing.first, thing.last))
        if around is not None:
            claimed.update(range(around[1], around[2]))
        claimed.update(i for hit in cues for i in range(hit.first, hit.last))
        content = tuple(dict.fromkeys(w.folded for i, w in enumerate(message.words) if not self._empty(message, i)))
        claimed |= shunned | story | lack | of_ones_role(message) | of_an_enquiry(message)
        claimed.update(i for h in lives for i in range(h.first, h.last))
        claimed |= self._dated(message) | denied_words(message, places)
        told = {hit.code for hit in cues}
        if told & _RECKONED:  # "celles qui ont le plus de membres, les trois premières"
            claimed.update(i for i, w in enumerate(message.words) if _THE_FIRST.fullmatch(w.folded))
        of_columns_of_many = bool(fields) and "plural" in told and bool(told & {"count", "list", "table"})
        of_columns_of_many = of_columns_of_many and not JOINED.search(message.folded)
        narrowed = bool(limits or filters or said_of_columns or services or places or of_columns_of_many)
        of_table = narrowed and not told & _OF_PROSE
        one = bool(named)  # of one co-op, what a verb asks is looked for in its row
        asks_a_list = bool(told & {"plural", "count"}) or (
            bool(told & {"list", "singular"}) and bool(services or filters)
        )
        reckoned = bool(told & (_RECKONED | {"nth"})) and any(
            f.code in _COUNTED_FIELDS | {"population"} for f in fields
        )
        verbs_apart = not one and ((of_table and asks_a_list) or (reckoned and not told & _OF_PROSE))
        of_the_table = not told & (_OF_PROSE | {"brochure"}) and (reckoned or bool(fields if one else of_table))
        left = tuple(
            w.folded
            for i, w in enumerate(message.words)
            if i not in claimed
            and w.folded in content
            and not (verbs_apart and asks_nothing(message, i, reckoned and _stands_as_verb(message, i, cues)))
            and not (of_the_table and is_idle(w.folded, message.words[i - 1].folded if i else ""))
        )
        return Heard(
            message,
            cues,
            fields,
            filters,
            said_of_columns,
            topics,
            services,
            places,
            named,
            limits,
            around[0] if around else None,
            content,
            tuple(dict.fromkeys(left)),
            self._unsure(message, services),
            _language(message, named, places),
        )

    def _dated(self, message: Message) -> set[int]:
        """The words of the date that the table bears ("novembre 2014"): they ask for nothing else."""
        found = (re.search(rf"(?<!\S){date}(?!\S)", message.folded) for date in self._dates)
        hits = (message.hit("date", match.start(), match.end()) for match in found if match)
        return {i for hit in hits if hit for i in range(hit.first, hit.last)}

    def _services(self, message: Message) -> tuple[Hit, ...]:
        """Services named; where one word may mean several ("psy"), one hit with all their codes ("a|b")."""
        meant: dict[tuple[int, int], list[str]] = {}
        mentions = outside_offices(message.text, self._lexicon.mentions(message.text, people=True))
        sure = {m.code for m in mentions if m.sure}
        for mention in mentions:
            inside = [i for i, w in enumerate(message.words) if w.start < mention.end and mention.start < w.end]
            if inside and not (mention.sure is False and self._is_field(message, inside[0])):
                codes = meant.setdefault((inside[0], inside[-1] + 1), [])
                codes.append(mention.code)
        meant = {place: self._named_beside(message, place, meant) or codes for place, codes in meant.items()}
        said_of_oneself = of_oneself(message, meant)
        if len(message.words) > max((last for _, last in said_of_oneself), default=len(message.words)):
            meant = {place: codes for place, codes in meant.items() if place not in said_of_oneself}
        told = told_of_people(message, meant)
        hits = []
        for (first, last), codes in meant.items():
            if (first, last) in told and len(meant) > len(told):
                continue  # "mon médecin me recommande une nutritionniste": who speaks, not what is looked for
            if any(m.code in codes for m in mentions if m.sure):  # "des tests sanguins, la coop qui pique"
                codes = [c for c in codes if c in sure]
            together = "|".join(c for c in codes if c not in sure)
            hits += [Hit(c, first, last) for c in codes if c in sure]
            if together:
                hits.append(Hit(together, first, last))
        return tuple(hits)

    def _named_beside(
        self, message: Message, place: tuple[int, int], meant: dict[tuple[int, int], list[str]]
    ) -> list[str]:
        """The codes of a service right beside one whose words its name holds: "apnée du sommeil dépistage" is one."""
        said = {w.folded for w in message.words[place[0] : place[1]]}
        for other, codes in meant.items():
            first, last = max(place[0], other[0]), min(place[1], other[1])
            if other == place or any(w.folded not in _JOINERS for w in message.words[last:first]):
                continue
            if any(said < {w.folded for w in words(self._lexicon[code].name)} for code in codes):
                return codes
        return []

    def _passable(self, message: Message, cues: tuple[Hit, ...]) -> frozenset[int]:
        """The words that may stand between a column and what is said of it: small ones, and "le nombre de"."""
        counting = {i for hit in cues if hit.code == "count" for i in range(hit.first, hit.last)}
        return frozenset(counting | {i for i, w in enumerate(message.words) if w.folded in self.stop})

    def _empty(self, message: Message, index: int) -> bool:
        """Whether a word has no subject of its own: grammar, a number, or a verb that stands by its subject."""
        word = message.words[index].folded
        if word in self.stop or len(word) < 2 or word.isdigit():
            return True
        before = message.words[index - 1].folded if index else ""
        after = message.words[index + 1].folded if index + 1 < len(message.words) else ""
        return bool(_VERB.search(word)) and (before in _SUBJECTS or after in _PRONOUNS)

    def _unsure(self, message: Message, services: tuple[Hit, ...]) -> frozenset[str]:
        if not services:
            return frozenset()
        sure = {m.code for m in self._lexicon.mentions(message.text, people=True) if m.sure}
        return frozenset(h.code for h in services if h.code not in sure)

    def _is_field(self, message: Message, first: int) -> bool:
        """ "médecins" that are counted, recruited or compared are a column of the table, not a wish."""
        before = " ".join(w.folded for w in message.words[max(0, first - 4) : first])
        after = message.words[first + 1] if first + 1 < len(message.words) else None
        titled = (
            message.words[first].folded in ("docteur", "dr", "dre", "doctor")
            and after is not None
            and message.text[after.start].isupper()
        )
        return bool(_COUNTED.search(before)) or titled  # "le docteur Gélinas" is somebody

    def _places(self, message: Message, heard: tuple[Hit, ...]) -> tuple[HeardPlace, ...]:
        mentions = list(self._gazetteer.mentions(message.text))
        for mention in self._gazetteer.misspelt(message.text, self.spelling.knows, self._towns_of_coops):
            said = [i for i, w in enumerate(message.words) if w.start < mention.end and mention.start < w.end]
            if any(h.first <= i < h.last for h in heard for i in said):
                continue  # "dans le coin de l'Outaouais" is no Collines-de-l'Outaouais misspelt
            if all(m.end <= mention.start or mention.end <= m.start or _within(m, mention) for m in mentions):
                mentions = [m for m in mentions if not _within(m, mention)]
                mentions.append(mention)
        found = []
        for mention in sorted(mentions, key=lambda m: m.start):
            inside = [i for i, w in enumerate(message.words) if w.start < mention.end and mention.start < w.end]
            if not inside:
                continue
            first, last = inside[0], inside[-1] + 1
            lead = " ".join(w.folded for w in message.words[max(0, first - 4) : first])
            if _IN_WHAT_PART.search(lead) and any(p.kind is PlaceKind.PROVINCE for p in mention.places):
                continue  # "c'est dans quel coin du Québec ?": the part of it is asked
            if _POSSESSED.search(lead) and mention.words.islower():
                continue  # "ma grand-mère" is no town
            if not mention.exact and not (_PLACED.search(lead) or last - first > 1) and len(message.words) > 5:
                continue
            found.append(HeardPlace(mention, first, last, lead))
        return tuple(found)


def _apart(hits: tuple[_Thing, ...], others: tuple[Placed, ...]) -> tuple[_Thing, ...]:
    """The hits that share no word with any of these."""
    return tuple(h for h in hits if not any(o.first < h.last and h.first < o.last for o in others))


def _listed(name: str) -> frozenset[str]:
    """The words of a list of the lexicon, folded."""
    text = files("assistant").joinpath("lexicon").joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word.folded for line in lines for word in words(line))


def _within(short: PlaceMention, long: PlaceMention) -> bool:
    return long.start <= short.start and short.end <= long.end and short.end - short.start < long.end - long.start


def _outside(hits: tuple[Hit, ...], named: tuple[Named, ...], places: tuple[HeardPlace, ...]) -> tuple[Hit, ...]:
    """Hits that are no part of a name ("Ferme-Neuve" speaks of no closing hour); one may be said around a name."""
    taken = [(n.first, n.last) for n in named if n.how in ("name", "part", "person", "street", "door")]
    taken += [(p.first, p.last) for p in places if p.mention.exact]

    def cut(hit: Hit, first: int, last: int) -> bool:
        around = hit.first < first and last < hit.last  # "what does the Aylmer co-op offer"
        return first < hit.last and hit.first < last and not around

    return tuple(hit for hit in hits if not any(cut(hit, *name) for name in taken))


def _without_shunned(message: Message, cues: tuple[Hit, ...]) -> tuple[tuple[Hit, ...], frozenset[int]]:
    """The cues without the plans that the message wants left aside ("pas en projet"), and the words of those."""
    kept, shunned = [], set[int]()
    for hit in cues:
        before = " ".join(w.folded for w in message.words[: hit.first])
        behind = " ".join(w.folded for w in message.words[hit.last :])
        shuns = _SHUNS.search(before) if hit.code == "planned" else None
        shunned_behind = _SHUNNED.match(behind) if hit.code == "planned" else None
        if shunned_behind is not None:
            shunned.update(range(hit.first, hit.last + len(shunned_behind.group().split())))
        elif shuns is None:
            kept.append(hit)
        else:
            shunned.update(range(before[: shuns.start()].count(" "), hit.last))
    return tuple(kept), frozenset(shunned)


def _qualifies(hit: Hit, longer: tuple[Placed, ...], asks: bool = False) -> bool:
    """Whether a hit is a part of one of these, or the "nombre de" right before it; "combien" before it `asks`."""
    inside = any(other.first <= hit.first and hit.last in range(other.first, other.last + 1) for other in longer)
    return inside or (not asks and any(hit.last == other.first for other in longer))


def _stands_as_verb(message: Message, index: int, cues: tuple[Hit, ...]) -> bool:
    """Whether a word stands where a ranking has its verb: "laquelle brasse le plus de dossiers"."""
    before = message.words[index - 1].folded if index else ""
    return bool(_WHO.match(before)) and any(h.first == index + 1 and h.code in _RECKONED for h in cues)


def _longer(longer: Hit, hit: Placed) -> bool:
    """Whether a hit stands inside a longer one."""
    return longer.first <= hit.first and hit.last <= longer.last and longer.last - longer.first > hit.last - hit.first


def _inside_there(message: Message, hit: Hit) -> bool:
    """ "un défibrillateur dans leurs locaux": at the co-op, whatever its premises are."""
    before = [word.folded for word in message.words[max(0, hit.first - 2) : hit.first]]
    return before[:1] == ["dans"] and before[1:] in (["leurs"], ["ses"], ["vos"], ["nos"])


def _told_apart(message: Message, hit: Hit) -> bool:
    """ "les spécialités offertes en plus de la médecine familiale": what else there is, is what is asked."""
    return _BESIDES.search(" ".join(word.folded for word in message.words[: hit.first])) is not None


_BESIDES = re.compile(
    r"(?<!\S)(?:en plus|a part|mis a part|outre|hormis|au dela|en dehors|a cote|en sus|autres?(?: \w+)? qu\w*|besides"
    r"|other than|apart from|in addition to)(?: (?:de|d|du|des|la|le|l|les|que|the|simple|seule|regular))*$"
)


def _by_which_it_comes(message: Message, hit: Hit) -> bool:
    """ "recevoir l'infolettre par courriel": how something comes, no address that is asked."""
    before = " ".join(word.folded for word in message.words[: hit.first])
    return _RECEIVED.search(before) is not None


_RECEIVED = re.compile(
    r"(?<!\S)(?:recevoir|recoi\w+|recu\w*|abonn\w+|inscri\w+|diffus\w+"
    r"|(?:m|nous|lui|leur|les) envo\w+|receive|get|sent)(?!\S)(?: \w+){0,12} (?:par|via|by)$"
)


def _wished(message: Message, hit: Hit) -> bool:
    """ "un médecin à Sherbrooke", "une coop avec des médecins": it is looked for, no column of a co-op is asked."""
    if hit.code not in ("doctors", "family_doctors") or not hit.first:
        return False
    if _WITH_SOME.search(" ".join(word.folded for word in message.words[max(0, hit.first - 4) : hit.first])):
        return True
    one = message.words[hit.first - 1].folded in ("un", "une")
    return one and bool(_SOMEWHERE.match(" ".join(word.folded for word in message.words[hit.last :])))


_WITH_SOME = re.compile(r"(?:^| )(?:avec|ayant|with|having)(?: (?:des|un|une|plusieurs|au moins un|a|some))?$")
_SOMEWHERE = re.compile(
    r"(?:a|au|aux|pres|proche|autour|vers|dans) (?!(?:de )?(?:la|cette) (?:coop|cooperative|clinique)(?!\S))"
)
_PLACED = re.compile(
    r"(?:^| )(?:a|au|aux|de|d|du|des|pres|proche|autour|vers|dans|en|in|near|around|at|of|entre|et|region"
    r"|secteur|ville|coop|clinique|sante)(?: l| la| le| les)?$"
)


def _seeks_without(message: Message, hit: Hit) -> bool:
    """ "où peut-on aller sans rendez-vous ?": such a co-op is sought; of one told, how one is seen there is asked."""
    said = [w.folded for w in message.words]
    before, behind = " ".join(said[: hit.first]), " ".join(said[hit.last :])
    without = " ".join(said[hit.first : hit.last]).endswith(" sans rendez vous") and said[hit.last - 4] != "ou"
    return without and bool(_WHERE_TO.search(before) or _TO_A_PLACE.match(behind))


_WHERE_TO = re.compile(
    r"(?<!\S)(?:ou|where|quel(?:le)?s? (?:coops?|cooperatives?|cliniques?|places?|endroits?|villes?)(?: \w+){0,6}?"
    r"|(?:une?|des|les|celles?)(?: \w+){0,3} (?:que|qu)|laquelle|lesquelles)"
    r"(?: (?:est ce|c est|ca|c|que|qu|l on|l|donc|tu|je|on|nous))*$"
)
_TO_A_PLACE = re.compile(r"(?:a|au|aux|en|dans|sur|pres|proche|autour|vers|du cote|in|near)(?!\S)")
_IN_WHAT_PART = re.compile(
    r"(?:^| )(?:quels?|quelles?|what|which) (?:coins?|bouts?|bouttes?|secteurs?|regions?|villes?|villages?|parties?"
    r"|places?"
    r"|endroits?|parts?) (?:du|de|d|of)$"
)
_POSSESSED = re.compile(r"(?:^| )(?:ma|mon|mes|ta|ton|tes|sa|son|ses|notre|nos|votre|vos|leurs?|une?)$")
_VERB = re.compile(r"(?:ent|ez|ons|er|ait|aient|era|eront|tu|t)$")
_PRONOUNS = frozenset("t elle elles il ils on".split())
_SUBJECTS = frozenset(
    (
        "federation fqcs documents rapport brochure tableau coops cooperatives cliniques coop cooperative clinique "
        "qui elles ils elle il on celles lesquelles ca je j vous"
    ).split()
)

_A_COOP = frozenset({"singular", "plural", "near", "nearest"})  # a co-op is looked for
_SHUNS = re.compile(
    r"(?<!\S)(?:(?:pas|non|ni|not)(?: (?:en|a|au|dans|stade|de|d|un|une|des|la|le|l|les|leurs?|ses|celles|ceux"
    r"|celui|ont|me|nous|ou|c|qui|que|ne|font|sont|est|etre|juste|seulement|simplement|uniquement|encore|seules?|only|just))*"
    r"|(?:exclu\w*|sauf|excepte|hormis|sans (?:compter|inclure|considerer)|oubli\w*|ignor\w*|ecart\w*|elimin\w*"
    r"|laiss\w*|except|excluding)(?: (?!mais|but|pis)\w+){0,6}"
    r"|(?:sans|without)(?: (?:les|la|le|l|celles|ceux|qui|que|ne|font|sont|the|those))*)$"
)
# "projets exclus", "les futures mises de côté": wanted aside, said behind.
_SHUNNED = re.compile(
    r"(?:(?:sont|etant|sera|seront) )?(?:exclu\w*|excepte\w*|ecarte\w*|ignore\w*|oublie\w*|non (?:compris|inclus)\w*"
    r"|(?:mise?s? )?(?:a part|de cote)|excluded)(?!\S)"
)
_JOINERS = frozenset("de d du des l la le les".split())
_OF_PEOPLE_TOO = frozenset({"sites", "retirement"})  # topics whose words are said of people's lives as well
_OF_PROSE = frozenset({"federation", "report", "network"})
_STUCK_SAINT = re.compile(r"\b(?P<saint>s(?:ain)?te?)(?P<name>[^\W\d_]{5,})", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<![\w/-])(?P<number>[2-9])[ -]?(?P<name>[^\W\d_]{3,}s)\b", re.IGNORECASE)
_NUMBERS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
_CO_OPERATIVE = re.compile(r"\b(co)[- ]op[ée]rative(s?)\b", re.IGNORECASE)  # as the lexicons write it
_COUNTY = re.compile(r"\bmunicipalit[ée](?P<many>s?) r[ée]gionales?(?P=many) de comt[ée]s?\b", re.IGNORECASE)
_WHO = re.compile(r"(?:qui|laquelle|lesquelles|celles?|coops?|cooperatives?|cliniques?|regions?|elles?|on)$")
_RECKONED = frozenset({"most", "least", "rank"})
_THE_FIRST = re.compile(r"premi(?:er|ere)s?")
_AT_LEAST_ONE = re.compile(r"(?<!\S)(?:toutes|chaque|chacune|every|each|all)(?!\S)(?:.*(?<!\S)(?:un|une|a|an|one))?")


def _of_every(message: Message, state: Hit, limit: Condition) -> bool:
    """ "ont-elles toutes au moins un médecin ?": those that lack it are looked for, none with one at least."""
    said = " ".join(w.folded for w in message.words[state.first : state.last])
    if state.code != "lacking" or limit.number != 1:
        return False
    if state.last == limit.first:  # "n'ont pas au moins un médecin"
        return limit.comparison is Comparison.AT_LEAST
    return state.first < limit.last and limit.first < state.last and _AT_LEAST_ONE.search(said) is not None


_WITH_WHOSE = ("booking_online", "pay")  # topics whose words say of whom or how: "un médecin gagne combien" counts none
_COUNTED_FIELDS = frozenset({"files", "members", "doctors", "family_doctors"})
_SHARE = re.compile(r"\bquel(?:le)?s? ?%", re.IGNORECASE)  # "quel % de coops"
_OR_MORE = re.compile(r"(?<=\d) ?\+(?= )| (?:ou|et) ?\+(?!\w)")  # "3+ médecins", "10 ou +"
_COUNTED = re.compile(
    r"(?:combien de|nombre de|plus de|moins de|(?:plus|moins) besoin de|\d+|aucun|sans|pas de|recrut\w*(?: des| un)?"
    r"|cherch\w+ (?:des|encore)|les|leurs?|how many|manque de)$"
)


def _longest(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Hits without those that lie inside a longer one."""
    return tuple(
        h
        for h in hits
        if not any(
            (o.first <= h.first and h.last <= o.last and (o.last - o.first) > (h.last - h.first))
            for o in hits
            if o != h
        )
    )


def _language(message: Message, named: tuple[Named, ...], places: tuple[HeardPlace, ...]) -> str:
    """The language of the words that are no name: "Coopérative de santé de …" speaks French in every language."""
    names: set[int] = set()
    for first, last in [(n.first, n.last) for n in named] + [(p.first, p.last) for p in places]:
        while first > 0 and message.words[first - 1].folded in FRAME:
            first -= 1
        names.update(range(first, last))
    return language(word for i, word in enumerate(message.words) if i not in names)
