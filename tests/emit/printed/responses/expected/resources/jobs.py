# SPDX-License-Identifier: MIT-0
"""The calls of `acme.jobs`."""

import builtins
from typing import Any

from .._runtime import (
    AsyncResource,
    Operation,
    Reply,
    Resend,
    SyncResource,
    to_raw,
    to_raw_async,
)
from ..types.job import Job
from ..types.problem import Problem

LIST: Operation[builtins.list[Job]] = Operation(
    name="jobs.list",
    method="GET",
    path="/jobs",
    replies=(Reply("default", builtins.list[Job]),),
    errors=(Reply("default", builtins.list[Job]),),
    resend=Resend.SAFE,
)

FIND: Operation[Job | None] = Operation(
    name="jobs.find",
    method="PUT",
    path="/jobs",
    replies=(Reply("2XX", Job | None, empty=True),),
    errors=(Reply("5XX", str),),
    resend=Resend.SAFE,
)

START: Operation[Job | str | None] = Operation(
    name="jobs.start",
    method="POST",
    path="/jobs",
    replies=(Reply("200", Job), Reply("202", str), Reply("204", None)),
    errors=(
        Reply("400", Problem),
        Reply("401", Any),
        Reply("409", Problem),
        Reply("418", Any),
        Reply("4XX", Any),
        Reply("503", Any),
        Reply("default", Problem),
    ),
    resend=Resend.UNSENT,
)

CLEAR: Operation[dict[str, Any] | None] = Operation(
    name="jobs.clear",
    method="DELETE",
    path="/jobs",
    replies=(Reply("200", dict[str, Any] | None, empty=True),),
    resend=Resend.SAFE,
)


class Jobs(SyncResource):
    """The calls under `client.jobs`."""

    def list(self) -> builtins.list[Job]:
        """GET /jobs"""
        return self._call(LIST, {})

    def find(self) -> Job | None:
        """PUT /jobs

        Raises:
            InternalServerError: 5XX. Broken.
        """
        return self._call(FIND, {})

    def start(self) -> Job | str | None:
        """POST /jobs

        Raises:
            BadRequestError: 400. Not understood.
            AuthenticationError: 401.
            ConflictError: 409. Already there.
            APIStatusError: 418. A teapot.
            APIStatusError: 4XX. Anything else.
            InternalServerError: 503. Later.
        """
        return self._call(START, {})

    def clear(self) -> dict[str, Any] | None:
        """DELETE /jobs"""
        return self._call(CLEAR, {})

    @property
    def with_raw_response(self) -> "JobsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return JobsWithRawResponse(self._raw())


class AsyncJobs(AsyncResource):
    """The calls under `client.jobs`."""

    async def list(self) -> builtins.list[Job]:
        """GET /jobs"""
        return await self._call(LIST, {})

    async def find(self) -> Job | None:
        """PUT /jobs

        Raises:
            InternalServerError: 5XX. Broken.
        """
        return await self._call(FIND, {})

    async def start(self) -> Job | str | None:
        """POST /jobs

        Raises:
            BadRequestError: 400. Not understood.
            AuthenticationError: 401.
            ConflictError: 409. Already there.
            APIStatusError: 418. A teapot.
            APIStatusError: 4XX. Anything else.
            InternalServerError: 503. Later.
        """
        return await self._call(START, {})

    async def clear(self) -> dict[str, Any] | None:
        """DELETE /jobs"""
        return await self._call(CLEAR, {})

    @property
    def with_raw_response(self) -> "AsyncJobsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncJobsWithRawResponse(self._raw())


class JobsWithRawResponse:
    """The calls of `Jobs`, each returning the reply as it arrived."""

    def __init__(self, resource: Jobs) -> None:
        self.list = to_raw(resource.list)
        self.find = to_raw(resource.find)
        self.start = to_raw(resource.start)
        self.clear = to_raw(resource.clear)


class AsyncJobsWithRawResponse:
    """The calls of `AsyncJobs`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncJobs) -> None:
        self.list = to_raw_async(resource.list)
        self.find = to_raw_async(resource.find)
        self.start = to_raw_async(resource.start)
        self.clear = to_raw_async(resource.clear)
