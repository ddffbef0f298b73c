"""Numbers as people write them in a condition: "plus de 5 médecins", "au moins trois mille membres", "entre 2 et 4".

>>> from ingest.french import words
>>> conditions(Message("plus de 3 000 membres", words("plus de 3 000 membres")))[0].number
3000.0
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.phrases import Hit, Message
from index.criteria import Comparison, Number
from index.criterion import Criterion

UNITS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
    "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "ten": 10, "seven": 7, "eight": 8, "nine": 9, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "vingts": 20,
}  # fmt: skip
_DOZENS = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "centaine": 100, "millier": 1000, "dozen": 12,
}  # fmt: skip
_MULTIPLE = {"cent": 100, "cents": 100, "mille": 1000, "k": 1000, "hundred": 100, "thousand": 1000}
_SPELT = rf"(?:{'|'.join([*UNITS, *(m for m in _MULTIPLE if m != 'k')])})"
_DOZEN = (
    rf"(?:(?:une )?demi |(?:a|{_SPELT}|\d+|quelques|plusieurs) )?(?:(?:bonne|grosse|petite|good)s? )?"
    rf"(?:{'|'.join(_DOZENS)})s?(?: (?:de|d|of))?"
)
NUMBER = (
    rf"(?:{_DOZEN}|(?:\d{{1,3}}(?: \d{{3}})+|\d+)(?: (?:{'|'.join(_MULTIPLE)}))?|\d+k"
    rf"|{_SPELT}(?: (?:et (?=une? |onze ))?{_SPELT})*)"
)
_ABOUT = 0.1  # "environ 2 000", "une centaine": give or take a tenth

_PASSES = r"(?:(?:(?:sur|de)pass|exced|franchi|exceed)\w*|pass(?:e|ent|ant|aient))"
_REACHES = r"(?:attei(?:gn|nt|ndr)|reach)\w*"
_GETS_TO = r"(?:(?:arriv|parvien|parven)\w*|se rend\w*|rendue?s?)"
_EQUALS = rf"(?:{_REACHES}|(?:egal|touch|equal)\w*(?: a| to)?)"
_ABOVE = r"superieure?s? a|au dessus d[eu]|au dela d[eu]|en haut de|plus (?:haut|loin|grand|eleve) que"
_BELOW = r"inferieure?s? a|en bas de|sous(?: les)?|en dessous d[eu]|en deca d[eu]"
_DENIED = r"(?:pas|jamais|guere)(?: (?:encore|meme|toujours|vraiment|tout a fait))*"
_SHORT_OF = rf"(?:{_DENIED}|sans(?: jamais| meme)?|loin d|incapables? d|(?:pein|tard|echou)\w* a)(?: (?:a|d|de))?"

_BEFORE = {
    Comparison.MORE: rf"plus (?:de|d|que)|{_ABOVE}|{_PASSES}|more than|over|above|greater than|\+ de",
    Comparison.AT_LEAST: r"au moins|(?:au |un )?minimum(?: de)?|at least|(?:a )?minimum of"
    rf"|no (?:fewer|less) than|a partir de|{_REACHES}|{_GETS_TO} a|pas moins de|{_DENIED} (?:{_BELOW})"
    rf"|{_EQUALS} (?:ou|or) (?:{_PASSES}|{_ABOVE})|(?:{_PASSES}|superieure?s?) (?:ou|or) {_EQUALS}",
    Comparison.LESS: rf"moins (?:de|d|que)|{_BELOW}|less than|fewer than|under|below"
    rf"|{_REACHES} {_DENIED}|{_GETS_TO} {_DENIED} a|{_SHORT_OF} (?:{_REACHES}|{_GETS_TO} a)",
    Comparison.AT_MOST: r"(?:tout )?au plus|(?:au )?maximum(?: de)?|au max|at most|up to|no more than"
    rf"|(?:a )?maximum of|(?:pas|guere) plus (?:de|que)|jusqu a|{_PASSES} {_DENIED}|{_SHORT_OF} (?:{_PASSES}|{_ABOVE})"
    rf"|{_EQUALS} (?:ou|or) (?:{_BELOW})|inferieure?s? (?:ou|or) {_EQUALS}",
    Comparison.EQUAL: r"exactement|precisement|juste|exactly|un seul|seulement|only|rien (?:que|qu)(?: avec)?",
}
_AROUND = (
    r"plus ou moins|environ|autour de|a peu pres|pres de|a peu de chose pres|approximativement|proche de"
    r"|frol\w*|approch\w*|avoisin\w*|about|around"
    r"|roughly"
)
_AFTER = {
    Comparison.AT_LEAST: r"(?:ou|et) (?:plus|davantage|au dessus|au dela)|\+|or more|(?:au )?minimum|au moins",
    Comparison.AT_MOST: r"(?:ou|et) moins|or less|(?:gros |au )?max(?:imum)?|or fewer|au plus|pas plus|ou en dessous",
    Comparison.EQUAL: r"seulement|uniquement|exactement|only|exactly",
}
# What the number counts → the numeric field of an entry.
_MEASURES = {
    "family_doctors": r"(?:medecins?|docteurs?|docs?)(?: de famille)|omnipraticiens?|omnis?"
    r"|family (?:doctors?|physicians?|docs?)|general practitioners?|generalistes?",
    "doctors": r"medecins?|docteurs?|doctors?|physicians?|md|docs?|(?:effectifs?|corps) medica(?:l|ux)",
    "members": r"membres?(?: actifs?)?|membership|membrariat|(?:active )?members?|adherents?",
    "files": r"dossiers?(?: actifs?| medicaux| patients?)?|patients?|(?:active |open |patient |medical )?"
    r"(?:files|records)",
    "population": r"habitants?|personnes?|ames|gens|inhabitants|people",
}
_ANY_MEASURE = "|".join(f"(?:{pattern})" for pattern in _MEASURES.values())
_ALL_MEASURES = "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _MEASURES.items())
_BEFORES = "|".join(f"(?:{p})" for p in _BEFORE.values())
_AFTERS = rf"(?:{'|'.join(f'(?:{p})' for p in _AFTER.values())})(?! (?:de|d|que|than|{NUMBER})(?!\S))"
_LIMIT = (
    rf"(?:(?:entre|between) (?P<low>{NUMBER}) (?:et|and) (?P<high>{NUMBER})"
    rf"|(?:(?:de|from|juste|seulement|rien (?:que|qu)(?: avec)?) )?(?P<from>{NUMBER}) (?:a|ou|to|or) (?P<to>{NUMBER})"
    r"|(?P<alone>(?<!pas )une? (?:seule?(?: et unique)?|unique)|only one|just one)"
    rf"|(?:(?P<before>{_BEFORES}|{_AROUND}) )?(?:les |(?P<bar>(?:la (?:barre|marque)|(?:le )?(?:cap|seuil)) d\w*) "
    r"|le chiffre d\w* )?"
    rf"(?P<number>{NUMBER})(?: (?P<after>{_AFTERS}))?)"
)
# "4 postes de médecin ou plus à combler": posts are open, whoever holds the others.
_POSTS = (
    r"(?:postes?|places?|ouvertures?|vacances|openings?|vacancies|positions?)"
    r"(?: (?:vacante?s?|libres?|ouverte?s?|disponibles?))?"
)
_LIMITED = re.compile(
    rf"(?<!\S)(?<!top ){_LIMIT}(?P<post> {_POSTS})?(?: (?:de|d|des|les|leurs?|pour|of|of the|for))?"
    rf" (?:{_ALL_MEASURES})(?: (?P<late>{_AFTERS}))?"
    r"(?P<hire> (?:a (?:recruter|embaucher|engager|trouver|combler|pourvoir)|to (?:recruit|hire)|recherches?|voulus?"
    r"|demandes?|manquants?|vacants?|ouverts?|openings?|positions?|vacancies))?(?!\S)"
)
# "un nombre de membres entre 2 000 et 3 000", "dont les dossiers dépassent 5 000": the number said last.
_MEASURE_FIRST = re.compile(
    rf"(?<!\S)(?:{_ALL_MEASURES})(?P<hire> a recruter| to recruit)?(?: (?:desservie|servie|en place|est|sont|soit|qui"
    rf"|de|d|is|are|se situe\w*|compris\w*|varie\w*|served|ne|y))"
    rf"{{0,3}} {_LIMIT}(?!\S)"
    r"(?! (?:coops?|cooperatives?|cliniques?|regions?|villes?|municipalites?|ans|annees|km)(?!\S))"
)
_GOES_ON = r"(?=$| (?:en|dans|a|au|aux|chez|mais|et|pis|pour|qui|la|y|svp|stp|in|but|and|for|c est|est ce)(?!\S))"
# "mais au moins un": a second limit of the same measure, said without it.
_FURTHER = re.compile(rf"(?:en place )?(?:mais|et|but|and) {_LIMIT}(?=$| (?:en place|a recruter))")
_HIRES = (
    r"(?:(?:(?<=lui )|(?<=leur )|(?<=en )|(?<=qui il ))(?:faut|fau(?:drai|dra)t?)"
    r"|(?:(?:re)?cherch|recrut|embauch|engag|besoin|manqu|attir|accueill|poste|place|hir|look|seek|need|want|veul|veut"
    r"|voudr)\w*)"
)
_HIRING = re.compile(
    rf"(?<!je )(?<!j )(?<!jai )(?<!\S){_HIRES}(?: (?:de|d|des|en|pour|que|qu|encore|aussi|actuellement|toujours|est"
    r"|sont|serait"
    rf"|t|on|elles?|ils?|une?|for|to|still|more|{_HIRES}))*\s$"
)
# "et en cherchent encore 2": how many are sought of the doctors named before.
_SOUGHT = re.compile(
    rf"(?<!\S)en (?:{_HIRES} )?{_HIRES}(?: (?:encore|aussi|toujours|que|qu|still))* {_LIMIT}"
    rf"(?: autres?| de plus| more)?{_GOES_ON}"
)
# "côté médecins, lesquelles en ont plus de 10 ?": the measure is named before.
_ELSEWHERE = re.compile(rf"(?<!\S){_LIMIT}{_GOES_ON}")
_A_MEASURE = re.compile(rf"(?<!\S)(?:{_ALL_MEASURES})(?!\S)")
_RATIOS = (
    re.compile(
        rf"(?<!\S)(?<!\bun )(?<!\bseul )(?P<one>{_ANY_MEASURE})(?: desservie?s?| en moyenne| en place)?"
        rf" (?:par|per|pour (?:un|chaque|1)|chaque|for each)(?: chaque)? (?P<other>{_ANY_MEASURE})(?!\S)"
    ),
    re.compile(
        rf"(?<!\S)(?:ratio|rapport) (?:de |des |du nombre de |entre (?:les )?|of )?(?P<one>{_ANY_MEASURE})"
        rf" (?:(?:par|sur|et|a|pour|to|per|and) )?(?:les |le nombre de )?(?P<other>{_ANY_MEASURE})(?!\S)"
    ),
)
_HAVING = re.compile(r"(?<!\S)(?:ont|a|avec|compt\w+|have|has|with)(?: (?:que|qu|seulement|exactement|only))*\s$")
_OF_COOPS = re.compile(
    rf"(?<!\S){_LIMIT} (?:coops?|cooperatives?|cliniques?|co ops?|clinics?)(?: (?P<late>{_AFTERS}))?"
)
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
        dozen = _DOZENS.get(part.removesuffix("s"))
        if part in ("vingt", "vingts") and current % 100 == 4:
            current += 76  # quatre-vingts
        elif part == "demi":
            current = 0.5
        elif dozen:
            current = (current or 1) * dozen
        elif part in UNITS:
            current += UNITS[part]
        elif part in _MULTIPLE:
            current = max(current, 1) * _MULTIPLE[part]
            if _MULTIPLE[part] == 1000:
                total, current = total + current, 0.0
    return total + current


def conditions(message: Message) -> tuple[Condition, ...]:
    """Every condition on a number in the message, in its order."""
    first = _found(message, _MEASURE_FIRST, said_last=True)
    found = _found(message, _LIMITED)
    # "dont le membership excède 9 000 personnes" counts members
    found = [c for c in found if not (c.measure == "population" and any(_overlap(c, f) for f in first))] or first
    if not found:
        return (*_sought(message, found), *_elsewhere(message))
    return (*found, *_further(message, found), *_sought(message, found))


def _found(message: Message, pattern: re.Pattern[str], said_last: bool = False) -> list[Condition]:
    """The limits that a pattern finds beside their measure; `said_last` where a bare number is none."""
    found = []
    for match in pattern.finditer(message.folded):
        hit = message.hit("number", match.start(), match.end())
        if hit is None or (match["number"] and _decimals(message, match.start("number"))):
            continue  # nothing that is counted here comes in halves
        if said_last and not _limits(match):
            continue
        measure = next(name for name in _MEASURES if match[name])
        hires = None if said_last else _HIRING.search(message.folded[: match.start()])
        hit = (hires and message.hit("number", hires.start(), match.end())) or hit
        hiring = bool(match["hire"] or hires or match.groupdict().get("post"))
        condition = _condition(match, hit, measure, hiring)
        if condition is not None:
            found.append(condition)
    return found


def bounds_alone(folded: str, opening: str) -> bool:
    """Whether folded words, behind an opening, only bound a number of nothing: "et celles qui n'atteignent pas 300"."""
    match = re.compile(rf"{opening}{_LIMIT}").fullmatch(folded)
    if match is None:
        return False
    number = match["number"]
    return _limits(match) or bool(number and _NOT_EVEN.search(folded[: match.start("number")]))


def _limits(match: re.Match[str]) -> bool:
    """Whether a number is compared with: "plus de 10", "3 à 5", not a bare "2014"."""
    return any(match[name] for name in ("low", "from", "before", "after", "bar"))


def _condition(match: re.Match[str], hit: Hit, measure: str, hiring: bool) -> Condition | None:
    """What a limit says; None for "un médecin", which is an article."""
    low, high = match["low"] or match["from"], match["high"] or match["to"]
    if low and high:
        least, most = sorted((value(low), value(high)))
        return Condition(measure, Comparison.AT_LEAST, least, hit.first, hit.last, most, hiring)
    if match["alone"]:
        return Condition(measure, Comparison.EQUAL, 1, hit.first, hit.last, None, hiring)
    before, said = match["before"], match["number"]
    comparison = _comparison(before, match["after"] or match.groupdict().get("late"))
    if match["bar"] and before is None:  # "qui ont passé le cap des 5 000 membres", by whatever verb
        comparison = Comparison.AT_LEAST
    number = value(said)
    ahead = match.string[: match.start()]
    if comparison is None and not hiring and _OURSELVES.search(ahead):
        return None
    counted = hiring or _THEY_HAVE.search(ahead)
    if comparison is None and before is None and number > 1 and _NOT_EVEN.search(ahead):
        comparison = Comparison.LESS
    if comparison is None and (said in ("un", "une", "one", "a") or (said == "1" and not counted)):
        return None
    good = re.search(r"(?<!\S)(?:(?:bonne|grosse|good)s?|quelques|plusieurs) ", said)
    if comparison is None and good:
        comparison = Comparison.AT_LEAST
    if comparison is None and (before or _vague(said)):
        least, most = round(number * (1 - _ABOUT)), round(number * (1 + _ABOUT))
        return Condition(measure, Comparison.AT_LEAST, least, hit.first, hit.last, most, hiring)
    return Condition(measure, comparison or Comparison.EQUAL, number, hit.first, hit.last, None, hiring)


# "nous sommes un groupe de quatre médecins": those who ask, not those in place
_OURSELVES = re.compile(
    r"(?<!\S)(?:(?:nous sommes|on est|on sera|nous serons|we are|we re|je suis|moi et|ma conjointe et|mon conjoint et"
    r"|s en va a|s installer a|pratiquer a|venir a)(?: (?:un|une|des|le|la|les|a|an))?(?: (?:petite?|jeune|small))?"
    r"(?: (?:groupe|equipe|gang|bande|couple|cohorte|group|team)(?: (?:de|d|of))?)?"
    r"|(?:un|une|notre|mon|a|our) (?:groupe|equipe|gang|bande|group|team) (?:de|d|of)) $"
)
# "les coops qui ont 1 médecin"
_THEY_HAVE = re.compile(r"(?<!\S)(?:ont|comptent|have) (?:que |qu |seulement |only )?$")
# "celles qui n'ont pas 300 membres", "même pas 300"
_NOT_EVEN = re.compile(
    r"(?<!\S)(?:meme pas(?: encore)?|(?:n|ne) (?:(?:en|y) )?\w+ (?:meme )?pas(?: encore| meme)*"
    r"|sans (?:meme |jamais )?(?:avoir|compter|totaliser|reunir))(?: les)? ?$"
)


def _vague(said: str) -> bool:
    """ "une centaine" is about a hundred; "une douzaine" may be exact."""
    return any(d in said for d in _DOZENS if d not in ("douzaine", "dozen"))


def _sought(message: Message, found: list[Condition]) -> tuple[Condition, ...]:
    match = _SOUGHT.search(message.folded)
    hit = message.hit("number", match.start(), match.end()) if match else None
    if match is None or hit is None or any(c.first < hit.last and hit.first < c.last for c in found):
        return ()
    condition = _condition(match, hit, "doctors", True)
    return (condition,) if condition else ()


def _elsewhere(message: Message) -> tuple[Condition, ...]:
    """A limit without a measure, of the one that the message names before it."""
    match = next((m for m in _ELSEWHERE.finditer(message.folded) if _limits(m)), None)
    hit = message.hit("number", match.start(), match.end()) if match else None
    if match is None or hit is None:
        return ()
    named = list(_A_MEASURE.finditer(message.folded[: match.start()].rstrip()))
    if not named:
        return ()
    measure = next(name for name in _MEASURES if named[-1][name])
    condition = _condition(match, hit, measure, False)
    return (condition,) if condition else ()


def _further(message: Message, found: list[Condition]) -> tuple[Condition, ...]:
    more = []
    for condition in found:
        rest = " ".join(w.folded for w in message.words[condition.last :])
        at, match = len(message.folded) - len(rest), _FURTHER.match(rest)
        hit = message.hit("number", at, at + match.end()) if match else None
        further = _condition(match, hit, condition.measure, condition.recruiting) if match and hit else None
        if match is not None and further is not None and _limits(match):
            more.append(further)
    return tuple(more)


def _overlap(one: Condition, other: Condition) -> bool:
    return one.first < other.last and other.first < one.last


def ratio(message: Message) -> tuple[str, str, int, int] | None:
    """ "dossiers par médecin": the two measures, the second dividing the first, and the words that say it."""
    match = next((m for pattern in _RATIOS if (m := pattern.search(message.folded))), None)
    hit = match and message.hit("ratio", match.start(), match.end())
    if match is None or hit is None:
        return None
    one, other = (_measure_of(match[side]) for side in ("one", "other"))
    return (one, other, hit.first, hit.last) if one != other else None


def number_of_coops(message: Message) -> Condition | None:
    """ "les régions qui ont plus de 5 coops": a limit on how many there are."""
    match = _OF_COOPS.search(message.folded)
    hit = message.hit("number", match.start(), match.end()) if match else None
    told = match is not None and (_limits(match) or match["alone"] or _HAVING.search(message.folded[: match.start()]))
    return _condition(match, hit, "coops", False) if match and hit and told else None


def _measure_of(said: str) -> str:
    return next(name for name, pattern in _MEASURES.items() if re.fullmatch(pattern, said))


def exceeding(message: Message) -> tuple[str, str, int, int] | None:
    """ "plus de dossiers que de membres": the larger and the smaller of two measures, and the words that say it."""
    match = _EXCEEDS.search(message.folded)
    hit = match and message.hit("exceeds", match.start(), match.end())
    if match is None or hit is None:
        return None
    one, other = (_measure_of(match[side]) for side in ("one", "other"))
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
            return next((c for c, pattern in table.items() if re.fullmatch(pattern, said)), None)
    return None


_RADIUS = re.compile(
    r"(?<!\S)(?:a )?(?:(?:moins de|moins d|environ|max(?:imum)?|au plus|within|in an?|within an?|less than|under"
    rf"|no more than|up to|at most|about|rayon de|dans un rayon de|jusqu(?:e|a| a)?) )*(?P<number>{NUMBER}) ?"
    r"(?P<unit>km|kilometres?|kms|kilometers?|miles?|minutes?(?: de route| drive| by car)?|min"
    r"|heures? de (?:route|voiture|auto|char)|heures?(?= de ))(?: max(?:imum)?| radius| away| or less| a la ronde)?"
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
