"""Numbers as people write them in a condition: "plus de 5 médecins", "au moins trois mille membres", "entre 2 et 4".

>>> from ingest.french import words
>>> conditions(Message("plus de 3 000 membres", words("plus de 3 000 membres")))[0].number
3000.0
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.phrases import Message
from index.criteria import Comparison, Number
from index.criterion import Criterion

UNITS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
    "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "ten": 10, "seven": 7, "eight": 8, "nine": 9, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "vingts": 20,
}  # fmt: skip
_MULTIPLE = {"cent": 100, "cents": 100, "mille": 1000, "k": 1000, "hundred": 100, "thousand": 1000}
_SPELT = rf"(?:{'|'.join([*UNITS, *(m for m in _MULTIPLE if m != 'k')])})"
NUMBER = (
    rf"(?:(?:\d{{1,3}}(?: \d{{3}})+|\d+)(?: (?:{'|'.join(_MULTIPLE)}))?|\d+k"
    rf"|{_SPELT}(?: (?:et (?=une? |onze ))?{_SPELT})*)"
)

_BEFORE = {
    Comparison.MORE: r"plus (?:de|d|que)|superieure?s? a|depass\w+|surpass\w+|exced\w+|au dessus de|au dela de"
    r"|more than|over|above|greater than|\+ de|plus grand que",
    Comparison.AT_LEAST: r"au moins|minimum(?: de)?|un minimum de|at least|(?:a )?minimum of"
    r"|no (?:fewer|less) than|a partir de",
    Comparison.LESS: r"moins (?:de|d|que)|inferieure?s? a|en bas de|sous(?: les)?|less than|fewer than|under"
    r"|below|en dessous de",
    Comparison.AT_MOST: r"au plus|au maximum|maximum(?: de)?|at most|up to|no more than|(?:a )?maximum of"
    r"|pas plus de|jusqu a",
    Comparison.EQUAL: r"exactement|precisement|juste|exactly|un seul|seulement|only",
}
_AFTER = {
    Comparison.AT_LEAST: r"(?:ou|et) (?:plus|davantage)|or more|minimum",
    Comparison.AT_MOST: r"ou moins|or less|maximum|or fewer",
}
# What the number counts → the numeric field of an entry.
_MEASURES = {
    "family_doctors": r"(?:medecins?|docteurs?|docs?)(?: de famille)|omnipraticiens?"
    r"|family (?:doctors?|physicians?|docs?)|general practitioners?|generalistes?",
    "doctors": r"medecins?|docteurs?|doctors?|physicians?|md|docs?",
    "members": r"membres?(?: actifs?)?|(?:active )?members?|adherents?",
    "files": r"dossiers?(?: actifs?| medicaux| patients?)?|patients?|(?:active |open |patient |medical )?"
    r"(?:files|records)",
    "population": r"habitants?|personnes?|ames|inhabitants|people",
}
_FILLER = r"(?: (?:de|d|des|les|leurs?|of|of the))?"
_HIRING = re.compile(
    r"(?<!je )(?<!j )(?<!jai )\b(?:recrut|cherch|recherch|embauch|engag|besoin|manqu|hiring|looking|seeking|need)\w*"
    r"(?: (?:de|d|encore|actuellement|toujours|t|on|elle|elles|ils|il|un|une|for|to|recruit|hire))*\s$"
)


_ALL_MEASURES = "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _MEASURES.items())
_BEFORES = "|".join(f"(?:{p})" for p in _BEFORE.values())
_AFTERS = "|".join(f"(?:{p})" for p in _AFTER.values())
_MEASURE_FIRST = re.compile(
    rf"(?<!\S)(?:{_ALL_MEASURES})(?P<hire> a recruter| to recruit)?(?: (?:desservie|servie|en place|est|sont|soit|qui"
    rf"|de|is|are|se situe\w*|compris\w*|varie\w*|served)){{0,3}}"
    rf" (?:(?:entre|between) (?P<low>{NUMBER}) (?:et|and) (?P<high>{NUMBER})"
    rf"|(?:(?P<before>{_BEFORES}) )?(?:les )?(?P<number>{NUMBER})(?: (?P<after>{_AFTERS}))?)(?!\S)"
)
_FURTHER = re.compile(
    rf"(?:en place )?(?:mais|et|but|and) (?:(?P<before>{_BEFORES}) )?(?P<number>{NUMBER})"
    rf"(?: (?P<after>{_AFTERS}))?(?=$| (?:en place|a recruter))"
)
_SOUGHT = re.compile(
    rf"(?<!\S)(?:(?:re)?cherch\w+|recrut\w+|veulent|need|seek)(?: (?:en|encore|aussi|toujours|still))*"
    rf" (?:(?P<before>{_BEFORES}) )?(?P<number>{NUMBER})(?: (?P<after>{_AFTERS}))?(?: autres?| de plus| more)?$"
)
_ANY_MEASURE = "|".join(f"(?:{pattern})" for pattern in _MEASURES.values())
_EXCEEDS = re.compile(
    rf"(?<!\S)(?P<how>plus|moins|more|fewer|less) (?:de |d )?(?P<one>{_ANY_MEASURE}) (?:que|than) (?:de |d )?"
    rf"(?P<other>{_ANY_MEASURE})(?!\S)"
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A number compared with a measure, and the words that say it (indexes, last excluded)."""

    measure: str
    comparison: Comparison
    number: float
    first: int
    last: int
    upper: float | None = None
    recruiting: bool = False

    def criteria(self) -> tuple[Criterion, ...]:
        name = "recruiting" if self.recruiting else self.measure
        if self.upper is not None:
            return (Number(name, Comparison.AT_LEAST, self.number), Number(name, Comparison.AT_MOST, self.upper))
        return (Number(name, self.comparison, self.number),)


def value(words: str) -> float:
    """The number that folded words spell ("3 000", "trois mille deux cents", "10k")."""
    parts = re.sub(r"(?<=\d)k\b", " k", words).split()
    digits = "".join(p for p in parts if p.isdigit())
    total, current = 0.0, float(digits) if digits else 0.0
    for part in parts:
        if part in ("vingt", "vingts") and current % 100 == 4:
            current += 76  # quatre-vingts
        elif part in UNITS:
            current += UNITS[part]
        elif part in _MULTIPLE:
            current = max(current, 1) * _MULTIPLE[part]
            if _MULTIPLE[part] == 1000:
                total, current = total + current, 0.0
    return total + current


def conditions(message: Message) -> tuple[Condition, ...]:
    """Every condition on a number in the message, in its order."""
    found: list[Condition] = []
    measures = "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _MEASURES.items())
    afters = "|".join(f"(?:{p})" for p in _AFTER.values())
    befores = "|".join(f"(?:{p})" for p in _BEFORE.values())
    between = rf"(?:entre|between) (?P<low>{NUMBER}) (?:et|and) (?P<high>{NUMBER})"
    alone = r"(?P<alone>une? seule?|only one|just one)"
    single = (
        rf"(?:(?P<before>{befores}) )?(?:les |la barre des |le cap des )?(?P<number>{NUMBER})(?: (?P<after>{afters}))?"
    )
    pattern = (
        rf"(?<!\S)(?:{between}|{alone}|{single}){_FILLER} (?:{measures})(?: (?P<late>{afters}))?"
        r"(?P<hire> (?:a recruter|to (?:recruit|hire)|recherches?|voulus?|demandes?))?(?!\S)"
    )
    for match in re.finditer(pattern, message.folded):
        hit = message.hit("number", match.start(), match.end())
        if hit is None:
            continue
        measure = next(name for name in _MEASURES if match.group(name))
        hiring = bool(match.group("hire") or _HIRING.search(message.folded[: match.start()]))
        if match.group("low"):
            low, high = sorted((value(match.group("low")), value(match.group("high"))))
            found.append(Condition(measure, Comparison.AT_LEAST, low, hit.first, hit.last, high, hiring))
            continue
        if match.group("alone"):
            found.append(Condition(measure, Comparison.EQUAL, 1, hit.first, hit.last, None, hiring))
            continue
        comparison = _comparison(match.group("before"), match.group("after") or match.group("late"))
        if _decimals(message, match.start("number")):
            continue  # nothing that is counted here comes in halves
        if comparison is None and match.group("number") in ("un", "une", "one", "1"):
            continue  # "un médecin de famille" is an article, not a condition
        number = value(match.group("number"))
        found.append(Condition(measure, comparison or Comparison.EQUAL, number, hit.first, hit.last, None, hiring))
    found = found or list(_measure_first(message))
    return (*found, *_further(message, found), *_sought(message, found))


def _sought(message: Message, found: list[Condition]) -> tuple[Condition, ...]:
    """ "et en cherchent encore 2": how many are sought of what was named before."""
    if not found:
        return ()
    match = _SOUGHT.search(message.folded)
    hit = message.hit("number", match.start(), match.end()) if match else None
    if match is None or hit is None or any(c.first < hit.last and hit.first < c.last for c in found):
        return ()
    comparison = _comparison(match.group("before"), match.group("after")) or Comparison.EQUAL
    return (Condition("doctors", comparison, value(match.group("number")), hit.first, hit.last, None, True),)


def _further(message: Message, found: list[Condition]) -> tuple[Condition, ...]:
    """ "moins de 4 médecins mais au moins un": a second limit of the same measure, said without it."""
    more = []
    for condition in found:
        rest = " ".join(w.folded for w in message.words[condition.last :])
        at, match = len(message.folded) - len(rest), _FURTHER.match(rest)
        hit = message.hit("number", at, at + match.end()) if match else None
        comparison = _comparison(match.group("before"), match.group("after")) if match else None
        if match is not None and hit is not None and comparison is not None:
            number = value(match.group("number"))
            more.append(replace(condition, comparison=comparison, number=number, first=hit.first, last=hit.last))
    return tuple(more)


def _measure_first(message: Message) -> tuple[Condition, ...]:
    """ "un nombre de membres entre 2 000 et 3 000", "dont les dossiers dépassent 5 000": the number said last."""
    found = []
    for match in _MEASURE_FIRST.finditer(message.folded):
        hit = message.hit("number", match.start(), match.end())
        if hit is None:
            continue
        measure = next(name for name in _MEASURES if match.group(name))
        hiring = bool(match.group("hire"))
        if match.group("low"):
            low, high = sorted((value(match.group("low")), value(match.group("high"))))
            found.append(Condition(measure, Comparison.AT_LEAST, low, hit.first, hit.last, high, hiring))
            continue
        comparison = _comparison(match.group("before"), match.group("after"))
        if comparison is not None:
            number = value(match.group("number"))
            found.append(Condition(measure, comparison, number, hit.first, hit.last, None, hiring))
    return tuple(found)


def exceeding(message: Message) -> tuple[str, str, int, int] | None:
    """ "plus de dossiers que de membres": the larger and the smaller of two measures, and the words that say it."""
    match = _EXCEEDS.search(message.folded)
    hit = match and message.hit("exceeds", match.start(), match.end())
    if match is None or hit is None:
        return None
    one, other = (
        next(name for name, pattern in _MEASURES.items() if re.fullmatch(pattern, match.group(side)))
        for side in ("one", "other")
    )
    if one == other:
        return None
    more, less = (one, other) if match.group("how") in ("plus", "more") else (other, one)
    return more, less, hit.first, hit.last


def _decimals(message: Message, at: int) -> str:
    """The digits before the decimal comma of the number that stands there ("12" for the 5 of "12,5"), else ""."""
    hit = message.hit("number", at, at + len(message.folded[at:].split(" ", 1)[0]))
    match = re.search(r"(\d+)[.,]$", message.text[: message.words[hit.first].start]) if hit else None
    return match.group(1) if match else ""


def _comparison(before: str | None, after: str | None) -> Comparison | None:
    for said, table in ((before, _BEFORE), (after, _AFTER)):
        if said:
            return next(c for c, pattern in table.items() if re.fullmatch(pattern, said))
    return None


_RADIUS = re.compile(
    r"(?<!\S)(?:a )?(?:(?:moins de|moins d|environ|max(?:imum)?|au plus|within|in an?|within an?|less than|under"
    rf"|no more than|up to|at most|about|rayon de|dans un rayon de|jusqu a) )*(?P<number>{NUMBER}) ?"
    r"(?P<unit>km|kilometres?|kms|kilometers?|miles?|minutes?(?: de route| drive| by car)?|min"
    r"|heures? de (?:route|voiture|auto|char)|heures?(?= de ))(?: max(?:imum)?| radius| away| or less)?"
    r"(?: (?:de|du|d|of|from|around|autour))?(?!\S)"
)
KM_PER_MINUTE = 1.0  # 60 km/h: country roads and highways mixed; said in the answer
KM_PER_MILE = 1.609
_KM_PER = {"min": KM_PER_MINUTE, "heure": 60 * KM_PER_MINUTE, "mile": KM_PER_MILE}


def radius(message: Message) -> tuple[float, int, int] | None:
    """The radius asked for in kilometres, with its words; minutes of road are read at 60 km/h."""
    match = _RADIUS.search(message.folded)
    if match is None:
        return _glued(message)
    hit = message.hit("radius", match.start(), match.end())
    if hit is None:
        return None
    number = value(match.group("number"))
    unit = match.group("unit")
    whole = _decimals(message, match.start("number"))
    if whole:
        number = float(f"{whole}.{match.group('number')}") if match.group("number").isdigit() else number
    factor = next((f for u, f in _KM_PER.items() if unit.startswith(u)), 1.0)
    return number * factor, hit.first, hit.last


def _glued(message: Message) -> tuple[float, int, int] | None:
    """ "20km" is one word."""
    for i, word in enumerate(message.words):
        match = re.fullmatch(r"(\d+)(?:km|kms)", word.folded)
        if match:
            return float(match.group(1)), i, i + 1
    return None
