"""The mutations that no case catches, counted and never hidden: why, and a question whose reply they change.

The question is the witness that something is really broken; with its gold, it is the case to add. A survivor that
is caught again must leave this list: `tests/eval/test_mutations.py` fails until it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Survivor:
    """`why`, in the French of the report; `witness`, the messages of a conversation whose replies it changes."""

    why: str
    witness: tuple[str, ...]


SURVIVORS: Mapping[str, Survivor] = {
    "exchange_yes_and_no": Survivor(
        "aucun cas n'attend « oui » ou « non »",
        ("La coop de Gatineau offre-t-elle de la physiothérapie ?",),
    ),
    "leave_the_caution_out": Survivor(
        "aucun contrôle n'attend qu'un téléphone de 2014 soit donné comme à confirmer",
        ("Quel est le téléphone de la coop d'Aylmer ?",),
    ),
    "exchange_the_emergency_lines": Survivor(
        "le contrôle des urgences accepte n'importe quelle ligne, et les deux sont dites",
        ("Je fais une crise cardiaque",),
    ),
}
