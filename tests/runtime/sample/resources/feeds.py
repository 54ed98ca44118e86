from __future__ import annotations

from typing import Any

from undrift.runtime import (
    AsyncResource,
    AsyncStream,
    HeaderParameter,
    Omit,
    Operation,
    PathParameter,
    Reply,
    Resend,
    Stream,
    SyncResource,
    omit,
    to_streaming,
    to_streaming_async,
)

from ..types.invoice import Invoice, ShopFault

WATCH: Operation[Invoice] = Operation(
    name="feeds.watch",
    method="GET",
    path="/feed",
    security=(("bearerAuth",),),
    replies=(Reply("200", Invoice, media="sse"),),
    resend=Resend.SAFE,
    accept="text/event-stream",
)

LINES: Operation[Invoice] = Operation(
    name="feeds.lines",
    method="GET",
    path="/lines",
    replies=(Reply("200", Invoice, media="jsonl"),),
    resend=Resend.SAFE,
    accept="application/jsonl",
)

EVENTS: Operation[Any] = Operation(
    name="feeds.events",
    method="GET",
    path="/events",
    replies=(Reply("200", dict[str, Any], media="sse-event"),),
    resend=Resend.SAFE,
    accept="text/event-stream",
)

DOWNLOAD: Operation[bytes] = Operation(
    name="feeds.download",
    method="GET",
    path="/files/{name}",
    parameters=(PathParameter("name", "name", str),),
    security=(("bearerAuth",),),
    replies=(Reply("200", bytes, media="bytes"),),
    errors=(Reply("4XX", ShopFault),),
    resend=Resend.SAFE,
    accept="application/octet-stream",
)

PAY: Operation[Invoice] = Operation(
    name="feeds.pay",
    method="POST",
    path="/pay",
    parameters=(
        HeaderParameter("idempotency_key", "Idempotency-Key", str, generated=True),
    ),
    replies=(Reply("200", Invoice),),
)


class Feeds(SyncResource):
    """Feeds."""

    def watch(self) -> Stream[Invoice]:
        """Return invoices as they come."""
        return self._stream(WATCH, {})

    def lines(self) -> Stream[Invoice]:
        """Return invoices line by line."""
        return self._stream(LINES, {})

    def events(self) -> Stream[dict[str, Any]]:
        """Return whole events."""
        return self._stream(EVENTS, {})

    def download(self, name: str) -> bytes:
        """Return a file."""
        return self._call(DOWNLOAD, {"name": name})

    def pay(self, *, idempotency_key: str | Omit | None = omit) -> Invoice:
        """Pay once."""
        return self._call(PAY, {"idempotency_key": idempotency_key})

    @property
    def with_streaming_response(self) -> FeedsWithStreamingResponse:
        """The same methods, returning the reply while it arrives."""
        return FeedsWithStreamingResponse(self._streaming())


class FeedsWithStreamingResponse:
    def __init__(self, feeds: Feeds) -> None:
        self.download = to_streaming(feeds.download)


class AsyncFeeds(AsyncResource):
    """Feeds."""

    async def watch(self) -> AsyncStream[Invoice]:
        """Return invoices as they come."""
        return await self._stream(WATCH, {})

    async def lines(self) -> AsyncStream[Invoice]:
        """Return invoices line by line."""
        return await self._stream(LINES, {})

    async def download(self, name: str) -> bytes:
        """Return a file."""
        return await self._call(DOWNLOAD, {"name": name})

    async def pay(self, *, idempotency_key: str | Omit | None = omit) -> Invoice:
        """Pay once."""
        return await self._call(PAY, {"idempotency_key": idempotency_key})

    @property
    def with_streaming_response(self) -> AsyncFeedsWithStreamingResponse:
        """The same methods, returning the reply while it arrives."""
        return AsyncFeedsWithStreamingResponse(self._streaming())


class AsyncFeedsWithStreamingResponse:
    def __init__(self, feeds: AsyncFeeds) -> None:
        self.download = to_streaming_async(feeds.download)
