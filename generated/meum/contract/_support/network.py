# SPDX-License-Identifier: MIT-0
"""Watch which hosts a program looks up and connects to."""

from __future__ import annotations

import socket
from typing import Any

import pytest


def watch(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Return a list that collects every address from now on."""
    seen: list[tuple[str, int]] = []
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    getaddrinfo = socket.getaddrinfo

    # The address of a socket has no one type: it depends on the family.
    def watched_connect(self: socket.socket, address: Any) -> None:
        seen.append((str(address[0]), int(address[1])))
        connect(self, address)

    def watched_connect_ex(self: socket.socket, address: Any) -> int:
        seen.append((str(address[0]), int(address[1])))
        return connect_ex(self, address)

    def watched_getaddrinfo(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        seen.append((str(host), int(port)))
        return getaddrinfo(host, port, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", watched_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", watched_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", watched_getaddrinfo)
    return seen
