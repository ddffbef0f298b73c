"""Questions about the sources themselves, and about what the last answer rests on."""

from __future__ import annotations

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.conversation import Turn
from assistant.draft import Draft
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from ingest.document import Span
from ingest.library import Anomaly

MOST_ANOMALIES = 8
_COMMON = frozenset({"cooperative", "sante", "saint", "sainte", "quebec"})


def describe_sources(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.SOURCES:
        return None
    draft = Draft(question)
    documents = knowledge.library.documents
    if question.topic == "entries":
        entries = knowledge.library.entries
        marks = draft.cite(*(e.number.span for e in (entries[0], entries[-1]) if e.number.span))
        draft.add("sources.entries_plain", date=knowledge.table_date, total=draft.computed(len(entries)), mark=marks)
        for anomaly in [
            a for a in knowledge.library.anomalies if a.code == "counted_otherwise" and "coop" in a.sentence
        ][:1]:
            draft.join("anomaly.note", sentence=anomaly.sentence)
            draft.join("anomaly.marks", marks=draft.cite(*anomaly.spans))
        return draft.answer()
    if question.topic == "anomalies":
        anomalies = knowledge.library.anomalies
        named = _named_in(question, knowledge)
        for anomaly in named[:MOST_ANOMALIES]:
            draft.declare(anomaly.sentence)
            draft.add("sources.anomaly", sentence=anomaly.sentence, mark=draft.cite(*anomaly.spans[:2]))
        if named:
            return draft.answer()
        draft.add("sources.anomalies", count=draft.computed(len(anomalies)))
        kinds: set[str] = set()
        for anomaly in sorted(anomalies, key=lambda a: a.code in kinds):
            if anomaly.code in kinds or len(kinds) >= MOST_ANOMALIES:
                continue
            kinds.add(anomaly.code)
            draft.declare(anomaly.sentence)
            draft.add("sources.anomaly", sentence=anomaly.sentence, mark=draft.cite(*anomaly.spans[:2]))
        return draft.answer()
    if question.topic == "membership":
        span = _words(knowledge, "MEMBRES ET NON-MEMBRES")
        draft.add("sources.membership", year=knowledge.table_year, mark=draft.cite(*([span] if span else [])))
        found = tuple(Found(knowledge.entry(p)) for p in question.subjects)
        return draft.answer(Outcome.ABSTAIN, found, Reason.NOT_IN_DOCUMENTS)
    if question.topic == "publisher":
        for document in documents:
            draft.add("sources.publisher", title=document.title, publisher=document.publisher, date=document.date)
        _cite_dates(draft, knowledge)
        return draft.answer()
    draft.add("sources.documents", count=draft.computed(len(documents)))
    for document in documents:
        draft.add("sources.document", title=document.title, publisher=document.publisher, date=document.date)
    draft.add("sources.dates_each")
    _cite_dates(draft, knowledge)
    return draft.answer()


def _named_in(question: Question, knowledge: Knowledge) -> list[Anomaly]:
    """The anomalies that speak of what the question names: "Forgue", "numéro en double"."""
    from index.cells import stem
    from ingest.french import words

    asked = {stem(w.folded) for w in words(question.message)}
    kinds = {
        "numero": "number_twice",
        "doubl": "number_twice",
        "telephon": "phone_digits",
        "courriel": "cut_email",
        "postal": "letter_for_digit",
    }
    wanted = {code for word, code in kinds.items() if word in asked}
    named = [
        a
        for a in knowledge.library.anomalies
        if any(
            stem(w.folded) in asked and w.folded not in _COMMON and s.quote[w.start].isupper() and len(w.folded) > 3
            for s in a.spans
            for w in words(s.quote)[:6]
        )
    ]
    return named or [a for a in knowledge.library.anomalies if a.code in wanted]


def _cite_dates(draft: Draft, knowledge: Knowledge) -> None:
    """The words of each document that date it, where it prints them."""
    spans = []
    for document in knowledge.library.documents:
        at = document.text.lower().find(document.date.lower())
        if at >= 0:
            spans.append(Span(document, at, at + len(document.date)))
    if spans:
        draft.join("sources.proof", marks=draft.cite(*spans))


def _words(knowledge: Knowledge, words: str) -> Span | None:
    for document in knowledge.library.documents:
        at = document.text.find(words)
        if at >= 0:
            return Span(document, at, at + len(words))
    return None
