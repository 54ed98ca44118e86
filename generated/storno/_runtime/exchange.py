# SPDX-License-Identifier: MIT-0
"""A request on its way and the reply to it, whichever library carries them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

TIMED_OUT = "timed out"

RemainingTime = Callable[[], float]
"""Tells how many seconds a call has left."""


class ExchangeError(Exception):
    """No reply, or not all of it. `sent` is False only if certainly nothing was sent.

    It takes the place of what a library raises, which may hold the request and with it
    credentials.
    """

    def __init__(self, reason: str, *, sent: bool, timed_out: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sent = sent
        self.timed_out = timed_out


@dataclass(frozen=True, slots=True)
class LibraryErrors:
    """What a library, and the system below it, raise where an exchange fails."""

    raised: tuple[type[Exception], ...]
    unsent: tuple[type[Exception], ...]
    """Those of them after which certainly nothing was sent."""
    timeouts: tuple[type[Exception], ...]
    telling: tuple[type[Exception], ...]
    """Those whose text says more than their name."""

    @contextmanager
    def translated(self) -> Generator[None, None, None]:
        """Raise `ExchangeError` instead."""
        try:
            yield
            return
        except self.raised as error:
            timed_out = isinstance(error, (*self.timeouts, TimeoutError))
            reason = TIMED_OUT if timed_out else type(error).__name__
            if isinstance(error, (*self.telling, OSError)):
                reason = str(error) or reason
            sent = not isinstance(error, self.unsent)
        raise ExchangeError(reason, sent=sent, timed_out=timed_out)


@dataclass(frozen=True, slots=True)
class OutgoingRequest:
    """Exactly what is sent: nothing else is added.

    `timeouts` are seconds by phase (`connect`, `read`, `write`, `pool`). They are read
    at each wait, so that the reading of a reply may be given another pace.
    """

    method: str
    origin: str
    target: str = field(repr=False)
    headers: list[tuple[bytes, bytes]] = field(repr=False)
    content: bytes = field(repr=False)
    timeouts: dict[str, float]
    trace: Callable[..., Any] | None = None

    def extensions(self) -> dict[str, Any]:
        """Return what both libraries are told beside the request."""
        found: dict[str, Any] = {"timeout": self.timeouts}
        if self.trace is not None:
            found["trace"] = self.trace
        return found


class IncomingReply(Protocol):
    """A reply whose head has come, to a sync client."""

    @property
    def status_code(self) -> int:
        """The status."""
        ...

    @property
    def headers(self) -> Sequence[tuple[bytes, bytes]]:
        """Every header field as it arrived."""
        ...

    @property
    def decoded(self) -> bool:
        """Whether the content was read, and its coding undone, before we see it."""
        ...

    def chunks(self) -> Iterator[bytes]:
        """Yield the content as it arrives; raise `ExchangeError`."""
        ...

    def close(self) -> None:
        """Give the connection back, or close it if content is left."""
        ...


class AsyncIncomingReply(Protocol):
    """A reply whose head has come, to an async client; see `IncomingReply`."""

    @property
    def status_code(self) -> int:
        """The status."""
        ...

    @property
    def headers(self) -> Sequence[tuple[bytes, bytes]]:
        """Every header field as it arrived."""
        ...

    @property
    def decoded(self) -> bool:
        """Whether the content was read, and its coding undone, before we see it."""
        ...

    def chunks(self) -> AsyncGenerator[bytes, None]:
        """Yield the content as it arrives; raise `ExchangeError`."""
        ...

    async def aclose(self) -> None:
        """Give the connection back, or close it if content is left."""
        ...


class Connections(Protocol):
    """What a sync client sends requests over."""

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be sent any more."""
        ...

    def send(self, request: OutgoingRequest) -> IncomingReply:
        """Return the reply, its content still to be read; raise `ExchangeError`."""
        ...

    def until(self, left: RemainingTime) -> AbstractContextManager[None]:
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

    async def send(self, request: OutgoingRequest) -> AsyncIncomingReply:
        """Return the reply, its content still to be read; raise `ExchangeError`."""
        ...

    async def aclose(self) -> None:
        """Close every connection."""
        ...
