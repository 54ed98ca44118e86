# SPDX-License-Identifier: MIT-0
"""`VisaAcceptance` and `AsyncVisaAcceptance`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

import httpx2

from ._runtime import (
    DEFAULT_DEADLINE,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    Argument,
    AsyncClient,
    HttpSignatureScheme,
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
    name="VisaAcceptance",
    prefix="VISA_ACCEPTANCE",
    servers={
        "production": "https://api.visaacceptance.com",
        "test": "https://apitest.visaacceptance.com",
    },
    arguments=(
        Argument("merchant_id", secret=False),
        Argument("key_id", secret=False),
        Argument("secret_key", secret=True),
    ),
    schemes={
        "httpSignature": HttpSignatureScheme(
            header="Signature",
            algorithm="sha256",
            algorithm_name="HmacSHA256",
            key_encoding="base64",
            headers=(
                "host",
                "date",
                "request-target",
                "digest",
                "v-c-merchant-id",
            ),
            bodiless_headers=(
                "host",
                "date",
                "request-target",
                "v-c-merchant-id",
            ),
            header_arguments=(("v-c-merchant-id", "merchant_id"),),
            key_id_argument="key_id",
            secret_argument="secret_key",
        )
    },
)


class VisaAcceptance(SyncClient):
    """Visa Acceptance client."""

    def __init__(
        self,
        *,
        merchant_id: str | None = None,
        key_id: str | None = None,
        secret_key: str | None = None,
        environment: Literal["production", "test"] | None = None,
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
            merchant_id: Default: `VISA_ACCEPTANCE_MERCHANT_ID` in the environment.
            key_id: Default: `VISA_ACCEPTANCE_KEY_ID` in the environment.
            secret_key: HTTP Signature with a shared secret key. The key is given in
                base64, as the vendor's business center shows it.

                Not on the provider's page: The page says nothing about authentication.
                (https://developer.visaacceptance.com/docs/vas/en-us/platform/developer/all/rest/rest-getting-started/restgs-http-message-intro.html
                and the vendor's SDKs (authenticationsdk))

                Default: `VISA_ACCEPTANCE_SECRET_KEY` in the environment.
            environment: Which host to call: `production` is
                https://api.visaacceptance.com, `test` is
                https://apitest.visaacceptance.com. Required unless `base_url` or
                `VISA_ACCEPTANCE_ENVIRONMENT` is set.
            base_url: Replaces the whole server URL, path included.
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
            arguments={
                "merchant_id": merchant_id,
                "key_id": key_id,
                "secret_key": secret_key,
            },
            environment=environment,
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
    def with_raw_response(self) -> VisaAcceptanceWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return VisaAcceptanceWithRawResponse(self)


class AsyncVisaAcceptance(AsyncClient):
    """Visa Acceptance client for asyncio."""

    def __init__(
        self,
        *,
        merchant_id: str | None = None,
        key_id: str | None = None,
        secret_key: str | None = None,
        environment: Literal["production", "test"] | None = None,
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
            merchant_id: Default: `VISA_ACCEPTANCE_MERCHANT_ID` in the environment.
            key_id: Default: `VISA_ACCEPTANCE_KEY_ID` in the environment.
            secret_key: HTTP Signature with a shared secret key. The key is given in
                base64, as the vendor's business center shows it.

                Not on the provider's page: The page says nothing about authentication.
                (https://developer.visaacceptance.com/docs/vas/en-us/platform/developer/all/rest/rest-getting-started/restgs-http-message-intro.html
                and the vendor's SDKs (authenticationsdk))

                Default: `VISA_ACCEPTANCE_SECRET_KEY` in the environment.
            environment: Which host to call: `production` is
                https://api.visaacceptance.com, `test` is
                https://apitest.visaacceptance.com. Required unless `base_url` or
                `VISA_ACCEPTANCE_ENVIRONMENT` is set.
            base_url: Replaces the whole server URL, path included.
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
            arguments={
                "merchant_id": merchant_id,
                "key_id": key_id,
                "secret_key": secret_key,
            },
            environment=environment,
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
    def with_raw_response(self) -> AsyncVisaAcceptanceWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncVisaAcceptanceWithRawResponse(self)


class VisaAcceptanceWithRawResponse:
    """`VisaAcceptance`, its calls returning replies as they arrived."""

    def __init__(self, client: VisaAcceptance) -> None:
        self._client = client

    @property
    def invoices(self) -> InvoicesWithRawResponse:
        """The calls under `invoices`."""
        return self._client.invoices.with_raw_response


class AsyncVisaAcceptanceWithRawResponse:
    """`AsyncVisaAcceptance`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncVisaAcceptance) -> None:
        self._client = client

    @property
    def invoices(self) -> AsyncInvoicesWithRawResponse:
        """The calls under `invoices`."""
        return self._client.invoices.with_raw_response
