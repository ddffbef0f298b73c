"""The chat in a browser: Gradio around the assistant. What is shown is built in `web/`, what is said in `assistant/`.

Nothing here is shared by visitors but the assistant itself: a visitor's conversation lives in `gr.State`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from typing import Any

# Before Gradio is imported, which would otherwise call home at every start.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr
from fastapi import FastAPI

from assistant.change import Change, ChangeError
from assistant.conversation import Conversation
from assistant.saved import Replying, restored
from index.search import Index
from ingest.library import Library
from web import chips, kept, messages, page, texts
from web.guard import Guard
from web.serving import serve

FORGET_AFTER_SECONDS = 6 * 3600  # a visitor's conversation, when its page is left open
FONTS = ["system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "sans-serif"]  # the visitor's own; none is fetched

SHOWN = 6  # what an exchange shows anew: the box, the chat, the conversation, the notice, the chips, what is kept

log = logging.getLogger(__name__)


def build_app(assistant: Replying, library: Library) -> gr.Blocks:
    """The page and its events; every visitor gets their own conversation."""

    def ask(message: str, conversation: Conversation) -> Iterator[tuple[Any, ...]]:
        message = message.strip()
        if not message or len(message) > texts.MESSAGE_LIMIT:
            notice = messages.notice_html(texts.too_long(len(message)) if message else "")
            yield gr.skip(), gr.skip(), gr.skip(), notice, gr.skip(), gr.skip()
            return
        before = messages.transcript(conversation, library)
        yield "", _shown(before + messages.waiting(message)), gr.skip(), "", gr.skip(), gr.skip()
        try:
            yield after(conversation.then(assistant.reply(message, conversation)))
        except Exception:  # whatever it is, it goes to the log, and the visitor is told
            log.exception("no reply")
            yield message, _shown(before + messages.failed(message)), gr.skip(), "", gr.skip(), gr.skip()

    def edit(conversation: Conversation, event: gr.EventData) -> tuple[Any, ...]:
        try:
            return after(conversation.then(assistant.change(Change.read(event._data), conversation)))
        except ChangeError:  # a click on what is no longer there
            return (gr.skip(),) * SHOWN
        except Exception:
            log.exception("no reply")
            bubbles = messages.transcript(conversation, library) + messages.failed(texts.CHANGING)
            return gr.skip(), _shown(bubbles), gr.skip(), "", gr.skip(), gr.skip()

    def after(conversation: Conversation) -> tuple[Any, ...]:
        parts = chips.chips_html(conversation.turns[-1].chips)
        transcript = _shown(messages.transcript(conversation, library))
        return gr.skip(), transcript, conversation, "", parts, kept.kept_html(conversation)

    def restore(event: gr.EventData) -> tuple[Any, ...]:
        try:
            conversation = restored(event._data, assistant, kept.MOST_TURNS)
        except Exception:  # of another version, or an answer that fails: the visitor starts afresh
            log.exception("not restored")
            conversation = Conversation()
        return after(conversation) if conversation.turns else (*(gr.skip(),) * (SHOWN - 1), "")

    def choose(conversation: Conversation, event: gr.SelectData) -> Iterator[tuple[Any, ...]]:
        yield from ask(event.value["text"] if isinstance(event.value, dict) else event.value, conversation)

    app: gr.Blocks = gr.Blocks(title=texts.TITLE, fill_height=True, analytics_enabled=False)
    with app:
        conversation = gr.State(Conversation(), time_to_live=FORGET_AFTER_SECONDS)
        gr.HTML(page.header_html(library), js_on_load=None)
        examples: list[Any] = [
            {"text": question, "display_text": f"{need}\n{question}"} for need, question in texts.EXAMPLES
        ]
        chat = gr.Chatbot(
            elem_id="chat",
            label=texts.CHAT,
            show_label=False,
            height=None,
            scale=1,
            buttons=[],
            examples=examples,
            render_markdown=False,
            autoscroll=False,
            latex_delimiters=[],
            allow_file_downloads=False,
        )
        parts = gr.HTML("", elem_id="chips", js_on_load=chips.script())
        memory = gr.HTML("", elem_id="kept", js_on_load=kept.script())
        notice = gr.HTML("", elem_id="notice", js_on_load=None)
        box = gr.Textbox(
            elem_id="box",
            label=texts.ASK,
            show_label=False,
            placeholder=texts.PLACEHOLDER,
            max_lines=6,
            submit_btn=texts.SEND,
        )
        gr.HTML(page.emergency_html(), js_on_load=None)
        ours: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        heard = ours | {
            "outputs": [box, chat, conversation, notice, parts, memory],
            "concurrency_limit": 4,
            "concurrency_id": "replies",
        }
        replying: list[Any] = [box.submit(ask, [box, conversation], **heard)]
        replying += [on(choose, [conversation], **heard) for on in (chat.example_select, chat.option_select)]
        replying += [parts.select(edit, [conversation], **heard), memory.submit(restore, None, **heard)]
        # The component empties itself. At once, not in the queue, so that a question that follows finds nothing left.
        chat.clear(
            lambda: (Conversation(), "", "", ""),
            None,
            [conversation, notice, parts, memory],
            queue=False,
            cancels=replying,
            **ours,
        )
    return app


def web_app(blocks: gr.Blocks) -> FastAPI:
    """The page as an application to serve, behind the guard; other doors may be added to it."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Guard)
    theme = gr.themes.Base(font=FONTS, font_mono=["ui-monospace", "monospace"])
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        theme=theme,
        css=page.style(),
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
    )
    return app


def main(index: Index, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Serves the chat over `index` until interrupted. Raises `AddressError` where the address is taken.

    The model loads meanwhile: questions that the directory answers don't wait for it.
    """
    from assistant.assistant import Assistant

    app = web_app(build_app(Assistant(index), index.library))
    index.warm()
    serve(app, host, port)


def _shown(bubbles: tuple[messages.Bubble, ...]) -> list[dict[str, Any]]:
    def message(bubble: messages.Bubble) -> dict[str, Any]:
        options = [{"value": choice} for choice in bubble.choices]
        return {"role": bubble.role, "content": gr.HTML(bubble.html, js_on_load=None), "options": options}

    return [message(bubble) for bubble in bubbles]
