"""The gate can fail: each mutation turns a right case wrong, or is a listed survivor that really breaks something."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eval.case import CASES, load_cases
from eval.door import ReplyTo
from eval.floors import Floors
from eval.mutations.catalogue import ALL
from eval.mutations.mutation import Mutation
from eval.mutations.report import Row, markdown, sunk
from eval.mutations.seen import load_seen
from eval.mutations.survivors import SURVIVORS
from eval.mutations.trial import Trial
from eval.mutations.whole import Whole, swapped
from eval.sources import read_sources
from index.places import Gazetteer
from ingest.library import read_library

CORPUS = Path(__file__).parents[2] / "corpus"
# `python -m eval.mutations` asks all the cases; here the case that saw a mutation then is asked first, and a known
# survivor, and each draw, is believed after so many.
MOST_CASES = 500
SEEN = load_seen()
DRAWS = 5  # of what is broken by lot: a single cell may be one that no case looks at
ASKED = (
    "Quel est le téléphone de la coop d'Aylmer ?",
    "Et son courriel ?",
    "Quelles coops près de Gatineau offrent de la fizio ?",
    "Lesquelles ont au moins 3 médecins ?",
    "Combien de médecins dans les deux documents ?",
    "Quelle est la mission de la Fédération ?",
)


@pytest.fixture(scope="module")
def trial() -> Trial:
    """The cases and the assistant as it is, asked once for all the mutations."""
    sources = read_sources(CORPUS)
    cases = load_cases(CASES / "dev.jsonl", tuple(sources.documents.values()))
    return Trial(cases, sources, Whole(read_library(CORPUS)))


@pytest.fixture(scope="module", autouse=True)
def before() -> list[Any]:
    """What is replied before anything is broken."""
    return said(Whole(read_library(CORPUS)).rebuilt(), ASKED)


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """What is broken complains, as it should."""
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


def marked(mutation: Mutation) -> Any:
    """The mutation as a parameter, expected to survive where it is listed so."""
    known = SURVIVORS.get(mutation.name)
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=known.why)] if known else []
    return pytest.param(mutation, id=mutation.name, marks=marks)


@pytest.mark.parametrize("mutation", [marked(mutation) for mutation in ALL])
def test_a_mutation_is_caught(mutation: Mutation, trial: Trial) -> None:
    draws = range(DRAWS if mutation.drawn else 1)
    most = MOST_CASES if mutation.drawn or mutation.name in SURVIVORS else None
    assert any(trial.first_flip(mutation, draw, most, SEEN.get(mutation.name, ())) for draw in draws), mutation.what


def test_a_copy_with_nothing_broken_flips_nothing(trial: Trial) -> None:
    intact = Mutation("intact", "rien n'est cassé", (), lambda whole, _: whole.rebuilt(Gazetteer=Gazetteer))
    assert trial.first_flip(intact, most=MOST_CASES) is None


@pytest.mark.parametrize("name", SURVIVORS)
def test_a_survivor_breaks_something(name: str, trial: Trial) -> None:
    (mutation,) = (one for one in ALL if one.name == name)
    witness = SURVIVORS[name].witness
    doors = [mutation.door(trial.whole, draw) for draw in range(DRAWS if mutation.drawn else 1)]
    assert any(said(door, witness) != said(trial.whole.reply_to, witness) for door in doors)


def test_names_are_told_apart() -> None:
    assert len({mutation.name for mutation in ALL}) == len({mutation.what for mutation in ALL}) == len(ALL) >= 30


def test_what_is_swapped_is_put_back_whatever_happens() -> None:
    with pytest.raises(ZeroDivisionError), swapped(math, pi=3):
        assert math.pi == 3
        1 / 0  # noqa: B018
    assert math.pi > 3


def test_nothing_of_a_mutation_is_left(trial: Trial, before: list[Any]) -> None:
    """Runs after the tests of every mutation: a copy that is whole again replies as one made before them all."""
    assert said(trial.whole.rebuilt(), ASKED) == before


def test_the_report_hides_no_survivor(trial: Trial) -> None:
    always, survivor = (
        next(one for one in ALL if one.name == name) for name in ("always_abstain", "leave_the_caution_out")
    )
    flip = trial.first_flip(always)
    assert flip is not None
    rows = {"Essai": [Row(always, (flip,), (flip,), 1, ("attribut",)), Row(survivor, (), (), 1, ())]}
    told = markdown(rows, 2, 2)
    assert "**2 mutations : 1 prises, 1 survivent.** 1 feraient passer une classe sous son plancher." in told
    assert "plancher." not in markdown(rows, 1, 2)
    assert f"| `always_abstain` | tout est refusé | oui |  | {flip.case.kind} 1 |" in told
    assert f"- `leave_the_caution_out`, {survivor.what} : {SURVIVORS['leave_the_caution_out'].why}." in told


def test_a_class_below_its_floor_is_sunk(trial: Trial) -> None:
    wrong = trial.first_flip(next(one for one in ALL if one.name == "always_abstain"))
    assert wrong is not None
    assert sunk([wrong], Floors({}, {wrong.case.kind: 0.5}, 100)) == {wrong.case.kind}
    assert sunk([wrong], Floors({}, {wrong.case.kind: 0.0}, 100)) == frozenset()


def said(reply_to: ReplyTo, messages: tuple[str, ...]) -> list[Any]:
    """What is replied in one conversation; a copy too broken to reply says so."""
    replies, conversation = [], None
    try:
        for message in messages:
            raw, conversation = reply_to(message, conversation)
            replies.append(raw)
    except Exception as error:
        replies.append({"error": repr(error)})
    return replies
