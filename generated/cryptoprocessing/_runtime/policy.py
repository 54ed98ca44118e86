# SPDX-License-Identifier: MIT-0
"""When a call is sent again and when it is given up: decisions only, no I/O.

`plan` yields what to do next, is sent what came of it, and returns the last outcome.
The drivers that do it, sync and async, are tiny loops in `transport`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final

from .auth import Draft
from .operation import Resend
from .response import Headers, Response

DEFAULT_TIMEOUT: Final = 30.0
DEFAULT_DEADLINE: Final = 90.0
DEFAULT_MAX_RETRIES: Final = 2
MAX_BYTES: Final = 64 * 1024 * 1024
"""How large a reply may be, decompressed."""

_LONGEST_RETRY_AFTER = 60.0
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 8.0
_PASSING = frozenset({408, 429, 500, 502, 503, 504})


async def _asleep(seconds: float) -> None:
    import asyncio  # slow to import, and sync clients do without

    await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and chance, so that tests need not wait."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    sleep: Callable[[float], object] = time.sleep
    asleep: Callable[[float], Awaitable[object]] = _asleep
    chance: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a call may take and how often it may be tried again."""

    timeout: float = DEFAULT_TIMEOUT
    deadline: float = DEFAULT_DEADLINE
    max_retries: int = DEFAULT_MAX_RETRIES
    max_bytes: int = MAX_BYTES


@dataclass(frozen=True, slots=True)
class Attempt:
    """Send this; each phase within `timeout`, all of it before `expires`."""

    draft: Draft
    timeout: float
    expires: float
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Received:
    """A reply came; `broken` says what is wrong with its content, if anything."""

    response: Response
    broken: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """No reply came. `sent` is False only if certainly nothing was sent."""

    reason: str
    sent: bool
    timed_out: bool = False


Outcome = Received | Failed


@dataclass(frozen=True, slots=True)
class Finished:
    """The last outcome, and whether any attempt may have been processed."""

    outcome: Outcome
    may_have_been_processed: bool


def plan(
    draft: Callable[[], Draft], resend: Resend, limits: Limits, clock: Clock
) -> Generator[Attempt | Pause, Outcome | None, Finished]:
    """Send until something final comes. `draft` signs each attempt anew."""
    expires = clock.monotonic() + limits.deadline
    processed = False
    tries = 0
    while True:
        left = max(expires - clock.monotonic(), 0.001)
        timeout = min(limits.timeout, left)
        outcome = yield Attempt(draft(), timeout, expires, limits.max_bytes)
        assert outcome is not None, "an attempt has an outcome"
        processed = processed or _may_have_been_processed(outcome)
        pause = _pause(outcome, resend, tries, clock)
        tries += 1
        if (
            pause is None
            or tries > limits.max_retries
            or clock.monotonic() + pause >= expires
        ):
            return Finished(outcome, processed)
        yield Pause(pause)


def _may_have_been_processed(outcome: Outcome) -> bool:
    match outcome:
        case Failed():
            return outcome.sent
        case Received():
            return outcome.response.status_code != 429


def _pause(outcome: Outcome, resend: Resend, tries: int, clock: Clock) -> float | None:
    """Return how long to wait before another try, None if there must be none."""
    backoff = clock.chance() * min(_FIRST_PAUSE * 2.0**tries, _LONGEST_PAUSE)
    match outcome:
        case Failed():
            again = resend is Resend.SAFE or not outcome.sent
            return backoff if again else None
        case Received():
            status = outcome.response.status_code
            safe = resend is Resend.SAFE
            if status != 429 and not (safe and (status in _PASSING or _cut(outcome))):
                return None
            asked = retry_after(outcome.response.headers, clock.now())
            if asked is None:
                return backoff
            return asked if asked <= _LONGEST_RETRY_AFTER else None


def _cut(outcome: Received) -> bool:
    return bool(outcome.broken) and outcome.response.status_code < 300


def retry_after(headers: Headers, now: float) -> float | None:
    """Return how long the server asks to wait, None if it does not say so clearly."""
    milliseconds = _seconds(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after", "")
    seconds = _seconds(text)
    if seconds is not None:
        return seconds
    try:
        date = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(aware.timestamp() - now, 0.0)


def _seconds(text: str) -> float | None:
    digits = text.strip()
    if digits.isascii() and digits.replace(".", "", 1).isdigit():
        return float(digits)
    return None
