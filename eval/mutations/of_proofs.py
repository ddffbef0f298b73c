"""What can go wrong with what proves an answer: citations, their marks, their places."""

from __future__ import annotations

from typing import Any

from eval.door import ReplyTo
from eval.matching import MARK
from eval.mutations.mutation import all_of, mutation
from eval.mutations.whole import Whole
from ingest.document import Span
from ingest.entry import Cell, Entry
from ingest.library import Library

CELLS = (
    *("address", "population_text", "membership_text", "services_text", "doctors_text", "recruiting_text"),
    "particularities",
)

PAGE = 80  # characters

Raw = dict[str, Any]


@mutation("les citations sont omises")
def cite_nothing(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"answer": MARK.sub("", raw["answer"]), "citations": []})


@mutation("les renvois [n] sont décalés de un")
def marks_off_by_one(whole: Whole) -> ReplyTo:
    return whole.reworded(
        lambda _, raw: raw | {"answer": MARK.sub(lambda mark: f"[{int(mark.group(1)) + 1}]", raw["answer"])}
    )


@mutation("les citations sont interverties sous les mêmes renvois", "attribut", "service_lieu")
def shuffle_the_proofs(whole: Whole) -> ReplyTo:
    def change(_: str, raw: Raw) -> Raw:
        markers = [one["marker"] for one in raw["citations"]]
        turned = [one | {"marker": mark} for one, mark in zip(reversed(raw["citations"]), markers, strict=True)]
        return raw | {"citations": turned}

    return whole.reworded(change)


@mutation("les positions des citations comptent les octets, non les caractères")
def offsets_in_bytes(whole: Whole) -> ReplyTo:
    texts = {document.name: document.text for document in whole.library.documents}

    def change(_: str, raw: Raw) -> Raw:
        return raw | {"citations": [one | _in_bytes(one, texts[one["document"]]) for one in raw["citations"]]}

    return whole.reworded(change)


@mutation("une citation du tableau montre la case voisine", "attribut", "service")
def cite_the_next_cell(whole: Whole) -> ReplyTo:
    return whole.reworded(
        lambda _, raw: raw | {"citations": [_next_cell(one, whole.library) for one in raw["citations"]]}
    )


@mutation("un service est prouvé par la case voisine de celle des services", "service", "service_lieu", "attribut")
def prove_services_by_the_next_cell(whole: Whole) -> ReplyTo:
    def moved(one: Raw) -> Raw:
        return _next_cell(one, whole.library) if _of_services(one, whole.library) else one

    return whole.reworded(lambda _, raw: raw | {"citations": [moved(one) for one in raw["citations"]]})


@mutation("un service est prouvé par les services de la coop suivante", "service", "service_lieu", "attribut")
def prove_services_by_the_next_row(whole: Whole) -> ReplyTo:
    cells = [entry.services_text.span for entry in whole.library.entries if entry.services_text.stated]
    spans = [span for span in cells if span is not None]

    def moved(one: Raw) -> Raw:
        below = [span for span in spans if span.start > one["start"]]
        return one | _of((below or spans)[0]) if _of_services(one, whole.library) else one

    return whole.reworded(lambda _, raw: raw | {"citations": [moved(one) for one in raw["citations"]]})


@mutation("une citation du tableau montre la rangée entière", "attribut", "service")
def cite_the_whole_row(whole: Whole) -> ReplyTo:
    def wide(one: Raw) -> Raw:
        entry = _entry_of(one, whole.library)
        return one if entry is None else one | _of(entry.span)

    return whole.reworded(lambda _, raw: raw | {"citations": [wide(one) for one in raw["citations"]]})


@mutation("chaque citation renvoie au début de son document")
def cite_the_first_page(whole: Whole) -> ReplyTo:
    pages = {document.name: Span(document, 0, PAGE) for document in whole.library.documents}
    return whole.reworded(
        lambda _, raw: raw | {"citations": [one | _of(pages[one["document"]]) for one in raw["citations"]]}
    )


@mutation("une citation du même document, sans rapport, est ajoutée", "attribut", "service")
def cite_too_much(whole: Whole) -> ReplyTo:
    first = {passage.span.name: passage.span for passage in reversed(whole.library.passages)}

    def change(_: str, raw: Raw) -> Raw:
        if not raw["citations"]:
            return raw
        marker, document = len(raw["citations"]) + 1, raw["citations"][0]["document"]
        more = {"marker": marker, "document": document, **_of(first[document])}
        return raw | {"answer": f"{raw['answer']} [{marker}]", "citations": [*raw["citations"], more]}

    return whole.reworded(change)


@mutation("de chaque phrase, le premier renvoi seul est gardé", "service", "agregat", "comparaison")
def keep_one_mark_a_line(whole: Whole) -> ReplyTo:
    def first(line: str) -> str:
        start, mark, rest = line.partition("]")
        return start + mark + MARK.sub("", rest)

    def change(_: str, raw: Raw) -> Raw:
        answer = "\n".join(first(line) for line in raw["answer"].split("\n"))
        marks = {int(mark) for mark in MARK.findall(answer)}
        return raw | {"answer": answer, "citations": [one for one in raw["citations"] if one["marker"] in marks]}

    return whole.reworded(change)


@mutation("une citation est attribuée à l'autre document", "rapport", "brochure")
def cite_the_other_document(whole: Whole) -> ReplyTo:
    names = [document.name for document in whole.library.documents]
    other = dict(zip(names, reversed(names), strict=True))
    return whole.reworded(
        lambda _, raw: raw | {"citations": [one | {"document": other[one["document"]]} for one in raw["citations"]]}
    )


def _entry_of(citation: Raw, library: Library) -> Entry | None:
    """The row that a citation stands in."""
    for entry in library.entries:
        if entry.span.name == citation["document"] and entry.span.start <= citation["start"] < entry.span.end:
            return entry
    return None


def _of_services(citation: Raw, library: Library) -> bool:
    """Whether a citation stands in a cell of services."""
    entry = _entry_of(citation, library)
    cell = entry.services_text.span if entry else None
    return cell is not None and cell.start <= citation["start"] and citation["end"] <= cell.end


def _next_cell(citation: Raw, library: Library) -> Raw:
    """The citation moved to the cell that follows its own, or, from the last one, to the first."""
    entry = _entry_of(citation, library)
    if entry is None:
        return citation
    cells: list[Cell[str]] = [getattr(entry, name) for name in CELLS]
    spans = sorted(cell.span for cell in cells if cell.span is not None)
    after = [span for span in spans if span.start >= citation["end"]]
    return citation | _of((after or spans)[0])


def _of(span: Span) -> Raw:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _in_bytes(citation: Raw, text: str) -> Raw:
    return {end: len(text[: citation[end]].encode()) for end in ("start", "end")}


PROOFS = all_of(vars())
