"""A tiny corpus and a reply that is right in every point, for each test to break one thing."""

from __future__ import annotations

import pytest

from eval.case import Expectation, Expected
from eval.checks import Asked
from eval.reply import Reply
from ingest.document import Document
from tests.eval.samples import TEXT, cite


@pytest.fixture
def document() -> Document:
    return Document("t.txt", "Brochure", "Brochure", "Fédération", "novembre 2014", "2014", "©", TEXT)


@pytest.fixture
def asked(document: Document) -> Asked:
    expect = Expectation(
        cooperatives=Expected(exactly=(23,), at_least=(23,), none_of=(22,), first=23),
        facts=(("9 500", "9500"), ("8", "huit")),
        not_facts=(("12 médecins",),),
        cites=(("9 500 membres",),),
        abstained=False,
        clarifying=False,
        max_chars=200,
    )
    citations = (cite(1, "9 500 membres"), cite(2, "8 médecins"))
    reply = Reply("En 2014 : **9\u202f500** membres [1] et 8 médecins [2].", False, False, (23,), citations)
    return Asked(("Combien de membres ?",), expect, reply, {"t.txt": document})
