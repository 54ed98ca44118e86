# SPDX-License-Identifier: MIT-0
"""The calls of `acme.keys`."""

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

HEADER: OperationSpec[None] = OperationSpec(
    name="keys.header",
    method="GET",
    path="/keys",
    security=(("headerKey",),),
    responses=(ResponseSpec("204", None),),
    errors=(ResponseSpec("401", Any),),
    retry=RetryPolicy.SAFE,
)

QUERY: OperationSpec[None] = OperationSpec(
    name="keys.query",
    method="PUT",
    path="/keys",
    security=(("queryKey",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

TOGETHER: OperationSpec[None] = OperationSpec(
    name="keys.together",
    method="POST",
    path="/keys",
    security=(("headerKey", "cookieKey"),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)

COOKIE: OperationSpec[None] = OperationSpec(
    name="keys.cookie",
    method="DELETE",
    path="/keys",
    security=(("cookieKey",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

NONE: OperationSpec[None] = OperationSpec(
    name="keys.none",
    method="HEAD",
    path="/keys",
    responses=(ResponseSpec("200", None),),
    retry=RetryPolicy.SAFE,
)


class Keys(SyncResource):
    """The calls under `client.keys`."""

    def header(self) -> None:
        """GET /keys

        Raises:
            AuthenticationError: 401. Who are you?
        """
        return self._call(HEADER, {})

    def query(self) -> None:
        """PUT /keys"""
        return self._call(QUERY, {})

    def together(self) -> None:
        """POST /keys"""
        return self._call(TOGETHER, {})

    def cookie(self) -> None:
        """DELETE /keys"""
        return self._call(COOKIE, {})

    def none(self) -> None:
        """HEAD /keys"""
        return self._call(NONE, {})

    @property
    def with_raw_response(self) -> "KeysWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return KeysWithRawResponse(self._raw())


class AsyncKeys(AsyncResource):
    """The calls under `client.keys`."""

    async def header(self) -> None:
        """GET /keys

        Raises:
            AuthenticationError: 401. Who are you?
        """
        return await self._call(HEADER, {})

    async def query(self) -> None:
        """PUT /keys"""
        return await self._call(QUERY, {})

    async def together(self) -> None:
        """POST /keys"""
        return await self._call(TOGETHER, {})

    async def cookie(self) -> None:
        """DELETE /keys"""
        return await self._call(COOKIE, {})

    async def none(self) -> None:
        """HEAD /keys"""
        return await self._call(NONE, {})

    @property
    def with_raw_response(self) -> "AsyncKeysWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncKeysWithRawResponse(self._raw())


class KeysWithRawResponse:
    """The calls of `Keys`, each returning the reply as it arrived."""

    def __init__(self, resource: Keys) -> None:
        self.header = to_raw(resource.header)
        self.query = to_raw(resource.query)
        self.together = to_raw(resource.together)
        self.cookie = to_raw(resource.cookie)
        self.none = to_raw(resource.none)


class AsyncKeysWithRawResponse:
    """The calls of `AsyncKeys`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncKeys) -> None:
        self.header = to_raw_async(resource.header)
        self.query = to_raw_async(resource.query)
        self.together = to_raw_async(resource.together)
        self.cookie = to_raw_async(resource.cookie)
        self.none = to_raw_async(resource.none)
