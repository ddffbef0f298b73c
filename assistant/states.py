"""What a message says of the columns of the table: "sans courriel", "la case est vide", "ni téléphone ni site".

A state is said right beside the name of a column, with nothing but small words, other columns and other states between:

    "pour quelles coops manque-t-il le téléphone ?"    unsaid, phones
    "n'ont ni téléphone, ni courriel, ni site web"     lacking, phones and emails and websites
    "où la colonne des médecins dit « aucun »"         nil, doctors
    "un « ? » pour les médecins à recruter"            mark, recruiting
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.phrases import Hit, Message
from index.criteria import Comparison, Mentions, Not, Number, OneOf, Prints, Recruits, Says
from index.criterion import Criterion
from ingest.entry import State

# The cells of an entry that a column named in a message is read in.
CELLS = {
    "phones": "phones",
    "emails": "emails",
    "websites": "websites",
    "address": "address",
    "postal_code": "postal_code",
    "contact": "contact",
    "contact_role": "contact_role",
    "members": "membership_text",
    "files": "files",
    "services_text": "services_text",
    "doctors": "doctors_text",
    "family_doctors": "doctors_text",
    "recruiting": "recruiting_text",
    "particularities": "particularities",
    "coordinates": "phones emails websites",
    "population": "population",
    "population_text": "population_text",
}
_NUMBERS = {"membership_text": "members"}  # what is told of a column of counts is its own count
_WAYS_TO_REACH = frozenset({"phones", "emails", "websites", "contact"})
_OF_PEOPLE = re.compile(
    r"(?<!\S)(?:suis|sommes|j ai|(?:je|nous)(?: ne| n)? (?:ai|avons)"
    r"|(?:mon|ma|mes|notre|nos) \w+(?: \w+)? (?:n )?(?:a|ont)"
    r"|(?:je|(?<!ou )(?<!qui )on|j|nous)(?: ne| n)?|personnes?|gens|patients?"
    r"|monde|ceux|people|i am|i m)(?: qui)?$"
)
_SAYS_NONE = frozenset({"doctors_text", "recruiting_text"})  # columns where the table prints "Aucun"
_BEFORE = frozenset({"lacking", "having", "withheld"})  # states said before what they are of
_QUESTION_MARK = re.compile(r"[«\"“'(]\s*\?+\s*[»\"”')]|(?<=\bun )\?(?=\s+\w)|(?<=\bdes )\?(?=\s+\w)")
_EXCEPT = re.compile(
    r"(?:^| )(?:autres? que|a part|sauf|hormis|excepte|outre|other than|except|but)(?: l| la| le| les| the)?$"
)
_CONTACT = re.compile(r"contact|personne|responsable")
_BREAKS = frozenset(
    "mais qui veulent veut cherchent souhaitent prevoient prevoit planifient offrent offre proposent but who"
    " want voudraient desirent aimeraient".split()
)  # another thing is said from here
_BREAKS_BEHIND = _BREAKS | {"combien"}  # "les dossiers, et combien elle en déclare"
_OF_A_CELL = frozenset({"nil", "mark", "blank", "unsaid"})  # what only a cell is, wherever its column was spoken of
LONGEST_GAP = 6  # words between a state and its column


@dataclass(frozen=True, slots=True)
class Stated:
    """A column and the state it is said to be in, with the word indexes that say both; of names, words they hold."""

    cell: str
    state: str
    first: int
    last: int
    words: tuple[str, ...] = ()

    def criterion(self) -> Criterion:
        """The same as a condition on an entry."""
        if self.words:
            return self._of_words()
        if self.state == "mark":
            return Prints(self.cell, True)
        if self.state == "blank":
            return Prints(self.cell, False)
        cell = _NUMBERS.get(self.cell, self.cell)
        if self.state == "had" and cell == "doctors_text":
            return Number("doctors", Comparison.AT_LEAST, 1)
        if self.state == "had" and cell == "recruiting_text":
            return Recruits()
        if self.state in ("stated", "having", "had"):
            return Says(cell, (State.STATED,))
        if self.state in ("lacking", "nil") and cell in _SAYS_NONE:
            return Says(cell, (State.NONE,))
        return Says(cell, (State.UNSAID,) if cell in _SAYS_NONE else (State.UNSAID, State.NONE))

    def _of_words(self) -> Criterion:
        """One of the words at least; without, not the word."""
        begins = self.state == "beginning"
        held = OneOf(tuple(Mentions(word, (self.cell,), begins) for word in self.words))
        one = held.criteria[0] if len(self.words) == 1 else held
        return Not(one) if self.state == "without" else one


def spell_marks(text: str) -> str:
    """A "?" that is spoken of, spelt out: it would be read as the end of the question; and "©", which is no word."""
    return _QUESTION_MARK.sub(" point d'interrogation ", text.replace("©", " copyright "))


def states(
    message: Message, hits: tuple[Hit, ...], fields: tuple[Hit, ...], taken: tuple[Hit, ...], small: frozenset[int]
) -> tuple[Stated, ...]:
    """The states said of columns. `taken` are conditions already heard, `small` the words that mean nothing alone."""
    said = [h for h in hits if h.code not in ("column", "of") and not _overlaps(h, taken)]
    said = [h for h in said if not _adds_columns(message, h, fields)]
    columns = [f for f in fields if f.code in CELLS and not _overlaps(f, taken) and not _of_a_post(message, f)]
    begins = {f.first for f in columns if message.words[f.first].folded in _BREAKS}  # "sans médecin veulent recruter"
    hiring = {f.first for f in columns if f.code == "recruiting"} - begins
    whole = {f.last: f.first for f in columns if f.last in hiring}  # "médecins à recruter" names one column
    columns = [f for f in columns if f.last not in hiring]
    columns = [f for f in columns if not _is_done(message, f) or _overlaps(f, hits)]
    columns = [f for f in columns if not _EXCEPT.search(" ".join(w.folded for w in message.words[: f.first]))]
    passable = small | {i for h in (*hits, *fields) for i in range(h.first, h.last)}
    found: dict[str, Stated] = {}
    for column in columns:
        beside = [(_gap(message, passable, s, column), s) for s in said if _fits(message, s, column)]
        near = sorted(((gap, s.first, s) for gap, s in beside if gap is not None), key=lambda b: b[:2])
        if not near and len(columns) == 1 and _spoken_of(column, hits, small):
            near = [(0, s.first, s) for s in said if s.code in _OF_A_CELL]
        if near:
            state = _as_printed(near[0][2], said, small)
            first = min(state.first, whole.get(column.first, column.first))
            last = max(state.last, column.last)
            known = next((s for s in said if s.code == "stated" and s.first == column.last), None)
            code = "unsaid" if known and state.code == "lacking" else state.code  # "sans téléphone indiqué"
            code = "had" if _denied(message, state) else code
            last = known.last if known else last
            for cell in CELLS[column.code].split():
                found.setdefault(cell, Stated(cell, code, first, last))
    return tuple(found.values())


_CALLS = re.compile(r"(?:appel|rappel|telephon|joi[gn]|rejoi|contact)\w*")
_WHO_CALLS = re.compile(r"(?<!\S)(?:je|j|on|nous|tu|vous)(?: (?:les|leur|la|l|lui))?(?!\S)")
_CALLED = frozenset("les leur lui l la".split())


def _is_done(message: Message, column: Hit) -> bool:
    """Whether a way to reach a co-op is what somebody will do, no column: "sans courriel, que je les appelle"."""
    said = [w.folded for w in message.words]
    if column.code not in _WAYS_TO_REACH or not _CALLS.fullmatch(said[column.last - 1]):
        return False
    before = said[column.first - 1] if column.first else ""
    return bool(_WHO_CALLS.match(" ".join(said[column.first : column.last]))) or before in _CALLED


# "un tableau des coops avec téléphone et courriel": what each line is to show, where "avec un courriel" is a condition.
_WRITES = re.compile(
    r"(?<!\S)(?:tableau|table|liste\w*|list|dresse\w*|donne\w*|montre\w*|fai[st]\w*|give|show|make)(?!\S)"
)


def _adds_columns(message: Message, state: Hit, fields: tuple[Hit, ...]) -> bool:
    """Whether "avec" brings several columns, or one of a table, to what is to be written."""
    word, before = message.words[state.first].folded, [w.folded for w in message.words[: state.first]]
    if state.code != "having" or state.last - state.first > 1 or word not in ("avec", "with"):
        return False
    behind = [f for f in fields if f.first >= state.last]
    several = len(behind) > 1 or "tableau" in before or "table" in before
    return bool(behind) and several and _WRITES.search(" ".join(before)) is not None


_NOT_WITHOUT = re.compile(
    r"(?<!\S)(?:(?:pas|ni|jamais|point|non|aucunement|not|never|aren t|isn t)"
    r"(?: (?:du tout|tout a fait|completement|totalement|vraiment|exactement|non plus|entirely|quite))?"
    r" (?:sans|depourvu\w*|prive\w*|demuni\w*|denue\w*|exempte?s?|zero|0|without|lacking|short of)"
    r"|(?:manqu|lack)\w* (?:pas|jamais|point|aucunement)(?: (?:du tout|vraiment|non plus))? d(?:e|u|es)?"
    r"|(?:don t|doesn t|never|not) lack)(?!\S)"
)


def not_without(said: str) -> bool:
    """ "ne sont pas sans médecin", "pas dépourvues de courriel", "ne manquent pas de": twice denied, they have it."""
    return _NOT_WITHOUT.search(said) is not None


def of_people(said: str) -> bool:
    """Whether folded words before what is lacked are of those who ask: "je n'ai", "ma mère n'a", "des gens"."""
    return _OF_PEOPLE.search(said) is not None


def _denied(message: Message, state: Hit) -> bool:
    said = " ".join(w.folded for w in message.words[max(0, state.first - 4) : state.last])
    return state.code in ("lacking", "unsaid") and not_without(said)


def _as_printed(state: Hit, said: list[Hit], small: frozenset[int]) -> Hit:
    """The mark said right behind "inconnu": "inconnu (marqué « ? »)" wants no blanks."""
    marks = (s for s in said if s.code == "mark" and state.code == "unsaid" and s.first >= state.last)
    return next((m for m in marks if all(i in small for i in range(state.last, m.first))), state)


def _fits(message: Message, state: Hit, column: Hit) -> bool:
    """Whether a state may be said of a column: a way to reach a co-op is had, a doctor is lacked by the co-op."""
    if state.code == "having":
        return column.code in _WAYS_TO_REACH
    if state.code == "lacking" and column.code in ("doctors", "family_doctors"):
        return not of_people(" ".join(w.folded for w in message.words[: state.first]))
    if state.code == "lacking" and column.code == "services_text":  # "sans médecin prévoient offrir": of the doctor
        return not _DOES.fullmatch(message.words[column.first].folded) or state.last == column.first
    return True


def _spoken_of(column: Hit, hits: tuple[Hit, ...], small: frozenset[int]) -> bool:
    """Whether the column is called one: "dans la colonne « médecins », lesquelles portent la mention aucun ?"."""
    before = (h.last for h in hits if h.code == "column" and h.last <= column.first)
    return any(all(i in small for i in range(last, column.first)) for last in before)


_DOES = re.compile(r"(?:compt|prevoi|veul|pens|offr|propos|souhait|v)(?:e|es|ent|ont|t|a)")


def _gap(message: Message, passable: frozenset[int], state: Hit, column: Hit) -> int | None:
    """How many words stand between a state and a column, None where they don't belong together."""
    if state.last <= column.first:
        between = range(state.last, column.first)
    elif column.last <= state.first and (state.code not in _BEFORE or _ends_with_none(message, state, column)):
        between = range(column.last, state.first)
    else:
        return None
    if state.code == "stated" and column.last <= state.first and not between:
        return None  # "la population indiquée": that which is
    if len(between) > LONGEST_GAP or not all(i in passable for i in between):
        return None
    breaks = _BREAKS if state.last <= column.first else _BREAKS_BEHIND
    if between and message.words[column.first].folded in _BREAKS:
        return None
    if any(message.words[i].folded in breaks for i in between):
        return None
    return len(between)


def _ends_with_none(message: Message, state: Hit, column: Hit) -> bool:
    """ "Médecins en place : aucun.": right behind the column, and nothing behind."""
    word = message.words[state.last - 1]
    behind = message.text[word.end :].lstrip("»\"”' ")
    alone = state.first == column.last and state.last - state.first == 1 and word.folded in _NONE
    return alone and (not behind or behind[0] in ",;.:?!)")


_NONE = frozenset({"aucun", "aucune", "zero", "neant"})


def _of_a_post(message: Message, column: Hit) -> bool:
    """ "sans directeur" is no "sans personne à contacter"."""
    return column.code == "contact" and not _CONTACT.match(message.words[column.first].folded)


def _overlaps(hit: Hit, others: tuple[Hit, ...]) -> bool:
    return any(o.first < hit.last and hit.first < o.last for o in others)
