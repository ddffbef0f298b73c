"""What can go wrong with the prose when it is read: passages lost, figures exchanged, documents confused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from eval.door import ReplyTo
from eval.mutations.mutation import all_of, drawn, mutation
from eval.mutations.whole import Whole
from ingest.document import Document, Span
from ingest.library import Library
from ingest.passage import Passage

SHARE = 0.1  # of the passages, lost at once
FIRST_CHARS = 120  # what is left of a passage that was cut


@drawn("un paragraphe est perdu", "rapport", "brochure")
def lose_a_passage(whole: Whole, dice: Random) -> ReplyTo:
    lost = dice.choice(whole.library.passages)
    return whole.rebuilt(_keeping(whole.library, lambda passage: passage is not lost))


@drawn("un paragraphe sur dix est perdu", "rapport", "brochure")
def lose_one_passage_in_ten(whole: Whole, dice: Random) -> ReplyTo:
    return whole.rebuilt(_keeping(whole.library, lambda _: dice.random() >= SHARE))


@mutation("les longs paragraphes sont coupés, la suite perdue", "rapport", "brochure")
def cut_long_passages(whole: Whole) -> ReplyTo:
    cut = tuple(_cut(passage) for passage in whole.library.passages)
    return whole.rebuilt(replace(whole.library, passages=cut))


@mutation("les titres au-dessus des paragraphes sont perdus", "rapport", "brochure")
def lose_the_headings(whole: Whole) -> ReplyTo:
    bare = tuple(replace(passage, headings=()) for passage in whole.library.passages)
    return whole.rebuilt(replace(whole.library, passages=bare))


@drawn("deux montants d'une même colonne du tableau financier sont échangés", "rapport", "comparaison")
def swap_two_amounts(whole: Whole, dice: Random) -> ReplyTo:
    figures = whole.library.figures
    columns = sorted({figure.column for figure in figures if figure.unit == "$"})
    chosen = dice.choice(columns)
    one, other = dice.sample([figure for figure in figures if figure.column == chosen], 2)
    taken = {one: replace(one, value=other.value), other: replace(other, value=one.value)}
    return whole.rebuilt(replace(whole.library, figures=tuple(taken.get(figure, figure) for figure in figures)))


@mutation("les deux exercices du tableau financier sont échangés", "rapport", "comparaison")
def swap_the_columns_of_amounts(whole: Whole) -> ReplyTo:
    columns = sorted({figure.column for figure in whole.library.figures if figure.unit == "$"})
    other = dict(zip(columns, reversed(columns), strict=True))
    figures = tuple(replace(one, column=other.get(one.column, one.column)) for one in whole.library.figures)
    return whole.rebuilt(replace(whole.library, figures=figures))


@mutation("seul le document de 2014 est lu", "rapport", "comparaison")
def read_the_oldest_document_only(whole: Whole) -> ReplyTo:
    return whole.rebuilt(_of_document(whole.library, min(whole.library.documents, key=_year)))


@mutation("la prose du document de 2014 n'est pas lue", "brochure", "comparaison")
def read_the_newest_prose_only(whole: Whole) -> ReplyTo:
    return whole.rebuilt(_of_document(whole.library, max(whole.library.documents, key=_year)))


@mutation("le plus ancien document passe pour le plus récent", "comparaison", "rapport")
def take_the_oldest_for_the_newest(whole: Whole) -> ReplyTo:
    return whole.rebuilt(replace(whole.library, documents=tuple(reversed(whole.library.documents))))


@mutation("les nombres du texte le plus récent sont lus avec un de plus", "comparaison", "rapport")
def add_one_to_the_newest_numbers(whole: Whole) -> ReplyTo:
    newest = max(whole.library.documents, key=_year)
    more = tuple(replace(one, number=one.number + (one.span.document == newest)) for one in whole.library.quantities)
    return whole.rebuilt(replace(whole.library, quantities=more))


@mutation("les nombres du texte sont cités un caractère trop loin", "comparaison", "rapport")
def shift_the_quantities(whole: Whole) -> ReplyTo:
    moved = tuple(
        replace(one, span=Span(one.span.document, one.span.start + 1, one.span.end + 1))
        for one in whole.library.quantities
    )
    return whole.rebuilt(replace(whole.library, quantities=moved))


def _keeping(library: Library, kept: Callable[[Passage], bool]) -> Library:
    """The library without some passages, nor the quantities read in them."""
    passages = tuple(passage for passage in library.passages if kept(passage))
    quantities = tuple(q for q in library.quantities if any(p.span.contains(q.span) for p in passages))
    return replace(library, passages=passages, quantities=quantities)


def _of_document(library: Library, document: Document) -> Library:
    """The library with the prose of one document only; its table stays, whichever document holds it."""
    kept = _keeping(library, lambda passage: passage.span.document == document)
    figures = tuple(figure for figure in library.figures if figure.row.document == document)
    return replace(kept, figures=figures)


def _cut(passage: Passage) -> Passage:
    end = passage.span.start + FIRST_CHARS
    if passage.span.end <= end:
        return passage
    sentences = tuple(one for one in passage.sentences if one.end <= end) or passage.sentences[:1]
    return replace(passage, span=_up_to(passage.span, sentences[-1].end), sentences=sentences)


def _up_to(span: Span, end: int) -> Span:
    return Span(span.document, span.start, end)


def _year(document: Document) -> str:
    return document.year


PROSE = all_of(vars())
