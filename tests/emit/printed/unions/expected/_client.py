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
    from .resources.pets import (
        AsyncPets,
        AsyncPetsWithRawResponse,
        Pets,
        PetsWithRawResponse,
    )

SERVICE = Service(
    name="Acme",
    prefix="ACME",
    servers={"": "https://api.example"},
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
    def pets(self) -> Pets:
        """The calls under `pets`."""
        from .resources.pets import Pets

        return Pets(self)

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
    def pets(self) -> AsyncPets:
        """The calls under `pets`."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)

    @property
    def with_raw_response(self) -> AsyncAcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncAcmeWithRawResponse(self)


class AcmeWithRawResponse:
    """`Acme`, its calls returning replies as they arrived."""

    def __init__(self, client: Acme) -> None:
        self._client = client

    @property
    def pets(self) -> PetsWithRawResponse:
        """The calls under `pets`."""
        return self._client.pets.with_raw_response


class AsyncAcmeWithRawResponse:
    """`AsyncAcme`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncAcme) -> None:
        self._client = client

    @property
    def pets(self) -> AsyncPetsWithRawResponse:
        """The calls under `pets`."""
        return self._client.pets.with_raw_response
