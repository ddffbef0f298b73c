"""Ten questions with their whole answers, for a French reader to review: tests/golden/ten_questions.md.

python -m tests.assistant.ten_questions      # writes it anew after a change; the diff shows what changed
"""

from __future__ import annotations

from assistant.conversation import Turn
from assistant.plain import plain
from tests.assistant.asking import ROOT, ask, library

GOLDEN = ROOT / "tests" / "golden" / "ten_questions.md"
QUESTIONS = (
    "quelles coops près de Gatineau offrent de la physiothérapie ?",
    "je cherche un acupuncteur dans les Laurentides",
    "C'est quoi le numéro de la coop d'Aylmer ?",
    "combien de coops en Mauricie, et lesquelles ont plus de 5 médecins de famille ?",
    "prise de sang a moins de 40 km de drummondville",
    "qui est le directeur de la Fédération selon le dernier rapport annuel ?",
    "physio proche de Sept-Îles",
    "y a-t-il un dentiste à la coop de Shawinigan ?",
    "quels sont les frais d'exploitation en 2020-2021 ?",
    "recette de pâté chinois",
)
HEAD = """# Dix questions et leurs réponses

Ce fichier est écrit par `python -m tests.assistant.ten_questions`, et un test le compare aux réponses d'aujourd'hui.
Après un changement voulu, relancez la commande et relisez la différence.
"""


def transcript() -> str:
    """The ten questions, each in a conversation of its own, with their answers and sources as a terminal shows them."""
    return "\n".join([HEAD, *(_section(rank, ask(question)[0]) for rank, question in enumerate(QUESTIONS, 1))])


def _section(rank: int, turn: Turn) -> str:
    shown = "\n".join(plain(turn, library()))
    outcome = f"Issue : {turn.answer.outcome.value}" + (f" ({turn.answer.reason.value})" if turn.answer.reason else "")
    return f"## {rank}. {turn.message}\n\n{shown}\n\n{outcome}\n"


if __name__ == "__main__":
    GOLDEN.write_text(transcript(), encoding="utf-8")
    print(f"Écrit : {GOLDEN.relative_to(ROOT)}. Relisez la différence avant de la garder.")
