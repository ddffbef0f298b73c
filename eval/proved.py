"""Nothing is said that the documents don't prove: figures and proper names stand in a quotation, or are declared."""

from __future__ import annotations

import re

from eval.expected import EMERGENCY_LINES
from eval.matching import PHONE, digits, normal, plain, words
from eval.score import Asked, Score, none_of

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
_SITE = re.compile(r"(?:https?://|www\.)[^\s)\]|,;]+")
_POSTAL = re.compile(r"\b[A-Z][0-9O][A-Z][ -]?\d[A-Z]\d\b")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?")
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*\w"
_NAME = re.compile(rf"(?P<inside>(?<=[\w,;–—] )|(?<=\())?{_CAPITALISED}(?: {_CAPITALISED})*")
# What our own sentences say with a capital: a public service, the month and the languages in English.
OUR_NAMES = "Appelez Info-Santé MRC Québec November French English"


def figures_proved(asked: Asked) -> Score:
    """Each e-mail, site, postal code, phone and number of the text is in a quotation or declared as computed.

    Also free: the years of the documents, the emergency lines, and the numbers that the person typed.
    """
    quotes = [citation.quote for citation in asked.reply.citations]
    years = [document.year for document in asked.sources.documents.values()]
    free = figures(" ; ".join((*quotes, *asked.reply.computed, *years, *EMERGENCY_LINES, *asked.messages)))
    return none_of(f"sans preuve : {figure}" for figure in sorted(figures(plain(asked.reply.answer)) - free))


def figures(text: str) -> set[str]:
    """Every e-mail, site, postal code, phone and number of a text, each in one form."""
    found: set[str] = set()
    for pattern, form in ((_EMAIL, _lower), (_SITE, _lower), (_POSTAL, _compact), (PHONE, digits)):
        found |= {form(match.group()) for match in pattern.finditer(text)}
        text = pattern.sub(" ; ", text)
    return found | {_canonical(number) for number in _NUMBER.findall(normal(text))}


def _lower(text: str) -> str:
    return text.lower().rstrip("./")


def _compact(postal: str) -> str:
    return re.sub(r"[ -]", "", postal)


def _canonical(number: str) -> str:
    whole, _, decimals = number.replace(",", ".").partition(".")
    return (whole.lstrip("0") or "0") + (f".{decimals}" if decimals.strip("0") else "")


def names_proved(asked: Asked) -> Score:
    """Each proper name of the text is in a quotation, in the row of a co-op presented, or declared as computed.

    Also free: the names of the table's co-ops, which rule one out without citing it, the names that the person typed,
    the documents' own titles and publishers, and `OUR_NAMES`. A greeting may give examples.
    """
    if asked.expect.social:
        return Score(True)
    reply, sources = asked.reply, asked.sources
    proofs = [citation.quote for citation in reply.citations]
    proofs += [sources.rows.get((one.document, one.position), "") for one in reply.cooperatives]
    proofs += sources.names.values()
    proofs += [f"{one.title} {one.publisher} {one.date}" for one in sources.documents.values()]
    free = words(" ; ".join((*proofs, *reply.computed, *asked.messages, OUR_NAMES)))
    return none_of(
        f"nom sans preuve : {name}" for name in dict.fromkeys(_names(reply.answer)) if not words(name) <= free
    )


def _names(answer: str) -> list[str]:
    """The runs of capitalised words, without the word that opens a sentence: it has its capital anyway."""
    runs = [(name.group(), name.group("inside") is not None) for name in _NAME.finditer(plain(answer))]
    return [run if inside else run.partition(" ")[2] for run, inside in runs if inside or " " in run]
