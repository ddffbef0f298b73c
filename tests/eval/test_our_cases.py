"""The cases themselves: each can be passed, and none that wants an answer is passed by saying nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.case import CASES, SPLITS, Case, Expected, Turn, load_cases
from eval.gate import share
from eval.judge import Failure, conversations, judge
from eval.reply import Citation, Cooperative, Reply
from eval.sources import read_sources

SOURCES = read_sources(Path(__file__).parents[2] / "corpus")
OURS = [case for split in SPLITS for case in load_cases(CASES / f"{split}.jsonl", tuple(SOURCES.documents.values()))]
TABLE = next(name for name, _ in SOURCES.rows)


def ideal(case: Case, turn: Turn) -> Reply:
    """What a perfect assistant could reply, made of the case's own expectations and proof."""
    expect = turn.expect
    wanted = expect.cooperatives or Expected()
    positions = wanted.exactly or wanted.at_least or ()
    if wanted.first is not None:
        positions = (wanted.first, *(position for position in positions if position != wanted.first))
    abstained = not case.proof if expect.abstained is None and not expect.social else bool(expect.abstained)
    proof = (
        ()
        if expect.social or expect.silent
        else sorted(dict.fromkeys(case.proof), key=lambda span: span.name != expect.first_document)
    )
    citations = tuple(Citation(n, span.name, span.start, span.end, span.quote) for n, span in enumerate(proof, start=1))
    first = "Appelez le 911" if expect.emergency else "Voici, sur 53, en 2014 et en 2021-2022"
    if expect.language == "en":
        first = "Call 911 for it is the one" if expect.emergency else "This is out of the 53 of 2014 and of 2021-2022"
    said = " ; ".join([first, *(fact[0] for fact in expect.facts)])
    computed = ("53", *(fact[0] for fact in expect.facts))
    shown = tuple(Cooperative(TABLE, position, SOURCES.names[TABLE, position]) for position in positions)
    marks = "".join(f" [{citation.marker}]" for citation in citations)
    return Reply(said + marks, abstained, bool(expect.clarifying), shown, citations, computed)


@pytest.mark.parametrize("kind", sorted({case.kind for case in OURS}))
def test_a_case_can_be_passed(kind: str) -> None:
    assert {case.id: failed for case in OURS if case.kind == kind and (failed := _failures(case))} == {}


def _failures(case: Case) -> tuple[Failure, ...]:
    replies = [ideal(case, turn) for turn in case.turns]
    given = {
        key: [replies[int(key.rpartition("#seul")[2]) - 1]] if "#seul" in key else replies
        for key in conversations([case])
    }
    return judge(case, given, SOURCES).failures


@pytest.mark.parametrize("silent", [Reply("Je ne sais pas.", True, False, (), ()), Reply("Oui.", False, False, (), ())])
def test_no_case_that_wants_an_answer_is_passed_by_a_constant_reply(silent: Reply) -> None:
    some = share(OURS, 5)
    given = {key: [silent] * len(messages) for key, messages in conversations(some).items()}
    passed = [case for case in some if judge(case, given, SOURCES).passed]
    assert all(turn.expect.silent or turn.expect.abstained is None for case in passed for turn in case.turns)
    assert len(passed) < len(some) / 5
