"""The Federation's financial table: the rows asked for, every year of them, the one asked for first."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import times
from assistant.answer import Answer, Outcome, Reason
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.terms import means
from index.cells import stem
from ingest.document import Span
from ingest.french import fold
from ingest.passage import Figure

# What else a question may say of the accounts as a whole, and nothing more.
_OF_ACCOUNTS = frozenset(
    {"=variation", "montant", "exercic", "annuel", "total", "derni", "annee", "result", "financi", "=pour_cent",
     "chiffr", "reel", "fiscal", "presid", "tabl", "dollar", "argent"}
)  # fmt: skip
_FINANCES = frozenset(stem(w) for w in ("financier", "financiers", "financiere", "budget", "finances", "comptes"))
_OTHER_MONEY = re.compile(
    r"(?<!\S)(?:aides?|soutiens?|appuis?|risques?|reconnaissance|programmes?|aid|support) financi\w+"
)
_WHOLE = re.compile(
    r"(?<!\S)(?:resultats? financiers?|(?:les|the|s) finances"
    r"|(?:situation|sante|performance|bilan|portrait|tableau|etat\w*) financi\w+"
    r"|financial (?:results?|situation|health|statements?))(?!\S)"
)
TABLE = 0.5  # share of the question that the rows and the words of accounts must hold
_YEARS = re.compile(r"20\d\d\s?[-–/]\s?(?:20)?\d\d")
_CHANGED = re.compile(
    r"(?<!\S)(?:baiss\w*|diminu\w*|effondr\w*|ecroul\w*|degringol\w*|plong\w*|fondu\w*|explos\w*|collaps\w*"
    r"|plummet\w*|augment\w*|hausse|chut\w*|grimp\w*|monte\w*|progress\w*|recul\w*|evolu\w*|compar\w*"
    r"|meilleure?s?|pires?|mieux|superieure?s?|inferieure?s?|double\w*|triple\w*|gonfl\w*|creus\w*"
    r"|(?:passee?s?|partie?s?) (?:de|d)|difference\w*|ecarts?|variation\w*|d (?:une?) (?:annee|an|exercice) a l autre"
    r"|(?:plus|moins) (?:de )?(?:gros|grand|petit|elev|fort|faible|haut|bas|important|maigre|mince)\w*"
    r"(?=(?: \w+)* (?:que?|qu|l annee|cette annee|l exercice)(?!\S))"
    r"|(?:plus|moins|davantage|autant)(?=(?: \w+){0,8} (?:que?|qu)(?: \w+){0,4} (?:annee|exercice|an|avant|20\d\d)"
    r"(?!\S))"
    r"|redui\w*|reduction|coupe[rs]?|coupait|sabr\w*|rogn\w*|comprim\w*"
    r"|par rapport|grew|increas\w*|decreas\w*|fell|rose|drop\w*)(?!\S)"
)
_OF_COOPS = re.compile(r"(?<!\S)(?:coops?|cooperatives?|cliniques?|clinics?|co ops?)(?!\S)")


# "comment compte-t-elle faire rentrer plus d'argent ?" asks for no figure; "comment vont les finances ?" does.
_BY_WHAT_MEANS = re.compile(
    r"^(?:\w+ ){0,3}?(?:comment|how|de quelle (?:facon|maniere)|par quels? moyens?)(?: \w+){0,4}"
    r" (?:compte\w*|prend\w*|faire|augment(?:er|ent|e)|trouver?|va\w* (?:t elle )?\w+er|veut|veulent|pens\w*"
    r"|prevoi\w*|plan\w*|intend\w*|will|can|peut|pourra\w*)(?!\S)"
)


def read_financial_table(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "les revenus de la Fédération ?": None where the table isn't what is asked for."""
    figures = knowledge.library.figures
    if question.task is not Task.PROSE or not figures or "pay" in question.topic.split():
        return None
    if _BY_WHAT_MEANS.search(knowledge.fold(question.message)):
        return None
    wanted = _rows(question, knowledge, figures)
    if not wanted:
        return None
    if asks_of_the_coops(question, knowledge):
        return None  # the table is the Federation's, not the co-ops'
    if question.period == times.OLD:
        return _of_another_year(question, knowledge, figures)
    both = question.period == times.BOTH
    typed = {_whole_year(y) for y in _YEARS.findall(question.message)}
    if typed and not typed & {_column(f) for f in figures}:
        return None  # of years that no column is of: "de 2018-2019 à 2019-2020"
    compared = both or times.compares(question.message)
    asked_year = None if compared else _asked_column(knowledge.fold(question.message), question.message, figures)
    if asked_year == "unknown":
        return None
    draft = Draft(question)
    _no_deficit(draft, question, knowledge, [f for f in figures if f.row.quote in wanted])
    for row in wanted:
        _row(draft, row, [f for f in figures if f.row.quote == row], asked_year)
    _note(draft, knowledge, figures)
    if both:
        _say_beyond(draft, knowledge, figures)
    return draft.answer()


def read_both_years(question: Question, knowledge: Knowledge, spans: tuple[Span, ...]) -> Answer | None:
    """The rows that the spans are values of, each with all its years, where two years are asked of; else None."""
    figures = knowledge.library.figures
    typed = {_whole_year(y) for y in _YEARS.findall(question.message)}
    if not _CHANGED.search(knowledge.fold(question.message)) and len(typed) < 2:
        return None
    if typed and not typed <= {_column(f) for f in figures}:
        return None
    rows = dict.fromkeys(
        f.row.quote for f in figures for s in spans if f.value.span is not None and s.contains(f.value.span)
    )
    draft = Draft(question)
    _no_deficit(draft, question, knowledge, [f for f in figures if f.row.quote in rows])
    for row in rows:
        _row(draft, row, [f for f in figures if f.row.quote == row], None)
    _note(draft, knowledge, figures)
    return draft.answer() if rows else None


def put_right_a_loss(answer: Answer, question: Question, knowledge: Knowledge) -> Answer:
    """An answer read with other words than the question's, behind what the loss that these speak of is."""
    said = Draft(question).say("prose.no_deficit")
    cited = [f for f in knowledge.library.figures if f.value.span in answer.citations]
    if said in answer.text or not _takes_for_a_loss(question, knowledge, cited):
        return answer
    return replace(answer, text=f"{said}\n\n{answer.text}")


def _no_deficit(draft: Draft, question: Question, knowledge: Knowledge, shown: list[Figure]) -> None:
    """That it is a surplus, where it is taken for a loss."""
    if _takes_for_a_loss(question, knowledge, shown):
        draft.add("prose.no_deficit")


def _takes_for_a_loss(question: Question, knowledge: Knowledge, shown: list[Figure]) -> bool:
    """Whether a deficit is spoken of, and the row that prints one or the other is above zero."""
    asked, values = knowledge.asked_undated(question), [f for f in shown if f.unit == "$"]
    spoken = "=deficit" in asked or _LOST.search(knowledge.fold(question.message)) is not None
    of_it = bool(values) and all("deficit" in fold(f.row.quote) for f in values)
    return spoken and of_it and "=excedent" not in asked and all((f.value.value or 0) > 0 for f in values)


# "qu'elle ait perdu 8 158 $", "le trou de 8 158 $"
_LOST = re.compile(
    r"(?<!\S)(?:perdu\w*|perd|perdent|perdait|pertes?|trou|manque a gagner|(?:dans le|en) rouge|lost|losing|loss)(?!\S)"
)


def asks_of_the_coops(question: Question, knowledge: Knowledge) -> bool:
    """Whether a question is of the co-ops, and not of their Federation, whose accounts alone are printed."""
    said = _OF_COOPS.search(knowledge.fold(question.message))
    return bool(said) and not knowledge.speaks_of_federation(question.message)


def of_an_earlier_year(spans: tuple[Span, ...], knowledge: Knowledge) -> bool:
    """Whether a passage is one value of the table, of a year before its newest."""
    columns = [_column(f) for f in knowledge.library.figures if f.unit == "$"]
    values = [f for f in knowledge.library.figures if f.value.span is not None and f.value.span in spans]
    return (
        bool(values) and len(values) == len(spans) and all(_column(f) < max(columns) for f in values if f.unit == "$")
    )


def says_earlier(folded: str) -> bool:
    """Whether folded words speak of a year before the newest, or name one."""
    return _SAYS_EARLIER.search(folded) is not None


_SAYS_EARLIER = re.compile(
    r"(?<!\S)(?:avant|auparavant|preced\w*|anterieur\w*|derniere?s?|autre|passee?s?|ancien\w*|20\d\d|before|previous\w*"
    r"|prior|last|earlier|il y a|ago)(?!\S)"
)


def _of_another_year(question: Question, knowledge: Knowledge, figures: tuple[Figure, ...]) -> Answer:
    """The table has no column for the older document, which prints no such figure."""
    draft = Draft(question)
    _say_beyond(draft, knowledge, figures)
    return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)


def _say_beyond(draft: Draft, knowledge: Knowledge, figures: tuple[Figure, ...]) -> None:
    printed = list({_column(f): f.column for f in figures if f.unit == "$"}.items())
    columns = draft.words.joined([f"{year} {draft.cite(span)}" for year, span in printed])
    for document in knowledge.library.documents:
        if document.name != figures[0].row.name:
            draft.add("prose.beyond", document=draft.declare(document.short), columns=columns)


def _rows(question: Question, knowledge: Knowledge, figures: tuple[Figure, ...]) -> list[str]:
    """The rows that a question names, all of them for "les résultats financiers"; none where it asks for more."""
    search = knowledge.prose
    english = question.language == "en"
    said = search.asked(question.message, knowledge.soft, english)
    if any(search.strange(t) for t in said):
        said = search.asked(times.EARLIER.sub(" ", times.undated(question.message)), knowledge.soft, english)
    asked = [t for t in said if not re.fullmatch(r"20\d\d|\d\d", t)]
    rows = list(dict.fromkeys(f.row.quote for f in figures))
    terms = {r: set(search.terms.of(r)) - {"=frais", "d"} for r in rows}
    named = {t for t in asked if any(means(t, of_row) for of_row in terms.values())}
    whole = {t for t in asked if t in _FINANCES} if "=financee" not in asked else set()
    in_full = _WHOLE.search(knowledge.fold(question.message))
    if in_full:
        whole |= set(search.asked(in_full.group(), english=english)) & set(asked)
    if _OTHER_MONEY.search(knowledge.fold(question.message)):
        return []  # "quelles aides financières ?" asks for no accounts
    told = named | whole | {t for t in asked if t in _OF_ACCOUNTS}
    weights = {t: search.weight_of(t) for t in asked}
    if not named | whole or sum(weights[t] for t in told) < TABLE * sum(weights.values()):
        return []
    beyond = [t for t in asked if t not in told and not search.terms.is_light(t)]
    if any(search.knows(t) for t in beyond):
        hits = search.search(tuple(asked), None, 1)
        if hits and not set(search.terms.of(hits[0].unit.span.quote)) & set().union(*terms.values()) - {"d"}:
            return []
        if hits and "\t" not in hits[0].unit.span.quote and hits[0].coverage > 0.8:
            return []  # "les revenus autonomes" are spoken of elsewhere
    if any(search.strange(t) for t in beyond) and named != {"=deficit"}:  # no deficit: the premise is what is answered
        return []
    return [r for r in rows if any(means(t, terms[r]) for t in named)] if named else rows


def _asked_column(folded: str, message: str, figures: tuple[Figure, ...]) -> str | None:
    """The year asked for, None where none is, "unknown" where the table doesn't have it."""
    columns = [_column(f) for f in figures if f.unit == "$"]
    typed = _YEARS.findall(message)
    if len(set(typed)) > 1 or _CHANGED.search(folded):
        return None  # both years are asked, or what changed from one to the other
    if typed:
        wanted = _whole_year(typed[0])
        return wanted if wanted in columns else "unknown"
    if times.EARLIER.search(folded):
        return min(columns)
    single = re.findall(r"\b(20\d\d)\b", message)
    if single:
        holding = [c for c in dict.fromkeys(columns) if single[0] in c]
        return holding[0] if holding else "unknown"
    return None


def _whole_year(typed: str) -> str:
    """ "2021-22" as the table writes it."""
    first, last = re.findall(r"\d+", typed)
    return f"{first}-{last if len(last) == 4 else '20' + last}"


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
