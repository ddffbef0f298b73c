"""The gate: every case asked through the assistant's one door, the answers judged, and what changed since the record.

It is shut below a floor, or where a case flipped that nobody explained.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from zlib import crc32

from joblib import Parallel, delayed
from tqdm import tqdm

from eval.case import CASES, Case, CaseError, load_cases
from eval.door import ReplyTo, answers
from eval.floors import Floors, below, load_floors
from eval.judge import Given, conversations, judge
from eval.outcome import Part, before
from eval.recorded import Flips, flips, load_recorded, record
from eval.sources import Sources

OPEN_SPLIT = "dev"  # the one that may be read
MOST_PROCESSES = 4  # each holds an index of its own
NO_FLIPS = Flips((), (), (), (), ())


def ask_all(cases: Sequence[Case], open_door: Callable[[], ReplyTo]) -> Given:
    """What is answered in every conversation that judging these cases takes, shared between processes.

    Each process opens its own door.
    """
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    asked = list(conversations(cases).items())
    shares = [dict(asked[first::processes]) for first in range(processes)]
    told = Parallel(n_jobs=processes)(delayed(_ask)(share, open_door, not n) for n, share in enumerate(shares))
    given = {key: replies for share in told for key, replies in share.items()}
    return {key: given[key] for key, _ in asked}


def _ask(share: Mapping[str, Sequence[str]], open_door: Callable[[], ReplyTo], bar: bool) -> Given:
    reply_to = open_door()
    shown = tqdm(share.items(), desc="Conversations", unit="conv", disable=None if bar else True)
    return {key: answers(messages, reply_to) for key, messages in shown}


def load_splits(splits: Sequence[str], kind: str | None, sources: Sources, one_in: int = 1) -> dict[str, list[Case]]:
    """The cases of these splits, of one class or of all; of the open one, `one_in` so many.

    Raises `CaseError`, also where there is none.
    """
    documents = tuple(sources.documents.values())
    loaded = {split: load_cases(CASES / f"{split}.jsonl", documents) for split in splits}
    kept = {split: [case for case in cases if kind in (None, case.kind)] for split, cases in loaded.items()}
    if OPEN_SPLIT in kept:
        kept[OPEN_SPLIT] = share(kept[OPEN_SPLIT], one_in)
    if not any(kept.values()):
        raise CaseError(f"Aucun cas {f'de la classe « {kind} » ' if kind else ''}dans : {', '.join(splits)}.")
    return kept


def share(cases: Sequence[Case], one_in: int) -> list[Case]:
    """One case in so many, always the same ones, a family whole or not at all."""
    return [case for case in cases if crc32((case.family or case.id).encode()) % one_in == 0]


def judged(
    split: str,
    cases: Sequence[Case],
    given: Given,
    earlier: Given,
    sources: Sources,
    reveal: bool = False,
    whole: bool = True,
) -> Part:
    """One split beside its record; `earlier` are the replies of runs before, to show what an answer was.

    Where it isn't `whole`, each case is compared with its record and no floor counts: a floor is of a whole class.
    """
    results = tuple(judge(case, given, sources) for case in cases)
    recorded, floors = load_recorded(split), load_floors(split)
    if not whole:
        asked = {case.id for case in cases}
        recorded = {id_: verdict for id_, verdict in recorded.items() if id_ in asked}
        floors = Floors(floors.labels, dict.fromkeys(floors.least, 0.0), 100)
    changed = flips(results, recorded)
    was = before(changed, recorded, earlier)
    return Part(split, results, changed, floors, recorded, was, split == OPEN_SPLIT or reveal)


def explained(part: Part, reason: str, now: datetime) -> None:
    """Record a split as it is, with the reason of its flips."""
    record(part.name, part.results, reason, now.date().isoformat())


def problems_of(part: Part, reason: str | None = None) -> list[str]:
    """Why the gate stays shut, one French sentence each: what is below its floor, what flipped without a `reason`."""
    found = [f"{part.name} : {sentence}." for sentence in below(part.results, part.floors)]
    changed = NO_FLIPS if reason else part.changed
    if count := len(changed.better) + len(changed.worse):
        found.append(f'{part.name} : {count} cas ont changé de note sans explication (--record "raison" l\'inscrit).')
    if changed.new:
        found.append(
            f"{part.name} : {len(changed.new)} cas n'ont pas de note inscrite (--record \"raison\" l'inscrit)."
        )
    return found
