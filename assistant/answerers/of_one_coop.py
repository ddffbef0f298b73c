"""What is asked of one co-op: its fields, its services, a word of its cells; or what its row was expected to be asked.

The questions written beside the clauses of the table (`corpus/questions/…fiches.txt`) name no co-op: the message is
compared with them without its name. The nearest must be of this row: one that is nearer to another row's, or to what no
document answers, is not told here.
"""

from __future__ import annotations

from assistant.answer import Answer, Found, Outcome
from assistant.answerers.fields import give_fields, show_card, warn
from assistant.answerers.offer import say_whether_offered
from assistant.answerers.premises import correct_premises
from assistant.answerers.topic import look_in_cells
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.joined import joined
from assistant.knowledge import Knowledge
from assistant.nameless import nameless
from assistant.phrases import Message
from assistant.question import Question, Task
from assistant.wanted import wanted
from index.anticipated import Resembling
from ingest.document import Span
from ingest.entry import Entry
from ingest.french import words

# Scores of `index.anticipated`, chosen on the development cases: see LOG.md.
ENOUGH = 1.0  # where nothing else answers
SURE = 1.05  # where a whole row, or a field, would be told
NEARLY = 0.02  # how much less near than another row's
MEANT = 0.91  # cosine of what means much the same
WORDS = 0.3  # words in common with the question that is resembled, of what is told beside a field

_EXACT = (show_card, give_fields, say_whether_offered, look_in_cells)
_ASKED_BY_NAME = frozenset({"pay", "fees", "doctor_names"})  # what is near them but asks of something else gives none
_LEFT_OPEN = (Task.CARD, Task.FIELDS, Task.TOPIC)


def answer_of_one_coop(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The exact answer; or the clause that the question was expected to be asked of, instead of none or of a whole row.

    Beside a field, where words of the question are left over, the clause is added.
    """
    exact = next((a for answerer in _EXACT if (a := answerer(question, knowledge, last)) is not None), None)
    if exact is None or len(question.subjects) != 1 or question.task not in _LEFT_OPEN:
        return exact
    entry = knowledge.entry(question.subjects[0])
    found = _nearest(question, knowledge, entry)
    if found is None:
        return exact
    spans = _of_it(found, entry)
    if exact.outcome is not Outcome.ANSWERED:
        return _say(question, knowledge, entry, spans) if question.task is Task.TOPIC else exact
    if found.score < SURE or (question.task is not Task.CARD and not question.unsaid_words):
        return exact
    if question.task is Task.CARD:
        return _say(question, knowledge, entry, spans) if found.cosine >= MEANT else exact
    told = any(_overlap(cited, span) for cited in exact.citations for span in spans)
    if told or found.words < WORDS:
        return exact
    return joined((exact, _say(question, knowledge, entry, spans)), of_each=False)


def _nearest(question: Question, knowledge: Knowledge, entry: Entry) -> Resembling | None:
    """The nearest of all, where it is of this row and gives the kind of thing that is wanted.

    Instead of a whole row, one that is nearly as near will do: something of the row was meant.
    """
    asked = nameless(question.message, entry, knowledge.names)
    found = knowledge.asked_of_rows(asked)
    best = next((r for r in found if _of_it(r, entry)), None)
    behind = NEARLY if question.task is Task.CARD else 0.0
    if best is None or best.score < ENOUGH or best.score < found[0].score - behind:
        return None
    quotes = " ".join(span.quote for span in _of_it(best, entry))
    kind = wanted(knowledge.fold(asked))
    gives = kind is None or kind.given(quotes, knowledge.fold(asked), lambda clause: True)
    return best if gives and not set(question.topic.split()) & _ASKED_BY_NAME - _topics(best, knowledge) else None


def _topics(found: Resembling, knowledge: Knowledge) -> set[str]:
    """The topics that the question resembled asks of."""
    message = Message(found.question, words(found.question))
    return {hit.code for hit in knowledge.topics.hits(message)}


def _of_it(found: Resembling, entry: Entry) -> tuple[Span, ...]:
    return tuple(span for span in found.block.spans if entry.span.contains(span))


def _overlap(one: Span, other: Span) -> bool:
    return one.name == other.name and one.start < other.end and other.start < one.end


def _say(question: Question, knowledge: Knowledge, entry: Entry, spans: tuple[Span, ...]) -> Answer:
    draft = Draft(question)
    quote = " […] ".join(quoted(span.quote) for span in spans)
    draft.add("topic.told", year=entry.span.document.year, name=entry.name.value, quote=quote, mark=draft.cite(*spans))
    correct_premises(draft, question, knowledge, entry)
    warn(draft, knowledge, entry)
    return draft.answer(entries=(Found(entry),))
