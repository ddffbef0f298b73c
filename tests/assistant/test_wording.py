"""The sentences of both languages: the same keys, the same values to fill, and nothing half-filled."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

import assistant
from assistant.wording import Wording

SENTENCES = Path(assistant.__file__).parent / "sentences"


def _templates(language: str) -> dict[str, str]:
    sections = tomllib.loads((SENTENCES / f"{language}.toml").read_text(encoding="utf-8"))
    return {f"{section}.{key}": text for section, said in sections.items() for key, text in said.items()}


def _values(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


FRENCH, ENGLISH = _templates("fr"), _templates("en")


def test_every_sentence_is_said_in_both_languages() -> None:
    assert sorted(FRENCH) == sorted(ENGLISH)


@pytest.mark.parametrize("name", sorted(FRENCH))
def test_a_sentence_holds_the_same_values_in_both_languages(name: str) -> None:
    assert _values(FRENCH[name]) == _values(ENGLISH.get(name, ""))


@pytest.mark.parametrize("name", sorted(ENGLISH))
def test_english_punctuation_takes_no_space_before_it(name: str) -> None:
    unquoted = re.sub("«.*?»", "x", ENGLISH[name])
    assert not any(sign in unquoted for sign in (" :", " ;", " ?", " !"))


def test_a_missing_value_is_an_error_never_a_half_filled_sentence() -> None:
    with pytest.raises(KeyError):
        Wording("en").say("unit.km")


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [("fr", 12345, "12 345"), ("en", 12345, "12,345"), ("fr", 2.5, "2,5"), ("en", 2.5, "2.5"), ("en", 3.0, "3")],
)
def test_numbers_are_written_as_the_language_writes_them(language: str, value: float, written: str) -> None:
    assert Wording(language).number(value) == written


@pytest.mark.parametrize(
    ("language", "date", "written"),
    [
        ("en", "novembre 2014", "November 2014"),
        ("fr", "novembre 2014", "novembre 2014"),
        ("en", "2021-2022", "2021-2022"),
    ],
)
def test_dates_of_the_documents_are_written_in_the_language_of_the_answer(
    language: str, date: str, written: str
) -> None:
    assert Wording(language).say("intro.confirm_plain", date=date).endswith(f"{written}.")
