"""What stands under a heading: "les mandats", "la vision", "les avantages"; a summary of it, or of a whole document."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.answerers.enumerated import say_how_many, whole_list
from assistant.asked import asks_meaning
from assistant.draft import Draft, one_line, quoted
from assistant.follow_up.words import ORDINALS
from assistant.knowledge import Knowledge
from assistant.question import Question
from assistant.terms import means
from assistant.wanted import wanted
from index.lexical import stems
from ingest.document import Document, Span
from ingest.passage import Kind, Passage

MOST_SECTIONS = 4
SHORT = 7  # words of a message that may be nothing but a heading
MOST_ITEMS = 16
GLANCE = 800  # characters of a list: of a longer one, the items of several sentences give their first
SECTION_LENGTH = 700  # characters of paragraphs quoted for "quelle est la mission ?"
NAMED = 0.5  # share of what the question says that the headings must hold
WITHOUT_RAREST = 0.6  # the same where the word that tells most isn't among them
SAID_OF_ALL = 0.3  # what a word said of everything here counts of its weight
COVERED = 0.25  # share of the heading that the question must say
SUMMARY = re.compile(
    r"(?<!\S)(?:resum\w*|synthes\w*|en gros|grandes lignes|points (?:saillants|importants|principaux)|faits saillants"
    r"|l essentiel|de quoi (?:il )?(?:parle|traite|est il question)\w*"
    r"|(?:parle|traite) de quoi|summar\w*|overview|main points|highlights)(?!\S)"
)
_LISTED = re.compile(
    r"(?<!\S)(?:quels|quelles|lesquels|lesquelles|liste|list|enumer\w*|nomme\w*|what are|quel est|quelle est|c est quoi"
    r"|decri\w*|explique\w*|que (?:fait|veut|vise|dit|disent|contient|font)|qu est ce|what is|what s|en quoi|parle\w*"
    r"|dit quoi|tell me|describe|(?:de )?quoi|are what)(?!\S)"
)
_ONE_FACT = re.compile(
    r"(?<!\S)(?:(?<!ce )qui|ki|who|quand|when|combien|ou|how many|how much|where)(?!\S)"
    r"|^(?:(?:y a|ya) t(?: ?il|u)|est ce qu\w*|c est tu|is there|are there|is it|do|does|did)(?!\S)"
)
_RANKS = frozenset(stems(" ".join(ORDINALS)))  # "le deuxième grand projet": which of those under the heading
_DEFINES = "=definition"
_GENERAL = frozenset({"=cooperatives", "=sante"})  # said of everything here: they choose no section by themselves


def give_the_section(
    question: Question, knowledge: Knowledge, asked: tuple[str, ...], year: str | None
) -> Answer | None:
    """Everything under the heading that the question names, None where it names none."""
    folded = knowledge.fold(question.message)
    summary = bool(SUMMARY.search(folded))
    told = tuple(t for t in asked if t not in _GENERAL and not knowledge.prose.terms.is_light(t))
    if summary and not told:
        return summarise_document(question, knowledge, year)
    kind = wanted(folded)
    if not summary and (
        (kind is not None and kind.must)
        or (_ONE_FACT.search(folded) and question.period != "both")
        or (
            not _LISTED.search(folded)
            and (len(told) > 2 or (len(folded.split()) > SHORT and question.period != "both"))
        )
    ):
        return None
    if any(knowledge.prose.strange(t) for t in told if t not in _RANKS):
        return None  # "mon médecin prend sa retraite": how doctors are paid is another thing
    chosen = _headings(question, knowledge, asked, year)
    if not chosen:
        return None
    if knowledge.speaks_of_federation(question.message) and question.period != "both":
        chosen = [h for h in chosen if h.document == chosen[0].document]  # of the Federation, its newest words
    twins = [h for h in chosen if sum(1 for c in chosen if c.quote == h.quote) > 1]
    groups = [tuple(sorted(twins))] if twins else [(h,) for h in chosen[:MOST_SECTIONS]]
    draft = Draft(question)
    for headings in groups:
        under = _under(knowledge, headings)
        shown = _key_sentences(knowledge, under) if summary else _whole(under)
        if not shown:
            continue
        heading = headings[0]
        if len(groups) == 1:
            say_how_many(draft, question, knowledge, whole_list(knowledge, shown))
        words, mark = quoted(heading.quote).strip(" .*:"), draft.cite(heading)
        draft.add("prose.under", heading=words, mark=mark, document=heading.document.short)
        list_spans(draft, knowledge, shown[:MOST_ITEMS])
    return None if draft.empty else draft.answer()


def _headings(question: Question, knowledge: Knowledge, asked: tuple[str, ...], year: str | None) -> list[Span]:
    """The headings that hold most of what is asked, newest first."""
    search = knowledge.prose
    telling = {t: search.heading_weight(t) * (SAID_OF_ALL if t in _GENERAL else 1.0) for t in asked}
    weight = max(sum(telling.values()), 0.1)
    rarest = max(asked, key=lambda t: telling[t])
    best: list[tuple[float, str, int, Span]] = []
    paths = {p.headings[1 : n + 1] for p in knowledge.library.passages for n in range(1, len(p.headings))}
    for path in paths:
        heading = path[-1]
        if year is not None and heading.document.year != year:
            continue
        own = {t for t in search.said(heading.quote) if t not in knowledge.soft}
        above = {t for h in path for t in search.said(h.quote)}
        if not own or not any(means(t, own) for t in asked):
            continue
        named = sum(telling[t] for t in asked if means(t, above)) / weight
        covered = sum(1 for t in own if any(means(a, (t,)) for a in asked)) / len(own)
        if named >= (NAMED if means(rarest, above) else WITHOUT_RAREST) and covered >= COVERED:
            best.append((named + covered, heading.document.year, -heading.start, heading))
    if not best:
        return []
    top = max(score for score, *_ in best)
    chosen = [h for s, _, _, h in sorted(best, key=lambda b: (b[1], b[2]), reverse=True) if s >= top - 0.01]
    defined = [h for h in chosen if _DEFINES in search.said(h.quote)]
    return [] if defined and not _asks_what_it_is(question, knowledge, asked, defined[0]) else chosen


def _asks_what_it_is(question: Question, knowledge: Knowledge, asked: tuple[str, ...], heading: Span) -> bool:
    """Whether a definition answers: it is asked for, or holds something else that is asked."""
    if _DEFINES in asked or asks_meaning(knowledge.fold(question.message)):
        return True
    told = {t for p in _under(knowledge, (heading,)) for t in knowledge.prose.said(p.text)}
    return any(means(t, told) for t in asked if t not in _GENERAL)


def _under(knowledge: Knowledge, headings: tuple[Span, ...]) -> list[Passage]:
    """The passages right under these headings, else those under their own parts."""
    told = (Kind.ITEM, Kind.FIGURE, Kind.PARAGRAPH)
    near = [p for h in headings for p in knowledge.library.passages if p.headings[-1:] == (h,) and p.kind in told]
    return near or [p for h in headings for p in knowledge.library.passages if h in p.headings and p.kind in told]


def _whole(passages: list[Passage]) -> list[Span]:
    """A list whole; paragraphs as long as they are read at a glance."""
    items = sum(1 for p in passages if p.kind is Kind.ITEM)
    kept: list[Span] = []
    length = 0
    if any(p.kind is Kind.PARAGRAPH for p in passages) and not items:
        passages = [p for p in passages if p.kind is not Kind.FIGURE]
    for passage in passages:
        paragraph = passage.kind is Kind.PARAGRAPH
        if paragraph and (items >= 3 or (kept and length + len(passage.text) > SECTION_LENGTH)):
            continue
        kept.append(passage.span)
        length += len(passage.text)
    return kept


# -- summaries: the documents' own statements, chosen --------------------------------------------------------------

STATEMENT = 260  # characters of the longest statement that a summary takes whole
MOST_STATEMENTS = 7


def _key_sentences(knowledge: Knowledge, passages: list[Passage]) -> list[Span]:
    """Of a list, its items; of paragraphs, the sentence of each that says most."""
    paragraphs = [p for p in passages if p.kind is Kind.PARAGRAPH]
    if len(paragraphs) < 2 or len(paragraphs) < len(passages) / 2:
        return _whole(passages)
    return [s for p in paragraphs if (s := _most_telling(knowledge, p)) is not None][:MOST_STATEMENTS]


def _most_telling(knowledge: Knowledge, passage: Passage) -> Span | None:
    """The sentence with most rare terms that a summary can take whole; None in a passage of a few words."""
    fitting = [s for s in passage.sentences if 40 < len(s.quote) <= STATEMENT] or [
        s for s in passage.sentences if len(s.quote) > STATEMENT
    ]
    return max(fitting, key=lambda s: knowledge.prose.weight(tuple(knowledge.prose.said(s.quote))), default=None)


_A_DOCUMENT = re.compile(r"(?<!\S)(?:rapport|brochure|documents?|depliant|presentation|report|booklet|leaflet)(?!\S)")


def asks_a_summary(message: str, knowledge: Knowledge) -> bool:
    """Whether a message asks for a summary of a whole document, and of nothing that it speaks of."""
    folded, prose = knowledge.fold(message), knowledge.prose
    rest = _A_DOCUMENT.sub(" ", folded)
    told = (t for t in prose.asked(rest, knowledge.soft) if prose.knows(t) and not prose.terms.is_light(t))
    return bool(SUMMARY.search(folded) and _A_DOCUMENT.search(folded)) and not any(told)


def summarise_document(question: Question, knowledge: Knowledge, year: str | None) -> Answer | None:
    """The most telling statement of each section of the document named; None where no summary of one is asked."""
    folded = knowledge.fold(question.message)
    if not SUMMARY.search(folded) or not _A_DOCUMENT.search(folded):
        return None
    documents = knowledge.library.documents
    document = next((d for d in documents if d.year == year), documents[-1])
    draft = Draft(question)
    draft.add("prose.summary", document=document.short)
    for heading, statements in _statements(knowledge, document):
        for statement in statements:
            name = quoted(heading.quote).strip(" .*:?")
            draft.add("prose.of_section", heading=name, text=one_line(statement.quote), mark=draft.cite(statement))
    return draft.answer()


def _statements(knowledge: Knowledge, document: Document) -> list[tuple[Span, list[Span]]]:
    """Each section of the document with its most telling statement, those that tell most, in the document's order."""
    sections: dict[Span, list[Passage]] = {}
    for passage in knowledge.library.passages:
        if passage.span.name == document.name and len(passage.headings) > 1 and "\t" not in passage.text:
            sections.setdefault(passage.headings[1], []).append(passage)
    found = []
    for heading, passages in sections.items():
        chosen = [s for p in passages if p.kind in (Kind.PARAGRAPH, Kind.ITEM) and (s := _most_telling(knowledge, p))]
        if chosen:
            best = max(chosen, key=lambda s: knowledge.prose.weight(tuple(knowledge.prose.said(s.quote))))
            found.append((heading, [best]))
    told = sorted(found, key=lambda f: -len(f[1][0].quote))[:MOST_STATEMENTS]
    return [f for f in found if f in told]


def list_spans(draft: Draft, knowledge: Knowledge, spans: list[Span]) -> None:
    """The passages as list items; one that the layout cut in two is given whole, as our reading, both halves cited."""
    cut = {span: a for a in knowledge.library.anomalies if a.code == "cut_item" and a.reading for span in a.spans}
    if sum(len(span.quote) for span in spans) > GLANCE:
        spans = [_first_sentence(knowledge, span) for span in spans]
    told: set[str] = set()
    for span in spans:
        anomaly = cut.get(span)
        if anomaly is None or anomaly.reading is None:
            draft.add("prose.item", text=one_line(span.quote), mark=draft.cite(span))
        elif anomaly.reading not in told:
            told.add(anomaly.reading)
            draft.declare(anomaly.reading)
            draft.add("prose.item", text=anomaly.reading, mark=draft.cite(*anomaly.spans))


def _first_sentence(knowledge: Knowledge, span: Span) -> Span:
    passage = knowledge.passage_of(span)
    return passage.sentences[0] if passage is not None and passage.span == span and passage.sentences else span
