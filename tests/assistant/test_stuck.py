"""Words stuck together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.stuck import part

KNOWN = {"numero", "telephone", "coop", "gatineau", "operation", "sante"}


@pytest.mark.parametrize(
    ("run", "parts"),
    [
        ("numerodetelephone", ("numero", "de", "telephone")),
        ("telephonetelephone", ("telephone", "telephone")),
        ("coopgatineau", ("coop", "gatineau")),
    ],
)
def test_a_run_of_known_words_is_parted(run: str, parts: tuple[str, ...]) -> None:
    assert part(run, KNOWN.__contains__) == parts


@pytest.mark.parametrize("run", ["numero", "cooperations", "delade", "gatineaux", "", "numero2telephone"])
def test_anything_else_is_left_whole(run: str) -> None:
    assert part(run, KNOWN.__contains__) is None


@given(st.lists(st.sampled_from(sorted(KNOWN)), min_size=2, max_size=5))
def test_no_letter_is_lost(said: list[str]) -> None:
    whole = "".join(said)
    found = part(whole, KNOWN.__contains__)
    assert found is None or "".join(found) == whole
