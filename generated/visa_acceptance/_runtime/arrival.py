# SPDX-License-Identifier: MIT-0
"""A reply whose head has come: how its content is read, whole or piece by piece.

One plan for both: the content coding is undone here, bounded and complete or broken,
before anything looks at what it holds.
"""

from __future__ import annotations

import math
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing

from .coding import Coding, CodingError
from .exchange import AsyncIncoming, Incoming, RawHeaders
from .limits import Left
from .network_errors import NETWORK_ERRORS, TIMEOUTS
from .response import Headers

TIMED_OUT = "timed out"
CUT = "it was cut off"


class Broken(Exception):
    """Content that did not arrive as it should; what did is in `content`."""

    def __init__(self, reason: str, content: bytes = b"") -> None:
        super().__init__(reason)
        self.reason = reason
        self.content = content


class Arrival:
    """A reply that a sync client reads while `left` says that there is time."""

    def __init__(self, incoming: Incoming, left: Left) -> None:
        self._incoming = incoming
        self._left = left
        self.status_code = incoming.status_code
        self.headers = _headers(incoming.headers)

    def pieces(self) -> Iterator[bytes]:
        """Yield the decoded content as it arrives; raise `Broken`."""
        reason = ""
        try:
            coding = _coding(self._incoming, self.headers)
            for chunk in self._incoming.chunks():
                if self._left() <= 0:
                    raise Broken(TIMED_OUT)
                yield from coding.feed(chunk)
            coding.finish()
        except (*NETWORK_ERRORS, CodingError) as error:
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
        self._incoming.close()


class AsyncArrival:
    """A reply that an async client reads, within the caller's `asyncio.timeout`."""

    def __init__(self, incoming: AsyncIncoming) -> None:
        self._incoming = incoming
        self.status_code = incoming.status_code
        self.headers = _headers(incoming.headers)

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        """Yield the decoded content as it arrives; raise `Broken`."""
        reason = ""
        try:
            coding = _coding(self._incoming, self.headers)
            async with aclosing(self._incoming.chunks()) as chunks:
                async for chunk in chunks:
                    for piece in coding.feed(chunk):
                        yield piece
            coding.finish()
        except (*NETWORK_ERRORS, CodingError) as error:
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
        await self._incoming.aclose()


def _headers(raw: RawHeaders) -> Headers:
    return Headers(
        tuple((name.decode("latin-1"), text.decode("latin-1")) for name, text in raw)
    )


def _coding(incoming: Incoming | AsyncIncoming, headers: Headers) -> Coding:
    """Return how content is encoded; what was read before was decoded with it."""
    return Coding("" if incoming.decoded else headers.get("content-encoding", ""))


def _endless() -> float:
    return math.inf


def _reason(error: Exception) -> str:
    if isinstance(error, CodingError):
        return str(error)
    return TIMED_OUT if isinstance(error, TIMEOUTS) else CUT


def _too_large(cap: int) -> str:
    return f"it is larger than {cap} bytes"
