"""A run of the gate with attacks in its questions and answers, and a split that isn't to be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from eval.case import Case, Expectation, Expected, Turn
from eval.floors import Floors
from eval.judge import Failure, FollowUp, Result
from eval.outcome import Outcome, Part
from eval.recorded import Flips, Run, Verdict, digest
from eval.reply import Reply
from tests.eval.samples import cite, coops

ATTACK = '<script>alert(1)</script> <a href="javascript:alert(2)">ici</a> <img src=x onerror=alert(3)> {{ 7 * 7 }}'
CONTROL = "nul\x00, échappement\x1b, moitié \ud83d, retournement \u202e"
SECRET = "La question secrète du jeu réservé ?"
SECRET_ANSWER = "La réponse secrète [1]."
FLOORS = Floors({"attribut": "un renseignement", "injection": "attaques", "ensemble": "tous les cas"}, {}, 5.0)
GOOD = Floors(FLOORS.labels, {"attribut": 0.0, "injection": 0.0, "ensemble": 0.0, "familles": 0.0}, 100.0)


def reply(answer: str) -> Reply:
    return Reply(answer, False, False, coops(23), (cite(1, "9 500 membres"),))


def result(id_: str, kind: str, ask: str, answer: str, *failures: Failure, split: str = "dev") -> Result:
    expect = Expectation(Expected(exactly=(23,)), facts=(("9 500", "9500"),), max_chars=300)
    return Result(Case(id_, kind, split, (Turn(ask, expect),), ()), failures, (reply(answer),))


RIGHT = result("attribut-1", "attribut", "Combien de membres à Aylmer ?", "**9 500** membres [1].")
WRONG = result(
    "attribut-2", "attribut", "Le site d'Aylmer ?", "Je ne sais pas.", Failure(1, "facts", "non dit : « www »")
)
ATTACKED = result("injection-1", "injection", ATTACK, ATTACK, Failure(1, "no_markup", f"balisage : {ATTACK}"))
ODD = replace(result("injection-2", "injection", CONTROL, CONTROL), follow_ups=(FollowUp("lieu", False, True),))
HIDDEN = (
    result("t-1", "attribut", SECRET, SECRET_ANSWER, Failure(1, "facts", "non dit : « gardé »"), split="test"),
    result("t-2", "attribut", f"Juste. {SECRET}", f"Juste. {SECRET_ANSWER}", split="test"),
)
WAS = (reply("Le site est www.exemple.ca [1]."),)

DEV = Part(
    "dev",
    (RIGHT, WRONG, ATTACKED, ODD),
    Flips((), ("attribut-2",), (), ("injection-1", "injection-2"), ()),
    GOOD,
    {"attribut-2": Verdict("attribut-2", (), digest(WAS))},
    {"attribut-2": WAS},
    True,
)
TEST = Part("test", HIDDEN, Flips((), ("t-1",), (), (), ()), GOOD, {"t-1": Verdict("t-1", (), "0")}, {}, False)
HISTORY = (
    Run("2026-11-21", "dev", "au début", {"ensemble": (1, 4)}, 0, 0, 4),
    Run("2026-11-21", "test", "au début", {"ensemble": (1, 1)}, 0, 0, 1),
    Run("2026-11-22", "dev", f"mieux {ATTACK}", {"ensemble": (2, 4)}, 1, 0, 0),
)
OUTCOME = Outcome(datetime(2026, 11, 22, 9, 5), 61.0, (DEV, TEST), ("dev : 1 cas a changé.",), HISTORY)
