from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import httpx2

from undrift.runtime import (
    DEFAULT_DEADLINE,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    Argument,
    AsyncClient,
    BearerScheme,
    OnDeviation,
    Service,
    SyncClient,
    Validation,
)

if TYPE_CHECKING:
    from .resources.feeds import AsyncFeeds, Feeds
    from .resources.invoices import AsyncInvoices, Invoices, InvoicesWithRawResponse

SERVICE = Service(
    name="Shop",
    prefix="SHOP",
    servers={"": "https://api.shop.example"},
    arguments=(
        Argument("token", secret=True),
        Argument("company", secret=False, required=False),
    ),
    schemes={"bearerAuth": BearerScheme("token")},
)


class Shop(SyncClient):
    """Client of the Shop API."""

    def __init__(
        self,
        *,
        token: str | None = None,
        company: str | None = None,
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        deadline: float = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_MAX_RETRIES,
        validation: Validation = "record",
        http_client: httpx2.Client | None = None,
        on_deviation: OnDeviation | None = None,
    ) -> None:
        super().__init__(
            SERVICE,
            arguments={"token": token, "company": company},
            base_url=base_url,
            environment=None,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            validation=validation,
            http_client=http_client,
            on_deviation=on_deviation,
        )

    @cached_property
    def invoices(self) -> Invoices:
        """Invoices."""
        from .resources.invoices import Invoices

        return Invoices(self)

    @cached_property
    def feeds(self) -> Feeds:
        """Feeds."""
        from .resources.feeds import Feeds

        return Feeds(self)

    @property
    def with_raw_response(self) -> ShopWithRawResponse:
        """The same resources, returning replies as they arrived."""
        return ShopWithRawResponse(self)


class ShopWithRawResponse:
    def __init__(self, client: Shop) -> None:
        self._client = client

    @property
    def invoices(self) -> InvoicesWithRawResponse:
        return self._client.invoices.with_raw_response


class AsyncShop(AsyncClient):
    """Async client of the Shop API."""

    def __init__(
        self,
        *,
        token: str | None = None,
        company: str | None = None,
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        deadline: float = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_MAX_RETRIES,
        validation: Validation = "record",
        http_client: httpx2.AsyncClient | None = None,
        on_deviation: OnDeviation | None = None,
    ) -> None:
        super().__init__(
            SERVICE,
            arguments={"token": token, "company": company},
            base_url=base_url,
            environment=None,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            validation=validation,
            http_client=http_client,
            on_deviation=on_deviation,
        )

    @cached_property
    def invoices(self) -> AsyncInvoices:
        """Invoices."""
        from .resources.invoices import AsyncInvoices

        return AsyncInvoices(self)

    @cached_property
    def feeds(self) -> AsyncFeeds:
        """Feeds."""
        from .resources.feeds import AsyncFeeds

        return AsyncFeeds(self)
