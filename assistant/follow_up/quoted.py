"""Sequels over what an answer of the prose quoted: one item of its list, the next one, what stands after it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import ORDINALS, bare
from assistant.question import Question, Task
from ingest.french import key

ITEM = "item"  # topic of a question that asks for one item of the list last quoted, by its place in it


def one_item(said: Sequel) -> Question | None:
    """ "la dernière, c'était quoi ?" after the recommendations: that item alone."""
    last, heard = said.last, said.heard
    if last.question.task is not Task.PROSE or last.answer.entries or len(last.answer.citations) < MOST_ALONE:
        return None
    asked = set(heard.field_codes) - {"card"}  # "la dernière, c'est quoi ?"
    if heard.left or asked or heard.topics or heard.services or heard.places or not bare(said.whole, 9):
        return None
    match = _RANK.search(said.whole.message.folded)
    if match is None or _ORDINAL.search(last.question.message):
        return None  # "et la quatrième ?" after the third orientation: of the orientations, see `another_rank`
    plain = Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=ITEM)
    return replace(plain, nth=ORDINALS[match["rank"]] + 1, options=last.answer.citations)


MOST_ALONE = 3  # citations from which an answer is a list
_RANK = re.compile(
    rf"(?<!\S)(?:la|le|the) (?P<rank>{'|'.join(ORDINALS)})"
    r"(?= (?:c|tu|est|etait|donc|stp|svp|de (?:ta|la) liste|one|dit)(?!\S)|$)"
)


FOLLOWS = "follows"  # topic of a question that asks what stands after the words last quoted
WHO_ELSE = "who else"  # the same, of people
_THE_REST = re.compile(
    r"(?:(?:et|ok|pis|puis|and|bon) )*(?:(?P<who>(?:c est )?qui d autres?|avec qui d autres?|who else)|quoi d autre"
    r"|la suite|et apres|le reste|ensuite|what else|the rest|continue[sz]?)(?: (?:encore|svp|stp|aussi))?"
)


def what_follows(said: Sequel) -> Question | None:
    """ "qui d'autre ?", "la suite ?": what stands in the same section, after what the last answer quoted."""
    match = _THE_REST.fullmatch(said.whole.message.folded)
    last = said.last
    if match is None or last.question.task is not Task.PROSE or last.answer.entries or not last.answer.citations:
        return None
    topic = WHO_ELSE if match["who"] else FOLLOWS
    plain = Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=topic)
    return replace(plain, options=last.answer.citations)


_ORDINAL = re.compile(
    r"\b(?:premi[eè]re?|deuxi[eè]me|seconde?|troisi[eè]me|quatri[eè]me|1re|1[eè]re|2e|2i?[eè]me|3e|3i?[eè]me|4e|derni[eè]re?|first|second|third|fourth|last)\b",
    re.IGNORECASE,
)


def another_rank(said: Sequel) -> Question | None:
    """ "et de la deuxième ?" after "les objectifs de la première orientation"."""
    before, now = said.last.question.message, said.whole.message.text
    first, second = _ORDINAL.search(before), _ORDINAL.search(now)
    if said.last.question.task is not Task.PROSE or first is None or not bare(said.whole, 6):
        return None
    rank = second.group() if second else _rank_after(first.group(), said.whole.message.folded)
    if not rank:
        return None
    message = f"{before[: first.start()]}{rank}{before[first.end() :]}"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message)


def _rank_after(rank: str, folded: str) -> str:
    """ "la suivante" after "la deuxième": "troisième"; "" where no next one is asked for, or none is known."""
    place = ORDINALS.get(key(rank), -1) + 1
    known = 0 < place < len(_RANKS) and _FOLLOWING.match(folded) is not None
    return _RANKS[place] if known else ""


_RANKS = ("premier", "deuxième", "troisième", "quatrième", "cinquième")
_FOLLOWING = re.compile(
    r"(?:(?:et|ok|pis|and) )*(?:l[ae] (?:suivante?|prochaine?)|cel(?:le|ui) d apres|the next(?: one)?)(?!\S)"
)
