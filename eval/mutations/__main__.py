"""`python -m eval.mutations`: every mutation before development cases drawn by lot; writes `eval/MUTATIONS.md`, and in
`eval/recorded/mutations.json` which case saw each.

All the cases, twice asked, are a quarter of a minute for each of 160 mutations: a sample says what flips, and how much.
Only a mutation that the sample doesn't catch is put before every case.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Collection
from pathlib import Path

import click
from tqdm import tqdm

from eval.case import CASES, load_cases
from eval.floors import Floors, load_floors
from eval.mutations.catalogue import ALL, GROUPS
from eval.mutations.mutation import Mutation
from eval.mutations.report import Row, markdown, sunk
from eval.mutations.seen import load_seen, record_seen
from eval.mutations.survivors import SURVIVORS
from eval.mutations.trial import Trial
from eval.mutations.whole import Whole
from eval.sources import read_sources
from ingest.library import read_library

SPLIT = "dev"
REPORT = CASES.parent / "MUTATIONS.md"


@click.command(help="Casse une chose à la fois et dit quels cas d'évaluation le voient ; écrit MUTATIONS.md.")
@click.option("--corpus", type=click.Path(path_type=Path), default=Path("corpus"), show_default=True, help="Documents.")
@click.option("--draws", metavar="N", default=5, show_default=True, help="Tirages de ce qui est cassé au hasard.")
@click.option("--sample", metavar="N", default=200, show_default=True, help="Cas tirés au sort ; 0 : tous.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=REPORT, help="Rapport à écrire.")
def main(corpus: Path, draws: int, sample: int, out: Path) -> None:
    """The command; the exit status is 1 where a mutation survives that is not a known survivor, or the reverse."""
    began = time.perf_counter()
    logging.disable(logging.ERROR)  # what is broken complains, as it should
    sources = read_sources(corpus)
    cases = load_cases(CASES / f"{SPLIT}.jsonl", tuple(sources.documents.values()))
    trial, floors = Trial(cases, sources, Whole(read_library(corpus))), load_floors(SPLIT)
    before = load_seen()
    rows = {
        one.name: _row(one, trial, floors, draws, sample or len(cases), before.get(one.name, ()))
        for one in tqdm(ALL, desc="Mutations", disable=None)
    }
    groups = {title: [rows[one.name] for one in group] for title, group in GROUPS.items()}
    out.write_text(markdown(groups, min(sample or len(cases), len(cases)), len(cases)), encoding="utf-8")
    record_seen({row.mutation.name: [one.case.id for one in row.seen_by] for row in rows.values()})
    alive = {row.mutation.name for row in rows.values() if not row.caught}
    click.echo(f"{len(rows)} mutations, {len(alive)} survivent ; {time.perf_counter() - began:.0f} s ; {out}")
    if strange := sorted(alive ^ set(SURVIVORS)):
        click.echo(f"À inscrire dans survivors.py, ou à en ôter : {', '.join(strange)}", err=True)
        raise SystemExit(1)


def _row(mutation: Mutation, trial: Trial, floors: Floors, draws: int, sample: int, seen_by: Collection[str]) -> Row:
    """The first draw before the sample; the others, and one that the sample misses, only until a case sees them."""
    results = trial.results(mutation, sample)
    flips = trial.flips(results)
    drawn = range(draws if mutation.drawn else 1)
    first = [flips[0] if flips and not draw else trial.first_flip(mutation, draw, seen_by=seen_by) for draw in drawn]
    whole = sample >= len(trial.cases)  # a floor is of a whole class
    below = sunk(results, floors) - sunk(trial.sound_results(sample), floors) if whole else frozenset()
    return Row(mutation, flips, tuple(one for one in first if one), len(drawn), tuple(sorted(below)))


if __name__ == "__main__":
    main()
