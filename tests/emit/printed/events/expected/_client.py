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
    from .resources.chats import (
        AsyncChats,
        AsyncChatsWithRawResponse,
        Chats,
        ChatsWithRawResponse,
    )
    from .resources.events import (
        AsyncEvents,
        AsyncEventsWithRawResponse,
        Events,
        EventsWithRawResponse,
    )
    from .resources.lines import (
        AsyncLines,
        AsyncLinesWithRawResponse,
        Lines,
        LinesWithRawResponse,
    )
    from .resources.subscriptions import (
        AsyncSubscriptions,
        AsyncSubscriptionsWithRawResponse,
        Subscriptions,
        SubscriptionsWithRawResponse,
    )

SERVICE = Service(
    name="Acme",
    prefix="ACME",
    servers={},
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
            base_url: Where the API is; the documentation names no host. Default:
                `ACME_BASE_URL` in the environment.
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
    def chats(self) -> Chats:
        """The calls under `chats`."""
        from .resources.chats import Chats

        return Chats(self)

    @cached_property
    def events(self) -> Events:
        """The calls under `events`."""
        from .resources.events import Events

        return Events(self)

    @cached_property
    def lines(self) -> Lines:
        """The calls under `lines`."""
        from .resources.lines import Lines

        return Lines(self)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """The calls under `subscriptions`."""
        from .resources.subscriptions import Subscriptions

        return Subscriptions(self)

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
            base_url: Where the API is; the documentation names no host. Default:
                `ACME_BASE_URL` in the environment.
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
    def chats(self) -> AsyncChats:
        """The calls under `chats`."""
        from .resources.chats import AsyncChats

        return AsyncChats(self)

    @cached_property
    def events(self) -> AsyncEvents:
        """The calls under `events`."""
        from .resources.events import AsyncEvents

        return AsyncEvents(self)

    @cached_property
    def lines(self) -> AsyncLines:
        """The calls under `lines`."""
        from .resources.lines import AsyncLines

        return AsyncLines(self)

    @cached_property
    def subscriptions(self) -> AsyncSubscriptions:
        """The calls under `subscriptions`."""
        from .resources.subscriptions import AsyncSubscriptions

        return AsyncSubscriptions(self)

    @property
    def with_raw_response(self) -> AsyncAcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncAcmeWithRawResponse(self)


class AcmeWithRawResponse:
    """`Acme`, its calls returning replies as they arrived."""

    def __init__(self, client: Acme) -> None:
        self._client = client

    @property
    def chats(self) -> ChatsWithRawResponse:
        """The calls under `chats`."""
        return self._client.chats.with_raw_response

    @property
    def events(self) -> EventsWithRawResponse:
        """The calls under `events`."""
        return self._client.events.with_raw_response

    @property
    def lines(self) -> LinesWithRawResponse:
        """The calls under `lines`."""
        return self._client.lines.with_raw_response

    @property
    def subscriptions(self) -> SubscriptionsWithRawResponse:
        """The calls under `subscriptions`."""
        return self._client.subscriptions.with_raw_response


class AsyncAcmeWithRawResponse:
    """`AsyncAcme`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncAcme) -> None:
        self._client = client

    @property
    def chats(self) -> AsyncChatsWithRawResponse:
        """The calls under `chats`."""
        return self._client.chats.with_raw_response

    @property
    def events(self) -> AsyncEventsWithRawResponse:
        """The calls under `events`."""
        return self._client.events.with_raw_response

    @property
    def lines(self) -> AsyncLinesWithRawResponse:
        """The calls under `lines`."""
        return self._client.lines.with_raw_response

    @property
    def subscriptions(self) -> AsyncSubscriptionsWithRawResponse:
        """The calls under `subscriptions`."""
        return self._client.subscriptions.with_raw_response
