"""An answer being written: sentences added in order, citations numbered as they are made.

>>> draft.add("fields.one", Field="Le téléphone", name=…, value=…, mark=draft.cite(span))   # doctest: +SKIP
"""

from __future__ import annotations

import re

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.question import Question
from assistant.wording import Wording
from ingest.document import Span
from ingest.library import Anomaly


class Draft:
    """Mutable only while one answer is written; `answer` freezes it."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.words = Wording(question.language)
        self._parts: list[str] = []
        self._citations: list[Span] = []
        self._computed: list[str] = [
            p.name for p in (question.place, *question.areas) if p is not None
        ]  # read, not cited

    def say(self, name: str, /, **values: object) -> str:
        """A sentence of the wording, not added."""
        return self.words.say(name, **values)

    def add(self, name: str, /, **values: object) -> None:
        """A sentence of the wording, as its own paragraph (list lines follow each other)."""
        self._parts.append(_tidy(self.words.say(name, **values)))

    def add_text(self, text: str) -> None:
        """Text already worded."""
        self._parts.append(text)

    def join(self, name: str, /, **values: object) -> None:
        """A sentence that continues the last paragraph."""
        sentence = self.words.say(name, **values)
        if self._parts:
            self._parts[-1] = f"{self._parts[-1]} {sentence}"
        else:
            self._parts.append(sentence)

    def cite(self, *spans: Span) -> str:
        """The marks of these spans, numbered once each."""
        marks = []
        for span in spans:
            if span not in self._citations:
                self._citations.append(span)
            marks.append(f"[{self._citations.index(span) + 1}]")
        return "".join(dict.fromkeys(marks))

    def cite_run(self, spans: list[Span]) -> str:
        """Marks for many spans that together prove one figure."""
        return "".join(self.cite(span) for span in spans)

    def computed(self, value: float) -> str:
        """A figure that no document prints because we computed it."""
        text = self.words.number(value)
        self._computed.append(text)
        return text

    def remark(self, anomaly: Anomaly, apart: bool = False) -> None:
        """What is odd in the source, and our reading of it, said as ours; `apart` as a paragraph of its own."""
        self._computed += [anomaly.sentence, anomaly.reading or ""]
        (self.add if apart else self.join)("anomaly.note", sentence=anomaly.sentence)
        if anomaly.reading:
            self.join("anomaly.reading", reading=anomaly.reading)

    def declare(self, text: str) -> str:
        """Text that no document prints so, given back: a region's number with its zero, its name, an MRC."""
        self._computed.append(text)
        return text

    def km(self, distance: float) -> str:
        """A computed distance."""
        text = self.words.km(distance)
        self._computed.append(text)
        return text

    @property
    def citations(self) -> tuple[Span, ...]:
        return tuple(self._citations)

    @property
    def empty(self) -> bool:
        return not self._parts

    def answer(
        self,
        outcome: Outcome = Outcome.ANSWERED,
        entries: tuple[Found, ...] = (),
        reason: Reason | None = None,
        suggestions: tuple[str, ...] = (),
        besides: tuple[Found, ...] = (),
    ) -> Answer:
        """The finished answer."""
        return Answer(
            outcome,
            _paragraphs(self._parts),
            entries,
            self.citations,
            tuple(dict.fromkeys(self._computed)),
            reason,
            suggestions,
            besides,
        )


def quoted(text: str) -> str:
    """A quotation on one line: its white space folded, and Markdown's own signs made harmless."""
    folded = " ".join(text.split()).strip(" ;,")
    return folded.replace("**", "").replace("|", "¦").replace("<u>", "").replace("</u>", "")


def one_line(text: str) -> str:
    """Prose quoted on one line, without the marks of an emphasis, of a footnote or of an escape."""
    return " ".join(quoted(text).replace("^{*}", "").replace("\\$", "$").replace("*", "").split())


def _tidy(sentence: str) -> str:
    """A sentence of which an optional part was left out, without the space it leaves; one thing is no plural."""
    sentence = re.sub(r"(?<![\d,.\u00a0\u202f])1 (coop|région)s\b", r"1 \1", sentence)
    return re.sub(r"  +", " ", sentence).replace(" ,", ",").replace(" .", ".")


def _paragraphs(parts: list[str]) -> str:
    text = ""
    for part in parts:
        listed = part.startswith("- ") or (part[:1].isdigit() and ". " in part[:5])
        before = text.rsplit("\n", 1)[-1]
        follows = before.startswith("- ") or (before[:1].isdigit() and ". " in before[:5])
        text += ("" if not text else "\n" if listed and follows else "\n\n") + part
    return text
