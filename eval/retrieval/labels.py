"""Which sources answer a question, told by the cases themselves: the proof of a case says where its answer stands.

A question of *prose* is answered by the passages that hold its proof. A question of the *table* is answered by entries:
the directory finds those, and the search is only its safety net, so the two are never measured together.

Only conversations of one turn that want something said are labelled. A follow-up isn't searched as it is typed, and
where silence is right there is nothing to find.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.case import Case, Expected
from index.search import Place
from ingest.document import Span
from ingest.entry import Entry
from ingest.library import Library
from ingest.passage import Passage

GROUPS = PROSE, TABLE = "prose", "table"
RECURS = 3  # words from which a quotation found elsewhere says the same there; "24" or "membres" recur by chance


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question and the places of all the sources that answer it, at least one."""

    id: str
    ask: str
    group: str  # PROSE or TABLE
    relevant: frozenset[Place]


def label(cases: Iterable[Case], library: Library) -> tuple[Labelled, ...]:
    """The questions that some source answers, in the order of the cases."""
    labelled = (_label(case, library) for case in cases if askable(case))
    return tuple(one for one in labelled if one is not None)


def by_group(questions: Sequence[Labelled]) -> dict[str, list[Labelled]]:
    """The questions of each group that has some."""
    groups = {group: [one for one in questions if one.group == group] for group in GROUPS}
    return {group: some for group, some in groups.items() if some}


def askable(case: Case) -> bool:
    """Whether a case is one question whose answer has to be found."""
    return len(case.turns) == 1 and not case.turns[0].expect.silent


def place(source: Passage | Entry) -> Place:
    """Where a source stands, which is what tells it from the others."""
    return source.span.name, source.span.start, source.span.end


def _label(case: Case, library: Library) -> Labelled | None:
    """Co-ops that a case expects come before its proof: it may cite one for all, or those that they are compared to."""
    wanted = _wanted(case)
    passages = [p for p in library.passages if _holds(p.span, case.proof) and not _is_title(p, library.entries)]
    proved = [entry for entry in library.entries if any(_overlap(entry.span, proof) for proof in case.proof)]
    entries = [entry for entry in library.entries if entry.position in wanted] or proved
    group = PROSE if passages and not wanted else TABLE
    found = frozenset(place(source) for source in (passages if group == PROSE else entries))
    return Labelled(case.id, case.turns[0].ask, group, found) if found else None


def _wanted(case: Case) -> frozenset[int]:
    """The ranks, in the table, of the co-ops that a case expects to be presented."""
    expected = case.turns[0].expect.cooperatives or Expected()
    first = () if expected.first is None else (expected.first,)
    return frozenset((*(expected.exactly or ()), *(expected.at_least or ()), *first))


def _holds(span: Span, proofs: Iterable[Span]) -> bool:
    """Whether a place shares a part with a proof, or says the same words again."""
    return any(
        _overlap(span, proof) or (len(proof.quote.split()) >= RECURS and proof.quote in span.quote) for proof in proofs
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.name == other.name and one.start < other.end and other.start < one.end


def _is_title(passage: Passage, entries: Iterable[Entry]) -> bool:
    """Whether a table follows at once. A case that proves by a title means the whole table, not the title's words."""
    span = passage.span
    return any(
        entry.span.name == span.name
        and span.end <= entry.span.start
        and not span.document.text[span.end : entry.span.start].strip()
        for entry in entries
    )
