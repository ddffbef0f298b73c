"""The proof under an answer: for each mark, its document, its place there and the very words."""

from __future__ import annotations

from html import escape

from assistant.citing import locator
from ingest.document import Span
from ingest.library import Library
from web.markup import plain, source_id

# Up to this many, the proof is in sight at once; more would push the next question off the screen.
OPEN_UP_TO = 3


def sources_html(library: Library, citations: tuple[Span, ...], turn: int) -> str:
    """The numbered sources of turn number `turn`, "" where there are none."""
    if not citations:
        return ""
    label = "Source" if len(citations) == 1 else f"Sources ({len(citations)})"
    state = " open" if len(citations) <= OPEN_UP_TO else ""
    items = "".join(_source(library, span, turn, marker) for marker, span in enumerate(citations, 1))
    return f'<details class="sources"{state}><summary>{label}</summary><ol>{items}</ol></details>'


def _source(library: Library, span: Span, turn: int, marker: int) -> str:
    document = span.document
    return (
        f'<li id="{source_id(turn, marker)}" tabindex="-1">'
        f'<span class="marker" aria-hidden="true">[{marker}]</span>'
        f"<p><cite>{plain(document.title)}</cite>, {plain(document.year)}"
        f'<span class="locator">{plain(locator(library, span))}</span></p>'
        f"<blockquote>{escape(span.quote)}</blockquote></li>"
    )
