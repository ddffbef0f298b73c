"""What kind of thing a question wants (a person, a date, an amount…), and what a sentence must hold to give it.

>>> wanted("combien coute une heure").pattern.search("28 $ / heure") is not None
True
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.french import key
from ingest.regions import regions

_CLAUSE = re.compile(r"[,;]\s+| et (?=(?:nous|vous|elles?|ils?)\b)")
_SMALL = frozenset({"de", "du", "des", "la", "le", "les", "d", "l", "et"})
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_NUMBER = r"(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|six|seven|eight|nine|ten)"
_SPELT = r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\w+aine)"
_TITLE, _PART = r"(?:M\.|Mme|Mmes|MM\.|Dr|Dre)", r"[A-ZÉÈ][\w’'-]+"
# "M. Martin Forgue", "Bernard Gélinas, Md.": a person printed with a title.
PERSON = re.compile(rf"\b{_TITLE} +{_PART} +{_PART}|[A-ZÉÈ]\w+ [A-ZÉÈ][\w’'-]+, M[dD]\b")
_PEOPLE = (
    r"\b(?:participants|personnes|membres|médecins|infirmières|professionnels|résidents|bénévoles|citoyens|patients)\b"
)
# "à Lévis", "au Palais des congrès", "à l'Assemblée nationale", a signature, an address; "au Québec" is nowhere,
# "au MEI" is somebody.
PLACE = re.compile(r"\b(?:à|au|À|Au) (?:l['’])?(?!Qu[ée]bec\b)[A-ZÉÈ][a-zéè]|\(Québec\)|\b\d+, rue |, [A-ZÉÈ][\w-]+$")

# "au ministre des Finances", "pour informer les membres", "à M. Forgue": whom something is given to.
_RECIPIENT = re.compile(
    rf"\b(?:aux?|à (?:la|l['’]|nos|ses|leurs|vos)|auprès d\w*|pour informer les) ?(?:minist|membre|médecin|citoyen|coop"
    rf"|gouvernement|comité|conseil|direct|population|public|député|MSSS|MEI|RAMQ|FMOQ|MAMAH|CQCM)|\bà {_TITLE}"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`pattern` shows a thing of the kind; where it is a `must`, a sentence without one answers nothing.

    `said` are the terms that ask for the kind: a thing of it holds them. `asking` are those that ask for it and may
    also name it ("tarif"): the thing must stand by another term of the question.
    A thing `of_something` is asked by more than the words that ask for the kind.
    A `fresh` thing is not one that the question says; one `beside` its subject has a word of the question in its
    clause.
    """

    pattern: re.Pattern[str]
    must: bool = True
    said: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    fresh: bool = False
    beside: bool = False
    of_something: bool = False

    def given(self, quote: str, question: str, speaks: Callable[[str], bool]) -> bool:
        """Whether a sentence gives what a folded question wants; `speaks` says whether a text is of its subject."""
        if not self.must:
            return True
        said = set(question.split())
        for clause in _CLAUSE.split(quote) if self.beside else (quote,):
            things = [m.group() for m in self.pattern.finditer(clause)]
            if self.fresh:
                things = [thing for thing in things if set(key(thing).split()) - said - _SMALL]
            if things and (not self.beside or speaks(clause)):
                return True
        return False


def wanted(folded: str) -> Wanted | None:
    """The kind of thing that a folded question wants, None where it may be anything."""
    return next((kind for asked, kind in _kinds() if asked.search(folded)), None)


# No year, no day of a month, no "2.1" of a point.
NUMBER = Wanted(
    re.compile(rf"(?<!\d\.)\b(?!(?:19|20)\d\d\b|\d+ {_MONTH}|\d\.\d\b)\d|\b{_SPELT}\b", re.IGNORECASE), beside=True
)
DECISION = Wanted(re.compile(r"\b(?:[Aa]ccept|approuv|conclu|refus|rejet|devenu|ouvert|sign[ée])"))
_SHOWN = {
    "way_to_reach": Wanted(
        re.compile(r"\b\d{3}[ .-]\d{3}[ .-]\d{4}|@|\bwww\.|[A-Z]\d[A-Z] ?\d[A-Z]\d|\b\d+, (?:rue|boul|av|ch)")
    ),
    "person": Wanted(PERSON),
    "day": Wanted(re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)),
    "date": Wanted(re.compile(rf"\b{_MONTH}\b|(?<!-)\b(?:19|20)\d\d\b(?!-)", re.IGNORECASE)),  # no "2022-2023"
    "recipient": Wanted(_RECIPIENT),
    "exercise": Wanted(re.compile(r"\b20\d\d(?:-20\d\d)?\b")),
    "rate": Wanted(re.compile(r"\$|%")),
    "money": Wanted(re.compile(r"\$|%"), asking=("=taux_unique", "=produits"), beside=True),
    "percent": Wanted(re.compile(r"\d ?%|pour cent|moitié"), asking=("=pour_cent",), of_something=True),
    "number": NUMBER,
    "crowd": Wanted(re.compile(rf"(?:\d|\b{_SPELT}\b)[\w  ]{{0,12}}{_PEOPLE}", re.IGNORECASE), beside=True),
    "place": Wanted(PLACE),
    "names": Wanted(re.compile(rf"{_PART}(?:[- ](?:de |du |des |la |d['’])?{_PART})+"), fresh=True),
    "author": Wanted(
        re.compile(rf"\bpar (?:l[ea]s? |l['’]|{_PART})|\b(?:Fédération|FQCS)\b|\b{_TITLE} +{_PART}|{PERSON.pattern}")
    ),
    "decision": DECISION,
    "region": Wanted(re.compile("|".join(re.escape(r.name) for r in regions()) + r"|\d+ régions"), True, ("=regions",)),
    "name": Wanted(re.compile(rf"(?:\b{_TITLE}\s+)?{_PART}\s+{_PART}"), must=False),
}


def asks_for_a_date(folded: str) -> bool:
    """Whether a folded question asks when, to the day or the year.

    >>> asks_for_a_date("elle existe depuis quand")
    True
    """
    return wanted(folded) in (_SHOWN["day"], _SHOWN["date"])


def names_more(quote: str, question: str) -> bool:
    """Whether a quote names somebody or something that a folded question doesn't.

    >>> names_more("Deux coops (Lac-Champlain et Sainte-Gertrude)", "combien de coops")
    True
    """
    return _SHOWN["names"].given(quote, question, bool)


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], Wanted], ...]:
    """How each kind is asked for, in the order of the lexicon."""
    text = files("assistant").joinpath("lexicon").joinpath("wanted.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    people = f"(?:{'|'.join(told.pop('people')['words'])})"
    return tuple(
        (
            re.compile(
                rf"(?<!\S)(?:{'|'.join(facts['asked'])})(?!\S)".replace("PEOPLE", people).replace("NUMBER", _NUMBER)
            ),
            _SHOWN[kind],
        )
        for kind, facts in told.items()
    )


# "la coop la plus au nord", "le plus vieux médecin", "la meilleure": the one that is most so is wanted.
_EXTREME = re.compile(
    r"(?<!\S)(?:la|le|les|l|the) (?:\w+ )?(?:la |le |les )?(?:plus|moins|most|least)(?= (?!de|d|que)\w)"
    r"|(?<!\S)(?:la|le|les) (?:meilleur|pire)\w*(?!\S)|(?<!\S)(?:toute premiere|tout premier|very first)(?!\S)"
    r"|(?<!\S)(?:premiere?|first) (?:coops?|cooperatives?|cliniques?|co ops?|clinics?)(?!\S)"
)
_OF_ORDER = re.compile(r"(?<!\S)(?:plus|moins|meilleur\w*|premier\w*|dernier\w*|most|least|best|first|last)(?!\S)")


def asks_the_extreme(folded: str, held: str) -> bool:
    """Whether a folded question wants the one that is most so, and a folded text says so of none.

    >>> asks_the_extreme("quelle est la coop la plus au nord", "une cooperative dans le nord du quebec")
    True
    """
    return bool(_EXTREME.search(folded)) and not _OF_ORDER.search(held)
