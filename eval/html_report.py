"""The report of a run as one self-contained page, in French, for staff: nothing of it is fetched, nothing of it runs.

Questions and answers hold attacks: the template escapes whatever it is given, and the page's own policy refuses every
script and everything from outside. The layout is in `page/`; here is what the page says.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from eval import history_chart, wording
from eval.floors import below
from eval.judge import Result
from eval.outcome import Outcome, Part
from eval.places import places
from eval.sources import Sources
from eval.tally import Tally, by_class, by_way, failed_checks, families, losses
from ingest.names import display

PAGE = Path(__file__).parent / "page"
MOST_REWORDED = 60  # cases whose mark holds are read last, and few
_MOST_CHARS = 4000
_BOLD = re.compile(r"\*\*(.+?)\*\*")
# What can't be seen, and what would turn the text around it from right to left.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def page(outcome: Outcome, sources: Sources) -> str:
    """The whole page. The split that isn't to be read appears by class only."""
    css = (PAGE / "style.css").read_text(encoding="utf-8")
    names = {rank: display(" ".join(name.upper().split())) for (_, rank), name in sources.names.items()}
    where = places(sources)
    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_FrenchSpaces],
    )
    environment.filters |= {
        "fr": wording.french,
        "percent": wording.percent,
        "decimal": wording.decimal,
        "counted": wording.counted,
        "duration": wording.duration,
        "first_upper": wording.first_upper,
        "day": wording.day,
        "short_day": wording.short_day,
        "moment": wording.moment,
        "seen": seen,
        "said": said,
    }
    environment.globals |= {
        "checks": wording.CHECKS,
        "splits": wording.SPLITS,
        "edits": wording.EDITS,
        "ways": wording.WAYS,
        "compared": compared,
        "grouped": grouped,
        "kind_counts": kind_counts,
        "results_by_id": lambda part: {one.case.id: one for one in part.results},
        "failed_checks": failed_checks,
        "place": where,
        "wanted": lambda expect: wording.wanted(
            expect,
            lambda rank: f"n° {rank} {names.get(rank, '')}".rstrip(),
            lambda name: sources.documents[name].short if name in sources.documents else name,
        ),
    }
    return environment.get_template("report.html.jinja").render(
        outcome=outcome,
        policy=f"default-src 'none'; style-src 'sha256-{_digest(css)}'; base-uri 'none'; form-action 'none'",
        css=Markup(css),
        advice=advice(outcome),
        class_rows=_class_rows(outcome.parts),
        family_marks=[_mark(part, families(part.results)) for part in outcome.parts],
        way_rows=_rows([{one.name: Mark(one) for one in by_way(part.results)} for part in outcome.parts]),
        loss_rows=_rows([{one.edit: one for one in losses(part.results)} for part in outcome.parts]),
        chart=history_chart.chart(outcome.history),
        box=history_chart,
        names=dict(sorted(names.items())),
        most_reworded=MOST_REWORDED,
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of one row in one split, with its floor, from 0 to 1. `sunk`: the gate shuts because of it."""

    tally: Tally
    floor: float | None = None
    sunk: bool = False


def _mark(part: Part, tally: Tally) -> Mark:
    """A mark that must have a floor."""
    floor = part.floors.least.get(tally.name)
    return Mark(tally, floor, floor is None or tally.rate < floor)


def _class_rows(parts: Sequence[Part]) -> list[tuple[str, list[Mark | None]]]:
    """All the cases, then each class: its label, and its mark in each split that has cases of it."""
    labels = {name: label for part in parts for name, label in part.floors.labels.items()}
    rows = _rows([{one.name: _mark(part, one) for one in by_class(part.results)} for part in parts])
    names = ["ensemble", *sorted(rows.keys() - {"ensemble"})]
    return [(labels.get(name, name), rows[name]) for name in names]


Column = TypeVar("Column")


def _rows(columns: Sequence[Mapping[str, Column]]) -> dict[str, list[Column | None]]:
    """What each column has under each name, in the order of the first that has it."""
    names = dict.fromkeys(name for column in columns for name in column)
    return {name: [column.get(name) for column in columns] for name in names}


def kind_counts(part: Part, ids: Sequence[str]) -> list[tuple[str, int]]:
    """How many of these cases are of each class."""
    return sorted(Counter(one.case.kind for one in part.results if one.case.id in ids).items())


def advice(outcome: Outcome) -> str:
    """What to do of the verdict, in one sentence."""
    if not outcome.problems:
        return "Il n'y a rien à faire."
    told = []
    if any(below(part.results, part.floors) for part in outcome.parts):
        told.append("corrigez les réponses de ce qui est sous son plancher (un plancher ne s'abaisse pas pour passer)")
    if outcome.reason is None and any(part.changed.worse for part in outcome.parts):
        told.append("lisez ce qui s'est gâté et corrigez-le, ou inscrivez-le avec sa raison si c'est voulu")
    elif outcome.reason is None and any(part.changed.better or part.changed.new for part in outcome.parts):
        told.append('relisez ce qui a changé, puis inscrivez-le avec sa raison (coopsante eval --record "raison")')
    sentence = " ; ".join(told) or "lisez les raisons ci-dessous"
    return f"{sentence[:1].upper()}{sentence[1:]}."


def grouped(results: Iterable[Result], passed: bool) -> dict[str, list[Result]]:
    """The right or the wrong cases by class, in alphabetical order."""
    kept = sorted((one for one in results if one.passed is passed), key=lambda one: one.case.kind)
    kinds = dict.fromkeys(one.case.kind for one in kept)
    return {kind: [one for one in kept if one.case.kind == kind] for kind in kinds}


def seen(text: str) -> str:
    """A text that anyone may have typed, with a visible sign for each unseen one, cut where it is too long to be read.

    >>> seen("  "), seen("a\\x00b"), seen("x" * 5000)[-20:]
    ('(rien que des espaces)', 'a␀b', 'x… (5000 caractères)')
    """
    if not text.strip():
        return "(rien que des espaces)" if text else "(vide)"
    cut = text if len(text) <= _MOST_CHARS else f"{text[:_MOST_CHARS]}… ({len(text)} caractères)"
    return _UNSEEN.sub(lambda sign: chr(0x2400 + ord(sign[0])) if sign[0] < " " else "\ufffd", cut)


def said(answer: str) -> Markup:
    """An answer as text, escaped first, its bold words bold."""
    return Markup(_BOLD.sub(r"<strong>\1</strong>", str(escape(seen(answer)))))


def compared(before: str, now: str) -> tuple[Markup, Markup]:
    """Two answers, with the words that only one of them has marked."""
    old, new = (re.findall(r"\s+|\S+", _BOLD.sub(r"\1", seen(text))) for text in (before, now))
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (
        Markup("").join(_marked("del", old[low:high], kind) for kind, low, high, _, _ in steps),
        Markup("").join(_marked("ins", new[low:high], kind) for kind, _, _, low, high in steps),
    )


def _marked(tag: str, words: Sequence[str], kind: str) -> Markup:
    text = escape("".join(words))
    return text if kind == "equal" or not text else Markup(f"<{tag}>{{}}</{tag}>").format(text)


def _digest(css: str) -> str:
    return b64encode(sha256(css.encode()).digest()).decode()


class _FrenchSpaces(Extension):
    """The no-break spaces of the template's own sentences: in its source they are plain, and can be seen."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            value = wording.french(token.value) if token.type == "data" else token.value
            yield Token(token.lineno, token.type, value)
