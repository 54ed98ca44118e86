# SPDX-License-Identifier: MIT-0
"""The calls of `acme.things`."""

from .._runtime import (
    AsyncResource,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    to_raw,
    to_raw_async,
)

LIST: OperationSpec[None] = OperationSpec(
    name="things.list",
    method="GET",
    path="/things",
    security=(("oauth",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)


class Things(SyncResource):
    """The calls under `client.things`."""

    def list(self) -> None:
        """GET /things"""
        return self._call(LIST, {})

    @property
    def with_raw_response(self) -> "ThingsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return ThingsWithRawResponse(self._raw())


class AsyncThings(AsyncResource):
    """The calls under `client.things`."""

    async def list(self) -> None:
        """GET /things"""
        return await self._call(LIST, {})

    @property
    def with_raw_response(self) -> "AsyncThingsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncThingsWithRawResponse(self._raw())


class ThingsWithRawResponse:
    """The calls of `Things`, each returning the reply as it arrived."""

    def __init__(self, resource: Things) -> None:
        self.list = to_raw(resource.list)


class AsyncThingsWithRawResponse:
    """The calls of `AsyncThings`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncThings) -> None:
        self.list = to_raw_async(resource.list)
