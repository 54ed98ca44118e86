# SPDX-License-Identifier: MIT-0
"""The only module that sends: one attempt through httpx2, as one outcome.

Nothing of httpx2 gets out, for its requests and exceptions hold credentials: whatever
happens becomes a `Received` or a `Failed`.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Generator, Iterator
from contextlib import aclosing
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx2

from .policy import Attempt, Clock, Failed, Finished, Outcome, Pause, Received
from .response import Headers, Response

_GRACE = 0.1
"""Phase timeouts speak before the deadline does: they know if anything was sent."""

_UNSENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
)

Plan = Generator[Attempt | Pause, Outcome | None, Finished]


class _QuietURL(httpx2.URL):
    """A URL that shows no query: httpx2 logs every URL, and a query may hold a key."""

    def __str__(self) -> str:
        return super().__str__().partition("?")[0]


class _Expired(Exception):
    """The deadline passed while a reply was read."""


class _Watched(httpx2.SyncByteStream):
    """A reply's stream that notices the deadline between chunks as they arrive."""

    def __init__(self, stream: httpx2.SyncByteStream, check: Callable[[], None]):
        self._stream = stream
        self._check = check

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            self._check()
            yield chunk

    def close(self) -> None:
        """Close the stream."""
        self._stream.close()


def own_client() -> httpx2.Client:
    """Return a client for us alone: it follows no redirect and keeps no cookie."""
    return httpx2.Client(verify=_tls(), follow_redirects=False, cookies=_no_cookies())


def own_async_client() -> httpx2.AsyncClient:
    """Return an async client for us alone; see `own_client`."""
    return httpx2.AsyncClient(
        verify=_tls(), follow_redirects=False, cookies=_no_cookies()
    )


@cache
def _tls() -> ssl.SSLContext:
    """Return the one context that verifies all peers: its roots take 30 ms to load."""
    return httpx2.create_ssl_context(verify=True)


def _no_cookies() -> CookieJar:
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def run(plan: Plan, http: httpx2.Client, clock: Clock) -> Finished:
    """Do what the plan says until it is finished."""
    outcome: Outcome | None = None
    while True:
        try:
            step = plan.send(outcome)
        except StopIteration as finished:
            result: Finished = finished.value
            return result
        match step:
            case Attempt():
                outcome = send(http, step, clock)
            case Pause():
                outcome = None
                clock.sleep(step.seconds)


async def arun(plan: Plan, http: httpx2.AsyncClient, clock: Clock) -> Finished:
    """Do what the plan says until it is finished."""
    outcome: Outcome | None = None
    while True:
        try:
            step = plan.send(outcome)
        except StopIteration as finished:
            result: Finished = finished.value
            return result
        match step:
            case Attempt():
                outcome = await asend(http, step, clock)
            case Pause():
                outcome = None
                await clock.asleep(step.seconds)


def send(http: httpx2.Client, attempt: Attempt, clock: Clock) -> Outcome:
    """Send one request and read its reply whole."""

    def check() -> None:
        if clock.monotonic() >= attempt.expires:
            raise _Expired

    try:
        reply = http.send(
            _request(attempt), stream=True, auth=None, follow_redirects=False
        )
    except (httpx2.HTTPError, OSError) as error:
        return _failed(error)
    body = bytearray()
    broken = ""
    try:
        if isinstance(reply.stream, httpx2.SyncByteStream):
            reply.stream = _Watched(reply.stream, check)
        for chunk in reply.iter_bytes():
            body += chunk
            if len(body) > attempt.max_bytes:
                broken = _too_large(attempt)
                break
    except (httpx2.HTTPError, OSError, _Expired) as error:
        broken = _broken(error)
    finally:
        reply.close()
    return _received(reply, body, broken)


async def asend(http: httpx2.AsyncClient, attempt: Attempt, clock: Clock) -> Outcome:
    """Send one request and read its reply whole."""
    import asyncio  # slow to import, and sync clients do without

    left = max(attempt.expires - clock.monotonic(), 0)
    reply: httpx2.Response | None = None
    body = bytearray()
    broken = ""
    try:
        async with asyncio.timeout(left + _GRACE):
            reply = await http.send(
                _request(attempt), stream=True, auth=None, follow_redirects=False
            )
            async with aclosing(reply), aclosing(reply.aiter_bytes()) as chunks:
                async for chunk in chunks:
                    body += chunk
                    if len(body) > attempt.max_bytes:
                        broken = _too_large(attempt)
                        break
    except (httpx2.HTTPError, OSError) as error:
        if reply is None:
            return _failed(error)
        broken = _broken(error)
    return _received(reply, body, broken)


def _request(attempt: Attempt) -> httpx2.Request:
    """Return exactly the request that was signed: nothing of the client's is added."""
    draft = attempt.draft
    url = _QuietURL(draft.origin + draft.target)
    request = httpx2.Request(
        draft.method,
        url,
        headers=[
            (name.encode("ascii"), value.encode("latin-1"))
            for name, value in draft.headers
        ],
        content=draft.content,
        extensions={"timeout": httpx2.Timeout(attempt.timeout).as_dict()},
    )
    request.url = url
    return request


_TIMED_OUT = "timed out"


def _failed(error: Exception) -> Failed:
    timed_out = isinstance(error, httpx2.TimeoutException | TimeoutError)
    reason = _TIMED_OUT if timed_out else type(error).__name__
    if isinstance(error, httpx2.ConnectError | httpx2.ProxyError | OSError):
        reason = str(error) or reason
    return Failed(reason, sent=not isinstance(error, _UNSENT), timed_out=timed_out)


def _broken(error: Exception) -> str:
    match error:
        case httpx2.DecodingError():
            return "its content is not in the declared Content-Encoding"
        case httpx2.TimeoutException() | TimeoutError() | _Expired():
            return _TIMED_OUT
        case _:
            return "it was cut off"


def _too_large(attempt: Attempt) -> str:
    return f"it is larger than {attempt.max_bytes} bytes"


def _received(reply: httpx2.Response, body: bytearray, broken: str) -> Outcome:
    if broken == _TIMED_OUT and reply.status_code < 300:
        return Failed("timed out while the reply was read", sent=True, timed_out=True)
    fields = tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, value in reply.headers.raw
    )
    return Received(Response(reply.status_code, Headers(fields), bytes(body)), broken)
