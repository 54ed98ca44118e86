# SPDX-License-Identifier: MIT-0
"""The calls of `acme.others`."""

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
    name="others.list",
    method="GET",
    path="/others",
    security=(("token",),),
    servers=(
        (
            "live",
            HostTemplate(
                "https://{tenant}.files.acme.test", (HostVariable("tenant", "tenant"),)
            ),
        ),
    ),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)


class Others(SyncResource):
    """The calls under `client.others`."""

    def list(self) -> None:
        """GET /others"""
        return self._call(LIST, {})

    @property
    def with_raw_response(self) -> "OthersWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return OthersWithRawResponse(self._raw())


class AsyncOthers(AsyncResource):
    """The calls under `client.others`."""

    async def list(self) -> None:
        """GET /others"""
        return await self._call(LIST, {})

    @property
    def with_raw_response(self) -> "AsyncOthersWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncOthersWithRawResponse(self._raw())


class OthersWithRawResponse:
    """The calls of `Others`, each returning the reply as it arrived."""

    def __init__(self, resource: Others) -> None:
        self.list = to_raw(resource.list)


class AsyncOthersWithRawResponse:
    """The calls of `AsyncOthers`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncOthers) -> None:
        self.list = to_raw_async(resource.list)
