"""The whole path, nothing replaced: the two documents, the index, the assistant, the page, a browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import PHONE, ROOT, Server, Visitor, serving
from web.texts import EXAMPLES

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = [pytest.mark.browser, pytest.mark.model]
CORPUS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    index = Path(os.environ.get("COOPSANTE_INDEX", ROOT / "var" / "index"))
    if not index.exists():
        pytest.skip("NO INDEX: the real chat was not tried (make index builds it)")
    with serving(
        tmp_path_factory.mktemp("real"), "tests.browser.real", "serve", "--port", "0", "--index", str(index)
    ) as it:
        yield it


def test_every_example_is_answered_with_words_of_the_documents_and_nothing_leaves_the_machine(
    visit: Callable[..., Visitor], shot: Callable[[Visitor, str], None], server: Server
) -> None:
    visitor = visit(screen=PHONE)
    shot(visitor, "real-welcome")
    for turn, (_, question) in enumerate(EXAMPLES, 1):
        visitor.ask(question)
        expect(visitor.page.locator(".reply").last).to_have_class("reply answered")
        quotes = visitor.page.locator(f"[id^=t{turn}-s] blockquote").all_text_contents()
        assert quotes and all(any(quote in text for text in CORPUS) for quote in quotes)
        shot(visitor, f"real-{turn}")
    assert visitor.problems == []
    assert [url for url in visitor.requests if not url.startswith((server.address, "data:", "blob:"))] == []
    assert server.attempts == ""


def test_a_service_near_a_place_gives_cards_with_distances_nearest_first(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.ask("quelles coops près de Gatineau offrent de la physiothérapie ?")
    shown = visitor.page.locator(".card .distance").all_text_contents()
    assert shown
    kilometres = [0.0 if "moins" in one else float(one.split()[1].replace(",", ".")) for one in shown]
    assert kilometres == sorted(kilometres)
