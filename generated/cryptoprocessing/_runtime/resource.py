# SPDX-License-Identifier: MIT-0
"""The resources that generated ones derive from: typed methods over one client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, ParamSpec, Self, TypeVar, cast

from .call import CallMode, prepare_call
from .client import AsyncClient, SyncClient
from .operation import OperationSpec
from .response import RawResponse
from .streaming import AsyncStream, AsyncStreaming, Stream, StreamedResponse
from .transport import arun, run

P = ParamSpec("P")
_R = TypeVar("_R")


class SyncResource:
    """The base of generated resources."""

    def __init__(self, client: SyncClient, *, mode: CallMode = "value") -> None:
        self._client = client
        # Resources are a part of their client; no caller is shown its link.
        self._link = client._link  # pyright: ignore[reportPrivateUsage]
        self._mode: CallMode = mode

    def _call(
        self, operation: OperationSpec[_R], arguments: Mapping[str, object]
    ) -> _R:
        return cast("_R", self._made(operation, arguments, self._mode))

    def _stream(
        self, operation: OperationSpec[_R], arguments: Mapping[str, object]
    ) -> Stream[_R]:
        """Make a call whose reply is items of `R`, and return them as they arrive."""
        return cast("Stream[_R]", self._made(operation, arguments, "stream"))

    def _made(
        self,
        operation: OperationSpec[Any],
        arguments: Mapping[str, object],
        mode: CallMode,
    ) -> Any:
        link = self._link
        link.check()
        call = prepare_call(link.settings, operation, arguments, mode)
        return call.result(run(call.plan(link.clock), link.http, link.clock))

    def _raw(self) -> Self:
        """Return this resource with methods that return a `RawResponse`."""
        return type(self)(self._client, mode="raw")

    def _streaming(self) -> Self:
        """Return this resource with methods that return a `StreamedResponse`."""
        return type(self)(self._client, mode="live")


class AsyncResource:
    """The base of generated async resources."""

    def __init__(self, client: AsyncClient, *, mode: CallMode = "value") -> None:
        self._client = client
        # Resources are a part of their client; no caller is shown its link.
        self._link = client._link  # pyright: ignore[reportPrivateUsage]
        self._mode: CallMode = mode

    async def _call(
        self, operation: OperationSpec[_R], arguments: Mapping[str, object]
    ) -> _R:
        return cast("_R", await self._made(operation, arguments, self._mode))

    async def _stream(
        self, operation: OperationSpec[_R], arguments: Mapping[str, object]
    ) -> AsyncStream[_R]:
        """Make a call whose reply is items of `R`, and return them as they arrive."""
        return cast("AsyncStream[_R]", await self._made(operation, arguments, "stream"))

    async def _made(
        self,
        operation: OperationSpec[Any],
        arguments: Mapping[str, object],
        mode: CallMode,
    ) -> Any:
        link = self._link
        link.check()
        link.home.check(link.settings.service.name)
        call = prepare_call(link.settings, operation, arguments, mode)
        return call.result(await arun(call.plan(link.clock), link.http, link.clock))

    def _raw(self) -> Self:
        """Return this resource with methods that return a `RawResponse`."""
        return type(self)(self._client, mode="raw")

    def _streaming(self) -> Self:
        """Return this resource with methods that return an `AsyncStreamedResponse`."""
        return type(self)(self._client, mode="live")


def to_raw(method: Callable[P, _R]) -> Callable[P, RawResponse[_R]]:
    """Type a method of a resource made by `_raw` as what it returns."""
    return cast("Callable[P, RawResponse[_R]]", method)


def to_raw_async(
    method: Callable[P, Awaitable[_R]],
) -> Callable[P, Awaitable[RawResponse[_R]]]:
    """Type a method of an async resource made by `_raw` as what it returns."""
    return cast("Callable[P, Awaitable[RawResponse[_R]]]", method)


def to_streaming(method: Callable[P, object]) -> Callable[P, StreamedResponse]:
    """Type a method of a resource made by `_streaming` as what it returns."""
    return cast("Callable[P, StreamedResponse]", method)


def to_streaming_async(
    method: Callable[P, Awaitable[object]],
) -> Callable[P, AsyncStreaming]:
    """Make a method of an async `_streaming` resource one for `async with`."""

    def streaming(*args: P.args, **kwargs: P.kwargs) -> AsyncStreaming:
        return AsyncStreaming(method(*args, **kwargs))

    return streaming
