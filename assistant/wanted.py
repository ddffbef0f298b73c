"""What kind of thing a question wants (a person, a date, an amount, a number), and what a sentence must hold to give it.

>>> wanted("combien coute une heure").pattern.search("28 $ / heure") is not None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.regions import regions

# "M. Martin Forgue", "Bernard Gélinas, Md.": a person printed with a title.
PERSON = re.compile(
    r"\b(?:M\.|Mme|Mmes|MM\.|Dr|Dre) +[A-ZÉÈ][\w’'-]+ +[A-ZÉÈ][\w’'-]+|[A-ZÉÈ]\w+ [A-ZÉÈ][\w’'-]+, M[dD]\b"
)
_NAME = re.compile(r"(?:\b(?:M\.|Mme|Mmes|MM\.|Dr|Dre)\s+)?[A-ZÉÈ][\w’'-]+\s+[A-ZÉÈ][\w’'-]+")
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_DAY = re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)
_DATE = re.compile(rf"{_DAY.pattern}|(?<!-)\b(?:19|20)\d\d\b(?!-)", re.IGNORECASE)  # "2022-2023" dates nothing
_MONEY = re.compile(r"\$|%")
_SPELT = r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\w+aine)"
_NUMBER = re.compile(rf"\b(?!(?:19|20)\d\d\b|\d+ {_MONTH})\d|\b{_SPELT}\b", re.IGNORECASE)
_REGION = re.compile("|".join(re.escape(region.name) for region in regions()) + r"|\d+ régions")
_PEOPLE = (
    r"(?:ministre\w*|deputee?\w*|presidente?s?|directeur\w*|directrice\w*|administra\w*|membres du (?:ca|conseil)|medecins?"
    r"|docteurs?|professionnels?|personnes?|dirigeants?|politicien\w*|invitee?s?|responsables?|experts?|fondateurs?|benevoles?"
    r"|employee?s?|people|doctors?|directors?|members of the board|politicians?)"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`pattern` shows a thing of the kind; where it is a `must`, a sentence without one answers nothing."""

    pattern: re.Pattern[str]
    must: bool
    said: tuple[str, ...] = ()  # terms that ask for the kind: a thing of it holds them


_KINDS = (
    (
        rf"noms? (?:de |du |des |d |de la |de l )+(?:\d+ )?{_PEOPLE}|names? of (?:the )?(?:\d+ )?{_PEOPLE}"
        rf"|(?:qui|ki|who) (?:siege\w*|compose\w*|forme\w*|fait partie du|sont les|sits?)(?: \w+){{0,3}} (?:ca|conseil\w*|board|{_PEOPLE})"
        rf"|s appelle\w* (?:le |la |les |l )?{_PEOPLE}|{_PEOPLE} s appell\w+|nomm\w* les {_PEOPLE}",
        Wanted(PERSON, True),
    ),
    (r"quelle date|quel mois|quel jour|what (?:date|day|month)", Wanted(_DAY, True)),
    (
        r"quand|when|(?:en |de )?quelle annee|depuis quand|what year"
        r"|depuis combien de temps|since when",
        Wanted(_DATE, True),
    ),
    (
        r"combien (?:(?:ca|cela|il|elle|ils) )?(?:coute\w*|vaut|charge\w*|facture\w*|paye?\w*)|coute\w* combien|prix"
        r"|tarif\w*|montant|taux (?:horaire|unique)|how much (?:does|do|is|did)|a combien|combien d argent|combien de dollars",
        Wanted(_MONEY, True),
    ),
    (
        r"combien|cmb|cb|how many|how much|quel(?:le)? (?:pourcentage|proportion|part|nombre)|nombre(?: de)?|what (?:share|percentage|proportion)"
        r"|combientieme|how often",
        Wanted(_NUMBER, True),
    ),
    (r"(?:dans |de |en |pour )?(?:quel(?:le)?s?|which|what) regions?", Wanted(_REGION, True, ("=regions",))),
    (r"qui|ki|who|whom|nom|quel(?:le)?s? (?:ministre|depute|partenaire)\w*", Wanted(_NAME, False)),
)
_ASKED = tuple((re.compile(rf"(?<!\S)(?:{asked})(?!\S)"), wanted) for asked, wanted in _KINDS)


def wanted(folded: str) -> Wanted | None:
    """The kind of thing that a folded question wants, None where it may be anything."""
    return next((kind for asked, kind in _ASKED if asked.search(folded)), None)
