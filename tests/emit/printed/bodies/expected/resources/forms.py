# SPDX-License-Identifier: MIT-0
"""The calls of `acme.forms`."""

from collections.abc import Sequence

from .._runtime import (
    AsyncResource,
    BodyField,
    File,
    FormBody,
    MultipartBody,
    Omit,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    omit,
    to_raw,
    to_raw_async,
)
from ..types.buyer_params import BuyerParams

SEND_PARTS: OperationSpec[None] = OperationSpec(
    name="forms.send_parts",
    method="PUT",
    path="/forms",
    body=MultipartBody(
        fields=(
            BodyField("photo", "photo", File, required=True, content_type="image/png"),
            BodyField("caption", "caption", str, required=True),
            BodyField(
                "about",
                "about",
                BuyerParams,
                required=True,
                content_type="application/json",
            ),
            BodyField("more", "more", list[File]),
        )
    ),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

SEND: OperationSpec[None] = OperationSpec(
    name="forms.send",
    method="POST",
    path="/forms",
    body=FormBody(
        fields=(
            BodyField("name", "name", str, required=True),
            BodyField("pages", "pages", Sequence[int], required=True, explode=False),
            BodyField("deep", "deep", BuyerParams, style="deepObject"),
        )
    ),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)


class Forms(SyncResource):
    """The calls under `client.forms`."""

    def send_parts(
        self,
        *,
        photo: File,
        caption: str,
        about: BuyerParams,
        more: list[File] | Omit = omit,
    ) -> None:
        """PUT /forms

        Args:
            photo: The picture.
        """
        return self._call(
            SEND_PARTS,
            {"photo": photo, "caption": caption, "about": about, "more": more},
        )

    def send(
        self, *, name: str, pages: Sequence[int], deep: BuyerParams | Omit = omit
    ) -> None:
        """POST /forms"""
        return self._call(SEND, {"name": name, "pages": pages, "deep": deep})

    @property
    def with_raw_response(self) -> "FormsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return FormsWithRawResponse(self._raw())


class AsyncForms(AsyncResource):
    """The calls under `client.forms`."""

    async def send_parts(
        self,
        *,
        photo: File,
        caption: str,
        about: BuyerParams,
        more: list[File] | Omit = omit,
    ) -> None:
        """PUT /forms

        Args:
            photo: The picture.
        """
        return await self._call(
            SEND_PARTS,
            {"photo": photo, "caption": caption, "about": about, "more": more},
        )

    async def send(
        self, *, name: str, pages: Sequence[int], deep: BuyerParams | Omit = omit
    ) -> None:
        """POST /forms"""
        return await self._call(SEND, {"name": name, "pages": pages, "deep": deep})

    @property
    def with_raw_response(self) -> "AsyncFormsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncFormsWithRawResponse(self._raw())


class FormsWithRawResponse:
    """The calls of `Forms`, each returning the reply as it arrived."""

    def __init__(self, resource: Forms) -> None:
        self.send_parts = to_raw(resource.send_parts)
        self.send = to_raw(resource.send)


class AsyncFormsWithRawResponse:
    """The calls of `AsyncForms`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncForms) -> None:
        self.send_parts = to_raw_async(resource.send_parts)
        self.send = to_raw_async(resource.send)
