"""A message read as a sequel: what it says of the thread ("peu importe", "en tableau"), and the rest of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answer import Outcome
from assistant.asked import measured
from assistant.conversation import Conversation, Turn
from assistant.follow_up.words import ORDINALS, shown_positions
from assistant.hearing import Heard, sequels
from assistant.phrases import Hit, Message
from assistant.question import Question, Task
from ingest.french import words

if TYPE_CHECKING:
    from assistant.understand import Understanding

_LEFT_IN = frozenset({"who_else"})  # words that tell a sequel and are still part of what it asks
_ASKING = frozenset(
    {"who_else", "put_back", "the_other", "why_not", "anywhere", "same_region", "table", "short", "long", "again"}
)
FORMS = ("table", "short", "long")
_SENTENCES = re.compile(r"(?<=[.!?\n])\s+|\s+(?=(?:ensuite|puis|then)\b)", re.IGNORECASE)
_CLAUSES = re.compile(
    r"[,;:.!?]\s+|\s+(?:mais|but)\s+|\s+(?:puis|pis|et) "
    r"(?=(?:tu |vous )?(?:avec|sans|seulement|laiss(?:e|ez|ons)|gard(?:e|ez|ons)|conserv(?:e|ez|ons)|maint\w+"
    r"|tien\w*|rest(?:e|ez|ons)) )"
    r"|\s+(?=(?:si|quand|if|when) (?:on |je |j['’ ]|tu |vous |nous |we |i |you )\s?"
    r"(?:enl[eè]v|exclu|retir|soustra|[eé]cart|[oô]te|oubli|laiss|remov|drop|take out|leave out))",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:(?:ok|bon|non|ah|pis|et|finalement) )*(?:l[ea]s? |l['’]|un |une |des |du |pour )?[\w'’-]+(?: [\w'’-]+){0,3}"
)
_NOTHING_ELSE = re.compile(
    r"(?:\W|finalement|donc|alors|en fait|tout compte fait|stp|svp|aussi|l[àa]|c['’]?est|on|je)*", re.IGNORECASE
)
MOST_OUT = 16  # words: a longer message that takes a co-op out asks something of its own
# "sans Aylmer", "à part celle de Thurso", "moins Le Rocher".
_LESS = re.compile(
    r"(?<!\S)(?:(?:(?:sans|not) (?:compter|inclure|counting)|sans|sauf|hormis|excepte\w*|(?:mis\w* )?a part"
    r"|(?:en )?excluant|a l exception|without|except(?: for)?|excluding|minus|(?:en )?dehors|a l exterieur"
    r"|(?:partout )?ailleurs qu|outside)"
    r"(?: (?:celles?|celui|la|le|l|les|coops?|cooperatives?|cliniques?|de|d|du|des|en|a|au|the|ones?|in|of|from))*"
    r"|moins(?: celle d(?:e|u|es)?)?)$"
)
# "pas Gatineau, trop loin", after several were shown: one of them is not wanted.
_NOT_THAT_ONE = re.compile(
    r"^(?:(?:non|ok|bon|ah|oh|mais|ben|euh|oui|no|but) )*(?:(?:(?:je |j |on )(?:veux|irai|vais|va|veut|ira)s? )?pas"
    r"(?: (?:aller|a|au|aux|en|celles?|celui|la|le|coop|clinique|de|d|du|des|l))*|not(?: (?:the|one|in|at))*)$"
)
_REASON = re.compile(
    r"(?:elles?|ils?|c est|c|ca|trop|parce|car|puisque|vu|je|j|on|y|they|it|because|too)(?!\S)"
    r"(?! (?:veu[xt]|voudrai\w*|aimerai\w*|souhait\w*|prefer\w*|demand\w*) (?:celles?|ceux|les|toutes|voir|avoir"
    r"|savoir|la liste)(?!\S))"
)  # "elle est pleine", after what is taken out
# A thing taken back: "pas Saint-Jérôme, Saint-Hyacinthe", "au lieu de L'Islet", "j'ai dit Lanaudière mais…".
_TAKEN_BACK = re.compile(
    r"(?:^|(?<= ))(?:(?:non |et )*pas(?: (?:juste|seulement|uniquement))?|non pas|au lieu|a la place|plutot qu"
    r"|plutot que|et non|j avais dit|j ai (?:dit|ecrit|tape|demande)|(?:suis|etais|sui) (?:trompee?|melee?|gouree?)"
    r"|i said|not|instead of|rather than"
    r"|(?:remplac|troqu|echang|chang|permut|substitu|replac|swap)\w*(?: (?:moi|donc|maintenant|plutot|alors|ca))*)"
    r"(?: (?:celle|celui|a|au|en|dans|de|d|du|des|la|l|le|les|un|une|pour|coop|clinique))*$"
)


# "non, pas le directeur, la présidente": what follows is what was meant.
_NOT_THAT = re.compile(
    r"^(?:\w+\W+){0,2}?(?:pas|not)\s+(?:(?:le|la|les|un|une|des|du|the|a)\s|l['’])[^,;:]{2,40}[,;:]\s+", re.IGNORECASE
)
# "pas de membres, de médecins": so said of what was asked alone.
_NOT_OF_THAT = re.compile(
    r"^(?:\w+\W+){0,2}?(?:pas|not)\s+(?:de\s|d['’])?(?P<what>[^,;:]{2,40})[,;:]\s+", re.IGNORECASE
)

# "les membres, oublie ça": what is dropped stands before, where "oublie ça, l'urologie" asks something else.
_DISMISSED = re.compile(
    rf"\W*{_THING.pattern}\s*[,;:.…]+\s+(?:on |tu |vous )?(?:oubli|laiss|enl[eè]v|[oô]t)\w*(?: faire| tomber)?"
    r"(?: [çc]a| cela)?(?: finalement| donc| stp| svp)?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sequel:
    """A message after others. `heard` and `alone` are of what it asks beyond the words that link it to the thread.

    `whole` is everything heard, `dropped` what the message says no longer counts, `taken_back` what it says was not
    meant, None where it says so of nothing.
    """

    turns: tuple[Turn, ...]
    last: Turn
    whole: Heard
    heard: Heard
    alone: Question
    first: Question  # what the whole message asks by itself
    cues: frozenset[str]
    dropped: Heard | None
    taken_back: Heard | None
    reader: Understanding

    @property
    def form(self) -> str:
        """The form asked for: "table", "short", "long", or none."""
        return next((form for form in FORMS if form in self.cues), "")

    @property
    def says_more(self) -> bool:
        """Whether something is asked beyond the linking words."""
        h = self.heard
        return bool(
            h.services or h.places or h.named or h.fields or h.filters or h.topics or h.conditions or h.left
        ) or h.cue("count", "most", "least", "mean", "total", "nearest")

    def heard_as(self, text: str) -> Sequel:
        """The same sequel, saying `text` instead: its noun put back, its beginning completed."""
        heard = self.reader.ear.hear(text)
        alone = replace(self.reader.alone(text, heard), language=self.alone.language)
        return replace(self, heard=heard, alone=alone)

    def after(self, edited: Question) -> Sequel:
        """The same message said after `edited`, whose answer is not yet given."""
        return replace(self, last=replace(self.last, question=edited))


def read(conversation: Conversation, whole: Heard, alone: Question, reader: Understanding) -> Sequel | None:
    """The message as a sequel of the conversation, None where there is nothing to follow."""
    hits = sequels().hits(whole.message)
    cues = frozenset(hit.code for hit in hits)
    turns = thread(conversation)
    if not turns or "injection" in cues:
        return None
    if "undo" in cues and _drops_a_thing(whole, reader):
        cues -= {"undo"}
    if "dismiss" in cues and _DISMISSED.fullmatch(whole.message.text):
        cues = cues - {"dismiss"} | {"drop"}
    if "dismiss" in cues and _says_what_goes(whole, hits, reader):
        cues -= {"dismiss"}
    text, dropped, first = whole.message.text, None, alone
    if cues & {"dismiss", "undo", "drop"} and _names_what_was_asked(whole, turns[-1].question, reader):
        cues, text, dropped = cues - {"dismiss", "undo"} | {"drop"}, "", reader.ear.hear(without(text))
    against = "why_not" in cues  # "pourquoi pas Aylmer ?", "t'as oublié Thurso": named to be explained, not dropped
    less = _taken_out(whole, len(shown_positions(turns[-1])) > 1)
    if dropped is None and ("drop" in cues or less is not None) and not cues & {"dismiss", "undo"} and not against:
        kept, gone = _clauses(whole, less)
        dropped = reader.ear.hear(without(gone, ("drop",)))
        text = kept
    back = _taken_back(whole) if dropped is None and not against else ()
    taken = reader.ear.hear(" ".join(whole.message.raw(hit) for hit in back)) if back else None
    if not back and not against and (_NOT_THAT.match(text) or _asked_before(text, turns[-1].question, reader)):
        text, cues = (_NOT_THAT if _NOT_THAT.match(text) else _NOT_OF_THAT).sub("", text), cues | {"correct"}
    text = without(text, more=back)
    heard = whole
    if text.split() != whole.message.text.split():
        heard = reader.ear.hear(text)
        alone = replace(reader.alone(text, heard), language=alone.language)
    return Sequel(turns, turns[-1], whole, heard, alone, first, cues, dropped, taken, reader)


def _asked_before(text: str, question: Question, reader: Understanding) -> bool:
    """Whether a message opens with a column, said not to be meant, that the last question asked for."""
    match = _NOT_OF_THAT.match(text)
    if match is None:
        return False
    columns = set(reader.ear.hear(match["what"]).field_codes)
    return bool(columns & {*question.fields, *(question.measure or "").split("/")})


def thread(conversation: Conversation) -> tuple[Turn, ...]:
    """The turns that a message may follow, since the last emergency: no politeness, no empty typing, no command."""
    afresh = next((i for i, t in enumerate(reversed(conversation.turns)) if t.question.task is Task.EMERGENCY), None)
    turns = conversation.turns if afresh is None else conversation.turns[len(conversation.turns) - afresh :]
    kept = tuple(t for t in turns if not t.aside)
    return tuple(t for t in kept if not _unanswered(t)) or kept[-1:]


def _unanswered(turn: Turn) -> bool:
    """Whether a turn found nothing, or was of no co-op: what is said next follows what was spoken of before it."""
    answer = turn.answer
    if turn.question.task is Task.OUTSIDE:
        return True
    return turn.question.task is Task.PROSE and answer.outcome is Outcome.ABSTAIN and not answer.entries


def stands_aside(question: Question, message: str) -> bool:
    """Whether a message is politeness, empty typing or a command: what is said next isn't about it."""
    return question.task in (Task.SOCIAL, Task.EMPTY) or commands(message)


def commands(message: str) -> bool:
    """Whether a message tries to command the assistant instead of asking."""
    said = Message(message, words(message[:2000]))
    return any(hit.code == "injection" for hit in sequels().hits(said))


def without_commands(text: str) -> str:
    """A text without the sentences that try to command the assistant, where others are left: "…. Donne les frais."."""
    sentences = [s for s in _SENTENCES.split(text) if s.strip()]
    asking = [s for s in sentences if not commands(s)]
    return " ".join(asking) if 0 < len(asking) < len(sentences) else text


def form_asked(heard: Heard) -> str:
    """The form that a message asks for, whatever it follows."""
    ranked = [h for h in heard.cues if h.code in ("most", "least")] if measured(heard) else []  # "la plus longue liste"
    said = sequels().hits(heard.message)
    codes = {hit.code for hit in said if not any(r.first < hit.first and hit.last <= r.last for r in ranked)}
    return next((form for form in FORMS if form in codes), "")


def goes_on(heard: Heard) -> bool:
    """Whether a message that sounds polite asks on all the same ("ok, qui en offre alors ?")."""
    codes = {hit.code for hit in sequels().hits(heard.message)}
    number = any(word.folded.isdigit() or word.folded in ORDINALS for word in heard.message.words)  # "pardon, la 2e"
    meant = "correct" in codes and _MEANT.search(heard.message.folded) is not None
    return number or meant or bool(codes & _ASKING) or heard.cue("most", "least", "nearest", "total", "mean")


# "pardon, je voulais dire pour les appeler": something follows that was meant
_MEANT = re.compile(
    r"(?<!\S)(?:je (?:voulais|veux|parlais|pensais|cherchais)(?: plutot)?(?: dire| savoir| demander| parler)?|i meant"
    r"|j aurais (?:voulu|du)(?: dire)?) \S+ \S"
)


def goes_back(text: str) -> bool:
    """Whether a part of a message points at what was spoken of before ("je reviens à la première")."""
    return any(hit.code in ("back", "undo", "the_list") for hit in sequels().hits(Message(text, words(text))))


def without(text: str, codes: tuple[str, ...] = (), more: tuple[Hit, ...] = ()) -> str:
    """A text without the words that only link it to the thread (those of `codes`, or of all), and without `more`."""
    message = Message(text, words(text))
    said = sequels().hits(message)
    hits = tuple(hit for hit in said if hit.code in codes or (not codes and hit.code not in _LEFT_IN))
    gone = {i for hit in (*hits, *more) for i in range(hit.first, hit.last)}
    for i in sorted(gone, reverse=True):
        word = message.words[i]
        text = text[: word.start] + " " * (word.end - word.start) + text[word.end :]
    return text


def _taken_out(whole: Heard, of_several: bool) -> int | None:
    """Where a message takes a co-op or a place out ("sans Aylmer"), in characters; None where it asks of others too.

    `of_several` where several co-ops were just shown: "pas Aylmer" takes it out of them.
    """
    said = whole.message.words
    if len(said) > MOST_OUT or whole.cue("plural", "federation") or whole.services:
        return None
    spans = [p.first for p in whole.places] + [n.first for n in whole.named if n.how != "number"]
    first = min(spans, default=0)
    before = " ".join(w.folded for w in said[:first])
    match = _LESS.search(before)
    if (
        match is None
        and of_several
        and len({p.mention.start for p in whole.places}) < 2
        and "?" not in whole.message.text
    ):
        match = _NOT_THAT_ONE.search(before)
    return said[first - len(match.group().split())].start if match else None


def _clauses(whole: Heard, less: int | None) -> tuple[str, str]:
    """What is still asked, and what is dropped: the clauses that say "peu importe", "laissez faire", or from `less`.

    A clause after these that says the reason ("elle est pleine") is neither.
    """
    kept: list[str] = []
    gone: list[str] = []
    text = whole.message.text
    parts = _CLAUSES.split(text) if less is None else [*_CLAUSES.split(text[:less]), *_CLAUSES.split(text[less:])]
    for clause in filter(str.strip, parts):
        said = Message(clause, words(clause))
        out = less is not None and clause == _CLAUSES.split(text[less:])[0]
        if out or any(hit.code == "drop" for hit in sequels().hits(said)):
            if (
                not out
                and kept
                and _NOTHING_ELSE.fullmatch(without(clause))
                and _THING.fullmatch(kept[-1].strip().lower())
            ):
                gone.append(kept.pop())  # "la psychologie, laisse faire": what stands before it
            gone.append(clause)
        elif not (gone and _REASON.match(said.folded) and "?" not in text):
            kept.append(clause)
    return ", ".join(kept), " ".join(gone)


def _drops_a_thing(whole: Heard, reader: Understanding) -> bool:
    """Whether "enlève ça" stands for what the message names: "l'infirmière, c'est pas grave, enlève ça"."""
    for clause in _CLAUSES.split(whole.message.text):
        codes = {hit.code for hit in sequels().hits(Message(clause, words(clause)))}
        if "drop" in codes and "undo" not in codes:
            gone = reader.ear.hear(without(clause))
            if gone.services or gone.places or gone.named or gone.fields or gone.filters:
                return True
    return False


def _says_what_goes(whole: Heard, hits: tuple[Hit, ...], reader: Understanding) -> bool:
    """Whether "oublie ça" stands for what the message says: "oublie ça les traitements", "…, avec ou sans médecin"."""
    dismissed = [h for h in hits if h.code == "dismiss"]
    of_it = [h for h in hits if h.code == "any_service" and any(h.first <= d.first < h.last for d in dismissed)]
    if of_it:
        return True
    for clause in _CLAUSES.split(whole.message.text):
        codes = {hit.code for hit in sequels().hits(Message(clause, words(clause)))}
        if "drop" in codes and "dismiss" not in codes:
            gone = reader.ear.hear(without(clause))
            if gone.fields or gone.services or gone.filters or gone.places:
                return True
    return False


def _names_what_was_asked(whole: Heard, question: Question, reader: Understanding) -> bool:
    """Whether words that take away name nothing but one of the services asked for, with others or somewhere.

    "oublie ça, la travailleuse sociale" after both were asked; "oublie ça, l'urologie" asks for another one.
    """
    if _ONLY.search(whole.message.folded):
        return False  # "enlève ça, juste les prises de sang": these are kept
    out = reader.ear.hear(without(whole.message.text))
    named = {code for service in out.service_codes for code in service.split("|")}
    asked = {code for service in question.services for code in service.split("|")}
    more = (
        out.places
        or out.named
        or out.filters
        or out.topics
        or out.conditions
        or out.left
        or len(out.message.words) > MOST_NAMED
    )
    return bool(named) and named <= asked and len(question.services) > 1 and not more


_ONLY = re.compile(r"(?<!\S)(?:juste|seulement|uniquement|rien que|gard\w+|conserv\w+|only|just|keep)(?!\S)")
MOST_NAMED = 6  # words that name what is taken away, and ask nothing else


def _taken_back(whole: Heard) -> tuple[Hit, ...]:
    """The places and names that the message says were not meant, where it names another."""
    spans = [(p.first, p.last) for p in whole.places] + [(n.first, n.last) for n in whole.named if n.how != "number"]
    spans += [(h.first, h.last) for h in whole.services]
    said = whole.message.words
    found = []
    for first, last in spans:
        before = " ".join(w.folded for w in said[max(0, first - 6) : first])
        if _TAKEN_BACK.search(before):
            found.append(Hit("taken back", first, last))
    others = [s for s in spans if not any(h.first < s[1] and s[0] < h.last for h in found)]
    everywhere = any(hit.code == "anywhere" for hit in sequels().hits(whole.message))  # "pas juste en Estrie, partout"
    if found and not (others or everywhere):
        return ()
    opened = [_opening(whole, hit) for hit in found]
    return tuple(opened)


def _opening(whole: Heard, hit: Hit) -> Hit:
    """The same with the small words that take it back."""
    first = hit.first
    while first > 0 and _TAKEN_BACK.search(" ".join(w.folded for w in whole.message.words[max(0, first - 6) : first])):
        first -= 1
        if whole.message.words[first].folded in ("pas", "lieu", "place", "plutot", "dit", "said", "not", "instead"):
            break
    return Hit(hit.code, first, hit.last)
