# SPDX-License-Identifier: MIT-0
"""Requests over a client of httpx2: the caller's, or one that knows the proxies.

Its redirects, credentials and cookies are not used: a call sends what it says.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import AbstractContextManager, aclosing, nullcontext
from http.cookiejar import Cookie
from typing import Generic, TypeVar

import httpx2

from .exchange import LibraryErrors, OutgoingRequest, RemainingTime

HttpxClient = TypeVar("HttpxClient", httpx2.Client, httpx2.AsyncClient)

_ERRORS = LibraryErrors(
    raised=(httpx2.HTTPError, OSError),
    unsent=(
        httpx2.ConnectError,
        httpx2.ConnectTimeout,
        httpx2.PoolTimeout,
        httpx2.ProxyError,
        httpx2.UnsupportedProtocol,
    ),
    timeouts=(httpx2.TimeoutException,),
    telling=(httpx2.ConnectError, httpx2.ProxyError),
)


class ClientConnections:
    """Over a client of httpx2, sync."""

    def __init__(self, http: httpx2.Client) -> None:
        self._lent = _Lent(http)

    @property
    def is_closed(self) -> bool:
        """See `Connections`."""
        return self._lent.http.is_closed

    def send(self, request: OutgoingRequest) -> _Reply:
        """See `Connections`."""
        asked = _request(request)
        asked.read()  # for the caller's hooks
        cookies = self._lent.cookies()
        with _ERRORS.translated():
            reply = self._lent.http.send(
                asked, stream=True, auth=None, follow_redirects=False
            )
        self._lent.forget_cookies(cookies, reply)
        return _Reply(reply)

    def until(self, left: RemainingTime) -> AbstractContextManager[None]:
        """See `Connections`: each wait is bounded, and not their sum."""
        return nullcontext()

    def close(self) -> None:
        """See `Connections`."""
        self._lent.http.close()


class AsyncClientConnections:
    """Over a client of httpx2, async."""

    def __init__(self, http: httpx2.AsyncClient) -> None:
        self._lent = _Lent(http)

    @property
    def is_closed(self) -> bool:
        """See `AsyncConnections`."""
        return self._lent.http.is_closed

    async def send(self, request: OutgoingRequest) -> _AsyncReply:
        """See `AsyncConnections`."""
        asked = _request(request)
        asked.read()  # for the caller's hooks
        cookies = self._lent.cookies()
        with _ERRORS.translated():
            reply = await self._lent.http.send(
                asked, stream=True, auth=None, follow_redirects=False
            )
        self._lent.forget_cookies(cookies, reply)
        return _AsyncReply(reply)

    async def aclose(self) -> None:
        """See `AsyncConnections`."""
        await self._lent.http.aclose()


class _Lent(Generic[HttpxClient]):
    """A client whose jar stays as it was."""

    def __init__(self, http: HttpxClient) -> None:
        self.http: HttpxClient = http

    def cookies(self) -> tuple[Cookie, ...]:
        return tuple(self.http.cookies.jar)

    def forget_cookies(
        self, before: tuple[Cookie, ...], reply: httpx2.Response
    ) -> None:
        if "set-cookie" not in reply.headers:
            return
        jar = self.http.cookies.jar
        kept = {(one.domain, one.path, one.name): one for one in before}
        for cookie in tuple(jar):
            key = (cookie.domain, cookie.path, cookie.name)
            if key not in kept:
                jar.clear(*key)
        for one in before:
            jar.set_cookie(one)


class _Head:
    """What both kinds of replies know."""

    def __init__(self, reply: httpx2.Response) -> None:
        self._reply = reply

    @property
    def status_code(self) -> int:
        return self._reply.status_code

    @property
    def headers(self) -> Sequence[tuple[bytes, bytes]]:
        return self._reply.headers.raw

    @property
    def decoded(self) -> bool:
        """See `IncomingReply`: a hook of the caller's, or a mock, may have read it."""
        return self._reply.is_stream_consumed


class _Reply(_Head):
    def chunks(self) -> Iterator[bytes]:
        if self.decoded:
            yield self._reply.content
            return
        with _ERRORS.translated():
            yield from self._reply.iter_raw()

    def close(self) -> None:
        with _ERRORS.translated():
            self._reply.close()


class _AsyncReply(_Head):
    async def chunks(self) -> AsyncGenerator[bytes, None]:
        if self.decoded:
            yield self._reply.content
            return
        with _ERRORS.translated():
            async with aclosing(self._reply.aiter_raw()) as chunks:
                async for chunk in chunks:
                    yield chunk

    async def aclose(self) -> None:
        with _ERRORS.translated():
            await self._reply.aclose()


class _QuietURL(httpx2.URL):
    """A URL that shows no query: clients log every URL, and a query may hold a key."""

    def __str__(self) -> str:
        return super().__str__().partition("?")[0]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def _request(request: OutgoingRequest) -> httpx2.Request:
    url = _QuietURL(request.origin + request.target)
    asked = httpx2.Request(
        request.method,
        url,
        headers=request.headers,
        stream=httpx2.ByteStream(request.content),
        extensions=request.extensions(),
    )
    asked.url = url  # and no copy, which would be a plain URL
    return asked
