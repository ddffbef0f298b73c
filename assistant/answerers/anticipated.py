"""A question that was anticipated: the passage that answers it, or that no document does.

What people wrote beside each passage (`ingest/anticipated.py`) is searched by words and by meaning; the passage is then
checked against the question as any other: the kind of thing wanted, the names and the years said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.answer import Answer, Outcome
from assistant.answerers.abstain import abstain
from assistant.answerers.accounts import (
    asks_of_the_coops,
    of_an_earlier_year,
    put_right_a_loss,
    read_both_years,
    read_financial_table,
    says_earlier,
)
from assistant.answerers.contact import give_contact_details
from assistant.answerers.enumerated import asks_how_many_of, whole_list
from assistant.answerers.federation import name_the_officer
from assistant.answerers.figures import compare_measures, counts_another_thing, speaks_of_unknown_year
from assistant.answerers.nearness import (
    ALIKE,
    ENOUGH,
    MEANT,
    SAME,
    alike_enough,
    answers_rather,
    asked_by,
    means_it,
    refuses_rather,
    whole_text,
)
from assistant.answerers.prose import (
    FRAME,
    LESS_SURE,
    STRICT,
    SURE,
    counted_of,
    last_question,
    numbers_another,
    other_services,
    quote_best_sentences,
    says_no_more,
)
from assistant.answerers.quoting import say_passages, units_of
from assistant.answerers.section import asks_a_summary
from assistant.conversation import Turn
from assistant.core import said_shorter
from assistant.deixis import names_what_it_doubles
from assistant.draft import quoted
from assistant.knowledge import Knowledge
from assistant.place_told import points_at_one
from assistant.question import Question, Task
from assistant.terms import means
from assistant.wanted import DECISION, NUMBER, asks_the_extreme, wanted
from index.anticipated import Resembling
from index.lexical import stems
from ingest.anticipated import AnsweredBy
from ingest.document import Span
from ingest.passage import Kind

# Scores of `index.anticipated`, chosen on the development cases with the model that we ship: see LOG.md.
LIKELY = 1.02  # instead of `ENOUGH`, where nothing else is nearly as near
APART = 0.03  # by how much it then is nearer than what answers otherwise, or than what no document answers
CERTAIN = 1.15  # from which it is asked, whatever else was understood,
FAR = 0.08  # where what was understood is less near by this much
WHOLE = 1.1  # the same where the message follows others and may not say all that it asks
INSTEAD = 1.09  # the same where the table was understood
CLOSE = 0.91  # cosine of what means much the same
TWIN = 0.97  # cosine from which the same is asked in other words: "personnes présentes" are participants
OUTDONE = 0.09  # by how much lower the score of a list that means more nearly may be
FAR_PART = 0.15  # by how much less near may be what holds another part of the question
REFUSED = 1.0  # from which a question asks what no document answers, where nothing that is answered is nearer
MORE = 0.1  # by how much more of the question a block then holds
HALF = 0.35  # share of the question's words that its block then holds
SHORTER = 0.03  # by how much nearer a question is said shorter
AMONG = 5  # blocks looked at
ALL = 0.99  # the same, where it says no more
VERY_NEAR, SAME_MEANING = 1.25, 0.95  # score and cosine of what is asked nearly word for word
FIGURE = 60  # characters of what is a figure with what it counts, and no sentence
_STRICT = STRICT - {"fees", "hours"}  # asked of the Federation too, in words that these topics don't tell apart
_SPECIALISTS = (read_financial_table, compare_measures)  # they lay figures out, with the other year beside


def answer_as_anticipated(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The passage beside which nearly this question was written; None where none was near enough."""
    if question.task is not Task.PROSE or question.context or question.period == "both":
        return None
    found = _without_other_kinds(question, knowledge, _resembling(question, knowledge))
    if (
        not found
        or not (question.content or _asks_the_same(question, knowledge, found[0]))
        or speaks_of_unknown_year(question, knowledge)
        or asks_a_summary(question.message, knowledge)
    ):
        return None
    refused = found[0].block.answered_by is AnsweredBy.NOTHING
    near = [
        r for r in found[:AMONG] if r.score >= found[0].score - (2 if refused or means_it(r, found[0]) else 1) * APART
    ]
    fitting = [r for r in near if passage_fits(question, knowledge, r)]
    event = None if fitting else _of_the_same_event(question, knowledge, found)
    fitting = sorted(fitting, key=lambda r: not (refuses_rather(r, fitting[0]) or means_it(r, fitting[0])))
    if fitting and fitting[0].block.answered_by is AnsweredBy.NOTHING:
        fitting = sorted(fitting, key=lambda r: not answers_rather(question, knowledge, r, fitting[0]))
    if fitting and _yes_or_no(knowledge.fold(question.message)):
        fitting.sort(key=lambda r: not _yes_or_no(knowledge.fold(r.question)))
    if fitting and asked_by(knowledge, question.message) == "who":  # "qui est-ce ?" is not "que dit-il ?"
        as_near = fitting[0].score - ALIKE
        fitting.sort(key=lambda r: r.score < as_near or asked_by(knowledge, r.question) != "who")
    if fitting:
        fitting[0] = _several_rather(question, knowledge, found[: 2 * AMONG], fitting[0])
    if (
        fitting
        and fitting[0].block.answered_by is AnsweredBy.NOTHING
        and fitting[0].score >= REFUSED
        and alike_enough(fitting[0])
    ):
        return abstain(question, knowledge, last)
    best = event or _near_enough(knowledge, fitting, found)
    if best is None or (question.follows and best.score < WHOLE):
        return None
    if asks_of_the_coops(question, knowledge) and _of_the_accounts(knowledge, best.block.spans):
        return abstain(question, knowledge, last)  # what is known is the Federation's
    also = _also_asked(question, knowledge, best, found)
    if also:
        spans = sorted({span for r in (best, *also) for span in r.block.spans})
        return say_passages(question, knowledge, tuple(spans))
    other = _in_the_other_document(question, knowledge, best, found)
    if other is not None:
        newest = sorted((best, other), key=lambda r: r.block.spans[0].document.year, reverse=True)
        return say_passages(question, knowledge, tuple(span for r in newest for span in r.block.spans), best.question)
    asked = replace(question, message=best.block.questions[0], topic="")
    short = all(len(span.quote) <= FIGURE for span in best.block.spans)
    both_years = read_both_years(question, knowledge, best.block.spans) if short else None
    if both_years is not None:
        return both_years
    for answerer in _SPECIALISTS if short else ():
        answer = answerer(asked, knowledge, last)
        if answer is not None and any(_overlap(c, s) for c in answer.citations for s in best.block.spans):
            return put_right_a_loss(answer, question, knowledge)
    return say_passages(question, knowledge, best.block.spans, best.question)


def answer_what_was_worded_so(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The same where a lexicon finds our people or our address in it, and something else is asked nearly word for word.

    "Le directeur, au ministère, rencontré après le 3 mars" isn't ours; the rent of an office is no address.
    """
    if question.task is not Task.PROSE or question.context or question.follows:
        return None
    told = name_the_officer(question, knowledge, last) or give_contact_details(question, knowledge, last)
    found = knowledge.resembling(question.message) if told is not None else ()
    if told is None or not found or found[0].score < VERY_NEAR or found[0].cosine < SAME_MEANING:
        return None
    if found[0].block.answered_by is AnsweredBy.NOTHING:
        return _refuse_surely(question, knowledge, last, found)
    of_it = any(_overlap(cited, span) for cited in told.citations for span in found[0].block.spans)
    return None if of_it else answer_as_anticipated(question, knowledge, last)


def answer_what_is_surely_asked(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The same where it is nearly word for word: before the figures, whose words other questions have too.

    "combien de coops sont devenues membres ?" counts no members.
    """
    found = knowledge.resembling(question.message) if question.task is Task.PROSE else ()
    if not found or found[0].score < CERTAIN or found[0].block.answered_by is AnsweredBy.TABLE:
        return None
    if found[0].block.answered_by is AnsweredBy.NOTHING:
        return _refuse_surely(question, knowledge, last, found)
    figures = compare_measures(question, knowledge, last)
    near = [span for r in found if r.score >= found[0].score - FAR for span in r.block.spans]
    if figures is not None and any(_overlap(cited, span) for cited in figures.citations for span in near):
        return None
    answer = answer_as_anticipated(question, knowledge, last)
    if figures is not None and answer is not None and answer.outcome is Outcome.ABSTAIN:
        return None  # what was anticipated is of another year, and of this one something else was
    return answer


def _refuse_surely(
    question: Question, knowledge: Knowledge, last: Turn | None, found: Sequence[Resembling]
) -> Answer | None:
    """That no document answers, where what the documents do answer is far less near: no figure of another thing.

    "quelle part des résidents rencontrés a signé ?" isn't how many were met.
    """
    if question.context or question.follows or question.period == "both" or found[0].cosine < SAME:
        return None
    told = [r.score for r in found if r.block.answered_by is AnsweredBy.PASSAGE]
    far = found[0].score - max(told, default=0.0) >= FAR
    return abstain(question, knowledge, last) if far and passage_fits(question, knowledge, found[0]) else None


def continue_as_anticipated(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """A sequel read with the question that it follows: what its own words ask must be in the block that answers.

    "combien de participants ?" after "parlez-moi de la rencontre nationale".
    """
    if question.task is not Task.PROSE or not question.context or question.period == "both":
        return None
    own = set(stems(" ".join(question.content))) - _NO_SUBJECT - set(stems(" ".join(knowledge.soft)))
    folded = knowledge.fold(question.message)
    kind = wanted(folded)
    if not own and kind is None:
        return None
    found = knowledge.resembling(f"{question.context} {question.message}")
    near = [r for r in found[:AMONG] if r.score >= max(WHOLE, found[0].score - 2 * APART)]
    near = [r for r in near if (last is not None and _just_quoted(r, last)) or _of_the_thread(question, knowledge, r)]
    fitting = [r for r in near if _holds_words(r, own) and passage_fits(question, knowledge, r)]
    if not fitting and last is not None and own:  # of what was just quoted, one of the words is enough
        told = [r for r in found[: 2 * AMONG] if r.score >= LIKELY and _just_quoted(r, last)]
        fitting = [r for r in told if _holds_words(r, own, HALF) and passage_fits(question, knowledge, r)][:1]
    if not own:
        fitting = [r for r in fitting if wanted(knowledge.fold(r.question)) is kind]  # "c'était quand ?" says no more
    if not fitting or speaks_of_unknown_year(question, knowledge):
        return None
    best = fitting[0]
    alone = replace(question, context="")
    if names_what_it_doubles(question.message) and knowledge.resembling(question.message)[0].score >= CERTAIN:
        return answer_as_anticipated(alone, knowledge, last)
    if last is not None and len(own) > 1 and _just_quoted(best, last):  # it says no more: is something else asked?
        whole = answer_what_is_surely_asked(alone, knowledge, last) or compare_measures(alone, knowledge, last)
        if whole is None and not (points_at_one(folded) or _tells_the_topic(question, knowledge, best)):
            whole = quote_best_sentences(alone, knowledge, last)  # "et je serais payé comment ?": of its own topic
        if whole is not None and whole.outcome is Outcome.ANSWERED:
            return whole
    if best.block.answered_by is AnsweredBy.NOTHING:
        return abstain(question, knowledge, last)
    if best.block.answered_by is AnsweredBy.TABLE:
        return None
    if _of_the_accounts(knowledge, best.block.spans):
        read = read_financial_table(replace(question, context=""), knowledge, last)
        if read is not None:
            return read
    return say_passages(question, knowledge, best.block.spans, best.question)


def _without_other_kinds(
    question: Question, knowledge: Knowledge, found: Sequence[Resembling]
) -> tuple[Resembling, ...]:
    """The blocks but for those before the first that may be meant.

    No document may answer "combien a-t-on mis dans le fonds ?", and one tells what it was for.
    """
    if asked_by(knowledge, question.message) == _HOW_MANY:
        return tuple(found)
    counts = (asked_by(knowledge, r.question) == _HOW_MANY for r in found)
    kept = (
        i
        for i, (r, count) in enumerate(zip(found, counts, strict=True))
        if r.block.answered_by is not AnsweredBy.NOTHING or not count or _says_no_more(r)
    )
    return tuple(found[next(kept, 0) :])


def _says_no_more(found: Resembling) -> bool:
    """Whether a question is the anticipated one, in other words: "quel est le loyer ?" is "combien paie-t-on ?"."""
    return found.cosine >= SAME and found.covered >= ALL and found.score >= CERTAIN


_HOW_MANY = "how_many"  # name of the word that asks, see `asked_by`


def _resembling(question: Question, knowledge: Knowledge) -> tuple[Resembling, ...]:
    """The blocks near the message, or near what it asks without who asks it and why where that is nearer."""
    last = last_question(question.message, knowledge)
    texts = dict.fromkeys((question.message, last, _OPTIONS.sub(" ?", last)))
    found = [_nearest(_OF_THE_TEXT.sub(" ", text), knowledge) for text in texts]
    as_said = next((near for near in found if near and near[0].score >= ENOUGH), found[0])
    return _said_shorter(question.message, knowledge, as_said)


def _said_shorter(message: str, knowledge: Knowledge, found: tuple[Resembling, ...]) -> tuple[Resembling, ...]:
    """The blocks near a wordy question said shorter, where a passage is then far nearer than to the whole of it."""
    for text in said_shorter(message):
        near = knowledge.resembling(text)
        if not near or near[0].block.answered_by is not AnsweredBy.PASSAGE or near[0].score < ENOUGH:
            continue
        if not found or near[0].score >= found[0].score + SHORTER:
            return near
    return found


def _nearest(text: str, knowledge: Knowledge) -> tuple[Resembling, ...]:
    """The blocks near a text; without "selon le rapport annuel", where it is near what no document answers with it."""
    whole = knowledge.resembling(text)
    if not whole or whole[0].block.answered_by is not AnsweredBy.NOTHING:
        return whole
    bare = knowledge.resembling(FRAME.sub(" ", text))
    return bare if bare and bare[0].block.answered_by is AnsweredBy.PASSAGE else whole


# "qui les a fondées : le gouvernement, les médecins ou les citoyens ?": the answers proposed are not what is asked.
_OPTIONS = re.compile(r"\s*:(?=[^:?]*\b(?:ou|or)\b)[^:?]*\?\s*$")
_NO_SUBJECT = frozenset(stems("fois chose affaire moment déjà alors ça là donc"))


def _yes_or_no(folded: str) -> bool:
    """Whether a question is answered by yes or no: "sont-elles privées ?", not "avec quelles compagnies privées ?"."""
    return bool(_CONFIRMS.search(folded)) and not _OPEN.search(folded)


_OPEN = re.compile(
    r"(?<!\S)(?:qui|quel(?:le)?s?|quoi|combien|quand|comment|pourquoi|lesquel(?:le)?s|laquelle|lequel|qu est ce"
    r"|who|what|which|how|when|where|why)(?!\S)|^ou (?!sinon)"
)


def _asks_the_same(question: Question, knowledge: Knowledge, found: Resembling) -> bool:
    """Whether a question of the commonest words alone is one that was anticipated: "à quoi sert une coop ?"."""
    of_something = any(knowledge.prose.asked(question.message, knowledge.soft))
    return of_something and found.score >= CERTAIN and found.cosine >= SAME


def _several_rather(
    question: Question, knowledge: Knowledge, found: Sequence[Resembling], best: Resembling
) -> Resembling:
    """The list that is as near, or means more nearly what is asked, where several are asked for and the best is one.

    "quels projets la Fédération a-t-elle menés ?" has the words of "quel projet mène-t-elle avec TELUS ?", and means
    "quels sont les grands projets de la Fédération ?".
    """
    if not _SEVERAL.search(knowledge.fold(question.message)) or len(units_of(knowledge, best.block.spans)) > 1:
        return best
    own = set(units_of(knowledge, best.block.spans))
    for r in found:  # as near, and the best is one of the things that it lists
        several = _SEVERAL.search(knowledge.fold(r.question)) and own < set(units_of(knowledge, r.block.spans))
        if several and r.score >= best.score - APART and passage_fits(question, knowledge, r):
            return r
    nearest = max(found, key=lambda r: r.cosine)
    far = nearest.cosine >= best.cosine + MEANT and nearest.score >= best.score - OUTDONE
    listed = len(units_of(knowledge, nearest.block.spans)) > 1
    return nearest if far and listed and passage_fits(question, knowledge, nearest) else best


_SEVERAL = re.compile(r"(?<!\S)(?:quels|quelles|lesquels|lesquelles)(?!\S)")


def _in_the_other_document(
    question: Question, knowledge: Knowledge, best: Resembling, found: Sequence[Resembling]
) -> Resembling | None:
    """The block of the other document that says the same of an undated question."""
    if question.period is not None or len(units_of(knowledge, best.block.spans)) > 1:
        return None
    terms = knowledge.prose.terms
    asked = knowledge.prose.asked(question.message, knowledge.soft, english=question.language == "en")
    said = [t for t in asked if any(means(t, terms.of(s.quote)) for s in best.block.spans)]
    for r in found[: 2 * AMONG]:
        spans = r.block.spans
        if not said or not spans or spans[0].document == best.block.spans[0].document or len(spans) > 1:
            continue
        told = terms.of(spans[0].quote)
        if (
            r.score >= best.score - FAR_PART
            and all(means(t, told) for t in said)
            and passage_fits(question, knowledge, r)
        ):
            return r
    return None


def _also_asked(
    question: Question, knowledge: Knowledge, best: Resembling, found: Sequence[Resembling]
) -> list[Resembling]:
    """The blocks that hold what is asked beside the best one's: "des conseils juridiques et de la comptabilité"."""
    joined = _JOINED.search(knowledge.fold(question.message))
    if joined is None:
        return []
    terms = knowledge.prose.terms
    asked = knowledge.prose.asked(question.message, knowledge.soft, english=question.language == "en")
    held = terms.of(whole_text(best))
    left = [t for t in asked if not (terms.is_light(t) or means(t, held)) and knowledge.prose.knows(t)]
    units = set(units_of(knowledge, best.block.spans))
    others = []
    for r in found[: 2 * AMONG]:
        own = terms.of(" ".join((r.question, *(s.quote for s in r.block.spans))))
        passage = r.block.answered_by is AnsweredBy.PASSAGE and r.score >= best.score - FAR_PART
        apart = units.isdisjoint(units_of(knowledge, r.block.spans))
        if passage and apart and any(means(t, own) for t in left) and passage_fits(question, knowledge, r):
            others.append(r)
            left = [t for t in left if not means(t, own)]
            units |= set(units_of(knowledge, r.block.spans))
    return others


_JOINED = re.compile(r"(?<!\S)(?:et|pis|puis|ainsi que|ou|and)(?!\S)")


def _holds_words(found: Resembling, own: set[str], share: float = 1.0) -> bool:
    """Whether a block holds that share of these stems, in its questions or in the passage."""
    block = found.block
    held = own & set(stems(" ".join((*block.questions, *(s.quote for s in block.spans)))))
    return len(held) >= share * len(own)


def _tells_the_topic(question: Question, knowledge: Knowledge, found: Resembling) -> bool:
    """Whether a passage itself speaks of each topic that the message names: a task isn't what is paid for it."""
    text = " ".join(span.quote for span in found.block.spans)
    return all(knowledge.topics.evident(code, text) for code in question.topic.split() if code in _STRICT)


def _of_the_thread(question: Question, knowledge: Knowledge, found: Resembling) -> bool:
    """Whether a block holds a word of the question that the message follows, where that one has any."""
    before = set(stems(question.context)) - set(stems(" ".join(knowledge.soft)))
    told = {t for t in before if not knowledge.prose.terms.is_light(t) and knowledge.prose.knows(t)}
    held = set(stems(" ".join((*found.block.questions, *(s.quote for s in found.block.spans)))))
    return not told or bool(told & held)


def _just_quoted(found: Resembling, last: Turn) -> bool:
    """Whether a block's words are among those that the last answer quoted."""
    return any(_overlap(cited, span) for cited in last.answer.citations for span in found.block.spans)


def prefer_what_was_anticipated(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """Something of the table was understood, with words that it doesn't have, and a passage was anticipated instead.

    "une coop" is none of the table, unless something else was understood.
    """
    if question.subjects or question.follows or question.scope:
        return None
    if question.topic in SURE:
        return None
    of_any = question.task is Task.CLARIFY_ENTRY and not _ITS_OWN.intersection(question.fields)
    of_any = of_any and _OF_ANY.search(knowledge.fold(question.message)) is not None
    of_the_text = _IN_A_DOCUMENT.search(knowledge.fold(question.message)) is not None and question.topic != "entries"
    if not of_any and (question.task not in LESS_SURE or not (question.unsaid_words or of_the_text)):
        return None
    located = question.place is not None or bool(question.areas)
    if located and not _of_a_place_that_is_told(question, knowledge):
        return None
    found = _said_shorter(question.message, knowledge, knowledge.resembling(question.message))
    least = ENOUGH if of_any else CERTAIN if _WHICH_COOPS.search(knowledge.fold(question.message)) else INSTEAD
    if not found or found[0].score < least:
        return None
    asked = replace(question, task=Task.PROSE, topic="", place=None, areas=()) if located else question
    return answer_as_anticipated(replace(asked, task=Task.PROSE, topic=""), knowledge, last)


def _of_a_place_that_is_told(question: Question, knowledge: Knowledge) -> bool:
    """Whether the place named is that of the passage itself: "quel docteur de Cantley témoigne ?", signed there."""
    if question.place is None or question.areas:
        return False
    found = knowledge.resembling(question.message)
    if not found or found[0].block.answered_by is not AnsweredBy.PASSAGE:
        return False
    passages = [p for span in found[0].block.spans if (p := knowledge.passage_of(span)) is not None]
    told = knowledge.fold(" ".join(f"{p.text} {knowledge.signature_of(p)}" for p in passages)).split()
    here = set(knowledge.fold(question.place.name).split()) <= set(told)
    return here and found[0].score >= CERTAIN and found[0].cosine >= SAME


# "le docteur qui vante les coops dans la brochure": what is looked for stands in the text, and need be no row
_IN_A_DOCUMENT = re.compile(
    r"(?<!\S)(?:dans|de|in|selon|d apres) (?:la |le |votre |ce |cette |the )?"
    r"(?:brochure|depliant|rapport|booklet|report)(?!\S)"
)
# What each co-op has of its own: nothing is said of it in general.
_ITS_OWN = frozenset({"phones", "address", "emails", "websites", "contact", "coordinates", "number", "postal_code"})
# Of the table, unless it is nearly word for word what was anticipated.
_WHICH_COOPS = re.compile(
    r"(?<!\S)(?:(?:quel(?:le)?s?|which|what) (?:coops?|cooperatives?|cliniques?|co ops?|clinics?)|lesquel(?:le)?s?"
    r"|laquelle)(?!\S)"
)
_OF_ANY = re.compile(r"(?<!\S)(?:une|toute|chaque|en|an?) (?:coop|cooperative|clinique|co op)(?!\S)")


def _of_the_same_event(question: Question, knowledge: Knowledge, found: Sequence[Resembling]) -> Resembling | None:
    """Of what somebody named did, the passage that gives the date or the place wanted, where the nearest gives none.

    "C'était quand, la rencontre où M. Forgue a parlé ?" is nearest to "qui a parlé à la rencontre ?".
    """
    kind = wanted(knowledge.fold(question.message))
    if kind is None or not kind.must or found[0].score < CERTAIN or not _names(question.message):
        return None
    told = [r for r in found[:AMONG] if r.block.answered_by is AnsweredBy.PASSAGE and r.covered >= HALF]
    asked = (r for r in told if r.score >= REFUSED and wanted(knowledge.fold(r.question)) is kind)
    return next((r for r in asked if passage_fits(question, knowledge, r)), None)


def _near_enough(knowledge: Knowledge, fitting: Sequence[Resembling], found: Sequence[Resembling]) -> Resembling | None:
    """The best of those that fit, where a passage answers it and nothing else is nearly as near.

    Nothing else, or no question that no document answers.
    """
    if not fitting or fitting[0].block.answered_by is not AnsweredBy.PASSAGE:
        return None
    best = fitting[0]
    if not alike_enough(best):
        return None
    units = set(units_of(knowledge, best.block.spans))
    others = [r.score for r in fitting[1:] if units.isdisjoint(units_of(knowledge, r.block.spans))]
    nothing = [r.score for r in found if r.block.answered_by is AnsweredBy.NOTHING and _rivals(r, best)]
    far = best.score - max(others, default=0.0) >= APART and best.covered >= HALF
    apart = best.score - max(nothing, default=0.0) >= APART and best.score - max(others, default=0.0) >= ALIKE
    alone = apart and best.cosine >= CLOSE
    return best if best.score >= ENOUGH or (best.score >= LIKELY and (far or alone)) else None


def _rivals(nothing: Resembling, best: Resembling) -> bool:
    """Whether a question without an answer means nearly as much what is asked as the best, or says more of it."""
    return nothing.cosine > best.cosine - MEANT or nothing.covered > best.covered + MORE


def _of_the_accounts(knowledge: Knowledge, spans: tuple[Span, ...]) -> bool:
    """Whether a passage is a value of the Federation's financial table."""
    values = [f.value.span for f in knowledge.library.figures if f.value.span is not None]
    return any(_overlap(span, value) for span in spans for value in values)


def _overlap(one: Span, other: Span) -> bool:
    return one.contains(other) or other.contains(one)


def passage_fits(question: Question, knowledge: Knowledge, found: Resembling) -> bool:
    """Whether the passage is of the year asked, gives the kind of thing wanted and knows the names that are said.

    What no passage answers must want the same kind of thing.
    """
    block, message = found.block, question.message
    folded = knowledge.fold(message)
    kind = wanted(folded)
    if block.answered_by is not AnsweredBy.PASSAGE:
        theirs = wanted(knowledge.fold(found.question))
        if set(_YEAR.findall(found.question)) - set(_YEAR.findall(message)):
            return False  # nothing is known of another year
        return theirs is None or not theirs.must or theirs is kind
    if question.period not in (None, block.spans[0].document.year):
        return False
    units = units_of(knowledge, block.spans)
    text = " ".join(quoted(unit.quote) for unit in units)
    anticipated = knowledge.fold(found.question)
    counts = (
        kind is NUMBER
        and asks_how_many_of(folded, anticipated)
        and bool(whole_list(knowledge, units))
        and _holds_words(found, set(stems(" ".join(question.content))) - set(stems(" ".join(knowledge.soft))))
    )  # how many recommendations there are, not how many were accepted
    said_otherwise = counts or _denies(anticipated, found.question, knowledge.fold(text))
    twin = found.cosine >= TWIN and wanted(anticipated) is kind  # the same thing counted, in another word
    speaks = bool if twin else partial(_speaks, question, knowledge)
    if not (kind is None or said_otherwise or kind.given(text, folded, speaks) or (twin and not kind.must)):
        return False
    same = said_otherwise or (twin and not question.context)
    if kind is NUMBER and not same and counts_another_thing(folded, units, knowledge):
        return False
    if kind is not None and kind.of_something and not twin:
        part = counted_of(question, knowledge, knowledge.prose.asked(message, knowledge.soft))
        if part is not None and not means(part, knowledge.prose.terms.of(text)):
            return False  # a share of the co-ops is none of the members
    if of_an_earlier_year(block.spans, knowledge) and not says_earlier(folded):
        return False
    if (len(units) == 1 and says_no_more(folded, text)) or asks_the_extreme(
        folded, f"{anticipated} {knowledge.fold(text)}"
    ):
        return False
    if numbers_another(question.message, text):
        return False
    written = " ".join((text, *block.questions))
    if any(not knowledge.topics.evident(code, written) for code in question.topic.split() if code in _STRICT):
        return False
    if other_services(question, knowledge, written) or _said_by_a_sibling(question, knowledge, block.spans):
        return False
    if _MANNER.search(folded) and wanted(knowledge.fold(found.question)) is NUMBER:
        return False  # "how are nurses paid?" asks for no number of nurses
    printed = {y for d in knowledge.library.documents for y in re.findall(r"\d{4}", f"{d.year} {d.date}")}
    if _of_the_accounts(knowledge, block.spans):
        printed |= {year for f in knowledge.library.figures for year in _YEAR.findall(f.column.quote)}
    years = [year for year in _YEAR.findall(message) if year not in text and year not in printed]
    if any(not _dates_what_is_asked(question, knowledge, block.spans[0], year) for year in years):
        return False
    signed = " ".join(knowledge.signature_of(p) for p in map(knowledge.passage_of, block.spans) if p is not None)
    held = frozenset(stems(f"{written} {signed} {' '.join(knowledge.soft)}"))
    if kind is DECISION and not set(stems(" ".join(_ACTORS.findall(folded)))) <= held:
        return False  # whether the government agreed isn't whether somebody else did
    known = [set(stems(name)) <= held for name in _names(last_question(message, knowledge))]
    return all(known) or (any(known) and bool(_CONFIRMS.search(folded)))  # one name is known, the other is asked of it


def _dates_what_is_asked(question: Question, knowledge: Knowledge, span: Span, year: str) -> bool:
    """Whether the document prints this year right behind a word of the question: « prébudgétaires 2022-2023 »."""
    asked = [t for t in knowledge.prose.asked(question.message, knowledge.soft) if not _YEAR.fullmatch(t)]
    telling = [t for t in asked if not knowledge.prose.terms.is_light(t)]
    return any(
        any(means(t, knowledge.prose.terms.of(before)) for t in telling)
        for passage in knowledge.library.passages
        if passage.span.name == span.name
        for before in re.findall(rf"(\w{{4,}})\s(?:\d{{4}}[-–])?{year}(?!\d)", passage.text)
    )


def _said_by_a_sibling(question: Question, knowledge: Knowledge, spans: tuple[Span, ...]) -> bool:
    """Whether the item asked is another one of the same list: "du marketing ?" is no question of "COMPTABILITÉ"."""
    asked = set(stems(" ".join(question.unsaid_words))) - set(stems(" ".join(knowledge.soft)))
    passage = knowledge.passage_of(spans[0]) if len(spans) == 1 else None
    if not asked or passage is None or passage.kind is not Kind.ITEM or asked & set(stems(passage.text)):
        return False
    siblings = (p for p in knowledge.library.passages if p.kind is Kind.ITEM and p.headings == passage.headings)
    return any(asked <= set(stems(p.text)) for p in siblings)


def _speaks(question: Question, knowledge: Knowledge, clause: str) -> bool:
    """Whether a clause holds a word of the question, or what one means ("doctors": médecins)."""
    asked = set(stems(question.message)) - set(stems(" ".join(knowledge.soft)))
    if not asked.isdisjoint(stems(clause)):
        return True
    held = knowledge.prose.terms.of(clause)
    meant = knowledge.prose.asked(question.message, knowledge.soft, question.language == "en")
    return any(means(t, held) for t in meant if not knowledge.prose.terms.is_light(t))


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MANNER = re.compile(r"(?<!\S)(?:comment|pourquoi|why|how(?! many| much| long| often| big| large))(?!\S)")
_CONFIRMS = re.compile(
    r"(?<!\S)(?:(?:est|sont|etait|fait|a|ont)(?: t)? (?:ils?|elles?)|est ce que|is|was|does|did|c est"
    r"|(?:est|sont|etait|etaient|a|ont|avait) bien(?! (?:de|des|que|plus|moins)(?!\S)))(?!\S)"
    r"|(?<!\S)(?:n est ce pas|pas vrai|c est (?:bien )?(?:ca|exact)|right)$"
)
# "le rapport parle-t-il de TELUS ?": what is said of it is asked, not of the report.
_OF_THE_TEXT = re.compile(
    r"(?:est[- ]ce que )?\b(?:l[ea]|ce|cette|votre|the) (?:dernier |derni[eè]re )?"
    r"(?:rapport|brochure|document|d[ée]pliant|texte|report|booklet)(?: annuel\w*)?(?: (?:de |20)[\d-]+)?"
    r" (?:parle|mentionne|traite|aborde|[ée]voque|dit|mentions?|says?|talks?)"
    r"(?:[- ](?:t[- ])?(?:il|elle|on|tu))?(?: quelque chose| quoi)?"
    r"(?: (?:de|du|des|d['’]|sur|about|of|à propos d[eu]))?",
    re.IGNORECASE,
)


# Who decides, as much as a name does.
_ACTORS = re.compile(
    r"(?<!\S)(?:gouvernements?|ministeres?|ministres?|province|federal|ottawa|municipalites?|villes?|deputee?s?"
    r"|government|ministry|minister)(?!\S)"
)


def _denies(anticipated: str, question: str, text: str) -> bool:
    """Whether a passage answers "no" to what another question takes for granted.

    "combien versent-elles à leurs actionnaires ?" has no figure for an answer, but "des fins non lucratives".
    """
    return question.endswith("?") and not _OPEN.search(anticipated) and bool(_DENIES.search(text))


_DENIES = re.compile(r"(?<!\S)(?:non|aucune?|sans|ni)(?!\S)")
_OF_QUEBEC = re.compile(r"\b(?:du|au|to|in|across) Qu[ée]bec\b(?!['’]s)")  # where all of this is


_TITLE = re.compile(r"\b(MM?|Mmes?|Dre?)\. ")  # ends no sentence


def _names(message: str) -> list[str]:
    """The words with a capital that open no sentence; none of a message all in capitals.

    >>> _names("What's the name of Quebec's federation?")
    ['Quebec']
    """
    if message.isupper():
        return []
    message = _TITLE.sub(r"\1 ", _OF_QUEBEC.sub(" ", message))
    names = re.findall(r"(?<![.?!:»] )(?<!^)\b[A-ZÀ-Ý][\w’'-]{2,}", message)
    return [re.sub(r"['’]s$", "", name) for name in names]
