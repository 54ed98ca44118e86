# SPDX-License-Identifier: MIT-0
"""The calls of `acme.lines`."""

from .._runtime import (
    AsyncResource,
    AsyncStream,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    Stream,
    SyncResource,
)
from ..types.event import Event

LIST: OperationSpec[Event] = OperationSpec(
    name="lines.list",
    method="GET",
    path="/lines",
    responses=(ResponseSpec("200", Event, media="jsonl"),),
    accept="application/x-ndjson",
    retry=RetryPolicy.SAFE,
)


class Lines(SyncResource):
    """The calls under `client.lines`."""

    def list(self) -> Stream[Event]:
        """GET /lines"""
        return self._stream(LIST, {})

    @property
    def with_raw_response(self) -> "LinesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return LinesWithRawResponse(self._raw())


class AsyncLines(AsyncResource):
    """The calls under `client.lines`."""

    async def list(self) -> AsyncStream[Event]:
        """GET /lines"""
        return await self._stream(LIST, {})

    @property
    def with_raw_response(self) -> "AsyncLinesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncLinesWithRawResponse(self._raw())


class LinesWithRawResponse:
    """The calls of `Lines`, each returning the reply as it arrived."""

    def __init__(self, resource: Lines) -> None:
        pass


class AsyncLinesWithRawResponse:
    """The calls of `AsyncLines`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncLines) -> None:
        pass
