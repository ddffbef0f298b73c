"""Questions about the sources themselves, and about what the last answer rests on."""

from __future__ import annotations

import re

from assistant import times
from assistant.answer import Answer, Found, Outcome, Reason
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from ingest.document import Span
from ingest.entry import Cell, Entry
from ingest.library import Anomaly

MOST_ANOMALIES = 8
_WHICH = re.compile(
    r"(?<!\S)(?:quelles?|lesquelles|liste(?! (?:juste|seulement|uniquement|t|bien)(?!\S))|which|who|nomme\w*|laquelle"
    r"|combien|how many)(?!\S)"
)
_NOT_ASKED = frozenset({Task.EMERGENCY, Task.SOCIAL, Task.EMPTY, Task.ADVICE, Task.WHY})
_COMMON = frozenset({"cooperative", "sante", "saint", "sainte", "quebec"})


def describe_sources(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    if question.task is not Task.SOURCES:
        return None
    draft = Draft(question)
    documents = knowledge.library.documents
    if question.topic == "entries":
        entries = knowledge.library.entries
        marks = draft.cite(*(e.number.span for e in (entries[0], entries[-1]) if e.number.span))
        draft.add("sources.entries_plain", date=knowledge.table_date, total=draft.computed(len(entries)), mark=marks)
        if _NUMBERING.search(knowledge.fold(question.message)):
            _say_the_numbering(draft, knowledge)
        for anomaly in [
            a for a in knowledge.library.anomalies if a.code == "counted_otherwise" and "coop" in a.sentence
        ][:1]:
            draft.join("anomaly.note", sentence=anomaly.sentence)
            draft.join("anomaly.marks", marks=draft.cite(*anomaly.spans))
        return draft.answer()
    if question.topic == "anomalies":
        return _anomalies(draft, question, knowledge)
    if question.topic == "marks":
        unsaid = next((c.span for e in knowledge.library.entries for c in _cells(e) if c.span and not c.stated), None)
        draft.add("sources.marks", year=knowledge.table_year, mark=draft.cite(*([unsaid] if unsaid else [])))
        return draft.answer()
    if question.topic == "number":
        return _no_such_number(draft, question, knowledge)
    if question.topic == "membership":
        span = knowledge.words_of("MEMBRES ET NON-MEMBRES")
        draft.add("sources.membership", year=knowledge.table_year, mark=draft.cite(*([span] if span else [])))
        _say_how_many_members(draft, knowledge)
        if not _WHICH.search(knowledge.fold(question.message)):
            return draft.answer()  # "y a-t-il des non-membres au tableau ?": there are
        return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
    if question.topic == "publisher":
        for document in documents:
            draft.add("sources.publisher", title=document.title, publisher=document.publisher, date=document.date)
        _cite_dates(draft, knowledge)
        return draft.answer()
    draft.add("sources.documents", count=draft.computed(len(documents)))
    for document in documents:
        draft.add("sources.document", title=document.title, publisher=document.publisher, date=document.date)
    draft.add("sources.dates_each")
    _cite_dates(draft, knowledge)
    return draft.answer()


_NUMBERING = re.compile(r"(?<!\S)(?:numeros?|numerot\w*|numbers?|numbered)(?!\S)")


def _say_how_many_members(draft: Draft, knowledge: Knowledge) -> None:
    """How many co-ops the Federation grouped then, with what the same sentence counts: not all those of the table."""
    found = (q for q in knowledge.library.quantities if q.noun == "cooperative")
    counted = next((q for q in found if q.span.document.year == knowledge.table_year), None)
    if counted is not None:
        draft.join("prose.says", quote=quoted(counted.sentence.quote), mark=draft.cite(counted.sentence))


def _say_the_numbering(draft: Draft, knowledge: Knowledge) -> None:
    """The first and last numbers that the table prints, and one that it prints twice."""
    numbers = [e.number for e in knowledge.library.entries if e.number.value is not None]
    draft.join("sources.numbered", first=numbers[0].value, last=numbers[-1].value)
    for anomaly in knowledge.library.anomalies:
        if anomaly.code == "number_twice":
            draft.declare(anomaly.sentence)
            draft.join("anomaly.note", sentence=anomaly.sentence)
            draft.join("anomaly.marks", marks=draft.cite(*anomaly.spans[:2]))


def _cells(entry: Entry) -> tuple[Cell[str], ...]:
    """The descriptive cells of a row, that may hold a "?"."""
    return (entry.membership_text, entry.services_text, entry.doctors_text, entry.recruiting_text)


def _anomalies(draft: Draft, question: Question, knowledge: Knowledge) -> Answer:
    """What is odd in the documents: of the co-ops named, of the kind asked about, or one of each kind."""
    of_one = question.period if question.period in (times.OLD, times.NEW) else None
    anomalies = [a for a in knowledge.library.anomalies if of_one in (None, a.spans[0].document.year)]
    if question.subjects:
        named = [a for a in anomalies if a.position in question.subjects]
        found = tuple(Found(knowledge.entry(p)) for p in question.subjects)
        if not named:
            name = found[0].entry.name
            draft.add("sources.no_anomaly", name=name.value, mark=draft.cite(*([name.span] if name.span else [])))
            return draft.answer(entries=found)
    else:
        named = _named_in(question, knowledge)
        found = tuple(Found(knowledge.entry(p)) for p in dict.fromkeys(a.position for a in named) if p is not None)
    if len(named) > 1 and all(a.position for a in named):
        counts = {"count": draft.computed(len(found)), "total": draft.computed(knowledge.total)}
        draft.add("sources.anomalies_of", date=knowledge.table_date, **counts)
        for anomaly in named[:MOST_ANOMALIES]:
            _say(draft, anomaly)
    else:
        for anomaly in named[:MOST_ANOMALIES]:
            _say_dated(draft, anomaly)
    if named:
        return draft.answer(entries=found)
    draft.add("sources.anomalies", count=draft.computed(len(anomalies)))
    kinds: set[str] = set()
    for anomaly in anomalies:
        if anomaly.code not in kinds and len(kinds) < MOST_ANOMALIES:
            kinds.add(anomaly.code)
            _say(draft, anomaly)
    return draft.answer()


def _say(draft: Draft, anomaly: Anomaly) -> None:
    draft.declare(anomaly.sentence)
    draft.add("sources.anomaly", sentence=anomaly.sentence, mark=draft.cite(*anomaly.spans[:2]))


def _say_dated(draft: Draft, anomaly: Anomaly) -> None:
    draft.declare(anomaly.sentence)
    document, mark = anomaly.spans[0].document.short, draft.cite(*anomaly.spans[:2])
    draft.add("sources.anomaly_dated", sentence=anomaly.sentence, document=document, mark=mark)
    if anomaly.reading and anomaly.position is not None:  # of a co-op: how its number or code is rather to be read
        draft.join("anomaly.reading", reading=draft.declare(anomaly.reading))


def _no_such_number(draft: Draft, question: Question, knowledge: Knowledge) -> Answer:
    """A number that no co-op of the table bears: said so, with the number printed twice, which explains it."""
    numbers = [e.number for e in knowledge.library.entries if e.number.value is not None]
    printed = {n.value for n in numbers}
    asked = next((n for n in re.findall(r"\d+", question.message) if int(n) not in printed), "")
    last = max(numbers, key=lambda n: n.value or 0)
    mark = draft.cite(*([last.span] if last.span else []))
    values = {"number": draft.declare(asked), "last": last.value, "date": knowledge.table_date, "mark": mark}
    draft.add("sources.no_number", **values)
    for anomaly in knowledge.library.anomalies:
        if anomaly.code == "number_twice" and anomaly.position == int(asked or 0):
            draft.declare(anomaly.sentence)
            draft.join("anomaly.note", sentence=anomaly.sentence)
            draft.join("anomaly.marks", marks=draft.cite(*anomaly.spans[:2]))
    return draft.answer()


def oppose_two_readings(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "35 coops ou 53 ?", "Forgue ou Forgues ?": two readings that the documents print, both in the question."""
    if question.task in _NOT_ASKED:
        return None
    said = set(re.findall(r"\d+", question.message))
    typed = frozenset(re.findall(r"\w+", question.message.lower()))
    for anomaly in knowledge.library.anomalies:
        spelt = anomaly.code == "spelt_two_ways" and (
            _both_said(anomaly, typed) or _spelling_asked(anomaly, typed, question.message)
        )
        if spelt and not _asks_of_it(question):
            draft = Draft(question)
            _say_dated(draft, anomaly)
            return draft.answer(entries=(Found(knowledge.entry(anomaly.position)),) if anomaly.position else ())
        if question.subjects:
            continue
        if anomaly.code != "counted_otherwise" or not said:
            continue
        figures = set(re.findall(r"\d+", anomaly.sentence))
        if len(figures) > 1 and (figures <= said or (figures & said and _wonders_at_the_table(knowledge, question))):
            draft = Draft(question)
            _say_dated(draft, anomaly)
            span = knowledge.words_of("MEMBRES ET NON-MEMBRES")
            mark = draft.cite(*([span] if span else []))
            draft.join("sources.membership", year=knowledge.table_year, mark=mark)
            return draft.answer()
    return None


def _wonders_at_the_table(knowledge: Knowledge, question: Question) -> bool:
    """ "la brochure parle de 35 coops, mais le tableau en liste bien plus": one count, and what the other is of."""
    folded = knowledge.fold(question.message)
    return bool(_TABLE.search(folded) and _COOPS.search(folded) and _UNLIKE.search(folded))


_TABLE = re.compile(r"(?<!\S)(?:tableau|repertoire|liste|fiches?|lignes?|rangees?|table|directory|list)(?!\S)")
_COOPS = re.compile(r"(?<!\S)(?:coops?|cooperatives?|co ops?)(?!\S)")
_UNLIKE = re.compile(
    r"(?<!\S)(?:(?:en|y en)(?: \w+){0,2} (?:bien |beaucoup |pas mal )?(?:plus|davantage|moins)"
    r"|(?:bien|beaucoup|pas mal) plus|plus (?:de coop\w* )?que|davantage|un autre (?:nombre|chiffre)"
    r"|pas le meme (?:nombre|chiffre)|pas pareil"
    r"|differe\w*|(?:ne |n )?(?:colle|balance|concorde|arrive|marche)(?:nt)? pas|contred\w*|comment ca se fait"
    r"|pourquoi|explique\w*|more|how come|why)(?!\S)"
)


def _asks_of_it(question: Question) -> bool:
    """Whether something of the co-op is asked besides: "Sainte-Pie (ou Saint-Pie ?), fondée quand ?"."""
    return bool(question.topic) and question.task is Task.TOPIC


def _both_said(anomaly: Anomaly, typed: frozenset[str]) -> bool:
    """Whether these words write both spellings, accents and all: by the words that tell one from the other.

    "Saint" and "Sainte" tell so only beside the name that they open.
    """
    one, other = (set(re.findall(r"\w+", s.quote.lower())) for s in anomaly.spans[:2])
    if (one ^ other) <= _SAINTS and not one & other <= typed:
        return False
    return bool(one - other and other - one) and bool((one - other) & typed) and bool((other - one) & typed)


def _spelling_asked(anomaly: Anomaly, typed: frozenset[str], message: str) -> bool:
    """Whether a message writes one of the spellings and asks for the right one: "Forgue, avec ou sans s ?"."""
    one, other = (set(re.findall(r"\w+", s.quote.lower())) for s in anomaly.spans[:2])
    told_apart = (one ^ other) - _SAINTS
    return bool(one - other and other - one and told_apart & typed) and _SPELLS.search(message) is not None


_SPELLS = re.compile(
    r"\b(?:orthographe\w*|orthographi\w+|[ée]p[eè]l\w+|comment (?:(?:on |vous |[çc]a )?(?:s['’])?[ée]cri\w+"
    r"|se (?:met|tape))"
    r"|s['’][ée]crit (?:comment|avec|sans)|bien [ée]crit|spell\w*)\b"
    r"|\b(?:avec|sans|prend(?:re|-il|-elle|-on)?|un|deux|le|with|without|an?)"
    r" [«“\"]?\s*[b-ln-xz]\s?[»”\"]?(?=\s|[?!,;:]|$)",
    re.IGNORECASE,
)
_SAINTS = frozenset({"saint", "sainte", "st", "ste"})


_TWICE = re.compile(r"(?<!\S)\d{1,2} (?:\w+ ){0,4}(?:deux|2) fois(?!\S)")  # "le 49 est là deux fois"


def _named_in(question: Question, knowledge: Knowledge) -> list[Anomaly]:
    """The anomalies that speak of what the question names: "Forgue", "numéro en double"."""
    from index.cells import stem
    from ingest.french import words

    asked = {stem(w.folded) for w in words(question.message)}
    kinds = {
        "numero": "number_twice",
        "numerote": "number_twice",
        "doubl": "number_twice",
        "telephon": "phone_digits",
        "courriel": "cut_email",
        "postal": "letter_for_digit",
        "verb": "missing_verb",
        "valeur": "empty_heading",
    }
    wanted = {code for word, code in kinds.items() if word in asked}
    if _TWICE.search(knowledge.fold(question.message)):
        wanted.add("number_twice")
    named = [
        a
        for a in knowledge.library.anomalies
        if any(
            stem(w.folded) in asked and w.folded not in _COMMON and s.quote[w.start].isupper() and len(w.folded) > 3
            for s in a.spans
            for w in words(s.quote)[:6]
        )
    ]
    return named or [a for a in knowledge.library.anomalies if a.code in wanted]


def _cite_dates(draft: Draft, knowledge: Knowledge) -> None:
    """The words of each document that date it, where it prints them."""
    spans = []
    for document in knowledge.library.documents:
        at = document.text.lower().find(document.date.lower())
        if at >= 0:
            spans.append(Span(document, at, at + len(document.date)))
    if spans:
        draft.join("sources.proof", marks=draft.cite(*spans))
