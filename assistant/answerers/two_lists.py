"""What one document's list holds and the other's doesn't: was it offered already, is it still, what was added.

Both lists are read whole, so that an absence is one: « sa liste ne le porte pas » cites the list that was read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant import times
from assistant.answer import Answer
from assistant.answerers.section import give_the_section, list_spans
from assistant.conversation import Turn
from assistant.draft import Draft, one_line, quoted
from assistant.knowledge import Knowledge
from assistant.prose_search import ProseSearch
from assistant.question import Question, Task
from assistant.terms import alternatives, means
from assistant.twins import Section, Twins
from assistant.wording import Wording
from ingest.passage import Passage

HELD = 0.7  # share of what is asked, by weight, that an item must hold
# Words that speak of a list of services as a whole, and ask for no one item of it.
_OF_LISTS = (
    "services conseils offre offrir offrait offerts offerte offert aide aider soutien appui liste donner donnait"
    " fournir accompagnement disponible membres coops federation partie rendait help support offer offered list"
    " include includes included comprend inclut"
).split()
_WHOLE = re.compile(
    r"(?<!\S)(?:services?|aide|soutien|appui|accompagnement|conseils|listes?|help|support|advice"
    r"|offr\w*|propos\w*|fourni\w*|offer\w*|provid\w*)(?!\S)"
)
_BESIDE = re.compile(r"\*.*\*", re.DOTALL)  # a passage all in italics stands beside the text
_OFFERS = re.compile(
    r"(?<!\S)(?:offr\w*|donn\w*|fourn\w*|aid\w*|conseill?\w*|services?|propos\w*|fai(?:t|sait)|appuy\w*|accompagn\w*"
    r"|offer\w*|provid\w*|help\w*|advis\w*)(?!\S)"
)
_ASKS_ELSE = re.compile(r"(?<!\S)(?:qui|combien|pourquoi|comment|quand|ou|who|how|why|when|where)(?!\S)")
# "compte-t-elle plus de coops qu'en 2014 ?", "combien de coops": numbers are compared, no items of lists
_MORE_OF = re.compile(
    r"(?<!\S)(?:compt\w*|represent\w*|regroup\w*|reuni\w*|a|has)(?: t (?:elle|il|on))? (?:plus|moins|autant|more|fewer)"
    r" (?:de )?co ?op\w*(?!\S)|(?<!\S)(?:combien de|how many) co ?op\w*(?!\S)"
)
_SPLIT = re.compile(r"\s*(?:,|;|\bet\b|\bou\b|\bni\b|\bpis\b|\band\b|\bor\b)\s*")


@cache
def _general(prose: ProseSearch) -> frozenset[str]:
    """The terms of a list as a whole."""
    said = (t for word in _OF_LISTS for english in (False, True) for t in prose.asked(word, english=english))
    return frozenset(a for term in said for a in alternatives(term))


def compare_lists(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "la formation était-elle déjà offerte en 2014 ?": each document's item, or that its list has none."""
    if question.task is not Task.PROSE:
        return None
    undated = question.period is None
    still = undated and times.asks_whether_still(question.message)
    is_new = undated and times.tells_apart(question.message)
    both = question.period == times.BOTH or still or is_new
    if undated and not both:
        return None
    if both and _MORE_OF.search(knowledge.fold(question.message)):
        return None
    general = _general(knowledge.prose)
    light = knowledge.prose.terms.is_light
    said = [t for t in knowledge.asked_undated(question) if not light(t) and not _is_year(t)]
    asked = [t for t in said if not set(alternatives(t)) & general]
    for twins in knowledge.twins:
        titled = set(knowledge.prose.said(twins.new.heading.quote)) - general
        if both and titled and asked and all(means(t, titled) for t in asked):
            return _whole(question, knowledge, twins)
        if not twins.listed:
            continue
        of_a_year = next((s for s in (twins.new, twins.old) if s.year == question.period), None)
        if not asked and not is_new and _WHOLE.search(knowledge.fold(question.message)):
            if both:
                return _whole(question, knowledge, twins)
            return _of_that_year(question, knowledge, of_a_year, said)
        things = _things(question, knowledge, twins, asked, general)
        missing = of_a_year is not None and not _all_held(knowledge, of_a_year, things)
        if things and (both or (missing and _asks_if_offered(question, knowledge))):
            return _each(question, knowledge, twins, things)
    return None


def _of_that_year(question: Question, knowledge: Knowledge, section: Section | None, said: list[str]) -> Answer | None:
    """ "les services-conseils en 2021-2022 ?": the list that bears another title in that year."""
    if section is None or not knowledge.names_federation(question.message):
        return None
    if all(means(t, knowledge.prose.said(section.heading.quote)) for t in said):
        return None  # its own title: whoever reads headings gives it
    draft = Draft(question)
    draft.add("prose.under", heading=_title(section), mark=draft.cite(section.heading), document=section.short)
    list_spans(draft, knowledge, [p.span for p in section.passages])
    return draft.answer()


def _asks_if_offered(question: Question, knowledge: Knowledge) -> bool:
    """ "la Fédération offrait-elle du graphisme en 2014 ?"."""
    folded = knowledge.fold(question.message)
    return knowledge.names_federation(folded) and bool(_OFFERS.search(folded)) and not _ASKS_ELSE.search(folded)


def _all_held(knowledge: Knowledge, section: Section, things: list[list[str]]) -> bool:
    return all(_holding(knowledge, section, thing) for thing in things)


def _is_year(term: str) -> bool:
    return re.fullmatch(r"20\d\d", term) is not None


def show_the_only_section(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "les mandats ont-ils changé depuis 2014 ?": what one document says under that heading, the other nowhere."""
    if question.task is not Task.PROSE or question.period != times.BOTH or question.topic:
        return None
    asked = knowledge.asked_undated(question)
    section = give_the_section(question, knowledge, asked, None) if asked else None
    if section is None or len({span.name for span in section.citations}) > 1:
        return section
    told = section.citations[0].document
    silent = [d.short for d in knowledge.library.documents if d != told]
    said = [Wording(question.language).say("prose.nothing_in", document=short) for short in silent]
    return replace(section, text="\n\n".join((section.text, *said)), computed=(*section.computed, *silent))


def _things(
    question: Question, knowledge: Knowledge, twins: Twins, asked: list[str], general: frozenset[str]
) -> list[list[str]]:
    """What is asked for, each as its terms: the words of one item, else part by part; empty where no list has it."""
    if not asked:
        return []
    said = set(knowledge.prose.terms.of(question.message))
    named = [ts for s in (twins.new, twins.old) for ts in s.terms if len(ts) > 1 and ts <= said and _tells(ts, asked)]
    if named and all(any(means(t, ts) for ts in named) for t in asked):
        return [sorted(ts - general) for ts in dict.fromkeys(named)]
    if any(_holding(knowledge, s, asked) for s in (twins.new, twins.old)):
        return [asked]
    parts = [
        [t for t in knowledge.prose.asked(part, knowledge.soft, question.language == "en") if t in asked]
        for part in _SPLIT.split(times.undated(question.message))
    ]
    parts = [part for part in parts if part]
    found = all(any(_holding(knowledge, s, part) for s in (twins.new, twins.old)) for part in parts)
    return parts if found else []


def _tells(terms: frozenset[str], asked: list[str]) -> bool:
    return any(means(t, terms) for t in asked)


def _holding(knowledge: Knowledge, section: Section, thing: list[str]) -> list[Passage]:
    """The items of a list that hold what is asked for."""
    weight = {t: knowledge.prose.weight_of(t) for t in thing}
    held = [
        (sum(w for t, w in weight.items() if means(t, ts)), p)
        for p, ts in zip(section.passages, section.terms, strict=True)
    ]
    return [p for covered, p in held if covered >= HELD * sum(weight.values())]


def _each(question: Question, knowledge: Knowledge, twins: Twins, things: list[list[str]]) -> Answer:
    draft = Draft(question)
    for thing in things:
        for section in (twins.new, twins.old):
            items = _holding(knowledge, section, thing)
            heading = {
                "heading": _title(section),
                "list": draft.cite(section.heading),
                "document": draft.declare(section.short),
            }
            if items:
                said = [f"« {quoted(p.text)} » {draft.cite(p.span)}" for p in items]
                draft.add("prose.in_list", items=", ".join(said), **heading)
            else:
                draft.add("prose.not_in_list", **heading)
    return draft.answer()


def _whole(question: Question, knowledge: Knowledge, twins: Twins) -> Answer:
    """Both parts, newest first; where they are compared, what of a list has no counterpart in the other's words.

    That alone, where what was added or lost is asked.
    """
    draft = Draft(question)
    if not (twins.listed and times.tells_apart(question.message)):
        for section in (twins.new, twins.old):
            draft.add("prose.under", heading=_title(section), mark=draft.cite(section.heading), document=section.short)
            list_spans(draft, knowledge, [p.span for p in section.passages if not _BESIDE.fullmatch(p.text)])
    apart = times.tells_apart(question.message) or times.compares(question.message)
    if not (twins.listed and apart):
        return draft.answer()
    for section in (twins.new, twins.old):
        alone = [f"{one_line(p.text)} {draft.cite(p.span)}" for p in twins.without_twin(section)]
        if alone:
            heading = {"heading": _title(section), "list": draft.cite(section.heading), "document": section.short}
            draft.add("prose.only_in", items=" ; ".join(alone), **heading)
    draft.add("prose.word_for_word")
    return draft.answer()


def _title(section: Section) -> str:
    return quoted(section.heading.quote).strip(" .*:")
