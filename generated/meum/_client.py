# SPDX-License-Identifier: MIT-0
"""`Meum` and `AsyncMeum`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import httpx2

from ._runtime import (
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
    from .resources.invoices import (
        AsyncInvoices,
        AsyncInvoicesWithRawResponse,
        Invoices,
        InvoicesWithRawResponse,
    )

SERVICE = Service(
    name="Meum",
    prefix="MEUM",
    servers={"": "https://api.meum.io"},
    arguments=(Argument("api_key", secret=True),),
    schemes={"bearerAuth": BearerScheme("api_key")},
)


class Meum(SyncClient):
    """meum.io client.

    Public merchant API for programmatic payment management: invoices, transactions,
    payment links, webhooks, and WooCommerce integration.

    Authenticate with a store-scoped API key (`sk_live_*`) via Bearer token.
    Base URL: https://api.meum.io
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
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
            api_key: Store-scoped API key. Prefix with `sk_live_`.
                Example: `Authorization: Bearer sk_live_EXAMPLE_DO_NOT_USE`

                Default: `MEUM_API_KEY` in the environment.
            base_url: Replaces https://api.meum.io, path included.
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
            arguments={"api_key": api_key},
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
    def invoices(self) -> Invoices:
        """The calls under `invoices`."""
        from .resources.invoices import Invoices

        return Invoices(self)

    @property
    def with_raw_response(self) -> MeumWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return MeumWithRawResponse(self)


class AsyncMeum(AsyncClient):
    """meum.io client for asyncio.

    Public merchant API for programmatic payment management: invoices, transactions,
    payment links, webhooks, and WooCommerce integration.

    Authenticate with a store-scoped API key (`sk_live_*`) via Bearer token.
    Base URL: https://api.meum.io
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
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
            api_key: Store-scoped API key. Prefix with `sk_live_`.
                Example: `Authorization: Bearer sk_live_EXAMPLE_DO_NOT_USE`

                Default: `MEUM_API_KEY` in the environment.
            base_url: Replaces https://api.meum.io, path included.
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
            arguments={"api_key": api_key},
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
    def invoices(self) -> AsyncInvoices:
        """The calls under `invoices`."""
        from .resources.invoices import AsyncInvoices

        return AsyncInvoices(self)

    @property
    def with_raw_response(self) -> AsyncMeumWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncMeumWithRawResponse(self)


class MeumWithRawResponse:
    """`Meum`, its calls returning replies as they arrived."""

    def __init__(self, client: Meum) -> None:
        self._client = client

    @property
    def invoices(self) -> InvoicesWithRawResponse:
        """The calls under `invoices`."""
        return self._client.invoices.with_raw_response


class AsyncMeumWithRawResponse:
    """`AsyncMeum`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncMeum) -> None:
        self._client = client

    @property
    def invoices(self) -> AsyncInvoicesWithRawResponse:
        """The calls under `invoices`."""
        return self._client.invoices.with_raw_response
