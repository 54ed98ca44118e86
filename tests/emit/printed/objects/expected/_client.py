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
    from .resources.nodes import (
        AsyncNodes,
        AsyncNodesWithRawResponse,
        Nodes,
        NodesWithRawResponse,
    )
    from .resources.pairs import (
        AsyncPairs,
        AsyncPairsWithRawResponse,
        Pairs,
        PairsWithRawResponse,
    )
    from .resources.values import (
        AsyncValuesResource,
        AsyncValuesResourceWithRawResponse,
        ValuesResource,
        ValuesResourceWithRawResponse,
    )

SERVICE = Service(
    name="Acme",
    prefix="ACME",
    servers={"": "https://api.example"},
)


class Acme(SyncClient):
    """Acme client.

    What there is.

    And more than one line of it.
    """

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
            base_url: Replaces https://api.example, path included.
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
    def nodes(self) -> Nodes:
        """The calls under `nodes`."""
        from .resources.nodes import Nodes

        return Nodes(self)

    @cached_property
    def pairs(self) -> Pairs:
        """The calls under `pairs`."""
        from .resources.pairs import Pairs

        return Pairs(self)

    @cached_property
    def values(self) -> ValuesResource:
        """The calls under `values`."""
        from .resources.values import ValuesResource

        return ValuesResource(self)

    @property
    def with_raw_response(self) -> AcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AcmeWithRawResponse(self)


class AsyncAcme(AsyncClient):
    """Acme client for asyncio.

    What there is.

    And more than one line of it.
    """

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
            base_url: Replaces https://api.example, path included.
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
    def nodes(self) -> AsyncNodes:
        """The calls under `nodes`."""
        from .resources.nodes import AsyncNodes

        return AsyncNodes(self)

    @cached_property
    def pairs(self) -> AsyncPairs:
        """The calls under `pairs`."""
        from .resources.pairs import AsyncPairs

        return AsyncPairs(self)

    @cached_property
    def values(self) -> AsyncValuesResource:
        """The calls under `values`."""
        from .resources.values import AsyncValuesResource

        return AsyncValuesResource(self)

    @property
    def with_raw_response(self) -> AsyncAcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncAcmeWithRawResponse(self)


class AcmeWithRawResponse:
    """`Acme`, its calls returning replies as they arrived."""

    def __init__(self, client: Acme) -> None:
        self._client = client

    @property
    def nodes(self) -> NodesWithRawResponse:
        """The calls under `nodes`."""
        return self._client.nodes.with_raw_response

    @property
    def pairs(self) -> PairsWithRawResponse:
        """The calls under `pairs`."""
        return self._client.pairs.with_raw_response

    @property
    def values(self) -> ValuesResourceWithRawResponse:
        """The calls under `values`."""
        return self._client.values.with_raw_response


class AsyncAcmeWithRawResponse:
    """`AsyncAcme`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncAcme) -> None:
        self._client = client

    @property
    def nodes(self) -> AsyncNodesWithRawResponse:
        """The calls under `nodes`."""
        return self._client.nodes.with_raw_response

    @property
    def pairs(self) -> AsyncPairsWithRawResponse:
        """The calls under `pairs`."""
        return self._client.pairs.with_raw_response

    @property
    def values(self) -> AsyncValuesResourceWithRawResponse:
        """The calls under `values`."""
        return self._client.values.with_raw_response
