"""Everyday words of French."""

from __future__ import annotations

import pytest

from index.french_words import is_french


@pytest.mark.parametrize("typed", ["bonjour", "Bonjour", "MEDECIN", "médecin", "oeuvre", "laveuse"])
def test_an_everyday_word_is_french_in_any_case_and_without_accents(typed: str) -> None:
    assert is_french(typed)


@pytest.mark.parametrize("typed", ["menbre", "médeçin", "comence", "", "12", "kel"])
def test_a_mistake_is_not(typed: str) -> None:
    assert not is_french(typed)
