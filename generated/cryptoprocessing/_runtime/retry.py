# SPDX-License-Identifier: MIT-0
"""When a call is sent again and when it is given up: decisions only, no I/O.

`plan` yields what to do next, is sent what came of it, and returns the last outcome.
The drivers that do it, sync and async, are tiny loops in `transport`.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol, TypeAlias

from .limits import Clock, Limits
from .operation import RetryPolicy
from .request import RequestDraft
from .response import Headers, Response

if TYPE_CHECKING:
    from .response_body import Arrival, AsyncArrival
    from .tokens import Tokens

_LONGEST_RETRY_AFTER = 60.0
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 8.0
_PASSING = frozenset({408, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Attempt:
    """Send this; each phase within `timeout`, all of it before `expires`.

    With `pace`, a success is left to be read by the caller, each wait so many seconds.
    """

    draft: RequestDraft
    timeout: float
    expires: float
    max_bytes: int
    pace: float | None = None


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


@dataclass(frozen=True, slots=True)
class Refused:
    """There is no access token for the call; `status` and `code` say what came."""

    reason: str
    status: int
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A success came, and its content is still to be read."""

    arrival: Arrival | AsyncArrival


Outcome = Received | Failed | Refused | Opened


@dataclass(frozen=True, slots=True)
class Finished:
    """The last outcome, and whether any attempt may have been processed."""

    outcome: Outcome
    may_have_been_processed: bool


class Grant(Protocol):
    """A request for an access token that a call needs first.

    One call at a time asks, and none if another call just got a token.
    """

    @property
    def tokens(self) -> Tokens:
        """Where the token is kept, and the locks of those who ask."""
        ...

    @property
    def expires(self) -> float:
        """When the call must have ended, on the clock's monotonic scale."""
        ...

    def plan(self, clock: Clock) -> Plan:
        """Return the plan of the request's own attempts."""
        ...

    def needed(self, monotonic: float) -> bool:
        """Tell whether there is still no token."""
        ...

    def accept(self, finished: Finished, asked: float) -> Failed | Refused | None:
        """Keep the token of a reply, or say why there is none."""
        ...


class Signer(Protocol):
    """What makes the requests of a call, each signed anew."""

    def draft(self, expires: float) -> RequestDraft | Grant:
        """Return the next request, or what must be granted first."""
        ...

    def renew(self) -> bool:
        """Tell, after a 401, whether a token can be had anew."""
        ...


Plan: TypeAlias = "Generator[Attempt | Pause | Grant, Outcome | None, Finished]"
"""The steps of a call. A `Grant` is answered with None once there is a token."""


def plan(
    signer: Signer,
    retry: RetryPolicy,
    limits: Limits,
    clock: Clock,
    *,
    live: bool = False,
) -> Plan:
    """Send until something final comes. With `live`, a success is left to be read."""
    expires = clock.monotonic() + limits.deadline
    pace = limits.timeout if live else None
    processed = False
    renewed = False
    tries = 0
    while True:
        draft = signer.draft(expires)
        if not isinstance(draft, RequestDraft):
            refusal = yield draft
            if refusal is not None:
                return Finished(refusal, processed)
            continue
        left = max(expires - clock.monotonic(), 0.001)
        timeout = min(limits.timeout, left)
        outcome = yield Attempt(draft, timeout, expires, limits.max_bytes, pace)
        assert outcome is not None, "an attempt has an outcome"
        if _unauthorized(outcome) and not renewed and signer.renew():
            renewed = True
            continue
        processed = processed or _may_have_been_processed(outcome)
        pause = _pause(outcome, retry, tries, clock)
        tries += 1
        if (
            pause is None
            or tries > limits.max_retries
            or clock.monotonic() + pause >= expires
        ):
            return Finished(outcome, processed)
        yield Pause(pause)


def _unauthorized(outcome: Outcome) -> bool:
    return isinstance(outcome, Received) and outcome.response.status_code == 401


def _may_have_been_processed(outcome: Outcome) -> bool:
    match outcome:
        case Failed():
            return outcome.sent
        case Received():
            return outcome.response.status_code != 429
        case Opened():
            return True
        case Refused():
            return False


def _pause(
    outcome: Outcome, retry: RetryPolicy, tries: int, clock: Clock
) -> float | None:
    """Return how long to wait before another try, None if there must be none."""
    backoff = clock.chance() * min(_FIRST_PAUSE * 2.0**tries, _LONGEST_PAUSE)
    match outcome:
        case Failed():
            again = retry is RetryPolicy.SAFE or not outcome.sent
            return backoff if again else None
        case Received():
            status = outcome.response.status_code
            safe = retry is RetryPolicy.SAFE
            if status != 429 and not (safe and (status in _PASSING or _cut(outcome))):
                return None
            asked = retry_after(outcome.response.headers, clock.now())
            if asked is None:
                return backoff
            return asked if asked <= _LONGEST_RETRY_AFTER else None
        case Opened() | Refused():
            return None


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
