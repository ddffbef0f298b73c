"""Runs the cases: `python -m eval.run [--split dev] [--class X] --replies FILE`.

Replies come from a file that the batch command wrote (`--questions FILE` writes what to feed it), or, for callers in
Python, from any `ReplyTo`, such as `door_of(assistant, library)`. The test split is run, never read while tuning: it is
reported by class only, unless asked with `--reveal`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from eval.case import CASES, SPLITS, Case, CaseError, load_cases
from eval.checks import Asked, check
from eval.reply import Reply, ReplyError, parse_reply, read_replies
from eval.report import Failure, Result, failed_checks, failures, table
from ingest.document import Document, read_documents
from ingest.errors import IngestError

# One turn: a message and the conversation so far (None at first) give a reply in the batch format, and the conversation
# after it.
ReplyTo = Callable[[str, Any], tuple[Mapping[str, Any], Any]]


def replies_of(case: Case, reply: ReplyTo) -> tuple[Reply, ...]:
    """What is answered to each turn of a case, in one conversation."""
    conversation: Any = None
    found: list[Reply] = []
    for turn in case.turns:
        raw, conversation = reply(turn.ask, conversation)
        found.append(parse_reply(raw))
    return tuple(found)


def judge(case: Case, replies: Sequence[Reply], documents: Iterable[Document]) -> Result:
    """A case beside what was answered: all that failed, turn by turn."""
    by_name = {document.name: document for document in documents}
    failed: list[Failure] = []
    if len(replies) != len(case.turns):
        failed.append(Failure(0, "replies", f"réponses reçues : {len(replies)}, tours : {len(case.turns)}"))
    messages: tuple[str, ...] = ()
    for rank, (turn, reply) in enumerate(zip(case.turns, replies, strict=False), start=1):
        messages += (turn.ask,)
        scores = check(Asked(messages, turn.expect, reply, by_name))
        failed += [Failure(rank, name, score.why) for name, score in scores.items() if not score.passed]
    return Result(case, tuple(failed), tuple(reply.answer for reply in replies))


def questions(cases: Iterable[Case]) -> str:
    """The cases as the batch command reads them, one conversation a line."""
    rows = ({"id": case.id, "turns": [turn.ask for turn in case.turns]} for case in cases)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def door_of(assistant: Any, library: Any) -> ReplyTo:
    """The assistant's one door as replies in the batch format: the same JSON that outsiders judge."""
    from assistant.conversation import Conversation
    from assistant.reply_json import turn_to_dict

    def reply(message: str, conversation: Any) -> tuple[Mapping[str, Any], Any]:
        so_far = Conversation() if conversation is None else conversation
        turn = assistant.reply(message, so_far)
        return turn_to_dict(turn, library), so_far.then(turn)

    return reply


@click.command(help="Fait passer les cas d'évaluation à l'assistant et compte les réponses justes, classe par classe.")
@click.option("--split", type=click.Choice(SPLITS), default="dev", show_default=True, help="Jeu de cas.")
@click.option("--class", "kind", metavar="CLASSE", help="Une seule classe de cas.")
@click.option("--replies", type=click.Path(path_type=Path), help="Réponses déjà écrites par la commande batch.")
@click.option(
    "--questions", "out", type=click.Path(path_type=Path), help="Écrit les questions pour batch, et s'arrête."
)
@click.option("--corpus", type=click.Path(path_type=Path), default=Path("corpus"), show_default=True, help="Documents.")
@click.option("--reveal", is_flag=True, help="Montre aussi les échecs du jeu test.")
@click.pass_obj
def main(
    door: Callable[[Path], ReplyTo] | None,
    split: str,
    kind: str | None,
    replies: Path | None,
    out: Path | None,
    corpus: Path,
    reveal: bool,
) -> None:
    """The command; every error is one French sentence. `coopsante eval` gives `door`: a corpus, then its assistant."""
    try:
        documents = read_documents(corpus)
        cases = [case for case in load_cases(CASES / f"{split}.jsonl", documents) if kind in (None, case.kind)]
        if not cases:
            raise CaseError(f"Aucun cas {f'de la classe « {kind} » ' if kind else ''}dans le jeu {split}.")
        if out is not None:
            out.write_text(questions(cases), encoding="utf-8")
            return
        began = time.perf_counter()
        if replies is not None:
            given = read_replies(replies)
        elif door is not None:
            reply = door(corpus)
            given = {
                case.id: replies_of(case, reply) for case in tqdm(cases, desc="Questions", unit="cas", disable=None)
            }
        else:
            raise ReplyError("Donnez un fichier de réponses avec --replies (--questions écrit de quoi les obtenir).")
        results = [judge(case, given.get(case.id, ()), documents) for case in cases]
    except (CaseError, ReplyError, IngestError) as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    if (split == "dev" or reveal) and (told := failures(results)):
        click.echo(told + "\n\n" + failed_checks(results) + "\n")
    click.echo(table(results))
    click.echo(f"{len(results)} cas en {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
