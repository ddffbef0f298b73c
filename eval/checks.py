"""What is checked of a reply: what its case expects, then what holds of every reply.

A check is a function from one `Asked` to a `Score`; the tables `EXPECTED` and `ALWAYS` name them. `EXPECTED` checks run
where the case sets the field of the same name. Nothing here needs a model to judge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from eval.case import Expectation
from eval.matching import MARK, PHONE, digits, normal, plain, says
from eval.reply import Reply
from ingest.document import Document

# The public emergency lines that a reply may always give: they are not facts of the documents.
EMERGENCY_LINES = ("911", "811", "988", "1 866 277-3553")
# The longest cell of the table has about 790 characters; a longer quotation is a page, not a proof.
QUOTE_MAX_CHARS = 900

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
_SITE = re.compile(r"(?:https?://|www\.)[^\s)\]|,;]+")
_POSTAL = re.compile(r"\b[A-Z][0-9O][A-Z][ -]?\d[A-Z]\d\b")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?")
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|^\|.*\|\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Asked:
    """One reply under test, with what was asked up to it."""

    messages: tuple[str, ...]
    expect: Expectation
    reply: Reply
    documents: Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class Score:
    """Whether a check passed and, where it didn't, why, in one French sentence."""

    passed: bool
    why: str = ""


Check = Callable[[Asked], Score]


def check(asked: Asked) -> dict[str, Score]:
    """Every check that applies to this reply, by name."""
    wanted = {name: one for name, one in EXPECTED.items() if getattr(asked.expect, name) not in (None, ())}
    return {name: one(asked) for name, one in {**wanted, **ALWAYS}.items()}


def cooperatives(asked: Asked) -> Score:
    """The co-ops presented are those wanted, by their rank in the table."""
    wanted, got = asked.expect.cooperatives, asked.reply.positions
    if wanted is None:
        return Score(True)
    if wanted.exactly is not None and sorted(got) != sorted(wanted.exactly):
        missing, extra = set(wanted.exactly) - set(got), set(got) - set(wanted.exactly)
        twice = sorted({position for position in got if got.count(position) > 1})
        return Score(False, f"coops manquantes {_ranks(missing)}, en trop {_ranks(extra)}, en double {_ranks(twice)}")
    if missing := set(wanted.at_least or ()) - set(got):
        return Score(False, f"coops manquantes {_ranks(missing)}")
    if forbidden := set(wanted.none_of or ()) & set(got):
        return Score(False, f"coops à ne pas présenter {_ranks(forbidden)}")
    if wanted.first is not None and got[:1] != (wanted.first,):
        return Score(False, f"première coop attendue {wanted.first}, reçue {got[0] if got else 'aucune'}")
    if wanted.empty and got:
        return Score(False, f"aucune coop attendue, reçues {_ranks(got)}")
    return Score(True)


def facts(asked: Asked) -> Score:
    """Each fact is said, in one of its forms."""
    return _all(f"non dit : {_or(fact)}" for fact in asked.expect.facts if not _said(asked.reply.answer, fact))


def not_facts(asked: Asked) -> Score:
    """None of these is said."""
    return _all(f"dit à tort : {_or(fact)}" for fact in asked.expect.not_facts if _said(asked.reply.answer, fact))


def cites(asked: Asked) -> Score:
    """Each of these is in the words of a citation."""
    quotes = [citation.quote for citation in asked.reply.citations]
    return _all(
        f"non cité : {_or(fact)}" for fact in asked.expect.cites if not any(_said(quote, fact) for quote in quotes)
    )


def abstained(asked: Asked) -> Score:
    """It abstains where it must, and there only."""
    if asked.reply.abstained == asked.expect.abstained:
        return Score(True)
    return Score(False, "devait s'abstenir" if asked.expect.abstained else "s'abstient à tort")


def clarifying(asked: Asked) -> Score:
    """It asks back where it must, and there only."""
    if asked.reply.clarifying == asked.expect.clarifying:
        return Score(True)
    return Score(False, "devait demander une précision" if asked.expect.clarifying else "demande une précision à tort")


def max_chars(asked: Asked) -> Score:
    """An answer that pours whole rows out is wrong even if the fact is in it."""
    most, long = asked.expect.max_chars, len(asked.reply.answer)
    return Score(most is None or long <= most, f"{long} caractères, au plus {most}")


def quotes_verbatim(asked: Asked) -> Score:
    """Each quotation is its document's text from `start` to `end`."""
    return _all(
        f"la citation [{one.marker}] n'est pas mot à mot à sa place dans {one.document}"
        for one in asked.reply.citations
        if one.document not in asked.documents
        or not 0 <= one.start < one.end
        or asked.documents[one.document].text[one.start : one.end] != one.quote
    )


def quotes_short(asked: Asked) -> Score:
    """A quotation is a cell or a sentence, not a page."""
    return _all(
        f"la citation [{one.marker}] a {len(one.quote)} caractères, au plus {QUOTE_MAX_CHARS}"
        for one in asked.reply.citations
        if len(one.quote) > QUOTE_MAX_CHARS
    )


def marks_match(asked: Asked) -> Score:
    """The marks [n] of the text and the citations are the same, each citation once."""
    marks = {int(mark) for mark in MARK.findall(asked.reply.answer)}
    markers = [citation.marker for citation in asked.reply.citations]
    if sorted(markers) != sorted(marks):
        return Score(False, f"renvois {_ranks(marks)} dans le texte, citations {_ranks(markers)}")
    return Score(True)


def answered_cites(asked: Asked) -> Score:
    """A reply that answers cites something."""
    reply, expect = asked.reply, asked.expect
    if reply.abstained or reply.clarifying or expect.social or reply.citations:
        return Score(True)
    if expect.cooperatives is not None and expect.cooperatives.empty and not reply.positions:
        return Score(True)  # "none in this region": no words of the source say so, all were looked at
    return Score(False, "répond sans citer")


def not_empty(asked: Asked) -> Score:
    """Something is said, whatever was typed."""
    return Score(bool(asked.reply.answer.strip()), "réponse vide")


def no_markup(asked: Asked) -> Score:
    """No HTML tag and no raw row of the table reaches the reader."""
    found = _MARKUP.search(asked.reply.answer)
    return Score(found is None, f"balisage dans le texte : {found.group()[:40] if found else ''}")


def figures_proved(asked: Asked) -> Score:
    """Each e-mail, site, postal code, phone and number of the text is in a quotation or declared as computed.

    Also free: the years of the documents, the emergency lines, and the numbers that the person typed.
    """
    quotes = [citation.quote for citation in asked.reply.citations]
    years = [document.year for document in asked.documents.values()]
    free = _figures(" ; ".join((*quotes, *asked.reply.computed, *years, *EMERGENCY_LINES, *asked.messages)))
    return _all(f"sans preuve : {figure}" for figure in sorted(_figures(plain(asked.reply.answer)) - free))


def _figures(text: str) -> set[str]:
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


def _said(text: str, alternatives: tuple[str, ...]) -> bool:
    return any(says(text, fact) for fact in alternatives)


def _all(problems: Iterable[str]) -> Score:
    found = list(problems)
    return Score(not found, " ; ".join(found))


def _or(alternatives: tuple[str, ...]) -> str:
    return " ou ".join(f"« {fact} »" for fact in alternatives)


def _ranks(positions: Iterable[int]) -> str:
    return ", ".join(str(position) for position in sorted(positions)) or "aucune"


EXPECTED: Mapping[str, Check] = {
    one.__name__: one for one in (cooperatives, facts, not_facts, cites, abstained, clarifying, max_chars)
}
ALWAYS: Mapping[str, Check] = {
    one.__name__: one
    for one in (
        not_empty,
        quotes_verbatim,
        quotes_short,
        marks_match,
        answered_cites,
        no_markup,
        figures_proved,
    )
}
