"""Measures of the prose: one in each document side by side, newest first, with their difference."""

from __future__ import annotations

import re

from assistant.answer import Answer, Outcome
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.terms import alternatives, means
from ingest.passage import Quantity

NEAR = 600  # characters from what was cited, within which a follow-up speaks of the same thing
OVERVIEW = 3  # quantities within 500 characters: the paragraph that sums the network up
# Words that say "in the network as a whole", and nothing more of what is counted.
NETWORK = frozenset(
    {"=couvrant", "reparti", "chang", "present",
     "reseau", "=cooperatives", "=sante", "quebec", "regroup", "couvr", "represent", "total", "pratiqu", "dispos",
     "compt", "membr", "=membres", "provinc", "ensembl", "actuel", "dessert", "servent", "offrent", "aujourd",
     "=variation", "differenc", "different", "differ", "entre", "nombr", "document", "=presentation", "=travaillees",
     "prat", "exerc", "compar", "feder"}
)  # fmt: skip


_WHICH_TOO = re.compile(r"(?<!\S)(?:lesquel\w*|laquelle|qui|quel\w*|which|who)(?!\S)")


def compare_measures(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "combien de médecins ?": the measure in each document that gives it, with the difference."""
    if question.task is not Task.PROSE:
        return None
    search = knowledge.prose
    asked = search.asked(question.message, knowledge.soft)
    average = _printed_average(question, knowledge, asked)
    if average is not None:
        return average
    noun = _counted_noun(question, knowledge, asked)
    if noun is None:
        return None
    if speaks_of_unknown_year(question, knowledge):
        return None
    if question.topic:
        return None  # something else is asked of them, that a bare number would not answer
    if any(search.strange(t) for t in asked if not t.isdigit()):
        return None
    beside = _beside(knowledge, noun, last) if question.context else None
    if beside is not None:
        draft = Draft(question)
        draft.add("prose.says", quote=quoted(beside.sentence.quote), mark=draft.cite(beside.sentence))
        draft.join("prose.source", document=beside.span.document.short)
        return draft.answer()
    same = set(alternatives(noun))
    rest = tuple(
        t for t in asked if not same & set(alternatives(t)) and not t.isdigit() and not search.terms.is_light(t)
    )
    headline = (
        _headlines(question, knowledge, noun) if knowledge.speaks_of_federation(question.message) and not rest else []
    )
    if headline:
        draft = Draft(question)
        for quantity in headline:
            draft.add(
                "prose.two_dates",
                document=quantity.span.document.short,
                text=f"« {quoted(quantity.span.quote)} »",
                mark=draft.cite(quantity.span),
            )
        return draft.answer(Outcome.ANSWERED)
    found: list[tuple[Quantity, bool]] = []
    for document in reversed(knowledge.library.documents):
        if question.period in ("2014", "2021-2022") and document.year != question.period:
            continue
        measured = (_best(knowledge, document.name, n, rest) for n in alternatives(noun))
        best = next((m for m in measured if m is not None), None)
        if best is not None:
            found.append(best)
    if not found:
        return None
    alike = [q for q, overview in found if overview == found[0][1]]
    chosen = alike if found[0][1] else alike[:1]
    draft = Draft(question)
    if len(chosen) > 1:
        draft.add("prose.newest")
    for quantity in chosen:
        document = quantity.span.document
        mark = draft.cite(quantity.sentence if len(quantity.sentence.quote) < 400 else quantity.span)
        more = len(chosen) == 1 and _WHICH_TOO.search(knowledge.fold(question.message))
        said = quoted((quantity.sentence if more else quantity.span).quote)
        draft.add("prose.two_dates", document=document.short, text=f"« {said} »", mark=mark)
    if len(chosen) == 2 and chosen[0].noun == chosen[1].noun and not _averaged(chosen):
        new, old = chosen[0], chosen[1]
        difference = new.number - old.number
        sign = "+" if difference >= 0 else "−"
        draft.add(
            "prose.difference",
            difference=f"{sign}{draft.computed(abs(difference))}",
            old=old.span.document.year,
            new=new.span.document.year,
        )
        if old.about or new.about:
            draft.join("prose.about")
    return draft.answer(Outcome.ANSWERED)


def _beside(knowledge: Knowledge, noun: str, last: Turn | None) -> Quantity | None:
    """For a follow-up: the quantity printed nearest to what the last answer cites."""
    cited = last.answer.citations[:1] if last is not None else ()
    near = [
        (abs(q.span.start - c.start), q)
        for c in cited
        for q in knowledge.library.quantities
        if q.span.name == c.name and means(noun, knowledge.prose.terms.of(q.noun)[:1])
    ]
    near = [pair for pair in near if pair[0] < NEAR]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _printed_average(question: Question, knowledge: Knowledge, asked: tuple[str, ...]) -> Answer | None:
    """ "combien de membres en moyenne ?", where a document prints the average."""
    if question.period == "both" or not re.search(
        r"(?<!\S)(?:moyenne|average)(?!\S)", knowledge.fold(question.message)
    ):
        return None
    draft = Draft(question)
    for quantity in knowledge.library.quantities:
        dated = question.period in (None, "both", quantity.span.document.year)
        if "moyenne" in quantity.about and dated and _is_of(quantity, knowledge, asked):
            draft.add(
                "prose.two_dates",
                document=quantity.span.document.short,
                text=f"« {quoted(quantity.span.quote)} »",
                mark=draft.cite(quantity.span),
            )
    return None if draft.empty else draft.answer()


def _is_of(quantity: Quantity, knowledge: Knowledge, asked: tuple[str, ...]) -> bool:
    """Whether one of the terms asked is what the quantity counts."""
    return any(means(t, knowledge.prose.terms.of(quantity.noun)[:1]) for t in asked)


def _headlines(question: Question, knowledge: Knowledge, noun: str) -> list[Quantity]:
    """Quantities that stand alone as an item of a list ("24 membres"): the Federation's own figures."""
    items = {p.span for p in knowledge.library.passages}
    found = [
        q for q in knowledge.library.quantities if q.span in items and means(noun, knowledge.prose.terms.of(q.noun)[:1])
    ]
    return [q for q in found if question.period in (None, "both", q.span.document.year)]


def speaks_of_unknown_year(question: Question, knowledge: Knowledge) -> bool:
    """A year that no sentence of the prose and no document's date holds: nothing can be said of it."""
    years = set(re.findall(r"\b(?:19|20)\d\d\b", question.message))
    known = " ".join(
        [p.text for p in knowledge.library.passages]
        + [f"{d.year} {d.title} {d.date}" for d in knowledge.library.documents]
    )
    return bool(years) and not any(year in known for year in years)


def _averaged(chosen: list[Quantity]) -> bool:
    return any("moyenne" in q.about for q in chosen)


_COUNTED = re.compile(
    r"(?:combien (?:de|d)|cmb de|cb de|nombre (?:total )?(?:de|d)|how many|number of|nb de|nb)(?: (?:la|les|l))? (.+)"
)
_COMPARED = re.compile(
    r"compar|difference|evolu|augment|diminu|hausse|baiss|change|progress|grandi|grossi|combien|gagn|perd|versus|(?<!\S)vs(?!\S)"
    r"|mont|grimp|(?:plus|moins|autant|davantage) d.*(?:avant|autrefois)|grew|grow|increas|decreas|more .* than"
)


def _counted_noun(question: Question, knowledge: Knowledge, asked: tuple[str, ...]) -> str | None:
    """The term that is counted: the one behind "combien de", or the measure compared."""
    search = knowledge.prose
    nouns = {t for q in knowledge.library.quantities for t in search.terms.of(q.noun)[:1]}
    folded = knowledge.fold(question.message)
    counted = _COUNTED.search(folded)
    if counted:
        for term in search.terms.asked(counted.group(1))[:4]:
            if means(term, nouns):
                return term
            if search.asked(term.removeprefix("=")):
                return None
        return None
    if _COMPARED.search(folded) or question.period == "both":
        return next((t for t in asked if means(t, nouns)), None)
    return None


def _best(knowledge: Knowledge, name: str, noun: str, rest: tuple[str, ...]) -> tuple[Quantity, bool] | None:
    """The quantity of one document that covers what else the question says, and whether it is the overview's.

    The overview is the paragraph that sums the network up: it answers only where nothing else is said of what is
    counted.
    """
    search = knowledge.prose
    telling = [t for t in rest if t not in NETWORK]
    scored = []
    for quantity in knowledge.library.quantities:
        if quantity.span.name != name or not means(noun, search.terms.of(quantity.noun)[:1]):
            continue
        passage = next((p for p in knowledge.library.passages if p.span.contains(quantity.span)), None)
        near = set(search.terms.of(quantity.sentence.quote))
        if passage is not None:
            near |= set(search.terms.of(passage.text)) | {
                t for h in passage.headings[1:] for t in search.terms.of(h.quote)
            }
        own = set(search.terms.of(quantity.sentence.quote))
        crowd = sum(
            1
            for q in knowledge.library.quantities
            if q.span.name == name and abs(q.span.start - quantity.span.start) < 500
        )
        covered = search.weight([t for t in telling if means(t, near)])
        covered += 0.1 * search.weight([t for t in telling if means(t, own)])
        scored.append((covered, crowd, -quantity.span.start, quantity))
    if not scored:
        return None
    best = max(scored, key=lambda s: s[:3])
    if telling and best[0] < 0.7 * search.weight(telling):
        return None
    return best[3], best[1] >= OVERVIEW and not telling
