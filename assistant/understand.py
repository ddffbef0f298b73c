"""Decides what a message asks: from what was heard to one self-contained `Question`.

The order of `_decide` is the policy: named co-ops first, then numbers over the table, then lists, then prose. Words that
nothing claimed are never ignored: they are carried in the question, and the answerers must find them in a document or
say that the documents don't hold them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.conversation import Conversation
from assistant.follow_up import edit
from assistant.hearing import Ear, Heard, HeardPlace
from assistant.naming import Named
from assistant.phrases import Message, Phrases
from assistant.question import Question, Task
from assistant.topics import SpeaksOf
from index.areas import InArea, Serves
from index.cells import best_segment, stem
from index.criteria import Comparison, DialsFrom, IsForm, Mentions, Number, OneOf, Recruits, Says
from index.criterion import Criterion, Truth
from index.directory import Directory
from index.places import Gazetteer, Place, PlaceKind
from ingest.entry import State
from ingest.french import key, words
from ingest.services import Lexicon

LONGEST = 2000  # characters: beyond, a message is read up to here and the reply says so

LONGEST_RANKING = 20  # co-ops in a ranking where no number was asked for
MEASURES = ("family_doctors", "doctors", "members", "files", "waiting", "population", "recruiting")
_FILTERS: dict[str, tuple[Criterion, ...]] = {
    "no_phone": (Says("phones", (State.UNSAID, State.NONE)),),
    "no_postal_code": (Says("postal_code", (State.UNSAID, State.NONE)),),
    "no_email": (Says("emails", (State.UNSAID, State.NONE)),),
    "no_website": (Says("websites", (State.UNSAID, State.NONE)),),
    "no_contact": (Says("contact", (State.UNSAID, State.NONE)),),
    "phone": (Says("phones", (State.STATED,)),),
    "email": (Says("emails", (State.STATED,)),),
    "website": (Says("websites", (State.STATED,)),),
    "no_doctor": (Says("doctors_text", (State.NONE,)),),
    "unknown_doctors": (Says("doctors_text", (State.UNSAID,)),),
    "unknown_members": (Says("membership_text", (State.UNSAID,)),),
    "unknown_services": (Says("services_text", (State.UNSAID,)),),
    "recruiting": (Recruits(),),
    "not_recruiting": (Says("recruiting_text", (State.NONE,)),),
    "starting": (IsForm("status", "starting"),),
    "coming": (IsForm("status", "planned"),),
    "active": (IsForm("status", "active"),),
    "gmf": (Says("gmf", (State.STATED,)),),
    "work_coop": (IsForm("legal_form", "coopérative de travailleurs"),),
    "consumer_coop": (IsForm("legal_form", "coopérative de consommateurs"),),
    "waiting": (Number("waiting", Comparison.MORE, 0),),
    "no_service": (Mentions("aucun service medical", ("services_text",)),),
}
# A place right behind these words is where one looks from, not where the co-op must be.
_AROUND = re.compile(r"(?:pres|proches?|autour|environs|alentours|coin|bout|cote|loin|proximite|parages|vers|voisin\w*|nord|sud|est|ouest|north|south|east|west|near|around|close|km|kilometres?|rayon|pres de|minutes?|far|next|vicinity|miles?)(?: (?:de|du|des|d|la|le|l|to|of|from|the|in))*$")  # fmt: skip
_ANY_COOP = re.compile(r"(?:(?:une|aucune|n importe quelle|quelle)(?: autre)? (?:coop\w*|clinique\w*)(?: de sante| medicale| de solidarite)?(?: (?:a|au|aux|en|dans|de|du|d|pres|proche|sur|la|le|l))*|any|(?:is|are) there an?) (?:health )?(?:co op|coop|cooperative|clinic)(?: (?:in|at|of|the))*$")
_BETWEEN = re.compile(r"(?:entre)(?: \S+){0,4}$")


class Understanding:
    """Reads messages over one directory."""

    def __init__(self, directory: Directory, lexicon: Lexicon, other_words: frozenset[str] = frozenset()) -> None:
        self.directory = directory
        self.gazetteer: Gazetteer = directory.gazetteer
        self.lexicon = lexicon
        self.ear = Ear(directory, lexicon, self.gazetteer, other_words)
        self._safety = Phrases("safety.toml")
        self._social = Phrases("social.toml")
        self._sources = Phrases("sources.toml")

    def understand(self, text: str, conversation: Conversation) -> Question:
        """The question that `text` asks at this point of the conversation. Never raises on what people type."""
        cut = text[:LONGEST]
        message = Message(cut, words(cut))
        if not any(len(w.folded) > 1 or w.folded.isdigit() for w in message.words):
            return Question(text, Task.EMPTY)
        heard = self.ear.hear(cut)
        alone = self._alone(cut, heard, message)
        if not heard.language and conversation.last is not None:
            alone = replace(alone, language=conversation.last.question.language)
        if alone.task in (Task.EMERGENCY, Task.SOCIAL, Task.ADVICE):
            return alone
        last = conversation.last
        if last is not None and last.question.task is not Task.EMERGENCY:
            edited = edit(conversation, heard, alone, self)
            if edited is not None:
                return edited
        return alone

    # -- a message by itself -------------------------------------------------------------------------------------

    def _alone(self, text: str, heard: Heard, message: Message) -> Question:
        base = Question(text, Task.PROSE, language=heard.language or "fr", content=heard.content, unsaid_words=heard.left)
        safety = {h.code for h in self._safety.hits(message)}
        if "emergency" in safety and self._seeks(heard) and _PAST.search(heard.message.folded):
            safety -= {"emergency"}  # "un AVC l'an passé, je cherche un physio": told, not happening
        if safety & {"suicide", "emergency"}:
            return replace(base, task=Task.EMERGENCY, topic="suicide" if "suicide" in safety else "emergency")
        social = self._social.hits(message)
        if social and self._only(heard, message, social):
            kinds = {h.code for h in social}
            topic = next(k for k in ("help", "greeting", "bye", "thanks") if k in kinds)
            return replace(base, task=Task.SOCIAL, topic=topic)
        if "advice" in safety and not heard.named and not self._seeks(heard):
            return replace(base, task=Task.ADVICE)
        sources = self._sources.hits(message)
        if any(h.code == "membership" for h in sources) and heard.named and not heard.services:
            subject = self._subject(heard)
            return replace(base, task=Task.SOURCES, topic="membership", subjects=subject.positions if subject else ())
        if sources and not heard.services and not any(n.sure for n in heard.named):
            order = ("anomalies", "entries", "membership", "publisher", "dates", "documents")
            codes = {h.code for h in sources}
            return replace(base, task=Task.SOURCES, topic=next(k for k in order if k in codes), period=self._period(heard))  # fmt: skip
        return self._decide(base, heard)

    @staticmethod
    def _seeks(heard: Heard) -> bool:
        """Whether a service is looked for, whatever else is told ("j'ai mal au dos, un physio à Gatineau ?")."""
        folded = heard.message.folded
        wants = re.search(r"(?<!\S)(?:cherche\w*|besoin|ou (?:puis|est|trouver|aller|je|on)|quelles? (?:coops?|cooperatives?|cliniques?)|trouver|looking|need|near|where)(?!\S)", folded)  # fmt: skip
        return bool(heard.services) and bool(wants or heard.places or heard.cue("near", "nearest", "plural"))

    def _only(self, heard: Heard, message: Message, social: tuple[object, ...]) -> bool:
        """Whether nothing but politeness was said."""
        spoken = {i for h in social for i in range(h.first, h.last)}  # type: ignore[attr-defined]
        rest = [w.folded for i, w in enumerate(message.words) if i not in spoken and w.folded not in self.ear.stop]
        return not rest and not heard.services and not heard.places and not heard.filters

    def _decide(self, base: Question, heard: Heard) -> Question:
        rivals = self._rivals(heard)
        if rivals:
            return self._of_rivals(base, heard, rivals)
        subject = self._subject(heard)
        where = self._where(base, heard, subject)
        question = replace(where, period=self._period(heard))
        located = question.place is not None or question.areas or question.regions
        if question.period == "both" and subject is None:
            return _of_prose(replace(question, place=None, areas=(), regions=()), heard)
        if subject is None and heard.cue("federation", "network") and self._counted(heard) not in ("", "entries") and not located_words(question):
            return _of_prose(question, heard)
        federation = heard.cue("federation", "report") or (heard.cue("brochure") and not heard.services and not located)
        if subject is not None and not self._wants_many(heard, subject):
            return self._of_subject(question, heard, subject)
        missing = self._missing_coop(question, heard)
        if missing is not None:
            return missing
        if federation and not heard.conditions and not heard.filters and not (heard.services and heard.cue("plural")) and not question.regions:  # fmt: skip
            return _of_prose(question, heard)
        if subject is None and self._about_another_time(question, heard):
            return _of_prose(question, heard)
        local = self._of_local_words(question, heard)
        return local if local is not None else self._of_table(question, heard)

    def _about_another_time(self, question: Question, heard: Heard) -> bool:
        """The table is of one year: a count or a total of another one is not in it."""
        years = set(re.findall(r"(?<!\S)(?:19|20)\d\d(?!\S)", heard.message.folded))
        table_year = self.directory.entries[0].span.document.year if self.directory.entries else ""
        numeric = heard.cue("count", "total", "mean", "median")
        if question.period == "2014" and numeric and not located_words(question):
            return any(c in heard.service_codes for c in (self._counted(heard),)) or bool(heard.cue("brochure"))
        return bool(years) and not any(y in table_year for y in years) and bool(numeric) and not heard.topics

    def _of_local_words(self, question: Question, heard: Heard) -> Question | None:
        """Words that only a cell of a co-op of the place named holds: the question is about that co-op."""
        sure = [c for c in heard.service_codes if c not in heard.unsure and c != self._counted(heard)]
        if question.place is None or not question.strict or sure or not (heard.left or heard.topics or heard.cue("count")):
            return None
        inside = [s.entry for s in self.directory.sites if InArea(question.place).judge(s, self.gazetteer).truth is Truth.YES]  # fmt: skip
        counted = self._counted(heard)
        if len(inside) == 1 and counted and not heard.cue("plural") and (counted in MEASURES or counted in heard.service_codes):
            one = Named((inside[0].position,), 0, 0, "place")
            return self._of_subject(replace(question, place=None, strict=False), heard, one)
        asked = tuple(w for w in heard.left)
        holding = [e.position for e in inside if asked and best_segment(e, asked)[0] >= 0.6]
        if not holding and len(inside) == 1 and heard.topics and not heard.cue("plural"):
            holding = [inside[0].position]
        if len(holding) != 1:
            return None
        return replace(question, task=Task.TOPIC, subjects=tuple(holding), topic=" ".join(heard.topic_codes), place=None)

    def _missing_coop(self, question: Question, heard: Heard) -> Question | None:
        """ "le numéro de la coop de Trois-Pistoles", where no co-op is named so nor stands there."""
        if not set(heard.field_codes) & _OF_ONE or heard.services or heard.cue("plural", "near", "nearest"):
            return None
        for place in heard.places:
            if self._headed(heard, place.first, place.last) and not place.mention.places[0].kind.is_area:
                return replace(question, task=Task.UNKNOWN_ENTRY, place=place.mention.places[0], fields=heard.field_codes)
        return None

    # -- several co-ops against each other -----------------------------------------------------------------------

    def _rivals(self, heard: Heard) -> tuple[int, ...]:
        """ "Thurso ou Acton Vale", "plus que Val-Morin", "Saint-Bernard et Gatineau": each name or town of one co-op."""
        folded = heard.message.folded
        if not (heard.cue("compare", "most", "least") or re.search(r"(?<!\S)(?:ou|et|or|and|que|contre)(?!\S)", folded)):
            return ()
        if heard.cue("near", "nearest", "plural") or not (heard.fields or heard.services or heard.cue("compare")):
            return ()
        found: list[int] = []
        spans = [(n.first, n.last, n.positions) for n in heard.named if n.sure or n.how == "name"]
        for place in heard.places:
            if not place.mention.places[0].kind.is_area and not any(a < place.last and place.first < b for a, b, _ in spans):
                spans.append((place.first, place.last, self._located(place)))
        for _, _, positions in sorted(spans):
            if len(positions) != 1:
                return ()
            found.append(positions[0])
        return tuple(dict.fromkeys(found)) if len(set(found)) > 1 else ()

    def _of_rivals(self, base: Question, heard: Heard, rivals: tuple[int, ...]) -> Question:
        measure = self._measure(heard)
        question = replace(base, subjects=rivals, period=self._period(heard))
        if measure and (heard.cue("compare", "most", "least") or re.search(r"(?<!\S)(?:plus|moins|more|fewer|less)(?!\S)", heard.message.folded)):  # fmt: skip
            least = heard.cue("least") or bool(re.search(r"(?<!\S)(?:moins|fewer|less)(?!\S)", heard.message.folded))
            return replace(question, task=Task.RANK, subjects=(), scope=rivals, measure=measure, descending=not least, limit=len(rivals))  # fmt: skip
        services = self._meant_as_services(heard, heard.field_codes)
        if services and not set(heard.field_codes) & _CONTACT:
            return replace(question, task=Task.OFFER, services=services)
        fields = _tidy(tuple(f for f in heard.field_codes if f != "card"))
        return replace(question, task=Task.FIELDS, fields=fields) if fields else replace(question, task=Task.CARD)

    # -- which co-op ---------------------------------------------------------------------------------------------

    def _subject(self, heard: Heard) -> Named | None:
        """The co-ops that the message is about, None where it is about the table or the prose."""
        sure = [n for n in heard.named if self._is_subject(heard, n)]
        if len(sure) == 1 and not sure[0].sure:
            sure = [self._with_neighbours(heard, sure[0])]
        if sure:
            positions = tuple(dict.fromkeys(p for n in sure for p in n.positions))
            several = len(sure) > 1
            return Named(positions, sure[0].first, sure[-1].last, "several" if several else sure[0].how, all(n.sure for n in sure))  # fmt: skip
        for heard_place in heard.places:
            headed = self._headed(heard, heard_place.first, heard_place.last)
            singular = headed and not _AROUND.search(heard_place.lead)
            asks = bool(set(heard.field_codes) & _OF_ONE or heard.topics) and not heard.cue("plural", "near", "nearest")
            if not (singular or asks) or (set(self._services_wanted(heard)) - heard.unsure and not singular) or heard_place.mention.places[0].kind.is_area:
                continue
            if asks and not singular and not self._fields_of_one(heard):
                continue
            if not self._asks_something(heard) and re.search(r"(?:^| )(?:a|au|aux|in|at)$", heard_place.lead):
                continue  # "une coop à Sherbrooke": which ones are there
            located = self._located(heard_place)
            if located:
                others = self._other_towns(heard, heard_place) if len(located) == 1 else ()
                if others:
                    return Named((*located, *others), heard_place.first, heard.places[-1].last, "several", True)
                return Named(located, heard_place.first, heard_place.last, "place", len(located) == 1)
        return None

    def _other_towns(self, heard: Heard, first: HeardPlace) -> tuple[int, ...]:
        """Further towns of one co-op each: "les médecins à Pierreville et à Thurso"."""
        found = []
        for place in heard.places:
            if place.first > first.first and not _AROUND.search(place.lead):
                located = self._located(place)
                if len(located) != 1:
                    return ()
                found.append(located[0])
        return tuple(p for p in dict.fromkeys(found) if p not in self._located(first))

    def _headed(self, heard: Heard, first: int, last: int) -> bool:
        """Whether words are named as one co-op: neither "is there a co-op in …" nor a wished "walk-in clinic in …" is."""
        said = heard.message.words
        if _ANY_COOP.search(" ".join(w.folded for w in said[max(0, first - 8) : first])):
            return False
        wished = any(s.last <= first <= s.last + 3 and "clinic" in (said[s.last - 1].folded, said[s.last].folded) for s in heard.services)  # fmt: skip
        return not wished and self.ear.names.headed(heard.message, first, last)

    def _with_neighbours(self, heard: Heard, named: Named) -> Named:
        """A part of a name that is also a town names every co-op of that town as well ("la coop de Sherbrooke")."""
        for place in heard.places:
            if place.first < named.last and named.first < place.last and named.how in ("name", "part"):
                both = tuple(sorted({*named.positions, *self._in_town(place)}))
                return replace(named, positions=both)
        return named

    def _in_town(self, heard_place: HeardPlace) -> tuple[int, ...]:
        place = heard_place.mention.places[0]
        return tuple(s.entry.position for s in self.directory.sites if s.place is not None and s.place.key == place.key)

    def _is_subject(self, heard: Heard, named: Named) -> bool:
        """A name that is also a place is a co-op behind "la coop de", or where a field of one co-op is asked."""
        if named.how in ("person", "phone", "e-mail", "number", "street"):
            return True
        place = next((p for p in heard.places if p.first < named.last and named.first < p.last), None)
        if place is None:
            return True
        longer = place.last - place.first > named.last - named.first
        if not named.sure and longer and not (named.how == "name" and len(named.positions) == 1):
            return False  # "lac Saint-Jean" is that place, not a part of a name
        if heard.cue("compare"):
            return True
        if not self._asks_something(heard) and re.search(r"(?:^| )(?:a|au|aux|in|at)$", place.lead):
            return False  # "une coop à Gatineau": which ones are there
        if _AROUND.search(place.lead) or heard.cue("near", "nearest"):
            return False
        if self._headed(heard, named.first, named.last):
            return True
        if heard.cue("plural"):
            return False
        kind = place.mention.places[0].kind
        if kind.is_area and named.last - named.first <= place.last - place.first:
            return bool(heard.fields) and self._fields_of_one(heard)
        if self._services_wanted(heard):  # "Villeray offre-t-elle…" names the co-op, "à Villeray" a place
            return bool(heard.cue("yes_no", "why")) and not re.search(r"(?:^| )(?:a|au|aux|dans|en|in|at)$", place.lead)
        return self._fields_of_one(heard)

    @staticmethod
    def _asks_something(heard: Heard) -> bool:
        return bool(heard.fields or heard.services or heard.topics or heard.left or heard.filters or heard.conditions)

    @staticmethod
    def _fields_of_one(heard: Heard) -> bool:
        return bool((set(heard.field_codes) & _OF_ONE) or heard.topics) and not heard.cue("most", "least", "mean", "total")

    def _located(self, heard_place: HeardPlace) -> tuple[int, ...]:
        """Entries named after a place, printed in it or located in it, for the first reading of the place that has any."""
        typed = key(heard_place.mention.words)
        printed = tuple(e.position for e in self.directory.entries if key(e.municipality.value or "") == typed)
        if printed:
            return tuple(sorted({*printed, *self.ear.names.named_after(heard_place.mention.words)}))
        for place in heard_place.mention.places:
            named = [p for p in self.ear.names.named_after(place.name)]
            if named:
                return tuple(named)
            inside = tuple(s.entry.position for s in self.directory.sites if InArea(place).judge(s, self.gazetteer).truth is Truth.YES)  # fmt: skip
            if inside:
                return inside
        return ()

    def _wants_many(self, heard: Heard, subject: Named) -> bool:
        """Whether, a name notwithstanding, the table as a whole is asked."""
        if subject.how in ("person", "phone", "e-mail", "number", "street"):
            return False
        return bool(heard.cue("most", "least") and heard.cue("plural") and not heard.cue("compare"))

    # -- where ---------------------------------------------------------------------------------------------------

    def _where(self, base: Question, heard: Heard, subject: Named | None) -> Question:
        question = base
        numbered = re.search(r"region(?: (?:numero|no|administrative))? (\d{1,2})(?: |$)", heard.message.folded)
        if numbered and 1 <= int(numbered.group(1)) <= 17:
            question = replace(question, regions=(int(numbered.group(1)),))
        between: list[Place] = []
        for heard_place in heard.places:
            if subject is not None and heard_place.first < subject.last and subject.first < heard_place.last:
                continue
            question = self._add_place(question, heard, heard_place, between)
        if len(between) == 2:
            question = replace(question, place=_middle(*between), strict=False)
        if heard.radius_km is not None and question.place is not None:
            question = replace(question, radius_km=heard.radius_km, strict=False)
        if heard.cue("nearest") and question.place is not None:
            question = replace(question, limit=self._limit(heard) or 1, strict=False)
        if question.place is None and not question.areas and not question.regions and subject is None:
            unknown = self._unknown_place(heard)
            if unknown:
                question = replace(question, topic=unknown, task=Task.UNKNOWN_PLACE)
        return question

    def _add_place(self, question: Question, heard: Heard, heard_place: HeardPlace, between: list[Place]) -> Question:
        mention = heard_place.mention
        place = self._reading(heard_place, heard)
        if place is None:
            return replace(question, task=Task.CLARIFY_PLACE, options=(*mention.places, *mention.longer)[:6])
        if not mention.exact:
            question = replace(question, corrected=place.name)
        if place.kind is PlaceKind.PROVINCE:
            return question
        around = bool(_AROUND.search(heard_place.lead)) or heard.radius_km is not None
        if place.kind is PlaceKind.REGION and not around:
            return replace(question, regions=tuple(dict.fromkeys((*question.regions, place.region))))
        if place.kind is PlaceKind.POSTAL and place.radius_km > 15 and not around:
            return replace(question, areas=(*question.areas, place))
        if place.kind is PlaceKind.MRC and not around:
            return replace(question, areas=(*question.areas, place))
        if _BETWEEN.search(heard_place.lead) or between:
            between.append(place)
        if question.place is not None and len(between) != 2:
            return question
        return replace(question, place=place, strict=not around)

    def _reading(self, heard_place: HeardPlace, heard: Heard) -> Place | None:
        """The reading of a place named, None where several are as likely and far apart."""
        places = heard_place.mention.places
        province = [p for p in places if p.kind is PlaceKind.PROVINCE]
        if province and len(places) > 1:
            if heard.cue("between"):
                return next(p for p in places if p.kind is not PlaceKind.PROVINCE)
            at = re.search(r"(?:^| )(?:a|ville de|pres de|proche de|autour de|km de|environs de|coin de|near|city of|vers)$", heard_place.lead)
            return next(p for p in places if p.kind is not PlaceKind.PROVINCE) if at else province[0]
        if re.search(r"mrc(?: de| d| du| des)?(?: la| l| le| les)?$", heard_place.lead):
            mrc = [p for p in places if p.kind is PlaceKind.MRC]
            if mrc:
                return mrc[0]
        region = [p for p in places if p.kind is PlaceKind.REGION]
        if region and re.search(r"(?:^| )(?:dans(?: les?| la)?|en|au|aux|region(?: de| des| du| d)?(?: la| l)?|du|des|les|le|la|l)$", heard_place.lead):  # fmt: skip
            return region[0]
        mrc = [p for p in places if p.kind is PlaceKind.MRC]
        if mrc and places[0] is mrc[0] and heard_place.lead.endswith("dans"):
            return mrc[0]
        towns = [p for p in places if not p.kind.is_area]
        if region and towns and key(region[0].name) == key(towns[0].name) and not heard.cue("between") and not _AROUND.search(heard_place.lead):
            return region[0]  # Montréal, Laval: the city's island and suburbs are its region
        hosts = [p for p in heard_place.mention.longer if any(s.place is not None and s.place.key == p.key for s in self.directory.sites)]  # fmt: skip
        if hosts and towns and len(heard_place.mention.longer) + len(towns) > 1 and not self._hosts(towns[0]):
            return None
        if not towns:
            return (region or mrc or list(places))[0]
        regions = {p.region for p in places if p.kind is PlaceKind.REGION}
        proper = [p for p in towns if p.kind in (PlaceKind.TOWN, PlaceKind.MUNICIPALITY)]
        if len(proper) == 1 and all(p.kind is PlaceKind.SECTOR for p in towns if p is not proper[0]):
            return proper[0]  # a town before a sector of another one
        if len(towns) == 1:
            return towns[0]
        said = {int(n) for n in re.findall(r"region (\d{1,2})", heard.message.folded)} | regions
        said |= {p.mention.places[0].region for p in heard.places if p.mention.places[0].kind is PlaceKind.REGION}
        agreeing = [p for p in towns if p.region in said]
        if len(agreeing) == 1:
            return agreeing[0]
        first, second = towns[0], towns[1]
        printed = [p for p in towns if any(key(e.municipality.value or "") == key(p.name) and e.region.value == p.region for e in self.directory.entries)]  # fmt: skip
        if printed and printed[0] is not first and not _close(towns):
            return None
        if first.population > 8 * max(second.population, 1) or _close(towns):
            return first
        return None

    def _hosts(self, place: Place) -> bool:
        """Whether some co-op stands in this place."""
        return any(s.place is not None and (s.place.key == place.key or self.gazetteer.inside(s.place, place)) for s in self.directory.sites)  # fmt: skip

    def _unknown_place(self, heard: Heard) -> str:
        """A capitalised word behind a place preposition that no gazetteer knows."""
        for i, word in enumerate(heard.message.words):
            typed = heard.message.text[word.start : word.end]
            if word.folded not in heard.left or not typed[0].isupper() or i == 0:
                continue
            lead = " ".join(w.folded for w in heard.message.words[max(0, i - 3) : i])
            if re.search(r"(?:^| )(?:a|pres d|pres de|autour de|vers|in|near|around|coin de|de|d)$", lead) and (heard.services or heard.cue("near", "plural", "nearest")):  # fmt: skip
                return typed
        return ""

    @staticmethod
    def _period(heard: Heard) -> str | None:
        folded = heard.message.folded
        old, new = " 2014" in f" {folded}", bool(re.search(r"\b20(?:21|22)\b", folded))
        now = bool(re.search(r"(?<!\S)(?:maintenant|aujourd hui|actuel\w*|now|today|depuis|both|deux documents)(?!\S)", folded))
        if (old and (new or now)) or (heard.cue("brochure") and heard.cue("report")) or (now and "deux documents" in folded):
            return "both"
        if old or (heard.cue("brochure") and not heard.cue("report")):
            return "2014"
        return "2021-2022" if new or heard.cue("report") else None

    # -- of one co-op --------------------------------------------------------------------------------------------

    def _of_subject(self, question: Question, heard: Heard, subject: Named) -> Question:
        question = replace(question, subjects=subject.positions, services=heard.service_codes)
        fields = tuple(f for f in heard.field_codes if f != "card")
        asked = heard.topic_codes
        if _DISTANCE.search(heard.message.folded):
            fields = tuple(f for f in fields if f != "address")
        if len(subject.positions) > 1 and subject.how != "several":
            named = heard.message.text[heard.message.words[subject.first].start : heard.message.words[subject.last - 1].end]  # fmt: skip
            return replace(question, task=Task.CLARIFY_ENTRY, options=subject.positions, fields=fields, topic=named)
        question = replace(question, filters=self.criteria(heard))
        if any(n.how == "person" for n in heard.named) and set(fields) <= {"services_text", "contact", "contact_role", "name"}:
            return replace(question, task=Task.FIELDS, fields=("contact",), services=())
        counted = self._counted(heard)
        if counted == "topic" and asked:
            return replace(question, task=Task.TOPIC, topic=" ".join(asked), fields=())
        if counted and counted in question.services:
            return replace(question, task=Task.FIELDS, fields=(f"professionals:{counted}",))
        labelled = self._count_by_label(heard, subject)
        if labelled:
            return replace(question, task=Task.FIELDS, fields=(f"count:{labelled}",), services=())
        if counted in MEASURES:
            measures = tuple(f for f in fields if f in MEASURES)
            return replace(question, task=Task.FIELDS, fields=_tidy(measures or (counted,)), services=())
        services = self._meant_as_services(heard, fields)
        if services:
            fields = tuple(f for f in fields if f not in ("services_text", "professionals"))
            kept = tuple(f for f in fields if f in _CONTACT)
            return replace(question, task=Task.OFFER, services=services, fields=kept, planned=heard.cue("planned"), lacking=self._lacking(heard))  # fmt: skip
        if set(asked) & _BEFORE_FIELDS:
            return replace(question, task=Task.TOPIC, topic=" ".join(t for t in asked if t in _BEFORE_FIELDS), fields=())
        if asked and not set(fields) & _CONTACT:
            return replace(question, task=Task.TOPIC, topic=" ".join(asked), fields=_tidy(fields))
        if fields:
            return replace(question, task=Task.FIELDS, fields=_tidy(fields), services=())
        if _DISTANCE.search(heard.message.folded) and len(subject.positions) == 1:
            away = [p for p in heard.places if (p.last <= subject.first or subject.last <= p.first)]
            reading = self._reading(away[0], heard) if away else None
            if reading is not None:
                return replace(question, task=Task.DISTANCE, place=reading)
        elsewhere = tuple(w.folded for p in heard.places if p.last <= subject.first or subject.last <= p.first for w in heard.message.words[p.first : p.last])  # fmt: skip
        if elsewhere and any(p.mention.places[0].kind is PlaceKind.REGION for p in heard.places) and not heard.left:
            return replace(question, task=Task.FIELDS, fields=("region",))
        if heard.left or elsewhere:
            return replace(question, task=Task.TOPIC, topic="", unsaid_words=(*heard.left, *elsewhere), place=None)
        if subject.how == "person":
            return replace(question, task=Task.FIELDS, fields=("contact",))
        return replace(question, task=Task.CARD)

    def _count_by_label(self, heard: Heard, subject: Named) -> str:
        """The code of a count that one co-op prints under the very word counted ("résidents", "stagiaires", "secrétaires")."""
        count = heard.first_cue("count")
        if count is None or len(subject.positions) != 1:
            return ""
        entry = self.directory.at(subject.positions[0])
        counted = [stem(w.folded) for w in heard.message.words[count.last : count.last + 2] if w.folded not in _SMALL]
        for printed in (*entry.counts, *entry.doctors, *entry.professionals):
            if printed.what in MEASURES or not counted or counted[0] in _MEASURED:
                continue
            if counted[0] in {stem(w.folded) for w in words(printed.label)[:2]}:
                return printed.what
        return ""

    def _meant_as_services(self, heard: Heard, fields: tuple[str, ...]) -> tuple[str, ...]:
        """Service words that aren't merely the noun of a field ("médecins de famille")."""
        numeric = [h for h in heard.fields if h.code in ("family_doctors", "doctors", "recruiting", "gmf")]
        return tuple(
            dict.fromkeys(
                h.code for h in heard.services if not any(f.first < h.last and h.first < f.last for f in numeric)
            )
        )

    # -- over the table ------------------------------------------------------------------------------------------

    def _of_table(self, question: Question, heard: Heard) -> Question:
        filters = self.criteria(heard)
        services = self._services_wanted(heard)
        either = len(services) > 1 and ((heard.cue("either") and bool(re.search(r" (?:ou|or) ", f" {heard.message.folded} "))) or self._side_by_side(heard))
        question = replace(
            question, services=services, either=bool(either), filters=filters, planned=heard.cue("planned"),
            lacking=self._lacking(heard),
        )  # fmt: skip
        if question.task in (Task.UNKNOWN_PLACE, Task.CLARIFY_PLACE):
            return question
        located = question.place is not None or question.areas or question.regions
        if question.place is not None and "population_text" in heard.field_codes:
            question = replace(question, filters=(*filters, Serves(question.place)), place=None, strict=False)
        code = re.search(r"(?:dans le|indicatif(?: regional)?|code regional|area code)(?: le)? (\d{3})(?!\S)", heard.message.folded)
        if code:
            filters = (*filters, DialsFrom(code.group(1)))
            question = replace(question, filters=filters)
        if heard.topics and not located and not services and heard.cue("plural", "singular") and self._tells(heard):
            return replace(question, task=Task.LIST, filters=(*filters, *self._tells(heard)), unsaid_words=())
        if heard.topics and not located and not filters and not (services and set(heard.topic_codes) <= {"future"}):
            return _of_prose(replace(question, services=()), heard)
        if not located and services and not filters and set(services) <= heard.unsure:
            if not (self._seeks(heard) or heard.cue("plural", "yes_no") or len(heard.message.words) <= 4):
                return _of_prose(replace(question, services=()), heard)
            if len(services) == 1 and "|" in services[0]:
                return replace(question, task=Task.CLARIFY_SERVICE, options=tuple(services[0].split("|")))
        if self._asks_of_some_coop(heard) and not located and not services and not filters:
            return replace(question, task=Task.CLARIFY_ENTRY, fields=tuple(f for f in heard.field_codes if f in _OF_ONE))
        if heard.topics and located and not services:
            spoken = tuple(SpeaksOf(self.ear.topics, code) for code in heard.topic_codes)
            question = replace(question, filters=(*filters, OneOf(spoken)), topic=" ".join(heard.topic_codes))
            filters = question.filters
        if self._by_region(heard):
            measure = self._measure(heard)
            return replace(question, task=Task.BY_REGION, descending=not heard.cue("least"), measure=measure)
        narrowed = bool(services or filters or located)
        measure = self._measure(heard)
        extreme = heard.cue("most", "least") and not heard.cue("nearest") and not self._inside_condition(heard)
        sized = re.search(r"(?<!\S)(?:gros\w*|grand\w*|petit\w*|import\w*|popul\w*|big\w*|larg\w*|small\w*)(?!\S)", heard.message.folded)
        if (extreme or heard.cue("rank")) and (measure or sized) and not heard.left:
            extremes = [h.code for h in heard.cues if h.code in ("most", "least")]
            least = bool(extremes) and extremes[0] == "least"  # "de la plus grande à la plus petite" begins with most
            limit = self._limit(heard) or (LONGEST_RANKING if heard.cue("rank") else None)
            return replace(question, task=Task.RANK, measure=measure or "members", descending=not least, limit=limit)
        if heard.cue("mean", "median") and measure:
            return replace(question, task=Task.MEAN, measure=measure, topic="median" if heard.cue("median") else "mean")
        counted = self._counted(heard)
        if counted in MEASURES and (narrowed or heard.cue("table", "total")):
            left = tuple(c for c in services if c not in _DOCTORS)
            return replace(question, task=Task.SUM, measure=counted, services=left)
        if heard.cue("total") and measure and (narrowed or heard.cue("table")):
            return replace(question, task=Task.SUM, measure=measure)
        if heard.cue("count") and narrowed and counted not in ("topic",):
            return replace(question, task=Task.COUNT, fields=self._columns(heard))
        placed = {w.folded for p in heard.places for w in heard.message.words[p.first : p.last]}
        about_coops = heard.cue("plural", "singular", "near", "nearest", "table") or not set(heard.content) - placed
        if narrowed and not services and not filters and not about_coops and not heard.fields:
            return _of_prose(question, heard)  # a place, and nothing of ours
        if narrowed and not (heard.cue("federation") and not services and not filters):
            return replace(question, task=Task.LIST, fields=self._columns(heard), limit=question.limit or self._limit(heard))  # fmt: skip
        if heard.cue("count") and counted == "entries" and not heard.left:
            return replace(question, task=Task.SOURCES, topic="entries")
        return _of_prose(replace(question, measure=counted if counted in MEASURES else None), heard)

    def _tells(self, heard: Heard) -> tuple[Criterion, ...]:
        """ "quelle coop a été fondée en 2012": the co-ops of which a clause speaks of the topic, with the figure said."""
        figures = tuple(re.findall(r"(?<!\S)\d+(?!\S)", heard.message.folded))
        if not re.match(r"(?:quelles?|lesquelles?|which|y a t il|est ce que des|liste|coop\w*|cliniques?|qui|celles)", heard.message.folded):
            return ()
        asked = tuple(w.folded for h in heard.topics for w in heard.message.words[h.first : h.last] if len(w.folded) > 4)
        codes = [code for code in heard.topic_codes if code in _TELLABLE]
        # Most precise first: the very words asked ("agrandissement"), else anything said of the topic ("projets").
        for words_too in (*((w,) for w in asked), ()):
            found = tuple(SpeaksOf(self.ear.topics, code, figures, (*heard.left, *words_too)) for code in codes)
            if any(c.judge(s, self.gazetteer).truth is Truth.YES for c in found for s in self.directory.sites):
                return found
        return ()

    def criteria(self, heard: Heard) -> tuple[Criterion, ...]:
        """The conditions said in words or numbers."""
        said = [c for code in heard.filter_codes for c in _FILTERS.get(code, ())]
        if heard.cue("either") and len(said) > 1 and " ou " in f" {heard.message.folded} ":
            said = [OneOf(tuple(said))]
        limits = [c for condition in heard.conditions for c in condition.criteria()]
        return tuple(dict.fromkeys((*said, *limits)))

    def _services_wanted(self, heard: Heard) -> tuple[str, ...]:
        """Service codes that are not the words of a condition, a measure or a filter ("plus de 5 médecins de famille")."""
        taken = [(c.first, c.last) for c in heard.conditions] + [(f.first, f.last) for f in heard.filters]
        measured = heard.cue("most", "least", "count", "mean", "total") or heard.cue("rank")
        if measured:
            taken += [(f.first, f.last) for f in heard.fields if f.code in ("family_doctors", "doctors", "members", "files")]  # fmt: skip
        return tuple(dict.fromkeys(h.code for h in heard.services if not any(a < h.last and h.first < b for a, b in taken)))  # fmt: skip

    def _asks_of_some_coop(self, heard: Heard) -> bool:
        """A field of one co-op, and no co-op named: "le numéro de la coop ?", "c'est qui le président ?"."""
        fields = set(heard.field_codes) & _OF_ONE - {"card", "services_text", "region"}
        if heard.topics and not heard.left and len(heard.message.words) <= 6 and not heard.cue("plural", "federation", "report", "brochure"):
            return set(heard.topic_codes) <= _OF_A_CLINIC
        if not fields or heard.cue("plural", "federation", "report", "brochure", "network", "table", "total", "most", "least", "mean", "compare") or heard.topics:  # fmt: skip
            return False
        counted = self._counted(heard)
        if counted:
            return bool(re.search(r"(?<!\S)(?:ils|elles|elle|la coop|la clinique|they|the coop)(?!\S)", heard.message.folded)) and not heard.left  # fmt: skip
        named = all(self.ear.names.holds(w) for w in heard.left)
        return named and (heard.cue("singular") or (not heard.left and len(heard.message.words) <= 6))

    @staticmethod
    def _by_region(heard: Heard) -> bool:
        """Regions are asked for, not co-ops: "quelle région compte le plus de coops", "combien de régions"."""
        folded = heard.message.folded
        if re.search(r"(?<!\S)(?:par|chaque|each|per|by) region", folded):
            return heard.cue("plural", "count", "list", "table") or "repartition" in folded
        if re.search(r"(?<!\S)(?:classement|repartition|palmares|liste) des regions", folded):
            return True
        asked = re.search(r"(?<!\S)(?:quelles?|combien de|nombre de|which|how many|what) regions?(?: administratives?)?(?!\S)", folded)  # fmt: skip
        return bool(asked) and heard.cue("plural", "table", "most", "least", "singular") and not heard.cue("federation", "report", "network")  # fmt: skip

    @staticmethod
    def _side_by_side(heard: Heard) -> bool:
        """Two service words with nothing between ("piqûre vaccin") say one thing twice."""
        plain = [h for h in heard.services if h.code not in heard.unsure and not h.code.endswith("_rendez_vous")]
        return any(a.last == b.first and a.code != b.code for a in plain for b in plain)

    @staticmethod
    def _inside_condition(heard: Heard) -> bool:
        extremes = [h for h in heard.cues if h.code in ("most", "least")]
        return all(any(c.first < h.last and h.first < c.last for c in heard.conditions) for h in extremes)

    @staticmethod
    def _measure(heard: Heard) -> str | None:
        codes = [h.code for h in heard.fields if h.code in MEASURES]
        if "recruiting" in codes:
            return "recruiting"
        return codes[0] if codes else None

    @staticmethod
    def _counted(heard: Heard) -> str:
        """What stands behind "combien de": `entries`, a measure, a service code, or "" where nothing is counted."""
        count = heard.first_cue("count")
        if count is None:
            return ""
        following = [h for h in heard.cues if h.code in ("plural", "singular") and h.first in range(count.last - 1, count.last + 2)]  # fmt: skip
        if following:
            return "entries"
        if any(h.first <= count.last + 1 and count.last < h.last for h in heard.topics):
            return "topic"
        near = range(count.first, count.last + 3)
        fields = [h for h in heard.fields if h.first in near]
        recruiting = any(h.code == "recruiting" for h in heard.fields)
        for hit in fields:
            if hit.code in MEASURES:
                return "recruiting" if recruiting and hit.code in ("doctors", "family_doctors") else hit.code
        services = [h for h in heard.services if h.first in near]
        return services[0].code if services else ""

    @staticmethod
    def _limit(heard: Heard) -> int | None:
        number = r"(\d{1,2}|deux|trois|quatre|cinq|dix|two|three|four|five|ten)"
        match = re.search(rf"(?<!\S)(?:top {number}|(?:les|the) {number} (?:plus|coop\w*|clin\w*|premier\w*|most|larg\w*|big\w*|small\w*|near\w*|clos\w*|moins)|{number} (?:largest|biggest|smallest|nearest|closest))(?!\S)", heard.message.folded)  # fmt: skip
        if match is None:
            return None
        spelt = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dix": 10, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
        said = match.group(1) or match.group(2) or match.group(3)
        return spelt.get(said) or int(said)

    @staticmethod
    def _lacking(heard: Heard) -> tuple[str, ...]:
        """ "sans massothérapie", "qui n'offrent pas de physio": the negation stands right before the service."""
        lacked = []
        for hit in heard.services:
            before = " ".join(w.folded for w in heard.message.words[max(0, hit.first - 5) : hit.first])
            if "_rendez_vous" not in hit.code and _NEGATED.search(before):
                lacked.append(hit.code)
        return tuple(dict.fromkeys(lacked))

    @staticmethod
    def _columns(heard: Heard) -> tuple[str, ...]:
        """Fields asked for beside a list ("avec leur téléphone")."""
        return tuple(f for f in heard.field_codes if f in _CONTACT or f in ("members", "files", "family_doctors", "population_text"))  # fmt: skip


_MEASURED = frozenset(stem(w) for w in ("medecins", "docteurs", "membres", "dossiers"))
_NEGATED = re.compile(r"(?<!\S)(?:n (?:offr|propos|ont|a|y a|fait|font)\w*(?: pas| aucun\w*)?|sans|pas|without|(?:not|t) offer\w*|no)(?: de| d| la| le| l| les| service de| any| aucun\w*)*$")  # fmt: skip
# Topics whose words hold those of a field ("numéro de fax", "nom du médecin"): the topic is what is asked.
_BEFORE_FIELDS = frozenset({"fax", "doctor_names", "social_media", "age", "pay", "closing"})
# Topics that a list may be asked of: a cell speaks of them or not.
_TELLABLE = frozenset({"founded", "distinctions", "hours", "fees", "partners", "language", "retirement", "new_patients", "premises", "equipment", "future", "sites"})  # fmt: skip
# Topics that are asked of one clinic: where none is named, we ask which.
_OF_A_CLINIC = frozenset({"hours", "fees", "parking", "access", "language", "new_patients", "booking", "fax", "social_media", "founded"})
_PAST = re.compile(r"(?<!\S)(?:l an (?:passe|dernier)|l annee (?:passee|derniere)|il y a \w+ (?:ans?|mois|semaines?)|en 20\d\d|last year|\w+ (?:years?|months?) ago|apres (?:un|une|son|mon))(?!\S)")  # fmt: skip
_DISTANCE = re.compile(r"(?<!\S)(?:distance|combien de (?:km|kilometres)|a combien de (?:km|kilometres)|how far|loin)(?!\S)")
_SMALL = frozenset("de d des du la le les l y a t il elle".split())
_CONTACT = frozenset({"phones", "emails", "websites", "address", "postal_code", "contact", "coordinates"})
_DOCTORS = frozenset({"medecine_familiale", "medecin_de_famille"})
_OF_ONE = frozenset(
    {"phones", "emails", "websites", "address", "postal_code", "contact", "contact_role", "region", "members", "files", "waiting",
     "population", "population_text", "services_text", "professionals", "family_doctors", "doctors", "recruiting", "gmf", "status",
     "particularities", "legal_form", "coordinates", "card", "name", "municipality"}
)  # fmt: skip


def _of_prose(question: Question, heard: Heard) -> Question:
    """The question as one of the prose, with the fields and topics that were heard."""
    return replace(question, task=Task.PROSE, fields=heard.field_codes, topic=" ".join(heard.topic_codes))


def located_words(question: Question) -> bool:
    """Whether a place, a territory or a region was understood."""
    return bool(question.place is not None or question.areas or question.regions)


def _tidy(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Fields without those that another asked one already says ("adresse courriel" is not an address)."""
    kept = list(fields)
    for stronger, weaker in (("recruiting", "doctors"), ("recruiting", "family_doctors"), ("family_doctors", "doctors"), ("population_text", "population"), ("waiting", "members"), ("coordinates", "phones"), ("coordinates", "contact"), ("name", "contact"), ("number", "phones"), ("region", "address")):  # fmt: skip
        if stronger in kept and weaker in kept:
            kept.remove(weaker)
    return tuple(kept)


def _close(places: list[Place]) -> bool:
    from index.places import distance_km

    return distance_km(places[0], places[1]) < 15


def _middle(a: Place, b: Place) -> Place:
    """The point halfway between two places, named after both."""
    return replace(
        a, key=f"{a.key}+{b.key}", name=f"entre {a.name} et {b.name}", latitude=(a.latitude + b.latitude) / 2,
        longitude=(a.longitude + b.longitude) / 2,
    )  # fmt: skip

