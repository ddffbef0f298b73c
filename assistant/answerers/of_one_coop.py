"""What is asked of one co-op: its fields, its services, a word of its cells; or what its row was expected to be asked.

The questions written beside the clauses of the table (`corpus/questions/…fiches.txt`) name no co-op: the message is
compared with them without its name. The nearest must be of this row: one that is nearer to another row's, or to what no
document answers, is not told here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer import Answer, Found, Outcome
from assistant.answerers.fields import give_fields, show_card, warn
from assistant.answerers.offer import say_whether_offered
from assistant.answerers.premises import correct_premises
from assistant.answerers.topic import is_told, look_in_cells
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.joined import joined
from assistant.knowledge import Knowledge
from assistant.nameless import nameless
from assistant.phrases import Message
from assistant.question import Question, Task
from assistant.wanted import wanted
from index.anticipated import Resembling
from index.cells import stem
from ingest.anticipated import AnsweredBy, Anticipated
from ingest.document import Span
from ingest.entry import Entry
from ingest.french import words

# Scores of `index.anticipated`, chosen on the development cases: see LOG.md.
ENOUGH = 1.0  # where nothing else answers
BESIDE = 1.03  # where a field or a service was told
SURE = 1.05  # where a whole row would be told
BEHIND = 0.09  # how much less near than another row's question, which may ask for the same in other words
HELD = 0.4  # share of the words that it then holds
REFUSED = 0.01  # how much nearer than what no document answers
NEARLY = 0.02  # the same beside a field, and how much nearer than its row's others; how much less, where a row is told
WORDED = 0.25  # words in common with a question of the row, where a field or a service was told
MEANT = 0.91  # cosine of what means much the same
WORDED_SO, WHOLE = 0.96, 0.99  # cosine, and share of the words held, of what is asked nearly word for word
MEANT_BY_WORDS = 0.84  # the same where it holds the very words that no cell holds,
LESS = 0.05  # and by how much less near it may be than the row's nearest

_EXACT = (show_card, give_fields, say_whether_offered, look_in_cells)
_ASKED_BY_NAME = frozenset(
    {"pay", "fees", "doctor_names", "members_only"}
)  # what is near them but asks of something else gives none
_PLAIN = frozenset(
    "phones emails websites address contact coordinates region postal_code municipality doctors family_doctors "
    "recruiting members files".split()
)
_WHOLE = (Task.CARD, Task.TOPIC)  # instead of which a clause may be told


@dataclass(frozen=True, slots=True)
class Near:
    """The question of a row that is nearest, and how much nearer it is than the best of others: negative, it is less.

    The others are of its own row, of the other rows, and those that no document answers.
    """

    found: Resembling
    spans: tuple[Span, ...]
    than_its_own: float
    than_other_rows: float
    than_refused: float


def answer_of_one_coop(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The exact answer; or the clause that the question was expected to be asked of, instead of none or of a whole row.

    Beside a field or a service that leaves more to tell, the clause is added.
    """
    exact = next((a for answerer in _EXACT if (a := answerer(question, knowledge, last)) is not None), None)
    if exact is None or len(question.subjects) != 1:
        return exact
    entry = knowledge.entry(question.subjects[0])
    answered = exact.outcome is Outcome.ANSWERED
    if question.task is Task.TOPIC:
        answered = answered and is_told(question, knowledge)  # else it only puts the question right
    left_open = question.task is Task.CARD or answered != (question.task is Task.TOPIC)
    if not left_open or (question.task not in _WHOLE and not _leaves_more(question, knowledge, entry)):
        return exact  # said at once, for a field needs no model
    near = _nearest(question, knowledge, entry)
    if not answered:
        if near is not None and _answers(near):
            return _say(question, knowledge, entry, near.spans)
        spans = _by_its_words(question, knowledge, entry)
        return _say(question, knowledge, entry, spans) if spans else exact
    if near is None:
        return exact
    if question.task is Task.CARD:
        return _say(question, knowledge, entry, near.spans) if _is_meant(near) else exact
    told = any(_overlap(cited, span) for cited in exact.citations for span in near.spans)
    if told or not _adds(near):
        return exact
    return joined((exact, _say(question, knowledge, entry, near.spans, beside=True)), of_each=False)


def _answers(near: Near) -> bool:
    nearest = near.than_refused >= REFUSED and near.than_other_rows >= -BEHIND
    return near.found.score >= ENOUGH and near.found.covered >= HELD and nearest


def _is_meant(near: Near) -> bool:
    nearest = min(near.than_refused, near.than_other_rows) >= -NEARLY
    return near.found.score >= SURE and near.found.cosine >= MEANT and nearest


def _adds(near: Near) -> bool:
    nearest = near.than_refused >= NEARLY and near.than_other_rows >= -BEHIND and near.than_its_own >= NEARLY
    return near.found.score >= BESIDE and nearest


def _leaves_more(question: Question, knowledge: Knowledge, entry: Entry) -> bool:
    """Whether more than a plain field was asked, in words that a question of this row has too."""
    if not question.unsaid_words and question.fields and set(question.fields) <= _PLAIN:
        return False
    asked = nameless(question.message, entry, knowledge.names)
    return knowledge.index.asked_of_rows.worded(asked, lambda block: bool(_within(block, entry))) >= WORDED


def _nearest(question: Question, knowledge: Knowledge, entry: Entry) -> Near | None:
    """The nearest question of this row, where its words give the kind of thing that is wanted."""
    asked = nameless(question.message, entry, knowledge.names)
    found = knowledge.asked_of_rows(asked)
    its_own = [r for r in found if _of_it(r, entry)]
    if not its_own:
        return None
    best, spans = its_own[0], _of_it(its_own[0], entry)
    kind, folded = wanted(knowledge.fold(asked)), knowledge.fold(asked)
    as_asked = best.cosine >= WORDED_SO and best.covered >= WHOLE  # somebody wrote that this answers it
    given = kind is None or kind.given(" ".join(s.quote for s in spans), folded, lambda clause: True)
    if not (as_asked or given):
        return None
    if not _of_its_years(question, spans):
        return None
    if set(question.topic.split()) & _ASKED_BY_NAME - _topics(best, knowledge):
        return None
    refused = [r for r in found if r.block.answered_by is AnsweredBy.NOTHING]
    others = [r for r in found if r.block.answered_by is AnsweredBy.ROW and not _of_it(r, entry)]
    ahead = (best.score - (rest[0].score if rest else 0.0) for rest in (its_own[1:], others, refused))
    return Near(best, spans, *ahead)


def _by_its_words(question: Question, knowledge: Knowledge, entry: Entry) -> tuple[Span, ...]:
    """The clause whose questions hold the words that no cell holds, the nearest of several; none where it gives less.

    "Reçoit-elle des étudiants ?" is told by "accueil des stagiaires", beside which somebody asked of students.
    """
    asked = [w for w in question.unsaid_words if not knowledge.prose.terms.is_light(stem(w))]
    where = {w.folded for cell in (entry.population_text, entry.address) for w in words(cell.value or "")}
    asked = [w for w in asked if w not in where] or asked  # "SABSAS, en basse-ville"
    words_of = knowledge.row_words
    its_own = [b for b in knowledge.index.asked_of_rows.blocks if _within(b, entry)]
    leading = {id(block): share for block, share in words_of.leading_to(asked, its_own)}
    if not leading:
        return ()
    bare = nameless(question.message, entry, knowledge.names)
    kind, folded = wanted(knowledge.fold(bare)), knowledge.fold(bare)
    found = knowledge.asked_of_rows(bare)
    least = next(r.score for r in found if _of_it(r, entry)) - LESS
    same = {id(block): {id(o) for o in words_of.same_as(block)} for block in its_own if id(block) in leading}
    for near in found:
        if near.block.answered_by is AnsweredBy.NOTHING and near.score >= found[0].score and near.covered >= HELD:
            return ()
        block = next((b for b in its_own if id(b) in leading and id(near.block) in {id(b), *same[id(b)]}), None)
        if block is None or near.cosine < MEANT_BY_WORDS or near.score < least:
            continue
        spans = _within(block, entry)
        given = kind is None or kind.given(" ".join(s.quote for s in spans), folded, lambda clause: True)
        if given and _of_its_years(question, spans):
            return spans
    return ()


def _of_its_years(question: Question, spans: tuple[Span, ...]) -> bool:
    """Whether the clause is of each year said, but for the table's own: "combien en 2013 ?" isn't told by 2012."""
    printed = {year for span in spans for year in _YEAR.findall(span.quote)}
    return set(_YEAR.findall(question.message)) <= printed | {span.document.year for span in spans}


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _topics(found: Resembling, knowledge: Knowledge) -> set[str]:
    """The topics that the question resembled asks of."""
    message = Message(found.question, words(found.question))
    return {hit.code for hit in knowledge.topics.hits(message)}


def _of_it(found: Resembling, entry: Entry) -> tuple[Span, ...]:
    return _within(found.block, entry)


def _within(block: Anticipated, entry: Entry) -> tuple[Span, ...]:
    return tuple(span for span in block.spans if entry.span.contains(span))


def _overlap(one: Span, other: Span) -> bool:
    return one.name == other.name and one.start < other.end and other.start < one.end


def _say(
    question: Question, knowledge: Knowledge, entry: Entry, spans: tuple[Span, ...], beside: bool = False
) -> Answer:
    """The clause; what it is told beside has put the question right already."""
    draft = Draft(question)
    quote = " […] ".join(quoted(span.quote) for span in spans)
    draft.add("topic.told", year=entry.span.document.year, name=entry.name.value, quote=quote, mark=draft.cite(*spans))
    if not beside:
        correct_premises(draft, question, knowledge, entry)
    warn(draft, knowledge, entry)
    return draft.answer(entries=(Found(entry),))
