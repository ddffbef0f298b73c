"""Anticipated questions: what people ask, beside the words of a document that answer it.

A passage and a question often share no word ("argent amassé", "produits"). Questions written beside each passage, by
people who read it, are what a new question is compared with; what answers stays the passage, verbatim. (Document
expansion: Nogueira et al., "Document Expansion by Query Prediction", 2019, here by hand.) One text file a document, in
the corpus's `questions/`, under the document's own name; staff add to it without reading Python:

    > sans égard au statut ou à la capacité de payer
    Faut-il avoir de l'argent pour se faire soigner là ?
    soins gratuits coop

A block is one or several places of the document, then its questions; a blank line ends it. `#` begins a comment. Two
files have no places. No document answers the questions of `sans-reponse.txt`: what resembles them most is refused.
Those of `tableau.txt` are for the exact directory: no passage answers what resembles them most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ingest.document import Span
from ingest.errors import CorpusError
from ingest.passage import Passage

FOLDER = "questions"
_PLACE = "> "


class AnsweredBy(StrEnum):
    """Where the answer is. The values of the last two are the files that hold such questions."""

    PASSAGE = "passage"
    NOTHING = "sans-reponse.txt"
    TABLE = "tableau.txt"


@dataclass(frozen=True, slots=True)
class Anticipated:
    """Questions of one answer; `spans` are the words that give it, in the documents' order, where a passage does."""

    answered_by: AnsweredBy
    spans: tuple[Span, ...]
    questions: tuple[str, ...]


def question_files(corpus: Path) -> tuple[Path, ...]:
    """The files of anticipated questions, in order; none where the folder is missing."""
    return tuple(sorted((corpus / FOLDER).glob("*.txt")))


def read_anticipated(corpus: Path, passages: Sequence[Passage]) -> tuple[Anticipated, ...]:
    """Every block of every file, its places found in `passages` or in the headings over them.

    Raises `CorpusError`, with file and line, where one can't be used.
    """
    by_name: dict[str, list[Span]] = {}
    for passage in passages:
        by_name.setdefault(passage.span.name, []).extend((passage.span, *passage.headings))
    found: list[Anticipated] = []
    for path in question_files(corpus):
        if path.name not in (*AnsweredBy, *by_name):
            raise CorpusError(
                f"{FOLDER}/{path.name} ne porte le nom d'aucun document : renommez-le, ou remettez le document."
            )
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError as error:
            raise CorpusError(f"{FOLDER}/{path.name} n'est pas un texte UTF-8 : réenregistrez-le ainsi.") from error
        found += [_block(path.name, block, by_name.get(path.name)) for block in _blocks(lines)]
    return tuple(found)


def _blocks(lines: Iterable[str]) -> Iterator[list[tuple[int, str]]]:
    """The lines of each block, numbered from 1."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            block.append((number, line.strip()))
        elif not line.strip() and block:
            yield block
            block = []
    if block:
        yield block


def _block(name: str, block: list[tuple[int, str]], prose: list[Span] | None) -> Anticipated:
    places = [(number, line.removeprefix(_PLACE)) for number, line in block if line.startswith(_PLACE)]
    questions = tuple(line for _, line in block if not line.startswith(_PLACE))
    where = f"{FOLDER}/{name}, ligne {block[0][0]}"
    if not questions:
        raise CorpusError(f"{where} : ce bloc n'a aucune question.")
    if prose is None:
        if places:
            raise CorpusError(f"{where} : les questions de ce fichier n'ont pas de passage ; retirez la ligne « > ».")
        return Anticipated(AnsweredBy(name), (), questions)
    if not places:
        raise CorpusError(f"{where} : il manque le passage qui répond, sur une ligne qui commence par « > ».")
    return Anticipated(AnsweredBy.PASSAGE, tuple(sorted(_place(name, place, prose) for place in places)), questions)


def _place(name: str, place: tuple[int, str], prose: list[Span]) -> Span:
    number, words = place
    for span in prose:
        start = span.quote.find(words)
        if start >= 0:
            return span.slice(start, start + len(words))
    raise CorpusError(
        f"{FOLDER}/{name}, ligne {number} : « {words[:60]} » n'est mot à mot dans aucun passage du document ; "
        "recopiez-en les mots."
    )
