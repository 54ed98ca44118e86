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
    BearerScheme,
    HostTemplate,
    HostVariable,
    OnDeviation,
    Service,
    SyncClient,
    Validation,
)

if TYPE_CHECKING:
    from .resources.others import (
        AsyncOthers,
        AsyncOthersWithRawResponse,
        Others,
        OthersWithRawResponse,
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
        "live": HostTemplate(
            "https://{tenant}.acme.test/{version}",
            (
                HostVariable("tenant", "tenant"),
                HostVariable("version", "version", default="v2", values=("v1", "v2")),
            ),
        ),
        "sandbox": HostTemplate(
            "https://{region}.sandbox.acme.test:{port}/{base}",
            (
                HostVariable("region", "region", default="eu"),
                HostVariable("port", "port", default="8443"),
                HostVariable("base", "base", default="/api/v2"),
            ),
        ),
    },
    arguments=(
        Argument("token", secret=True),
        Argument("tenant", secret=False, required=False),
        Argument("version", secret=False, required=False),
        Argument("region", secret=False, required=False),
        Argument("port", secret=False, required=False),
        Argument("base", secret=False, required=False),
        Argument("server_token", secret=False, required=False),
    ),
    schemes={"token": BearerScheme("token")},
)


class Acme(SyncClient):
    """Acme client."""

    def __init__(
        self,
        *,
        token: str | None = None,
        tenant: str | None = None,
        version: Literal["v1", "v2"] | None = None,
        region: str | None = None,
        port: str | None = None,
        base: str | None = None,
        server_token: str | None = None,
        environment: Literal["live", "sandbox"] | None = None,
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
            token: Default: `ACME_TOKEN` in the environment.
            tenant: What your account is called. The part `{tenant}` of the server's
                URL. Default: `ACME_TENANT` in the environment.
            version: Of the API. The part `{version}` of the server's URL. Usually
                `v2`. Default: `ACME_VERSION` in the environment.
            region: The part `{region}` of the server's URL. Usually `eu`. Default:
                `ACME_REGION` in the environment.
            port: The part `{port}` of the server's URL. Usually `8443`. Default:
                `ACME_PORT` in the environment.
            base: The part `{base}` of the server's URL. Usually `/api/v2`. Default:
                `ACME_BASE` in the environment.
            server_token: The part `{token}` of the server's URL. Usually `up`.
                Default: `ACME_SERVER_TOKEN` in the environment.
            environment: Which host to call: `live` is
                https://{tenant}.acme.test/{version}, `sandbox` is
                https://{region}.sandbox.acme.test:{port}/{base}. Required unless
                `base_url` or `ACME_ENVIRONMENT` is set.
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
                "token": token,
                "tenant": tenant,
                "version": version,
                "region": region,
                "port": port,
                "base": base,
                "server_token": server_token,
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
    def others(self) -> Others:
        """The calls under `others`."""
        from .resources.others import Others

        return Others(self)

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
        token: str | None = None,
        tenant: str | None = None,
        version: Literal["v1", "v2"] | None = None,
        region: str | None = None,
        port: str | None = None,
        base: str | None = None,
        server_token: str | None = None,
        environment: Literal["live", "sandbox"] | None = None,
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
            token: Default: `ACME_TOKEN` in the environment.
            tenant: What your account is called. The part `{tenant}` of the server's
                URL. Default: `ACME_TENANT` in the environment.
            version: Of the API. The part `{version}` of the server's URL. Usually
                `v2`. Default: `ACME_VERSION` in the environment.
            region: The part `{region}` of the server's URL. Usually `eu`. Default:
                `ACME_REGION` in the environment.
            port: The part `{port}` of the server's URL. Usually `8443`. Default:
                `ACME_PORT` in the environment.
            base: The part `{base}` of the server's URL. Usually `/api/v2`. Default:
                `ACME_BASE` in the environment.
            server_token: The part `{token}` of the server's URL. Usually `up`.
                Default: `ACME_SERVER_TOKEN` in the environment.
            environment: Which host to call: `live` is
                https://{tenant}.acme.test/{version}, `sandbox` is
                https://{region}.sandbox.acme.test:{port}/{base}. Required unless
                `base_url` or `ACME_ENVIRONMENT` is set.
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
                "token": token,
                "tenant": tenant,
                "version": version,
                "region": region,
                "port": port,
                "base": base,
                "server_token": server_token,
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
    def others(self) -> AsyncOthers:
        """The calls under `others`."""
        from .resources.others import AsyncOthers

        return AsyncOthers(self)

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
    def others(self) -> OthersWithRawResponse:
        """The calls under `others`."""
        return self._client.others.with_raw_response

    @property
    def things(self) -> ThingsWithRawResponse:
        """The calls under `things`."""
        return self._client.things.with_raw_response


class AsyncAcmeWithRawResponse:
    """`AsyncAcme`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncAcme) -> None:
        self._client = client

    @property
    def others(self) -> AsyncOthersWithRawResponse:
        """The calls under `others`."""
        return self._client.others.with_raw_response

    @property
    def things(self) -> AsyncThingsWithRawResponse:
        """The calls under `things`."""
        return self._client.things.with_raw_response
