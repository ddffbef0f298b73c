"""Entries, libraries and an assistant made for the page's tests: every value stands in the made document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Outcome
from assistant.change import Change, ChangeError, Chip
from assistant.conversation import Conversation, Turn
from assistant.question import Question, Task
from ingest.document import Document, Span
from ingest.entry import Cell, Entry, Offer, Service, State
from ingest.library import Library

UNSAID: Cell = Cell(State.UNSAID)


def a_document(text: str, year: str = "2014", title: str = "Tableau des coopératives") -> Document:
    return Document("tableau.txt", title, "Tableau", "La Fédération", year, year, "Tous droits réservés", text)


def an_entry(
    name: str = "Coopérative de santé d’Essai",
    phones: Sequence[str] = (),
    emails: Sequence[str] = (),
    websites: Sequence[str] = (),
    address: str | None = None,
    offered: Sequence[str] = (),
    planned: Sequence[str] = (),
    absent: Sequence[str] = (),
    status: str | None = None,
    position: int = 1,
    year: str = "2014",
) -> Entry:
    """An entry that says only what is given; a service's code is its word in lower case."""
    said = [name, *phones, *emails, *websites, *([address] if address else []), *offered, *planned, *absent]
    document = a_document(" | ".join(said), year)

    def place(text: str) -> Span:
        start = document.text.index(text)
        return Span(document, start, start + len(text))

    def cell(text: str | None) -> Cell[str]:
        return Cell(State.STATED, text, place(text)) if text else UNSAID

    services = [
        Service(word.lower(), offer, place(word), place(word), "services")
        for offer, words in ((Offer.OFFERED, offered), (Offer.PLANNED, planned), (Offer.ABSENT, absent))
        for word in words
    ]
    cells: dict[str, object] = {
        "name": cell(name),
        "address": cell(address),
        "phones": tuple(cell(one) for one in phones),
        "emails": tuple(cell(one) for one in emails),
        "websites": tuple(cell(one) for one in websites),
        "services": tuple(services),
        "counts": (),
        "professionals": (),
        "doctors": (),
        "status": Cell(State.STATED, status, place(name)) if status else UNSAID,
    }
    span = Span(document, 0, len(document.text))
    others = {field: UNSAID for field in Entry.__dataclass_fields__ if field not in ("position", "span", *cells)}
    return Entry(position=position, span=span, **cells, **others)  # type: ignore[arg-type]


def a_library(*entries: Entry) -> Library:
    documents = {entry.span.document.name: entry.span.document for entry in entries}
    return Library(tuple(documents.values()), entries, (), (), (), ())


def an_answer(text: str = "Bonjour.", **fields: object) -> Answer:
    return Answer(**{"outcome": Outcome.ANSWERED, "text": text, **fields})  # type: ignore[arg-type]


def a_turn(message: str, answer: Answer, chips: tuple[Chip, ...] = ()) -> Turn:
    return Turn(message, Question(message, Task.PROSE), answer, chips=chips)


@dataclass(frozen=True)
class KnownAssistant:
    """An assistant whose replies are known: `answer` makes them from the message and what was said before.

    `chips` are those of every reply; a change takes its own away, or gives it another value.
    """

    answer: Callable[[str, Conversation], Answer]
    chips: Callable[[str], tuple[Chip, ...]] = lambda _: ()

    def reply(self, message: str, conversation: Conversation) -> Turn:
        return a_turn(message, self.answer(message, conversation), self.chips(message))

    def change(self, change: Change, conversation: Conversation) -> Turn:
        before = conversation.turns[-1].chips
        named = [name for chip in before if (name := chip.named(change)) is not None]
        if not named:
            raise ChangeError("rien à changer")
        of_it = [c for c in before if (c.part, c.of) == (change.part, change.of)]
        kept = tuple(replace(c, text=named[0], now=change.to or "") if c in of_it else c for c in before)
        chips = kept if change.to else tuple(c for c in before if c not in of_it)
        message = f"{of_it[0].label} : {named[0]}" if named[0] else f"Sans {of_it[0].text}"
        return replace(a_turn(message, self.answer(message, conversation), chips), change=change)
