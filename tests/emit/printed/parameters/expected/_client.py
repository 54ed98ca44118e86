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
    Argument,
    AsyncClient,
    OnDeviation,
    Service,
    SyncClient,
    Validation,
)

if TYPE_CHECKING:
    from .resources.items import (
        AsyncItems,
        AsyncItemsWithRawResponse,
        Items,
        ItemsWithRawResponse,
    )
    from .resources.paths import (
        AsyncPaths,
        AsyncPathsWithRawResponse,
        Paths,
        PathsWithRawResponse,
    )
    from .resources.searches import (
        AsyncSearches,
        AsyncSearchesWithRawResponse,
        Searches,
        SearchesWithRawResponse,
    )

SERVICE = Service(
    name="Acme",
    prefix="ACME",
    servers={"": "https://api.example/v1"},
    arguments=(
        Argument("tenant", secret=False, required=False),
        Argument("region", secret=False, required=False),
    ),
)


class Acme(SyncClient):
    """Acme client."""

    def __init__(
        self,
        *,
        tenant: str | None = None,
        region: str | None = None,
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
            tenant: Whose items. Default of `X-Tenant`, which a call may override.
                Default: `ACME_TENANT` in the environment.
            region: Default of `X-Region`, which a call may override. Default:
                `ACME_REGION` in the environment.
            base_url: Replaces https://api.example/v1, path included.
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
            arguments={"tenant": tenant, "region": region},
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
    def items(self) -> Items:
        """The calls under `items`."""
        from .resources.items import Items

        return Items(self)

    @cached_property
    def paths(self) -> Paths:
        """The calls under `paths`."""
        from .resources.paths import Paths

        return Paths(self)

    @cached_property
    def searches(self) -> Searches:
        """The calls under `searches`."""
        from .resources.searches import Searches

        return Searches(self)

    @property
    def with_raw_response(self) -> AcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AcmeWithRawResponse(self)


class AsyncAcme(AsyncClient):
    """Acme client for asyncio."""

    def __init__(
        self,
        *,
        tenant: str | None = None,
        region: str | None = None,
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
            tenant: Whose items. Default of `X-Tenant`, which a call may override.
                Default: `ACME_TENANT` in the environment.
            region: Default of `X-Region`, which a call may override. Default:
                `ACME_REGION` in the environment.
            base_url: Replaces https://api.example/v1, path included.
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
            arguments={"tenant": tenant, "region": region},
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
    def items(self) -> AsyncItems:
        """The calls under `items`."""
        from .resources.items import AsyncItems

        return AsyncItems(self)

    @cached_property
    def paths(self) -> AsyncPaths:
        """The calls under `paths`."""
        from .resources.paths import AsyncPaths

        return AsyncPaths(self)

    @cached_property
    def searches(self) -> AsyncSearches:
        """The calls under `searches`."""
        from .resources.searches import AsyncSearches

        return AsyncSearches(self)

    @property
    def with_raw_response(self) -> AsyncAcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncAcmeWithRawResponse(self)


class AcmeWithRawResponse:
    """`Acme`, its calls returning replies as they arrived."""

    def __init__(self, client: Acme) -> None:
        self._client = client

    @property
    def items(self) -> ItemsWithRawResponse:
        """The calls under `items`."""
        return self._client.items.with_raw_response

    @property
    def paths(self) -> PathsWithRawResponse:
        """The calls under `paths`."""
        return self._client.paths.with_raw_response

    @property
    def searches(self) -> SearchesWithRawResponse:
        """The calls under `searches`."""
        return self._client.searches.with_raw_response


class AsyncAcmeWithRawResponse:
    """`AsyncAcme`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncAcme) -> None:
        self._client = client

    @property
    def items(self) -> AsyncItemsWithRawResponse:
        """The calls under `items`."""
        return self._client.items.with_raw_response

    @property
    def paths(self) -> AsyncPathsWithRawResponse:
        """The calls under `paths`."""
        return self._client.paths.with_raw_response

    @property
    def searches(self) -> AsyncSearchesWithRawResponse:
        """The calls under `searches`."""
        return self._client.searches.with_raw_response
