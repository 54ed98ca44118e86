from __future__ import annotations

from typing import Any

from undrift.runtime import (
    AsyncResource,
    AsyncStream,
    HeaderParameter,
    Omit,
    OperationSpec,
    PathParameter,
    ResponseSpec,
    RetryPolicy,
    Stream,
    SyncResource,
    omit,
    to_streaming,
    to_streaming_async,
)

from ..types.invoice import Invoice, ShopFault

WATCH: OperationSpec[Invoice] = OperationSpec(
    name="feeds.watch",
    method="GET",
    path="/feed",
    security=(("bearerAuth",),),
    responses=(ResponseSpec("200", Invoice, media="sse"),),
    retry=RetryPolicy.SAFE,
    accept="text/event-stream",
)

LINES: OperationSpec[Invoice] = OperationSpec(
    name="feeds.lines",
    method="GET",
    path="/lines",
    responses=(ResponseSpec("200", Invoice, media="jsonl"),),
    retry=RetryPolicy.SAFE,
    accept="application/jsonl",
)

EVENTS: OperationSpec[Any] = OperationSpec(
    name="feeds.events",
    method="GET",
    path="/events",
    responses=(ResponseSpec("200", dict[str, Any], media="sse-event"),),
    retry=RetryPolicy.SAFE,
    accept="text/event-stream",
)

DOWNLOAD: OperationSpec[bytes] = OperationSpec(
    name="feeds.download",
    method="GET",
    path="/files/{name}",
    parameters=(PathParameter("name", "name", str),),
    security=(("bearerAuth",),),
    responses=(ResponseSpec("200", bytes, media="bytes"),),
    errors=(ResponseSpec("4XX", ShopFault),),
    retry=RetryPolicy.SAFE,
    accept="application/octet-stream",
)

PAY: OperationSpec[Invoice] = OperationSpec(
    name="feeds.pay",
    method="POST",
    path="/pay",
    parameters=(
        HeaderParameter("idempotency_key", "Idempotency-Key", str, generated=True),
    ),
    responses=(ResponseSpec("200", Invoice),),
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
