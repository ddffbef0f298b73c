"""The page as it is served: French, ours, closed to the outside."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.factory import KnownAssistant, a_library, an_answer, an_entry
from web.guard import HEAVIEST_BODY_BYTES
from web.page import emergency_html, header_html
from web.texts import MESSAGE_LIMIT, number, too_long

LIBRARY = a_library(an_entry(year="2014"), an_entry("Coop <b>", position=2, year="2014"))


@pytest.fixture(scope="module")
def visitor() -> Iterator[TestClient]:
    from ui import build_app, web_app

    with TestClient(web_app(build_app(KnownAssistant(lambda *_: an_answer()), LIBRARY))) as client:
        yield client


def test_the_page_is_french_and_names_no_other_site(visitor: TestClient) -> None:
    page = visitor.get("/").text
    assert '<html\n\tlang="fr"' in page
    assert set(re.findall(r"https?://([^/\"'\s:\\]+)", page)) <= {"testserver", "127.0.0.1", "localhost"}
    assert 'src="//' not in page and 'href="//' not in page


def test_every_script_of_the_page_carries_the_nonce_of_this_visit(visitor: TestClient) -> None:
    first, second = visitor.get("/"), visitor.get("/")
    nonces = set(re.findall(r"<script(?: nonce=\"([^\"]*)\")?", first.text))
    (nonce,) = nonces
    assert f"'nonce-{nonce}'" in first.headers["content-security-policy"]
    assert nonce not in second.text


def test_the_policy_lets_nothing_come_from_or_go_to_another_site(visitor: TestClient) -> None:
    policy = visitor.get("/").headers["content-security-policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'self'"  # connections and frames too
    assert "unsafe-inline" not in rules["script-src"]
    assert not re.search(r"https?:|\*", policy)


@pytest.mark.parametrize("path", ["/", "/theme.css", "/config", "/no-such-page"])
def test_every_response_carries_our_headers(visitor: TestClient, path: str) -> None:
    headers = visitor.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'self'" in headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/gradio_api/upload", "/gradio_api/proxy=http://evil.test/", "/monitoring", "/gradio_api/runs"]
)
def test_the_doors_that_a_chat_does_not_need_are_closed(visitor: TestClient, path: str) -> None:
    assert visitor.get(path).status_code == 404
    assert visitor.post(path, content=b"x").status_code == 404


def test_a_message_too_heavy_to_be_typed_is_refused_in_french(visitor: TestClient) -> None:
    answer = visitor.post("/gradio_api/queue/join", content=b"x" * (HEAVIEST_BODY_BYTES + 1))
    assert (answer.status_code, answer.text) == (413, "Ce message est trop lourd.")


def test_a_message_that_does_not_say_its_weight_is_refused(visitor: TestClient) -> None:
    assert visitor.post("/gradio_api/queue/join", content=iter([b"x"])).status_code == 413


def test_the_visitor_can_do_what_the_page_offers_and_nothing_else(visitor: TestClient) -> None:
    info = visitor.get("/gradio_api/info").json()
    assert info["named_endpoints"] == {} and info["unnamed_endpoints"] == {}


def test_the_header_reads_titles_years_and_number_from_the_library() -> None:
    html = header_html(a_library(*(an_entry(position=n, year="1999") for n in range(1, 8))))
    assert "<cite>Tableau des coopératives</cite> (1999)" in html
    assert "7 coopératives" in html


def test_whom_to_call_can_be_dialled() -> None:
    html = emergency_html()
    assert "Ce n’est pas un avis médical" in html
    assert re.findall(r'href="tel:([^"]+)"', html) == ["911", "811", "+18662773553", "988"]


def test_a_long_message_gets_a_kind_word_with_both_lengths() -> None:
    assert number(MESSAGE_LIMIT) in too_long(3214) and number(3214) in too_long(3214)
