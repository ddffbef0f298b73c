"""Asking back: which co-op, which place; and saying that a place is unknown instead of replacing it."""

from __future__ import annotations

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.conversation import Turn
from assistant.draft import Draft
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from index.places import Place
from index.query import Near, Query
from ingest.entry import Entry
from ingest.french import key

MOST_OPTIONS = 12  # more options than that are no choice

ALMOST = 70  # likeness, of 100, from which another name may have been meant
MOST_ALIKE = 4  # names that may have been meant; of more, none is told


def ask_which_coop(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.CLARIFY_ENTRY:
        return None
    draft = Draft(question)
    if not question.options:
        draft.add("clarify.no_entry")
        return draft.answer(Outcome.CLARIFY)
    positions = [p for p in question.options if isinstance(p, int)][:MOST_OPTIONS]
    draft.add("clarify.entry" if question.topic and not question.follows else "clarify.entry_many")
    return _offer(draft, [knowledge.entry(p) for p in positions])


def _offer(draft: Draft, entries: list[Entry]) -> Answer:
    """The co-ops that one of may be meant, each on its line, to be chosen from."""
    for rank, entry in enumerate(entries, 1):
        town = draft.say("clarify.option_town", town=entry.municipality.value) if entry.municipality.value else ""
        mark = draft.cite(entry.name.span) if entry.name.span else ""
        if _by_their_contact(draft.question, entry) and entry.contact.span is not None:  # "un Denis": which is which
            town += draft.say("clarify.option_person", person=entry.contact.value)
            mark += draft.cite(entry.contact.span)
        draft.add("clarify.option", rank=rank, name=entry.name.value, detail=town, mark=mark)
    names = tuple(entry.name.value or "" for entry in entries)
    return draft.answer(Outcome.CLARIFY, tuple(Found(entry) for entry in entries), suggestions=names)


def _by_their_contact(question: Question, entry: Entry) -> bool:
    """Whether who the contact is tells one option from another: it was asked, or named by half."""
    said = key(question.topic)
    return "contact" in question.fields or (bool(said) and said in key(entry.contact.value or "").split())


def ask_which_service(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.CLARIFY_SERVICE:
        return None
    draft = Draft(question)
    names = [knowledge.service(code, draft.words) for code in question.options if isinstance(code, str)]
    draft.add("clarify.service", services=draft.words.joined(names, "word.or"))
    return draft.answer(Outcome.CLARIFY, suggestions=tuple(names))


def ask_which_place(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.CLARIFY_PLACE:
        return None
    draft = Draft(question)
    draft.add("clarify.place" if question.options else "clarify.near_where")
    names = []
    for rank, place in enumerate((p for p in question.options if isinstance(p, Place)), 1):
        region = draft.declare(knowledge.regions.get(place.region, ""))
        mrc = (
            f"MRC {place.mrc}, "
            if place.mrc and not place.mrc.startswith("MRC")
            else f"{place.mrc}, "
            if place.mrc
            else ""
        )
        detail = draft.say("clarify.option_region", mrc=draft.declare(mrc), region=region)
        draft.add("clarify.option_plain", rank=rank, name=place.name, detail=detail)
        names.append(f"{place.name}, {region}")
    return draft.answer(Outcome.CLARIFY, suggestions=tuple(names))


def say_no_such_coop(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "la coop de Trois-Pistoles": none is named so or stands there; the nearest are named, not taken for it."""
    if question.task is not Task.UNKNOWN_ENTRY:
        return None
    if question.place is None:
        return _say_no_such_name(question, knowledge)
    draft = Draft(question)
    near = knowledge.directory.run(Query((), Near(question.place, 10_000.0))).matches[:2]
    items = [draft.say("unknown.entry_near", name=m.entry.name.value, km=draft.km(m.distance_km or 0.0)) for m in near]
    draft.add(
        "unknown.entry",
        place=question.place.name,
        total=draft.computed(knowledge.total),
        date=knowledge.table_date,
        items=draft.words.joined(items),
    )
    marks = draft.cite(*(m.entry.name.span for m in near if m.entry.name.span))
    draft.join("unknown.entry_marks", marks=marks)
    names = tuple(draft.say("suggest.near", place=question.place.name) for _ in range(1))
    besides = tuple(Found(m.entry, m.distance_km) for m in near)
    return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS, suggestions=names, besides=besides)


def _say_no_such_name(question: Question, knowledge: Knowledge) -> Answer:
    """A name that no co-op bears: those that bear one written almost so are asked about."""
    draft = Draft(question)
    alike = _named_almost(question.topic, knowledge)
    values = {"name": question.topic, "total": draft.computed(knowledge.total), "date": knowledge.table_date}
    if not alike:
        draft.add("unknown.name", **values)
        return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
    draft.add("unknown.name_suggest", **values)
    return _offer(draft, alike)


def _named_almost(name: str, knowledge: Knowledge) -> list[Entry]:
    """The co-ops whose name or town has a word almost like this one."""
    from rapidfuzz import fuzz

    def likeness(entry: Entry) -> float:
        said = key(f"{entry.name.value or ''} {entry.municipality.value or ''}").split()
        return max((fuzz.ratio(key(name), word) for word in said if len(word) >= len(name) - 2), default=0.0)

    alike = [entry for entry in knowledge.library.entries if likeness(entry) >= ALMOST]
    return alike if len(alike) <= MOST_ALIKE else []


def say_unknown_place(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.UNKNOWN_PLACE:
        return None
    draft = Draft(question)
    close = [
        place.name for place, score in knowledge.directory.gazetteer.closest_names(question.topic, 3) if score >= 0.75
    ]
    names = draft.words.joined([draft.declare(name) for name in dict.fromkeys(close)], "word.or")
    if close:
        draft.add("unknown.place_suggest", place=question.topic, names=names)
        return draft.answer(Outcome.CLARIFY, suggestions=tuple(dict.fromkeys(close)))
    draft.add("unknown.place", place=question.topic)
    return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
