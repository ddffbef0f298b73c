"""Which document a question is dated to, whether it is of both, and whether it compares them.

>>> compares("le nombre de médecins a-t-il grimpé ?")
True
>>> undated("les revenus de 2014 comparés à ceux d'aujourd'hui")
'les revenus de a d'
"""

from __future__ import annotations

import re
from functools import cache

from assistant.hearing import Heard
from assistant.phrases import Message, Phrases
from ingest.french import words

BOTH = "both"
OLD, NEW = "2014", "2021-2022"
_COMPARES = frozenset({"more", "change"})


@cache
def _lexicon() -> Phrases:
    return Phrases("times.toml")


def which_year(heard: Heard) -> str | None:
    """The year of the document that a message asks of, `BOTH`, or None where it dates nothing."""
    codes = _codes(heard.message)
    old, new = "old" in codes or heard.cue("brochure"), "new" in codes or heard.cue("report")
    if "both" in codes or (old and (new or "now" in codes)) or ("once" in codes and (new or "now" in codes)):
        return BOTH
    if old and (
        ("more" in codes and not heard.places)
        or ("change" in codes and not heard.conditions and not _of_the_table(heard))
    ):
        return BOTH
    if old:
        return OLD
    return NEW if new else None


def both_written(text: str) -> str:
    """A text whose "2021-2022 et l'année d'avant" is written with both years.

    >>> both_written("les revenus de 2021-2022 et de l'année précédente")
    'les revenus de 2021-2022 et 2020-2021'
    """
    return _AND_BEFORE.sub(lambda m: f"{m[0][: m.start('and') - m.start()]} et {_before(m['first'], m['last'])}", text)


_AND_BEFORE = re.compile(
    r"\b(?P<first>20\d\d)(?:\s?[-–/]\s?(?P<last>(?:20)?\d\d))?"
    r"(?P<and>(?:,)? (?:et|pis|puis|and|vs\.?|versus|contre|par rapport à|compar[ée]e?s? à)"
    r" (?:pour |en |de |à |in )?(?:celles? de |ceux de )?(?:l['’ ]?|the )?"
    r"(?:(?:ann[ée]e|exercice|an) (?:d['’ ]?avant|pr[ée]c[ée]dente?|ant[ée]rieure?|pass[ée]e?)|previous year"
    r"|year before))",
    re.IGNORECASE,
)


# "l'exercice précédent", "un an plus tôt", "douze mois avant": the year before the one spoken of.
EARLIER = re.compile(
    r"(?<!\S)(?:(?:annee|exercice|an|periode) (?:d avant|(?:juste |immediatement )?precedente?|anterieure?|passee?"
    r"|derniere?|avant|(?:d )?auparavant)|(?:precedente?|dernier(?:e)?) (?:annee|exercice|an|periode)"
    r"|(?:une?|1) (?:an|annee|exercice) (?:plus tot|avant|auparavant|de moins|(?:en )?arriere)"
    r"|(?:douze|12) mois (?:plus tot|avant|auparavant)"
    r"|(?:previous|prior) (?:fiscal )?year|last year|year before|the year earlier"
    r"|(?:a|one) year (?:earlier|before))(?!\S)"
)


def _before(first: str, last: str | None) -> str:
    """The year, or the fiscal year, before."""
    return f"{int(first) - 1}-{first}" if last else str(int(first) - 1)


def of_prose(heard: Heard, period: str | None) -> str | None:
    """The same for a question of the prose: what was already so, is still so or was added is sought in both."""
    codes = _codes(heard.message)
    if (period is not None and "still" in codes) or (period == OLD and "kept" in codes):
        return BOTH
    return BOTH if "once" in codes and codes & _COMPARES else period


def compares(text: str) -> bool:
    """Whether a message asks how much more or less there is."""
    return not _COMPARES.isdisjoint(_codes(Message(text, words(text))))


def asks_whether_still(text: str) -> bool:
    """Whether a message asks if something still is, or already was."""
    return "still" in _codes(Message(text, words(text)))


def tells_apart(text: str) -> bool:
    """Whether a message asks what was added or lost."""
    return "kept" in _codes(Message(text, words(text)))


def undated(text: str) -> str:
    """The folded words of a message without those that date or compare it."""
    message = Message(text, words(text))
    said = {i for hit in _lexicon().hits(message) if hit.code != "more" for i in range(hit.first, hit.last)}
    return " ".join(w.folded for i, w in enumerate(message.words) if i not in said)


def _of_the_table(heard: Heard) -> bool:
    """ "la coop qui a le plus de membres en 2014": the table answers, even where it compares."""
    return heard.cue("most", "least", "rank", "list") and heard.cue("plural", "singular")


def _codes(message: Message) -> frozenset[str]:
    return frozenset(hit.code for hit in _lexicon().hits(message))
