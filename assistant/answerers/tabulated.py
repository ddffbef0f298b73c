"""An answer as a Markdown table: a row for each co-op, a column for each thing asked."""

from __future__ import annotations

from assistant.answer import Answer, Found
from assistant.answerers.fields import MOST_UNCOUNTED, SHOWN, counts_of, stated
from assistant.answerers.lines import head
from assistant.answerers.selection import ranked, run
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.services import offers
from index.criterion import Site
from index.query import Match, Sort
from ingest.document import Span
from ingest.entry import Cell, Entry, State

PLAIN = ("phones",)  # the column of a table where nothing else was asked
OF_CARD = ("address", "phones", "family_doctors", "members")
COMPARED = ("address", "phones", "members", "files", "doctors", "recruiting", "services_text")
SIDE_BY_SIDE = 4  # more co-ops than that are no comparison
LONG_CELL = 140  # characters
_LISTED = (Task.LIST, Task.COUNT)
_OF_NAMED = (Task.FIELDS, Task.CARD, Task.OFFER)


def lay_out(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The co-ops of the question as a table, None where it has none to lay out."""
    if question.task is Task.CARD and 1 < len(question.subjects) <= SIDE_BY_SIDE:
        return _side_by_side(question, knowledge)
    if question.form != "table":
        return None
    draft = Draft(question)
    if question.task in _LISTED:
        ran = run(question, knowledge)
        matches = ran.result.matches
        if not matches:
            return None
        head(draft, question, knowledge, ran, len(matches))
    elif question.task is Task.RANK and question.measure:
        matches = ranked(question, knowledge, Sort(question.measure, question.descending)).matches
        if question.limit and question.limit > 1:
            matches = matches[: question.limit]
    elif question.task in _OF_NAMED and question.subjects:
        matches = tuple(Match(knowledge.entry(p), None, ()) for p in question.subjects)
    else:
        return None
    if not matches:
        return None
    columns = _columns(question)
    draft.add_text(_table(draft, question, knowledge, matches, columns))
    if question.task not in _LISTED:
        draft.add("intro.confirm_plain", date=matches[0].entry.span.document.date)
        if len(matches) > MOST_UNCOUNTED:
            draft.join("fields.of", count=draft.computed(len(matches)), total=draft.computed(knowledge.total))
    return draft.answer(entries=tuple(Found(m.entry, m.distance_km) for m in matches))


def _side_by_side(question: Question, knowledge: Knowledge) -> Answer:
    """A few co-ops compared: a column for each, a row for each thing that the table says."""
    draft = Draft(question)
    entries = [knowledge.entry(p) for p in question.subjects]
    marks = [draft.cite(e.name.span) if e.name.span else "" for e in entries]
    rows = [["", *(f"{e.name.value} {mark}" for e, mark in zip(entries, marks, strict=True))]]
    rows.append(["---"] * len(rows[0]))
    rows += [[_title(draft, field), *(_shortened(_value(draft, e, field)) for e in entries)] for field in COMPARED]
    draft.add_text("\n".join(f"| {' | '.join(row)} |" for row in rows))
    draft.add("intro.confirm_plain", date=entries[0].span.document.date)
    return draft.answer(entries=tuple(Found(e) for e in entries))


def _shortened(value: str) -> str:
    """A long cell cut before its mark."""
    text, _, mark = value.rpartition(" [")
    return f"{text[:LONG_CELL].rsplit(' ', 1)[0]} […] [{mark}" if len(text) > LONG_CELL else value


def _columns(question: Question) -> tuple[str, ...]:
    fields = tuple(dict.fromkeys(f for asked in question.fields for f in _parts(asked)))
    if question.measure and question.measure not in fields:
        fields = (question.measure, *fields)
    if question.task is Task.CARD and not fields:
        return OF_CARD
    return fields or (() if question.services or question.filters else PLAIN)


def _parts(field: str) -> tuple[str, ...]:
    """What one thing asked is in columns: the whole record is none."""
    return () if field == "card" else SHOWN[field] if field == "coordinates" else (field,)


def _table(
    draft: Draft, question: Question, knowledge: Knowledge, matches: tuple[Match, ...], columns: tuple[str, ...]
) -> str:
    services = tuple(c for c in question.services if c not in question.lacking)
    far = any(m.distance_km is not None for m in matches)
    proofs = question.task in _LISTED and bool(question.filters or question.services)
    titles = [draft.say("table.coop"), draft.say("table.town")]
    titles += [draft.say("table.distance")] if far else []
    titles += [draft.say("table.proof")] if proofs else []
    titles += [knowledge.service(code, draft.words) for code in services] if question.task is Task.OFFER else []
    titles += [_title(draft, column) for column in columns]
    rows = [titles, ["---"] * len(titles)]
    for match in matches:
        entry = match.entry
        mark = draft.cite(entry.name.span) if entry.name.span else ""
        row = [f"{entry.name.value} {mark}", entry.municipality.value or ""]
        row += [draft.km(match.distance_km) if match.distance_km is not None else ""] if far else []
        row += [_quotes(draft, match.spans[:3])] if proofs else []
        row += [_offer(draft, knowledge, entry, code) for code in services] if question.task is Task.OFFER else []
        row += [_value(draft, entry, column) for column in columns]
        rows.append(row)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _title(draft: Draft, column: str) -> str:
    label = draft.say(f"card.{column}" if draft.words.has(f"card.{column}") else f"field.{column.partition(':')[0]}")
    for article in ("le ", "la ", "les ", "l'", "the "):
        label = label.removeprefix(article)
    return label


def _offer(draft: Draft, knowledge: Knowledge, entry: Entry, code: str) -> str:
    verdict = offers(knowledge, code).judge(Site(entry, None), knowledge.directory.gazetteer)
    return _quotes(draft, verdict.spans[:2]) if verdict.spans else draft.say("table.unsaid")


def _value(draft: Draft, entry: Entry, column: str) -> str:
    counts = counts_of(entry, column)
    if counts:
        return _quotes(draft, tuple(c.span for c in counts))
    for attribute in SHOWN.get(column, (column.partition(":")[0],)):
        silent = getattr(entry, attribute, None)
        cells = stated(entry, attribute) if silent is not None else ()
        if isinstance(silent, Cell) and silent.state is State.NONE:
            cells = (silent,)
        spans = tuple(c.span for c in cells if c.span is not None)
        if spans:
            return _quotes(draft, spans)
    return draft.say("table.unsaid")


def _quotes(draft: Draft, spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{quoted(s.quote)} {draft.cite(s)}" for s in spans)
