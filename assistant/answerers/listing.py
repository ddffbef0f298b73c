"""Lists and counts of co-ops: complete, of how many, nearest first, planned apart, silence said."""

from __future__ import annotations

import re

from assistant.answer import Answer, Found, Outcome, Reason
from assistant.answerers.fields import warn
from assistant.answerers.lines import head, item
from assistant.answerers.none_found import FALLBACK, no_further, none_found, planned_only, say_planned
from assistant.answerers.selection import Ran, run, silent_nearby, undecided, unsaid_numbers
from assistant.asked import of_every
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from index.cells import entries_with_stems
from index.criteria import Number, OneOf, Says, of_form
from index.query import Match
from ingest.entry import State

_PERCENT = re.compile(
    r"(?<!\S)(?:pourcentage|proportion|percentage|part|moitie|majorite|plupart|tiers|quart|half)(?!\S)"
)


def list_entries(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    return _answer(question, knowledge) if question.task is Task.LIST else None


def count_entries(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    return _answer(question, knowledge) if question.task is Task.COUNT else None


def _answer(question: Question, knowledge: Knowledge) -> Answer:
    leftover = _leftover(question, knowledge)
    if leftover is not None:
        return leftover
    ran = run(question, knowledge)
    draft = Draft(question)
    if question.corrected:
        draft.add("list.corrected", place=question.corrected)
    if question.planned and question.services:
        return planned_only(draft, question, knowledge, ran)
    matches = ran.result.matches
    if not matches and ran.inside and ran.result.planned and question.services:
        return planned_only(draft, question, knowledge, ran)
    if not matches and question.nth > 1:
        return no_further(draft, question, knowledge)
    if not matches:
        return none_found(draft, question, knowledge, ran)
    of_all = _of_all(question, knowledge, len(matches))
    if of_all:
        draft.add(of_all)
    head(draft, question, knowledge, ran, len(matches))
    if question.task is Task.COUNT and _PERCENT.search(knowledge.fold(question.message)):
        percent = draft.computed(round(100 * len(matches) / ran.result.total, 1))
        draft.add("list.percent", percent=percent, total=draft.computed(ran.result.total))
    for rank, match in enumerate(matches, question.nth):
        item(draft, question, match, rank, len(matches))
    _asides(draft, question, knowledge, ran)
    for match in matches:
        warn(draft, knowledge, match.entry, apart=True)
    for match in matches if question.regions else ():
        for anomaly in knowledge.oddities(match.entry):
            if anomaly.code == "region_of_today":
                draft.declare(anomaly.sentence)
                draft.add("list.aside_region", name=match.entry.name.value, sentence=anomaly.sentence)
    found = tuple(Found(m.entry, m.distance_km) for m in matches)
    return draft.answer(entries=found, suggestions=_suggestions(draft, question, matches))


def _of_all(question: Question, knowledge: Knowledge, matches: int) -> str:
    """The sentence that answers whether it is true of all of them, "" where that isn't asked.

    A plain no where the table prints that some have none; where it is silent of some, that it doesn't say so of all.
    """
    said = knowledge.fold(question.message)
    if question.lacking or not of_every(said):
        return ""
    one_by_one = [c for f in question.filters for c in (f.criteria if isinstance(f, OneOf) else (f,))]
    states = [f.states for f in one_by_one if isinstance(f, Says)]
    if (State.NONE,) in states:
        return "list.not_all"
    counted = question.filters and all(isinstance(f, Number) for f in question.filters)
    plain = counted or (question.services and not (question.filters or question.place or question.scope))
    some = plain and matches < len(knowledge.library.entries) and _YES_OR_NO.search(said)
    return "list.not_all_told" if some or any(State.UNSAID in s for s in states) else ""


_YES_OR_NO = re.compile(
    r"^(?:est ce qu\w*|y a|il y a|ya|do|does|is|are)(?!\S)"
    r"|(?<!\S)(?:offre|offrent|font|fait|proposent|ont|a|trouve)(?: t)? (?:elles?|ils?|on)(?!\S)"
)


def _leftover(question: Question, knowledge: Knowledge) -> Answer | None:
    """Words that nothing claimed must stand in a cell of the table, or the answer is that the documents don't say."""
    words = tuple(w for w in question.unsaid_words)
    if not words or question.follows:
        return None
    positions = entries_with_stems(knowledge.library.entries, words)
    if positions:
        return None
    return None if question.services else _unsaid(question, knowledge, words)


def _unsaid(question: Question, knowledge: Knowledge, words: tuple[str, ...]) -> Answer:
    draft = Draft(question)
    draft.add("abstain.not_in_documents_words", words=" ".join(words))
    draft.join("abstain.next_step_plain")
    return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)


def _asides(draft: Draft, question: Question, knowledge: Knowledge, ran: Ran) -> None:
    if question.unsaid_words and question.services:
        draft.add("list.aside_unread", words=" ".join(question.unsaid_words))
    if ran.result.planned and question.services and question.limit is None:
        say_planned(draft, ran.result.planned)
    if (
        question.place is not None
        and ran.km is not None
        and question.radius_km is None
        and not question.strict
        and not question.scope
        and question.limit is None
    ):
        draft.add("list.aside_radius")
    elif question.place is not None and not ran.inside and not question.scope:
        draft.add("list.aside_straight")
    if any(isinstance(f, Number) and f.name == "doctors" for f in question.filters):
        draft.add("sum.rule_doctors")
    for name, span in undecided(question, knowledge, ran)[:FALLBACK]:
        draft.add("list.aside_range", name=name, quote=quoted(span.quote), mark=draft.cite(span))
    unsaid = unsaid_numbers(question, knowledge, ran)
    if unsaid:
        draft.add("list.aside_no_number", names=draft.words.joined([m.entry.name.value or "" for m in unsaid]))
    formless = [m.entry for m in ran.result.unknown if not m.entry.legal_form.stated]
    if formless and any(of_form(f) for f in question.filters):
        draft.add("list.aside_no_form", names=draft.words.joined([e.name.value or "" for e in formless]))
    silent = silent_nearby(question, knowledge, ran)
    if silent:
        draft.add("list.aside_silent", names=draft.words.joined([m.entry.name.value or "" for m in silent]))


def _suggestions(draft: Draft, question: Question, matches: tuple[Match, ...]) -> tuple[str, ...]:
    first = matches[0].entry.name.value
    return (draft.say("suggest.phone", name=first), draft.say("suggest.services", name=first))
