"""The last answerer: the documents don't hold it, or it lies outside their subject; a reason and a next step."""

from __future__ import annotations

from assistant.answer import Answer, Outcome, Reason
from assistant.answerers.people_first import examples
from assistant.conversation import Turn
from assistant.draft import Draft
from assistant.knowledge import Knowledge
from assistant.question import Question
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
    """Whether a message speaks of what the documents are about."""
    from ingest.french import words

    said = {w.folded for w in words(question.message[:2000])}
    return bool(said & SUBJECT or question.services or question.subjects or question.measure)
