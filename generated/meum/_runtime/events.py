# SPDX-License-Identifier: MIT-0
"""Streams of events and of JSON texts, split into their items. No I/O in here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

MAX_ITEM: int = 8 * 1024 * 1024
"""How many bytes one item of a stream may have."""

StreamMedia = Literal["sse", "sse-event", "jsonl", "json-seq"]

_BOM = b"\xef\xbb\xbf"
_RECORD = b"\x1e"


class ItemTooLarge(ValueError):
    """An item of a stream is larger than `MAX_ITEM`."""

    def __init__(self) -> None:
        super().__init__(f"an item is larger than {MAX_ITEM} bytes")


@dataclass(frozen=True, slots=True)
class StreamItem:
    """One item: its content, and what a server-sent event says beside it."""

    content: bytes
    event: str = "message"
    id: str = ""
    retry: int | None = None


class Splitter:
    """Splits a stream into items as its bytes arrive."""

    def __init__(self, media: StreamMedia) -> None:
        self._media: StreamMedia = media
        self._lines = _Lines(universal=media in ("sse", "sse-event"))
        self._records = _Lines(end=_RECORD)
        self._events = _Events()

    def feed(self, data: bytes) -> Iterator[StreamItem]:
        """Yield the items that these bytes complete; raise `ItemTooLarge`."""
        match self._media:
            case "sse" | "sse-event":
                for line in self._lines.feed(data):
                    item = self._events.line(line)
                    if item is not None:
                        yield item
                self._events.check(self._lines.pending)
            case "jsonl":
                yield from _items(self._lines.feed(data))
            case "json-seq":
                yield from _items(self._records.feed(data))
            case _:
                assert_never(self._media)

    def finish(self) -> Iterator[StreamItem]:
        """Yield what the end of the stream completes: no server-sent event."""
        match self._media:
            case "sse" | "sse-event":
                return
            case "jsonl":
                yield from _items(self._lines.rest())
            case "json-seq":
                yield from _items(self._records.rest())
            case _:
                assert_never(self._media)


def _items(texts: Iterator[bytes]) -> Iterator[StreamItem]:
    for text in texts:
        if content := text.strip():
            yield StreamItem(content)


class _Lines:
    """Splits bytes at LF, or at CR, LF and CR LF, each byte looked at once."""

    def __init__(self, end: bytes = b"\n", *, universal: bool = False) -> None:
        self._end = end
        self._universal = universal
        self._parts: list[bytes] = []
        self._after_cr = False
        self.pending = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._universal:
            after_cr, self._after_cr = self._after_cr, data.endswith(b"\r")
            if after_cr:  # the second half of a CR LF
                data = data.removeprefix(b"\n")
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *whole, rest = data.split(self._end)
        for line in whole:
            self._add(line)
            yield self._taken()
        self._add(rest)

    def rest(self) -> Iterator[bytes]:
        yield self._taken()

    def _add(self, part: bytes) -> None:
        self.pending += len(part)
        if self.pending > MAX_ITEM:
            raise ItemTooLarge
        if part:
            self._parts.append(part)

    def _taken(self) -> bytes:
        line = b"".join(self._parts)
        self._parts.clear()
        self.pending = 0
        return line


class _Events:
    """Lines → server-sent events, as the HTML standard interprets them (9.2.6)."""

    def __init__(self) -> None:
        self._data: list[bytes] = []
        self._size = 0
        self._event = ""
        self._id = ""
        self._retry: int | None = None
        self._first = True

    def line(self, line: bytes) -> StreamItem | None:
        """Return the event that a blank line completes; one without data is none."""
        if self._first:
            line = line.removeprefix(_BOM)
            self._first = False
        if not line:
            return self._dispatched()
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        match name:
            case b"data":
                self._size += len(value) + 1
                self._data.append(value)
                self.check(0)
            case b"event":
                self._event = value.decode("utf-8", "replace")
            case b"id" if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
            # longer digits are no time that anybody waits
            case b"retry" if value.isdigit() and len(value) < 10:
                self._retry = int(value)
            case _:
                pass
        return None

    def check(self, pending: int) -> None:
        """Raise `ItemTooLarge` if the event, with what pends, is too large."""
        if self._size + pending > MAX_ITEM:
            raise ItemTooLarge

    def _dispatched(self) -> StreamItem | None:
        event, data = self._event, self._data
        self._event, self._data, self._size = "", [], 0
        if not data:
            return None
        return StreamItem(b"\n".join(data), event or "message", self._id, self._retry)
