"""Decides what a message asks: from what was heard to one self-contained `Question`.

The order of `_decide` is the policy: named co-ops first, then numbers over the table, then lists, then prose. Words
that nothing claimed are never ignored: they are carried in the question, and the answerers must find them in a
document or say that the documents don't hold them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import (
    CONTACT,
    MEASURES,
    OF_ONE,
    by_region,
    columns,
    how_many,
    inside_condition,
    meant_as_services,
    measured,
    seeks,
    services_lacked,
    services_wanted,
    side_by_side,
    tidy,
    what_is_counted,
    which_year,
)
from assistant.conversation import Conversation
from assistant.filters import criteria
from assistant.follow_up import edit
from assistant.hearing import Ear, Heard
from assistant.naming import Named
from assistant.phrases import Message, Phrases
from assistant.question import Question, Task
from assistant.subjects import Subjects
from assistant.topics import SpeaksOf
from assistant.where import Where
from index.areas import InArea, Serves
from index.cells import best_segment, stem
from index.criteria import DialsFrom, OneOf
from index.criterion import Criterion, Truth
from index.directory import Directory
from index.places import PlaceKind
from ingest.french import words
from ingest.services import Lexicon

LONGEST = 2000  # characters: beyond, a message is read up to here and the reply says so
LONGEST_RANKING = 20  # co-ops in a ranking where no number was asked for
_MEASURED = frozenset(stem(w) for w in ("medecins", "docteurs", "membres", "dossiers"))
# Topics whose words hold those of a field ("numéro de fax", "nom du médecin"): the topic is what is asked.
_BEFORE_FIELDS = frozenset({"fax", "doctor_names", "social_media", "age", "pay", "closing"})
# Topics that a list may be asked of: a cell speaks of them or not.
_TELLABLE = frozenset(
    {
        "founded",
        "distinctions",
        "hours",
        "fees",
        "partners",
        "language",
        "retirement",
        "new_patients",
        "premises",
        "equipment",
        "future",
        "sites",
    }
)
# Topics that are asked of one clinic: where none is named, we ask which.
_OF_A_CLINIC = frozenset(
    {"hours", "fees", "parking", "access", "language", "new_patients", "booking", "fax", "social_media", "founded"}
)
_PAST = re.compile(
    r"(?<!\S)(?:l an (?:passe|dernier)|l annee (?:passee|derniere)|il y a \w+ (?:ans?|mois|semaines?)|en 20\d\d"
    r"|last year|\w+ (?:years?|months?) ago|apres (?:un|une|son|mon))(?!\S)"
)
_DISTANCE = re.compile(
    r"(?<!\S)(?:distance|combien de (?:km|kilometres)|a combien de (?:km|kilometres)|how far|loin)(?!\S)"
)
_MORE = re.compile(r"(?<!\S)(?:plus|moins|davantage|compar\w*|more|fewer)(?!\S)")
_NEARER = re.compile(r"(?:plus (?:proche|pres)|nearest|closest|closer|nearer) (?:de|d|du|des|to)(?: l| la| le)?$")
_SMALL = frozenset("de d des du la le les l y a t il elle".split())
DOCTORS = frozenset({"medecine_familiale", "medecin_de_famille"})


class Understanding:
    """Reads messages over one directory."""

    def __init__(self, directory: Directory, lexicon: Lexicon, other_words: frozenset[str] = frozenset()) -> None:
        self.directory = directory
        self.lexicon = lexicon
        self.ear = Ear(directory, lexicon, directory.gazetteer, other_words)
        self._safety = Phrases("safety.toml")
        self._social = Phrases("social.toml")
        self._sources = Phrases("sources.toml")
        self.subjects = Subjects(directory, self.ear.names)
        self.where = Where(directory)

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

    def _alone(self, text: str, heard: Heard, message: Message) -> Question:
        base = Question(
            text, Task.PROSE, language=heard.language or "fr", content=heard.content, unsaid_words=heard.left
        )
        safety = {h.code for h in self._safety.hits(message)}
        if "emergency" in safety and seeks(heard) and _PAST.search(heard.message.folded):
            safety -= {"emergency"}  # "un AVC l'an passé, je cherche un physio": told, not happening
        if safety & {"suicide", "emergency"}:
            return replace(base, task=Task.EMERGENCY, topic="suicide" if "suicide" in safety else "emergency")
        social = self._social.hits(message)
        if social and self._only(heard, message, social):
            kinds = {h.code for h in social}
            topic = next(k for k in ("help", "greeting", "bye", "thanks") if k in kinds)
            return replace(base, task=Task.SOCIAL, topic=topic)
        if "advice" in safety and not heard.named and not seeks(heard):
            return replace(base, task=Task.ADVICE)
        sources = self._sources.hits(message)
        if any(h.code == "membership" for h in sources) and heard.named and not heard.services:
            subject = self.subjects.subject(heard)
            return replace(base, task=Task.SOURCES, topic="membership", subjects=subject.positions if subject else ())
        if sources and not heard.services and not any(n.sure for n in heard.named):
            order = ("anomalies", "entries", "membership", "publisher", "dates", "documents")
            codes = {h.code for h in sources}
            return replace(
                base, task=Task.SOURCES, topic=next(k for k in order if k in codes), period=which_year(heard)
            )
        return self._decide(base, heard)

    def _only(self, heard: Heard, message: Message, social: tuple[object, ...]) -> bool:
        """Whether nothing but politeness was said."""
        spoken = {i for h in social for i in range(h.first, h.last)}  # type: ignore[attr-defined]
        rest = [w.folded for i, w in enumerate(message.words) if i not in spoken and w.folded not in self.ear.stop]
        return not rest and not heard.services and not heard.places and not heard.filters

    def _decide(self, base: Question, heard: Heard) -> Question:
        nearer = self._nearer_of_two(base, heard)
        if nearer is not None:
            return nearer
        rivals = self.subjects.rivals(heard)
        if rivals:
            return self._of_rivals(base, heard, rivals)
        subject = self.subjects.subject(heard)
        where = self.where.where(base, heard, subject)
        question = replace(where, period=which_year(heard))
        located = question.place is not None or question.areas or question.regions
        if question.period == "both" and subject is None:
            return _of_prose(replace(question, place=None, areas=(), regions=()), heard)
        if (
            subject is None
            and heard.cue("federation", "network")
            and what_is_counted(heard) not in ("", "entries")
            and not located_words(question)
        ):
            return _of_prose(question, heard)
        federation = heard.cue("federation", "report") or (heard.cue("brochure") and not heard.services and not located)
        if subject is not None and not self.subjects.wants_many(heard, subject):
            return self.of_subject(question, heard, subject)
        missing = self._missing_coop(question, heard)
        if missing is not None:
            return missing
        if (
            federation
            and not heard.conditions
            and not heard.filters
            and not (heard.services and heard.cue("plural"))
            and not question.regions
        ):
            return _of_prose(question, heard)
        if subject is None and self._about_another_time(question, heard):
            return _of_prose(question, heard)
        local = self._of_local_words(question, heard)
        return local if local is not None else self.of_table(question, heard)

    def _about_another_time(self, question: Question, heard: Heard) -> bool:
        """The table is of one year: a count or a total of another one is not in it."""
        years = set(re.findall(r"(?<!\S)(?:19|20)\d\d(?!\S)", heard.message.folded))
        table_year = self.directory.entries[0].span.document.year if self.directory.entries else ""
        numeric = heard.cue("count", "total", "mean", "median")
        if question.period == "2014" and numeric and not located_words(question):
            return any(c in heard.service_codes for c in (what_is_counted(heard),)) or bool(heard.cue("brochure"))
        return bool(years) and not any(y in table_year for y in years) and bool(numeric) and not heard.topics

    def _of_local_words(self, question: Question, heard: Heard) -> Question | None:
        """Words that only a cell of a co-op of the place named holds: the question is about that co-op."""
        sure = [c for c in heard.service_codes if c not in heard.unsure and c != what_is_counted(heard)]
        if (
            question.place is None
            or not question.strict
            or sure
            or not (heard.left or heard.topics or heard.cue("count"))
        ):
            return None
        inside = [
            s.entry
            for s in self.directory.sites
            if InArea(question.place).judge(s, self.directory.gazetteer).truth is Truth.YES
        ]
        counted = what_is_counted(heard)
        if (
            len(inside) == 1
            and counted
            and not heard.cue("plural")
            and (counted in MEASURES or counted in heard.service_codes)
        ):
            one = Named((inside[0].position,), 0, 0, "place")
            return self.of_subject(replace(question, place=None, strict=False), heard, one)
        asked = tuple(w for w in heard.left)
        holding = [e.position for e in inside if asked and best_segment(e, asked)[0] >= 0.6]
        if not holding and len(inside) == 1 and heard.topics and not heard.cue("plural"):
            holding = [inside[0].position]
        if len(holding) != 1:
            return None
        return replace(
            question, task=Task.TOPIC, subjects=tuple(holding), topic=" ".join(heard.topic_codes), place=None
        )

    def _missing_coop(self, question: Question, heard: Heard) -> Question | None:
        """ "le numéro de la coop de Trois-Pistoles", where no co-op is named so nor stands there."""
        if not set(heard.field_codes) & OF_ONE or heard.services or heard.cue("plural", "near", "nearest"):
            return None
        for place in heard.places:
            if self.subjects.headed(heard, place.first, place.last) and not place.mention.places[0].kind.is_area:
                return replace(
                    question, task=Task.UNKNOWN_ENTRY, place=place.mention.places[0], fields=heard.field_codes
                )
        return None

    def _nearer_of_two(self, base: Question, heard: Heard) -> Question | None:
        """ "Pierreville ou Sainte-Gertrude : laquelle est la plus proche de Drummondville ?"."""
        origins = [p for p in heard.places if _NEARER.search(p.lead)]
        if (
            len(origins) != 1
            or len(heard.places) < 3
            or not re.search(r"(?<!\S)(?:ou|or|entre|between)(?!\S)", heard.message.folded)
        ):
            return None
        rivals = [self.subjects.located(p) for p in heard.places if p is not origins[0]]
        if not all(len(positions) == 1 for positions in rivals):
            return None
        origin = origins[0].mention.places[0]
        return replace(base, task=Task.LIST, place=origin, scope=tuple(p for (p,) in rivals), limit=1)

    def _of_rivals(self, base: Question, heard: Heard, rivals: tuple[int, ...]) -> Question:
        measure = measured(heard)
        question = replace(base, subjects=rivals, period=which_year(heard))
        if measure and (
            heard.cue("compare", "most", "least")
            or re.search(r"(?<!\S)(?:plus|moins|more|fewer|less)(?!\S)", heard.message.folded)
        ):
            least = heard.cue("least") or bool(re.search(r"(?<!\S)(?:moins|fewer|less)(?!\S)", heard.message.folded))
            return replace(
                question,
                task=Task.RANK,
                subjects=(),
                scope=rivals,
                measure=measure,
                descending=not least,
                limit=len(rivals),
            )
        services = meant_as_services(heard, heard.field_codes)
        if services and not set(heard.field_codes) & CONTACT:
            return replace(question, task=Task.OFFER, services=services)
        fields = tidy(tuple(f for f in heard.field_codes if f != "card"))
        return replace(question, task=Task.FIELDS, fields=fields) if fields else replace(question, task=Task.CARD)

    def of_subject(self, question: Question, heard: Heard, subject: Named) -> Question:
        question = replace(question, subjects=subject.positions, services=heard.service_codes)
        fields = tuple(f for f in heard.field_codes if f != "card")
        asked = heard.topic_codes
        if _DISTANCE.search(heard.message.folded):
            fields = tuple(f for f in fields if f != "address")
        if len(subject.positions) > 1 and subject.how != "several":
            named = heard.message.text[
                heard.message.words[subject.first].start : heard.message.words[subject.last - 1].end
            ]
            return replace(question, task=Task.CLARIFY_ENTRY, options=subject.positions, fields=fields, topic=named)
        question = replace(question, filters=criteria(heard))
        if any(n.how == "person" for n in heard.named) and set(fields) <= {
            "services_text",
            "contact",
            "contact_role",
            "name",
        }:
            return replace(question, task=Task.FIELDS, fields=("contact",), services=())
        counted = what_is_counted(heard)
        if counted == "topic" and asked:
            return replace(question, task=Task.TOPIC, topic=" ".join(asked), fields=())
        if counted and counted in question.services:
            return replace(question, task=Task.FIELDS, fields=(f"professionals:{counted}",))
        labelled = self._count_by_label(heard, subject)
        if labelled:
            return replace(question, task=Task.FIELDS, fields=(f"count:{labelled}",), services=())
        if counted in MEASURES:
            measures = tuple(f for f in fields if f in MEASURES)
            return replace(question, task=Task.FIELDS, fields=tidy(measures or (counted,)), services=())
        services = meant_as_services(heard, fields)
        if services:
            fields = tuple(f for f in fields if f not in ("services_text", "professionals"))
            kept = tuple(f for f in fields if f in CONTACT)
            return replace(
                question,
                task=Task.OFFER,
                services=services,
                fields=kept,
                planned=heard.cue("planned"),
                lacking=services_lacked(heard),
            )
        if set(asked) & _BEFORE_FIELDS:
            return replace(
                question, task=Task.TOPIC, topic=" ".join(t for t in asked if t in _BEFORE_FIELDS), fields=()
            )
        if asked and not set(fields) & CONTACT:
            return replace(question, task=Task.TOPIC, topic=" ".join(asked), fields=tidy(fields))
        if fields:
            return replace(question, task=Task.FIELDS, fields=tidy(fields), services=())
        if _DISTANCE.search(heard.message.folded) and len(subject.positions) == 1:
            away = [p for p in heard.places if (p.last <= subject.first or subject.last <= p.first)]
            reading = self.where.reading(away[0], heard) if away else None
            if reading is not None:
                return replace(question, task=Task.DISTANCE, place=reading)
        elsewhere = tuple(
            w.folded
            for p in heard.places
            if p.last <= subject.first or subject.last <= p.first
            for w in heard.message.words[p.first : p.last]
        )
        if elsewhere and any(p.mention.places[0].kind is PlaceKind.REGION for p in heard.places) and not heard.left:
            return replace(question, task=Task.FIELDS, fields=("region",))
        if heard.left or elsewhere:
            return replace(question, task=Task.TOPIC, topic="", unsaid_words=(*heard.left, *elsewhere), place=None)
        if subject.how == "person":
            return replace(question, task=Task.FIELDS, fields=("contact",))
        return replace(question, task=Task.CARD)

    def _count_by_label(self, heard: Heard, subject: Named) -> str:
        """The code of a count that one co-op prints under the very word counted ("résidents", "stagiaires")."""
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

    def of_table(self, question: Question, heard: Heard) -> Question:
        filters = criteria(heard)
        services = services_wanted(heard)
        either = len(services) > 1 and (
            (heard.cue("either") and bool(re.search(r" (?:ou|or) ", f" {heard.message.folded} ")))
            or side_by_side(heard)
        )
        question = replace(
            question,
            services=services,
            either=bool(either),
            filters=filters,
            planned=heard.cue("planned"),
            lacking=services_lacked(heard),
        )
        if question.task in (Task.UNKNOWN_PLACE, Task.CLARIFY_PLACE):
            return question
        located = question.place is not None or question.areas or question.regions
        if question.place is not None and "population_text" in heard.field_codes:
            question = replace(question, filters=(*filters, Serves(question.place)), place=None, strict=False)
        code = re.search(
            r"(?:dans le|indicatif(?: regional)?|code regional|area code)(?: le)? (\d{3})(?!\S)", heard.message.folded
        )
        if code:
            filters = (*filters, DialsFrom(code.group(1)))
            question = replace(question, filters=filters)
        if heard.topics and not located and not services and heard.cue("plural", "singular") and self._tells(heard):
            return replace(question, task=Task.LIST, filters=(*filters, *self._tells(heard)), unsaid_words=())
        if heard.topics and not located and not filters and not (services and set(heard.topic_codes) <= {"future"}):
            return _of_prose(replace(question, services=()), heard)
        if not located and services and not filters and set(services) <= heard.unsure:
            if not (seeks(heard) or heard.cue("plural", "yes_no") or len(heard.message.words) <= 4):
                return _of_prose(replace(question, services=()), heard)
            if len(services) == 1 and "|" in services[0]:
                return replace(question, task=Task.CLARIFY_SERVICE, options=tuple(services[0].split("|")))
        if self._asks_of_some_coop(heard) and not located and not services and not filters:
            return replace(question, task=Task.CLARIFY_ENTRY, fields=tuple(f for f in heard.field_codes if f in OF_ONE))
        if heard.topics and located and not services:
            spoken = tuple(SpeaksOf(self.ear.topics, code) for code in heard.topic_codes)
            question = replace(question, filters=(*filters, OneOf(spoken)), topic=" ".join(heard.topic_codes))
            filters = question.filters
        if by_region(heard) or (
            len(question.regions) > 1
            and not services
            and heard.cue("plural", "compare")
            and _MORE.search(heard.message.folded)
        ):
            measure = measured(heard)
            return replace(question, task=Task.BY_REGION, descending=not heard.cue("least"), measure=measure)
        narrowed = bool(services or filters or located)
        measure = measured(heard)
        extreme = heard.cue("most", "least") and not heard.cue("nearest") and not inside_condition(heard)
        sized = re.search(
            r"(?<!\S)(?:gros\w*|grand\w*|petit\w*|import\w*|popul\w*|big\w*|larg\w*|small\w*)(?!\S)",
            heard.message.folded,
        )
        if (extreme or heard.cue("rank")) and (measure or sized) and not heard.left:
            extremes = [h.code for h in heard.cues if h.code in ("most", "least")]
            least = bool(extremes) and extremes[0] == "least"  # "de la plus grande à la plus petite" begins with most
            limit = how_many(heard) or (LONGEST_RANKING if heard.cue("rank") else None)
            return replace(question, task=Task.RANK, measure=measure or "members", descending=not least, limit=limit)
        if heard.cue("mean", "median") and measure:
            return replace(question, task=Task.MEAN, measure=measure, topic="median" if heard.cue("median") else "mean")
        counted = what_is_counted(heard)
        if counted in MEASURES and (narrowed or heard.cue("table", "total")):
            left = tuple(c for c in services if c not in DOCTORS)
            return replace(question, task=Task.SUM, measure=counted, services=left)
        if heard.cue("total") and measure and (narrowed or heard.cue("table")):
            return replace(question, task=Task.SUM, measure=measure)
        if heard.cue("count") and narrowed and counted not in ("topic",):
            return replace(question, task=Task.COUNT, fields=columns(heard))
        placed = {w.folded for p in heard.places for w in heard.message.words[p.first : p.last]}
        about_coops = heard.cue("plural", "singular", "near", "nearest", "table") or not set(heard.content) - placed
        if narrowed and not services and not filters and not about_coops and not heard.fields:
            return _of_prose(question, heard)  # a place, and nothing of ours
        if narrowed and not (heard.cue("federation") and not services and not filters):
            return replace(question, task=Task.LIST, fields=columns(heard), limit=question.limit or how_many(heard))
        if heard.cue("count") and counted == "entries" and not heard.left:
            return replace(question, task=Task.SOURCES, topic="entries")
        return _of_prose(replace(question, measure=counted if counted in MEASURES else None), heard)

    def _tells(self, heard: Heard) -> tuple[Criterion, ...]:
        """ "quelle coop a été fondée en 2012": the co-ops that say so in a clause, with the figure said."""
        figures = tuple(re.findall(r"(?<!\S)\d+(?!\S)", heard.message.folded))
        if not re.match(
            r"(?:quelles?|lesquelles?|which|y a t il|est ce que des|liste|coop\w*|cliniques?|qui|celles)",
            heard.message.folded,
        ):
            return ()
        asked = tuple(
            w.folded for h in heard.topics for w in heard.message.words[h.first : h.last] if len(w.folded) > 4
        )
        codes = [code for code in heard.topic_codes if code in _TELLABLE]
        # Most precise first: the very words asked ("agrandissement"), else anything said of the topic ("projets").
        for words_too in (*((w,) for w in asked), ()):
            found = tuple(SpeaksOf(self.ear.topics, code, figures, (*heard.left, *words_too)) for code in codes)
            if any(
                c.judge(s, self.directory.gazetteer).truth is Truth.YES for c in found for s in self.directory.sites
            ):
                return found
        return ()

    def _asks_of_some_coop(self, heard: Heard) -> bool:
        """A field of one co-op, and no co-op named: "le numéro de la coop ?", "c'est qui le président ?"."""
        fields = set(heard.field_codes) & OF_ONE - {"card", "services_text", "region"}
        if (
            heard.topics
            and not heard.left
            and len(heard.message.words) <= 6
            and not heard.cue("plural", "federation", "report", "brochure")
        ):
            return set(heard.topic_codes) <= _OF_A_CLINIC
        if (
            not fields
            or heard.cue(
                "plural",
                "federation",
                "report",
                "brochure",
                "network",
                "table",
                "total",
                "most",
                "least",
                "mean",
                "compare",
            )
            or heard.topics
        ):
            return False
        counted = what_is_counted(heard)
        if counted:
            return (
                bool(
                    re.search(
                        r"(?<!\S)(?:ils|elles|elle|la coop|la clinique|they|the coop)(?!\S)", heard.message.folded
                    )
                )
                and not heard.left
            )
        named = all(self.ear.names.holds(w) for w in heard.left)
        return named and (heard.cue("singular") or (not heard.left and len(heard.message.words) <= 6))


def _of_prose(question: Question, heard: Heard) -> Question:
    """The question as one of the prose, with the fields and topics that were heard."""
    return replace(question, task=Task.PROSE, fields=heard.field_codes, topic=" ".join(heard.topic_codes))


def located_words(question: Question) -> bool:
    """Whether a place, a territory or a region was understood."""
    return bool(question.place is not None or question.areas or question.regions)
