# SPDX-License-Identifier: MIT-0
"""`FireKassa` and `AsyncFireKassa`."""

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
    name="FireKassa",
    prefix="FIREKASSA",
    servers={},
    arguments=(Argument("token", secret=True),),
    schemes={"bearerAuth": BearerScheme("token")},
)


class FireKassa(SyncClient):
    """FireKassa client."""

    def __init__(
        self,
        *,
        token: str | None = None,
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
            token: Your API token. Default: `FIREKASSA_TOKEN` in the environment.
            base_url: Where the API is; the documentation names no host. Default:
                `FIREKASSA_BASE_URL` in the environment.
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
            arguments={"token": token},
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
    def with_raw_response(self) -> FireKassaWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return FireKassaWithRawResponse(self)


class AsyncFireKassa(AsyncClient):
    """FireKassa client for asyncio."""

    def __init__(
        self,
        *,
        token: str | None = None,
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
            token: Your API token. Default: `FIREKASSA_TOKEN` in the environment.
            base_url: Where the API is; the documentation names no host. Default:
                `FIREKASSA_BASE_URL` in the environment.
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
            arguments={"token": token},
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
    def with_raw_response(self) -> AsyncFireKassaWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncFireKassaWithRawResponse(self)


class FireKassaWithRawResponse:
    """`FireKassa`, its calls returning replies as they arrived."""

    def __init__(self, client: FireKassa) -> None:
        self._client = client

    @property
    def invoices(self) -> InvoicesWithRawResponse:
        """The calls under `invoices`."""
        return self._client.invoices.with_raw_response


class AsyncFireKassaWithRawResponse:
    """`AsyncFireKassa`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncFireKassa) -> None:
        self._client = client

    @property
    def invoices(self) -> AsyncInvoicesWithRawResponse:
        """The calls under `invoices`."""
        return self._client.invoices.with_raw_response
