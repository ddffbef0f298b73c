"""Figures of the prose: the financial table, and one measure in each document side by side, newest first."""

from __future__ import annotations

import re

from assistant.answer import Answer, Outcome
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from index.cells import stem
from ingest.french import fold
from ingest.passage import Figure, Quantity

ELSEWHERE = 0.8  # coverage from which a sentence answers better than the financial table
_OF_ACCOUNTS = frozenset({"=variation", "montant", "exercic", "annuel", "total", "derni", "annee", "result", "financi"})
OVERVIEW = 3  # quantities within 500 characters: the paragraph that sums the network up
# Words that say "in the network as a whole", and nothing more of what is counted.
NETWORK = frozenset(
    {"reseau", "=cooperatives", "=sante", "quebec", "regroup", "couvr", "represent", "total", "pratiqu", "dispos",
     "compt", "membr", "=membres", "provinc", "ensembl", "actuel", "dessert", "servent", "offrent", "aujourd",
     "=variation", "differenc", "different", "differ", "entre", "nombr", "document", "=presentation", "=travaillees",
     "prat", "exerc", "compar", "feder"}
)  # fmt: skip
_YEARS = re.compile(r"20\d\d\s?[-–/]\s?(?:20)?\d\d")
_EARLIER = re.compile(r"annee (?:d avant|precedente|anterieure|derniere)|previous year|year before")


def read_financial_table(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The rows asked for, every year of them, the one asked for first."""
    figures = knowledge.library.figures
    if question.task is not Task.PROSE or not figures or question.period == "2014":
        return None
    search = knowledge.prose
    asked = set(search.asked(question.message, knowledge.soft))
    rows = list(dict.fromkeys(f.row.quote for f in figures))
    wanted = [r for r in rows if asked & set(search.terms.of(r)) - {"=frais"}]
    whole = (
        bool({stem(w) for w in ("financier", "financiers", "budget", "finances")} & asked) and "=financee" not in asked
    ) or "résultats financiers" in question.message.lower()
    if not wanted and whole:
        wanted = rows
    rows_said = {t for r in rows for t in search.terms.of(r)}
    beyond = [
        t
        for t in asked
        if search.knows(t) and t not in rows_said and t not in NETWORK and t not in _OF_ACCOUNTS and not t.isdigit()
    ]
    if wanted and beyond and search.search(tuple(asked), None, 1)[0].coverage > ELSEWHERE:
        return None  # "les revenus autonomes" are spoken of elsewhere
    strange = [t for t in asked if not search.knows(t) and _is_named(question.message, t)]
    stranger = question.period is None and any(not search.knows(t) for t in asked)
    if stranger and not knowledge.speaks_of_federation(question.message):
        return None  # "ma déclaration de revenus" is nobody's here
    if not wanted or strange or "pay" in question.topic.split():
        return None
    if re.search(
        r"(?<!\S)(?:coops|cooperatives|cliniques)(?!\S)", knowledge.fold(question.message)
    ) and not knowledge.speaks_of_federation(question.message):
        return None  # the table is the Federation's, not the co-ops'
    asked_year = _asked_column(question.message, figures)
    if asked_year == "unknown":
        return None
    draft = Draft(question)
    if (
        "=deficit" in asked
        and "=excedent" not in asked
        and all((f.value.value or 0) > 0 for f in figures if f.row.quote in wanted and f.unit == "$")
    ):
        draft.add("prose.no_deficit")
    for row in wanted:
        _row(draft, row, [f for f in figures if f.row.quote == row], asked_year)
    _note(draft, knowledge, figures)
    return draft.answer()


def _asked_column(message: str, figures: tuple[Figure, ...]) -> str | None:
    """The year asked for, None where none is, "unknown" where the table doesn't have it."""
    from ingest.french import key

    columns = [_column(f) for f in figures if f.unit == "$"]
    typed = _YEARS.findall(message)
    if len(set(typed)) > 1:
        return None  # both years are asked
    if typed:
        years = re.findall(r"\d+", typed[0])
        wanted = f"{years[0]}-{years[1] if len(years[1]) == 4 else '20' + years[1]}"
        return wanted if wanted in columns else "unknown"
    if _EARLIER.search(key(message)):
        return sorted(columns)[0]
    single = re.findall(r"\b(20\d\d)\b", message)
    if single:
        holding = [c for c in dict.fromkeys(columns) if single[0] in c]
        return holding[0] if holding else "unknown"
    return None


def _column(figure: Figure) -> str:
    match = re.search(r"20\d\d-20\d\d", figure.column.quote)
    return match.group() if match else figure.column.quote


def _row(draft: Draft, row: str, figures: list[Figure], asked: str | None) -> None:
    money = [f for f in figures if f.unit == "$" and f.value.span is not None]
    money.sort(key=lambda f: (_column(f) != asked, _column(f)), reverse=False)
    if asked is None:
        money.sort(key=_column, reverse=True)
    first, others = money[0], money[1:] if asked is None else []
    label = row[0] + row[1:].lower()
    mark = draft.cite(first.row, first.column, first.value.span) if first.value.span else ""
    draft.add("prose.figure", row=label, column=_column(first), value=_money(first), mark=mark)
    for other in others:
        draft.join(
            "prose.figure_other",
            column=_column(other),
            value=_money(other),
            mark=draft.cite(other.column, *([other.value.span] if other.value.span else [])),
        )
    if asked is not None:
        return
    rates = [f for f in figures if f.unit == "%" and f.value.span is not None]
    if rates and rates[0].value.span is not None:
        draft.join("prose.rate", value=quoted(rates[0].value.span.quote), mark=draft.cite(rates[0].value.span))
    numbers = {_column(f): f.value.value for f in money if f.value.value is not None}
    if len(numbers) == 2:
        (old, was), (new, now) = sorted(numbers.items())
        difference = now - was
        sign = "+" if difference >= 0 else "−"
        draft.join("prose.difference", difference=f"{sign}{draft.computed(abs(difference))} $", old=old, new=new)


def _money(figure: Figure) -> str:
    return quoted(figure.value.span.quote).replace("\\$", "$") if figure.value.span else ""


def _note(draft: Draft, knowledge: Knowledge, figures: tuple[Figure, ...]) -> None:
    """The table's own footnote, where it has one."""
    end = max(f.value.span.end for f in figures if f.value.span)
    for passage in knowledge.library.passages:
        span = passage.span
        if span.name == figures[0].row.name and end < span.start < end + 120 and passage.kind.value == "note":
            draft.add("prose.says", quote=quoted(span.quote).replace("^{*}", "*"), mark=draft.cite(span))
            return


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
    rest = tuple(t for t in asked if t != noun and not t.isdigit() and search.knows(t))
    strangers = [t for t in asked if not search.knows(t) and _is_named(question.message, t)]
    if strangers:
        return None
    nouns = {t for q in knowledge.library.quantities for t in search.terms.of(q.noun)[:1]}
    others = tuple(
        t
        for t in asked
        if t in nouns and t != noun and re.search(rf" ou .*{t.strip('=')[:6]}", knowledge.fold(question.message))
    )
    rest = tuple(t for t in rest if t not in others)
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
        best = _best(knowledge, document.name, noun, rest)
        for other in others if best is None else ():
            best = best or _best(knowledge, document.name, other, rest)
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
        draft.add("prose.two_dates", document=document.short, text=f"« {quoted(quantity.span.quote)} »", mark=mark)
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


def _printed_average(question: Question, knowledge: Knowledge, asked: tuple[str, ...]) -> Answer | None:
    """ "combien de membres en moyenne ?", where a document prints the average."""
    if question.period == "both" or not re.search(
        r"(?<!\S)(?:moyenne|average)(?!\S)", knowledge.fold(question.message)
    ):
        return None
    draft = Draft(question)
    for quantity in knowledge.library.quantities:
        dated = question.period in (None, "both", quantity.span.document.year)
        if "moyenne" in quantity.about and dated and set(knowledge.prose.terms.of(quantity.noun)[:1]) & set(asked):
            draft.add(
                "prose.two_dates",
                document=quantity.span.document.short,
                text=f"« {quoted(quantity.span.quote)} »",
                mark=draft.cite(quantity.span),
            )
    return None if draft.empty else draft.answer()


def _headlines(question: Question, knowledge: Knowledge, noun: str) -> list[Quantity]:
    """Quantities that stand alone as an item of a list ("24 membres"): the Federation's own figures."""
    items = {p.span for p in knowledge.library.passages}
    found = [
        q for q in knowledge.library.quantities if q.span in items and noun in knowledge.prose.terms.of(q.noun)[:1]
    ]
    return [q for q in found if question.period in (None, "both", q.span.document.year)]


def _is_named(message: str, term: str) -> bool:
    """Whether an unknown word was typed with a capital inside the message: a name that the documents don't hold."""
    return any(stem(fold(w)) == term and w[0].isupper() for w in re.findall(r"\w+", message)[1:])


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


def _counted_noun(question: Question, knowledge: Knowledge, asked: tuple[str, ...]) -> str | None:
    """The term that is counted: the one behind "combien de", or the measure compared."""
    from ingest.french import key

    nouns = {t for q in knowledge.library.quantities for t in knowledge.prose.terms.of(q.noun)[:1]}
    folded = key(question.message)
    counted = re.search(
        r"(?:combien (?:de|d)|cmb de|cb de|nombre (?:total )?(?:de|d)|how many|number of|nb de|nb)"
        r"(?: (?:la|les|l))? (.+)",
        folded,
    )
    if counted:
        for term in knowledge.prose.terms.of(counted.group(1))[:4]:
            if term in nouns:
                return term
            if knowledge.prose.asked(term.removeprefix("=")):
                return None
        return None
    compared = re.search(r"compar|difference|evolu|augment|diminu|hausse|baiss|change|progress|grandi|combien", folded)
    if compared or question.period == "both":
        return next((t for t in asked if t in nouns), None)
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
        if quantity.span.name != name or noun not in search.terms.of(quantity.noun)[:1]:
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
        covered = search.weight([t for t in telling if t in near]) + 0.1 * search.weight(
            [t for t in telling if t in own]
        )
        scored.append((covered, crowd, -quantity.span.start, quantity))
    if not scored:
        return None
    best = max(scored, key=lambda s: s[:3])
    if telling and best[0] < 0.7 * search.weight(telling):
        return None
    return best[3], best[1] >= OVERVIEW and not telling
