"""Phrases of the lexicons found in a message, whole words only; every lexicon file can be read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assistant
from assistant.phrases import Message, Phrases, one_of
from assistant.topics import Topics, clauses
from ingest.french import key, words
from tests.factories import stated

LEXICONS = Path(assistant.__file__).parent / "lexicon"
OF_PHRASES = ("cues.toml", "fields.toml", "filters.toml", "outside.toml", "safety.toml", "social.toml", "sources.toml")


def message(text: str) -> Message:
    return Message(text, words(text))


def codes(lexicon: str, text: str) -> set[str]:
    return {hit.code for hit in Phrases(lexicon).hits(message(text))}


@pytest.mark.parametrize(
    ("lexicon", "text", "code"),
    [
        ("fields.toml", "Quel est le TÉLÉPHONE ?", "phones"),
        ("fields.toml", "l’adresse courriel", "emails"),
        ("fields.toml", "son site web", "websites"),
        ("fields.toml", "la liste d'attente", "waiting"),
        ("cues.toml", "combien de coops", "count"),
        ("cues.toml", "la plus proche", "nearest"),
        ("cues.toml", "le plus de membres", "most"),
        ("states.toml", "sans téléphone", "lacking"),
        ("filters.toml", "coopérative de travail", "work_coop"),
        ("safety.toml", "je veux mourir", "suicide"),
        ("safety.toml", "elle ne respire plus", "emergency"),
        ("safety.toml", "il fait une crise cardiaque", "emergency"),
        ("safety.toml", "quelle dose de tylenol", "advice"),
        ("social.toml", "bonjour", "greeting"),
        ("social.toml", "merci", "thanks"),
        ("sources.toml", "quelles sont vos sources", "documents"),
        ("sources.toml", "sur quel documents vous vous base pour repondre", "documents"),
        ("sources.toml", "tes infos viennent de quel documents", "documents"),
        ("sources.toml", "source info date", "documents"),
    ],
)
def test_a_phrase_is_heard_however_it_is_written(lexicon: str, text: str, code: str) -> None:
    assert code in codes(lexicon, text)


@pytest.mark.parametrize(
    ("lexicon", "text"),
    [
        ("fields.toml", "telegramme"),
        ("safety.toml", "quelles coops ont un service d'urgence mineure ?"),
        ("safety.toml", "mourir de rire"),
        ("social.toml", "la coop de Thurso"),
        ("filters.toml", "quelles coops sont en Outaouais ?"),
    ],
)
def test_a_part_of_a_word_or_another_sense_is_not_heard(lexicon: str, text: str) -> None:
    assert codes(lexicon, text) == set()


@pytest.mark.parametrize("lexicon", OF_PHRASES)
def test_phrases_are_written_folded(lexicon: str) -> None:
    """A capital or an accent in a lexicon would never be heard: messages are folded before."""
    for code, phrases in tomllib.loads((LEXICONS / lexicon).read_text(encoding="utf-8")).items():
        assert phrases, code
        for phrase in phrases:
            plain = (
                phrase.replace("\\w", "").replace("\\d", "").replace("\\b", "").replace("\\S", "").replace("\\s", "")
            )
            letters = "".join(c for c in plain if c.isalpha())
            assert letters == key(letters), f"{code}: {phrase}"


@given(st.text(max_size=60))
def test_the_words_of_a_hit_are_those_of_the_message(text: str) -> None:
    said = message(text)
    for hit in Phrases("cues.toml").hits(said):
        assert 0 <= hit.first < hit.last <= len(said.words)
        assert said.raw(hit) in text


def test_a_place_inside_a_word_is_no_hit() -> None:
    said = message("la coop de Thurso")
    assert said.hit("x", 0, 2) is not None
    assert said.hit("x", 0, 5) is None
    assert said.hit("x", 1, 2) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("les heures d'ouverture", "hours"),
        ("êtes-vous ouverts le samedi ?", "hours"),
        ("combien ça coûte ?", "fees"),
        ("y a-t-il un stationnement ?", "parking"),
    ],
)
def test_a_topic_is_heard(text: str, code: str) -> None:
    assert code in {hit.code for hit in Topics().hits(message(text))}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Physio ; dentiste. Vaccins", ["Physio", "dentiste", "Vaccins"]),
        ("Ouvert à 8.30 h", ["Ouvert à 8.30 h"]),
        (" ; . ", []),
        ("un seul morceau", ["un seul morceau"]),
    ],
)
def test_a_cell_is_cut_into_clauses(cell: str, expected: list[str]) -> None:
    span = stated(cell).span
    assert span is not None
    assert [clause.quote for clause in clauses(span)] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("elles en cherchent", True),
        ("elles en cherchent encore plusieurs", True),
        ("elles en cherchent ailleurs", False),
    ],
)
def test_a_star_behind_a_parenthesis_repeats(text: str, found: bool) -> None:
    assert (one_of([r"en cherch\w*( encore| un| plusieurs)*$"]).search(text) is not None) is found


def test_a_class_of_words_is_heard_only_in_the_phrases_that_name_it() -> None:
    assert "most" in codes("cues.toml", "elle arrive en tête du classement")
    assert not {code for code in codes("cues.toml", "en tête du classement") if code.startswith("_")}
