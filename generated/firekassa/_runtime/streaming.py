# SPDX-License-Identifier: MIT-0
"""Replies that are used while they arrive: downloads, events, JSON lines.

Each is a context manager that gives its connection back however it is left; one that is
forgotten does so when it is collected. A wait for data ends after `timeout` seconds.
"""

from __future__ import annotations

import os
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Generator,
    Iterator,
)
from contextlib import aclosing, closing, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar, cast

from .atomic_file import Replacement
from .errors import PackageError, RequestError
from .events import ItemTooLarge, Splitter, StreamItem, StreamMedia
from .response import Headers
from .response_body import Arrival, AsyncArrival, Broken

_R = TypeVar("_R")
R_co = TypeVar("R_co", covariant=True)

_DONE = b"[DONE]"
"""What ends a stream of events by convention, before the connection does."""


class StreamReading(Protocol[R_co]):
    """What a call knows about the content that arrives."""

    @property
    def media(self) -> StreamMedia | None:
        """How the reply is split into items, None if it is not."""
        ...

    @property
    def max_bytes(self) -> int:
        """How large the content may be where it is read whole."""
        ...

    @property
    def mismatch(self) -> str:
        """What is wrong with the content's type, "" if nothing is."""
        ...

    def item(self, item: StreamItem) -> R_co:
        """Return an item's value, or raise that it is not as documented."""
        ...

    def broken(self, reason: str) -> PackageError:
        """Return the error of content that cannot be read, or not on."""
        ...


class _Sync:
    """What sync downloads and streams share: a reply that is closed once."""

    def __init__(self, arrival: Arrival) -> None:
        self._arrival = arrival

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self._arrival.status_code

    @property
    def headers(self) -> Headers:
        """The header fields."""
        return self._arrival.headers

    def close(self) -> None:
        """Give the connection back; what has not arrived is given up."""
        self._arrival.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        with suppress(Exception):
            self._arrival.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code}>"


class _Async:
    """What async downloads and streams share: a reply that is closed once."""

    def __init__(self, arrival: AsyncArrival) -> None:
        import asyncio  # slow to import, and sync clients do without

        self._arrival = arrival
        self._loop = asyncio.get_running_loop()
        self._closed = False

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self._arrival.status_code

    @property
    def headers(self) -> Headers:
        """The header fields."""
        return self._arrival.headers

    async def aclose(self) -> None:
        """Give the connection back; what has not arrived is given up."""
        self._closed = True
        await self._arrival.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        if self._closed or self._loop.is_closed():
            return
        arrival, loop = self._arrival, self._loop
        with suppress(RuntimeError):  # the loop may be closed by now
            loop.call_soon_threadsafe(lambda: loop.create_task(arrival.aclose()))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code}>"


class StreamedResponse(_Sync):
    """A successful reply whose content is read as it arrives, once."""

    def __init__(self, arrival: Arrival, reading: StreamReading[object]) -> None:
        super().__init__(arrival)
        self._reading = reading

    def iter_bytes(self) -> Generator[bytes, None, None]:
        """Yield the decompressed content in pieces, and close."""
        reason = ""
        try:
            yield from self._arrival.pieces()
        except Broken as broken:
            reason = broken.reason
        finally:
            self.close()
        if reason:
            raise self._reading.broken(reason)

    def read(self) -> bytes:
        """Return the decompressed content, which must fit into memory (64 MiB)."""
        reason = ""
        try:
            return self._arrival.whole(self._reading.max_bytes)
        except Broken as broken:
            reason = broken.reason
        raise self._reading.broken(reason)

    def write_to(self, path: str | os.PathLike[str]) -> None:
        """Write the content to a file: all of it, or the file stays as it was."""
        with Replacement(path) as file, closing(self.iter_bytes()) as pieces:
            for piece in pieces:
                file.write(piece)


class AsyncStreamedResponse(_Async):
    """A successful reply whose content is read as it arrives, once."""

    def __init__(self, arrival: AsyncArrival, reading: StreamReading[object]) -> None:
        super().__init__(arrival)
        self._reading = reading

    async def iter_bytes(self) -> AsyncGenerator[bytes, None]:
        """Yield the decompressed content in pieces, and close."""
        reason = ""
        try:
            async with aclosing(self._arrival.pieces()) as pieces:
                async for piece in pieces:
                    yield piece
        except Broken as broken:
            reason = broken.reason
        finally:
            await self.aclose()
        if reason:
            raise self._reading.broken(reason)

    async def read(self) -> bytes:
        """Return the decompressed content, which must fit into memory (64 MiB)."""
        reason = ""
        try:
            return await self._arrival.whole(self._reading.max_bytes)
        except Broken as broken:
            reason = broken.reason
        finally:
            self._closed = True
        raise self._reading.broken(reason)

    async def write_to(self, path: str | os.PathLike[str]) -> None:
        """Write the content to a file: all of it, or the file stays as it was."""
        with Replacement(path) as file:
            async with aclosing(self.iter_bytes()) as pieces:
                async for piece in pieces:
                    file.write(piece)


class AsyncStreaming:
    """A call whose reply is opened by `async with`."""

    def __init__(self, call: Awaitable[object]) -> None:
        self._call = call
        self._reply: AsyncStreamedResponse | None = None

    async def __aenter__(self) -> AsyncStreamedResponse:
        self._reply = cast("AsyncStreamedResponse", await self._call)
        return self._reply

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._reply is not None:
            await self._reply.aclose()


class Stream(_Sync, Generic[_R]):
    """The items of a reply as they arrive: iterate over it, once.

    `last_event_id` and `retry` (milliseconds) are what server-sent events said last.
    """

    def __init__(self, arrival: Arrival, reading: StreamReading[_R]) -> None:
        super().__init__(arrival)
        self._track = _Track()
        self._items = _items(arrival, reading, self._track)

    @property
    def last_event_id(self) -> str:
        """The id of the last event, "" where none has one."""
        return self._track.last_event_id

    @property
    def retry(self) -> int | None:
        """How many milliseconds the server asks to wait before another call."""
        return self._track.retry

    def __iter__(self) -> Iterator[_R]:
        return self

    def __next__(self) -> _R:
        return next(self._items)

    def close(self) -> None:
        """Give the connection back; iteration ends."""
        self._items.close()
        super().close()


class AsyncStream(_Async, Generic[_R]):
    """The items of a reply as they arrive: iterate over it, once; see `Stream`."""

    def __init__(self, arrival: AsyncArrival, reading: StreamReading[_R]) -> None:
        super().__init__(arrival)
        self._track = _Track()
        self._items = _aitems(arrival, reading, self._track)

    @property
    def last_event_id(self) -> str:
        """The id of the last event, "" where none has one."""
        return self._track.last_event_id

    @property
    def retry(self) -> int | None:
        """How many milliseconds the server asks to wait before another call."""
        return self._track.retry

    def __aiter__(self) -> AsyncIterator[_R]:
        return self

    async def __anext__(self) -> _R:
        return await anext(self._items)

    async def aclose(self) -> None:
        """Give the connection back; iteration ends."""
        await self._items.aclose()
        await super().aclose()


@dataclass(slots=True)
class _Track:
    """What a stream of events said last."""

    last_event_id: str = ""
    retry: int | None = None

    def note(self, item: StreamItem) -> None:
        self.last_event_id = item.id
        self.retry = item.retry


def _splitter(reading: StreamReading[object]) -> Splitter:
    if reading.media is None:
        raise RequestError("the reply is not documented as a stream")
    return Splitter(reading.media)


def _items(
    arrival: Arrival, reading: StreamReading[_R], track: _Track
) -> Generator[_R, None, None]:
    splitter = _splitter(reading)
    reason = ""
    try:
        if reading.mismatch:
            raise Broken(reading.mismatch)
        for piece in arrival.pieces():
            for item in splitter.feed(piece):
                track.note(item)
                if item.content == _DONE:
                    return
                yield reading.item(item)
        for item in splitter.finish():
            yield reading.item(item)
    except Broken as broken:
        reason = broken.reason
    except ItemTooLarge as error:
        reason = str(error)
    finally:
        arrival.close()
    if reason:  # outside of the handlers: it carries nothing of the connection
        raise reading.broken(reason)


async def _aitems(
    arrival: AsyncArrival, reading: StreamReading[_R], track: _Track
) -> AsyncGenerator[_R, None]:
    splitter = _splitter(reading)
    reason = ""
    try:
        if reading.mismatch:
            raise Broken(reading.mismatch)
        async with aclosing(arrival.pieces()) as pieces:
            async for piece in pieces:
                for item in splitter.feed(piece):
                    track.note(item)
                    if item.content == _DONE:
                        return
                    yield reading.item(item)
        for item in splitter.finish():
            yield reading.item(item)
    except Broken as broken:
        reason = broken.reason
    except ItemTooLarge as error:
        reason = str(error)
    finally:
        await arrival.aclose()
    if reason:  # outside of the handlers: it carries nothing of the connection
        raise reading.broken(reason)
