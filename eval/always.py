"""What holds of every reply, whatever was asked: its quotations, its marks, its form."""

from __future__ import annotations

import re

from eval.matching import MARK, words
from eval.score import Asked, Score, none_of, ranks

# The longest cell of the table has about 790 characters; a longer quotation is a page, not a proof.
QUOTE_MAX_CHARS = 900
# Of an answer whose case sets no bound of its own: a screen of text, and four lines for each co-op presented.
ANSWER_MAX_CHARS, COOPERATIVE_MAX_CHARS = 900, 300

_ROW = r"\|.*\|[ ]*"
_TABLE = re.compile(rf"^{_ROW}\n\|[ :|-]+\|[ ]*(?:\n{_ROW})*$", re.MULTILINE)
_RAW_ROW = re.compile(rf"^{_ROW}$", re.MULTILINE)
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


def cooperatives_known(asked: Asked) -> Score:
    """Each co-op presented is one of the table, under the name that its row prints."""
    problems = []
    for one in asked.reply.cooperatives:
        row = asked.sources.rows.get((one.document, one.position))
        if row is None:
            problems.append(f"la coop {one.position} n'est pas au tableau de {one.document}")
        elif missing := words(one.name) - words(row):
            problems.append(f"« {one.name} » n'est pas le nom de la coop {one.position} : {sorted(missing)}")
    return none_of(problems)


def quotes_verbatim(asked: Asked) -> Score:
    """Each quotation is its document's text from `start` to `end`."""
    return none_of(
        f"la citation [{one.marker}] n'est pas mot à mot à sa place dans {one.document}"
        for one in asked.reply.citations
        if one.document not in asked.sources.documents
        or not 0 <= one.start < one.end
        or asked.sources.documents[one.document].text[one.start : one.end] != one.quote
    )


def quotes_short(asked: Asked) -> Score:
    """A quotation is a cell or a sentence, not a page."""
    return none_of(
        f"la citation [{one.marker}] a {len(one.quote)} caractères, au plus {QUOTE_MAX_CHARS}"
        for one in asked.reply.citations
        if len(one.quote) > QUOTE_MAX_CHARS
    )


def marks_match(asked: Asked) -> Score:
    """The marks [n] of the text and the citations are the same, each citation once."""
    marks = {int(mark) for mark in MARK.findall(asked.reply.answer)}
    markers = [citation.marker for citation in asked.reply.citations]
    if sorted(markers) != sorted(marks):
        return Score(False, f"renvois {ranks(marks)} dans le texte, citations {ranks(markers)}")
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


def not_too_long(asked: Asked) -> Score:
    """An answer is read at a glance, whatever it is about."""
    long = len(asked.reply.answer)
    most = asked.expect.max_chars or ANSWER_MAX_CHARS + COOPERATIVE_MAX_CHARS * len(asked.reply.cooperatives)
    return Score(long <= most, f"{long} caractères, au plus {most}")


def no_markup(asked: Asked) -> Score:
    """No HTML tag and no raw row of the table reaches the reader; a Markdown table, with its rule, may."""
    answer = asked.reply.answer
    found = _TAG.search(answer) or _RAW_ROW.search(_TABLE.sub("", answer))
    return Score(found is None, f"balisage dans le texte : {found.group()[:40] if found else ''}")
