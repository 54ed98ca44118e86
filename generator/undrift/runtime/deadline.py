# SPDX-License-Identifier: MIT-0
"""Sync connections whose waits all end at the deadline of the call that waits.

httpcore2 bounds each wait for bytes by itself, so that a server which sends one byte
after the other is waited for without end. Async calls need no such thing: they are
cancelled.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import Any

import httpcore2

from .exchange import RemainingTime

_PIECE = 64 * 1024
"""How much is written between two looks at the clock."""


class Deadline(threading.local):
    """What the call that this thread makes may still wait."""

    _left: RemainingTime | None = None

    @contextmanager
    def of(self, left: RemainingTime) -> Generator[None, None, None]:
        """Bound every wait by `left` for a while."""
        self._left = left
        try:
            yield
        finally:
            self._left = None

    @property
    def passed(self) -> bool:
        """Whether nothing is left."""
        return self._left is not None and self._left() <= 0

    def bounded(self, timeout: float | None) -> float | None:
        """Return how long one wait may take."""
        if self._left is None:
            return timeout
        left = max(self._left(), 0.001)
        return left if timeout is None else min(timeout, left)


class DeadlineBackend(httpcore2.NetworkBackend):
    """Connects as another backend does, and bounds every wait by a deadline."""

    def __init__(self, deadline: Deadline, backend: httpcore2.NetworkBackend) -> None:
        self._deadline = deadline
        self._backend = backend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect; the timeout is the one of the attempt."""
        stream = self._backend.connect_tcp(
            host, port, timeout, local_address, socket_options
        )
        return _Stream(stream, self._deadline)


class _Stream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._deadline.passed:  # even where bytes are there at once
            raise httpcore2.ReadTimeout
        return self._stream.read(max_bytes, self._deadline.bounded(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            piece = buffer[start : start + _PIECE]
            self._stream.write(piece, self._deadline.bounded(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(
            ssl_context, server_hostname, self._deadline.bounded(timeout)
        )
        return _Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
