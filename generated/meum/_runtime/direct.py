# SPDX-License-Identifier: MIT-0
"""Connections of our own, straight to servers: pools of httpcore2.

Nothing follows redirects, keeps cookies, adds credentials or logs URLs.
"""

from __future__ import annotations

import ssl
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any

import httpcore2
import httpx2

from .deadline import Deadline, DeadlineBackend
from .exchange import AsyncIncoming, Incoming, Outgoing
from .limits import Left


def _pool_options(tls: ssl.SSLContext) -> dict[str, Any]:
    return {
        "ssl_context": tls,
        "max_connections": 100,
        "max_keepalive_connections": 20,
        "keepalive_expiry": 5.0,
    }


@lru_cache(maxsize=64)
def _origin(text: str) -> tuple[bytes, bytes, int | None]:
    url = httpx2.URL(text)
    return url.raw_scheme, url.raw_host, url.port


def _request(outgoing: Outgoing) -> httpcore2.Request:
    """Return the request, with a target that is sent exactly as it is signed."""
    scheme, host, port = _origin(outgoing.origin)
    target = outgoing.target.encode("ascii")
    return httpcore2.Request(
        outgoing.method,
        httpcore2.URL(scheme=scheme, host=host, port=port, target=target),
        headers=outgoing.headers,
        content=outgoing.content,
        extensions=outgoing.extensions,
    )


class DirectConnections:
    """Straight to servers, sync: every wait ends at the deadline of its call."""

    is_closed = False

    def __init__(self, tls: ssl.SSLContext) -> None:
        self._deadline = Deadline()
        backend = DeadlineBackend(self._deadline, httpcore2.SyncBackend())
        self.pool = httpcore2.ConnectionPool(
            **_pool_options(tls), network_backend=backend
        )

    def send(self, outgoing: Outgoing) -> Incoming:
        """See `Connections`."""
        reply = self.pool.handle_request(_request(outgoing))
        return Incoming(reply.status, reply.headers, reply.iter_stream, reply.close)

    def until(self, left: Left) -> AbstractContextManager[None]:
        """See `Connections`."""
        return self._deadline.of(left)

    def close(self) -> None:
        """See `Connections`."""
        self.is_closed = True
        self.pool.close()


class AsyncDirectConnections:
    """Straight to servers, async."""

    is_closed = False

    def __init__(self, tls: ssl.SSLContext) -> None:
        self.pool = httpcore2.AsyncConnectionPool(**_pool_options(tls))

    async def send(self, outgoing: Outgoing) -> AsyncIncoming:
        """See `AsyncConnections`."""
        reply = await self.pool.handle_async_request(_request(outgoing))
        return AsyncIncoming(
            reply.status, reply.headers, reply.aiter_stream, reply.aclose
        )

    async def aclose(self) -> None:
        """See `AsyncConnections`."""
        self.is_closed = True
        await self.pool.aclose()
