"""What the visitor's own browser keeps of the conversation, so that a page loaded again shows it again.

It is kept for the tab alone (`sessionStorage`), by `kept.js`: what was typed and clicked, nothing of the answers. It is
gone when the tab is closed or the conversation erased, and the server keeps no copy of it.
"""

from __future__ import annotations

import json
from html import escape
from importlib.resources import files

from assistant.conversation import Conversation
from assistant.saved import saved

MOST_TURNS = 50  # replayed at once: a fraction of a second
HEAVIEST = 60_000  # bytes; what comes back must pass the guard


def kept_html(conversation: Conversation) -> str:
    """What the browser is given to keep; "" has it forget."""
    written = json.dumps(saved(conversation))
    if not 0 < len(conversation.turns) <= MOST_TURNS or len(written) > HEAVIEST:
        return ""
    return f'<span hidden data-kept="{escape(written)}"></span>'


def script() -> str:
    """What keeps it, and sends it back when the page is loaded."""
    return files("web").joinpath("kept.js").read_text(encoding="utf-8")
