"""A tiny corpus and a reply that is right in every point, for each test to break one thing."""

from __future__ import annotations

import pytest

from eval.case import Expectation, Expected
from eval.reply import Reply
from eval.score import Asked
from eval.sources import Sources
from ingest.document import Document
from tests.eval.samples import PLACES, ROWS, TEXT, cite, coops


@pytest.fixture
def document() -> Document:
    return Document("t.txt", "Brochure", "Brochure", "Fédération", "novembre 2014", "2014", "©", TEXT)


@pytest.fixture
def sources(document: Document) -> Sources:
    return Sources(
        {"t.txt": document}, {("t.txt", n): row for n, row in ROWS.items()}, PLACES, {("t.txt", 22): "Coop de Thurso"}
    )


@pytest.fixture
def asked(sources: Sources) -> Asked:
    expect = Expectation(
        cooperatives=Expected(exactly=(23,), at_least=(23,), none_of=(22,), first=23),
        facts=(("9 500", "9500"), ("8", "huit")),
        not_facts=(("12 médecins",),),
        cites=(("9 500 membres",),),
        documents=("t.txt",),
        first_document="t.txt",
        abstained=False,
        clarifying=False,
        emergency=False,
        max_chars=200,
    )
    citations = (cite(1, "9 500 membres"), cite(2, "8 médecins"))
    reply = Reply("En 2014 : **9\u202f500** membres [1] et « 8 médecins » [2].", False, False, coops(23), citations)
    return Asked(("Combien de membres ?",), expect, reply, sources)
