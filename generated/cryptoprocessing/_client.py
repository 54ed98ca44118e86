# SPDX-License-Identifier: MIT-0
"""`Cryptoprocessing` and `AsyncCryptoprocessing`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import httpx2

from ._runtime import (
    DEFAULT_DEADLINE,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    ApiKeyScheme,
    Argument,
    AsyncClient,
    HmacScheme,
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
    name="Cryptoprocessing",
    prefix="CRYPTOPROCESSING",
    servers={"": "https://app.cryptoprocessing.com/api/v2"},
    arguments=(
        Argument("api_key", secret=True),
        Argument("secret_key", secret=True),
    ),
    schemes={
        "xProcessingKey": ApiKeyScheme("header", "X-Processing-Key", "api_key"),
        "xProcessingSignature": HmacScheme(
            header="X-Processing-Signature",
            algorithm="sha512",
            encoding="hex",
            key_encoding="utf-8",
            secret_argument="secret_key",
        ),
    },
)


class Cryptoprocessing(SyncClient):
    """cryptoprocessing.com client.

    Documentation for merchant backend processing endpoints
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        secret_key: str | None = None,
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
            api_key: Your [API key](/integration-guide/get-your-api-key). Default:
                `CRYPTOPROCESSING_API_KEY` in the environment.
            secret_key: Signature of the request body, made with your secret key.
                Default: `CRYPTOPROCESSING_SECRET_KEY` in the environment.
            base_url: Replaces https://app.cryptoprocessing.com/api/v2, path
                included.
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
            arguments={"api_key": api_key, "secret_key": secret_key},
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
    def with_raw_response(self) -> CryptoprocessingWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return CryptoprocessingWithRawResponse(self)


class AsyncCryptoprocessing(AsyncClient):
    """cryptoprocessing.com client for asyncio.

    Documentation for merchant backend processing endpoints
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        secret_key: str | None = None,
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
            api_key: Your [API key](/integration-guide/get-your-api-key). Default:
                `CRYPTOPROCESSING_API_KEY` in the environment.
            secret_key: Signature of the request body, made with your secret key.
                Default: `CRYPTOPROCESSING_SECRET_KEY` in the environment.
            base_url: Replaces https://app.cryptoprocessing.com/api/v2, path
                included.
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
            arguments={"api_key": api_key, "secret_key": secret_key},
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
    def with_raw_response(self) -> AsyncCryptoprocessingWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncCryptoprocessingWithRawResponse(self)


class CryptoprocessingWithRawResponse:
    """`Cryptoprocessing`, its calls returning replies as they arrived."""

    def __init__(self, client: Cryptoprocessing) -> None:
        self._client = client

    @property
    def invoices(self) -> InvoicesWithRawResponse:
        """The calls under `invoices`."""
        return self._client.invoices.with_raw_response


class AsyncCryptoprocessingWithRawResponse:
    """`AsyncCryptoprocessing`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncCryptoprocessing) -> None:
        self._client = client

    @property
    def invoices(self) -> AsyncInvoicesWithRawResponse:
        """The calls under `invoices`."""
        return self._client.invoices.with_raw_response
