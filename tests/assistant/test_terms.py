"""Words as comparable terms: groups and hints of the lexicon, light words."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.terms import ANY, Terms, alternatives, means


@cache
def terms() -> Terms:
    return Terms()


def asked(text: str) -> tuple[str, ...]:
    return tuple(t for term in terms().asked(text) for t in alternatives(term))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("pas une cenne", "sans égard à la capacité de payer"),
        ("la télémédecine", "des soins virtuels"),
        ("la paperasse", "responsabilités administratives"),
        ("le docteur", "les omnipraticiens"),
    ],
)
def test_people_s_words_meet_those_of_the_documents(typed: str, printed: str) -> None:
    assert set(asked(typed)) & set(terms().of(printed))


@pytest.mark.parametrize(
    ("typed", "printed"), [("le loyer", "la loi"), ("les dues", "du"), ("le premier ministre", "ministre")]
)
def test_what_only_looks_alike_doesn_t_meet(typed: str, printed: str) -> None:
    assert not set(asked(typed)) & {t for t in terms().of(printed) if t not in ("le", "la", "les")}


def test_a_hint_is_one_way() -> None:
    assert not set(terms().asked("statut")) & set(terms().of("une cenne"))


def test_a_term_of_several_meanings_is_held_by_any_of_them() -> None:
    both = f"=membres{ANY}=medecins"
    assert means(both, {"=medecins"})
    assert not means(both, {"=infirmieres"})


def test_light_words_are_known_by_their_stem() -> None:
    assert terms().is_light(terms().of("mentionnent")[0]) or terms().is_light(terms().of("mentionner")[0])
    assert not terms().is_light("=medecins")


def test_english_words_are_read_in_the_documents_french() -> None:
    held = set(terms().of("a ouvert son membership"))
    assert set(terms().asked("When did it open up?", english=True)) & held
    assert not set(terms().asked("open up")) & held
    assert terms().asked("put in", english=True) == ()
