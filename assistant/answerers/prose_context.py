"""A question of the prose that continues another: what the documents say of the same thing."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate

from assistant.answer import Answer
from assistant.answerers.accounts import read_financial_table
from assistant.answerers.enumerated import whole_list
from assistant.answerers.figures import counts_another_thing
from assistant.answerers.prose import say_sentences
from assistant.answerers.section import list_spans
from assistant.conversation import Turn
from assistant.draft import Draft, one_line
from assistant.follow_up.prose_again import HOW_MANY_DID, THAT_THING
from assistant.follow_up.quoted import AGAIN, FOLLOWS, ITEM, KINDS, NUMBER, OTHERS, UNDER, WHO_ELSE
from assistant.knowledge import Knowledge
from assistant.prose_search import Hit
from assistant.question import Question, Task
from assistant.times import compares
from assistant.wanted import PERSON, Wanted, wanted
from ingest.document import Span
from ingest.passage import Kind

ENOUGH = 0.62  # share of the words of the first question that the sentence must hold
OWN = 0.75  # share of a word that the message adds: in the sentence itself or in its heading
# Kinds of thing that only a sequel asks for so: "c'était à quelle place ?", "sur combien de temps ?".
_WHERE = re.compile(
    r"(?<!\S)(?:(?:a|dans) (?:quelle? (?:place|endroit|ville)|quel (?:lieu|endroit))|ou ca|ou c etait|c etait ou|where)"
    r"(?!\S)"
)
_HOW_LONG = re.compile(r"(?<!\S)(?:combien de temps|combien d annees|quelle (?:duree|periode)|how long)(?!\S)")
_PEOPLE = re.compile(r"(?<!\S)(?:combien de (?:monde|gens|personnes|participants)|how many people)(?!\S)")
_OF_A_SEQUEL = (
    (
        _PEOPLE,
        Wanted(re.compile(r"(?:\b\d+|aine de) (?:participants?|personnes|invités|gens|professionnels|bénévoles)\b")),
    ),
    (
        _WHERE,
        Wanted(
            re.compile(
                r"(?<!délégué )(?<!déléguée )\b(?:au|aux|à la|à l['’]|à|en) "
                r"(?:[A-ZÉ]\w+|\w+ (?:des|du|de la) \w+ (?:de|du) [A-ZÉ])"
            )
        ),
    ),
    (_HOW_LONG, Wanted(re.compile(r"\b\d+ (?:\w+ )?(?:ans|années|mois|jours|semaines|heures)\b|\b\d+ h\b"))),
)


def quote_the_item(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "la dernière, c'était quoi ?": one item of the list that the last answer quoted."""
    if question.topic != ITEM:
        return None
    of_lists = {p.span for p in knowledge.library.passages if p.kind is Kind.ITEM}
    quoted = [span for span in dict.fromkeys(question.options) if isinstance(span, Span)]
    items = quoted if whole_list(knowledge, quoted) else [span for span in quoted if span in of_lists]
    titles = {h for p in knowledge.library.passages if p.span in items for h in p.headings}
    items = [span for span in items if span not in titles] or (quoted if len(quoted) == 1 else [])
    if not items or question.nth > len(items):
        return None
    span = items[question.nth - 1]  # 0: the last
    draft = Draft(question)
    draft.add("prose.says", quote=one_line(span.quote), mark=draft.cite(span))
    draft.join("prose.source", document=span.document.short)
    list_spans(draft, knowledge, _under(knowledge, span))  # of a title, what it announces
    return draft.answer()


def _under(knowledge: Knowledge, title: Span) -> list[Span]:
    """The items and paragraphs that stand under a title, or under the one word that it is followed by ("OBJECTIFS")."""
    passages = [p for p in knowledge.library.passages if p.kind in _TOLD]
    return [p.span for p in passages if any(heading.contains(title) for heading in p.headings[-2:])]


def quote_what_is_under(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "quels objectifs vont avec ?": what stands under the title just told."""
    titles = [span for span in question.options if isinstance(span, Span)] if question.topic == UNDER else []
    under = _under(knowledge, titles[0]) if titles else []
    if not under:
        return None
    draft = Draft(question)
    heading = titles[0]
    words = one_line(heading.quote).strip(" .*:")
    draft.add("prose.under", heading=words, mark=draft.cite(heading), document=heading.document.short)
    list_spans(draft, knowledge, under)
    return draft.answer()


_TOLD = (Kind.ITEM, Kind.PARAGRAPH)


def quote_the_others(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "et les autres ?" after one item of a list, or one asked of it: the rest of the list."""
    if question.topic != OTHERS:
        return None
    cited = [span for span in question.options if isinstance(span, Span)]
    every = _list_around(knowledge, cited[-1])
    told = [span for span in every if any(span.contains(c) for c in cited)]
    if len(told) == len(every) and 0 <= question.nth < len(every):
        told = [every[question.nth]]
    units = [span for span in every if span not in told]
    if not units:
        return None
    draft = Draft(question)
    passage = knowledge.passage_of(units[0])
    if passage is not None and passage.kind is Kind.ITEM:
        heading = passage.headings[-1]
        words = one_line(heading.quote).strip(" .*:")
        draft.add("prose.under", heading=words, mark=draft.cite(heading), document=heading.document.short)
        list_spans(draft, knowledge, units)
        return draft.answer()
    for unit in units:
        draft.add("prose.says", quote=one_line(unit.quote), mark=draft.cite(unit))
        draft.join("prose.source", document=unit.document.short)
    return draft.answer()


def _list_around(knowledge: Knowledge, span: Span) -> list[Span]:
    """The items of the list that a span stands in, or the titles beside the one that it is; none of a sentence."""
    passages = knowledge.library.passages
    item = next((p for p in passages if p.kind is Kind.ITEM and p.span.contains(span)), None)
    if item is not None:
        words = [h.quote for h in item.headings]  # each orientation stands under a title of its own, worded alike
        return [p.span for p in passages if p.kind is Kind.ITEM and [h.quote for h in p.headings] == words]
    paths = {p.headings[: n + 1] for p in passages for n in range(1, len(p.headings))}
    own = {path[:-1] for path in paths if path[-1].contains(span)}
    return sorted({path[-1] for path in paths if path[:-1] in own})


def quote_it_again(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "c'est rendu où ?": the sentences that the last answer quoted, whole."""
    if question.topic != AGAIN:
        return None
    spans = [span for span in question.options if isinstance(span, Span)]
    held = [(p, span) for span in spans if (p := knowledge.passage_of(span)) is not None]
    units = [p.span for p, _ in held if p.kind in (Kind.ITEM, Kind.NOTE)]
    units += [next((s for s in p.sentences if s.contains(span)), span) for p, span in held if p.kind is Kind.PARAGRAPH]
    draft = Draft(question)
    for unit in dict.fromkeys(units):
        draft.add("prose.says", quote=one_line(unit.quote), mark=draft.cite(unit))
        draft.join("prose.source", document=unit.document.short)
    return None if draft.empty else draft.answer()


def quote_what_follows(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "qui d'autre ?", "la suite ?": the next sentences of the section that the last answer quoted, or its next items.

    Of people, only sentences that name some.
    """
    if question.topic not in (FOLLOWS, WHO_ELSE):
        return None
    quoted = [span for span in question.options if isinstance(span, Span)]
    passages = [p for p in (knowledge.passage_of(span) for span in quoted) if p is not None]
    if not passages or max(len(span.quote) for span in quoted) < A_SENTENCE:
        return None  # a name or a number was given: nothing was being told
    ends = max(quoted[i].end for i, p in enumerate(passages) if p.span.name == passages[0].span.name)
    units = [
        unit
        for p in knowledge.library.passages
        if p.span.name == passages[0].span.name and p.headings == passages[-1].headings
        for unit in ((p.span,) if p.kind is Kind.ITEM else p.sentences)
        if unit.start >= ends
    ]
    if question.topic == WHO_ELSE:
        units = [unit for unit in units if _SOMEBODY.search(unit.quote)]
        units = [*_told_of_several(quoted, knowledge, last), *units]
    if not units:
        return None
    draft = Draft(question)
    lengths = list(accumulate(len(unit.quote) for unit in units[:MOST_FOLLOWING]))
    for unit, length in zip(units, lengths, strict=False):
        if length > max(LONGEST, lengths[0]):
            break
        draft.add("prose.says", quote=one_line(unit.quote), mark=draft.cite(unit))
        draft.join("prose.source", document=unit.document.short)
    return draft.answer()


def _told_of_several(quoted: list[Span], knowledge: Knowledge, last: Turn | None) -> list[Span]:
    """The sentences just quoted that name somebody more, where one person was asked for: "quel ministre… ?"."""
    if last is None or not _ONE_PERSON.search(knowledge.fold(last.question.message)):
        return []
    return [span for span in quoted if len(PERSON.findall(span.quote)) > 1]


_ONE_PERSON = re.compile(r"(?<!\S)(?:quel|quelle|which|what) \w+(?<!s)(?!\S)")
MOST_FOLLOWING = 2
LONGEST = 540  # characters of the sentences that follow, beyond the first
A_SENTENCE = 40  # characters of the shortest sentence that tells something
_SOMEBODY = re.compile(r"\b(?:M\.|MM\.|Mmes?|Drs?|Dre)\s+[A-ZÉ]\w+")


def quote_the_number(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "alors 137, c'est quoi ?": the sentence that holds this number, of the document just quoted first."""
    if question.topic != NUMBER:
        return None
    printed = re.compile(rf"(?<![\d.,]){re.escape(str(question.options[0]))}(?![\d.,]\d|\d)")
    units = [u for u in knowledge.prose.units if printed.search(_SPACES.sub(" ", u.span.quote))]
    cited = {span.name for span in last.answer.citations[:1]} if last is not None else set()
    units.sort(key=lambda u: u.span.name not in cited)
    hits = tuple(Hit(unit, 1.0, 1.0, ()) for unit in units[:1])
    return say_sentences(question, knowledge, hits) if hits else None


_SPACES = re.compile(r"[\s\u00a0\u202f]+")


def quote_what_was_spoken_of(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "c'était quelle date ?": the sentence on the subject of the question before that holds a date, a number, a name.

    Every word that the message adds must stand in it too: else it asks something new. What was just quoted comes first.
    """
    if question.task is not Task.PROSE or not question.context:
        return None
    folded = knowledge.fold(question.message)
    kind = _kind(folded)
    if kind is None or HOW_MANY_DID.search(folded):
        return None
    subject, own = _terms(question, knowledge)
    if not subject:
        return None
    found = knowledge.prose.search((*subject, *own), None, 20)
    found = tuple(h for h in found if not counts_another_thing(folded, (h.unit.span,), knowledge))
    hits = [h for h in found if kind.pattern.search(h.unit.span.quote)]
    told = [h for h in (hits if kind.must else found) if _just_quoted(h, last) and _holds(h, own)]
    if not told and _WHO_IS.search(knowledge.fold(question.context)):
        return None  # of that person: another sentence tells of somebody else
    hits = told or [h for h in hits if not set(own) & set(h.missing) and h.coverage >= ENOUGH]
    return say_sentences(question, knowledge, tuple(hits[:1])) if hits else None


_WHO_IS = re.compile(r"(?<!\S)(?:qui (?:est|etait)|c est qui|who (?:is|was))(?!\S)")


def quote_what_it_points_at(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "cette entente-là, elle donne quoi ?": of what was spoken of before anything else that holds the words."""
    if not question.context or not THAT_THING.search(knowledge.fold(question.message)):
        return None
    return quote_more_of_it(question, knowledge, last)


def quote_more_of_it(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "c'est pour quel genre de soins ?": the sentence on the same subject that holds every word of the message."""
    if question.task is not Task.PROSE or not question.context:
        return None
    subject, own = _terms(question, knowledge)
    if not own or not subject or HOW_MANY_DID.search(knowledge.fold(question.message)):
        return None
    kind = _kind(knowledge.fold(question.message))
    hits = [h for h in knowledge.prose.search((*subject, *own), None, 20) if _holds(h, own)]
    hits = [h for h in hits if kind is None or not kind.must or kind.pattern.search(h.unit.span.quote)]
    hits = [h for h in hits if h.coverage >= ENOUGH or _just_quoted(h, last)]
    hits = [h for h in hits if not counts_another_thing(knowledge.fold(question.message), (h.unit.span,), knowledge)]
    hits.sort(key=lambda h: not _just_quoted(h, last))
    return say_sentences(question, knowledge, tuple(hits[:1])) if hits else None


def read_the_same_row(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "en pourcentage, la variation ?": of the row of the financial table that was asked before."""
    if question.task is not Task.PROSE or not question.context:
        return None
    whole = replace(question, message=f"{question.context} {question.message}", context="")
    return read_financial_table(whole, knowledge, last)


def read_another_row(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "il restait combien au bout ?" after the expenses of a year: the row that it names, of that year.

    Of every year where the question before says none, or asks how much they rose.
    """
    if question.task is not Task.PROSE or not question.context:
        return None
    dated = not compares(question.context) and _YEAR.search(question.context)
    whole = of_the_same_year(question) if dated else replace(question, context="")
    before = replace(question, message=question.context, context="")
    return read_financial_table(whole, knowledge, last) if read_financial_table(before, knowledge, None) else None


def of_the_same_year(question: Question) -> Question:
    """The question by itself, of the one year that the question before says; itself where it says its own, or none."""
    years = _YEAR.findall(question.context)
    if len(years) != 1 or _YEAR.search(question.message):
        return question
    return replace(question, message=f"{question.message.rstrip(' ?')} {years[0]} ?", context="")


_YEAR = re.compile(r"\b20\d\d\s?[-–/]\s?(?:20)?\d\d\b")


def _kind(folded: str) -> Wanted | None:
    return next((kind for asked, kind in _OF_A_SEQUEL if asked.search(folded)), None) or wanted(folded)


def _terms(question: Question, knowledge: Knowledge) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The terms of the question before, and those that this one adds."""
    light = knowledge.prose.terms.is_light
    own = tuple(t for t in knowledge.prose.asked(" ".join(question.content), knowledge.soft) if not t.isdigit())
    own = tuple(t for t in own if t.removeprefix("=") not in KINDS and not light(t))
    return tuple(t for t in knowledge.prose.asked(question.context, knowledge.soft) if t not in own), own


def _just_quoted(hit: Hit, last: Turn | None) -> bool:
    """Whether a sentence was quoted in the last answer, or stands in the same paragraph as one that was."""
    spans = last.answer.citations if last is not None else ()
    inside = hit.unit.passage.span
    return any(s.name == inside.name and inside.start <= s.start and s.end <= inside.end for s in spans)


def _holds(hit: Hit, own: tuple[str, ...]) -> bool:
    return all(hit.unit.share(t) >= OWN for t in own)
