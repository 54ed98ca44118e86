# SPDX-License-Identifier: MIT-0
"""The calls of `acme.paths`."""

from collections.abc import Sequence

from .._runtime import (
    AsyncResource,
    OperationSpec,
    PathParameter,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    to_raw,
    to_raw_async,
)
from ..types.range_params import RangeParams

STYLES: OperationSpec[None] = OperationSpec(
    name="paths.styles",
    method="GET",
    path="/matrix/{whole}/{each}/{members}/label/{dotted}/{apart}/{object}",
    parameters=(
        PathParameter("whole", "whole", Sequence[str], style="matrix"),
        PathParameter("each", "each", Sequence[int], style="matrix", explode=True),
        PathParameter("members", "members", RangeParams, style="matrix", explode=True),
        PathParameter("dotted", "dotted", Sequence[str], style="label"),
        PathParameter("apart", "apart", Sequence[str], style="label", explode=True),
        PathParameter("object", "object", RangeParams, explode=True),
    ),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)


class Paths(SyncResource):
    """The calls under `client.paths`."""

    def styles(
        self,
        whole: Sequence[str],
        each: Sequence[int],
        members: RangeParams,
        dotted: Sequence[str],
        apart: Sequence[str],
        object: RangeParams,
    ) -> None:
        """GET /matrix/{whole}/{each}/{members}/label/{dotted}/{apart}/{object}"""
        return self._call(
            STYLES,
            {
                "whole": whole,
                "each": each,
                "members": members,
                "dotted": dotted,
                "apart": apart,
                "object": object,
            },
        )

    @property
    def with_raw_response(self) -> "PathsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return PathsWithRawResponse(self._raw())


class AsyncPaths(AsyncResource):
    """The calls under `client.paths`."""

    async def styles(
        self,
        whole: Sequence[str],
        each: Sequence[int],
        members: RangeParams,
        dotted: Sequence[str],
        apart: Sequence[str],
        object: RangeParams,
    ) -> None:
        """GET /matrix/{whole}/{each}/{members}/label/{dotted}/{apart}/{object}"""
        return await self._call(
            STYLES,
            {
                "whole": whole,
                "each": each,
                "members": members,
                "dotted": dotted,
                "apart": apart,
                "object": object,
            },
        )

    @property
    def with_raw_response(self) -> "AsyncPathsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncPathsWithRawResponse(self._raw())


class PathsWithRawResponse:
    """The calls of `Paths`, each returning the reply as it arrived."""

    def __init__(self, resource: Paths) -> None:
        self.styles = to_raw(resource.styles)


class AsyncPathsWithRawResponse:
    """The calls of `AsyncPaths`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncPaths) -> None:
        self.styles = to_raw_async(resource.styles)
