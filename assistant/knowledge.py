"""What answerers answer from: the library, the directory over it, the lexicons, and the search of passages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.change import Choice
from assistant.naming import Names
from assistant.phrases import Message
from assistant.prose_search import SIGNED, ProseSearch
from assistant.question import Question
from assistant.row_words import RowWords
from assistant.times import NEW, OLD, undated
from assistant.topics import Topics
from assistant.twins import Twins, find_twins
from assistant.wording import Wording
from index.anticipated import Resembling
from index.directory import Directory
from index.evidence import Evidence
from index.search import Index
from index.ways import Plainly
from ingest.anticipated import Anticipated
from ingest.document import Span
from ingest.entry import Entry
from ingest.french import key, words
from ingest.library import Anomaly, Library
from ingest.passage import Kind, Passage
from ingest.services import Lexicon

_SOMEONE = ("iste", "femme")  # a service named by who gives it


def _partitive(name: str, le: str) -> str:
    if name.split()[0].endswith(_SOMEONE):
        return f"une {name}" if le.startswith("la ") else f"un {name}"
    if le.startswith("le "):
        return f"du {le[3:]}"
    if le.startswith("les "):
        return f"des {le[4:]}"
    return f"de {le}"


# Messages whose anticipated neighbours are kept: the answerers of one turn ask for the same; no visitor's stays long.
ASKED_AGAIN = 4
SHORTEST = 4  # words of a message that says more than the name of the Federation
# The names of the Federation, today's and that of 2014: said in most questions about it, they tell nothing apart.
NAMES = frozenset({"federation", "feder", "fede", "fed", "fqcs", "fqc", "fcsdsq", "fcsdq"})
FEDERATION = NAMES | {"rapport", "annuel", "report", "annual"}

# "ca" alone is "ça", but for "CA" in a message that isn't all capitals
_BOARD = re.compile(r"(?i:(?<=\ble )CA\b|(?<=\b(?:au|du) )CA\b|\bC\.A\.)|\bCA\b(?=.*[a-z])")


# The Federation's name in full: its five words are in other questions than what is asked of it.
_IN_FULL = re.compile(
    r"\b(?P<head>f[ée]d[ée]ration) (?:qu[ée]b[ée]coise )?des (?:coop[ée]ratives|coops)"
    r"(?: de services? [àa] domicile et)? (?:de |en )?sant[ée](?: du Qu[ée]bec)?(?: \(\w+\))?",
    re.IGNORECASE,
)
_OF_ITS_NAME = re.compile(
    r"\b(?:noms?|acronyme|sigle|abr[ée]viation|lettres|appel\w+|nomm\w+|signifi\w+|veut dire|name)\b", re.I
)


def _in_short(message: str) -> str:
    """A message with "la Fédération" for its whole name, unless its name is what it asks about, or all that it says.

    >>> _in_short("Quels mandats la Fédération québécoise des coopératives de santé s'est-elle donnés ?")
    "Quels mandats la Fédération s'est-elle donnés ?"
    """
    kept = _IN_FULL.sub(lambda m: m["head"], message)
    return message if _OF_ITS_NAME.search(message) or len(kept.split()) < SHORTEST else kept


@dataclass(frozen=True)
class Knowledge:
    """Everything that can be known here."""

    library: Library
    directory: Directory
    lexicon: Lexicon
    regions: dict[int, str]
    topics: Topics
    prose: ProseSearch
    index: Index
    names: Names

    @cached_property
    def mentions(self) -> dict[int, tuple[Span, ...]]:
        """The sentences of the prose that name a co-op of the table, by its rank."""
        found: dict[int, tuple[Span, ...]] = {}
        for span in (s for p in self.library.passages for s in p.sentences or (p.span,)):
            for named in self.names.find(Message(span.quote, words(span.quote))):
                if named.sure and named.how == "name":
                    found |= {p: (*found.get(p, ()), span) for p in named.positions}
        return found

    def words_of(self, printed: str) -> Span | None:
        """Where these words are printed first."""
        for document in self.library.documents:
            at = document.text.find(printed)
            if at >= 0:
                return Span(document, at, at + len(printed))
        return None

    def passage_of(self, span: Span) -> Passage | None:
        """The passage that holds a span of the prose; None outside it."""
        return next((p for p in self.library.passages if p.span.contains(span)), None)

    @cached_property
    def twins(self) -> tuple[Twins, ...]:
        """The parts of two documents that say the same kind of thing."""
        return find_twins(self.library, self.prose.terms)

    @property
    def total(self) -> int:
        return len(self.library.entries)

    @cached_property
    def table_year(self) -> str:
        """The year of the document that holds the table."""
        return self.library.entries[0].span.document.year

    @cached_property
    def table_date(self) -> str:
        return self.library.entries[0].span.document.date

    def entry(self, position: int) -> Entry:
        return self.directory.at(position)

    def service(self, codes: str, words: Wording) -> str:
        """The display name of a service, or of the several that one word may mean ("a|b"), in the answer's language."""
        terms = [self.lexicon[c] for c in codes.split("|") if c in self.lexicon.terms]
        return words.joined([t.name if words.language == "fr" else t.en for t in terms], "word.or")

    @cached_property
    def services_told(self) -> tuple[Choice, ...]:
        """The services that some row of the table names, in the alphabetical order of their French names."""
        codes = {s.code for entry in self.library.entries for s in entry.services} & set(self.lexicon.terms)
        return tuple(sorted((Choice(code, self.lexicon[code].name) for code in codes), key=lambda c: key(c.name)))

    def some_service(self, codes: str, words: Wording) -> str:
        """The same as what is offered: "de la physiothérapie", "du soin", "de l'acupuncture", "un dentiste"."""
        if words.language != "fr":
            return self.the_service(codes, words)
        terms = [self.lexicon[c] for c in codes.split("|") if c in self.lexicon.terms]
        return words.joined([_partitive(t.name, t.le) for t in terms], "word.or")

    def the_service(self, codes: str, words: Wording) -> str:
        """The same with its article, where the language wants one."""
        terms = [self.lexicon[c] for c in codes.split("|") if c in self.lexicon.terms]
        return words.joined([t.le if words.language == "fr" else t.en for t in terms], "word.or")

    def oddities(self, entry: Entry) -> tuple[Anomaly, ...]:
        """What is odd in this entry."""
        return tuple(a for a in self.library.anomalies if a.position == entry.position)

    soft = FEDERATION

    @staticmethod
    def fold(text: str) -> str:
        """The folded words of a text."""
        return key(text)

    @staticmethod
    def names_federation(text: str) -> bool:
        """Whether a message names the Federation itself, not only its report."""
        return bool(set(key(text).split()) & NAMES)

    @staticmethod
    def speaks_of_federation(text: str) -> bool:
        """Whether a message names the Federation."""
        return bool(set(key(text).split()) & FEDERATION)

    def resembling(self, message: str) -> tuple[Resembling, ...]:
        """The anticipated questions nearest to a message, its typing mistakes corrected, best first."""
        return self._resembling(_in_short(_BOARD.sub("conseil d'administration", self.prose.read(message))))

    @cached_property
    def _resembling(self) -> Callable[[str], tuple[Resembling, ...]]:
        return lru_cache(maxsize=ASKED_AGAIN)(self.index.anticipated.nearest)

    def signature_of(self, passage: Passage) -> str:
        """Who signs the paragraphs that this one is of ("Bernard Gélinas, Md."); "" where nobody does."""
        return self._signatures.get((passage.span.name, passage.group), "")

    @cached_property
    def _signatures(self) -> dict[tuple[str, int], str]:
        notes = (p for p in self.library.passages if p.kind is Kind.NOTE and SIGNED.search(p.text))
        return {(p.span.name, p.group - 1): p.text for p in notes}

    def asked_of_rows(self, message: str) -> tuple[Resembling, ...]:
        """The same among what the rows of the table answer; `message` names no co-op."""
        return self._asked_of_rows(self.prose.read(message))

    @cached_property
    def _asked_of_rows(self) -> Callable[[str], tuple[Resembling, ...]]:
        return lru_cache(maxsize=ASKED_AGAIN)(self.index.asked_of_rows.nearest)

    @cached_property
    def row_words(self) -> RowWords:
        """The words of the questions written beside each clause of the table."""
        return RowWords(self.index.asked_of_rows.blocks)

    def plainly(self, message: str, may_be: Callable[[Anticipated], bool]) -> Plainly | None:
        """The plain question that a message, which names nothing, most likely asks, of those that `may_be` meant."""
        return self.index.ways_of_asking.likeliest(self.prose.read(message), may_be)

    def asked_undated(self, question: Question) -> tuple[str, ...]:
        """The terms of the prose that a question asks about, but for those that date or compare it.

        Of one document nothing is compared: "combien de membres a perdus la FQCS en 2021-2022 ?" asks of losses.
        """
        text = question.message if question.period in (OLD, NEW) else undated(question.message)
        return self.prose.asked(text, self.soft, english=question.language == "en")

    def search(self, text: str, limit: int) -> tuple[Evidence, ...]:
        return self.index.search(text, limit)
