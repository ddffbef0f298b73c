"""The sentences and segments of a cell: what a cue such as "Souhaite développer…" or "en développement" reaches.

Médecine familiale en développement; Prélèvements, injections. 2 infirmières.
└────────── segment ──────────────┘└────── segment ──────────┘
└────────────────────── sentence ────────────────────────────┘
"""

from __future__ import annotations

import re

from ingest.document import Span

# A full stop ends a sentence where a capital, a digit or nothing follows, except after an abbreviation.
_STOP = re.compile(r"[.!?…]+(?:\s?[»”\")*\]])*(?=\s+[A-ZÀ-Ý«Œ\d]|\s*$)")
# "… de santé Six (6) coopératives ont…": a sentence whose point is missing.
_UNPOINTED = re.compile(r"(?<=[a-zà-ÿ])(?=\s+[A-ZÀ-Ý][a-zà-ÿ]+ \(\d+\) )")
_ABBREVIATION = re.compile(
    r"(?:\b(?:adm|art|aux|bur|ch|dév|dr|env|etc|gynéco|ième|labo|md|m|mme|méd|mgr|no|nouv|omniprat|pers|pop|prat|qc|sec|sem|"
    r"st|ste|tél|téléc|janv|févr|avr|juill|sept|oct|nov|déc)|\b\w)$",
    re.IGNORECASE,
)
_ABBREVIATION_THAT_MAY_END = re.compile(r"\b(?:adm|aux|env|etc|gynéco|méd|omniprat|pers|sem)$", re.IGNORECASE)


def sentences(span: Span) -> tuple[Span, ...]:
    """The sentences of a cell or a paragraph, blanks aside; together they hold every word of it."""
    text, start, found = span.quote, 0, []
    for match in sorted((*_STOP.finditer(text), *_UNPOINTED.finditer(text)), key=lambda match: match.end()):
        if not match.group() or _ends(text, match):
            found.append((start, match.end()))
            start = match.end()
    found.append((start, len(text)))
    return tuple(trimmed for left, right in found if (trimmed := _trim(span, left, right)) is not None)


def segments(sentence: Span) -> tuple[Span, ...]:
    """The parts of a sentence between semicolons, outside brackets."""
    return _cut(sentence, ";")


def pieces(segment: Span) -> tuple[Span, ...]:
    """The parts of a segment between commas, outside brackets: the few words around one service."""
    return _cut(segment, ",;:")


def _cut(span: Span, marks: str) -> tuple[Span, ...]:
    text, depth, start, found = span.quote, 0, 0, []
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character in marks and depth <= 0:
            found.append((start, index))
            start = index + 1
    found.append((start, len(text)))
    return tuple(trimmed for left, right in found if (trimmed := _trim(span, left, right)) is not None)


def _ends(text: str, match: re.Match[str]) -> bool:
    if not match.group().startswith(".") or len(match.group()) > 1 or match.end() >= len(text.rstrip()):
        return True
    before = text[: match.start()]
    if not _ABBREVIATION.search(before):
        return True
    following = text[match.end() :].lstrip()
    # "2 sec. 1 adjointe adm. Services…": an abbreviation ends the sentence only before a capital that starts a word.
    return bool(_ABBREVIATION_THAT_MAY_END.search(before) and re.match(r"[A-ZÀ-Ý][a-zà-ÿ’']", following))


def _trim(span: Span, left: int, right: int) -> Span | None:
    text = span.quote[left:right]
    if not text.strip():
        return None
    return span.slice(left + len(text) - len(text.lstrip()), right - len(text) + len(text.rstrip()))
