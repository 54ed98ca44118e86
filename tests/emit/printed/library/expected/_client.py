# SPDX-License-Identifier: MIT-0
"""`Acme` and `AsyncAcme`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import httpx2

from ._runtime import (
    DEFAULT_DEADLINE,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    AsyncClient,
    OnDeviation,
    Service,
    SyncClient,
    Validation,
)

if TYPE_CHECKING:
    from .resources.books import (
        AsyncBooks,
        AsyncBooksWithRawResponse,
        Books,
        BooksWithRawResponse,
    )
    from .resources.catalogue import (
        AsyncCatalogue,
        AsyncCatalogueWithRawResponse,
        Catalogue,
        CatalogueWithRawResponse,
    )
    from .resources.notes import (
        AsyncNotes,
        AsyncNotesWithRawResponse,
        Notes,
        NotesWithRawResponse,
    )
    from .resources.shelves import (
        AsyncShelves,
        AsyncShelvesWithRawResponse,
        Shelves,
        ShelvesWithRawResponse,
    )

SERVICE = Service(
    name="Acme",
    prefix="ACME",
    servers={"": "https://library.example"},
)


class Acme(SyncClient):
    """Acme client."""

    def __init__(
        self,
        *,
        base_url: str | None = None,
        allow_http: bool = False,
        timeout: float = DEFAULT_TIMEOUT,
        deadline: float = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_MAX_RETRIES,
        validation: Validation = "record",
        http_client: httpx2.Client | None = None,
        on_deviation: OnDeviation | None = None,
    ) -> None:
        """Make a client; nothing is sent yet.

        Args:
            base_url: Replaces https://library.example, path included.
            allow_http: Let `base_url` be a plain http one of another machine, as in
                a cluster or of a test server; credentials then travel unencrypted.
            timeout: Seconds that connecting, sending or reading may each take.
            deadline: Seconds that a whole call may take, retries included.
            max_retries: How often a call is sent again where that is safe.
            validation: `"record"` returns what deviates from the documentation as
                it arrived; `"strict"` raises.
            http_client: Your own httpx2 client; it is never closed here.
            on_deviation: Called with each deviation of a reply.
        """
        super().__init__(
            SERVICE,
            arguments={},
            base_url=base_url,
            allow_http=allow_http,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            validation=validation,
            http_client=http_client,
            on_deviation=on_deviation,
        )

    @cached_property
    def books(self) -> Books:
        """The calls under `books`."""
        from .resources.books import Books

        return Books(self)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The calls under `catalogue`."""
        from .resources.catalogue import Catalogue

        return Catalogue(self)

    @cached_property
    def notes(self) -> Notes:
        """The calls under `notes`."""
        from .resources.notes import Notes

        return Notes(self)

    @cached_property
    def shelves(self) -> Shelves:
        """The calls under `shelves`."""
        from .resources.shelves import Shelves

        return Shelves(self)

    @property
    def with_raw_response(self) -> AcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AcmeWithRawResponse(self)


class AsyncAcme(AsyncClient):
    """Acme client for asyncio."""

    def __init__(
        self,
        *,
        base_url: str | None = None,
        allow_http: bool = False,
        timeout: float = DEFAULT_TIMEOUT,
        deadline: float = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_MAX_RETRIES,
        validation: Validation = "record",
        http_client: httpx2.AsyncClient | None = None,
        on_deviation: OnDeviation | None = None,
    ) -> None:
        """Make a client; nothing is sent yet.

        Args:
            base_url: Replaces https://library.example, path included.
            allow_http: Let `base_url` be a plain http one of another machine, as in
                a cluster or of a test server; credentials then travel unencrypted.
            timeout: Seconds that connecting, sending or reading may each take.
            deadline: Seconds that a whole call may take, retries included.
            max_retries: How often a call is sent again where that is safe.
            validation: `"record"` returns what deviates from the documentation as
                it arrived; `"strict"` raises.
            http_client: Your own httpx2 client; it is never closed here.
            on_deviation: Called with each deviation of a reply.
        """
        super().__init__(
            SERVICE,
            arguments={},
            base_url=base_url,
            allow_http=allow_http,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            validation=validation,
            http_client=http_client,
            on_deviation=on_deviation,
        )

    @cached_property
    def books(self) -> AsyncBooks:
        """The calls under `books`."""
        from .resources.books import AsyncBooks

        return AsyncBooks(self)

    @cached_property
    def catalogue(self) -> AsyncCatalogue:
        """The calls under `catalogue`."""
        from .resources.catalogue import AsyncCatalogue

        return AsyncCatalogue(self)

    @cached_property
    def notes(self) -> AsyncNotes:
        """The calls under `notes`."""
        from .resources.notes import AsyncNotes

        return AsyncNotes(self)

    @cached_property
    def shelves(self) -> AsyncShelves:
        """The calls under `shelves`."""
        from .resources.shelves import AsyncShelves

        return AsyncShelves(self)

    @property
    def with_raw_response(self) -> AsyncAcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncAcmeWithRawResponse(self)


class AcmeWithRawResponse:
    """`Acme`, its calls returning replies as they arrived."""

    def __init__(self, client: Acme) -> None:
        self._client = client

    @property
    def books(self) -> BooksWithRawResponse:
        """The calls under `books`."""
        return self._client.books.with_raw_response

    @property
    def catalogue(self) -> CatalogueWithRawResponse:
        """The calls under `catalogue`."""
        return self._client.catalogue.with_raw_response

    @property
    def notes(self) -> NotesWithRawResponse:
        """The calls under `notes`."""
        return self._client.notes.with_raw_response

    @property
    def shelves(self) -> ShelvesWithRawResponse:
        """The calls under `shelves`."""
        return self._client.shelves.with_raw_response


class AsyncAcmeWithRawResponse:
    """`AsyncAcme`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncAcme) -> None:
        self._client = client

    @property
    def books(self) -> AsyncBooksWithRawResponse:
        """The calls under `books`."""
        return self._client.books.with_raw_response

    @property
    def catalogue(self) -> AsyncCatalogueWithRawResponse:
        """The calls under `catalogue`."""
        return self._client.catalogue.with_raw_response

    @property
    def notes(self) -> AsyncNotesWithRawResponse:
        """The calls under `notes`."""
        return self._client.notes.with_raw_response

    @property
    def shelves(self) -> AsyncShelvesWithRawResponse:
        """The calls under `shelves`."""
        return self._client.shelves.with_raw_response
