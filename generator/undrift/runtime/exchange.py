# SPDX-License-Identifier: MIT-0
"""What goes out and what comes back, whichever library carries it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

RawHeaders = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request exactly as it was signed, framed: nothing else is added.

    `timeouts` bound each phase, and are looked at whenever one begins.
    """

    method: str
    origin: str
    target: str = field(repr=False)
    headers: RawHeaders = field(repr=False)
    content: bytes = field(repr=False)
    timeouts: dict[str, float]
    trace: Callable[..., Any] | None = None

    @property
    def extensions(self) -> dict[str, Any]:
        """What httpcore2 is told beside the request."""
        trace = {} if self.trace is None else {"trace": self.trace}
        return {"timeout": self.timeouts, **trace}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A reply whose head has come. `decoded` is content that somebody read before."""

    status_code: int
    headers: RawHeaders = field(repr=False)
    chunks: Callable[[], Iterable[bytes]]
    close: Callable[[], None]
    decoded: bool = False


@dataclass(frozen=True, slots=True)
class AsyncIncoming:
    """A reply whose head has come, to an async client; see `Incoming`."""

    status_code: int
    headers: RawHeaders = field(repr=False)
    chunks: Callable[[], AsyncGenerator[bytes, None]]
    aclose: Callable[[], Awaitable[None]]
    decoded: bool = False
