"""The search of sentences: how much of a question each covers, by stems, synonyms and headings."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.prose_search import ProseSearch, Terms
from tests.factories import a_library, a_passage

GRAMMAR = "le la les l de des du d un une et est se il par qui quel quelle"
STOP = frozenset(GRAMMAR.split())
WORDS = "conseil élu membres excédent revenus mission soins patinoire 2014 xyz"
PASSAGES = (
    a_passage("Le conseil est élu par les membres. Il se réunit six fois.", ("Brochure", "Gouvernance"), "a.txt"),
    a_passage("L'excédent est de 5 345 $. Les revenus augmentent.", ("Rapport", "Résultats financiers"), "b.txt"),
    a_passage("La mission est de rendre les soins accessibles.", ("Brochure", "Mission"), "c.txt"),
)


@cache
def search() -> ProseSearch:
    return ProseSearch(a_library(*PASSAGES), STOP)


def best(question: str) -> tuple[str, float]:
    hit = search().search(search().asked(question))[0]
    return hit.unit.span.quote, hit.coverage


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("qui élit le conseil ?", "Le conseil est élu par les membres."),
        ("quels sont les revenus ?", "Les revenus augmentent."),
        ("quel surplus ?", "L'excédent est de 5 345 $."),
        ("la mission", "La mission est de rendre les soins accessibles."),
    ],
)
def test_the_sentence_that_covers_most_comes_first(question: str, sentence: str) -> None:
    assert best(question)[0] == sentence


def test_a_whole_question_covered_is_one_and_a_part_of_it_less() -> None:
    assert best("excédent")[1] == pytest.approx(1.0)
    assert best("excédent de la patinoire")[1] < 1.0


def test_what_no_sentence_holds_finds_nothing_and_is_told() -> None:
    asked = search().asked("patinoire municipale")
    assert search().search(asked) == ()
    hit = search().search(search().asked("excédent de la patinoire"))[0]
    assert any("patinoir" in term for term in hit.missing)


def test_a_heading_counts_for_its_sentences_and_less_than_their_own_words() -> None:
    hits = search().search(search().asked("gouvernance"))
    assert {hit.unit.span.quote for hit in hits} == {"Le conseil est élu par les membres.", "Il se réunit six fois."}
    assert 0 < hits[0].coverage < 1


def test_a_question_of_grammar_alone_asks_nothing() -> None:
    assert search().asked("qui est le ?") == ()
    assert search().search(()) == ()


def test_a_year_keeps_to_its_documents() -> None:
    asked = search().asked("conseil")
    assert search().search(asked, year="2014")
    assert search().search(asked, year="1999") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("excédent", "surplus"),
        ("frais d'exploitation", "dépenses"),
        ("AGA", "assemblée générale annuelle"),
        ("50 %", "50 pour cent"),
        ("membre", "Membres"),
        ("l’excédent", "l'EXCEDENT"),
    ],
)
def test_two_ways_to_say_a_thing_are_one_term(one: str, other: str) -> None:
    assert Terms().of(one) == Terms().of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("revenus", "excédent"), ("directeur", "présidente"), ("membres", "mission")]
)
def test_two_things_are_two_terms(one: str, other: str) -> None:
    assert Terms().of(one) != Terms().of(other)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=6))
def test_hits_come_best_first_and_coverage_is_a_share(asked: list[str]) -> None:
    hits = search().search(search().asked(" ".join(asked)))
    assert all(0 < hit.coverage <= 1 + 1e-9 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits == search().search(search().asked(" ".join(asked)))


@given(st.text(max_size=100))
def test_anything_can_be_searched(text: str) -> None:
    for hit in search().search(search().asked(text)):
        assert hit.unit.span.quote in hit.unit.passage.text
