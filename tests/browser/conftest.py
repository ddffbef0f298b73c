"""A server over known replies and headless Chromium, both started once; every test opens its own visitors."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "var" / "screenshots"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
# Without these, Chromium itself calls its maker at every start.
FLAGS = [
    *("--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@dataclass
class Server:
    """Where the chat is, and the file where its attempts to reach another machine are noted."""

    address: str
    audit: Path

    @property
    def attempts(self) -> str:
        return self.audit.read_text() if self.audit.exists() else ""


@dataclass
class Visitor:
    """Someone in front of a page, and all that their browser asked for."""

    page: Page
    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def ask(self, message: str) -> None:
        """Types a message and waits for its reply."""
        typed = self.page.locator(".typed").count()
        self.page.get_by_label("Votre question").fill(message)
        self.page.keyboard.press("Enter")
        self.answered(typed + 1)

    def answered(self, turns: int) -> None:
        """Waits for the reply of that turn; the first answer of prose waits for the model."""
        from playwright.sync_api import expect

        expect(self.page.locator(".typed")).to_have_count(turns, timeout=15_000)
        expect(self.page.locator(".reply:not(.searching)")).to_have_count(turns, timeout=60_000)

    @property
    def last(self) -> str:
        return self.page.locator(".reply .words").last.inner_text()


@contextmanager
def serving(folder: Path, module: str, *arguments: str) -> Iterator[Server]:
    """A server in a process of its own: `python -m MODULE AUDIT ARGUMENTS`, which prints its address first."""
    audit = folder / "audit"
    command = [sys.executable, "-m", module, str(audit), *arguments]
    with (folder / "log").open("w+") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
        assert process.stdout is not None
        try:
            address = re.search(r"http://\S+", process.stdout.readline())
            assert address, (folder / "log").read_text()
            yield Server(address[0], audit)
        finally:
            process.terminate()
            process.wait(20)
            process.stdout.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The chat over known replies."""
    with serving(tmp_path_factory.mktemp("server"), "tests.browser.server") as served:
        yield served


@pytest.fixture(scope="module")  # not longer: Playwright keeps an event loop running, which other tests would meet
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.skip("NO CHROMIUM: the page was not tried in a browser (install Debian's chromium, or set CHROMIUM)")
    from playwright.sync_api import sync_playwright

    root = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox refuses root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *root])
        yield browser
        browser.close()


@pytest.fixture
def visit(server: Server, chromium: Browser) -> Iterator[Callable[..., Visitor]]:
    """Opens the page as a new visitor, with an English browser: the page must be French all the same."""
    contexts = []

    def open_page(query: str = "", screen: dict[str, int] = DESKTOP, **options: object) -> Visitor:
        context = chromium.new_context(viewport=screen, locale="en-CA", reduced_motion="reduce", **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        visitor = Visitor(context.new_page())
        visitor.page.on("request", lambda request: visitor.requests.append(request.url))
        visitor.page.on("pageerror", lambda error: visitor.problems.append(str(error)))
        visitor.page.on("console", lambda said: visitor.problems.append(said.text) if said.type == "error" else None)
        visitor.page.goto(server.address + query)
        visitor.page.get_by_label("Votre question").wait_for()
        return visitor

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def shot() -> Callable[[Visitor, str], None]:
    """Keeps a picture of the screen under var/screenshots."""

    def take(visitor: Visitor, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        visitor.page.wait_for_timeout(300)  # the page's own scrolling
        visitor.page.screenshot(path=SCREENSHOTS / f"{name}.png")

    return take
