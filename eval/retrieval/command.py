"""Measures every way of ranking, and writes `eval/RETRIEVAL.md`: `coopsante eval sweep`.

Settings are chosen on the *dev* split. The chosen one alone is then measured on *test*, whose questions stay unseen.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click
from tqdm import tqdm

from eval.case import CASES, SPLITS, CaseError, load_cases
from ingest.errors import IngestError

if TYPE_CHECKING:
    from eval.retrieval.labels import Labelled
    from eval.retrieval.settings import Legs
    from index.search import Index

REPORT = CASES.parent / "RETRIEVAL.md"


@click.command(
    short_help="Mesure la recherche et ses réglages.",
    help="Mesure la recherche : par mots, par sens et les deux, et d'autres réglages ; écrit RETRIEVAL.md.",
)
@click.option("--corpus", type=click.Path(path_type=Path), default=Path("corpus"), show_default=True, help="Documents.")
@click.option("--index", type=click.Path(path_type=Path), default=Path("var/index"), show_default=True, help="Index.")
@click.option(
    "--model",
    "models",
    metavar="DOSSIER",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Autre modèle sentence-transformers à comparer, dans un index temporaire ; peut se répéter.",
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=REPORT, help="Rapport à mettre à jour.")
def sweep(corpus: Path, index: Path, models: Sequence[Path], out: Path) -> None:
    """The command; every error is one French sentence."""
    if find_spec("ir_measures") is None:
        raise click.ClickException("la bibliothèque ir_measures manque : installez les dépendances de développement.")
    from eval.retrieval.report import write
    from index.errors import SearchError

    try:
        lines = measured(corpus, index, models)
    except (CaseError, IngestError, SearchError) as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    write(lines, out)
    click.echo("\n".join(lines))
    click.echo(f"\nÉcrit dans {out}.")


def measured(corpus: Path, folder: Path, models: Sequence[Path]) -> list[str]:
    """The report: on dev every setting, a section for each group of questions; on test the chosen setting alone."""
    from eval.retrieval.labels import askable, by_group, label
    from eval.retrieval.measures import measure
    from eval.retrieval.report import held_out, section
    from eval.retrieval.settings import CHOSEN
    from eval.retrieval.study import study
    from index.embedding import SentenceTransformerEmbedder
    from index.store import open_index

    index = open_index(corpus, folder, SentenceTransformerEmbedder)
    cases = {split: load_cases(CASES / f"{split}.jsonl", index.library.documents) for split in SPLITS}
    dev, test = (label(cases[split], index.library) for split in ("dev", "test"))
    heard, heard_test = _listen(index, dev, "dev"), _listen(index, test, "test")
    # two models often lie in folders called "model", each in a folder that names it
    others = {"/".join(model.parts[-2:]): _listen_to(model, corpus, dev) for model in models}

    asked, model = sum(map(askable, cases["dev"])), index.embedder.name
    lines = [
        f"Measured on {time.strftime('%Y-%m-%d')} with {model}. Of the {asked} dev cases of one turn that want "
        f"something said, {len(dev)} have an answer in a source of the index.",
        "",
    ]
    for group, some in by_group(dev).items():
        lines += [*section(group, study(some, heard, others)), ""]
    groups = by_group(test).items()
    values = [measure(some, [CHOSEN.rank(heard_test[one]) for one in some]) for _, some in groups]
    return [*lines, *held_out([(*group, of_each) for group, of_each in zip(groups, values, strict=True)])]


def _listen(index: Index, questions: Sequence[Labelled], what: str) -> dict[Labelled, Legs]:
    from eval.retrieval.settings import listen

    return listen(index, tqdm(questions, desc=f"Questions ({what})", unit="question", disable=None))


def _listen_to(model: Path, corpus: Path, questions: Sequence[Labelled]) -> dict[Labelled, Legs]:
    """What another model ranks, from an index that is thrown away."""
    from index.embedding import SentenceTransformerEmbedder
    from index.store import build_index, open_index

    with tempfile.TemporaryDirectory() as folder:
        build_index(corpus, Path(folder), SentenceTransformerEmbedder(str(model)))
        index = open_index(corpus, Path(folder), lambda: SentenceTransformerEmbedder(str(model)))
        return _listen(index, questions, model.name)
