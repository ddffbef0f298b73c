from __future__ import annotations

import gc

import pytest

from index.heavy import heavy_import


def test_the_collector_is_paused_then_back() -> None:
    with heavy_import():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_is_back_after_a_failure() -> None:
    with pytest.raises(ImportError), heavy_import():
        raise ImportError
    assert gc.isenabled()
