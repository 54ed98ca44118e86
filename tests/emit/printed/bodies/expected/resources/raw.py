# SPDX-License-Identifier: MIT-0
"""The calls of `acme.raw`."""

from typing import Literal

from .._runtime import (
    AsyncResource,
    BodyField,
    File,
    HeaderParameter,
    MultipartBody,
    Omit,
    OperationSpec,
    RawBody,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    omit,
    to_raw,
    to_raw_async,
)

PUT_OCTETS: OperationSpec[None] = OperationSpec(
    name="raw.put_octets",
    method="PUT",
    path="/raw",
    body=RawBody("body", "application/pdf"),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

PUT_TEXT: OperationSpec[None] = OperationSpec(
    name="raw.put_text",
    method="POST",
    path="/raw",
    body=RawBody("body", "text/plain", required=False),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)

PUT_PICTURE: OperationSpec[None] = OperationSpec(
    name="raw.put_picture",
    method="PATCH",
    path="/raw",
    parameters=(
        HeaderParameter(
            "content_type",
            "Content-Type",
            Literal["image/png", "image/jpeg"],
            required=True,
        ),
    ),
    body=RawBody("body", "image/png"),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)

SCAN: OperationSpec[None] = OperationSpec(
    name="raw.scan",
    method="POST",
    path="/scans",
    body=MultipartBody(
        fields=(BodyField("file", "file", File, required=True),), required=False
    ),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)


class Raw(SyncResource):
    """The calls under `client.raw`."""

    def put_octets(self, *, body: bytes) -> None:
        """PUT /raw"""
        return self._call(PUT_OCTETS, {"body": body})

    def put_text(self, *, body: str | Omit = omit) -> None:
        """POST /raw"""
        return self._call(PUT_TEXT, {"body": body})

    def put_picture(
        self, *, content_type: Literal["image/png", "image/jpeg"], body: bytes
    ) -> None:
        """PATCH /raw

        Args:
            content_type: What `body` is: image/png, image/jpeg.
        """
        return self._call(PUT_PICTURE, {"content_type": content_type, "body": body})

    def scan(self, *, file: File | Omit = omit) -> None:
        """POST /scans

        Args:
            file: The content of the one part; no name is documented for it.
        """
        return self._call(SCAN, {"file": file})

    @property
    def with_raw_response(self) -> "RawWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return RawWithRawResponse(self._raw())


class AsyncRaw(AsyncResource):
    """The calls under `client.raw`."""

    async def put_octets(self, *, body: bytes) -> None:
        """PUT /raw"""
        return await self._call(PUT_OCTETS, {"body": body})

    async def put_text(self, *, body: str | Omit = omit) -> None:
        """POST /raw"""
        return await self._call(PUT_TEXT, {"body": body})

    async def put_picture(
        self, *, content_type: Literal["image/png", "image/jpeg"], body: bytes
    ) -> None:
        """PATCH /raw

        Args:
            content_type: What `body` is: image/png, image/jpeg.
        """
        return await self._call(
            PUT_PICTURE, {"content_type": content_type, "body": body}
        )

    async def scan(self, *, file: File | Omit = omit) -> None:
        """POST /scans

        Args:
            file: The content of the one part; no name is documented for it.
        """
        return await self._call(SCAN, {"file": file})

    @property
    def with_raw_response(self) -> "AsyncRawWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncRawWithRawResponse(self._raw())


class RawWithRawResponse:
    """The calls of `Raw`, each returning the reply as it arrived."""

    def __init__(self, resource: Raw) -> None:
        self.put_octets = to_raw(resource.put_octets)
        self.put_text = to_raw(resource.put_text)
        self.put_picture = to_raw(resource.put_picture)
        self.scan = to_raw(resource.scan)


class AsyncRawWithRawResponse:
    """The calls of `AsyncRaw`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncRaw) -> None:
        self.put_octets = to_raw_async(resource.put_octets)
        self.put_text = to_raw_async(resource.put_text)
        self.put_picture = to_raw_async(resource.put_picture)
        self.scan = to_raw_async(resource.scan)
