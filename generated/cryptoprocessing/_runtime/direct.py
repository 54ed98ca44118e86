# SPDX-License-Identifier: MIT-0
"""Requests straight to servers, over httpcore2's pools and nothing around them.

Nothing follows redirects, keeps cookies, adds credentials or logs URLs; the target is
sent exactly as it was signed.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import AbstractContextManager, aclosing
from functools import lru_cache

import httpcore2
import httpx2

from .deadline import Deadline, DeadlineBackend
from .exchange import LibraryErrors, OutgoingRequest, RemainingTime

_MOST = 100
_MOST_KEPT = 20
_KEPT_SECONDS = 5.0
"""httpx2's own limits for the connections of a client."""

_ERRORS = LibraryErrors(
    raised=(
        httpcore2.NetworkError,
        httpcore2.ProtocolError,
        httpcore2.ProxyError,
        httpcore2.TimeoutException,
        httpcore2.UnsupportedProtocol,
        OSError,
    ),
    unsent=(
        httpcore2.ConnectError,
        httpcore2.ConnectTimeout,
        httpcore2.PoolTimeout,
        httpcore2.ProxyError,
        httpcore2.UnsupportedProtocol,
    ),
    timeouts=(httpcore2.TimeoutException,),
    telling=(httpcore2.ConnectError, httpcore2.ProxyError),
)


class DirectConnections:
    """Straight to servers, sync; every wait ends at the call's deadline."""

    is_closed = False

    def __init__(self, tls: ssl.SSLContext) -> None:
        self._deadline = Deadline()
        self._pool = httpcore2.ConnectionPool(
            ssl_context=tls,
            max_connections=_MOST,
            max_keepalive_connections=_MOST_KEPT,
            keepalive_expiry=_KEPT_SECONDS,
            network_backend=DeadlineBackend(self._deadline, httpcore2.SyncBackend()),
        )

    def send(self, request: OutgoingRequest) -> _Reply:
        """See `Connections`."""
        with _ERRORS.translated():
            return _Reply(self._pool.handle_request(_request(request)))

    def until(self, left: RemainingTime) -> AbstractContextManager[None]:
        """See `Connections`."""
        return self._deadline.of(left)

    def close(self) -> None:
        """See `Connections`."""
        self.is_closed = True
        self._pool.close()


class AsyncDirectConnections:
    """Straight to servers, async."""

    is_closed = False

    def __init__(self, tls: ssl.SSLContext) -> None:
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=tls,
            max_connections=_MOST,
            max_keepalive_connections=_MOST_KEPT,
            keepalive_expiry=_KEPT_SECONDS,
        )

    async def send(self, request: OutgoingRequest) -> _AsyncReply:
        """See `AsyncConnections`."""
        with _ERRORS.translated():
            return _AsyncReply(await self._pool.handle_async_request(_request(request)))

    async def aclose(self) -> None:
        """See `AsyncConnections`."""
        self.is_closed = True
        await self._pool.aclose()


class _Head:
    """What both kinds of replies know."""

    decoded = False

    def __init__(self, reply: httpcore2.Response) -> None:
        self._reply = reply
        self.status_code = reply.status
        self.headers: Sequence[tuple[bytes, bytes]] = reply.headers


class _Reply(_Head):
    def chunks(self) -> Iterator[bytes]:
        with _ERRORS.translated():
            yield from self._reply.iter_stream()

    def close(self) -> None:
        with _ERRORS.translated():
            self._reply.close()


class _AsyncReply(_Head):
    async def chunks(self) -> AsyncGenerator[bytes, None]:
        with _ERRORS.translated():
            async with aclosing(self._reply.aiter_stream()) as chunks:
                async for chunk in chunks:
                    yield chunk

    async def aclose(self) -> None:
        with _ERRORS.translated():
            await self._reply.aclose()


def _request(request: OutgoingRequest) -> httpcore2.Request:
    scheme, host, port = _origin(request.origin)
    target = request.target.encode("ascii")
    return httpcore2.Request(
        request.method,
        httpcore2.URL(scheme=scheme, host=host, port=port, target=target),
        headers=request.headers,
        content=request.content,
        extensions=request.extensions(),
    )


@lru_cache(maxsize=64)
def _origin(text: str) -> tuple[bytes, bytes, int | None]:
    url = httpx2.URL(text)
    return url.raw_scheme, url.raw_host, url.port
