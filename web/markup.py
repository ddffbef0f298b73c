"""The little Markdown that answers use, as HTML: bold, italics, lists, tables, line breaks and marks [n].

>>> answer_html("**Thurso** : 819 985-2661 [1]", 1, 1)
'<p><strong>Thurso</strong> : 819 985-2661 <a class="mark" href="#t1-s1" title="Voir la source 1">[1]</a></p>\\n'

Nothing else is markup: links, images, headings, code and HTML stay the characters they are, so that what a visitor
typed or a document contains, once repeated in an answer, is only text.
"""

from __future__ import annotations

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARK = re.compile(r"\[(\d{1,3})\]")
_RULES = ["emphasis", "list", "table", "newline", "escape"]
_MARKDOWN = MarkdownIt("zero", {"breaks": True, "html": False}).enable(_RULES)


def plain(text: str) -> str:
    """Words of a visitor or a document, on one line, safe inside HTML and its attributes."""
    return escape(" ".join(text.split()), quote=True)


def answer_html(text: str, turn: int, sources: int) -> str:
    """The answer of turn number `turn`; a mark is linked where one of its `sources` has that number."""
    tokens = _MARKDOWN.parse(text)
    for token in tokens:
        if token.children:
            token.children = [part for child in token.children for part in _with_marks(child, turn, sources)]
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def source_id(turn: int, marker: int) -> str:
    """The id of a source in the page, unique in a conversation."""
    return f"t{turn}-s{marker}"


def _with_marks(token: Token, turn: int, sources: int) -> list[Token]:
    if token.type != "text":
        return [token]
    parts = []
    last = 0
    for match in _MARK.finditer(token.content):
        marker = int(match[1])
        if not 1 <= marker <= sources:
            continue
        link = f'<a class="mark" href="#{source_id(turn, marker)}" title="Voir la source {marker}">[{marker}]</a>'
        parts += [
            Token("text", "", 0, content=token.content[last : match.start()]),
            Token("html_inline", "", 0, content=link),
        ]
        last = match.end()
    return [*parts, Token("text", "", 0, content=token.content[last:])]
