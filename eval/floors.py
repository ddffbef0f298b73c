"""The floors: the least share of right answers by class and split, in `floors.toml`, with each class's French label."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.judge import Result
from eval.tally import Tally, by_class, families, losses
from eval.wording import decimal

FLOORS = Path(__file__).parent / "floors.toml"


class FloorError(Exception):
    """`floors.toml` can't be used; the message is French."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Of one split: the least rate of each class, from 0 to 1, and the most that follow-ups may lose, in points."""

    labels: dict[str, str]
    least: dict[str, float]
    follow_up_loss: float


def load_floors(split: str, path: Path = FLOORS) -> Floors:
    """The floors of a split. Raises `FloorError`."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        classes = raw["classes"]
        return Floors(
            {name: one["label"] for name, one in classes.items()},
            {name: one[split] / 100 for name, one in classes.items()},
            float(raw["suites"][split]),
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise FloorError(
            f"{path} est illisible ({error!r}) : chaque classe y a « label », « dev » et « test »."
        ) from error


def below(results: Sequence[Result], floors: Floors) -> list[str]:
    """What is below its floor, one French sentence each; a class without a floor is one."""
    marks = [*by_class(results), families(results)]
    told = [_below(mark, floors) for mark in marks if mark.total]
    total = losses(results)[-1:]
    told += [
        f"les suites perdent {decimal(one.points)} points, au plus {decimal(floors.follow_up_loss)}"
        for one in total
        if one.points > floors.follow_up_loss
    ]
    return [sentence for sentence in told if sentence]


def _below(mark: Tally, floors: Floors) -> str:
    least = floors.least.get(mark.name)
    if least is None:
        return f"la classe « {mark.name} » n'a pas de plancher dans {FLOORS.name} : ajoutez-l'y"
    if mark.rate >= least:
        return ""
    rate = decimal(100 * mark.rate)
    return f"« {mark.name} » : {rate} % ({mark.right} sur {mark.total}), plancher {decimal(100 * least)} %"
