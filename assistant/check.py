"""The last gate: every figure, phone, e-mail and postal code of an answer is cited, or declared as computed.

>>> unproved(Answer(Outcome.ANSWERED, "Appelez le 819 000-0000."), "")
('819', '000', '0000')
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer import Answer, Outcome
from ingest.french import fold

_MARK = re.compile(r"\[\d+\]")
_RANK = re.compile(r"^\d+\. ", re.MULTILINE)
_TOKEN = re.compile(r"[\w.+-]+@[\w.-]+\w|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d|\d+")


def unproved(answer: Answer, vocabulary: str) -> tuple[str, ...]:
    """The tokens of the answer that nothing proves.

    `vocabulary` is the wording's own text, whose figures are ours (911, 811). Names of the co-ops presented and years
    of the documents cited are proved by the entries and the spans themselves.
    """
    text = _RANK.sub("", _MARK.sub("", answer.text))
    proofs = [span.quote for span in answer.citations]
    proofs += [
        f"{span.document.date} {span.document.year} {span.document.title} {span.document.short}"
        for span in answer.citations
    ]
    proofs += [found.entry.name.value or "" for found in answer.entries]
    proofs += [
        f"{f.entry.municipality.value} {f.entry.span.document.date} {f.entry.span.document.year}"
        for f in answer.entries
    ]
    if answer.outcome is Outcome.CLARIFY:
        proofs += answer.suggestions
    known = {*_tokens(" ".join([*proofs, *answer.computed])), *_of_vocabulary(vocabulary)}
    return tuple(t for t in _tokens(text) if t not in known)


def _tokens(text: str) -> list[str]:
    """Whole figures, e-mails and postal codes: "12" is not proved by "3 129"."""
    return _TOKEN.findall(fold(text))


@lru_cache(maxsize=4)  # one for each language: folding it again would be half of the time of an exact answer
def _of_vocabulary(vocabulary: str) -> frozenset[str]:
    return frozenset(_tokens(vocabulary))
