# SPDX-License-Identifier: MIT-0
"""The only module that sends: one attempt over connections, as one outcome.

Whatever happens becomes a `Received` or a `Failed`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from .exchange import (
    TIMED_OUT,
    AsyncConnections,
    Connections,
    ExchangeError,
    OutgoingRequest,
)
from .limits import MAX_ERROR_BYTES, Clock
from .response import Response
from .response_body import Arrival, AsyncArrival, Broken
from .retry import (
    Attempt,
    Failed,
    Finished,
    Grant,
    Opened,
    Outcome,
    Pause,
    Plan,
    Received,
)

_WIRE_LOGGERS = (
    logging.getLogger("httpcore2.http11"),
    logging.getLogger("httpcore2.http2"),
)

_WITH_CONTENT = frozenset({"POST", "PUT", "PATCH"})
"""Methods whose requests say their length even where it is none (RFC 9110, 8.6)."""

_GRACE = 0.1
"""Phase timeouts speak before the deadline does: they know if anything was sent."""

_WAITED = Failed(
    "timed out while another call asks for an access token", sent=False, timed_out=True
)


def run(plan: Plan, http: Connections, clock: Clock) -> Finished:
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
            case _:
                outcome = _obtain(step, http, clock)


async def arun(plan: Plan, http: AsyncConnections, clock: Clock) -> Finished:
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
            case _:
                outcome = await _aobtain(step, http, clock)


def _obtain(grant: Grant, http: Connections, clock: Clock) -> Outcome | None:
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
    grant: Grant, http: AsyncConnections, clock: Clock
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


def send(http: Connections, attempt: Attempt, clock: Clock) -> Outcome:
    """Send one request and read its reply whole, or leave that to the caller."""

    def left() -> float:
        return attempt.expires - clock.monotonic()

    with http.until(left):
        request = _request(attempt, _trace)
        try:
            reply = http.send(request)
        except ExchangeError as error:
            return _failed(error)
        arrival = Arrival(reply, left)
        if attempt.pace is not None and arrival.is_success:
            arrival.unlimited()
            request.timeouts["read"] = attempt.pace
            return Opened(arrival)
        try:
            return _received(arrival, arrival.whole(_cap(attempt, arrival)))
        except Broken as broken:
            return _received(arrival, broken.content, broken.reason)


async def asend(http: AsyncConnections, attempt: Attempt, clock: Clock) -> Outcome:
    """Send one request and read its reply whole, or leave that to the caller."""
    import asyncio  # slow to import, and sync clients do without

    def left() -> float:
        return max(attempt.expires - clock.monotonic(), 0) + _GRACE

    request = _request(attempt, _atrace)
    try:
        async with asyncio.timeout(left()):
            reply = await http.send(request)
    except ExchangeError as error:
        return _failed(error)
    except TimeoutError:
        return Failed(TIMED_OUT, sent=True, timed_out=True)
    arrival = AsyncArrival(reply)
    if attempt.pace is not None and arrival.is_success:
        request.timeouts["read"] = attempt.pace
        return Opened(arrival)
    try:
        return _received(arrival, await arrival.whole(_cap(attempt, arrival), left()))
    except Broken as broken:
        return _received(arrival, broken.content, broken.reason)


def _cap(attempt: Attempt, arrival: Arrival | AsyncArrival) -> int:
    if arrival.is_success:
        return attempt.max_bytes
    return min(attempt.max_bytes, MAX_ERROR_BYTES)


def _trace(event: str, info: dict[str, Any]) -> None:
    """Take the head of a reply out of the log: it may echo a secret."""
    if event.endswith("receive_response_headers.complete"):
        info.clear()


async def _atrace(event: str, info: dict[str, Any]) -> None:
    _trace(event, info)


def _request(attempt: Attempt, trace: Callable[..., Any]) -> OutgoingRequest:
    """Return exactly the request that was signed, framed: nothing else is added."""
    draft = attempt.draft
    content = draft.content or b""
    headers = [
        (name.encode("ascii"), value.encode("latin-1")) for name, value in draft.headers
    ]
    if content or draft.method in _WITH_CONTENT:
        headers.append((b"Content-Length", b"%d" % len(content)))
    logged = any(logger.isEnabledFor(logging.DEBUG) for logger in _WIRE_LOGGERS)
    return OutgoingRequest(
        draft.method,
        draft.origin,
        draft.target,
        headers,
        content,
        dict.fromkeys(("connect", "read", "write", "pool"), attempt.timeout),
        trace if logged else None,
    )


def _failed(error: ExchangeError) -> Failed:
    return Failed(error.reason, sent=error.sent, timed_out=error.timed_out)


def _received(
    arrival: Arrival | AsyncArrival, body: bytes, broken: str = ""
) -> Outcome:
    status = arrival.status_code
    if broken == TIMED_OUT and status < 300:
        return Failed("timed out while the reply was read", sent=True, timed_out=True)
    return Received(Response(status, arrival.headers, body), broken)
