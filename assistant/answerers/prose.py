"""Facts of the prose: contact details asked for, a whole list under its heading, the best sentences; never a page."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Answer, Outcome, Reason
from assistant.answerers.figures import speaks_of_unknown_year
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.prose_search import SUBJECTS, Hit
from assistant.question import Question, Task
from index.cells import stem
from ingest.document import Span
from ingest.french import fold
from ingest.passage import Kind, Passage

# Score from which a sentence answers: coverage, and what meaning adds; chosen on the development cases, see LOG.md.
ENOUGH = 0.62
MEANING = (0.25, 0.15, 0.1, 0.05, 0.05)  # added to the coverage of the passages that search by meaning ranks first
CLOSE = 0.9  # a second sentence is added where it covers nearly as much as the best
MOST_SENTENCES = 2
SHORTEST = 12  # characters: a bare word answers no question of who or how many
MOST_SECTIONS = 4
SECTION_LENGTH = 700  # characters of paragraphs quoted for "quelle est la mission ?"
LIST_WORDS = re.compile(
    r"(?<!\S)(?:quels|quelles|lesquels|lesquelles|liste|list|enumer\w*|nomme\w*|what are|quel est|quelle est"
    r"|c est quoi|decri\w*|resume\w*|explique\w*|que (?:fait|veut|vise|dit|disent|contient)|qu est ce|what is"
    r"|en quoi)(?!\S)"
)
FITS = 0.12  # added to the score of a sentence that holds a name, a date or a figure where one is asked
_PERSON = re.compile(r"(?:\b(?:M\.|Mme|Mmes|MM\.|Dr|Dre)\s+)?[A-ZÉÈ][\w’'-]+\s+[A-ZÉÈ][\w’'-]+")

_FITS = (
    (
        re.compile(r"(?<!\S)(?:quand|when|quelle date|quelle annee|depuis quand|quel mois|quel jour)(?!\S)"),
        re.compile(
            r"\b\d{1,2} (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
            r"|\b(?:19|20)\d\d\b|\baoût\b"
        ),
    ),
    (re.compile(r"(?<!\S)(?:combien coute\w*|prix|tarif\w*|taux|how much|a combien)(?!\S)"), re.compile(r"\$|%")),
    (
        re.compile(r"(?<!\S)(?:combien|how many|quel pourcentage|quelle proportion|nombre)(?!\S)"),
        re.compile(r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\w+aine)\b", re.IGNORECASE),
    ),
    (re.compile(r"(?<!\S)(?:qui|who|nom|quel (?:ministre|depute|partenaire))(?!\S)"), _PERSON),
)


def quote_best_sentences(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The prose's answer, None where no sentence covers enough of what is asked."""
    if question.task is not Task.PROSE:
        return None
    content = set(knowledge.prose.asked(" ".join((*question.content, *SUBJECTS))))
    message = _FRAME.sub(" ", question.message)
    asked = tuple(t for t in knowledge.prose.asked(message, knowledge.soft) if t.startswith("=") or t in content)
    year = question.period if question.period in ("2014", "2021-2022") else None
    if speaks_of_unknown_year(question, knowledge):
        return None
    asked = tuple(t for t in asked if not _is_year(t)) or asked
    if not asked:
        return None
    for anomaly in knowledge.library.anomalies:
        if anomaly.code == "empty_heading" and set(knowledge.prose.terms.of(anomaly.spans[0].quote)) <= set(asked):
            draft = Draft(question)
            draft.add("anomaly.empty_heading", sentence=anomaly.sentence, mark=draft.cite(*anomaly.spans[:1]))
            return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
    section = None if set(question.topic.split()) & _STRICT else _section(question, knowledge, asked, year)
    if section is not None:
        return section
    if question.period == "both":
        return _each_document(question, knowledge, asked)
    hits = _candidates(question, knowledge, asked, year)
    hits = tuple(h for h in hits if not _asks_of_a_stranger(question, knowledge, asked, h))
    must = _fitting(knowledge.fold(question.message))
    if must is not None and must is not _PERSON:
        hits = tuple(h for h in hits if must.search(h.unit.span.quote))  # no figure answers "combien", no date "quand"
    for field, pattern in _LINES.items():
        if field in question.fields and field in ("emails", "phones"):
            hits = tuple(h for h in hits if pattern.search(h.unit.span.quote))
    if not hits or hits[0].coverage < ENOUGH:
        return None
    return _sentences(question, knowledge, hits)


def _asks_of_a_stranger(question: Question, knowledge: Knowledge, asked: tuple[str, ...], hit: Hit) -> bool:
    """Whether the question turns on a name (Ontario) or a topic (a salary) that the sentence doesn't hold."""
    typed = re.findall(r"\w+", question.message)[1:]
    names = {stem(fold(w)) for w in typed if w[0].isupper() and not w.isupper()}
    strangers = {t for t in asked if not knowledge.prose.knows(t)}
    if strangers & names:
        return True
    return any(
        not knowledge.topics.evident(code, hit.unit.span.quote) for code in question.topic.split() if code in _STRICT
    )


# Topics that a sentence must speak of to answer: without them, "le salaire du directeur" is answered with the director.
_STRICT = frozenset(
    {
        "pay",
        "closing",
        "age",
        "doctor_names",
        "fees",
        "hours",
        "parking",
        "access",
        "language",
        "quality",
        "insurance",
        "fax",
        "social_media",
    }
)
_FRAME = re.compile(
    r"(?:selon|d'après|d’après|dans|according to|in) (?:le |la |the )?(?:dernier |dernière |dit )?"
    r"(?:rapport annuel|rapport|brochure|tableau|document|annual report)(?: (?:de )?20\d\d(?:-20\d\d)?)?",
    re.IGNORECASE,
)


def _is_year(term: str) -> bool:
    return bool(re.fullmatch(r"20\d\d", term))


# -- the Federation's own contact details --------------------------------------------------------------------------

_LINES = {
    "phones": re.compile(r"^t[ée]l\b|\d{3}.\d{4}", re.IGNORECASE),
    "fax": re.compile(r"^t[ée]l[ée]c", re.IGNORECASE),
    "emails": re.compile(r"@"),
    "websites": re.compile(r"^www|^http"),
    "address": re.compile(r"\d+, |[A-Z]\d[A-Z] ?\d[A-Z]\d"),
    "postal_code": re.compile(r"[A-Z]\d[A-Z] ?\d[A-Z]\d"),
}


def give_contact_details(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The Federation's phone, address, e-mail…: the lines asked for, no more."""
    if question.task is not Task.PROSE:
        return None
    wanted = [f for f in question.fields if f in _LINES]
    if not wanted and re.search(
        r"(?<!\S)(?:ou (?:est|sont|se trouve\w*)|where|bureaux?|siege social|situee?)(?!\S)",
        knowledge.fold(question.message),
    ):
        wanted = ["address"]
    if "coordinates" in question.fields:
        wanted = ["address", "phones", "fax", "emails", "websites"]
    if "fax" in question.topic.split():
        wanted = ["fax"]
    if not wanted or not knowledge.speaks_of_federation(question.message):
        return None
    draft = Draft(question)
    for passage in knowledge.library.passages:
        if passage.kind is not Kind.CONTACT:
            continue
        lines = [line for line in _lines(passage) for f in wanted if _LINES[f].search(line.quote)]
        lines = list(dict.fromkeys(lines))
        if not lines:
            continue
        if wanted == ["address"]:
            lines = [Span(lines[0].document, lines[0].start, lines[-1].end)]
        draft.add("prose.contact", document=passage.span.document.short)
        for line in lines:
            draft.add("prose.item", text=quoted(line.quote), mark=draft.cite(line))
        draft.add("intro.confirm_plain", date=passage.span.document.date)
    if draft.empty:
        return None
    return draft.answer()


def _lines(passage: Passage) -> list[Span]:
    found, at = [], 0
    for line in passage.text.split("\n"):
        if line.strip():
            found.append(passage.span.slice(at, at + len(line)))
        at += len(line) + 1
    return found


# -- a whole section ------------------------------------------------------------------------------------------------


def _section(question: Question, knowledge: Knowledge, asked: tuple[str, ...], year: str | None) -> Answer | None:
    """Everything under the heading that the question names: "les mandats", "la vision", "les avantages"."""
    folded = knowledge.fold(question.message)
    if re.search(r"(?<!\S)(?:qui|who|quand|when|combien|ou)(?!\S)", folded) or (
        not LIST_WORDS.search(folded) and len(asked) > 2
    ):
        return None
    best: list[tuple[float, str, int, Span]] = []
    telling = {t: knowledge.prose.heading_weight(t) for t in asked}
    weight = sum(telling.values())
    rarest = max(asked, key=lambda t: telling[t])
    for path in dict.fromkeys(
        p.headings[1 : n + 1] for p in knowledge.library.passages for n in range(1, len(p.headings))
    ):
        heading = path[-1]
        if year is not None and heading.document.year != year:
            continue
        terms = knowledge.prose.asked(heading.quote, knowledge.soft)
        above = {t for h in path for t in knowledge.prose.asked(h.quote, knowledge.soft)}
        held = [t for t in asked if t in above]
        if not terms or not any(t in asked for t in terms):
            continue
        named = sum(telling[t] for t in held) / max(weight, 0.1)
        covered = sum(1 for t in terms if t in asked) / len(terms)
        if rarest in above and named >= 0.5 and covered >= 0.25:
            best.append((named + covered, heading.document.year, -heading.start, heading))
    if not best:
        return None
    top = max(best, key=lambda b: b[:3])[0]
    chosen = [b[3] for b in sorted(best, key=lambda b: (b[1], b[2]), reverse=True) if b[0] >= top - 0.01]
    if knowledge.speaks_of_federation(question.message):
        chosen = [h for h in chosen if h.document == chosen[0].document]  # of the Federation, its newest words
    twins = [h for h in chosen if sum(1 for c in chosen if c.quote == h.quote) > 1]
    groups = [tuple(sorted(twins))] if twins else [(h,) for h in chosen[:MOST_SECTIONS]]
    draft = Draft(question)
    for headings in groups:
        near = [p for h in headings for p in knowledge.library.passages if p.headings[-1:] == (h,)]
        under = near or [p for h in headings for p in knowledge.library.passages if h in p.headings]
        items = sum(1 for p in under if p.kind is Kind.ITEM)
        shown = _within([p for p in under if p.kind in (Kind.ITEM, Kind.FIGURE, Kind.PARAGRAPH)], items)
        if shown:
            heading = headings[0]
            words, mark = quoted(heading.quote).strip(" .*:"), draft.cite(heading)
            draft.add("prose.under", heading=words, mark=mark, document=heading.document.short)
            _list(draft, knowledge, shown[:16])
    return None if draft.empty else draft.answer()


def _list(draft: Draft, knowledge: Knowledge, passages: list[Passage]) -> None:
    """The passages as list items; one that the layout cut in two is given whole, as our reading, both halves cited."""
    cut = {span: a for a in knowledge.library.anomalies if a.code == "cut_item" and a.reading for span in a.spans}
    told: set[str] = set()
    for passage in passages:
        anomaly = cut.get(passage.span)
        if anomaly is None or anomaly.reading is None:
            draft.add("prose.item", text=_one_line(passage.text), mark=draft.cite(passage.span))
        elif anomaly.reading not in told:
            told.add(anomaly.reading)
            draft.declare(anomaly.reading)
            draft.add("prose.item", text=anomaly.reading, mark=draft.cite(*anomaly.spans))


def _within(passages: list[Passage], items: int) -> list[Passage]:
    """A list whole; paragraphs as long as they are read at a glance."""
    kept: list[Passage] = []
    length = 0
    if any(p.kind is Kind.PARAGRAPH for p in passages) and not items:
        passages = [p for p in passages if p.kind is not Kind.FIGURE]
    for passage in passages:
        if passage.kind is Kind.PARAGRAPH and kept and (items >= 3 or length + len(passage.text) > SECTION_LENGTH):
            continue
        if passage.kind is Kind.PARAGRAPH and items >= 3:
            continue
        kept.append(passage)
        length += len(passage.text)
    return kept


# -- sentences ------------------------------------------------------------------------------------------------------


def _candidates(question: Question, knowledge: Knowledge, asked: tuple[str, ...], year: str | None) -> tuple[Hit, ...]:
    hits = list(knowledge.prose.search(asked, year, 12))
    fits = _fitting(knowledge.fold(question.message))
    hits = [h for h in hits if len(h.unit.span.quote) > SHORTEST or fits is None]
    hits = [replace(h, score=h.score + FITS) if fits and fits.search(h.unit.span.quote) else h for h in hits]
    hits.sort(key=lambda h: -h.score)
    if hits and hits[0].coverage >= 0.85 and (fits is None or fits.search(hits[0].unit.span.quote)):
        return tuple(hits)
    if any(not knowledge.prose.knows(t) for t in asked):
        return tuple(hits)  # a word that no document holds: meaning alone must not carry the answer over it
    ranked = _by_meaning(question, knowledge, tuple(hits), year)
    fitting = [h for h in ranked if fits is not None and fits.search(h.unit.span.quote) and h.coverage >= ENOUGH]
    return (*fitting, *(h for h in ranked if h not in fitting))


def _fitting(folded: str) -> re.Pattern[str] | None:
    """What a sentence holds that answers who, when, how many: a name, a date, a figure."""
    for asked, fits in _FITS:
        if asked.search(folded):
            return fits
    return None


def _each_document(question: Question, knowledge: Knowledge, asked: tuple[str, ...]) -> Answer | None:
    """The best sentence of each document, newest first, for a question about both."""
    draft = Draft(question)
    for document in reversed(knowledge.library.documents):
        hits = knowledge.prose.search(asked, document.year, 1)
        if hits and hits[0].coverage >= ENOUGH:
            span = hits[0].unit.span
            draft.add(
                "prose.two_dates", document=document.short, text=f"« {_one_line(span.quote)} »", mark=draft.cite(span)
            )
    return None if draft.empty else draft.answer()


def _by_meaning(question: Question, knowledge: Knowledge, hits: tuple[Hit, ...], year: str | None) -> tuple[Hit, ...]:
    """Coverage with a push from the dense search: the meaning decides between sentences that cover alike."""
    ranks: dict[tuple[str, int, int], int] = {}
    found = [
        e for e in knowledge.search(question.message, 20) if isinstance(e.source, Passage) and e.cosine is not None
    ]
    if year is not None:
        found = [e for e in found if e.source.span.document.year == year]
    for rank, evidence in enumerate(sorted(found, key=lambda e: -(e.cosine or 0.0))):
        source = evidence.source
        ranks.setdefault((source.span.name, source.span.start, source.span.end), rank)
    pushed = []
    for hit in hits:
        span = hit.unit.passage.span
        place = ranks.get((span.name, span.start, span.end), len(MEANING))
        push = MEANING[place] if place < len(MEANING) else 0.0
        pushed.append(Hit(hit.unit, min(1.0, hit.coverage + push), hit.score + push, hit.missing))
    return tuple(sorted(pushed, key=lambda h: -h.score))


def _testimony(knowledge: Knowledge, hit: Hit) -> list[Passage]:
    """The paragraphs that a signature closes: a name alone says nothing of what was said."""
    note = hit.unit.passage
    if note.kind is not Kind.NOTE or not _PERSON.search(note.text) or "," not in note.text:
        return []
    before = [p for p in knowledge.library.passages if p.span.name == note.span.name and p.group == note.group - 1]
    return [p for p in before if p.kind is Kind.PARAGRAPH]


def _sentences(question: Question, knowledge: Knowledge, hits: tuple[Hit, ...]) -> Answer:
    draft = Draft(question)
    if re.search(r"(?<!\S)(?:dit|temoign\w*|pense|raconte|explique|says?)(?!\S)", knowledge.fold(question.message)):
        for passage in _testimony(knowledge, hits[0]):
            draft.add("prose.item", text=f"« {_one_line(passage.text)} »", mark=draft.cite(passage.span))
    chosen = [hits[0]]
    for hit in hits[1:]:
        length = sum(len(c.unit.span.quote) for c in (*chosen, hit))
        if (
            len(chosen) < MOST_SENTENCES
            and length <= SECTION_LENGTH
            and hit.coverage >= ENOUGH
            and hit.score >= hits[0].score * CLOSE
            and hit.unit.span not in [c.unit.span for c in chosen]
        ):
            chosen.append(hit)
    for hit in chosen:
        span = hit.unit.span
        draft.add("prose.says", quote=_one_line(span.quote), mark=draft.cite(span))
        draft.join("prose.source", document=span.document.short)
    return draft.answer()


def _one_line(text: str) -> str:
    """Text on one line, without the marks of an emphasis."""
    return " ".join(quoted(text).replace("\\$", "$").replace("*", "").split())
