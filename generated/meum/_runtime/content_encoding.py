# SPDX-License-Identifier: MIT-0
"""Content-Encoding undone piece by piece, bounded, and complete or an error.

httpx2's own decoders take a stream that lacks its end for a whole one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

ACCEPTED = "gzip, deflate"
"""What requests say in Accept-Encoding."""

_PIECE = 64 * 1024
_WRAPPER = 2
"""How many bytes zlib puts before what is deflated (RFC 1950, section 2.2)."""
_NAMED = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}


class CodingError(ValueError):
    """Content that is not in its declared coding, or lacks its end."""


class Coding:
    """Undoes one `Content-Encoding` (RFC 9110, section 8.4)."""

    __slots__ = ("_layers",)

    def __init__(self, content_encoding: str) -> None:
        names = [name.strip().lower() for name in content_encoding.split(",")]
        wanted = [name for name in names if name not in ("", "identity")]
        if any(name not in _NAMED for name in wanted):
            raise CodingError("its Content-Encoding is not one that was asked for")
        if len(wanted) > 1:
            raise CodingError("its content is encoded more than once")
        self._layers = [_Inflater(_NAMED[name]) for name in wanted]

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what is in the next bytes, no piece larger than 64 KiB if encoded."""
        if not self._layers:
            yield data
        for layer in self._layers:
            yield from layer.feed(data)

    def finish(self) -> None:
        """Raise `CodingError` if the content ended before its coding did."""
        for layer in self._layers:
            layer.finish()


class _Inflater:
    """Undoes gzip (members may follow each other), or deflate with or without zlib."""

    __slots__ = ("_gzip", "_head", "_inflate")

    def __init__(self, name: str) -> None:
        self._gzip = name == "gzip"
        self._inflate = zlib.decompressobj(31 if self._gzip else 15)
        self._head = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        problem = ""
        try:
            yield from self._inflated(data)
        except zlib.error:
            problem = "its content is not in the declared Content-Encoding"
        if problem:
            raise CodingError(problem)

    def _inflated(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._inflate.eof:
                if not self._gzip:
                    return
                self._inflate = zlib.decompressobj(31)
            piece = self._next(data)
            if piece:
                yield piece
            data = self._inflate.unconsumed_tail or self._inflate.unused_data

    def _next(self, data: bytes) -> bytes:
        """Inflate a piece; deflate without the zlib wrapper is met in practice.

        The wrapper's two bytes tell which it is, and may come one by one.
        """
        head, known = self._head, len(self._head) >= _WRAPPER
        self._head = head if known else head + data[:_WRAPPER]
        try:
            return self._inflate.decompress(data, _PIECE)
        except zlib.error:
            if self._gzip or known:
                raise
        self._inflate = zlib.decompressobj(-15)
        return self._inflate.decompress(head + data, _PIECE)

    def finish(self) -> None:
        if self._head and not self._inflate.eof:
            raise CodingError("it was cut off")
