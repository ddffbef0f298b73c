"""How near an anticipated question is to what is asked, and which of two about as near is meant."""

from __future__ import annotations

import re

from assistant.knowledge import Knowledge
from assistant.question import Question
from assistant.terms import means
from index.anticipated import Resembling
from index.lexical import stems
from ingest.anticipated import AnsweredBy

# Scores and cosines of `index.anticipated`, chosen on the development cases with the model that we ship: see LOG.md.
ENOUGH = 1.08  # from which a question asks what was anticipated
ALIKE = 0.01  # by how much less near one is as near
UNLIKE = 0.88  # cosine under which words in common mean something else,
BY_WORDS = 0.6  # unless they are nearly all the words
SAME = 0.93  # cosine from which a question of the commonest words alone is the anticipated one
MEANT = 0.03  # by how much nearer in meaning than the best another one, or a list, is taken instead
SHORT = 3  # letters of a stem that says too little
_ASKING = frozenset(stems("combien comment quel quelle quels quelles pourquoi quand what which"))


def alike_enough(found: Resembling) -> bool:
    """Whether more is alike than rare words: "visiter la Fédération" has one of "combien coûte une visite ?"."""
    return found.cosine >= UNLIKE or found.words >= BY_WORDS


def means_it(found: Resembling, best: Resembling) -> bool:
    """Whether this one, about as near as the best, means far more nearly what is asked, and says as much of it."""
    as_much = found.block.answered_by is AnsweredBy.NOTHING or found.covered >= best.covered
    return as_much and found.cosine >= max(best.cosine + MEANT, SAME)


def refuses_rather(found: Resembling, best: Resembling) -> bool:
    """Whether no document answers this one, which is as near as the best and holds more of the question's words.

    "qui va remplacer François Allaire ?" is as near to "qui est François Allaire ?" as to "qui remplace... ?"
    """
    nothing = found.block.answered_by is AnsweredBy.NOTHING
    return nothing and found.score >= max(ENOUGH, best.score - ALIKE) and found.covered > best.covered + ALIKE


def answers_rather(question: Question, knowledge: Knowledge, found: Resembling, nothing: Resembling) -> bool:
    """Whether a passage is of what is asked, and a question without an answer, as near, of something else.

    "comment les médecins sont-ils rémunérés ?" is no question of "la rémunération des administrateurs", which lacks the
    doctors; "qu'est-ce que le Consortium ?" is not "où se trouve le Consortium ?", which asks more.
    """
    if found.block.answered_by is not AnsweredBy.PASSAGE:
        return False
    terms, english = knowledge.prose.terms, question.language == "en"
    asked, theirs = (
        [t for t in knowledge.prose.asked(text, knowledge.soft, english=english) if not terms.is_light(t)]
        for text in (question.message, nothing.question)
    )
    held, own = terms.of(whole_text(found)), terms.of(nothing.question)
    if all(means(t, held) for t in asked):
        said = terms.of(question.message)
        more = any(not means(t, said) for t in theirs) or (
            bool(_OTHER_YEAR.search(knowledge.fold(nothing.question)))
            and not _OTHER_YEAR.search(knowledge.fold(question.message))
        )
        return bool(asked) and (more or asked_by(knowledge, question.message) != asked_by(knowledge, nothing.question))
    said_by_it = {stem for stem in stems(question.message) if len(stem) > SHORT} - set(stems(" ".join(knowledge.soft)))
    if said_by_it & set(stems(nothing.question)) - set(stems(whole_text(found))) - _ASKING:
        return False  # it holds something asked that the passage lacks, too
    return any(means(t, held) for t in asked if not means(t, own) and knowledge.prose.knows(t))


def asked_by(knowledge: Knowledge, text: str) -> str:
    """The word that asks, one of several that ask the same: "" where none does."""
    match = _INTERROGATIVE.search(knowledge.fold(text))
    return next((name for name, said in match.groupdict().items() if said), "") if match else ""


_OTHER_YEAR = re.compile(r"(?<!\S)(?:d avant|precedente?|prochaine?|passee?|anterieure?|suivante?)(?!\S)")
_INTERROGATIVE = re.compile(
    r"(?<!\S)(?:(?P<where>ou(?= (?:est|sont|etai\w*|se|s|a|ont|peut|puis|ca|c)(?!\S))|where)"
    r"|(?P<when>quand|when|(?:quelle |en quelle |a quelle )(?:date|annee|heure))|(?P<how_many>combien|how m\w+)"
    r"|(?P<why>pourquoi|why)|(?P<how>comment(?! (?:s appel|se nomm))|how)|(?P<who>(?<!ce )qui|who|whom)"
    r"|(?P<what>comment (?:s appel\w+|se nomm\w+)|qu est ce|c est quoi|quel(?:le)?s?|quoi|que|what|which))(?!\S)"
)


def whole_text(found: Resembling) -> str:
    """The questions of a block and what answers them."""
    return " ".join((*found.block.questions, *(s.quote for s in found.block.spans)))
