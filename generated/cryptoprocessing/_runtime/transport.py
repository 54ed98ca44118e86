# SPDX-License-Identifier: MIT-0
"""The only module that sends: one attempt through httpx2, as one outcome.

Nothing of httpx2 gets out, for its requests and exceptions hold credentials: whatever
happens becomes a `Received` or a `Failed`.
"""

from __future__ import annotations

import logging
from http.cookiejar import Cookie
from typing import Any

import httpx2

from .arrival import TIMED_OUT, Arrival, AsyncArrival, Broken, Expired
from .limits import MAX_ERROR_BYTES, Clock
from .oauth import Grant
from .policy import (
    Attempt,
    Failed,
    Finished,
    Opened,
    Outcome,
    Pause,
    Plan,
    Received,
)
from .response import Response

_WIRE_LOGGERS = (
    logging.getLogger("httpcore2.http11"),
    logging.getLogger("httpcore2.http2"),
)

_GRACE = 0.1
"""Phase timeouts speak before the deadline does: they know if anything was sent."""

_UNSENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
)

_WAITED = Failed(
    "timed out while another call asks for an access token", sent=False, timed_out=True
)


class _QuietURL(httpx2.URL):
    """A URL that shows no query: httpx2 logs every URL, and a query may hold a key."""

    def __str__(self) -> str:
        return super().__str__().partition("?")[0]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


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
            case Grant():
                outcome = _obtain(step, http, clock)


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
            case Grant():
                outcome = await _aobtain(step, http, clock)


def _obtain(grant: Grant, http: httpx2.Client, clock: Clock) -> Outcome | None:
    """Get a token, one call at a time; return why there is none."""
    lock = grant.tokens.lock
    if not lock.acquire(timeout=max(grant.expires - clock.monotonic(), 0)):
        return _WAITED
    try:
        asked = clock.monotonic()
        if not grant.needed(asked):
            return None
        return grant.accept(run(grant.plan(clock), http, clock), asked)
    finally:
        lock.release()


async def _aobtain(
    grant: Grant, http: httpx2.AsyncClient, clock: Clock
) -> Outcome | None:
    """Get a token, one task at a time; return why there is none."""
    import asyncio  # slow to import, and sync clients do without

    tokens = grant.tokens
    if tokens.alock is None:
        tokens.alock = asyncio.Lock()
    try:
        async with asyncio.timeout(max(grant.expires - clock.monotonic(), 0)):
            await tokens.alock.acquire()
    except TimeoutError:
        return _WAITED
    try:
        asked = clock.monotonic()
        if not grant.needed(asked):
            return None
        return grant.accept(await arun(grant.plan(clock), http, clock), asked)
    finally:
        tokens.alock.release()


def send(http: httpx2.Client, attempt: Attempt, clock: Clock) -> Outcome:
    """Send one request and read its reply whole, or leave that to the caller."""

    def check() -> None:
        if clock.monotonic() >= attempt.expires:
            raise Expired

    cookies = tuple(http.cookies.jar)
    request = _request(attempt, asynchronous=False)
    try:
        reply = http.send(request, stream=True, auth=None, follow_redirects=False)
    except (httpx2.HTTPError, OSError) as error:
        return _failed(error)
    _forget_cookies(http, cookies, reply)
    arrival = Arrival(reply, check)
    if attempt.pace is not None and reply.is_success:
        arrival.unlimited()
        request.extensions["timeout"]["read"] = attempt.pace
        return Opened(arrival)
    try:
        return _received(arrival, arrival.whole(_cap(attempt, arrival)))
    except Broken as broken:
        return _received(arrival, broken.content, broken.reason)


async def asend(http: httpx2.AsyncClient, attempt: Attempt, clock: Clock) -> Outcome:
    """Send one request and read its reply whole, or leave that to the caller."""
    import asyncio  # slow to import, and sync clients do without

    def left() -> float:
        return max(attempt.expires - clock.monotonic(), 0) + _GRACE

    cookies = tuple(http.cookies.jar)
    request = _request(attempt, asynchronous=True)
    try:
        async with asyncio.timeout(left()):
            reply = await http.send(
                request, stream=True, auth=None, follow_redirects=False
            )
    except (httpx2.HTTPError, OSError) as error:
        return _failed(error)
    _forget_cookies(http, cookies, reply)
    arrival = AsyncArrival(reply)
    if attempt.pace is not None and reply.is_success:
        request.extensions["timeout"]["read"] = attempt.pace
        return Opened(arrival)
    try:
        return _received(arrival, await arrival.whole(_cap(attempt, arrival), left()))
    except Broken as broken:
        return _received(arrival, broken.content, broken.reason)


def _cap(attempt: Attempt, arrival: Arrival | AsyncArrival) -> int:
    success = 200 <= arrival.status_code < 300
    return attempt.max_bytes if success else min(attempt.max_bytes, MAX_ERROR_BYTES)


def _forget_cookies(
    http: httpx2.Client | httpx2.AsyncClient,
    before: tuple[Cookie, ...],
    reply: httpx2.Response,
) -> None:
    """Leave the jar of a caller's own client as it was: a call sends what it says."""
    if "set-cookie" not in reply.headers:
        return
    jar = http.cookies.jar
    kept = {(one.domain, one.path, one.name): one for one in before}
    for cookie in tuple(jar):
        key = (cookie.domain, cookie.path, cookie.name)
        if key not in kept:
            jar.clear(*key)
    for one in before:
        jar.set_cookie(one)


def _trace(event: str, info: dict[str, Any]) -> None:
    """Take the head of a reply out of the log: it may echo a secret."""
    if event.endswith("receive_response_headers.complete"):
        info.clear()


async def _atrace(event: str, info: dict[str, Any]) -> None:
    _trace(event, info)


def _request(attempt: Attempt, *, asynchronous: bool) -> httpx2.Request:
    """Return exactly the request that was signed: nothing of the client's is added."""
    draft = attempt.draft
    url = _QuietURL(draft.origin + draft.target)
    extensions: dict[str, Any] = {
        "timeout": dict.fromkeys(("connect", "read", "write", "pool"), attempt.timeout)
    }
    if any(logger.isEnabledFor(logging.DEBUG) for logger in _WIRE_LOGGERS):
        extensions["trace"] = _atrace if asynchronous else _trace
    request = httpx2.Request(
        draft.method,
        url,
        headers=[
            (name.encode("ascii"), value.encode("latin-1"))
            for name, value in draft.headers
        ],
        content=draft.content,
        extensions=extensions,
    )
    request.url = url
    return request


def _failed(error: Exception) -> Failed:
    timed_out = isinstance(error, httpx2.TimeoutException | TimeoutError)
    reason = TIMED_OUT if timed_out else type(error).__name__
    if isinstance(error, httpx2.ConnectError | httpx2.ProxyError | OSError):
        reason = str(error) or reason
    return Failed(reason, sent=not isinstance(error, _UNSENT), timed_out=timed_out)


def _received(
    arrival: Arrival | AsyncArrival, body: bytes, broken: str = ""
) -> Outcome:
    status = arrival.status_code
    if broken == TIMED_OUT and status < 300:
        return Failed("timed out while the reply was read", sent=True, timed_out=True)
    return Received(Response(status, arrival.headers, body), broken)
