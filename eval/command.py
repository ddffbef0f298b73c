"""The `coopsante eval` command, and those under it.

    coopsante eval                      # both splits; the exit status is 1 below a floor or with an unexplained flip
    coopsante eval --one-in 4           # a share of dev, for a quick look
    coopsante eval --record "raison"    # the reason that explains the flips, kept with the run

Each run of whole splits leaves `rapport.html`, `junit.xml` and `reponses.jsonl` in a folder (`--out`). Replies may also
come from a file that the batch command wrote (`--questions FILE` writes what to feed it).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from eval.case import SPLITS, CaseError
from eval.door import ReplyTo, questions
from eval.floors import FloorError
from eval.gate import OPEN_SPLIT, ask_all, explained, judged, load_splits, problems_of
from eval.judge import conversations, judge
from eval.outcome import Outcome
from eval.outputs import OutputError, earlier_replies, write_outputs
from eval.proposal import accept_command, add
from eval.recorded import RecordError, load_history
from eval.reply import ReplyError, read_replies
from eval.report import failures, table, told
from eval.retrieval.command import sweep
from eval.sources import read_sources
from ingest.errors import IngestError

ERRORS = (CaseError, ReplyError, RecordError, FloorError, OutputError, IngestError)


@click.group(
    invoke_without_command=True,
    help="Pose les questions d'évaluation, note les réponses et dit ce qui a changé depuis la note inscrite.",
    subcommand_metavar="[COMMANDE]",
)
@click.option(
    "--split", type=click.Choice([*SPLITS, "tous"]), default="tous", show_default=True, help="Jeu de cas à poser."
)
@click.option(
    "--class", "kind", metavar="CLASSE", help="Une seule classe de cas ; rien n'est alors comparé ni inscrit."
)
@click.option(
    "--one-in",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Un cas du jeu dev sur N, comparé à sa note inscrite ; les planchers ne comptent alors que pour test.",
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
@click.pass_context
def main(
    context: click.Context,
    split: str,
    kind: str | None,
    one_in: int,
    replies: Path | None,
    to_ask: Path | None,
    corpus: Path,
    folder: Path,
    reason: str | None,
    details: bool,
    reveal: bool,
) -> None:
    """The command; every error is one French sentence. `coopsante eval` gives `obj`: a corpus, then its assistant."""
    if context.invoked_subcommand:
        return
    door: Callable[[Path], ReplyTo] | None = context.obj
    began, clock = datetime.now(), time.perf_counter()
    problems: list[str] = []
    try:
        sources = read_sources(corpus)
        by_split = load_splits(SPLITS if split == "tous" else (split,), kind, sources, one_in)
        everything = [case for cases in by_split.values() for case in cases]
        if to_ask is not None:
            to_ask.write_text(questions(conversations(everything)), encoding="utf-8")
            return
        if reason and one_in > 1:
            raise RecordError("--record inscrit tous les cas : ôtez --one-in.")
        if replies is None and door is None:
            raise ReplyError("Donnez un fichier de réponses avec --replies (--questions écrit de quoi les obtenir).")
        given = read_replies(replies) if replies else ask_all(everything, partial(door, corpus)) if door else {}
        if kind:
            for name, cases in by_split.items():
                results = [judge(case, given, sources) for case in cases]
                shown = failures(results) if name == "dev" or reveal else ""
                click.echo("\n\n".join(part for part in (shown, f"=== {name}", table(results)) if part) + "\n")
        else:
            earlier = earlier_replies(folder)
            parts = tuple(
                judged(name, cases, given, earlier, sources, reveal, whole=one_in == 1 or name != OPEN_SPLIT)
                for name, cases in by_split.items()
            )
            for part in parts:
                click.echo(told(part, details) + "\n")
                if reason:
                    explained(part, reason, began)
                problems += problems_of(part, reason)
            outcome = Outcome(began, time.perf_counter() - clock, parts, tuple(problems), tuple(load_history()), reason)
            click.echo(f"Rapport : {write_outputs(folder, outcome, given, earlier, sources)}")
    except ERRORS as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    click.echo(f"{len(everything)} cas en {time.perf_counter() - clock:.1f} s")
    if problems:
        click.echo("\n".join(problems), err=True)
        raise SystemExit(1)


for command in (add, accept_command, sweep):
    main.add_command(command)
