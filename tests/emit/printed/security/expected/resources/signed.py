# SPDX-License-Identifier: MIT-0
"""The calls of `acme.signed`."""

from .._runtime import (
    AsyncResource,
    BodyField,
    JsonBody,
    Omit,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    omit,
    to_raw,
    to_raw_async,
)

SIGNATURE: OperationSpec[None] = OperationSpec(
    name="signed.signature",
    method="GET",
    path="/signed",
    security=(("signature",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

SIGNATURE_OF_BODY: OperationSpec[None] = OperationSpec(
    name="signed.signature_of_body",
    method="PUT",
    path="/signed",
    body=JsonBody(fields=(BodyField("a", "a", str),)),
    security=(("signature",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

HMAC: OperationSpec[None] = OperationSpec(
    name="signed.hmac",
    method="POST",
    path="/signed",
    body=JsonBody(fields=(BodyField("a", "a", str),), required=False),
    security=(("hmac",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)


class Signed(SyncResource):
    """The calls under `client.signed`."""

    def signature(self) -> None:
        """GET /signed"""
        return self._call(SIGNATURE, {})

    def signature_of_body(self, *, a: str | Omit = omit) -> None:
        """PUT /signed"""
        return self._call(SIGNATURE_OF_BODY, {"a": a})

    def hmac(self, *, a: str | Omit = omit) -> None:
        """POST /signed"""
        return self._call(HMAC, {"a": a})

    @property
    def with_raw_response(self) -> "SignedWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return SignedWithRawResponse(self._raw())


class AsyncSigned(AsyncResource):
    """The calls under `client.signed`."""

    async def signature(self) -> None:
        """GET /signed"""
        return await self._call(SIGNATURE, {})

    async def signature_of_body(self, *, a: str | Omit = omit) -> None:
        """PUT /signed"""
        return await self._call(SIGNATURE_OF_BODY, {"a": a})

    async def hmac(self, *, a: str | Omit = omit) -> None:
        """POST /signed"""
        return await self._call(HMAC, {"a": a})

    @property
    def with_raw_response(self) -> "AsyncSignedWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncSignedWithRawResponse(self._raw())


class SignedWithRawResponse:
    """The calls of `Signed`, each returning the reply as it arrived."""

    def __init__(self, resource: Signed) -> None:
        self.signature = to_raw(resource.signature)
        self.signature_of_body = to_raw(resource.signature_of_body)
        self.hmac = to_raw(resource.hmac)


class AsyncSignedWithRawResponse:
    """The calls of `AsyncSigned`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncSigned) -> None:
        self.signature = to_raw_async(resource.signature)
        self.signature_of_body = to_raw_async(resource.signature_of_body)
        self.hmac = to_raw_async(resource.hmac)
