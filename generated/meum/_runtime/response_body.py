# SPDX-License-Identifier: MIT-0
"""A reply whose head has come: how its content is read, whole or piece by piece.

One plan for both: the content coding is undone here, bounded and complete or broken,
before anything looks at what it holds.
"""

from __future__ import annotations

import math
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing

from .content_encoding import Coding, CodingError
from .exchange import (
    TIMED_OUT,
    AsyncIncomingReply,
    ExchangeError,
    IncomingReply,
    RemainingTime,
)
from .response import Headers

CUT = "it was cut off"


class Broken(Exception):
    """Content that did not arrive as it should; what did is in `content`."""

    def __init__(self, reason: str, content: bytes = b"") -> None:
        super().__init__(reason)
        self.reason = reason
        self.content = content


class _Head:
    """What both kinds of arrivals know."""

    def __init__(self, reply: IncomingReply | AsyncIncomingReply) -> None:
        self.status_code = reply.status_code
        self.headers = Headers(
            tuple(
                (name.decode("latin-1"), value.decode("latin-1"))
                for name, value in reply.headers
            )
        )

    @property
    def is_success(self) -> bool:
        """Whether the status is one of success."""
        return 200 <= self.status_code < 300

    def _coding(self, *, decoded: bool) -> Coding:
        """Return how the content is encoded; one read already was decoded with it."""
        return Coding("" if decoded else self.headers.get("content-encoding", ""))


class Arrival(_Head):
    """A reply that a sync client reads while `left` says that there is time."""

    def __init__(self, reply: IncomingReply, left: RemainingTime) -> None:
        super().__init__(reply)
        self._reply = reply
        self._left = left

    def pieces(self) -> Iterator[bytes]:
        """Yield the decoded content as it arrives; raise `Broken`."""
        reason = ""
        try:
            coding = self._coding(decoded=self._reply.decoded)
            for chunk in self._reply.chunks():
                if self._left() <= 0:
                    raise Broken(TIMED_OUT)
                yield from coding.feed(chunk)
            coding.finish()
        except (ExchangeError, CodingError) as error:
            reason = _reason(error)
        if reason:
            raise Broken(reason)

    def whole(self, cap: int) -> bytes:
        """Return all of the content, and close; raise `Broken`."""
        body = bytearray()
        reason = ""
        try:
            for piece in self.pieces():
                body += piece
                if len(body) > cap:
                    raise Broken(_too_large(cap))
        except Broken as broken:
            reason = broken.reason
        finally:
            self.close()
        if reason:
            raise Broken(reason, bytes(body[:cap]))
        return bytes(body)

    def unlimited(self) -> None:
        """Look at no deadline any more: the caller takes time between pieces."""
        self._left = _endless

    def close(self) -> None:
        """Give the connection back, or close it if content is left."""
        self._reply.close()


class AsyncArrival(_Head):
    """A reply that an async client reads, within the caller's `asyncio.timeout`."""

    def __init__(self, reply: AsyncIncomingReply) -> None:
        super().__init__(reply)
        self._reply = reply

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        """Yield the decoded content as it arrives; raise `Broken`."""
        reason = ""
        try:
            coding = self._coding(decoded=self._reply.decoded)
            async with aclosing(self._reply.chunks()) as chunks:
                async for chunk in chunks:
                    for piece in coding.feed(chunk):
                        yield piece
            coding.finish()
        except (ExchangeError, CodingError) as error:
            reason = _reason(error)
        if reason:
            raise Broken(reason)

    async def whole(self, cap: int, seconds: float | None = None) -> bytes:
        """Return all of the content, and close; raise `Broken`."""
        import asyncio  # slow to import, and sync clients do without

        body = bytearray()
        reason = ""
        try:
            async with asyncio.timeout(seconds), aclosing(self.pieces()) as pieces:
                async for piece in pieces:
                    body += piece
                    if len(body) > cap:
                        raise Broken(_too_large(cap))
        except TimeoutError:
            reason = TIMED_OUT
        except Broken as broken:
            reason = broken.reason
        finally:
            await self.aclose()
        if reason:
            raise Broken(reason, bytes(body[:cap]))
        return bytes(body)

    async def aclose(self) -> None:
        """Give the connection back, or close it if content is left."""
        await self._reply.aclose()


def _endless() -> float:
    return math.inf


def _reason(error: ExchangeError | CodingError) -> str:
    match error:
        case CodingError():
            return str(error)
        case ExchangeError():
            return TIMED_OUT if error.timed_out else CUT


def _too_large(cap: int) -> str:
    return f"it is larger than {cap} bytes"
