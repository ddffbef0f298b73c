"""Names printed in capitals, shown in French case; and the legal form that a name tells.

>>> display("COOPÉRATIVE DE SOLIDARITÉ SANTÉ DE POINTE-DU-LAC")
'Coopérative de solidarité santé de Pointe-du-Lac'
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.document import Span
from ingest.entry import Cell, State
from ingest.french import fold

_PART = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class _Names:
    common: frozenset[str]
    exact: dict[str, str]
    legal_forms: dict[str, str]


@cache
def _names() -> _Names:
    data = tomllib.loads((files("ingest") / "lexicon" / "names.toml").read_text(encoding="utf-8"))
    return _Names(
        common=frozenset(fold(word) for word in data["common"]),
        exact={fold(word): word for word in data["exact"]},
        legal_forms=dict(data["legal_forms"]),
    )


def display(printed: str) -> str:
    """`printed` in French case. A text that is not all in capitals is left as it is."""
    if printed != printed.upper():
        return printed
    names = _names()
    shown: list[str] = []
    before, previous = 0, ""
    for match in _PART.finditer(printed):
        between = printed[before : match.start()]
        shown += [between, _case(match.group(), previous, between)]
        before, previous = match.end(), fold(match.group())
    text = "".join([*shown, printed[before:]])
    for folded, word in names.exact.items():
        text = _replace_folded(text, folded, word)
    return text


def legal_form(name: Span) -> Cell[str]:
    """The legal form that the name holds, the last one where there are two; not said where it holds none."""
    best: Cell[str] = Cell(State.UNSAID)
    for folded, shown in _names().legal_forms.items():
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, folded.split())) + r"(?!\w)"
        for match in re.finditer(pattern, _same_length_fold(name.quote)):
            if best.span is None or name.start + match.start() >= best.span.start:
                best = Cell(State.STATED, shown, name.slice(*match.span()))
    return best


def _case(word: str, previous: str, between: str) -> str:
    folded = fold(word)
    starts = not previous or "–" in between or "—" in between
    if starts or folded not in _names().common or _article_of_a_name(folded, previous, between):
        return word[:1] + word[1:].lower()
    return word.lower()


def _article_of_a_name(folded: str, previous: str, between: str) -> bool:
    """Whether "Le" or "La" is part of the name ("de Le Rocher", "santé La Prairie"): no "du" or "de la"."""
    if not between.isspace():
        return False
    if folded in {"le", "les"}:
        return previous in {"a", "de"} or previous not in {"dans", "et", "par", "pour", "sur"}
    return folded == "la" and previous not in {"a", "dans", "de", "et", "par", "pour", "sur"}


def _replace_folded(text: str, folded: str, word: str) -> str:
    pattern = rf"(?<!\w){re.escape(folded)}(?!\w)"
    for match in reversed(list(re.finditer(pattern, _same_length_fold(text)))):
        text = text[: match.start()] + word + text[match.end() :]
    return text


def _same_length_fold(text: str) -> str:
    """Each character folded apart, so that offsets stay those of `text` (a character that would grow is kept)."""
    return "".join(low if len(low := fold(c)) == 1 else c for c in text)
