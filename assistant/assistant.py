"""The one door: `Assistant(index).reply(message, conversation) -> Turn`, and `change` for a click on a chip.

A message and a conversation are understood as a question; the question finds evidence; the evidence is answered; the
answer is checked and cites. The conversation comes in and goes out: nothing of a visitor is kept here.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace

from assistant import said_otherwise
from assistant.about_coops import counts_what_was_done
from assistant.answer import Answer, Outcome, Reason
from assistant.answerers import ANSWERERS, PROSE_ANSWERERS
from assistant.answerers.anticipated import CERTAIN, answer_as_anticipated
from assistant.answerers.nearness import ENOUGH as SURELY
from assistant.answerers.one_item import only_the_item
from assistant.answerers.prose_context import of_the_same_year
from assistant.change import Change, ChangeError
from assistant.check import unproved
from assistant.chips import chips, sentence
from assistant.conversation import Conversation, Turn
from assistant.core import core
from assistant.explain import explain
from assistant.follow_up import asks_in_its_message
from assistant.follow_up.again import second_readings
from assistant.follow_up.by_chip import changed
from assistant.follow_up.sequel import stands_aside, thread
from assistant.follow_up.words import LINK
from assistant.joined import joined
from assistant.knowledge import Knowledge
from assistant.long_winded import endings, last_sentences
from assistant.prose_search import ProseSearch
from assistant.question import Question, Task
from assistant.several import clauses_apart, counted_apart, named_apart, one_after_the_other
from assistant.shorter import in_short
from assistant.states import spell_marks
from assistant.times import BOTH, NEW
from assistant.understand import LONGEST, Understanding
from assistant.wanted import wanted
from assistant.wording import Wording
from index.directory import Directory
from index.places import Gazetteer
from index.search import Index
from ingest.anticipated import AnsweredBy
from ingest.french import key, words
from ingest.regions import regions
from ingest.services import load_lexicon

# Of which words that nothing claimed may be the very ones that say what is asked.
_OF_THE_TABLE = (Task.CARD, Task.LIST, Task.COUNT, Task.RANK, Task.SUM, Task.MEAN)
log = logging.getLogger(__name__)


WHOLE = 0.95  # share of a message's words that the questions of a block then hold
SURER = 0.08  # how much nearer to what was anticipated a question said shorter is, where it is then surer what it asks


# "c'est qui le maire de Shawinigan": nobody of a co-op, in whatever words
_TOWN_HALL = re.compile(r"(?<!\S)(?:maires?|mairesses?|mairie|conseil municipal|mayor)(?!\S)")


class Assistant:
    """Answers messages over one index."""

    def __init__(self, index: Index) -> None:
        self.library = index.library
        lexicon = load_lexicon()
        directory = Directory(index.library.entries, Gazetteer.load())
        prose_words = frozenset(w.folded for p in index.library.passages for w in words(p.text))
        self._understanding = Understanding(directory, lexicon, prose_words)
        ear = self._understanding.ear
        names = {region.number: region.name for region in regions()}
        prose = ProseSearch(index.library, ear.stop, ear.topics.vocabulary(), ear.read)
        self._knowledge = Knowledge(index.library, directory, lexicon, names, ear.topics, prose, index, ear.names)

    def reply(self, message: str, conversation: Conversation) -> Turn:
        """The next turn of a conversation. Raises only where the index fails, never on what people type."""
        parts = one_after_the_other(spell_marks(message[:LONGEST]), bool(conversation.turns))
        if len(parts) < 2:
            whole = self._one_or_its_end(message, conversation)
            return self._told_apart(message, whole, conversation) or whole
        turns, so_far = [], conversation
        for part in parts:
            turn = self._one(part, so_far)
            turns.append(turn)
            so_far = so_far.then(turn)
        if any(t.answer.outcome is not Outcome.ANSWERED for t in turns):
            whole = self._one_or_its_end(message, conversation)
            answered = [t for t in turns if t.answer.outcome is Outcome.ANSWERED]
            if (
                not answered
                or whole.answer.outcome is Outcome.ANSWERED
                or turns[0].answer.outcome is not Outcome.ANSWERED
            ):
                return whole
        understood = tuple(dict.fromkeys(u for t in turns for u in t.understood))
        answer = joined(
            list({t.answer.text: t.answer for t in turns}.values()), all(t.question.subjects for t in turns)
        )
        return self._whole(message, turns[-1], answer, understood)

    def change(self, change: Change, conversation: Conversation) -> Turn:
        """The last question with one part dropped or set, answered. Raises `ChangeError` where no chip offers it."""
        before = conversation.last
        if before is None:
            raise ChangeError(Wording("fr").say("change.refused"))
        message = sentence(before.question, change, self._knowledge)
        edited = changed(before.question, change, self._understanding)
        question = edited if asks_in_its_message(edited) else replace(edited, message=message)
        answer = in_short(self._answer(question, before), question)
        return replace(self._turn(message, question, answer), change=change)

    def _one_or_its_end(self, message: str, conversation: Conversation) -> Turn:
        """The message's answer; where it has none, that of its end, if what is told before it says nothing of it."""
        whole = self._one(message, conversation)
        answer = whole.answer
        shorter = self._said_shorter(message, whole, conversation)
        if shorter is not None:
            return shorter
        plainly = self._said_plainly(message, whole, conversation)
        if plainly is not None:
            return plainly
        if answer.outcome is not Outcome.ABSTAIN or answer.reason is not Reason.NOT_IN_DOCUMENTS or answer.entries:
            return whole
        for ending in endings(message[:LONGEST]):
            if self._understanding.tells(message[: message.rfind(ending)]):
                break
            turn = self._one(ending, conversation)
            if turn.answer.outcome is Outcome.ANSWERED:
                return replace(turn, message=message)
        for told, ending in last_sentences(message[:LONGEST]):
            if self._understanding.names_something(told):
                break
            turn = self._one(ending, conversation)
            if turn.answer.outcome in (Outcome.ANSWERED, Outcome.CLARIFY):
                return replace(turn, message=message)
        return whole

    def _said_shorter(self, message: str, whole: Turn, conversation: Conversation) -> Turn | None:
        """The answer of a wordy question said shorter, where as it is it has none, or one far less sure."""
        text = core(message[:LONGEST])
        kind = wanted(key(message))
        if kind is not None and kind.must and wanted(key(text)) is not kind:
            return None  # somebody's name, a date: no more wanted by the shorter one
        year = whole.question.period
        told = whole.answer.outcome is Outcome.ANSWERED and whole.question.task is Task.PROSE and year != BOTH
        untold = whole.answer.outcome is Outcome.ABSTAIN and whole.answer.reason is Reason.NOT_IN_DOCUMENTS
        if not text or whole.answer.entries or whole.question.context or not (told or untold):
            return None
        found = self._knowledge.resembling(whole.question.message)
        turn = self._one(text, conversation)
        near = self._knowledge.resembling(turn.question.message)
        if any(r and r[0].block.answered_by is AnsweredBy.NOTHING for r in (found, near)):
            return None  # it is known to have no answer
        of_it = year in (None, BOTH) or all(span.document.year == year for span in turn.answer.citations)
        if turn.answer.outcome is not Outcome.ANSWERED or not of_it:
            return None
        sure = bool(turn.answer.entries) or bool(near and near[0].score >= SURELY)
        surer = bool(near and found) and near[0].score >= found[0].score + SURER
        return replace(turn, message=message) if sure and (untold or surer) else None

    def _said_plainly(self, message: str, whole: Turn, conversation: Conversation) -> Turn | None:
        """The answer of the plain question that a message asks in other words, where it has none, or one unsure."""
        last = conversation.last
        spoken_of = last.question.subjects if last is not None else ()
        subject = self._knowledge.entry(spoken_of[0]).name.value if len(spoken_of) == 1 else None
        least = self._doubted(whole, bool(subject))
        if least is None:
            return None
        found = said_otherwise.said_plainly(
            message[:LONGEST], self._understanding.ear, self._knowledge, subject or "", last is not None
        )
        if found is None or found[1] < least or key(found[0]) == key(message):
            return None
        turn = self._one(found[0], conversation)
        both = whole.answer.reason is Reason.NOT_IN_DOCUMENTS and turn.answer.outcome is Outcome.ABSTAIN
        silent = both and bool(turn.question.fields or turn.question.topic) and found[1] >= said_otherwise.SURELY
        return replace(turn, message=message) if silent or turn.answer.outcome is Outcome.ANSWERED else None

    def _doubted(self, whole: Turn, of_one: bool) -> float | None:
        """How likely another reading of a message must be to stand instead; None where it was surely understood.

        `of_one`, whether one co-op is spoken of.
        """
        answer, question = whole.answer, whole.question
        if answer.outcome is Outcome.ABSTAIN and (question.fields or question.topic or question.filters):
            return None  # what is asked is known, and the documents don't say it
        if answer.outcome is Outcome.ABSTAIN and counts_what_was_done(self._understanding.ear.hear(question.message)):
            return None  # "combien de médecins a-t-elle congédiés ?" doesn't ask how many there are
        if answer.outcome is Outcome.ABSTAIN and answer.reason is Reason.NOT_IN_DOCUMENTS:
            return said_otherwise.LIKELY
        if answer.outcome is Outcome.ABSTAIN and answer.reason is Reason.OUT_OF_SUBJECT:
            return None if _TOWN_HALL.search(key(question.message)) else said_otherwise.SURELY
        if question.task in _OF_THE_TABLE and question.unsaid_words:
            return said_otherwise.SURELY
        if question.task is Task.PROSE and answer.outcome is Outcome.ANSWERED:
            if of_one and not self._knowledge.speaks_of_federation(question.message):
                return said_otherwise.LIKELY
            near = self._knowledge.resembling(question.message)
            return said_otherwise.SURELY if not near or near[0].score < SURELY else None
        return None

    def _told_apart(self, message: str, whole: Turn, conversation: Conversation) -> Turn | None:
        """Both things that one question asks of the prose, where it answers each; None where one answer holds both."""
        if whole.question.task is not Task.PROSE:
            return None
        text = message[:LONGEST]
        counted = counted_apart(text)
        parts = counted or named_apart(text)
        if not parts and not clauses_apart(text):
            return None
        if not counted and self._anticipated_whole(whole):
            return None
        turns = [self._one(part, conversation) for part in parts] if parts else self._one_by_one(text, conversation)
        told = [t for t in turns if t.question.task is Task.PROSE and t.answer.outcome is Outcome.ANSWERED]
        if not turns or len(told) < len(turns):
            return None
        apart = {t.answer.text: t.answer for t in turns}
        if len(apart) < 2:
            return None
        cited = set(whole.answer.citations)
        more = any(cited.isdisjoint(t.answer.citations) for t in told)
        if not (counted or more or (parts and any(set(t.answer.citations) - cited for t in told))):
            return None
        answer = joined(list(apart.values()), of_each=False)
        return self._whole(message, turns[-1], answer, whole.understood)

    def _anticipated_whole(self, whole: Turn) -> bool:
        """Whether a passage was anticipated to answer all that a message asks."""
        found = self._knowledge.resembling(whole.message)
        if not found or not found[0].block.spans or found[0].score < CERTAIN or found[0].covered < WHOLE:
            return False
        return any(a.contains(b) or b.contains(a) for a in whole.answer.citations for b in found[0].block.spans)

    def _one_by_one(self, message: str, conversation: Conversation) -> list[Turn]:
        """The clauses of one question that each ask something, each after those before it."""
        turns: list[Turn] = []
        for clause in clauses_apart(message):
            turns.append(self._one(clause, conversation))
            conversation = conversation.then(turns[-1])
        return turns

    def _whole(self, message: str, last: Turn, answer: Answer, understood: tuple[str, ...]) -> Turn:
        """The exchange of a message of several parts, of which the last is followed."""
        aside = stands_aside(last.question, message)
        return replace(last, message=message, answer=answer, understood=understood, aside=aside)

    def _one(self, message: str, conversation: Conversation) -> Turn:
        question = self._understanding.understand(message, conversation)
        turns = thread(conversation)
        last = turns[-1] if turns else None
        found = self._answer(question, last)
        if last is not None and (found.outcome is not Outcome.ANSWERED or self._unsure(question, last)):
            question, found = self._read_again(message, question, found, conversation, last)
        found = only_the_item(question, found, self._knowledge)
        question = self._as_answered(question, found)
        answer = in_short(found, question)
        if question.context:  # nothing else of the question before is kept where the message needed none, or its year
            whole = (replace(question, context=""), of_the_same_year(question))
            question = next((q for q in whole if self._answer(q, last).text == answer.text), question)
        if len(message) > LONGEST:
            note = Wording(question.language).say("unknown.too_long", count=LONGEST)
            answer = replace(answer, text=f"{answer.text}\n\n{note}", computed=(*answer.computed, str(LONGEST)))
        return self._turn(message, question, answer)

    def _turn(self, message: str, question: Question, answer: Answer) -> Turn:
        """The exchange, its answer checked, with what was understood."""
        understood, parts = explain(question, self._knowledge), chips(question, self._knowledge)
        aside = stands_aside(question, message)
        return Turn(message, question, self._checked(question, answer), understood, parts, aside=aside)

    def _read_again(
        self, message: str, question: Question, found: Answer, conversation: Conversation, last: Turn
    ) -> tuple[Question, Answer]:
        """What a message that found no answer asks as a sequel, with its answer; itself where that finds none."""
        of_it: tuple[Question, Answer] | None = None
        for again in second_readings(message[:LONGEST], question, conversation, self._understanding):
            other = self._answer(again, last)
            if other.outcome is Outcome.ANSWERED and (found.outcome is not Outcome.ANSWERED or again.subjects):
                return again, other
            if again.task in _LOCATED and found.outcome is Outcome.ABSTAIN:
                return again, other
            if again.subjects and question.task is Task.PROSE and found.outcome is Outcome.ABSTAIN:
                of_it = of_it or (again, other)  # that its row doesn't tell is said of it
        return of_it or (question, found)

    def _unsure(self, question: Question, last: Turn) -> bool:
        """Whether a message after a co-op was answered by a sentence that nobody anticipated it to ask for."""
        if question.task is not Task.PROSE or len(last.answer.entries) != 1:
            return False
        linked = LINK.match(key(question.message)) is not None
        of_it = "contact" in question.fields and not self._knowledge.speaks_of_federation(question.message)
        return linked or of_it or answer_as_anticipated(question, self._knowledge, last) is None

    def _answer(self, question: Question, last: Turn | None) -> Answer:
        for answerer in ANSWERERS:
            answer = answerer(question, self._knowledge, last)
            if answer is None:
                continue
            if (
                answer.outcome is Outcome.ABSTAIN
                and question.task in _CAN_FALL_BACK
                and not question.subjects
                and not question.scope
                and not _only_located(question, self._knowledge)
            ):
                prose = self._from_prose(question, last)
                if prose is not None:
                    return prose
            return answer
        raise AssertionError("the last answerer always answers")

    def _from_prose(self, question: Question, last: Turn | None) -> Answer | None:
        """What the table can't answer, the prose may."""
        asked = replace(question, task=Task.PROSE)
        for answerer in PROSE_ANSWERERS:
            answer = answerer(asked, self._knowledge, last)
            if answer is not None:
                return answer if answer.outcome is Outcome.ANSWERED else None  # known to have no answer
        return None

    def _as_answered(self, question: Question, found: Answer) -> Question:
        """The question, of the prose where its sentences alone answered: what is said next follows them."""
        spans = found.citations
        told = found.outcome is Outcome.ANSWERED and spans and not (found.entries or found.besides)
        if (
            not told
            or question.task not in _FOLLOWED_AS_PROSE
            or question.subjects
            or question.scope
            or question.fields
        ):
            return question
        if any(self._knowledge.passage_of(span) is None for span in spans):
            return question
        return replace(
            question, task=Task.PROSE, place=None, areas=(), regions=(), services=(), filters=(), measure=None
        )

    def _checked(self, question: Question, answer: Answer) -> Answer:
        """The answer, or an abstention where something of it can't be proved: a wrong fact is worse than none."""
        wording = Wording(question.language)
        missing = unproved(answer, wording.vocabulary())
        if not missing:
            return answer
        log.error("unproved %s in the answer to %r", missing, question.task)
        return Answer(Outcome.ABSTAIN, wording.say("abstain.unproved"), reason=Reason.NOT_IN_DOCUMENTS)


def _only_located(question: Question, knowledge: Knowledge) -> bool:
    """Where only a place, or a condition on the table, was asked, that none meets it is the answer."""
    of_the_report = question.period in (NEW, BOTH) or knowledge.speaks_of_federation(question.message)
    located = question.place is not None or question.regions or question.areas or question.services
    asked = located or (question.filters and not of_the_report)
    return bool(asked) and not question.unsaid_words and not question.topic


_LOCATED = (Task.LIST, Task.COUNT, Task.RANK)  # that none is found there is an answer too
_CAN_FALL_BACK = frozenset({Task.LIST, Task.COUNT, Task.SUM, Task.RANK, Task.MEAN, Task.TOPIC, Task.UNKNOWN_PLACE})

_FOLLOWED_AS_PROSE = frozenset({Task.LIST, Task.COUNT, Task.CLARIFY_ENTRY})
