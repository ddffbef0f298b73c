"""Serving an application on an address of this machine."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from web.texts import no_address, serving_at

if TYPE_CHECKING:
    from fastapi import FastAPI


class AddressError(Exception):
    """The address can't be served; the message is French and says what to do."""


def serve(app: FastAPI, host: str, port: int) -> None:
    """Serves until interrupted, and prints where. Raises `AddressError` where the address is taken or not ours."""
    import uvicorn

    try:
        listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise AddressError(no_address(host, port)) from error
    with listener:
        shown = f"[{host}]" if ":" in host else host
        # The port as it is: 0 asks for any free one. From now on the listener keeps whoever comes.
        print(serving_at(f"http://{shown}:{listener.getsockname()[1]}"), flush=True)
        uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[listener])
