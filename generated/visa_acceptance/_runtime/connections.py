# SPDX-License-Identifier: MIT-0
"""What requests travel over: connections of our own, or a client of httpx2.

Our own are httpx2's transports without the client around them: nothing follows
redirects, keeps cookies, adds credentials or logs URLs. A client is the caller's, or
one that finds its way through the proxies of the environment.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import cache, lru_cache
from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar
from urllib.request import getproxies

import httpx2

if TYPE_CHECKING:
    from .punctual import PunctualTransport

Http = TypeVar("Http", httpx2.Client, httpx2.AsyncClient)
Left = Callable[[], float]
"""Tells how many seconds a call has left."""


class Connections(Protocol):
    """What a sync client sends requests over."""

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be sent any more."""
        ...

    def url(self, origin: str, target: str) -> httpx2.URL:
        """Return the URL that a request is made with."""
        ...

    def send(self, request: httpx2.Request) -> httpx2.Response:
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

    def url(self, origin: str, target: str) -> httpx2.URL:
        """Return the URL that a request is made with."""
        ...

    async def send(self, request: httpx2.Request) -> httpx2.Response:
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
    from .punctual import PunctualTransport  # loads what only connecting needs

    return DirectConnections(PunctualTransport(_tls()))


def own_async_connections(*, direct: bool) -> AsyncConnections:
    """Return connections for one async client alone; see `own_connections`."""
    if getproxies() and not direct:
        http = httpx2.AsyncClient(verify=_tls(), cookies=_no_cookies())
        return AsyncClientConnections(http)
    return AsyncDirectConnections(httpx2.AsyncHTTPTransport(verify=_tls()))


@cache
def _tls() -> ssl.SSLContext:
    """Return the one context that verifies all peers: its roots take 30 ms to load."""
    return httpx2.create_ssl_context(verify=True)


def _no_cookies() -> CookieJar:
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


class _TargetURL(httpx2.URL):
    """An origin, parsed once, and a target that is sent exactly as it is signed."""

    def __init__(self, origin: httpx2.URL, target: str) -> None:
        super().__init__(origin)
        self._target = target.encode("ascii")

    @property
    def raw_path(self) -> bytes:
        return self._target


@lru_cache(maxsize=64)
def _origin(text: str) -> httpx2.URL:
    return httpx2.URL(text)


class _Direct:
    """What both kinds of direct connections share."""

    is_closed = False

    def url(self, origin: str, target: str) -> httpx2.URL:
        """See `Connections`."""
        return _TargetURL(_origin(origin), target)


class DirectConnections(_Direct):
    """Straight to servers, sync."""

    def __init__(self, transport: PunctualTransport) -> None:
        self._transport = transport

    def send(self, request: httpx2.Request) -> httpx2.Response:
        """See `Connections`."""
        return self._transport.handle_request(request)

    def until(self, left: Left) -> AbstractContextManager[None]:
        """See `Connections`."""
        return self._transport.deadline.of(left)

    def close(self) -> None:
        """See `Connections`."""
        self.is_closed = True
        self._transport.close()


class AsyncDirectConnections(_Direct):
    """Straight to servers, async."""

    def __init__(self, transport: httpx2.AsyncHTTPTransport) -> None:
        self._transport = transport

    async def send(self, request: httpx2.Request) -> httpx2.Response:
        """See `Connections`."""
        return await self._transport.handle_async_request(request)

    async def aclose(self) -> None:
        """See `Connections`."""
        self.is_closed = True
        await self._transport.aclose()


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

    def url(self, origin: str, target: str) -> httpx2.URL:
        """See `Connections`."""
        return _QuietURL(origin + target)

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

    def send(self, request: httpx2.Request) -> httpx2.Response:
        """See `Connections`."""
        cookies = tuple(self._http.cookies.jar)
        request.read()  # for the caller's hooks
        reply = self._http.send(request, stream=True, auth=None, follow_redirects=False)
        self._forget_cookies(cookies, reply)
        return reply

    def until(self, left: Left) -> AbstractContextManager[None]:
        """See `Connections`: each wait is bounded, and not their sum."""
        return nullcontext()

    def close(self) -> None:
        """See `Connections`."""
        self._http.close()


class AsyncClientConnections(_Client[httpx2.AsyncClient]):
    """Over a client of httpx2, without its redirects, credentials and cookies."""

    async def send(self, request: httpx2.Request) -> httpx2.Response:
        """See `Connections`."""
        cookies = tuple(self._http.cookies.jar)
        request.read()  # for the caller's hooks
        reply = await self._http.send(
            request, stream=True, auth=None, follow_redirects=False
        )
        self._forget_cookies(cookies, reply)
        return reply

    async def aclose(self) -> None:
        """See `Connections`."""
        await self._http.aclose()
