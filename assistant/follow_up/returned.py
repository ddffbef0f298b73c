"""What a message goes back or on to: the co-op told before, the next of the list, the question before a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.conversation import Turn
from assistant.editing import any_service
from assistant.follow_up.asked_of import with_subject
from assistant.follow_up.pointing import EDGE, group, named_in_turn
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import LOCATED_TASKS, PRONOUN, bare, last_list, shown_positions
from assistant.question import Question, Task
from index.places import PlaceKind
from ingest.french import key

_BEFORE_IT = re.compile(
    r"(?<!\S)(?:(?:celle|la (?:coop|clinique)) (?:d avant|precedente|d avant celle (?:la|ci))|la precedente"
    r"|the (?:previous|earlier) (?:one|co op|clinic)|the one before)(?!\S)"
)
_NEXT_ONE = re.compile(
    r"(?<!\S)(?:la suivante|l autre apres|the next one)(?!\S)"
    r"|^(?:(?:et|pis|ok|bon|non|and) )*(?:la prochaine|the next)(?!\S)(?! (?:fois|annee|rencontre|assemblee"
    r"|etape)(?!\S))"
)


def the_one_before(said: Sequel) -> Question | None:
    """ "non attends, celle d'avant, le numéro": the co-op told before this one, or where it was sought."""
    heard, last = said.heard, shown_positions(said.last)
    if not _BEFORE_IT.search(said.whole.message.folded) or heard.services or said.last.question.task is Task.PROSE:
        return None
    plain = replace(heard, places=(), named=(), left=())
    if heard.places:
        around = {p.key for place in heard.places for p in place.mention.places}
        asked = (t for t in reversed(said.turns) if t.question.place is not None and t.question.place.key in around)
        turn = next(asked, None)
        shown = shown_positions(turn) if turn is not None else ()
    else:
        others = tuple(p for p in named_in_turn(said.turns) if p not in last)
        shown = others[-1:] if len(last) <= 1 else ()
    if not shown:
        return Question(said.alone.message, Task.CLARIFY_ENTRY, language=said.alone.language, fields=heard.field_codes)
    return with_subject(said.last, shown[:1], plain, said.alone, said.reader)


def back_to_it(said: Sequel) -> Question | None:
    """ "revenons à Charlevoix : combien d'établissements ?": asked of the co-op of that name told before."""
    told = {p for turn in said.turns for p in shown_positions(turn)}
    named = {p for n in said.heard.named if n.sure for p in n.positions} & told
    plain = replace(said.heard, places=(), named=())
    asks = plain.fields or plain.services or plain.topics
    if "back" not in said.cues or len(named) != 1 or not asks or said.whole.cue("most", "least", "compare"):
        return None
    return with_subject(said.last, (named.pop(),), plain, said.alone, said.reader)


def the_next_one(said: Sequel) -> Question | None:
    """ "la suivante" after the first of a list was told of: the one that the list shows after it."""
    shown, listed = shown_positions(said.last), last_list(said.turns)
    told = said.last.question.subjects == shown and len(shown) == 1 and shown[0] in listed[:-1]
    if not told or not _NEXT_ONE.search(said.whole.message.folded) or said.heard.services or said.heard.places:
        return None
    following = listed[listed.index(shown[0]) + 1]
    return with_subject(said.last, (following,), replace(said.heard, left=()), said.alone, said.reader)


def whole_list(said: Sequel) -> tuple[int, ...]:
    """ "la première de la liste", "donc juste la première" after "les deux dernières": counted in the list they end."""
    told, folded = shown_positions(said.last), said.whole.message.folded
    at_an_edge = len(told) > 1 and EDGE.search(key(said.last.question.message)) and not _OF_THESE.search(folded)
    if not ("the_list" in said.cues or at_an_edge):
        return ()
    lists = (shown_positions(t) for t in reversed(said.turns) if t.question.task in LOCATED_TASKS)
    return next((shown for shown in lists if len(shown) > 1 and set(told) <= set(shown)), ())


_OF_THESE = re.compile(r"(?<!\S)(?:des|de ces|d entre les|of the|of these|of those)(?!\S)")


def the_other_of_two(said: Sequel) -> Question | None:
    """ "et l'autre ?", "les deux" after one alone was told of the two co-ops of a town or a region that was named."""
    told, heard, folded = shown_positions(said.last), said.heard, said.whole.message.folded
    both = _BOTH_ALONE.fullmatch(folded)
    second = _THE_SECOND.search(folded) and not last_list(said.turns) and len(named_in_turn(said.turns)) < _OF_TWO
    if not ("the_other" in said.cues or both or second) or len(told) != 1 or not bare(said.whole, 9):
        return None
    if heard.places or heard.named or heard.services or group(folded, said.turns):
        return None
    of_two = (there for turn in said.turns[: -_LATELY - 1 : -1] for there in _standing_where(said, turn.question))
    there = next((there for there in of_two if len(there) == 2 and told[0] in there), frozenset())
    wanted = tuple(sorted(there)) if both else tuple(there - set(told))
    return with_subject(said.last, wanted, replace(heard, left=()), said.alone, said.reader) if wanted else None


_OF_TWO = 2
# "celui de la deuxième", where one alone was told of the two of a town
_THE_SECOND = re.compile(
    r"(?<!\S)la (?:deuxieme|seconde|2e|2eme|2ieme)(?= (?:elle|coop|clinique|stp|svp|aussi)(?!\S)|$)"
)
_LATELY = 3  # turns whose places "l'autre" may be of
_BOTH_ALONE = re.compile(r"(?:(?:et|pis|ok|bon|ben|pour|and) )*(?:les deux|both(?: of them)?)(?: (?:stp|svp|please))?")


def _standing_where(said: Sequel, question: Question) -> Iterator[frozenset[int]]:
    """The co-ops of each town or region that a question named; of a region so called as its town, those of both."""
    entries = said.reader.directory.entries
    if question.task in LOCATED_TASKS and len(question.regions) == 1 and not (question.services or question.filters):
        yield frozenset(e.position for e in entries if e.region.value == question.regions[0])
    for heard in said.reader.ear.hear(question.message).places:
        yield frozenset(said.reader.subjects.located(heard))
        for place in heard.mention.places:
            if place.kind is PlaceKind.REGION:
                yield frozenset(e.position for e in entries if e.region.value == place.region)


def undone(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns before the last condition was said ("j'enlève ça"); where it was said at once, the last without it."""
    last = turns[-1]
    if last.question.follows and len(turns) > 1:
        return turns[:-1]
    question = last.question
    if question.task not in LOCATED_TASKS or not (question.place or question.regions or question.areas):
        return turns
    return (*turns[:-1], replace(last, question=any_service(replace(question, filters=()))))


_OF_SEVERAL = re.compile(
    r"(?<!\S)(?:elles|leurs|celles?(?! (?:la|ci)(?!\S))|lesquelles?|laquelle|quelle (?:coop|clinique)\w*|chacune"
    r"|une qui|(?:les|des|aux) (?:\w+ )?(?:autres|qui restent)|(?:des|les) (?:deux|trois|quatre|cinq)|parmi|toutes"
    r"|(?:tu|vous) (?:m |nous )?(?:as|avez) \w+|them|those|these|which one|each|the others?)(?!\S)"
)


def asks_of_the_one(said: Sequel, explained: Turn) -> bool:
    """Whether the message asks of the co-op that was just explained ("pourquoi pas Thurso ?", then "son numéro ?")."""
    heard, subjects = said.heard, explained.question.subjects
    if len(subjects) != 1 or heard.places or heard.named or _OF_SEVERAL.search(heard.message.folded):
        return False
    if said.dropped is not None:
        return False  # "si on enlève Thurso, il reste quoi ?": of the list
    if "back" in said.cues or heard.left:
        return False
    if heard.cue("most", "least", "mean", "total", "rank"):
        return False  # of the list that it was compared with
    return bool(PRONOUN.search(said.whole.message.folded)) or (bool(heard.fields) and not heard.services)
