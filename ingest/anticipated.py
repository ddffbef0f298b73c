"""Anticipated questions: what people ask, beside the words of a document that answer it.

A passage and a question often share no word ("argent amassé", "produits"). Questions written beside each passage, by
people who read it, are what a new question is compared with; what answers stays the passage, verbatim. (Document
expansion: Nogueira et al., "Document Expansion by Query Prediction", 2019, here by hand.) One text file a document, in
the corpus's `questions/`, under the document's own name; staff add to it without reading Python:

    > sans égard au statut ou à la capacité de payer
    Faut-il avoir de l'argent pour se faire soigner là ?
    soins gratuits coop

A block is one or several places of the document, then its questions; a blank line ends it. `#` begins a comment. What
the rows of a document's table answer is in `NAME.fiches.txt`: its questions name no co-op, and the words stand for
every row of which a cell holds them. Four files have no places. No document answers the questions of
`sans-reponse.txt`: what resembles them most is refused. Those of `tableau.txt` are for the exact directory: no passage
answers what resembles them most. Those of `tournures.txt`, and the sequels of `suites.txt`, stand under the plain one
that they ask in other words:

    = Quelle coop a le plus de membres ?
    la championne du membership

`NAME.exemples.txt` holds further questions of the blocks of `NAME.txt`, in the same form: the more, the better what is
learnt of them. They are compared with no question, for how near is near enough was chosen without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from ingest.document import Span
from ingest.entry import ROW_CELLS, Entry
from ingest.errors import CorpusError
from ingest.library import Library
from ingest.slots import emptied

FOLDER = "questions"
ROWS, EXAMPLES = ".fiches.txt", ".exemples.txt"  # after the name of a document, without its own ending
_PLACE, _PLAIN = "> ", "= "


class AnsweredBy(StrEnum):
    """Where the answer is. The values of the last four are the files that hold such questions."""

    PASSAGE = "passage"
    ROW = "fiche"
    NOTHING = "sans-reponse.txt"
    TABLE = "tableau.txt"
    PLAINLY = "tournures.txt"
    SEQUEL = "suites.txt"


IN_OTHER_WORDS = (AnsweredBy.PLAINLY, AnsweredBy.SEQUEL)


@dataclass(frozen=True, slots=True)
class Anticipated:
    """Questions of one answer; `spans` are the words that give it, in the documents' order, where a passage or rows do.

    Several rows may print the same words: each gives the answer for its own co-op. `plainly` is the question that those
    of `tournures.txt` and `suites.txt` ask in other words, "" elsewhere. An `example` only teaches what is likely.
    """

    answered_by: AnsweredBy
    spans: tuple[Span, ...]
    questions: tuple[str, ...]
    plainly: str = ""
    example: bool = False


def question_files(corpus: Path) -> tuple[Path, ...]:
    """The files of anticipated questions, in order; none where the folder is missing."""
    return tuple(sorted((corpus / FOLDER).glob("*.txt")))


def read_anticipated(corpus: Path, library: Library) -> tuple[Anticipated, ...]:
    """Every block of every file, its places found in the passages, in the headings over them, or in the table's cells.

    Raises `CorpusError`, with file and line, where one can't be used.
    """
    prose: dict[str, list[Span]] = {}
    for passage in library.passages:
        prose.setdefault(passage.span.name, []).extend((passage.span, *passage.headings))
    rows: dict[str, list[Span]] = {}
    for entry in library.entries:
        rows.setdefault(Path(entry.span.name).stem + ROWS, []).extend(_cells(entry))
    found: list[Anticipated] = []
    for path in question_files(corpus):
        name = path.name.replace(EXAMPLES, ".txt")
        example = name != path.name
        if name not in (*AnsweredBy, *prose, *rows) or (example and name not in (AnsweredBy.NOTHING, *prose)):
            raise CorpusError(
                f"{FOLDER}/{path.name} ne porte le nom d'aucun document : renommez-le, ou remettez le document."
            )
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError as error:
            raise CorpusError(f"{FOLDER}/{path.name} n'est pas un texte UTF-8 : réenregistrez-le ainsi.") from error
        for block in _blocks(lines):
            if name in rows:
                read = _block(path.name, block, AnsweredBy.ROW, rows[name])
            elif name in prose:
                read = _block(path.name, block, AnsweredBy.PASSAGE, prose[name])
            else:
                read = _block(path.name, block, AnsweredBy(name), None)
            found.append(replace(read, example=example))
    return tuple(found)


def _cells(entry: Entry) -> list[Span]:
    cells = (getattr(entry, name) for name in ROW_CELLS)
    return [cell.span for cell in cells if cell.span is not None]


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


def _block(name: str, block: list[tuple[int, str]], kind: AnsweredBy, held: list[Span] | None) -> Anticipated:
    """One block; `held` is what its places are looked for in, None where it has none."""
    places = [(number, line.removeprefix(_PLACE)) for number, line in block if line.startswith(_PLACE)]
    questions = tuple(line for _, line in block if not line.startswith(_PLACE))
    where = f"{FOLDER}/{name}, ligne {block[0][0]}"
    if kind in IN_OTHER_WORDS:
        plain = [line.removeprefix(_PLAIN) for line in questions if line.startswith(_PLAIN)]
        if len(plain) != 1 or len(questions) < 2 or places:
            raise CorpusError(
                f"{where} : ce bloc doit avoir une ligne « = » (la question simple), puis d'autres façons de la poser."
            )
        asked = (emptied(line.removeprefix(_PLAIN)) for line in questions)
        return Anticipated(kind, (), tuple(asked), plain[0])
    if not questions:
        raise CorpusError(f"{where} : ce bloc n'a aucune question.")
    if held is None:
        if places:
            raise CorpusError(f"{where} : les questions de ce fichier n'ont pas de passage ; retirez la ligne « > ».")
        return Anticipated(kind, (), questions)
    if not places:
        raise CorpusError(f"{where} : il manque le passage qui répond, sur une ligne qui commence par « > ».")
    spans = [span for place in places for span in _places(name, place, held)[: None if kind is AnsweredBy.ROW else 1]]
    return Anticipated(kind, tuple(sorted(dict.fromkeys(spans))), questions)


def _places(name: str, place: tuple[int, str], held: list[Span]) -> list[Span]:
    """Where the words first stand in each of the spans that hold them."""
    number, words = place
    starts = [(span, span.quote.find(words)) for span in held]
    found = [span.slice(start, start + len(words)) for span, start in starts if start >= 0]
    if not found:
        raise CorpusError(
            f"{FOLDER}/{name}, ligne {number} : « {words[:60]} » n'est mot à mot dans aucun passage du document ; "
            "recopiez-en les mots."
        )
    return found
