"""Legal forms: how many co-ops have each, as their names print it, and those whose name prints none."""

from __future__ import annotations

from collections import defaultdict

from assistant.answer import Answer, Found
from assistant.answerers.lines import where_said
from assistant.answerers.selection import run
from assistant.conversation import Turn
from assistant.draft import Draft
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from ingest.entry import Entry

FEW = 4  # co-ops of a form that are named


def count_by_form(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The forms, most frequent first."""
    if question.task is not Task.BY_FORM:
        return None
    draft = Draft(question)
    ran = run(question, knowledge)
    entries = sorted((m.entry for m in ran.result.matches), key=lambda e: e.position)
    if not entries:
        return None
    forms: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        forms[entry.legal_form.value or ""].append(entry)
    unprinted = forms.pop("", [])
    where = where_said(draft, question, knowledge, ran)
    draft.add("form.head", forms=draft.computed(len(forms)), total=draft.computed(len(entries)), where=where,
              date=knowledge.table_date)  # fmt: skip
    shown: list[Entry] = []
    for form, group in sorted(forms.items(), key=lambda f: -len(f[1])):
        spans = [e.legal_form.span for e in group if e.legal_form.span is not None]
        names = ""
        if len(group) <= FEW:
            names = draft.say("form.names", names=draft.words.joined([e.name.value or "" for e in group]))
            shown += group
        draft.add("form.item", form=form, count=draft.computed(len(group)), names=names, marks=draft.cite(*spans))
    if unprinted:
        names = draft.words.joined([e.name.value or "" for e in unprinted])
        spans = [e.name.span for e in unprinted if e.name.span is not None]
        draft.add("form.unprinted", names=names, marks=draft.cite(*spans))
    return draft.answer(entries=tuple(Found(e) for e in shown))
