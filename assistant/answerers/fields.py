"""Fields of named co-ops: the fact first, its mark, what helps; the document's silence said as such."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.besides import (
    add_the_other_number,
    add_what_is_said_of_the_topic,
    add_what_is_told,
    add_what_the_row_says,
)
from assistant.answerers.premises import correct_premises
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from index.cells import best_segment, cells_with, segments, stem
from index.places import distance_km
from ingest.document import Span
from ingest.entry import Cell, Count, Entry, State
from ingest.french import key, words

# What a field shows: the attributes of an entry, in order. The first that the document states is enough for the rest.
SHOWN: dict[str, tuple[str, ...]] = {
    "coordinates": ("phones", "emails", "websites", "address"),
    "members": ("membership_text",),
    "files": ("membership_text",),
    "waiting": ("membership_text",),
    "population": ("population_text",),
    "family_doctors": ("doctors_text",),
    "doctors": ("doctors_text",),
    "recruiting": ("recruiting_text",),
    "professionals": ("services_text", "doctors_text"),
    "contact_role": ("contact",),
}
# Counted in their cell: shown by the count itself where there is one.
COUNTED = {
    "members": ("members", "worker_members", "user_members", "support_members", "shares"),
    "files": ("files", "emergency_files"),
    "waiting": ("waiting",),
}
CARD = (
    "address",
    "phones",
    "emails",
    "websites",
    "contact",
    "services_text",
    "doctors_text",
    "membership_text",
    "recruiting_text",
    "particularities",
)
_SITE = re.compile(r"\b(?:sera|est|seront) situé|\bdéménag", re.IGNORECASE)
TOLD = frozenset(
    {
        "letter_for_digit",
        "phone_digits",
        "cut_email",
        "site_like_an_email",
        "past_deadline",
        "region_of_today",
        "number_twice",
    }
)
MOST_UNCOUNTED = 2  # more co-ops than that are a list, that says out of how many it is
HELPFUL = ("phones", "emails", "websites", "address")


def show_card(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """What the table says of a co-op, field by field."""
    if question.task is not Task.CARD or not question.subjects:
        return None
    draft = Draft(question)
    for position in question.subjects:
        entry = knowledge.entry(position)
        region = draft.declare(knowledge.regions.get(entry.region.value or 0, ""))
        draft.add(
            "card.head",
            name=entry.name.value,
            municipality=entry.municipality.value or "?",
            region=region,
            date=entry.span.document.date,
        )
        silent = []
        for field in CARD:
            values = stated(entry, field) or _stated_as_none(entry, field)
            if not values:
                silent.append(draft.say(f"card.{field}"))
                continue
            value = ", ".join(_value(draft, knowledge, entry, field, cell) for cell in values)
            mark = draft.cite(*(s for c in values for s in _proof(entry, field, c)))
            draft.add("card.line", label=draft.say(f"card.{field}"), value=value, mark=mark)
        if silent:
            draft.add("card.unsaid", fields=", ".join(silent))
        warn(draft, knowledge, entry)
    return draft.answer(entries=tuple(Found(knowledge.entry(p)) for p in question.subjects))


def give_fields(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The fields asked for, of one or several co-ops."""
    if question.task is not Task.FIELDS or not question.subjects:
        return None
    if "card" in question.fields:
        return show_card(replace(question, task=Task.CARD), knowledge, last)
    draft = Draft(question)
    entries = [knowledge.entry(p) for p in question.subjects]
    said = False
    for entry in entries:
        if len(entries) == 1 and len(question.fields) == 1 and len(_attributes(question.fields[0])) == 1:
            said = _one(draft, knowledge, entry, question.fields[0], _attributes(question.fields[0])[0])
            add_what_the_row_says(draft, question, entry)
        elif len(entries) == 1 and question.fields == ("professionals",) and add_what_is_told(draft, question, entry):
            said = True
        else:
            said = _several(draft, knowledge, entry, question.fields, len(entries) > 1) or said
        if len(entries) == 1:
            said = add_what_is_said_of_the_topic(draft, question, knowledge, entry) or said
            add_the_other_number(draft, question, entry)
            said = correct_premises(draft, question, knowledge, entry) or said
        warn(draft, knowledge, entry)
    if said and len(entries) > 1:
        draft.add("intro.confirm_plain", date=entries[0].span.document.date)
        if len(entries) > MOST_UNCOUNTED:
            draft.join("fields.of", count=draft.computed(len(entries)), total=draft.computed(knowledge.total))
    found = tuple(Found(e) for e in entries)
    suggestions = tuple(
        draft.say("suggest.services", name=e.name.value) for e in entries[:1] if "services_text" not in question.fields
    )
    if not said:
        return draft.answer(Outcome.ABSTAIN, found, Reason.NOT_IN_DOCUMENTS, suggestions)
    return draft.answer(entries=found, suggestions=suggestions)


def segments_about_site(entry: Entry) -> tuple[Span, ...]:
    """What the particularities say of another address: "sera située au…"."""
    cell = entry.particularities
    if cell.span is None:
        return ()
    return tuple(s for s in segments(cell.span) if _SITE.search(s.quote))


def _say_where_it_will_stand(draft: Draft, entry: Entry) -> None:
    for clause in segments_about_site(entry):
        draft.join("fields.site", quote=quoted(clause.quote), mark=draft.cite(clause))


def say_how_far(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The distance from a place, or from another co-op, to a named one."""
    if question.task is not Task.DISTANCE or (question.place is None and len(question.subjects) != 2):
        return None
    draft = Draft(question)
    sites = [knowledge.directory.sites[position - 1] for position in question.subjects]
    nowhere = next((site.entry for site in sites if site.place is None), None)
    if nowhere is not None:
        year, name = nowhere.span.document.year, nowhere.name.value
        draft.add("fields.unsaid", year=year, field=draft.say("field.address"), name=name)
        return draft.answer(Outcome.ABSTAIN, (Found(nowhere),), Reason.NOT_IN_DOCUMENTS)
    site, start = sites[0], question.place or sites[1].place
    assert site.place is not None and start is not None
    km = distance_km(start, site.place)
    marks = draft.cite(*(s.entry.address.span or s.entry.span for s in sites))
    name, town = site.entry.name.value, site.entry.municipality.value
    if question.place is None:
        draft.add("fields.distance_between", name=name, other=sites[1].entry.name.value, km=draft.km(km), mark=marks)
    else:
        draft.add("fields.distance", name=name, town=town, km=draft.km(km), place=question.place.name, mark=marks)
    draft.join("intro.confirm_plain", date=site.entry.span.document.date)
    told = cells_with(site.entry, key(start.name), ("particularities",)) if question.place is not None else ()
    for clause in told[:1]:  # "À quelques minutes de Montréal"
        draft.join("fields.site", quote=quoted(clause.quote), mark=draft.cite(clause))
    return draft.answer(entries=tuple(Found(s.entry, km if s is site else None) for s in sites))


def _attributes(field: str) -> tuple[str, ...]:
    if field.startswith("count:"):
        return ("doctors_text",)
    return SHOWN.get(field.partition(":")[0] if field.startswith("professionals") else field, (field,))


def _one(draft: Draft, knowledge: Knowledge, entry: Entry, field: str, attribute: str) -> bool:
    """One field of one co-op, in one sentence; whether the document says it."""
    name = entry.name.value
    label = draft.say(f"field.{field.partition(':')[0]}")
    upper = label[0].upper() + label[1:]
    counts = counts_of(entry, field)
    if counts:
        value = ", ".join(f"**{quoted(c.span.quote)}**" for c in counts)
        draft.add("fields.one", Field=upper, name=name, value=value, mark=draft.cite(*(c.span for c in counts)))
        draft.join("intro.confirm_plain", date=entry.span.document.date)
        return True
    values = stated(entry, attribute)
    if field in COUNTED and values:
        values = ()  # the cell speaks of other counts
    if field.startswith("professionals:"):
        return _professionals(draft, knowledge, entry, field.partition(":")[2])
    if values:
        value = " ; ".join(f"**{_value(draft, knowledge, entry, attribute, cell)}**" for cell in values)
        mark = draft.cite(*(s for c in values for s in _proof(entry, attribute, c)))
        draft.add("fields.one", Field=upper, name=name, value=value, mark=mark)
        if attribute == "address":
            _say_where_it_will_stand(draft, entry)
        if attribute in ("phones", "emails", "websites", "contact", "address", "municipality"):
            if draft.question.form != "short":  # "juste le téléphone": that alone
                _helpful(draft, entry, attribute)
            draft.join(
                "intro.confirm" if attribute == "phones" else "intro.confirm_plain", date=entry.span.document.date
            )
        else:
            draft.join("intro.confirm_plain", date=entry.span.document.date)
        return True
    silent = getattr(entry, attribute)
    if isinstance(silent, Cell) and silent.state is State.NONE and silent.span is not None:
        quote = quoted(silent.span.quote)
        draft.add("fields.none", Field=upper, name=name, quote=quote, mark=draft.cite(silent.span))
        draft.join("intro.confirm_plain", date=entry.span.document.date)
        return True
    year = entry.span.document.year
    if isinstance(silent, Cell) and silent.span is not None and silent.state is State.UNSAID:
        draft.add(
            "fields.unsaid_mark",
            year=year,
            field=label,
            name=name,
            quote=quoted(silent.span.quote),
            mark=draft.cite(silent.span),
        )
    else:
        draft.add("fields.unsaid", year=year, field=label, name=name)
    _instead(draft, entry, attribute)
    return False


def _professionals(draft: Draft, knowledge: Knowledge, entry: Entry, code: str) -> bool:
    """ "combien d'infirmières ?" where no count is printed as such: the clauses that name them, figures first."""
    clauses = [s.clause for s in entry.services if s.code in code.split("|")]
    clauses.sort(key=lambda c: not any(ch.isdigit() for ch in c.quote))
    year = entry.span.document.year
    service = knowledge.the_service(code, draft.words)
    if not clauses:
        draft.add("offer.unsaid", year=year, name=entry.name.value, service=service)
        _instead(draft, entry, "services_text")
        return False
    draft.add(
        "topic.found",
        topic=service,
        year=year,
        name=entry.name.value,
        quote=quoted(clauses[0].quote),
        mark=draft.cite(clauses[0]),
    )
    if not any(ch.isdigit() for ch in clauses[0].quote):
        draft.join("fields.uncounted")
    return True


def _several(draft: Draft, knowledge: Knowledge, entry: Entry, fields: tuple[str, ...], headed: bool) -> bool:
    """A line for each field, under the co-op's name."""
    draft.add("fields.head", name=entry.name.value)
    said = add_lines(draft, knowledge, entry, fields)
    if said and not headed:
        draft.add("intro.confirm_plain", date=entry.span.document.date)
    return said


def add_lines(draft: Draft, knowledge: Knowledge, entry: Entry, fields: tuple[str, ...]) -> bool:
    """Adds a line for each field of a co-op; whether the document says one of them."""
    said = False
    shown: set[str] = set()
    for field in fields:
        spans = _counted(draft.question.message, knowledge, entry, field)
        if spans:
            said = True
            value = ", ".join(quoted(span.quote) for span in spans)
            draft.add("fields.line", Field=_label(draft, field), value=value, mark=draft.cite(*spans))
            continue
        for attribute in _attributes(field):
            if attribute not in shown:
                shown.add(attribute)
                said = _line(draft, knowledge, entry, field if field in COUNTED else attribute, attribute) or said
                if field == "address":
                    _say_where_it_will_stand(draft, entry)
    return said


def _label(draft: Draft, field: str) -> str:
    label = (
        draft.say(f"field.{field.partition(':')[0]}")
        if draft.words.has(f"field.{field.partition(':')[0]}")
        else draft.say(f"card.{field}")
    )
    return label[0].upper() + label[1:]


def _line(draft: Draft, knowledge: Knowledge, entry: Entry, field: str, attribute: str) -> bool:
    values = stated(entry, attribute) if field not in COUNTED else ()
    if values:
        value = " ; ".join(_value(draft, knowledge, entry, attribute, c) for c in values)
        mark = draft.cite(*(s for c in values for s in _proof(entry, attribute, c)))
        draft.add("fields.line", Field=_label(draft, field), value=value, mark=mark)
        return True
    silent = getattr(entry, attribute)
    if isinstance(silent, Cell) and silent.state is State.NONE and silent.span is not None:
        draft.add(
            "fields.line_none",
            Field=_label(draft, field),
            quote=quoted(silent.span.quote),
            mark=draft.cite(silent.span),
        )
        return True
    draft.add("fields.line_unsaid", Field=_label(draft, field))
    return False


def stated(entry: Entry, attribute: str) -> tuple[Cell[object], ...]:
    """The stated values of a field, as cells."""
    value = getattr(entry, attribute)
    cells: tuple[Cell[object], ...] = value if isinstance(value, tuple) else (value,)
    return tuple(c for c in cells if isinstance(c, Cell) and c.stated)


def _stated_as_none(entry: Entry, attribute: str) -> tuple[Cell[object], ...]:
    """ "Aucun", which is said, where the document says it."""
    cell = getattr(entry, attribute)
    return (cell,) if isinstance(cell, Cell) and cell.state is State.NONE and cell.span is not None else ()


def _counted(message: str, knowledge: Knowledge, entry: Entry, field: str) -> tuple[Span, ...]:
    """The counts of a field; of people whom the message qualifies, the clause that counts those among others.

    "combien d'infirmières cliniciennes ?": « 7 ressources en soins infirmiers dont 2 infirmières cliniciennes ».
    """
    counts = counts_of(entry, field)
    codes = field.partition(":")[2].split("|") if field.startswith("professionals:") else []
    for mention in knowledge.lexicon.mentions(message, people=True):
        asked = tuple(w.folded for w in words(message[mention.start : mention.end]))
        if not counts or mention.code not in codes or len(asked) < 2:
            continue
        if not any({stem(w) for w in asked} <= {stem(w.folded) for w in words(c.label)} for c in counts):
            share, clauses = best_segment(entry, asked)
            return tuple(c for c in clauses[:1] if share == 1.0 and _DIGIT.search(c.quote)) or _spans(counts)
    return _spans(counts)


_DIGIT = re.compile(r"\d")


def _spans(counts: tuple[Count, ...]) -> tuple[Span, ...]:
    return tuple(count.span for count in counts)


def counts_of(entry: Entry, field: str) -> tuple[Count, ...]:
    """The counts that answer "combien" for a field, printed one by one."""
    if field.startswith("count:"):
        return tuple(c for c in (*entry.counts, *entry.doctors, *entry.professionals) if c.what == field[6:])
    if field.startswith("professionals:"):
        code = field.partition(":")[2]
        return tuple(c for c in (*entry.professionals, *entry.doctors) if c.what == code)
    wanted = COUNTED.get(field, ())
    return tuple(c for c in entry.counts if c.what in wanted)


def _value(draft: Draft, knowledge: Knowledge, entry: Entry, attribute: str, cell: Cell[object]) -> str:
    if attribute == "region" and isinstance(cell.value, int):
        draft.declare(f"{cell.value:02d}")
        return draft.say(
            "fields.region", number=f"{cell.value:02d}", region=draft.declare(knowledge.regions.get(cell.value, ""))
        )
    if attribute == "number":
        return draft.say("fields.position", number=cell.value, position=draft.computed(entry.position))
    if attribute == "contact" and entry.contact_role.stated:
        return draft.say("fields.with_role", person=cell.value, role=entry.contact_role.value)
    return _shown(cell)


def _proof(entry: Entry, attribute: str, cell: Cell[object]) -> tuple[Span, ...]:
    """The words that prove a value: a contact's name and role are one citation where they stand together."""
    if cell.span is None:
        return ()
    if attribute == "contact" and entry.contact_role.span is not None:
        return (Span(cell.span.document, cell.span.start, max(cell.span.end, entry.contact_role.span.end)),)
    return (cell.span,)


def _shown(cell: Cell[object]) -> str:
    """A value as printed, on one line."""
    return quoted(cell.span.quote) if cell.span is not None else str(cell.value)


def _helpful(draft: Draft, entry: Entry, attribute: str) -> None:
    """The phone beside an address, the address beside a phone: at most what helps."""
    other = {"phones": "address", "address": "phones", "contact": "phones", "municipality": "address"}.get(attribute)
    cells = stated(entry, other) if other else ()
    if other and cells:
        label = draft.say(f"field.{other}")
        value = _shown(cells[0])
        draft.join(
            "fields.also",
            Field=label[0].upper() + label[1:],
            value=value,
            mark=draft.cite(*(c.span for c in cells[:1] if c.span)),
        )


def _instead(draft: Draft, entry: Entry, attribute: str) -> None:
    """Where the field is silent, how to reach the co-op all the same."""
    for other in HELPFUL:
        cells = stated(entry, other)
        if other != attribute and cells:
            what = draft.say(
                "fields.instead_item",
                field=draft.say(f"field.{other}"),
                value=_shown(cells[0]),
                mark=draft.cite(*(c.span for c in cells[:1] if c.span)),
            )
            draft.join("fields.instead", what=what)
            return


def warn(draft: Draft, knowledge: Knowledge, entry: Entry, apart: bool = False) -> None:
    """Printed oddities that touch what was just cited."""
    for anomaly in knowledge.oddities(entry):
        touched = any(
            span.name == cited.name and span.start < cited.end and cited.start < span.end
            for span in anomaly.spans
            for cited in draft.citations
            if cited.end - cited.start < 200
        )
        if touched and anomaly.code in TOLD:
            draft.remark(anomaly, apart)
