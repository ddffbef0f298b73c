"""Our half: the index and the assistant as the command line uses them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.embedding import SentenceTransformerEmbedder


def ingest(corpus: Path, store: Path) -> None:
    """Read, embed, store."""
    from index.store import build_index

    build_index(corpus, store, SentenceTransformerEmbedder(), progress=False)


def open_store(corpus: Path, store: Path) -> Callable[[str], str]:
    """What answers a question; each is a conversation of its own."""
    from assistant.assistant import Assistant
    from assistant.conversation import Conversation
    from index.store import open_index

    assistant = Assistant(open_index(corpus, store, SentenceTransformerEmbedder))
    return lambda question: assistant.reply(question, Conversation()).answer.text
