# SPDX-License-Identifier: MIT-0
"""The calls of `acme.shelves`."""

from collections.abc import Sequence

from .._runtime import (
    AsyncResource,
    BodyField,
    Omit,
    OperationSpec,
    PathParameter,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    XmlBody,
    XmlDocument,
    XmlName,
    XmlRef,
    omit,
    to_raw,
    to_raw_async,
)
from .._xml import XML_OBJECTS
from ..types.book_params import BookParams
from ..types.shelf import Shelf

GET_SHELF: OperationSpec[Shelf] = OperationSpec(
    name="shelves.get_shelf",
    method="GET",
    path="/shelves/{id}",
    parameters=(PathParameter("id", "id", str),),
    responses=(
        ResponseSpec(
            "200",
            Shelf,
            media="xml",
            xml=XmlDocument(
                XmlName("Shelf", "urn:shelf"), XmlRef("Shelf"), XML_OBJECTS
            ),
        ),
    ),
    accept="application/xml",
    retry=RetryPolicy.SAFE,
)

PUT_SHELF: OperationSpec[None] = OperationSpec(
    name="shelves.put_shelf",
    method="PUT",
    path="/shelves/{id}",
    parameters=(PathParameter("id", "id", str),),
    body=XmlBody(
        XmlDocument(XmlName("Shelf", "urn:shelf"), XmlRef("Shelf"), XML_OBJECTS),
        fields=(
            BodyField("label", "label", str, required=True),
            BodyField("books", "books", Sequence[BookParams]),
        ),
        media_type="application/vnd.library+xml",
        required=False,
    ),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)


class Shelves(SyncResource):
    """The calls under `client.shelves`."""

    def get_shelf(self, id: str) -> Shelf:
        """GET /shelves/{id}"""
        return self._call(GET_SHELF, {"id": id})

    def put_shelf(
        self,
        id: str,
        *,
        label: str | Omit = omit,
        books: Sequence[BookParams] | Omit = omit,
    ) -> None:
        """PUT /shelves/{id}"""
        return self._call(PUT_SHELF, {"id": id, "label": label, "books": books})

    @property
    def with_raw_response(self) -> "ShelvesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return ShelvesWithRawResponse(self._raw())


class AsyncShelves(AsyncResource):
    """The calls under `client.shelves`."""

    async def get_shelf(self, id: str) -> Shelf:
        """GET /shelves/{id}"""
        return await self._call(GET_SHELF, {"id": id})

    async def put_shelf(
        self,
        id: str,
        *,
        label: str | Omit = omit,
        books: Sequence[BookParams] | Omit = omit,
    ) -> None:
        """PUT /shelves/{id}"""
        return await self._call(PUT_SHELF, {"id": id, "label": label, "books": books})

    @property
    def with_raw_response(self) -> "AsyncShelvesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncShelvesWithRawResponse(self._raw())


class ShelvesWithRawResponse:
    """The calls of `Shelves`, each returning the reply as it arrived."""

    def __init__(self, resource: Shelves) -> None:
        self.get_shelf = to_raw(resource.get_shelf)
        self.put_shelf = to_raw(resource.put_shelf)


class AsyncShelvesWithRawResponse:
    """The calls of `AsyncShelves`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncShelves) -> None:
        self.get_shelf = to_raw_async(resource.get_shelf)
        self.put_shelf = to_raw_async(resource.put_shelf)
