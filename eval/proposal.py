"""From a bad answer to a case: a conversation, with what it should have said, becomes a proposal that someone reviews.

    coopsante eval add --ask "le numéro de la coop d'Aylmer ?" --class attribut --coop 23 --fact "819 684-1234" \\
        --proof "819 684-1234"

A proposal is a line of `cases/proposals.jsonl`, written as cases are but run by no gate until `coopsante eval accept`
moves it to a split.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
from filelock import FileLock

from eval.case import CASES, SPLITS, Case, CaseError, load_cases, parse_case
from eval.door import ReplyTo, answers
from eval.floors import load_floors
from eval.judge import conversations, judge
from eval.sources import Sources, read_sources
from ingest.document import Document
from ingest.errors import IngestError

PROPOSALS = "proposals.jsonl"


def propose(
    messages: Sequence[str],
    kind: str,
    expect: dict[str, Any],
    proof: Sequence[str],
    documents: Sequence[Document],
    note: str | None = None,
    folder: Path | None = None,
) -> Case:
    """Add a proposal and give it: `expect` is what the reply to the last message must hold, in the words of a case.

    `proof` are words of the documents, taken where they stand first. Raises `CaseError` where this makes no case.
    """
    folder = folder or CASES
    turns = [{"ask": message, "expect": {}} for message in messages[:-1]]
    turns += [{"ask": message, "expect": expect} for message in messages[-1:]]
    with FileLock(folder / f"{PROPOSALS}.lock"):  # staff may add from several places at once
        row: dict[str, Any] = {
            "id": _free_id(kind, folder),
            "class": kind,
            "turns": turns,
            "proof": [_place(quote, documents) for quote in proof],
        }
        line = json.dumps(row | ({"note": note} if note else {}), ensure_ascii=False)
        case = parse_case(line, Path(PROPOSALS).stem, documents)
        with (folder / PROPOSALS).open("a", encoding="utf-8") as proposals:
            proposals.write(line + "\n")
    return case


def accept(id_: str, split: str, documents: Sequence[Document], folder: Path | None = None) -> None:
    """Move a proposal to a split, where the gate runs it. Raises `CaseError` where none has this id."""
    folder = folder or CASES
    path = folder / PROPOSALS
    with FileLock(folder / f"{PROPOSALS}.lock"):
        waiting = {case.id for case in load_cases(path, documents)} if path.exists() else set()
        if id_ not in waiting:
            raise CaseError(f"Aucune proposition « {id_} » ; en attente : {', '.join(sorted(waiting)) or 'aucune'}.")
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        moved = [line for line in lines if line.strip() and json.loads(line)["id"] == id_]
        with (folder / f"{split}.jsonl").open("a", encoding="utf-8") as cases:
            cases.writelines(moved)
        path.write_text("".join(line for line in lines if line not in moved), encoding="utf-8")


def verdict(case: Case, reply_to: ReplyTo, sources: Sources) -> list[str]:
    """Why today's answer to a proposal is wrong, one French sentence each; empty where it is right."""
    given = {key: answers(messages, reply_to) for key, messages in conversations([case]).items()}
    return [failure.why for failure in judge(case, given, sources).failures]


def _free_id(kind: str, folder: Path) -> str:
    used = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.jsonl")))
    ranks = [int(rank) for rank in re.findall(rf'"id": "{re.escape(kind)}-p(\d+)"', used)]
    return f"{kind}-p{max(ranks, default=0) + 1:03d}"


def _place(quote: str, documents: Sequence[Document]) -> dict[str, Any]:
    for document in documents:
        if (start := document.text.find(quote)) >= 0:
            return {"document": document.name, "quote": quote, "start": start}
    raise CaseError(f"la preuve « {quote} » n'est, mot à mot, dans aucun document : copiez-la du document même")


corpus_option = click.option(
    "--corpus", type=click.Path(path_type=Path), default=Path("corpus"), show_default=True, help="Documents."
)


@click.command("add", short_help="Propose un cas, à partir d'une mauvaise réponse.")
@click.option("--ask", "messages", multiple=True, metavar="MESSAGE", help="Ce qui a été demandé, un par tour.")
@click.option("--class", "kind", metavar="CLASSE", help="Classe du cas (floors.toml en donne la liste).")
@click.option(
    "--coop",
    "coops",
    metavar="RANG",
    multiple=True,
    type=click.IntRange(1),
    help="Rang d'une coop à présenter, et elles seules.",
)
@click.option(
    "--fact",
    "facts",
    metavar="TEXTE",
    multiple=True,
    help="Ce qui doit être dit ; une barre sépare les variantes : « 8|huit ».",
)
@click.option("--not-fact", "not_facts", metavar="TEXTE", multiple=True, help="Ce qui ne doit pas être dit.")
@click.option("--cite", "cites", metavar="TEXTE", multiple=True, help="Ce qui doit être dans les mots cités.")
@click.option("--abstain/--answer", "abstained", default=None, help="La réponse doit s'abstenir, ou ne le doit pas.")
@click.option("--ask-back", "clarifying", is_flag=True, default=None, help="La réponse doit demander une précision.")
@click.option("--emergency", is_flag=True, default=None, help="Le numéro d'urgence doit venir d'abord.")
@click.option("--max-chars", metavar="NOMBRE", type=click.IntRange(1), help="Longueur au plus.")
@click.option("--proof", multiple=True, metavar="MOTS", help="Mots du document qui rendent la réponse juste.")
@click.option("--note", metavar="TEXTE", help="Pourquoi ce cas : qui a reçu la mauvaise réponse, ce qui se discute.")
@corpus_option
@click.pass_obj
def add(
    door: Callable[[Path], ReplyTo] | None,
    /,
    messages: tuple[str, ...],
    kind: str | None,
    coops: tuple[int, ...],
    proof: tuple[str, ...],
    note: str | None,
    corpus: Path,
    **wanted: Any,
) -> None:
    """Propose un cas : une conversation, et ce que sa dernière réponse aurait dû contenir.

    La proposition attend d'être relue dans eval/cases/proposals.jsonl ; « coopsante eval accept » l'ajoute aux cas.
    """
    try:
        sources = read_sources(corpus)
        known = sorted(load_floors("dev").labels)
        messages = messages or (click.prompt("Question posée"),)
        kind = kind or click.prompt("Classe", type=click.Choice(known), show_choices=True)
        if kind not in known:
            raise CaseError(f"« {kind} » n'est pas une classe ; les classes : {', '.join(known)}")
        expect = {name: list(value) if isinstance(value, tuple) else value for name, value in wanted.items() if value}
        expect |= {"abstained": False} if wanted["abstained"] is False else {}
        expect |= {"cooperatives": {"exactly": list(coops)}} if coops else {}
        case = propose(messages, kind, expect, proof, tuple(sources.documents.values()), note)
        wrong = verdict(case, door(corpus), sources) if door else []
    except (CaseError, IngestError) as error:
        raise click.ClickException(f"{str(error).rstrip('.')}.") from error
    click.echo(f"Proposition « {case.id} » écrite dans {CASES / PROPOSALS}, à relire.")
    if door:
        click.echo("Aujourd'hui, elle échoue : " + " ; ".join(wrong) if wrong else "Aujourd'hui, elle passe déjà.")


@click.command("accept", short_help="Ajoute une proposition relue aux cas.")
@click.argument("id_", metavar="PROPOSITION")
@click.option("--split", type=click.Choice(SPLITS), default="dev", show_default=True, help="Jeu de cas.")
@corpus_option
def accept_command(id_: str, split: str, corpus: Path) -> None:
    """Ajoute aux cas une PROPOSITION relue ; la note à inscrire ensuite : « coopsante eval --record "raison" »."""
    try:
        accept(id_, split, tuple(read_sources(corpus).documents.values()))
    except (CaseError, IngestError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"« {id_} » est maintenant un cas du jeu {split}.")
