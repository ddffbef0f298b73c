"""How many questions that are answered rightly still are when they are typed in haste.

    python -m scripts.in_haste 400 2

Asks as many development questions of one turn that pass in the last recorded run (400 here), each typed in one of eight
hasty ways drawn by lot (2: the seed), and judges what is answered by the case's own expectations. Prints the right and
the asked by way of typing, and the questions that fail.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from assistant.assistant import Assistant
from eval.case import Case, load_cases
from eval.door import answers, door_of
from eval.judge import conversations, judge
from eval.recorded import load_recorded
from eval.sources import read_sources
from index.embedding import SentenceTransformerEmbedder
from index.store import open_index

CORPUS, INDEX, CASES = Path("corpus"), Path("var/index"), Path("eval/cases/dev.jsonl")
LONG = 5  # letters: shorter words are typed right
_NEAR = {
    "a": "qzs",
    "e": "zrd",
    "i": "uo",
    "o": "ip",
    "s": "qd",
    "d": "sf",
    "l": "km",
    "m": "lp",
    "n": "bh",
    "r": "et",
    "t": "ry",
}
_BY_EAR = (
    ("qu", "k"),
    ("eau", "o"),
    ("au", "o"),
    ("ph", "f"),
    ("ai", "é"),
    ("ç", "s"),
    ("ss", "s"),
    ("tt", "t"),
    ("nn", "n"),
)
_SHORT = (
    ("avec", "ak"),
    ("pour", "pr"),
    ("combien", "cb"),
    ("bonjour", "bjr"),
    ("beaucoup", "bcp"),
    ("pourquoi", "pk"),
)


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()


def _one_key(word: str, lot: Random) -> str:
    """A letter left out, two swapped, one doubled, or the key beside."""
    at = lot.randrange(1, len(word) - 1)
    beside = lot.choice(_NEAR.get(word[at].lower(), "e"))
    return lot.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[: at + 1] + word[at:],
            word[:at] + beside + word[at + 1 :],
        )
    )


def _mistyped(text: str, lot: Random, times: int) -> str:
    pieces = re.split(r"(\W+)", text)
    long = [at for at, piece in enumerate(pieces) if len(piece) >= LONG and piece.isalpha()]
    for at in lot.sample(long, min(times, len(long))):
        pieces[at] = _one_key(pieces[at], lot)
    return "".join(pieces)


def _stuck(text: str, lot: Random) -> str:
    said = text.split()
    at = lot.randrange(len(said) - 1) if len(said) > 2 else 0
    return " ".join([*said[:at], "".join(said[at : at + 2]), *said[at + 2 :]])


def _cut(text: str) -> str:
    longest = max(text.split(), key=len)
    half = len(longest) // 2
    return text.replace(longest, f"{longest[:half]} {longest[half:]}", 1)


def _replaced(text: str, pairs: tuple[tuple[str, str], ...], whole: bool = False) -> str:
    for right, hasty in pairs:
        text = re.sub(rf"\b{right}\b" if whole else right, hasty, text)
    return text


TYPED: dict[str, Callable[[str, Random], str]] = {
    "one wrong key": lambda text, lot: _mistyped(text, lot, 1),
    "two wrong keys": lambda text, lot: _mistyped(_bare(text), lot, 2),
    "by ear": lambda text, lot: _replaced(text.lower(), tuple(lot.sample(_BY_EAR, 5))),
    "as in messages": lambda text, lot: _replaced(_replaced(_bare(text), _SHORT, True), (("qu", "k"), (r"\?", ""))),
    "two words stuck": _stuck,
    "a word cut": lambda text, lot: _cut(text),
    "all in capitals": lambda text, lot: f"{_bare(text).upper()} !!!",
    "no sign, no accent": lambda text, lot: re.sub(r"[?'’-]", " ", _bare(text)),
}


def main(asked: int, seed: int) -> None:
    lot, sources, recorded = Random(seed), read_sources(CORPUS), load_recorded("dev")
    cases = load_cases(CASES, tuple(sources.documents.values()))
    right = [case for case in cases if len(case.turns) == 1 and case.id in recorded and not recorded[case.id].failed]
    opened = open_index(CORPUS, INDEX, SentenceTransformerEmbedder)
    reply_to = door_of(Assistant(opened), opened.library)
    good: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in lot.sample(right, asked):
        way = lot.choice(list(TYPED))
        hasty = _typed(case, TYPED[way], lot)
        given = {key: answers(said, reply_to) for key, said in conversations([hasty]).items()}
        passed = judge(hasty, given, sources).passed
        total[way] += 1
        good[way] += passed
        if not passed:
            print(f"{case.id}: {hasty.turns[0].ask}")
    for way in TYPED:
        print(f"{way:20}{good[way]:>5} / {total[way]}")
    print(f"{'all':20}{good.total():>5} / {total.total()}")


def _typed(case: Case, hastily: Callable[[str, Random], str], lot: Random) -> Case:
    turn = case.turns[0]
    return replace(case, turns=(replace(turn, ask=hastily(turn.ask, lot)),))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
