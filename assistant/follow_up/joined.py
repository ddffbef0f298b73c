"""Follow-ups on who joined the Federation: the co-op just spoken of, another one with it, all of them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import PRONOUN, shown_positions
from assistant.membership import MEMBERSHIP, asked_of_a_named_coop, says_another
from assistant.question import Question, Task


def member_of_the_federation(said: Sequel) -> Question | None:
    """ "est-elle devenue membre de la Fédération ?": asked of the co-op just spoken of."""
    shown = said.last.question.subjects or shown_positions(said.last)
    if len(shown) != 1 or not PRONOUN.search(said.heard.message.folded) or said.heard.places or said.heard.named:
        return None
    topic = asked_of_a_named_coop(said.heard, member=False)
    if topic != MEMBERSHIP:
        return None
    plain = Question(said.alone.message, Task.SOURCES, language=said.alone.language)
    return replace(plain, topic=topic, subjects=shown, period=said.alone.period)


def who_else_joined(said: Sequel) -> Question | None:
    """ "quelle autre est entrée avec elle ?" after a co-op's membership: all those that the report says joined."""
    last = said.last.question
    if _joined_it(said):
        return _who_joined(said)
    if last.topic != MEMBERSHIP or not last.subjects or said.heard.places or said.heard.named:
        return None
    if not says_another(said.heard.message.folded) or said.heard.services or said.heard.fields:
        return None
    return _who_joined(said)


def _who_joined(said: Sequel) -> Question:
    message = _WHO_JOINED[said.alone.language]
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message)


def _joined_it(said: Sequel) -> bool:
    """ "quelles coops viennent de la rejoindre ?", after what was asked of the Federation."""
    lately = [t for t in said.turns[-_LATELY:] if t.question.task is Task.PROSE and not t.answer.entries]
    named = any(said.reader.ear.hear(t.message).cue("federation") for t in lately)  # "et des auxiliaires ?" since
    of_it = said.last in lately and named
    asks = not (said.heard.places or said.heard.named or said.heard.services)
    return of_it and asks and _TO_IT.search(said.heard.message.folded) is not None


_LATELY = 2  # turns in which the Federation may have been named
_TO_IT = re.compile(
    r"(?<!\S)(?:coops?|cooperatives?|lesquelles|qui) (?:\w+ ){0,4}?(?:la|l|y|lui|them|it) (?:(?:ont|a|sont|est) )?"
    r"(?:rejoin\w+|rejoint\w*|joint\w*|adher\w+|integr\w+)(?!\S)"
    r"|(?<!\S)(?:which|who) (?:\w+ ){0,3}joined (?:it|them)(?!\S)"
)
_WHO_JOINED = {
    "fr": "Quelles coops sont devenues membres de la Fédération ?",
    "en": "Which co-ops joined the Federation?",
}
