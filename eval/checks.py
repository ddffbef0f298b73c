"""Every check by name: those that a case asks for, then those that hold of any reply. None needs a model to judge."""

from __future__ import annotations

from collections.abc import Mapping

from eval import always, expected, listed, proved, stated
from eval.score import Asked, Check, Score

# A check of a case runs where the case sets the field of the same name.
EXPECTED: Mapping[str, Check] = {
    one.__name__: one
    for one in (
        expected.cooperatives,
        expected.facts,
        expected.not_facts,
        expected.cites,
        expected.documents,
        expected.first_document,
        expected.abstained,
        expected.clarifying,
        expected.emergency,
        expected.max_chars,
    )
}
ALWAYS: Mapping[str, Check] = {
    one.__name__: one
    for one in (
        always.not_empty,
        always.cooperatives_known,
        always.quotes_verbatim,
        always.quotes_short,
        always.marks_match,
        always.answered_cites,
        always.not_too_long,
        always.no_markup,
        proved.figures_proved,
        proved.names_proved,
        listed.lines_cite_their_row,
        listed.lines_in_order,
        stated.marks_prove,
        stated.dated,
        stated.out_of_how_many,
        stated.distances_said,
        stated.language,
    )
}


def check(asked: Asked) -> dict[str, Score]:
    """Every check that applies to this reply, by name."""
    wanted = {name: one for name, one in EXPECTED.items() if getattr(asked.expect, name) not in (None, ())}
    return {name: one(asked) for name, one in {**wanted, **ALWAYS}.items()}
