# SPDX-License-Identifier: MIT-0
"""`Acme` and `AsyncAcme`."""

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
    OAuth2ClientCredentialsScheme,
    OnDeviation,
    Service,
    SyncClient,
    Validation,
)

if TYPE_CHECKING:
    from .resources.files import (
        AsyncFiles,
        AsyncFilesWithRawResponse,
        Files,
        FilesWithRawResponse,
    )
    from .resources.payments import (
        AsyncPayments,
        AsyncPaymentsWithRawResponse,
        Payments,
        PaymentsWithRawResponse,
    )
    from .resources.things import (
        AsyncThings,
        AsyncThingsWithRawResponse,
        Things,
        ThingsWithRawResponse,
    )

SERVICE = Service(
    name="Acme",
    prefix="ACME",
    servers={
        "production": "https://api.example/v1",
        "sandbox": "https://sandbox.example/v1",
    },
    arguments=(
        Argument("client_id", secret=False, required=False),
        Argument("client_secret", secret=True, required=False),
        Argument("token", secret=True, required=False),
    ),
    schemes={
        "oauth": OAuth2ClientCredentialsScheme(
            token_url="https://id.example/token", token_argument="token"
        )
    },
)


class Acme(SyncClient):
    """Acme client."""

    def __init__(
        self,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        token: str | None = None,
        environment: Literal["production", "sandbox"] | None = None,
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
            client_id: Default: `ACME_CLIENT_ID` in the environment.
            client_secret: Default: `ACME_CLIENT_SECRET` in the environment.
            token: Default: `ACME_TOKEN` in the environment.
            environment: Which host to call: `production` is https://api.example/v1,
                `sandbox` is https://sandbox.example/v1. Required unless `base_url` or
                `ACME_ENVIRONMENT` is set.
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
                "client_id": client_id,
                "client_secret": client_secret,
                "token": token,
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
    def files(self) -> Files:
        """The calls under `files`."""
        from .resources.files import Files

        return Files(self)

    @cached_property
    def payments(self) -> Payments:
        """The calls under `payments`."""
        from .resources.payments import Payments

        return Payments(self)

    @cached_property
    def things(self) -> Things:
        """The calls under `things`."""
        from .resources.things import Things

        return Things(self)

    @property
    def with_raw_response(self) -> AcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AcmeWithRawResponse(self)


class AsyncAcme(AsyncClient):
    """Acme client for asyncio."""

    def __init__(
        self,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        token: str | None = None,
        environment: Literal["production", "sandbox"] | None = None,
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
            client_id: Default: `ACME_CLIENT_ID` in the environment.
            client_secret: Default: `ACME_CLIENT_SECRET` in the environment.
            token: Default: `ACME_TOKEN` in the environment.
            environment: Which host to call: `production` is https://api.example/v1,
                `sandbox` is https://sandbox.example/v1. Required unless `base_url` or
                `ACME_ENVIRONMENT` is set.
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
                "client_id": client_id,
                "client_secret": client_secret,
                "token": token,
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
    def files(self) -> AsyncFiles:
        """The calls under `files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def payments(self) -> AsyncPayments:
        """The calls under `payments`."""
        from .resources.payments import AsyncPayments

        return AsyncPayments(self)

    @cached_property
    def things(self) -> AsyncThings:
        """The calls under `things`."""
        from .resources.things import AsyncThings

        return AsyncThings(self)

    @property
    def with_raw_response(self) -> AsyncAcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncAcmeWithRawResponse(self)


class AcmeWithRawResponse:
    """`Acme`, its calls returning replies as they arrived."""

    def __init__(self, client: Acme) -> None:
        self._client = client

    @property
    def files(self) -> FilesWithRawResponse:
        """The calls under `files`."""
        return self._client.files.with_raw_response

    @property
    def payments(self) -> PaymentsWithRawResponse:
        """The calls under `payments`."""
        return self._client.payments.with_raw_response

    @property
    def things(self) -> ThingsWithRawResponse:
        """The calls under `things`."""
        return self._client.things.with_raw_response


class AsyncAcmeWithRawResponse:
    """`AsyncAcme`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncAcme) -> None:
        self._client = client

    @property
    def files(self) -> AsyncFilesWithRawResponse:
        """The calls under `files`."""
        return self._client.files.with_raw_response

    @property
    def payments(self) -> AsyncPaymentsWithRawResponse:
        """The calls under `payments`."""
        return self._client.payments.with_raw_response

    @property
    def things(self) -> AsyncThingsWithRawResponse:
        """The calls under `things`."""
        return self._client.things.with_raw_response
