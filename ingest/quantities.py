"""Numbers of the prose with what they count, and how surely: "près de 40 coopératives de santé".

Years, dates, ranges of years and the numbers of headings count nothing and are left out. A number in words ("Trois
membres auxiliaires") or rounded in a noun ("une cinquantaine de professionnels") is read too. Of a percentage the noun
is "%", of a distance "km", of an amount "$": what they are of stays in the span.
"""

from __future__ import annotations

import re

from ingest.document import Span
from ingest.french import fold
from ingest.passage import Kind, Passage, Quantity

_WORDS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "cent": 100,
}  # fmt: skip
_ABOUT = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip
_HEDGE = r"(?:(?P<hedge>près d[e'’]|plus d[e'’]|moins d[e'’]|environ|en moyenne,?|au moins|jusqu'à)\s*)?"
_DIGITS = r"\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?"
_QUANTITY = re.compile(
    rf"(?<![\w.,-])(?:{_HEDGE}\**(?:(?P<digits>{_DIGITS})(?P<ordinal>\s?\^?e\b)?|(?P<word>{'|'.join(_WORDS)})\b"
    rf"(?:\s*\((?P<again>\d+)\))?)|une?\s+(?P<about>{'|'.join(_ABOUT)})\s+d(?:e\s+|'|’))(?![-–/.]\d)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s?(?P<unit>%|km\b|h\b|\\?\$)(?:\s?/\s?\w+)?")
_OF = re.compile(r"\s+(?:des?|du|d['’])\s*(?:«[^»]*»|[^\W\d_]+(?:\s+(?:de|d['’])\s*[^\W\d_]+)?)")
_BEFORE_NOUN = re.compile(r"autres|(?:derni|premi)er(?:e?s)|grande?s|nouve(?:aux|lles)|prochaine?s")
_NOT_NOUNS = re.compile(
    r"an?s?|aux?|ces?|chaque|de[srn]?|dernier|du|en|est|les?|la|ou|par|pour|que|qui|sans|sur|et|janvier|fevrier|mars|avril|mai|"
    r"juin|juillet|aout|septembre|octobre|novembre|decembre"
)
_WORD = re.compile(r"\s*\**(?P<word>[^\W\d_]+)")
_COMPLEMENT = re.compile(r"\s+(?:(?:de la|de l['’]|de|du|des|d['’])\s*[^\W\d_]+)")
_ADJECTIVE = re.compile(
    r"\s+(?:[^\W\d_]+(?:ques?|ti(?:fs?|ves?)|aux|ales?|elles?|aires?|iens|iennes)|résidents?|sociales?)\b",
    re.IGNORECASE,
)
_CARRIED = re.compile(r"\**\s*et d[e'’]\s*\**$")


def read_quantities(passages: tuple[Passage, ...]) -> tuple[Quantity, ...]:
    """Every number of the passages that counts something, in order; addresses and phone numbers aside."""
    found: list[Quantity] = []
    for passage in passages:
        if passage.kind is Kind.CONTACT or "\t" in passage.text:
            continue
        for sentence in passage.sentences:
            found += _figure(sentence) if passage.kind is Kind.FIGURE else _read(sentence)
    return tuple(found)


def _read(sentence: Span) -> list[Quantity]:
    text, end_of_last = sentence.quote, 0
    found: list[Quantity] = []
    for match in _QUANTITY.finditer(text):
        hedge = match["hedge"] or ""
        start = match.start() if hedge or match["about"] else match.start("digits" if match["digits"] else "word")
        what = _what(text, match)
        if what is None:
            continue
        noun, end = what
        between = text[end_of_last:start]
        if not hedge and found and found[-1].about and _CARRIED.match(between):
            hedge, start = found[-1].about, start - len(between) + between.index("et ") + 3
        if match["about"]:
            hedge, number = (
                text[match.start() : match.start("about")] + match["about"],
                float(_ABOUT[fold(match["about"])]),
            )
        elif match["word"]:
            number = float(_WORDS[fold(match["word"])])
        else:
            number = float(re.sub(r"\s", "", match["digits"]).replace(",", "."))
        end_of_last = end
        if "**" in text[start:end] and text.startswith("**", end):  # a bold mark opened in the span closes in it
            end += 2
        found.append(Quantity(number, _hedge(hedge), noun, sentence.slice(start, end), sentence))
    return found


def _what(text: str, match: re.Match[str]) -> tuple[str, int] | None:
    """The head noun after a number and where its phrase ends."""
    unit = _UNIT.match(text, match.end()) if match["digits"] else None
    if unit:
        of = _OF.match(text, unit.end()) if unit["unit"] == "%" else None
        return unit["unit"].lstrip("\\"), of.end() if of else unit.end()
    word = _WORD.match(text, match.end())
    if word and _BEFORE_NOUN.fullmatch(fold(word["word"])):
        word = _WORD.match(text, word.end())
    if word is None or _NOT_NOUNS.fullmatch(fold(word["word"])) or len(word["word"]) < 3:
        return None
    if match["digits"] and not match["about"] and not match["ordinal"] and _is_year(match["digits"]):
        return None
    end = word.end()
    for pattern in (_ADJECTIVE, _COMPLEMENT, _ADJECTIVE):
        if more := pattern.match(text, end):
            end = more.end()
    return _singular(fold(word["word"])), end


def _figure(sentence: Span) -> list[Quantity]:
    """A figure standing apart and its caption, above or below."""
    text = sentence.quote
    number = re.match(_DIGITS, text) or re.search(rf"(?:{_DIGITS})(?=\s?(?:h|km|%|\\?\$)$)", text)
    caption = re.search(r"[^\W\d_]{3,}", text)
    if number is None or caption is None:
        return []
    value = float(re.sub(r"\s", "", number.group()).replace(",", "."))
    return [Quantity(value, "", _singular(fold(caption.group())), sentence, sentence)]


def _is_year(digits: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", digits) is not None


def _hedge(printed: str) -> str:
    return re.sub(r"\s+", " ", printed).strip(" ,")


def _singular(folded: str) -> str:
    if folded.endswith("aux") and len(folded) > 4:
        return folded[:-3] + "al"
    return folded[:-1] if folded.endswith(("s", "x")) and len(folded) > 3 else folded
