"""A process that may reach nothing but this machine."""

from __future__ import annotations

import ipaddress
import sys
from pathlib import Path
from typing import Any

_EVENTS = ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")


def keep_inside(audit: Path) -> None:
    """From now on, an attempt to reach another machine is refused and noted in `audit`, one a line."""

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event in _EVENTS:
            target = args[1] if event in ("socket.connect", "socket.sendto") else args[0]
            host = target[0] if isinstance(target, tuple) else target
            if not _here(host):
                with audit.open("a") as file:
                    file.write(f"{event} {target}\n")
                raise OSError(f"outside: {event} {target}")

    sys.addaudithook(hook)


def _here(host: object) -> bool:
    if host is None or host in ("", "localhost", b"localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host))
    except ValueError:  # a name to look up, or the path of a local socket
        return str(host).startswith("/")
    return address.is_loopback or address.is_unspecified
