# SPDX-License-Identifier: MIT-0
"""What requests travel over: connections of our own, or a client of httpx2.

A client is the caller's, or one that finds its way through the proxies of the
environment.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator
from contextlib import AbstractContextManager, aclosing, nullcontext
from functools import cache, partial
from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy
from typing import Generic, Protocol, TypeVar
from urllib.request import getproxies

import httpx2

from .exchange import AsyncIncoming, Incoming, Outgoing
from .limits import Left

Http = TypeVar("Http", httpx2.Client, httpx2.AsyncClient)


class Connections(Protocol):
    """What a sync client sends requests over."""

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be sent any more."""
        ...

    def send(self, outgoing: Outgoing) -> Incoming:
        """Return the reply to a request, its content still to be read."""
        ...

    def until(self, left: Left) -> AbstractContextManager[None]:
        """Wait no longer than `left` says, where that can be done."""
        ...

    def close(self) -> None:
        """Close every connection."""
        ...


class AsyncConnections(Protocol):
    """What an async client sends requests over; see `Connections`."""

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be sent any more."""
        ...

    async def send(self, outgoing: Outgoing) -> AsyncIncoming:
        """Return the reply to a request, its content still to be read."""
        ...

    async def aclose(self) -> None:
        """Close every connection."""
        ...


def own_connections(*, direct: bool) -> Connections:
    """Return connections for one client alone.

    With `direct`, no proxy of the environment is used: none can reach our loopback.
    """
    if getproxies() and not direct:
        http = httpx2.Client(verify=_tls(), cookies=_no_cookies())
        return ClientConnections(http)
    from .direct import DirectConnections  # loads what only connecting needs

    return DirectConnections(_tls())


def own_async_connections(*, direct: bool) -> AsyncConnections:
    """Return connections for one async client alone; see `own_connections`."""
    if getproxies() and not direct:
        http = httpx2.AsyncClient(verify=_tls(), cookies=_no_cookies())
        return AsyncClientConnections(http)
    from .direct import AsyncDirectConnections  # loads what only connecting needs

    return AsyncDirectConnections(_tls())


@cache
def _tls() -> ssl.SSLContext:
    """Return the one context that verifies all peers: its roots take 30 ms to load."""
    return httpx2.create_ssl_context(verify=True)


def _no_cookies() -> CookieJar:
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


class _QuietURL(httpx2.URL):
    """A URL that shows no query: clients log every URL, and a query may hold a key."""

    def __str__(self) -> str:
        return super().__str__().partition("?")[0]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class _Client(Generic[Http]):
    """What both kinds of clients share."""

    def __init__(self, http: Http) -> None:
        self._http: Http = http

    @property
    def is_closed(self) -> bool:
        """See `Connections`."""
        return self._http.is_closed

    def _request(self, outgoing: Outgoing) -> httpx2.Request:
        url = _QuietURL(outgoing.origin + outgoing.target)
        request = httpx2.Request(
            outgoing.method,
            url,
            headers=outgoing.headers,
            stream=httpx2.ByteStream(outgoing.content),
            extensions=outgoing.extensions,
        )
        request.url = url  # and no copy, which would be a plain URL
        request.read()  # for the caller's hooks
        return request

    def _forget_cookies(
        self, before: tuple[Cookie, ...], reply: httpx2.Response
    ) -> None:
        """Leave the jar of a caller's client as it was: a call sends what it says."""
        if "set-cookie" not in reply.headers:
            return
        jar = self._http.cookies.jar
        kept = {(one.domain, one.path, one.name): one for one in before}
        for cookie in tuple(jar):
            key = (cookie.domain, cookie.path, cookie.name)
            if key not in kept:
                jar.clear(*key)
        for one in before:
            jar.set_cookie(one)


class ClientConnections(_Client[httpx2.Client]):
    """Over a client of httpx2, without its redirects, credentials and cookies."""

    def send(self, outgoing: Outgoing) -> Incoming:
        """See `Connections`."""
        request = self._request(outgoing)
        cookies = tuple(self._http.cookies.jar)
        reply = self._http.send(request, stream=True, auth=None, follow_redirects=False)
        self._forget_cookies(cookies, reply)
        read = reply.is_stream_consumed  # by a hook, or there from the start
        chunks = partial(iter, [reply.content]) if read else reply.iter_raw
        return Incoming(
            reply.status_code, reply.headers.raw, chunks, reply.close, decoded=read
        )

    def until(self, left: Left) -> AbstractContextManager[None]:
        """See `Connections`: each wait is bounded, and not their sum."""
        return nullcontext()

    def close(self) -> None:
        """See `Connections`."""
        self._http.close()


class AsyncClientConnections(_Client[httpx2.AsyncClient]):
    """Over a client of httpx2, without its redirects, credentials and cookies."""

    async def send(self, outgoing: Outgoing) -> AsyncIncoming:
        """See `AsyncConnections`."""
        request = self._request(outgoing)
        cookies = tuple(self._http.cookies.jar)
        reply = await self._http.send(
            request, stream=True, auth=None, follow_redirects=False
        )
        self._forget_cookies(cookies, reply)
        return AsyncIncoming(
            reply.status_code,
            reply.headers.raw,
            partial(_chunks, reply),
            reply.aclose,
            decoded=reply.is_stream_consumed,  # by a hook, or there from the start
        )

    async def aclose(self) -> None:
        """See `Connections`."""
        await self._http.aclose()


async def _chunks(reply: httpx2.Response) -> AsyncGenerator[bytes, None]:
    if reply.is_stream_consumed:
        yield reply.content
        return
    async with aclosing(reply.aiter_raw()) as chunks:
        async for chunk in chunks:
            yield chunk
