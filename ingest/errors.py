"""What can go wrong while reading, each said in one French sentence that a person can act on.

IngestError
├── CorpusError    a document or the catalogue can't be used
├── TableError     a row of a table can't be read; carries the document and the line
└── LibraryError   a saved library is damaged or of another version
"""

from __future__ import annotations


class IngestError(Exception):
    """Root of all reading errors; its message is French and says what to do."""


class CorpusError(IngestError):
    """The corpus folder, its catalogue or one of its documents can't be used."""


class TableError(IngestError):
    """A row that looks like part of a table can't be read. Nothing is dropped in silence.

    `document` is the file name, `line` is 1-based.
    """

    def __init__(self, document: str, line: int, problem: str) -> None:
        super().__init__(f"{document}, ligne {line} : {problem}")
        self.document = document
        self.line = line


class LibraryError(IngestError):
    """A saved library can't be read back."""
