"""What stands between the network and the chat: headers on every response, our page for the framework's, closed doors.

Plain ASGI, so that it adds nothing to the streams of the conversation.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from web.page import content_security_policy, in_french
from web.texts import CLOSED, TOO_HEAVY

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

# Doors of the framework that a chat doesn't need: sending files, reading others through us, watching visitors.
CLOSED_PATHS = ("/gradio_api/upload", "/gradio_api/proxy", "/gradio_api/deep_link", "/gradio_api/runs", "/monitoring")

# A message of 2,000 characters and what the framework sends with it take less than a tenth of it.
HEAVIEST_BODY_BYTES = 128 * 1024

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=()"),
)


class Guard:
    """The application `app` behind the guard."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if scope["path"].startswith(CLOSED_PATHS):
            await _refuse(send, 404, CLOSED)
        elif scope["method"] == "POST" and not _light(headers.get(b"content-length", b"")):
            await _refuse(send, 413, TOO_HEAVY)
        else:
            page = scope["path"] == "/"
            if page:  # asked for uncompressed, so that it can be rewritten
                plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
                scope = {**scope, "headers": plain}
            await self.app(scope, receive, _Rewriter(send, page))


class _Rewriter:
    """Sends a response with our headers; holds a `page` until it is whole, to rewrite it."""

    def __init__(self, send: Send, page: bool) -> None:
        self.send = send
        self.start: Message = {}
        self.page = bytearray() if page else None
        self.nonce = secrets.token_urlsafe(16)

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            policy = (b"content-security-policy", content_security_policy(self.nonce).encode())
            self.start = {**message, "headers": [*message["headers"], *HEADERS, policy]}
            if self.page is None:
                await self.send(self.start)
        elif self.page is None or message["type"] != "http.response.body":
            await self.send(message)
        else:
            self.page += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_page(bytes(self.page))

    async def _send_page(self, page: bytes) -> None:
        body = in_french(page.decode("utf-8"), self.nonce).encode("utf-8")
        kept = [(name, value) for name, value in self.start["headers"] if name != b"content-length"]
        length = (b"content-length", str(len(body)).encode())
        # The nonce is for one visit: a stored page would carry an old one.
        await self.send({**self.start, "headers": [*kept, length, (b"cache-control", b"no-store")]})
        await self.send({"type": "http.response.body", "body": body})


def _light(content_length: bytes) -> bool:
    return content_length.isdigit() and int(content_length) <= HEAVIEST_BODY_BYTES


async def _refuse(send: Send, status: int, sentence: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": sentence.encode("utf-8")})
