"""The few co-ops just shown, side by side, and the one of them that has the most or the least of something."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import SIZED, meant_as_services, measured
from assistant.editing import measured_by
from assistant.follow_up.asked_of import with_subject
from assistant.follow_up.pointing import how_many, named_in_turn
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import PRONOUN, bare, shown_positions
from assistant.question import Question, Task
from assistant.reckoned import GAP
from index.readings import number_of

MOST_COMPARED = 5


def compared(said: Sequel) -> Question | None:
    """ "compare-les": the few co-ops just shown, side by side."""
    heard, shown = said.heard, shown_positions(said.last)
    services = meant_as_services(heard, heard.field_codes)
    if not heard.cue("compare") or not bare(said.whole, 8) or heard.places or heard.named or services:
        return None
    if len(shown) < 2:
        shown = named_in_turn(said.turns)[-how_many(said.whole.message.folded, default=2) :]
    if not 2 <= len(shown) <= MOST_COMPARED:
        return None
    ranking, measure = said.last.question, measured(heard)
    if ranking.task is Task.RANK and measure is not None:  # "et si on compare les membres ?" after who has most doctors
        return replace(measured_by(ranking, measure), scope=shown, limit=len(shown))
    return (
        with_subject(said.last, shown, heard, said.alone, said.reader)
        if heard.fields
        else replace(Question(said.alone.message, Task.CARD, language=said.alone.language), subjects=shown)
    )


def more_than_another(said: Sequel) -> Question | None:
    """ "a-t-elle plus de membres que celle de La Prairie ?": the co-op just spoken of beside the one named."""
    heard, shown = said.heard, said.last.question.subjects or shown_positions(said.last)
    than, measure = _MORE_THAN.search(heard.message.folded), measured(heard)
    if than is None or len(shown) != 1 or not PRONOUN.search(heard.message.folded[: than.end()]) or heard.services:
        return None
    measure = measure or ("members" if SIZED.search(than.group()) else None)
    named = [n.positions for n in heard.named if n.sure] + [said.reader.subjects.located(p) for p in heard.places]
    others = {positions[0] for positions in named if len(positions) == 1} - set(shown)
    if measure is None or len(others) != 1:
        return None
    plain = Question(said.alone.message, Task.RANK, language=said.alone.language)
    least = than["how"] in ("moins", "fewer", "less", "smaller")
    return replace(plain, scope=(*shown, *others), measure=measure, descending=not least, limit=2)


_MORE_THAN = re.compile(
    r"(?<!\S)(?P<how>plus|moins|autant|davantage|more|fewer|less|bigger|larger|smaller)(?: \w+){0,4}?"
    r" (?:qu|que|than)(?!\S)"
)


def gap_between(said: Sequel) -> Question | None:
    """ "de combien ?" after a ranking: the difference between the first ones."""
    question = said.last.question
    if question.task is not Task.RANK or not _BY_HOW_MUCH.fullmatch(said.whole.message.folded):
        return None
    return replace(question, topic=GAP, nth=1, limit=max(question.limit or 2, 2))


_BY_HOW_MUCH = re.compile(
    r"(?:(?:et|pis|ok|mais|and) )*(?:(?:de|par) combien|(?:c est quoi |quel est |quelle est )?(?:l ecart|la difference)"
    r"|(?:(?:avec |il y a |ca fait |c est )?(?:une? |l |la )?(?:difference|ecart|marge) (?:de |est de |c est )?combien)"
    r"|(?:ca fait )?combien de (?:plus|difference|moins|differents?)|by how (?:much|many)|how many more)"
    r"(?: (?:de plus|de moins|d ecart|au juste|entre les deux|avec l autre|between them))*"
)


def extreme(said: Sequel, positions: tuple[int, ...], measure: str) -> tuple[int, ...] | None:
    """The one of the co-ops that has the most or the least, None where none is asked or one of them tells no number."""
    if not said.heard.cue("most", "least"):
        return None
    numbers = {p: number_of(said.reader.directory.at(p), measure) for p in positions}
    told = {p: reading.number for p, reading in numbers.items() if reading is not None}
    if len(told) < len(positions) or len(set(told.values())) < len(told):
        return None
    pick_one = min if said.heard.cue("least") or _SMALL.search(said.whole.message.folded) else max
    return (pick_one(told, key=lambda p: told[p]),)


_SMALL = re.compile(r"(?<!\S)(?:petit\w*|small\w*)(?!\S)")
