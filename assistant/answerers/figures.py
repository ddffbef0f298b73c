"""Measures of the prose: one in each document side by side, newest first, with their difference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from assistant import times
from assistant.answer import Answer
from assistant.answerers.differences import put_side_by_side
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.follow_up.prose_again import HOW_MANY_DID
from assistant.follow_up.quoted import KINDS
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.story import without_story
from assistant.terms import Terms, alternatives, means
from index.cells import stem
from ingest.document import Span
from ingest.passage import Kind, Quantity

NEAR = 600  # characters from what was cited, within which a follow-up speaks of the same thing
AROUND = 500  # characters: what one paragraph sums up
OVERVIEW = 3  # quantities so near each other: the paragraph that sums the network up
ENUMERATED = 3  # measures named in one question that asks for all of them
_MEMBERS, _COOPS = "=membres", "=cooperatives"
_AVERAGE = re.compile(r"(?<!\S)(?:moyennes?|average|mean|par coop\w*|per (?:co op|coop|clinic))(?!\S)")
# "grossi", "les chiffres clés": the whole network is measured where nothing else is named.
_SIZE = re.compile(
    r"(?<!\S)(?:gros\w*|grand\w*|taille|chiffres?|statistiques?|evolu\w*|croi\w*|cru|expansion|progress\w*|compar\w*"
    r"|rapetiss\w*|portrait|apercu|bilan|vue d ensemble|overview|snapshot"
    r"|big\w*|larg\w*|size|gr[eo]w\w*|figures?|numbers?|expand\w*)(?!\S)"
)


@cache
def _network(terms: Terms) -> frozenset[str]:
    """The terms that say "in the network as a whole", and nothing more of what is counted."""
    text = files("assistant").joinpath("lexicon").joinpath("network.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    said = (t for line in lines for word in line.split() for e in (False, True) for t in terms.asked(word, e))
    return frozenset(a for term in said for a in (term, alternatives(term)[0]))


def _says_network(knowledge: Knowledge, term: str) -> bool:
    network = _network(knowledge.prose.terms)
    return term in network or alternatives(term)[0] in network


def compare_measures(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "combien de médecins ?": the measure in each document that gives it, with the difference."""
    folded = knowledge.fold(question.message)
    if asks_two_things(folded) or asks_no_bare_number(folded) or _of_a_year_without_figures(question, knowledge):
        return None  # a bare number would answer another question, or one of them
    if question.task is not Task.PROSE or question.topic or speaks_of_unknown_year(question, knowledge):
        return None  # a topic: something else is asked of them, that a bare number would not answer
    search = knowledge.prose
    asked = knowledge.asked_undated(question)
    if question.period in (times.OLD, times.NEW) and _SIZE.search(knowledge.fold(question.message)):
        asked = knowledge.asked_undated(replace(question, period=None))
    if any(search.strange(t) for t in asked):
        asked = knowledge.asked_undated(replace(question, message=without_story(question.message)))
    if any(search.strange(t) for t in asked if not t.isdigit()):
        return None
    average = _printed_average(question, knowledge, asked)
    if average is not None:
        return average
    nouns = _nouns(question, knowledge, asked)
    if not nouns:
        return None
    same = {a for n in nouns for a in alternatives(n)}
    rest = tuple(
        t for t in asked if not same & set(alternatives(t)) and not t.isdigit() and not search.terms.is_light(t)
    )
    both = question.period == times.BOTH
    named = (knowledge.names_federation if both else knowledge.speaks_of_federation)(question.message)
    if named and not rest:
        headlines = _headlines(question, knowledge, nouns[0])
        if headlines:
            if both and nouns[0] == _MEMBERS:  # a federation's members are co-ops
                told = {q.span.name for q in headlines}
                coops = _in_each_document(question, knowledge, _COOPS, ())
                headlines += [q for q in coops if q.span.name not in told]
            return _one_a_line(question, headlines)
    measured = [_in_each_document(question, knowledge, noun, rest) for noun in nouns]
    return put_side_by_side(question, knowledge, [found for found in measured if found])


def _in_each_document(question: Question, knowledge: Knowledge, noun: str, rest: tuple[str, ...]) -> list[Quantity]:
    """The quantity of each document, newest first: all of the overview, or the newest that says the rest."""
    found: list[tuple[Quantity, bool]] = []
    for document in reversed(knowledge.library.documents):
        if question.period in (times.OLD, times.NEW) and document.year != question.period:
            continue
        measured = (_best(knowledge, document.name, n, rest) for n in alternatives(noun))
        best = next((m for m in measured if m is not None), None)
        if best is not None:
            found.append(best)
    alike = [q for q, overview in found if overview == found[0][1]]
    return alike if found and found[0][1] else alike[:1]


def _one_a_line(question: Question, quantities: list[Quantity]) -> Answer:
    draft = Draft(question)
    for quantity in quantities:
        document, mark = quantity.span.document.short, draft.cite(quantity.span)
        draft.add("prose.two_dates", document=document, text=f"« {quoted(quantity.span.quote)} »", mark=mark)
    return draft.answer()


def count_beside_what_was_told(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "dans combien de régions ?" after how many co-ops: what is printed beside each number just told of."""
    if question.task is not Task.PROSE or not question.context or last is None or question.topic:
        return None
    folded = knowledge.fold(question.message)
    if asks_two_things(folded) or asks_no_bare_number(folded) or question.period == times.BOTH:
        return None
    asked = knowledge.asked_undated(question)
    nouns = _nouns(question, knowledge, asked) if _HOW_MANY.search(folded) else []
    if not nouns:
        return None
    others = [t for t in asked if not means(t, alternatives(nouns[0])) and not t.isdigit()]
    if any(not (knowledge.prose.terms.is_light(t) or _says_network(knowledge, t)) for t in others):
        return None  # something else is asked of them
    found = _beside(question, knowledge, nouns[0], last)
    if len(found) > 1:
        return put_side_by_side(question, knowledge, [found])
    draft = Draft(question)
    for quantity in found:
        draft.add("prose.says", quote=quoted(quantity.sentence.quote), mark=draft.cite(quantity.sentence))
        draft.join("prose.source", document=quantity.span.document.short)
    return None if draft.empty else draft.answer()


def _beside(question: Question, knowledge: Knowledge, noun: str, last: Turn) -> list[Quantity]:
    """The quantity of that noun in the paragraph that the last answer cites of each document, newest first.

    Where none is in it, the nearest.
    """
    terms, found = knowledge.prose.terms, dict[str, Quantity]()
    counted = [q for q in knowledge.library.quantities if means(noun, terms.of(q.noun)[:1])]
    for cited in last.answer.citations:
        passage = knowledge.passage_of(cited)
        fits = [q for q in counted if q.span.name == cited.name and question.period in (None, q.span.document.year)]
        inside = [q for q in fits if passage is not None and passage.span.contains(q.span)]
        near = inside or [q for q in fits if abs(q.span.start - cited.start) < NEAR]
        if near:
            found.setdefault(cited.name, min(near, key=lambda q: abs(q.span.start - cited.start)))
    return sorted(found.values(), key=lambda quantity: quantity.span.document.year, reverse=True)


def _printed_average(question: Question, knowledge: Knowledge, asked: tuple[str, ...]) -> Answer | None:
    """ "combien de membres en moyenne ?", where a document prints the average."""
    compared = question.period == times.BOTH or times.compares(question.message)
    if compared or not _AVERAGE.search(knowledge.fold(question.message)):
        return None
    printed = [
        q
        for q in knowledge.library.quantities
        if "moyenne" in q.about
        and question.period in (None, q.span.document.year)
        and any(means(t, knowledge.prose.terms.of(q.noun)[:1]) for t in asked)
    ]
    return _one_a_line(question, printed) if printed else None


def _headlines(question: Question, knowledge: Knowledge, noun: str) -> list[Quantity]:
    """Quantities that stand alone as an item of a list ("24 membres"): the Federation's own figures."""
    items = {p.span for p in knowledge.library.passages}
    found = [
        q for q in knowledge.library.quantities if q.span in items and means(noun, knowledge.prose.terms.of(q.noun)[:1])
    ]
    return [q for q in found if question.period in (None, times.BOTH, q.span.document.year)]


def speaks_of_unknown_year(question: Question, knowledge: Knowledge) -> bool:
    """A year that no sentence of the prose and no document's date holds: nothing can be said of it.

    That of the end of another exercise (« 2022-2023 ») isn't told of.
    """
    years = set(re.findall(r"\b(?:19|20)\d\d\b", question.message))
    text = " ".join(p.text for p in knowledge.library.passages)
    dates = " ".join(f"{d.year} {d.title} {d.date}" for d in knowledge.library.documents)
    return bool(years) and not any(year in dates or re.search(rf"(?<![-–]){year}", text) for year in years)


def _of_a_year_without_figures(question: Question, knowledge: Knowledge) -> bool:
    """Whether a count is asked of a year that is told of, and of which nothing is counted: 2008."""
    years = set(re.findall(r"\b(?:19|20)\d\d\b", question.message))
    known = " ".join(f"{d.year} {d.date}" for d in knowledge.library.documents)
    counted = " ".join(q.sentence.quote for q in knowledge.library.quantities)
    return bool(years) and not any(year in known or year in counted for year in years)


# "pourquoi a-t-elle perdu des membres ?", "combien de patients sans médecin ?": no number of members, or of patients.
# "parmi les participants, combien ont adhéré ensuite ?": nor of participants.
_NO_NUMBER = re.compile(
    r"(?<!\S)(?:pourquoi|pour quelles? raisons?|why)(?!\S)"
    r"|(?<!\S)(?:parmi|among|sur) (?:eux|elles|les|ces|ceux|the|these|them)(?: \S+){0,10} (?:combien|how many)"
    r" (?:ont|avaient|auraient|have|had|then|later) "
    r"|(?<!\S)(?:sans|without) (?:aucun\w* |any )?(?!compter)\w"
)


def asks_no_bare_number(folded: str) -> bool:
    """Whether no number of the documents answers by itself: the reason is asked, or how many lack something.

    >>> asks_no_bare_number("combien de patients sans medecin")
    True
    """
    return bool(_NO_NUMBER.search(folded) or HOW_MANY_DID.search(folded))


_ASKS = r"(?:combien|quand|ou|qui|comment|pourquoi|quoi|quel(?:le)?s?|how many|when|where|who|why|what)"
_TWO = re.compile(rf"(?<!\S){_ASKS}(?!\S).* (?:et|pis|puis|and) (?:\w+ ){{0,2}}{_ASKS} ")  # no bare "et combien"
_HOW_MANY_TWICE = re.compile(r"(?<!\S)(combien|how many)(?!\S).*(?<!\S)\1(?!\S)")


def asks_two_things(folded: str) -> bool:
    """ "c'était où et combien de personnes sont venues ?": two things of different kinds."""
    return bool(_TWO.search(folded)) and not _HOW_MANY_TWICE.search(folded)


def counts_another_thing(folded: str, spans: Sequence[Span], knowledge: Knowledge) -> bool:
    """Whether a folded question counts a noun, and the numbers of these spans count others.

    "ils sont combien, ces administrateurs ?": not the hours that they gave.
    """
    match = _A_COUNT_OF.search(folded)
    noun = next((n for n in match.groups() if n), "") if match else ""
    if not noun or stem(noun) in KINDS:
        return False
    terms = knowledge.prose.terms
    asked = [
        t for t in knowledge.prose.asked(noun, knowledge.soft) if knowledge.prose.knows(t) and not terms.is_light(t)
    ]
    told = [q for q in knowledge.library.quantities if any(span.contains(q.span) for span in spans)]
    return bool(asked and told) and not any(means(t, terms.of(q.noun)[:1]) for t in asked for q in told)


_A_COUNT_OF = re.compile(
    r"(?<!\S)(?:combien (?:de |d )(?:la |l |les )?(?!fois|entre|kilomet|dollar)(\w{4,})"
    r"|sont combien (?:ces|les|leurs|tes|vos) (\w{4,})"
    r"|(?:ces|les|leurs) (\w{4,})(?: la)? (?:ils |elles |y |on )?(?:sont|etaient|est) combien|how many (\w{4,}))"
)
_HOW_MANY = re.compile(r"(?<!\S)(?:combien|how many|number|nombre|(?:au|in) total)(?!\S)")
_COUNTED = re.compile(
    r"(?:combien (?:de|d)|cmb de|cb de|nombre (?:total )?(?:de|d)|how many|number of|nb de|nb)(?: (?:la|les|l))? (.+)"
)


def _nouns(question: Question, knowledge: Knowledge, asked: tuple[str, ...]) -> list[str]:
    """The terms that are counted: the one behind "combien de", those compared, or all where the whole is."""
    search = knowledge.prose
    undated = question.period is None and times.compares(question.message)
    compared = undated or question.period == times.BOTH
    quantities = [q for q in knowledge.library.quantities if not (compared and q.noun == "%")]  # "de combien de % ?"
    counted_here = {t for q in quantities for t in search.terms.of(q.noun)[:1]}
    folded = knowledge.fold(question.message)
    named = [t for t in asked if means(t, counted_here)]
    apart = [t for t in named if not _says_network(knowledge, t)]
    if len(named) >= ENUMERATED and (compared or _SIZE.search(folded)):
        return named
    if compared and len(apart) > 1:
        return apart
    counted = _COUNTED.search(folded)
    if counted:
        for term in search.terms.asked(counted.group(1))[:4]:
            if means(term, counted_here):
                return [term]
            if search.asked(term.removeprefix("=")):
                break
        if not compared:
            return []
    of_the_whole = _SIZE.search(folded) and not named and question.period is not None
    if not compared and not of_the_whole:
        return named[:1] if _HOW_MANY.search(folded) else []
    telling = apart or named
    if telling or any(not _says_network(knowledge, t) for t in asked if not search.terms.is_light(t)):
        return telling[:1]
    sized = question.period is not None and _SIZE.search(folded)
    whole = asked or sized or knowledge.speaks_of_federation(question.message)
    return _of_the_overview(knowledge) if whole else []


def _of_the_overview(knowledge: Knowledge) -> list[str]:
    """What the newest overview counts, in its order."""
    newest = knowledge.library.documents[-1].name
    paragraphs = [p for p in knowledge.library.passages if p.span.name == newest and p.kind is Kind.PARAGRAPH]
    counted = [[q.noun for q in knowledge.library.quantities if p.span.contains(q.span)] for p in paragraphs]
    terms = knowledge.prose.terms
    return list(dict.fromkeys(t for noun in max(counted, key=len, default=[]) for t in terms.asked(noun)[:1]))


def _crowd(knowledge: Knowledge, quantity: Quantity) -> int:
    """How many quantities stand around one, itself counted."""
    place = quantity.span
    return sum(
        1
        for q in knowledge.library.quantities
        if q.span.name == place.name and abs(q.span.start - place.start) < AROUND
    )


def _best(knowledge: Knowledge, name: str, noun: str, rest: tuple[str, ...]) -> tuple[Quantity, bool] | None:
    """The quantity of one document that covers what else the question says, and whether it is the overview's.

    The overview is the paragraph that sums the network up: it answers only where nothing else is said of what is
    counted.
    """
    search = knowledge.prose
    telling = [t for t in rest if not _says_network(knowledge, t)]
    scored = []
    for quantity in knowledge.library.quantities:
        if quantity.span.name != name or not means(noun, search.terms.of(quantity.noun)[:1]):
            continue
        passage = knowledge.passage_of(quantity.span)
        own = set(search.terms.of(quantity.sentence.quote))
        near = set(own)
        if passage is not None:
            near |= set(search.terms.of(passage.text)) | {
                t for h in passage.headings[1:] for t in search.terms.of(h.quote)
            }
        covered = search.weight([t for t in telling if means(t, near)])
        covered += 0.1 * search.weight([t for t in telling if means(t, own)])
        scored.append((covered, _crowd(knowledge, quantity), -quantity.span.start, quantity))
    if not scored:
        return None
    best = max(scored, key=lambda s: s[:3])
    if telling and best[0] < 0.7 * search.weight(telling):
        return None
    return best[3], best[1] >= OVERVIEW and not telling
