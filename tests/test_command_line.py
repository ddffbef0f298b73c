"""What people and programs rely on at the command line: words, exit statuses, streams."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType, SimpleNamespace

import click
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

import coopsante
from assistant.answer import Answer, Found, Outcome, Reason
from assistant.batch import LineError, read_line
from assistant.change import Change, ChangeError
from assistant.conversation import Conversation, Turn
from assistant.question import Question, Task
from index.errors import IndexStateError, State
from ingest.errors import CorpusError
from tests.factories import a_library, an_entry

ROOT = Path(coopsante.__file__).parent
LOCALE = ROOT / "assistant" / "locale" / "fr" / "LC_MESSAGES"
ENTRY = an_entry("Coopérative de santé d'Aylmer", services="Physiothérapie, prise de sang")
LIBRARY = a_library(ENTRY)


class FakeAssistant:
    """Cites the services of one co-op and says how many turns came before; some messages make it fail."""

    def __init__(self, index: object) -> None:
        self.index = index

    def reply(self, message: str, conversation: Conversation) -> Turn:
        if message == "panne":
            raise RuntimeError("rien ne va")
        if message == "ctrl-c":
            raise KeyboardInterrupt
        question = Question(message, Task.CARD)
        if message == "pâté chinois":
            return Turn(
                message, question, Answer(Outcome.ABSTAIN, "Ce n'est pas mon sujet.", reason=Reason.OUT_OF_SUBJECT)
            )
        span = ENTRY.services_text.span
        assert span is not None
        text = f"Elle offre la physiothérapie [1]. Tours d'avant : {len(conversation.turns)}."
        return Turn(message, question, Answer(Outcome.ANSWERED, text, (Found(ENTRY, 3.14),), (span,)))

    def change(self, change: Change, conversation: Conversation) -> Turn:
        if not conversation.turns:
            raise ChangeError("il n'y a rien à changer.")
        return replace(self.reply("Rayon : 50 km", conversation), change=change)


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands answer with the fake assistant, over a library of one co-op, without any index."""
    module = ModuleType("assistant.assistant")
    module.Assistant = FakeAssistant  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "assistant.assistant", module)
    monkeypatch.setattr(coopsante, "_opened", lambda corpus, index: SimpleNamespace(library=LIBRARY))


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(coopsante.commands, [str(a) for a in arguments], input=stdin, prog_name="coopsante")


def replies(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


# ---- French


@pytest.mark.parametrize("command", [(), *((name,) for name in coopsante.commands.commands)], ids=" ".join)
def test_help_is_in_french(command: tuple[str, ...]) -> None:
    shown = run(*command, "--help")
    assert shown.exit_code == 0
    assert shown.output.startswith("Utilisation : coopsante")
    assert "Afficher cette aide et quitter." in shown.output
    for english in (
        "Usage",
        "Show",
        "Commands",
        "default:",
        "env var",
        "required",
        "TEXT",
        "[OPTIONS] COMMAND ",
        "...",
    ):
        assert english not in shown.output


def test_every_sentence_of_click_has_its_french() -> None:
    sources = Path(click.__file__).parent.glob("*.py")
    calls = (node for path in sources for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    asked = {
        call.args[0].value
        for call in calls
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
        if isinstance(call.args[0], ast.Constant)
    }
    mistakes_of_programmers = {text for text in asked if "decl" in text or "defined" in text}
    with (LOCALE / "coopsante.po").open("rb") as file:
        told = {
            message.id if isinstance(message.id, str) else message.id[0] for message in read_po(file) if message.string
        }
    assert asked - mistakes_of_programmers - told == set()


def test_compiled_words_are_those_of_the_source() -> None:
    compiled = BytesIO()
    with (LOCALE / "coopsante.po").open("rb") as source:
        write_mo(compiled, read_po(source))
    assert (LOCALE / "coopsante.mo").read_bytes() == compiled.getvalue(), "lancez : make words"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Utilisation"),
        (("demande",), "la commande 'demande' n'existe pas"),
        (("ask",), "il manque l'argument 'QUESTION'"),
        (("ask", "un", "deux"), "un argument est de trop (deux)"),
        (("ask", "q", "--expliquer"), "l'option '--expliquer' n'existe pas"),
        (("serve", "--port", "abc"), "'abc' n'est pas un nombre entier"),
        (("serve", "--port", "99999"), "hors de l'intervalle"),
        (("batch", __file__), "il manque l'option '--out'"),
        (("batch", "absent.jsonl", "--out", "-"), "Fichier 'absent.jsonl' introuvable"),
    ],
)
def test_a_wrong_command_is_told_in_french_with_status_2(arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


# ---- errors


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (CorpusError("Le catalogue manque : créez-le."), "Erreur : Le catalogue manque : créez-le.\n"),
        (FileNotFoundError(2, "No such file", "corpus/x.txt"), "Erreur : corpus/x.txt est introuvable.\n"),
        (PermissionError(13, "Permission denied", "var"), "Erreur : var : accès refusé.\n"),
    ],
)
def test_an_error_is_one_french_sentence_and_status_1(
    assistant: None, monkeypatch: pytest.MonkeyPatch, error: Exception, sentence: str
) -> None:
    monkeypatch.setattr(coopsante, "_opened", lambda corpus, index: (_ for _ in ()).throw(error))
    result = run("ask", "bonjour")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", sentence)


def test_an_unforeseen_error_keeps_its_traceback_for_debug(assistant: None) -> None:
    quiet, loud = run("ask", "panne"), run("--debug", "ask", "panne")
    assert quiet.exit_code == 1
    assert "RuntimeError : rien ne va" in quiet.stderr
    assert "Traceback" not in quiet.stderr
    assert isinstance(loud.exception, RuntimeError)


def test_ctrl_c_ends_without_a_traceback(assistant: None) -> None:
    result = run("ask", "ctrl-c")
    assert (result.exit_code, result.stderr) == (130, "\nInterrompu.\n")


def test_where_no_index_is_one_is_built_and_said_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built: list[Path] = []

    def open_index(corpus: Path, folder: Path, embedder: object) -> object:
        if not built:
            raise IndexStateError(State.MISSING, "Il n'y a pas d'index")
        return SimpleNamespace(library=LIBRARY)

    monkeypatch.setattr("index.store.open_index", open_index)
    monkeypatch.setattr("index.store.build_index", lambda corpus, folder, embedder: built.append(folder))
    coopsante._opened(tmp_path, tmp_path / "index")
    assert "construction" in capsys.readouterr().err
    assert built == [tmp_path / "index"]


def test_a_stale_index_is_not_rebuilt_but_named_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def open_index(corpus: Path, folder: Path, embedder: object) -> object:
        raise IndexStateError(State.STALE, "Les documents ont changé")

    monkeypatch.setattr("index.store.open_index", open_index)
    with pytest.raises(IndexStateError, match="coopsante ingest"):
        coopsante._opened(tmp_path, tmp_path)


# ---- ask


def test_ask_prints_the_answer_then_its_sources_word_for_word(assistant: None) -> None:
    assert run("ask", "la coop d'Aylmer ?").stdout == (
        "Elle offre la physiothérapie [1]. Tours d'avant : 0.\n"
        "\n"
        "Sources\n"
        "[1] Document d'essai, 2014, tableau, entrée 1, services médicaux offerts\n"
        "    « Physiothérapie, prise de sang »\n"
    )


def test_ask_explains_what_was_understood_and_found(assistant: None) -> None:
    shown = run("ask", "--explain", "la coop d'Aylmer ?").stdout
    assert shown.endswith("Trouvé\nissue : answered\nentrée 1 : Coopérative de santé d'Aylmer, 3,1 km\n")
    assert "\nCompris\n" in shown


def test_ask_gives_the_reply_of_the_batch_interface_as_json(assistant: None) -> None:
    reply = json.loads(run("ask", "--json", "pâté chinois").stdout)
    assert reply["abstained"] is True
    assert reply["cooperatives"] == []
    assert reply["elapsed_ms"] >= 0


# ---- batch


@pytest.mark.parametrize(
    ("line", "id", "problem"),
    [
        (b"", None, "JSON"),
        (b"bonjour", None, "JSON"),
        (b'{"id": "a", "turns": ["caf\xe9"]}', None, "UTF-8"),
        (b"[" * 100_000, None, "JSON"),
        (b"[]", None, "objet"),
        (b'{"turns": ["bonjour"]}', None, "« id »"),
        (b'{"id": 7, "turns": ["bonjour"]}', 7, "« id »"),
        (b'{"id": "a"}', "a", "« turns »"),
        (b'{"id": "a", "turns": []}', "a", "au moins une question"),
        (b'{"id": "a", "turns": "bonjour"}', "a", "liste"),
        (b'{"id": "a", "turns": ["bonjour", 3]}', "a", "chaînes"),
        (b'{"id": "a", "turns": ["\\ud83d"]}', "a", "chaînes"),
        (b'{"id": "a", "turns": [{"change": {"part": "prix"}}]}', "a", "« part »"),
    ],
)
def test_a_line_that_is_not_valid_says_what_is_wrong(line: bytes, id: str | int | None, problem: str) -> None:
    with pytest.raises(LineError, match=problem) as raised:
        read_line(line)
    assert raised.value.id == id


def test_batch_answers_every_line_in_order_and_carries_the_conversation(assistant: None, tmp_path: Path) -> None:
    lines = [{"id": "œ", "turns": ["Aylmer ?", "et à Thurso ?"]}, {"id": "b", "turns": ["pâté chinois"], "plus": 1}]
    asked = tmp_path / "questions.jsonl"
    asked.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8-sig")
    result = run("batch", asked, "--out", tmp_path / "replies.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    first, second = replies((tmp_path / "replies.jsonl").read_text(encoding="utf-8"))
    assert first["id"] == "œ"
    assert [reply["answer"][-2] for reply in first["replies"]] == ["0", "1"]  # type: ignore[index, attr-defined]
    assert second["replies"][0]["abstained"] is True  # type: ignore[index]
    quoted = first["replies"][0]["citations"][0]  # type: ignore[index]
    assert (
        quoted["quote"] == LIBRARY.documents[0].text[quoted["start"] : quoted["end"]] == "Physiothérapie, prise de sang"
    )


def test_batch_goes_on_after_a_bad_line_or_a_failure_and_ends_with_status_1(assistant: None) -> None:
    lines = b'n\'importe quoi\n\n{"id": "p", "turns": ["panne"]}\n{"id": "b", "turns": ["bonjour"]}\n'
    result = run("batch", "-", "--out", "-", stdin=lines)
    assert result.exit_code == 1
    told = replies(result.stdout)
    assert [sorted(reply) for reply in told] == [["error", "id"]] * 3 + [["id", "replies"]]
    assert [reply["id"] for reply in told] == [None, None, "p", "b"]


def test_batch_replays_a_saved_conversation_its_changes_included(assistant: None) -> None:
    change = {"change": {"part": "radius", "of": "", "to": "50"}}
    lines = [{"id": "a", "version": 1, "turns": ["Aylmer ?", change]}, {"id": "b", "turns": [change]}]
    result = run("batch", "-", "--out", "-", stdin="\n".join(map(json.dumps, lines)).encode())
    kept, refused = replies(result.stdout)
    assert [reply["answer"][-2] for reply in kept["replies"]] == ["0", "1"]  # type: ignore[index, attr-defined]
    assert refused == {"id": "b", "error": "ligne 2 : il n'y a rien à changer."}


def test_batch_refuses_to_write_over_its_questions(assistant: None, tmp_path: Path) -> None:
    asked = tmp_path / "questions.jsonl"
    asked.write_bytes(b'{"id": "a", "turns": ["bonjour"]}\n')
    result = run("batch", asked, "--out", asked)
    assert result.exit_code == 2
    assert asked.read_bytes() == b'{"id": "a", "turns": ["bonjour"]}\n'


# ---- as a process

BATCH = """
import sys
sys.path.insert(0, {root!r})
from types import ModuleType, SimpleNamespace
from tests.test_command_line import FakeAssistant, LIBRARY, coopsante
sys.modules["assistant.assistant"] = module = ModuleType("assistant.assistant")
module.Assistant = FakeAssistant
coopsante._opened = lambda corpus, index: SimpleNamespace(library=LIBRARY)
sys.argv = ["coopsante", "batch", "-", "--out", "-"]
coopsante.main()
"""


def start_batch() -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    code = BATCH.format(root=str(ROOT))
    return subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT)


def test_batch_writes_each_reply_as_soon_as_it_is_ready() -> None:
    with start_batch() as process:
        assert process.stdin and process.stdout
        for id in ("a", "b"):
            process.stdin.write(json.dumps({"id": id, "turns": ["bonjour"]}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == id
        process.stdin.close()
        assert process.wait(30) == 0


def test_batch_stops_quietly_when_nobody_reads_its_replies() -> None:
    with start_batch() as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdout.close()
        process.stdin.write(b'{"id": "a", "turns": ["bonjour"]}\n')
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(30) != 0


def test_help_loads_nothing_of_ours() -> None:
    code = "import sys, coopsante\ntry: coopsante.main()\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, "--help"], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("Utilisation")
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert (
        loaded & {"ingest", "index", "assistant", "web", "eval", "ui", "numpy", "torch", "gradio", "chromadb"} == set()
    )
