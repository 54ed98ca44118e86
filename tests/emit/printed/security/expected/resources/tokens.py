# SPDX-License-Identifier: MIT-0
"""The calls of `acme.tokens`."""

from .._runtime import (
    AsyncResource,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    to_raw,
    to_raw_async,
)

BEARER: OperationSpec[None] = OperationSpec(
    name="tokens.bearer",
    method="GET",
    path="/tokens",
    security=(("bearer",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

BASIC: OperationSpec[None] = OperationSpec(
    name="tokens.basic",
    method="PUT",
    path="/tokens",
    security=(("basic",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

OAUTH: OperationSpec[None] = OperationSpec(
    name="tokens.oauth",
    method="POST",
    path="/tokens",
    security=(("oauth",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)

EITHER: OperationSpec[None] = OperationSpec(
    name="tokens.either",
    method="DELETE",
    path="/tokens",
    security=(("basic",), ("bearer",), ()),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

CUSTOM: OperationSpec[None] = OperationSpec(
    name="tokens.custom",
    method="PATCH",
    path="/tokens",
    security=((), ("shared",)),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)


class Tokens(SyncResource):
    """The calls under `client.tokens`."""

    def bearer(self) -> None:
        """GET /tokens"""
        return self._call(BEARER, {})

    def basic(self) -> None:
        """PUT /tokens"""
        return self._call(BASIC, {})

    def oauth(self) -> None:
        """POST /tokens"""
        return self._call(OAUTH, {})

    def either(self) -> None:
        """DELETE /tokens"""
        return self._call(EITHER, {})

    def custom(self) -> None:
        """PATCH /tokens"""
        return self._call(CUSTOM, {})

    @property
    def with_raw_response(self) -> "TokensWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return TokensWithRawResponse(self._raw())


class AsyncTokens(AsyncResource):
    """The calls under `client.tokens`."""

    async def bearer(self) -> None:
        """GET /tokens"""
        return await self._call(BEARER, {})

    async def basic(self) -> None:
        """PUT /tokens"""
        return await self._call(BASIC, {})

    async def oauth(self) -> None:
        """POST /tokens"""
        return await self._call(OAUTH, {})

    async def either(self) -> None:
        """DELETE /tokens"""
        return await self._call(EITHER, {})

    async def custom(self) -> None:
        """PATCH /tokens"""
        return await self._call(CUSTOM, {})

    @property
    def with_raw_response(self) -> "AsyncTokensWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncTokensWithRawResponse(self._raw())


class TokensWithRawResponse:
    """The calls of `Tokens`, each returning the reply as it arrived."""

    def __init__(self, resource: Tokens) -> None:
        self.bearer = to_raw(resource.bearer)
        self.basic = to_raw(resource.basic)
        self.oauth = to_raw(resource.oauth)
        self.either = to_raw(resource.either)
        self.custom = to_raw(resource.custom)


class AsyncTokensWithRawResponse:
    """The calls of `AsyncTokens`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncTokens) -> None:
        self.bearer = to_raw_async(resource.bearer)
        self.basic = to_raw_async(resource.basic)
        self.oauth = to_raw_async(resource.oauth)
        self.either = to_raw_async(resource.either)
        self.custom = to_raw_async(resource.custom)
