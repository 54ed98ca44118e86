# SPDX-License-Identifier: MIT-0
"""The calls of `acme.things`."""

from .._runtime import (
    AsyncResource,
    HostTemplate,
    HostVariable,
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
    security=(("token",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

PUT: OperationSpec[None] = OperationSpec(
    name="things.put",
    method="PUT",
    path="/things",
    security=(("token",),),
    servers=(("", ""),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

ADD: OperationSpec[None] = OperationSpec(
    name="things.add",
    method="POST",
    path="/things",
    security=(("token",),),
    servers=(
        (
            "",
            HostTemplate(
                "/{token}/files", (HostVariable("token", "server_token", default="up"),)
            ),
        ),
    ),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)


class Things(SyncResource):
    """The calls under `client.things`."""

    def list(self) -> None:
        """GET /things"""
        return self._call(LIST, {})

    def put(self) -> None:
        """PUT /things"""
        return self._call(PUT, {})

    def add(self) -> None:
        """POST /things"""
        return self._call(ADD, {})

    @property
    def with_raw_response(self) -> "ThingsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return ThingsWithRawResponse(self._raw())


class AsyncThings(AsyncResource):
    """The calls under `client.things`."""

    async def list(self) -> None:
        """GET /things"""
        return await self._call(LIST, {})

    async def put(self) -> None:
        """PUT /things"""
        return await self._call(PUT, {})

    async def add(self) -> None:
        """POST /things"""
        return await self._call(ADD, {})

    @property
    def with_raw_response(self) -> "AsyncThingsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncThingsWithRawResponse(self._raw())


class ThingsWithRawResponse:
    """The calls of `Things`, each returning the reply as it arrived."""

    def __init__(self, resource: Things) -> None:
        self.list = to_raw(resource.list)
        self.put = to_raw(resource.put)
        self.add = to_raw(resource.add)


class AsyncThingsWithRawResponse:
    """The calls of `AsyncThings`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncThings) -> None:
        self.list = to_raw_async(resource.list)
        self.put = to_raw_async(resource.put)
        self.add = to_raw_async(resource.add)
