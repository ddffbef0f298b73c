"""Decides what a message asks: from what was heard to one self-contained `Question`.

The order of `_decide` is the policy: named co-ops first, then numbers over the table, then lists, then prose. Words
that nothing claimed are never ignored: they are carried in the question, and the answerers must find them in a
document or say that the documents don't hold them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import left_out
from assistant.about_coops import counted_in_its_cells, of_subject
from assistant.about_table import of_prose, of_rows_that_print, of_table
from assistant.answer import Outcome
from assistant.asked import (
    CONTACT,
    MEASURES,
    OF_ONE,
    OVERTAKES,
    TOGETHER,
    asks_meaning,
    fields_besides_where,
    meant_as_services,
    measured,
    names_of_staff,
    tidy,
    what_is_counted,
)
from assistant.conversation import Conversation
from assistant.deixis import of_two, which_coop
from assistant.follow_up import edit
from assistant.follow_up.back_to_circle import with_its_unit
from assistant.follow_up.mistakes import with_plain_correction
from assistant.follow_up.quoted import how_many_quoted
from assistant.follow_up.ranks import with_plain_items, with_plain_ranks
from assistant.follow_up.sent_away import in_one_breath
from assistant.follow_up.sequel import form_asked, goes_back, goes_on, thread, without, without_commands
from assistant.follow_up.shown import how_many_shown
from assistant.follow_up.words import shown_positions
from assistant.health import ADVICE, EMERGENCY, SUICIDE, Health
from assistant.hearing import DOCTORS, Ear, Heard, HeardPlace
from assistant.hearsay import as_a_claim
from assistant.homonyms import denied
from assistant.left_off import why_left_off
from assistant.like_another import like_another
from assistant.membership import asked_of_a_named_coop, asks_who_else_joined, says_another, tells_who_joined
from assistant.named import Named
from assistant.phrases import Message, Phrases
from assistant.preface import (
    after_reaction,
    in_present,
    presented,
    split,
    with_its_subject,
    with_or,
    without_aside,
    without_blanks_apart,
    without_either_way,
    without_in_case,
    without_particle,
    without_role,
    without_sayer,
    without_turn,
)
from assistant.question import Question, Task
from assistant.reckoned import GAP, asks_gap
from assistant.sentences_that_ask import behind_its_story, only_told, that_ask
from assistant.smalltalk import Smalltalk
from assistant.states import spell_marks
from assistant.story import turns_on_it
from assistant.subjects import Subjects
from assistant.times import both_written, compares, which_year
from assistant.unheard_name import unheard_name
from assistant.where import Where
from index.areas import InArea
from index.cells import best_segment
from index.criterion import Truth
from index.directory import Directory
from index.french_words import is_french
from index.places import PlaceKind
from ingest.french import words
from ingest.services import Lexicon

BARE = 4  # words of a question that says no subject: "c'est avec qui ?"
MOST_LEFT = 3  # words unheard in a question about the documents themselves: with more it asks something else
FEW = 3  # co-ops of a town that are answered of together
LONGEST = 2000  # characters: beyond, a message is read up to here and the reply says so
# "La Fédération compte 206 médecins, c'est ça ?": a number to confirm, of what it counts.
_CLAIMED = re.compile(
    r"(?<!\S)\d[\d ]*(?: (?:ou|or) \d[\d ]*)? (?P<what>coops|cooperatives|medecins|membres|patients|dossiers|regions"
    r"|professionnels|co ops|doctors|members)(?: (?:ou|or) \d[\d ]*)?(?!\S)"
)
_TAG = re.compile(
    r"(?<!\S)(?:(?:c |ce |qu il )?est (?:ce )?(?:bien )?(?:ca|exact|vrai|correct|juste)(?: que)?|n est ce pas|pas vrai"
    r"|vrai ou faux|is (?:it|that) (?:true|right|correct)(?: that)?|right|correct|hein)(?!\S)"
)
_ASKS_WHICH = re.compile(
    r"(?<!\S)(?:quel\w*|lesquel\w*|laquelle|qui|liste\w*|combien|pourquoi|which|who|how|why)(?!\S)"
)
# "Je fais des appels, et certaines n'ont pas de téléphone. Lesquelles ?"
_WHICH_OF_THESE = re.compile(
    r"[.!?:;,]\s+(?:et |mais |pis |alors )?(?:c['’]est )?(?:lesquelles|laquelle)(?: (?:svp|stp|donc|au juste))?\W*$",
    re.IGNORECASE,
)
_NEARER = re.compile(r"(?:plus (?:proche|pres)|nearest|closest|closer|nearer) (?:de|d|du|des|to)(?: l| la| le)?$")
_OF_NOTHING = (Task.SOCIAL, Task.EMPTY, Task.EMERGENCY, Task.ADVICE)  # turns that a later one can't point back to
_FIGURES = re.compile(r"(?<!\S)(?:chiffres|statistiques|portrait)( \w+){0,6} (?:reseau|ensemble)(?!\S)")
SHORTEST_NAME = 4  # letters: what is shorter is rather a word that was cut
_OF_A_TABLE = {"publisher", "membership", "entries"}  # questions about the table itself
_AT_ONCE = (Task.EMERGENCY, Task.ADVICE, Task.OUTSIDE)  # answered so, whatever came before


class Understanding:
    """Reads messages over one directory."""

    def __init__(self, directory: Directory, lexicon: Lexicon, other_words: frozenset[str] = frozenset()) -> None:
        self.directory = directory
        self.lexicon = lexicon
        self.ear = Ear(directory, lexicon, directory.gazetteer, other_words)
        self._health = Health()
        self._smalltalk = Smalltalk()
        self._sources = Phrases("sources.toml")
        self._outside = Phrases("outside.toml")
        self.subjects = Subjects(directory, self.ear.names)
        self.where = Where(directory)

    def understand(self, text: str, conversation: Conversation) -> Question:
        """The question that `text` asks at this point of the conversation. Never raises on what people type."""
        cut = with_plain_items(spell_marks(text[:LONGEST]))
        message = Message(cut, words(cut))
        if not any(len(w.folded) > 1 or w.folded.isdigit() for w in message.words):
            return Question(text, Task.EMPTY)
        if conversation.last is not None:
            cut = in_one_breath(with_plain_correction(cut))
            if conversation.last.question.radius_km is not None:
                cut = with_its_unit(cut)
        cut = self._to_the_point(
            both_written(self._without_commands(with_its_subject(in_present(as_a_claim(cut))))),
            conversation.last is not None,
        )
        if conversation.last is not None:
            cut = without_turn(without_sayer(self._after_reaction(without_particle(cut), conversation.last.question)))
            turns = thread(conversation)
            told = bool(turns and turns[-1].question.subjects)
            cut = with_plain_ranks(cut, max(how_many_shown(turns), how_many_quoted(turns)), of_more=told)
        heard = self.ear.hear(cut)
        of_the_sources = {hit.code for hit in self._sources.hits(heard.message)} & _OF_A_TABLE
        form = "" if of_the_sources else form_asked(heard)  # "qui a fait le tableau ?" wants none made
        alone = self._plain(heard, form) if form else self.alone(cut, heard)
        if not heard.language and conversation.last is not None:
            alone = replace(alone, language=conversation.last.question.language)
        if alone.task in _AT_ONCE or (alone.task is Task.SOCIAL and not goes_on(heard)):
            return alone
        edited = edit(conversation, heard, alone, self)
        if edited is not None:
            return edited
        untold = alone.task in (Task.RANK, Task.SUM, Task.MEAN) and of_two(heard)  # of two that nothing tells apart
        if untold or _none_spoken_of(conversation):
            alone = which_coop(alone, heard) or alone
        return replace(alone, form=form)

    def _to_the_point(self, text: str, follows: bool) -> str:
        """The message without its preface, unless that names something to look for."""
        text = self._sentences_that_ask(without_in_case(text), follows)
        opening, question = presented(text)
        if opening:
            text = question if self._asks_apart(opening, question) else f"{without_role(opening)}{question}"
        preface, question = split(text)
        told = self.tells(preface) and not only_told(preface, question, self.ear.hear)
        if preface and not (told or goes_back(preface) or turns_on_it(preface)):
            text = question
        asked, aside = without_aside(text)
        if aside and self.ear.hear(asked).fields and not self.tells(aside):
            text = asked
        return text

    def _sentences_that_ask(self, text: str, follows: bool) -> str:
        """The message without the sentences that only tell, unless an emergency is told."""
        asking = that_ask(text, self.ear.hear, follows)
        if not follows:
            asking = behind_its_story(asking, self.ear.hear)
        if asking == text or (turns_on_it(text) and not turns_on_it(asking)):
            return text
        situation = self._health.situation(Message(text, words(text)), self.ear.hear(text))
        return text if situation in (SUICIDE, EMERGENCY) else asking

    def names_something(self, part: str) -> bool:
        """Whether a part of a message names what may be asked about, be it a column or a subject of the documents."""
        said = self.ear.hear(part)
        about = said.fields or said.topics or said.cue("federation", "report", "brochure", "network", "plural")
        return bool(about) or self.tells(part) or goes_back(part)

    def _asks_apart(self, opening: str, question: str) -> bool:
        """Whether what opens a message names no co-op and no place, and what follows asks by itself."""
        told, asked = self.ear.hear(opening), self.ear.hear(question)
        named = told.places or any(n.sure for n in told.named)
        return not named and bool(asked.cues or asked.fields or asked.services or asked.topics or asked.places)

    def _after_reaction(self, text: str, before: Question) -> str:
        """The message without what it thinks of the last answer: "bon, pas de numéro. Un courriel peut-être ?"."""
        reaction, asked = after_reaction(text)
        said = self.ear.hear(reaction)
        again = said.fields and set(said.field_codes) <= set(before.fields) and not (said.places or said.named)
        more = said.places or said.named or said.services or said.conditions or set(said.field_codes) - {"status"}
        state = (said.filters or said.fields) and not more  # "donc c'est pas encore ouvert."
        return asked if reaction and (again or state or not self.names_something(reaction)) else text

    def _without_commands(self, text: str) -> str:
        """The sentences that ask, unless only an order names what is asked about."""
        asking = without_commands(text)
        return asking if asking == text or self.tells(asking) or not self.tells(text) else text

    def tells(self, part: str) -> bool:
        """Whether a part of a message names anything to look for, or a situation."""
        said = self.ear.hear(part)
        told = said.places or said.named or said.services or said.conditions or said.filters
        return bool(told or self._health.situation(said.message, said))

    def _plain(self, heard: Heard, form: str) -> Question:
        """What a message asks, but for the form that it wants."""
        plain = without(_WITH_ITS_OBJECT.sub(r"\g<order> ", heard.message.text), (form,))
        return self.alone(plain, self.ear.hear(plain))

    def alone(self, text: str, heard: Heard) -> Question:
        """The question that a message asks by itself, whatever came before."""
        kept = with_or(without_either_way(text))
        if kept != text:
            return self.alone(kept, self.ear.hear(kept))
        kept = without_blanks_apart(text)
        told = self.ear.hear(kept) if kept != text else heard
        if kept != text and (told.cue("most", "least", "rank", "mean", "median", "total") or told.states):
            return self.alone(kept, told)  # what the table tells nothing of is in none of these
        message = Message(text, words(text))
        base = Question(
            heard.message.text,
            Task.PROSE,
            language=heard.language or "fr",
            content=heard.content,
            unsaid_words=heard.left,
        )
        situation = self._health.situation(message, heard)
        if situation in (SUICIDE, EMERGENCY):
            return replace(base, task=Task.EMERGENCY, topic=situation)
        politeness = self._smalltalk.topic(message, heard, self.ear.stop)
        if politeness and not heard.cue("count") and not self.ear.names_somebody(heard):
            return replace(base, task=Task.SOCIAL, topic=politeness)
        if situation == ADVICE and not _seeks_a_service(heard):
            return replace(base, task=Task.ADVICE)
        outside = {hit.code for hit in self._outside.hits(heard.message)}
        if outside and ("invented" in outside or not _of_ours(heard)):
            return replace(base, task=Task.OUTSIDE)
        sources = tuple(
            h
            for h in self._sources.hits(message) or self._sources.hits(heard.message)  # as typed, else as meant
            if not (h.code == "membership" and tells_who_joined(heard))
            and not ((h.code == "documents" and len(heard.left) > MOST_LEFT) or (h.code == "entries" and heard.places))
        )
        member = any(h.code == "membership" for h in self._sources.hits(message))
        named = asked_of_a_named_coop(heard, member)
        another = asks_who_else_joined(heard) and says_another(
            heard.message.folded
        )  # "quelle autre est devenue membre avec elle ?"
        positions = self._coops_spoken_of(heard) if named and not another else ()
        if positions:
            return replace(base, task=Task.SOURCES, topic=named, subjects=positions)
        if any(n.how == "number" and not n.positions for n in heard.named) and not heard.services:
            return replace(base, task=Task.SOURCES, topic="number")
        numbered = tuple(p for n in heard.named if n.how == "number" for p in n.positions)  # "deux fois le numéro 49"
        of_the_print = numbered or not set(heard.field_codes) & CONTACT
        spoken_of = self._coops_spoken_of(heard) if any(h.code == "anomalies" for h in sources) else ()
        if any(h.code == "anomalies" for h in sources) and not heard.services and of_the_print:
            positions = spoken_of or numbered
            if positions:
                return replace(base, task=Task.SOURCES, topic="anomalies", subjects=positions)
        odd = any(h.code == "anomalies" for h in sources)
        meant = any(h.code == "marks" for h in sources) and not heard.cue(
            "plural"
        )  # "un « ? » sous médecins veut dire quoi ?"
        conditioned = heard.filters or (not (odd or meant) and (heard.states or heard.conditions))
        of_one = spoken_of or any(n.sure for n in heard.named)
        if sources and not (heard.services and not meant) and not conditioned and not of_one:
            order = ("marks", "anomalies", "entries", "membership", "publisher", "dates", "documents")
            codes = {h.code for h in sources}
            if "documents" in codes:
                codes -= {"dates"}  # each document is told with its date
            return replace(
                base, task=Task.SOURCES, topic=next(k for k in order if k in codes), period=which_year(heard)
            )
        if heard.left and _WHICH_OF_THESE.search(heard.message.text) and (heard.states or heard.filters):
            base, heard = replace(base, unsaid_words=()), replace(heard, left=())  # words told, not asked
        confirm = self._to_confirm(heard)
        if confirm:
            base, heard = replace(base, message=confirm), self.ear.hear(confirm)
        decided = self._decide(base, heard)
        if decided.task is Task.UNKNOWN_PLACE and self._in_the_prose(decided.topic):
            decided = of_prose(replace(base, content=heard.content), heard)
        return (
            replace(decided, task=Task.CLARIFY_PLACE, limit=_only_nearest(heard))
            if _near_whom(decided, heard)
            else replace(decided, task=Task.CLARIFY_PLACE, radius_km=heard.radius_km)
            if _within_what(decided, heard)
            else decided
        )

    def _in_the_prose(self, name: str) -> bool:
        """Whether a name that no gazetteer knows stands in the documents: "du côté de Desjardins" is no place."""
        said = words(name)
        return bool(said) and all(w.folded in self.ear.prose_words for w in said)

    def _coops_spoken_of(self, heard: Heard) -> tuple[int, ...]:
        """The co-ops named, else the only one of a town named."""
        named = [n for n in heard.named if n.sure and n.how == "name"]
        subject = self.subjects.subject(heard)
        if subject is not None or named:
            every = (*(p for n in named for p in n.positions), *(subject.positions if subject else ()))
            return tuple(dict.fromkeys(every))
        located = [self.subjects.located(place) for place in heard.places if not self._is_province(place, heard)]
        return located[0] if len(located) == 1 and len(located[0]) == 1 else ()

    def _is_province(self, place: HeardPlace, heard: Heard) -> bool:
        """ "toutes les coops du Québec": of none that stands in the city of that name."""
        meant = self.where.reading(place, heard)
        return meant is not None and meant.kind is PlaceKind.PROVINCE

    def _to_confirm(self, heard: Heard) -> str:
        """A number said of the network, asked as "combien de"; empty where the message asks something else."""
        said = heard.message.folded
        claimed = _CLAIMED.search(said)
        if claimed is None or not heard.cue("federation", "network", "report") or _ASKS_WHICH.search(said):
            return ""
        if heard.places or heard.services or any(n.sure for n in heard.named):
            return ""
        if claimed["what"].startswith("co") and len(re.findall(r"(?<!\S)\d{1,3}(?!\S)", said)) > 1:
            return ""  # two counts are opposed
        how_many = "how many" if heard.language == "en" else "combien de"
        return _TAG.sub("", f"{said[: claimed.start()]} {how_many} {claimed['what']} {said[claimed.end() :]}")

    def _decide(self, base: Question, heard: Heard) -> Question:
        first = self._of_the_others(base, heard) or self._like_another(base, heard) or self._added_up(base, heard)
        first = first or self._nearer_of_two(base, heard) or of_rows_that_print(base, heard, self.directory)
        if first is not None:
            return first
        if asks_who_else_joined(heard):
            return of_prose(replace(base, content=heard.content), heard)
        rivals = self.subjects.rivals(heard)
        if rivals:
            return self._of_rivals(base, heard, rivals)
        subject = self.subjects.subject(heard)
        where = self.where.where(base, heard, subject)
        if subject is not None:
            left_off = why_left_off(replace(where, subjects=subject.positions), heard)
            if left_off is not None:
                return left_off
        question = replace(where, period=which_year(heard))
        located = question.place is not None or question.areas or question.regions
        if subject is None and not located and asks_meaning(heard.message.folded):
            return of_prose(replace(question, content=heard.content), heard)
        if question.period == "both" and subject is None:
            return of_prose(replace(question, place=None, areas=(), regions=()), heard)
        ranked = heard.cue("most", "least", "rank") and heard.cue("singular", "plural") and measured(heard)
        if (
            subject is None
            and not (ranked and heard.cue("rank", "singular"))
            and (heard.cue("federation", "network") or _NURSES_OF_ALL.search(heard.message.folded))
            and what_is_counted(heard) not in ("", "entries")
            and not located_words(question)
        ):
            return of_prose(question, heard)
        if subject is None and not located and (_change_of_a_measure(heard) or _FIGURES.search(heard.message.folded)):
            return of_prose(question, heard)
        federation = heard.cue("federation", "report") or (
            heard.cue("brochure")
            and not (heard.services or located or ranked)
            and not (heard.cue("table") and heard.cue("count", "total", "mean"))  # "le tableau de la brochure"
        )
        if subject is not None and _of_the_federation(heard, subject):
            return of_prose(replace(question, place=None, areas=(), regions=()), heard)
        if subject is not None and not self.subjects.wants_many(heard, subject):
            return self.of_subject(question, heard, subject)
        unheard = (
            unheard_name(heard, self.ear.names.holds)
            if not heard.cue("plural", "near", "nearest", "federation")
            else ""
        )
        if unheard:
            return replace(question, task=Task.UNKNOWN_ENTRY, place=None, topic=unheard, fields=heard.field_codes)
        missing = self._missing_coop(question, heard) or (None if located else self._unheard_of(question, heard))
        if missing is not None:
            return missing
        if (
            federation
            and not heard.conditions
            and not (
                (heard.filters or (heard.states and not heard.cue("federation", "report")))
                and heard.cue("plural", "singular", "list", "count")
            )  # "la Fédération recrute-t-elle ?"
            and not (heard.services and heard.cue("plural") and not heard.cue("report"))
            and not question.regions
        ):
            return of_prose(question, heard)
        if subject is None and self._about_another_time(question, heard):
            return of_prose(question, heard)
        if _seeks_any(heard) and not located_words(question):
            return replace(question, task=Task.CLARIFY_ENTRY)
        local = self._of_local_words(question, heard)
        return local if local is not None else self.of_table(question, heard)

    def _of_the_others(self, base: Question, heard: Heard) -> Question | None:
        """ "combien de coops, sauf celles sans médecin ?": what is asked without these, of those not left out."""
        apart = denied(heard.message, heard.places)  # "pas celui de Montréal" leaves no co-op out
        asked = left_out.parts(heard.message) or (None if apart else left_out.places_apart(heard))
        if asked is None:
            return None
        kept, gone = (self.ear.hear(part) for part in asked)
        question = self._decide(replace(base, content=kept.content, unsaid_words=kept.left), kept)
        return left_out.of_the_others(question, kept, gone, self.where)

    def _like_another(self, base: Question, heard: Heard) -> Question | None:
        """ "quelles coops ont autant de médecins que celle de Thurso ?"."""
        return like_another(base, heard, self.subjects, self.where, self.directory)

    def _added_up(self, base: Question, heard: Heard) -> Question | None:
        """ "Aylmer et Thurso ensemble, ça fait combien de membres ?": a total or a mean over the co-ops named."""
        measure, named = measured(heard), self.subjects.each_named(heard)
        if measure is None or len(named) < 2 or heard.cue("most", "least", "compare"):
            return None
        if heard.cue("mean"):
            return replace(base, task=Task.MEAN, scope=named, measure=measure, topic="mean")
        if heard.cue("total") or TOGETHER.search(heard.message.folded):
            return replace(base, task=Task.SUM, scope=named, measure=measure)
        return None

    def _about_another_time(self, question: Question, heard: Heard) -> bool:
        """The table is of one year: a count or a total of another one is not in it."""
        limits = (n for c in heard.conditions for n in (c.number, c.upper) if n is not None)
        counted = {str(int(n)) for n in limits}  # "entre 1000 et 2000 membres"
        years = set(re.findall(r"(?<!\S)(?:19|20)\d\d(?!\S)", heard.message.folded)) - counted
        table_year = self.directory.entries[0].span.document.year if self.directory.entries else ""
        numeric = heard.cue("count", "total", "mean", "median")
        if question.period == "2014" and numeric and not located_words(question):
            conditioned = heard.states or heard.filters or heard.conditions
            in_brochure = heard.cue("brochure") and not conditioned and not heard.cue("table")
            return in_brochure or any(c in heard.service_codes for c in (what_is_counted(heard),))
        return bool(years) and not any(y in table_year for y in years) and bool(numeric) and not heard.topics

    def _of_local_words(self, question: Question, heard: Heard) -> Question | None:
        """Words that only a cell of a co-op of the place named holds: the question is about that co-op."""
        sure = [c for c in heard.service_codes if c not in heard.unsure and c != what_is_counted(heard)]
        if (names_of_staff(heard) or what_is_counted(heard) == "topic") and not heard.cue("plural"):
            sure = []
        if (
            question.place is None
            or not question.strict
            or sure
            or not (heard.left or heard.topics or heard.cue("count") or names_of_staff(heard))
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
        if len(inside) == 1 and not heard.cue("plural"):
            one = Named((inside[0].position,), 0, 0, "place")
            if counted_in_its_cells(heard, one, self.directory):
                return self.of_subject(replace(question, place=None, strict=False), heard, one)
        if 0 < len(inside) <= FEW and names_of_staff(heard) and not heard.cue("plural"):
            some = Named(tuple(e.position for e in inside), 0, 0, "several")
            return self.of_subject(replace(question, place=None, strict=False), heard, some)
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

    def _unheard_of(self, question: Question, heard: Heard) -> Question | None:
        """ "le numéro de la coop de Zorglub": a name that nothing knows, right behind "la coop de"."""
        if heard.services or heard.topics or heard.cue("plural", "near", "nearest"):
            return None
        if (heard.filters or heard.conditions or heard.states) and not _THE_COOP.search(heard.message.folded):
            return None
        for i, word in enumerate(heard.message.words):
            if word.folded not in heard.left or len(word.folded) < SHORTEST_NAME:
                continue
            typed = heard.message.text[word.start : word.end]
            known = is_french(typed) or self.ear.spelling.knows(word.folded) or not word.folded.isalpha()
            known = known or (heard.language == "en" and self.ear.english_spelling.knows(word.folded))
            asked = i > 0 or typed[0].isupper() or heard.language == "en"  # "definission coop" names none
            if asked and not known and self.subjects.headed(heard, i, i + 1):
                return replace(question, task=Task.UNKNOWN_ENTRY, topic=typed, fields=heard.field_codes)
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
            or asks_gap(heard)
            or OVERTAKES.search(heard.message.folded)
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
                topic=GAP if asks_gap(heard) else "",
            )
        services = meant_as_services(heard, heard.field_codes)
        if services and not fields_besides_where(heard) & CONTACT:
            return replace(question, task=Task.OFFER, services=services)
        fields = tidy(tuple(f for f in heard.field_codes if f != "card"))
        return replace(question, task=Task.FIELDS, fields=fields) if fields else replace(question, task=Task.CARD)

    def of_subject(self, question: Question, heard: Heard, subject: Named) -> Question:
        """What is asked of the co-ops named."""
        return of_subject(question, heard, subject, self.directory, self.where)

    def of_table(self, question: Question, heard: Heard) -> Question:
        """What is asked of the whole table."""
        return of_table(question, heard, self.directory, self.ear)


# "résume-moi en quelques lignes le mot de la direction": a summary of something, in whatever length
_WITH_ITS_OBJECT = re.compile(
    r"\b(?P<order>r[ée]sum\w+|synth[ée]tis\w+)(?:[- ](?:moi|nous))?,? (?:en|dans|sur) (?:\w+ )?(?:\w+ )?"
    r"(?:lignes?|phrases?|mots?|points?|paragraphes?)[, ]+(?=(?:l[ea]s?|ce|cet|cette|votre|vos|ma) |l['’]|ce que )",
    re.IGNORECASE,
)


def _none_spoken_of(conversation: Conversation) -> bool:
    """Whether no co-op was spoken of yet: nothing was asked, or nothing was found and no co-op named."""
    asked = [t for t in conversation.turns if t.question.task not in _OF_NOTHING]
    without = (Outcome.ABSTAIN, Outcome.CLARIFY)
    found = (t.answer.outcome not in without or shown_positions(t) or t.question.subjects for t in asked)
    return not any(found)


_THE_COOP = re.compile(r"(?<!\S)(?:la|cette|the) (?:coop|cooperative|clinique|co op|clinic)(?!\S)")


def _near_whom(question: Question, heard: Heard) -> bool:
    """ "la coop la plus proche de chez nous ?": near a place that is not said."""
    here = heard.cue("nearest") or (heard.cue("near") and _FROM_HERE.search(heard.message.folded) is not None)
    asked = question.task is Task.PROSE and here and heard.cue("singular", "plural")
    of_something = (
        set(heard.field_codes) - {"card"}
        or heard.topics
        or heard.places
        or set(heard.left) - _CLOSEST
        or question.period
    )
    return bool(asked and not of_something) and not heard.cue(
        "federation", "report", "brochure", "count", "network", "table"
    )


def _within_what(question: Question, heard: Heard) -> bool:
    """ "dans un rayon de 50 km", "un dentiste à moins de 30 km ?": around a place that is not said."""
    if heard.radius_km is None or heard.places or any(n.sure for n in heard.named) or question.subjects:
        return False
    elsewhere = question.place is not None or question.areas or question.regions or question.period
    told = heard.topics or heard.left or set(heard.field_codes) - {"doctors", "family_doctors"}
    if elsewhere or told or heard.cue("federation", "report", "brochure", "network", "table", "count"):
        return False
    return question.task in (Task.LIST, Task.PROSE) and _ONLY_A_CIRCLE.search(heard.message.folded) is None


# "à moins de 15 km d'un centre urbain" is of the prose
_ONLY_A_CIRCLE = re.compile(
    r"(?<!\S)(?:km|kilometres?|kilometers?) (?:de|d|du|des|of|from) (?!(?:rayon|distance|route)(?!\S))\S"
)


def _only_nearest(heard: Heard) -> int | None:
    return 1 if heard.cue("nearest") else None


_FROM_HERE = re.compile(r"(?<!\S)(?:chez (?:moi|nous)|(?:de|a cote de) (?:moi|nous)|d ici|near me|me|us|here)(?!\S)")
_CLOSEST = frozenset({"closest", "nearest", "proximite"})


def _seeks_a_service(heard: Heard) -> bool:
    """ "je ronfle la nuit, quelle coop fait le test d'apnée ?": where it is done is asked, not what to do."""
    return bool(set(heard.service_codes) - DOCTORS) and heard.cue("list", "where") and heard.cue("singular", "plural")


def _seeks_any(heard: Heard) -> bool:
    """ "je cherche une clinique": a co-op is sought, and nothing is said of it."""
    found = heard.fields or heard.filters or heard.topics or heard.services or heard.conditions or heard.left
    cues = {hit.code for hit in heard.cues}
    return bool(_SOUGHT.search(heard.message.folded)) and not found and cues <= {"singular", "plural", "list", "near"}


_SOUGHT = re.compile(
    r"(?<!\S)(?:cherche\w*|besoin|veux|voudrais|aimerais|trouver|looking for|need|want)(?: \w+){0,2} "
    r"(?:coops?|cooperatives?|cliniques?|co ops?|clinics?)(?!\S)"
)


def _of_the_federation(heard: Heard, subject: Named) -> bool:
    """A place or a number that names a co-op by chance: "le siège de la Fédération est à Québec, sur quelle rue ?"."""
    by_chance = subject.how in ("place", "number", "misspelt", "street")
    named = any(
        hit.code == "federation" and heard.message.words[hit.first].folded != "organisme" for hit in heard.cues
    )  # "l'organisme sur Côte-de-Liesse" is that co-op
    heads = subject.how == "person" and _HEADS_IT.search(heard.message.folded)  # "X ou Y : qui dirige la Fédération ?"
    of_all = _OF_COOPS.search(heard.message.folded) is not None
    return bool(by_chance or heads) and named and (of_all or not heard.cue("singular", "plural"))


# "Quebec's health co-op federation": its name says co-op, and asks of none.
_OF_COOPS = re.compile(
    r"(?<!\S)(?:(?:co ops?|coops?|cooperatives?|clinics?) federation"
    r"|federation (?:of|des|de)(?: (?:the|les|quebec|s))*(?: health)? (?:co ?ops?|cooperatives?))(?!\S)"
)


# Nurses are counted by the prose alone; how many co-ops have one is asked otherwise.
_NURSES_OF_ALL = re.compile(
    r"(?<!\S)combien (?:(?:y a t il|il y a|avez vous|y a) )?(?:d )?infirmi\w+ (?:\S+ ){0,3}?dans "
    r"(?:toutes |l ensemble de )?(?:les|vos|nos) coop\w*(?: de sante)?(?! (?:a|de|du|des|d|en|dans|au)(?!\S))"
)


_HEADS_IT = re.compile(
    r"(?<!\S)(?:qui|lequel|laquelle|who|which)(?: \w+){0,3} (?:dirige|preside|gere|mene|directeur|directrice"
    r"|president\w*|leads|heads|runs)(?: (?:de|d|la|notre|votre|the|of)){0,2} (?:federation|fqcs|fcsdsq)(?!\S)"
)


def _of_ours(heard: Heard) -> bool:
    """Whether a co-op, the Federation or one of the documents is spoken of."""
    return heard.cue("federation", "report", "brochure", "table", "plural", "singular") and not _ANOTHER_TRADE.search(
        heard.message.folded
    )


# "une coop d'habitation": a co-op, of another trade
_ANOTHER_TRADE = re.compile(
    r"(?<!\S)(?:(?:coops?|cooperatives?) (?:d |de )(?:habitation|alimentation|taxi|funeraire)\w*"
    r"|(?:clinique |medecin )?veterinaires?|caisse (?:desjardins|populaire))(?!\S)"
)


def _change_of_a_measure(heard: Heard) -> bool:
    """ "les effectifs infirmiers ont-ils bondi ?": of the network, since the table is of one date."""
    measured_words = heard.services or set(heard.field_codes) & set(MEASURES)
    narrowed = bool(heard.conditions or heard.filters or heard.states)
    narrowed = narrowed or heard.cue("list", "most", "least", "rank", "nth", "near", "nearest")
    return bool(measured_words) and not narrowed and compares(heard.message.text)


def located_words(question: Question) -> bool:
    """Whether a place, a territory or a region was understood."""
    return bool(question.place is not None or question.areas or question.regions)
