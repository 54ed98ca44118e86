# SPDX-License-Identifier: MIT-0
"""The calls of `acme.jobs`."""

import builtins
from typing import Any

from .._runtime import (
    AsyncResource,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    to_raw,
    to_raw_async,
)
from ..types.job import Job
from ..types.jobs_retry import JobsRetryError412
from ..types.problem import Problem

LIST: OperationSpec[builtins.list[Job]] = OperationSpec(
    name="jobs.list",
    method="GET",
    path="/jobs",
    responses=(ResponseSpec("default", builtins.list[Job]),),
    errors=(ResponseSpec("404", Any), ResponseSpec("default", builtins.list[Job])),
    retry=RetryPolicy.SAFE,
)

FIND: OperationSpec[Job | None] = OperationSpec(
    name="jobs.find",
    method="PUT",
    path="/jobs",
    responses=(ResponseSpec("2XX", Job | None, empty=True),),
    errors=(ResponseSpec("5XX", str),),
    retry=RetryPolicy.SAFE,
)

START: OperationSpec[Job | str | None] = OperationSpec(
    name="jobs.start",
    method="POST",
    path="/jobs",
    responses=(
        ResponseSpec("200", Job),
        ResponseSpec("202", str),
        ResponseSpec("204", None),
    ),
    errors=(
        ResponseSpec("400", Problem),
        ResponseSpec("401", Any),
        ResponseSpec("409", Problem),
        ResponseSpec("418", Any),
        ResponseSpec("4XX", Any),
        ResponseSpec("503", Any),
        ResponseSpec("default", Problem),
    ),
    retry=RetryPolicy.UNSENT,
)

CLEAR: OperationSpec[dict[str, Any] | None] = OperationSpec(
    name="jobs.clear",
    method="DELETE",
    path="/jobs",
    responses=(ResponseSpec("200", dict[str, Any] | None, empty=True),),
    retry=RetryPolicy.SAFE,
)

RETRY: OperationSpec[Job | None] = OperationSpec(
    name="jobs.retry",
    method="PATCH",
    path="/jobs",
    responses=(
        ResponseSpec("202", None),
        ResponseSpec("203", Job),
        ResponseSpec("206", None, empty=True),
    ),
    errors=(
        ResponseSpec("423", Problem | None),
        ResponseSpec("412", JobsRetryError412),
    ),
    retry=RetryPolicy.UNSENT,
)


class Jobs(SyncResource):
    """The calls under `client.jobs`."""

    def list(self) -> builtins.list[Job]:
        """GET /jobs

        Raises:
            NotFoundError: 404. None yet.
        """
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

    def retry(self) -> Job | None:
        """PATCH /jobs

        Raises:
            APIStatusError: 423. Locked.
            APIStatusError: 412. What else.
        """
        return self._call(RETRY, {})

    @property
    def with_raw_response(self) -> "JobsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return JobsWithRawResponse(self._raw())


class AsyncJobs(AsyncResource):
    """The calls under `client.jobs`."""

    async def list(self) -> builtins.list[Job]:
        """GET /jobs

        Raises:
            NotFoundError: 404. None yet.
        """
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

    async def retry(self) -> Job | None:
        """PATCH /jobs

        Raises:
            APIStatusError: 423. Locked.
            APIStatusError: 412. What else.
        """
        return await self._call(RETRY, {})

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
        self.retry = to_raw(resource.retry)


class AsyncJobsWithRawResponse:
    """The calls of `AsyncJobs`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncJobs) -> None:
        self.list = to_raw_async(resource.list)
        self.find = to_raw_async(resource.find)
        self.start = to_raw_async(resource.start)
        self.clear = to_raw_async(resource.clear)
        self.retry = to_raw_async(resource.retry)
