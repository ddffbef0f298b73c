from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.attacks import ATTACKS
from web.markup import answer_html, plain

OURS = {"p", "br", "strong", "em", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "a"}


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**Thurso**, *fermée* ?", "<p><strong>Thurso</strong>, <em>fermée</em> ?</p>\n"),
        ("ligne\nsuivante", "<p>ligne<br>\nsuivante</p>\n"),
        ("- une\n- deux", "<ul>\n<li>une</li>\n<li>deux</li>\n</ul>\n"),
        ("1. une\n2. deux", "<ol>\n<li>une</li>\n<li>deux</li>\n</ol>\n"),
        ("pop. 35 256 <b>", "<p>pop. 35 256 &lt;b&gt;</p>\n"),
        ("\\*pas en italique\\*", "<p>*pas en italique*</p>\n"),
    ],
)
def test_an_answer_keeps_the_little_markup_it_uses(text: str, html: str) -> None:
    assert answer_html(text, 1, 0) == html


def test_a_table_becomes_a_table() -> None:
    html = answer_html("| Année | Frais |\n|--|--|\n| 2021 | 12 $ [1] |", 3, 1)
    assert [tag for tag, _ in Tags(html).seen] == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td", "a"]


def test_a_mark_leads_to_the_source_of_its_own_turn() -> None:
    html = answer_html("Oui [2], non [1][2].", 7, 2)
    links = [attributes["href"] for tag, attributes in Tags(html).seen if tag == "a"]
    assert links == ["#t7-s2", "#t7-s1", "#t7-s2"]
    assert ">[2]</a>" in html


@pytest.mark.parametrize("text", ["[3]", "[0]", "[12345]", "[1a]", "\\[4\\]"])
def test_a_number_that_is_no_source_is_no_link(text: str) -> None:
    assert "<a" not in answer_html(text, 1, 2)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_repeated_in_an_answer_becomes_markup(attack: str) -> None:
    tags = Tags(answer_html(f"Je ne trouve pas « {attack} » [1].", 1, 1)).seen
    assert {tag for tag, _ in tags} <= OURS
    assert [attributes for tag, attributes in tags if tag == "a"] == [
        {"class": "mark", "href": "#t1-s1", "title": "Voir la source 1"}
    ]


@given(st.text(alphabet=st.sampled_from("<>&\"'[]()!`*_|-#=:/ \n1ajscript\\${}"), max_size=120))
def test_whatever_the_text_only_our_tags_and_links_come_out(text: str) -> None:
    for tag, attributes in Tags(answer_html(text, 1, 1)).seen:
        assert tag in OURS
        assert set(attributes) <= ({"class", "href", "title"} if tag == "a" else {"start", "style"})


def test_plain_words_hold_on_one_line_and_in_an_attribute() -> None:
    assert plain(" a\n<b> \"c\" 'd' ") == "a &lt;b&gt; &quot;c&quot; &#x27;d&#x27;"
