"""The last answerer: the documents don't hold it, or it lies outside their subject; a reason and a next step."""

from __future__ import annotations

from assistant.answer import Answer, Outcome, Reason
from assistant.answerers.people_first import examples
from assistant.conversation import Turn
from assistant.draft import Draft
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from index.cells import entries_with_stems
from ingest.french import words
from ingest.passage import Kind


def abstain(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer:
    draft = Draft(question)
    if _within_subject(question, knowledge):
        draft.add("abstain.not_in_documents")
        contact = [p for p in knowledge.library.passages if p.kind is Kind.CONTACT and "@" in p.text]
        if contact:
            span = contact[0].span
            word = next(w for w in span.quote.split() if "@" in w)
            at = span.quote.index(word)
            draft.join("abstain.next_step", email=word, mark=draft.cite(span.slice(at, at + len(word))))
        reason = Reason.NOT_IN_DOCUMENTS
    else:
        draft.add("abstain.out_of_subject")
        reason = Reason.OUT_OF_SUBJECT
    return draft.answer(Outcome.ABSTAIN, reason=reason, suggestions=examples(draft))


SUBJECT = frozenset(
    (
        "coop coops cooperative cooperatives federation fqcs fcsdsq sante clinique cliniques medecin medecins "
        "health clinic"
    ).split()
)


def _within_subject(question: Question, knowledge: Knowledge) -> bool:
    """Whether any word of the message is ours: of a lexicon, of the table or of the prose, or a synonym of one."""
    if question.task is Task.OUTSIDE:
        return False
    said = {w.folded for w in words(question.message[:2000])}
    understood = question.services or question.subjects or question.measure or question.fields or question.topic
    if said & SUBJECT or understood:
        return True
    prose = knowledge.prose
    if any(prose.knows(t) and not prose.terms.is_light(t) for t in prose.asked(" ".join(question.content))):
        return True
    return bool(entries_with_stems(knowledge.library.entries, question.unsaid_words))
