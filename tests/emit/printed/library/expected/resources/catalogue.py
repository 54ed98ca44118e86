# SPDX-License-Identifier: MIT-0
"""The calls of `acme.catalogue`."""

from .._runtime import (
    AsyncResource,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    XmlDocument,
    XmlList,
    XmlName,
    XmlRef,
    to_raw,
    to_raw_async,
)
from .._xml import XML_OBJECTS
from ..types.book import Book

LIST_BOOKS: OperationSpec[list[Book]] = OperationSpec(
    name="catalogue.list_books",
    method="GET",
    path="/books",
    responses=(
        ResponseSpec(
            "200",
            list[Book],
            media="xml",
            xml=XmlDocument(
                XmlName("books"),
                XmlList(
                    XmlName("book", "https://library.example/ns", "lib"), XmlRef("Book")
                ),
                XML_OBJECTS,
            ),
        ),
    ),
    accept="text/xml; charset=utf-8",
    retry=RetryPolicy.SAFE,
)


class Catalogue(SyncResource):
    """The calls under `client.catalogue`."""

    def list_books(self) -> list[Book]:
        """GET /books"""
        return self._call(LIST_BOOKS, {})

    @property
    def with_raw_response(self) -> "CatalogueWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return CatalogueWithRawResponse(self._raw())


class AsyncCatalogue(AsyncResource):
    """The calls under `client.catalogue`."""

    async def list_books(self) -> list[Book]:
        """GET /books"""
        return await self._call(LIST_BOOKS, {})

    @property
    def with_raw_response(self) -> "AsyncCatalogueWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncCatalogueWithRawResponse(self._raw())


class CatalogueWithRawResponse:
    """The calls of `Catalogue`, each returning the reply as it arrived."""

    def __init__(self, resource: Catalogue) -> None:
        self.list_books = to_raw(resource.list_books)


class AsyncCatalogueWithRawResponse:
    """The calls of `AsyncCatalogue`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncCatalogue) -> None:
        self.list_books = to_raw_async(resource.list_books)
