"""Every oddity of the corpus, kept as it is and named: those of the entries, of the prose, and between the two.

Each rule is general and would rather miss an oddity than invent one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from ingest.anomaly import Anomaly
from ingest.document import Document
from ingest.entry import Entry
from ingest.french import key
from ingest.oddities import oddities_of_entries
from ingest.passage import Kind, Passage, Quantity
from ingest.prose import read_headings

_PERSON = re.compile(r"\b(?:M\.|Mme|Dre?)\s+(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)+)")
_ENDS = (".", ";", "!", "?", ":", ")")


def find_anomalies(
    documents: tuple[Document, ...],
    entries: tuple[Entry, ...],
    passages: tuple[Passage, ...],
    quantities: tuple[Quantity, ...],
) -> tuple[Anomaly, ...]:
    """All of them, document by document."""
    found: list[Anomaly] = []
    for document in documents:
        own = tuple(entry for entry in entries if entry.span.name == document.name)
        prose = tuple(passage for passage in passages if passage.span.name == document.name)
        found += oddities_of_entries(own)
        found += empty_headings(document, prose)
        found += cut_items(prose)
        found += counted_otherwise(own, tuple(q for q in quantities if q.span.name == document.name))
    found += persons_spelt_two_ways(passages)
    return tuple(found)


def empty_headings(document: Document, passages: tuple[Passage, ...]) -> Iterator[Anomaly]:
    """A heading with nothing under it."""
    used = {heading.start for passage in passages for heading in passage.headings}
    for heading in read_headings(document):
        if heading.start not in used:
            sentence = f"Rien n'est imprimé sous le titre « {heading.quote} »."
            yield Anomaly("empty_heading", sentence, (heading,))


def cut_items(passages: tuple[Passage, ...]) -> Iterator[Anomaly]:
    """An item that starts in the middle of a sentence: the end of another one, or one whose verb is missing."""
    items = tuple(passage for passage in passages if passage.kind is Kind.ITEM)
    for item in items:
        if not item.text[:1].islower():
            continue
        siblings = tuple(other for other in items if other.group == item.group and other is not item)
        cut = [other for other in siblings if not other.text[:1].islower() and not other.text.endswith(_ENDS)]
        if len(cut) == 1:
            head = cut[0].text.replace("**", "")
            joined = head[:-1] + item.text if head.endswith("-") else f"{head} {item.text}"
            sentence = f"« {item.text} » est la fin d'un autre élément de la liste, imprimé en deux colonnes."
            yield Anomaly("cut_item", sentence, (cut[0].span, item.span), reading=joined)
        elif not cut and any(not other.text[:1].islower() for other in siblings):
            sentence = f"L'élément « {item.text} » commence sans son verbe, que les autres éléments de la liste ont."
            yield Anomaly("missing_verb", sentence, (item.span,))


def counted_otherwise(entries: tuple[Entry, ...], quantities: tuple[Quantity, ...]) -> Iterator[Anomaly]:
    """A number of co-ops or of regions that the prose gives, other than what the document's table holds."""
    if not entries:
        return
    regions = tuple(dict.fromkeys(entry.region.value for entry in entries))
    table = {"cooperative": ("coopératives", len(entries)), "region": ("régions", len(regions))}
    for quantity in quantities:
        if quantity.noun in table:
            name, count = table[quantity.noun]
            if quantity.number != count:
                sentence = f"Le texte parle de « {quantity.span.quote} », le tableau du même document a {count} {name}."
                first, last = entries[0].number.span, entries[-1].number.span
                spans = tuple(span for span in (quantity.span, first, last) if span is not None)
                yield Anomaly("counted_otherwise", sentence, spans)


def persons_spelt_two_ways(passages: tuple[Passage, ...]) -> Iterator[Anomaly]:
    """One first name with two family names a letter apart."""
    seen = [
        (match["name"], passage.span.slice(*match.span("name")))
        for passage in passages
        for match in _PERSON.finditer(passage.text)
    ]
    for index, (name, span) in enumerate(seen):
        for other, there in seen[index + 1 :]:
            one, two = key(name).split(), key(other).split()
            if one[0] == two[0] and Levenshtein.distance(" ".join(one[1:]), " ".join(two[1:])) == 1:
                sentence = f"Le même nom, semble-t-il, est écrit « {name} » puis « {other} »."
                yield Anomaly("spelt_two_ways", sentence, (span, there))
