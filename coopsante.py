"""The command line.

    coopsante ask "quelles coops près de Gatineau offrent de la physiothérapie ?"

Every command imports what it needs when it runs, so that `coopsante --help` is immediate and a question that the
directory answers never waits for the model. An error is one French sentence on standard error and the exit status 1;
a command that is badly written gives 2.
"""

from __future__ import annotations

import gettext
import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from index.search import Index

HERE = Path(__file__).resolve().parent
CORPUS, INDEX = HERE / "corpus", HERE / "var" / "index"
OURS = {"ingest", "index", "assistant", "web", "eval"}  # whose errors are French sentences already
INTERRUPTED = 130  # what a shell expects of a command stopped by Ctrl-C

# Click translates itself through gettext, which reads the language here; ours is French on any machine. It words some
# of its texts as soon as the commands below are declared.
os.environ["LANGUAGE"] = "fr"
gettext.bindtextdomain("coopsante", str(HERE / "assistant" / "locale"))
gettext.textdomain("coopsante")

Command = TypeVar("Command", bound=Callable[..., Any])


class Commands(click.Group):
    """The commands, in French to the last word, and their errors as sentences."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # Click's own ways out
        except KeyboardInterrupt:
            click.echo("\nInterrompu.", err=True)
            context.exit(INTERRUPTED)
        except Exception as error:
            if context.params.get("debug"):
                raise
            raise click.ClickException(_sentence(error)) from error


def _sentence(error: Exception) -> str:
    """What went wrong, for someone who doesn't read tracebacks."""
    if type(error).__module__.partition(".")[0] in OURS:
        return str(error)
    match error:
        case FileNotFoundError():
            return f"{error.filename} est introuvable."
        case PermissionError():
            return f"{error.filename} : accès refusé."
        case OSError(filename=str(name), strerror=str(problem)):
            return f"{name} : {problem}."
    return (
        f"panne imprévue ({type(error).__name__} : {error}). "
        "Relancez avec « coopsante --debug … » et joignez le détail à votre signalement."
    )


class Port(click.IntRange):
    """A port; 0 asks for any free one."""

    name = "nombre entier"  # what Click says that a wrong value is not

    def __init__(self) -> None:
        super().__init__(0, 65535)


def _folder(name: str, variable: str, default: Path, what: str) -> Callable[[Command], Command]:
    return click.option(
        name,
        metavar="DOSSIER",
        type=click.Path(path_type=Path, file_okay=False),
        envvar=variable,
        default=default,
        show_envvar=True,
        help=what,
    )


corpus_option = _folder("--corpus", "COOPSANTE_CORPUS", CORPUS, "Dossier des documents.")
index_option = _folder("--index", "COOPSANTE_INDEX", INDEX, "Dossier de l'index.")


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
)
@click.version_option(package_name="coopsante", prog_name="coopsante")
@click.option("--debug", is_flag=True, help="En cas d'erreur, montrer le détail technique.")
def commands(debug: bool) -> None:
    """Répond en français d'après les documents des coopératives de santé du Québec, preuves à l'appui."""


@commands.command()
@click.argument("question")
@click.option("--explain", is_flag=True, help="Montrer aussi ce qui a été compris et trouvé.")
@click.option("--json", "as_json", is_flag=True, help="Écrire la réponse en JSON.")
@corpus_option
@index_option
def ask(question: str, explain: bool, as_json: bool, corpus: Path, index: Path) -> None:
    """Répond à une QUESTION, avec les passages qui le prouvent."""
    from assistant.assistant import Assistant
    from assistant.batch import timed_reply
    from assistant.conversation import Conversation
    from assistant.plain import plain

    opened = _opened(corpus, index)
    turn, reply = timed_reply(question, Conversation(), Assistant(opened), opened.library)
    if as_json:
        explained = {"understood": turn.explanation()} if explain else {}
        click.echo(json.dumps({**reply, **explained}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(plain(turn, opened.library, explain)))


@commands.command(short_help="Répond à un fichier de conversations.")
@click.argument(
    "questions",
    metavar="QUESTIONS.jsonl",
    type=click.Path(path_type=Path, allow_dash=True, exists=True, dir_okay=False),
)
@click.option(
    "--out",
    required=True,
    metavar="RÉPONSES.jsonl",
    type=click.Path(path_type=Path, allow_dash=True, dir_okay=False),
    help="Où écrire les réponses ; « - » pour la sortie standard.",
)
@corpus_option
@index_option
@click.pass_context
def batch(context: click.Context, questions: Path, out: Path, corpus: Path, index: Path) -> None:
    """Répond à un fichier de conversations, une par ligne (« - » pour l'entrée standard).

    Une ligne : {"id": "…", "turns": ["première question", "et à Thurso ?"]}. Si une ligne n'est pas valide, sa
    réponse dit pourquoi, les autres sont traitées, et la commande se termine avec le code 1.
    """
    from assistant.assistant import Assistant
    from assistant.batch import answer_lines

    dash = Path("-")
    if out != dash and questions != dash and out.exists() and out.samefile(questions):
        raise click.UsageError("les réponses écraseraient les questions : donnez un autre fichier à --out.")
    valid = True
    with ExitStack() as files:  # opened before anything is loaded: a wrong path is said at once
        source = sys.stdin.buffer if questions == dash else files.enter_context(questions.open("rb"))
        # Unbuffered: a line is whole in the file, or not there at all.
        target = sys.stdout.buffer if out == dash else files.enter_context(out.open("wb", buffering=0))
        opened = _opened(corpus, index)
        for reply in answer_lines(_with_progress(source, "Réponses", "ligne"), Assistant(opened), opened.library):
            target.write((json.dumps(reply, ensure_ascii=False) + "\n").encode())
            target.flush()
            valid &= "error" not in reply
    context.exit(0 if valid else 1)


@commands.command()
@corpus_option
@index_option
def ingest(corpus: Path, index: Path) -> None:
    """Lit les documents et construit l'index."""
    from index.embedding import SentenceTransformerEmbedder
    from index.store import build_index

    build_index(corpus, index, SentenceTransformerEmbedder())
    click.echo(f"Index prêt dans {index}.")


@commands.command()
@corpus_option
def inspect(corpus: Path) -> None:
    """Montre ce qui a été lu des documents, et leurs anomalies."""
    from ingest.library import read_library
    from ingest.report import report

    click.echo(report(read_library(corpus)))


@commands.command(short_help="Ouvre le clavardage dans un navigateur.")
@click.option("--host", metavar="ADRESSE", default="127.0.0.1", show_default=True, help="Adresse d'écoute.")
@click.option("--port", metavar="PORT", type=Port(), default=7860, show_default=True, help="Port d'écoute.")
@corpus_option
@index_option
def serve(host: str, port: int, corpus: Path, index: Path) -> None:
    """Ouvre le clavardage dans un navigateur, et affiche son adresse.

    Sans --host, seule cette machine y a accès.
    """
    opened = _opened(corpus, index)
    import ui  # after the index: an index that can't be used is said at once

    ui.main(opened, host, port)


@commands.command(
    name="eval",
    short_help="Pose les questions d'évaluation et note les réponses.",
    add_help_option=False,
    context_settings={"ignore_unknown_options": True},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def evaluate(arguments: tuple[str, ...]) -> None:
    """Pose les questions d'évaluation et note les réponses."""
    from eval.command import main as run
    from eval.door import ReplyTo, door_of

    index = Path(os.environ.get("COOPSANTE_INDEX", INDEX))
    of_all = {"corpus": os.environ.get("COOPSANTE_CORPUS", str(CORPUS))}

    def door(corpus: Path) -> ReplyTo:
        from assistant.assistant import Assistant

        opened = _opened(corpus, index)
        return door_of(Assistant(opened), opened.library)

    defaults = {**of_all, "folder": str(HERE / "var" / "eval"), "add": of_all, "accept": of_all}
    defaults |= {"sweep": {**of_all, "index": str(index)}}
    run.main(list(arguments), "coopsante eval", standalone_mode=False, obj=door, default_map=defaults)


def _opened(corpus: Path, folder: Path) -> Index:
    """The index, built first where there is none. One that is stale or damaged is an error that names its remedy."""
    from index.embedding import SentenceTransformerEmbedder
    from index.errors import IndexStateError, State
    from index.store import build_index, open_index

    try:
        return open_index(corpus, folder, SentenceTransformerEmbedder)
    except IndexStateError as error:
        if error.state is not State.MISSING:
            raise
    click.echo("Aucun index n'existe encore : construction, une seule fois…", err=True)
    build_index(corpus, folder, SentenceTransformerEmbedder())
    return open_index(corpus, folder, SentenceTransformerEmbedder)


def _with_progress(items: Iterable[bytes], what: str, unit: str) -> Iterable[bytes]:
    """A bar on standard error where someone is looking at it."""
    from tqdm import tqdm

    bar: Iterable[bytes] = tqdm(items, desc=what, unit=unit, disable=None)
    return bar


def main() -> None:
    """The `coopsante` command."""
    commands(prog_name="coopsante")


if __name__ == "__main__":
    main()
