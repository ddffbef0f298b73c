"""What can go wrong while building or searching, each said in French sentences that a person can act on.

SearchError
├── ModelError         the embedding model can't be had, checked or loaded
├── IndexStateError    no index, or one that doesn't match what is asked; carries its `state`
├── BuilderBusyError   another build holds the lock and did not let go in time
└── VectorServerError  the configured Chroma server doesn't answer: never to be taken for "nothing found"
"""

from __future__ import annotations

from enum import StrEnum

MEND = "lancez « coopsante ingest »"


class State(StrEnum):
    """Why an index can't be used."""

    MISSING = "missing"  # nothing was ever built there
    PARTIAL = "partial"  # a build left it without a readable manifest, or a file is missing
    STALE = "stale"  # the documents or their catalogue changed since
    FOREIGN = "foreign"  # another model, other settings or another version of the format


class SearchError(Exception):
    """Root of all errors of this folder; its message is French and says what to do."""


class ModelError(SearchError):
    """The embedding model can't be had, checked or loaded."""


class IndexStateError(SearchError):
    """The index can't answer as it is. `state` says why; the message names the command that mends it."""

    def __init__(self, state: State, problem: str) -> None:
        super().__init__(f"{problem} : {MEND}.")
        self.state = state


class BuilderBusyError(SearchError):
    """Another build holds the lock and did not let go in time."""


class VectorServerError(SearchError):
    """The Chroma server that the operator configured doesn't answer."""
