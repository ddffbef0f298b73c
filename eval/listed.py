"""A list is what it says: the marks of a line cite the row of the co-op that it names, in the order presented."""

from __future__ import annotations

import re

from eval.matching import MARK
from eval.reply import Cooperative
from eval.score import Asked, Score, none_of

_LINE = re.compile(r"^(?:\d+\. |- |\| )?\*{0,2}(?P<name>[^*|\[]+?)\*{0,2}(?:,| ?\[| \||\s*$)")


def lines_cite_their_row(asked: Asked) -> Score:
    """On a line that names a co-op presented, each mark cites that co-op's row, or no row of a table at all."""
    citations = {str(one.marker): one for one in asked.reply.citations}
    problems = []
    for coop, line in _named_lines(asked):
        own = asked.sources.places[coop.document, coop.position]
        for mark in MARK.findall(line):
            one = citations.get(mark)
            if one is None or one.document != coop.document or (own[0] <= one.start and one.end <= own[1]):
                continue
            if any(
                start <= one.start < end
                for (name, _), (start, end) in asked.sources.places.items()
                if name == one.document
            ):
                problems.append(f"la ligne de « {coop.name} » cite la rangée d'une autre coop [{mark}]")
    return none_of(problems)


def lines_in_order(asked: Asked) -> Score:
    """The lines that name the co-ops presented come in the order in which the reply presents them."""
    named = [coop.position for coop, _ in _named_lines(asked)]
    wanted = [position for position in asked.reply.positions if position in named]
    place = 0
    for position in wanted:
        if position not in named[place:]:
            return Score(False, f"l'ordre du texte {named} n'est pas celui des coops présentées {wanted}")
        place = named.index(position, place) + 1
    return Score(True)


def _named_lines(asked: Asked) -> list[tuple[Cooperative, str]]:
    """The lines of the answer that begin with the name of a co-op presented."""
    by_name = {
        one.name: one for one in asked.reply.cooperatives if (one.document, one.position) in asked.sources.places
    }
    lines = [
        (found.group("name").strip(), line) for line in asked.reply.answer.splitlines() if (found := _LINE.match(line))
    ]
    return [(by_name[name], line) for name, line in lines if name in by_name]
