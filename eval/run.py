"""The gate: asks every case through the assistant's one door, marks the answers, and says what changed and why.

    coopsante eval                      # both splits; the exit status is 1 below a floor or with an unexplained flip
    coopsante eval --record "raison"    # the reason that explains the flips, kept with the run

Each run of whole splits leaves `rapport.html`, `junit.xml` and `reponses.jsonl` in a folder (`--out`).

Replies may also come from a file that the batch command wrote (`--questions FILE` writes what to feed it). The test
split is run, never read while tuning: it is reported by class only, unless asked with `--reveal`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import click
from tqdm import tqdm

from eval.case import CASES, SPLITS, Case, CaseError, load_cases
from eval.door import ReplyTo, answers, questions
from eval.floors import FloorError, below, load_floors
from eval.judge import Given, Result, conversations, judge
from eval.outcome import Outcome, Part, before
from eval.outputs import OutputError, earlier_replies, write_outputs
from eval.recorded import Flips, RecordError, flips, load_history, load_recorded, record
from eval.reply import ReplyError, read_replies
from eval.report import failures, flip_counts, flipped, table
from eval.sources import Sources, read_sources
from ingest.errors import IngestError

ERRORS = (CaseError, ReplyError, RecordError, FloorError, OutputError, IngestError)
OPEN_SPLIT = "dev"  # the one that may be read
NO_FLIPS = Flips((), (), (), (), ())


def results_of(cases: Sequence[Case], given: Given, sources: Sources) -> list[Result]:
    """Each case beside what was answered."""
    return [judge(case, given, sources) for case in cases]


def ask_all(cases: Sequence[Case], reply_to: ReplyTo) -> Given:
    """What is answered in every conversation that judging these cases takes."""
    asked = tqdm(conversations(cases).items(), desc="Conversations", unit="conv", disable=None)
    return {key: answers(messages, reply_to) for key, messages in asked}


def load_splits(splits: Sequence[str], kind: str | None, sources: Sources) -> dict[str, list[Case]]:
    """The cases of these splits, of one class or of all. Raises `CaseError`, also where there is none."""
    documents = tuple(sources.documents.values())
    loaded = {split: load_cases(CASES / f"{split}.jsonl", documents) for split in splits}
    kept = {split: [case for case in cases if kind in (None, case.kind)] for split, cases in loaded.items()}
    if not any(kept.values()):
        raise CaseError(f"Aucun cas {f'de la classe « {kind} » ' if kind else ''}dans : {', '.join(splits)}.")
    return kept


def told(split: str, results: Sequence[Result], changed: Flips, details: bool, reveal: bool) -> str:
    """What the terminal shows of one split."""
    readable = split == OPEN_SPLIT or reveal
    parts = [f"=== {split}", failures(results) if details and readable else "", table(results)]
    parts.append((flipped if readable else flip_counts)(changed, results))
    return "\n\n".join(part for part in parts if part)


def problems_of(split: str, results: Sequence[Result], changed: Flips) -> list[str]:
    """Why the gate stays shut, one French sentence each: what is below its floor, what flipped unexplained."""
    found = [f"{split} : {sentence}." for sentence in below(results, load_floors(split))]
    if count := len(changed.better) + len(changed.worse):
        found.append(f'{split} : {count} cas ont changé de note sans explication (--record "raison" l\'inscrit).')
    if changed.new:
        found.append(f"{split} : {len(changed.new)} cas n'ont pas de note inscrite (--record \"raison\" l'inscrit).")
    return found


@click.command(
    help="Pose les questions d'évaluation, note les réponses et dit ce qui a changé depuis la note inscrite."
)
@click.option(
    "--split", type=click.Choice([*SPLITS, "tous"]), default="tous", show_default=True, help="Jeu de cas à poser."
)
@click.option(
    "--class", "kind", metavar="CLASSE", help="Une seule classe de cas ; rien n'est alors comparé ni inscrit."
)
@click.option("--replies", type=click.Path(path_type=Path), help="Réponses déjà écrites par la commande batch.")
@click.option(
    "--questions", "to_ask", type=click.Path(path_type=Path), help="Écrit les questions pour batch, et s'arrête."
)
@click.option("--corpus", type=click.Path(path_type=Path), default=Path("corpus"), show_default=True, help="Documents.")
@click.option(
    "--out",
    "folder",
    metavar="DOSSIER",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("var/eval"),
    show_default=True,
    help="Où écrire rapport.html, junit.xml et reponses.jsonl, sauf avec --class.",
)
@click.option("--record", "reason", metavar="RAISON", help="Inscrit ces notes, avec la raison des changements.")
@click.option("--failures", "details", is_flag=True, help="Montre chaque échec du jeu dev.")
@click.option(
    "--reveal", is_flag=True, help="Montre aussi ceux du jeu test, qu'on ne lit pas pendant la mise au point."
)
@click.pass_obj
def main(
    door: Callable[[Path], ReplyTo] | None,
    split: str,
    kind: str | None,
    replies: Path | None,
    to_ask: Path | None,
    corpus: Path,
    folder: Path,
    reason: str | None,
    details: bool,
    reveal: bool,
) -> None:
    """The command; every error is one French sentence. `coopsante eval` gives `door`: a corpus, then its assistant."""
    began, clock = datetime.now(), time.perf_counter()
    try:
        sources = read_sources(corpus)
        by_split = load_splits(SPLITS if split == "tous" else (split,), kind, sources)
        everything = [case for cases in by_split.values() for case in cases]
        if to_ask is not None:
            to_ask.write_text(questions(conversations(everything)), encoding="utf-8")
            return
        if replies is None and door is None:
            raise ReplyError("Donnez un fichier de réponses avec --replies (--questions écrit de quoi les obtenir).")
        given = read_replies(replies) if replies else ask_all(everything, door(corpus)) if door else {}
        earlier = earlier_replies(folder)
        problems: list[str] = []
        parts: list[Part] = []
        for name, cases in by_split.items():
            results = results_of(cases, given, sources)
            recorded = {} if kind else load_recorded(name)
            changed = NO_FLIPS if kind else flips(results, recorded)
            click.echo(told(name, results, changed, details or bool(kind), reveal) + "\n")
            if kind:
                continue
            if reason:
                record(name, results, reason, began.date().isoformat())
            problems += problems_of(name, results, NO_FLIPS if reason else changed)
            was = before(changed, recorded, earlier)
            readable = name == OPEN_SPLIT or reveal
            parts.append(Part(name, tuple(results), changed, load_floors(name), recorded, was, readable))
        seconds = time.perf_counter() - clock
        if parts:
            history = tuple(load_history())
            outcome = Outcome(began, seconds, tuple(parts), tuple(problems), history, reason or None)
            click.echo(f"Rapport : {write_outputs(folder, outcome, given, earlier, sources)}")
    except ERRORS as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    click.echo(f"{len(everything)} cas en {seconds:.1f} s")
    if problems:
        click.echo("\n".join(problems), err=True)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
