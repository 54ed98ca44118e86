# SPDX-License-Identifier: MIT-0
"""The calls of `acme.books`."""

from collections.abc import Mapping, Sequence

from .._runtime import (
    AsyncResource,
    BodyField,
    Date,
    Number,
    Omit,
    OperationSpec,
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
from ..types.author_params import AuthorParams
from ..types.blurb_params import BlurbParams
from ..types.book import Book, BookState
from ..types.cover_params import CoverParams
from ..types.problem import Problem

ADD: OperationSpec[Book] = OperationSpec(
    name="books.add",
    method="POST",
    path="/books",
    body=XmlBody(
        XmlDocument(
            XmlName("book", "https://library.example/ns", "lib"),
            XmlRef("Book"),
            XML_OBJECTS,
        ),
        fields=(
            BodyField("id", "id", int, required=True),
            BodyField("isbn", "isbn", str, required=True),
            BodyField("rating", "rating", Number | int | None, required=True),
            BodyField("title", "title", str, required=True),
            BodyField("maker", "maker", str, required=True),
            BodyField("price", "price", Number | int, required=True),
            BodyField("tags", "tags", Sequence[str], required=True),
            BodyField("authors", "authors", Sequence[AuthorParams], required=True),
            BodyField("formats", "formats", Sequence[str]),
            BodyField("lent", "lent", bool),
            BodyField("state", "state", BookState),
            BodyField("published", "published", Date | None),
            BodyField("subtitle", "subtitle", str | None),
            BodyField("pages", "pages", Sequence[int]),
            BodyField("names", "names", Mapping[str, str]),
            BodyField("blurb", "blurb", BlurbParams),
            BodyField("cover", "cover", CoverParams),
        ),
    ),
    responses=(
        ResponseSpec(
            "201",
            Book,
            media="xml",
            xml=XmlDocument(
                XmlName("book", "https://library.example/ns", "lib"),
                XmlRef("Book"),
                XML_OBJECTS,
            ),
        ),
    ),
    errors=(
        ResponseSpec(
            "400",
            Problem,
            media="xml",
            xml=XmlDocument(XmlName("problem"), XmlRef("Problem"), XML_OBJECTS),
        ),
    ),
    accept="application/xml",
    retry=RetryPolicy.UNSENT,
)


class Books(SyncResource):
    """The calls under `client.books`."""

    def add(
        self,
        *,
        id: int,
        isbn: str,
        rating: Number | int | None,
        title: str,
        maker: str,
        price: Number | int,
        tags: Sequence[str],
        authors: Sequence[AuthorParams],
        formats: Sequence[str] | Omit = omit,
        lent: bool | Omit = omit,
        state: BookState | Omit = omit,
        published: Date | Omit | None = omit,
        subtitle: str | Omit | None = omit,
        pages: Sequence[int] | Omit = omit,
        names: Mapping[str, str] | Omit = omit,
        blurb: BlurbParams | Omit = omit,
        cover: CoverParams | Omit = omit,
    ) -> Book:
        """POST /books

        Raises:
            BadRequestError: 400. Refused.
        """
        return self._call(
            ADD,
            {
                "id": id,
                "isbn": isbn,
                "rating": rating,
                "title": title,
                "maker": maker,
                "price": price,
                "tags": tags,
                "authors": authors,
                "formats": formats,
                "lent": lent,
                "state": state,
                "published": published,
                "subtitle": subtitle,
                "pages": pages,
                "names": names,
                "blurb": blurb,
                "cover": cover,
            },
        )

    @property
    def with_raw_response(self) -> "BooksWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return BooksWithRawResponse(self._raw())


class AsyncBooks(AsyncResource):
    """The calls under `client.books`."""

    async def add(
        self,
        *,
        id: int,
        isbn: str,
        rating: Number | int | None,
        title: str,
        maker: str,
        price: Number | int,
        tags: Sequence[str],
        authors: Sequence[AuthorParams],
        formats: Sequence[str] | Omit = omit,
        lent: bool | Omit = omit,
        state: BookState | Omit = omit,
        published: Date | Omit | None = omit,
        subtitle: str | Omit | None = omit,
        pages: Sequence[int] | Omit = omit,
        names: Mapping[str, str] | Omit = omit,
        blurb: BlurbParams | Omit = omit,
        cover: CoverParams | Omit = omit,
    ) -> Book:
        """POST /books

        Raises:
            BadRequestError: 400. Refused.
        """
        return await self._call(
            ADD,
            {
                "id": id,
                "isbn": isbn,
                "rating": rating,
                "title": title,
                "maker": maker,
                "price": price,
                "tags": tags,
                "authors": authors,
                "formats": formats,
                "lent": lent,
                "state": state,
                "published": published,
                "subtitle": subtitle,
                "pages": pages,
                "names": names,
                "blurb": blurb,
                "cover": cover,
            },
        )

    @property
    def with_raw_response(self) -> "AsyncBooksWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncBooksWithRawResponse(self._raw())


class BooksWithRawResponse:
    """The calls of `Books`, each returning the reply as it arrived."""

    def __init__(self, resource: Books) -> None:
        self.add = to_raw(resource.add)


class AsyncBooksWithRawResponse:
    """The calls of `AsyncBooks`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncBooks) -> None:
        self.add = to_raw_async(resource.add)
