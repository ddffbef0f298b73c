"""The files that a run leaves in a folder: the report, JUnit XML, and the replies, which the next run compares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.html_report import page
from eval.junit import junit
from eval.outcome import RECORDED_MARK, Outcome
from eval.reply import Reply, ReplyError, read_replies, replies_text
from eval.sources import Sources

REPORT, JUNIT, REPLIES = "rapport.html", "junit.xml", "reponses.jsonl"


class OutputError(Exception):
    """The folder can't be written; the message is French."""


def earlier_replies(folder: Path) -> dict[str, tuple[Reply, ...]]:
    """The replies that an earlier run left; none where there is no file, or a damaged one, which a run replaces."""
    try:
        return read_replies(folder / REPLIES)
    except ReplyError:
        return {}


def write_outputs(
    folder: Path,
    outcome: Outcome,
    given: Mapping[str, Sequence[Reply]],
    earlier: Mapping[str, Sequence[Reply]],
    sources: Sources,
) -> Path:
    """Write the files of a run, and give the path of its report. Raises `OutputError`."""
    replies = replies_text(_to_keep(outcome, given, earlier))
    texts = {REPORT: page(outcome, sources), JUNIT: junit(outcome), REPLIES: replies}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            # Half a character, which JSON can spell in a question and UTF-8 can't, becomes "?".
            (folder / name).write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        problem = error.strerror or error
        raise OutputError(f"Le rapport ne peut pas être écrit dans {folder} ({problem}) : donnez --out.") from error
    return folder / REPORT


def _to_keep(
    outcome: Outcome, given: Mapping[str, Sequence[Reply]], earlier: Mapping[str, Sequence[Reply]]
) -> dict[str, Sequence[Reply]]:
    """This run's replies, those of a split that wasn't asked, and what a changed case was answered when recorded."""
    asked = {result.case.id for part in outcome.parts for result in part.results}
    others = {key: replies for key, replies in earlier.items() if key.partition("#")[0] not in asked}
    was = {f"{id_}{RECORDED_MARK}": replies for part in outcome.parts for id_, replies in part.before.items()}
    return {**others, **given, **was}
