# SPDX-License-Identifier: MIT-0
"""The clients that generated ones derive from.

What calls need is imported with the first resource and not with the client: it is most
of the runtime, and pydantic.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, ClassVar, Generic, NoReturn, Self, TypeVar

import httpx2

from .client_connections import AsyncClientConnections, ClientConnections
from .connections import own_async_connections, own_connections
from .deviation import OnDeviation, Validation
from .errors import ConfigurationError, RequestError
from .exchange import AsyncConnections, Connections
from .limits import (
    DEFAULT_DEADLINE,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    Clock,
    Limits,
)
from .sentinel import Omit, omit
from .service import Service
from .settings import ClientSettings, settings_of

ConnectionsT = TypeVar("ConnectionsT", Connections, AsyncConnections)


@dataclass(slots=True)
class Home:
    """The event loop that connections belong to, once there are any."""

    bound: bool = False
    loop: object = None

    def check(self, name: str) -> None:
        """Raise `RequestError` in another event loop than that of earlier calls."""
        import asyncio  # slow to import, and sync clients do without

        loop = asyncio.get_running_loop()
        if self.loop is None and self.bound:
            self.loop = loop
        if self.loop not in (None, loop):
            raise RequestError(
                f"the {name} client was used in another event loop before: "
                "its connections belong to that one, so make a client for each loop"
            )


@dataclass(slots=True)
class Link(Generic[ConnectionsT]):
    """What a client's resources make their calls with."""

    settings: ClientSettings
    http: ConnectionsT
    clock: Clock
    home: Home
    owned: bool
    """Whether connections are closed with this client, which made them."""
    closed: bool = False

    def check(self) -> None:
        """Raise `RequestError` if the client is closed."""
        if self.closed or self.http.is_closed:
            raise RequestError(f"the {self.settings.service.name} client is closed")


class _Client(Generic[ConnectionsT]):
    """What both clients share. Options are checked when the client is made.

    `timeout` bounds each phase of an attempt (connecting, each wait for data), and
    `deadline` the whole call, pauses and further attempts included; both in seconds.
    `allow_http` lets `base_url` be a plain http one of another machine: credentials
    and all else then travel unencrypted, as within a cluster or to a test server.
    A caller's own `http_client` is used for its connections alone, and never closed.
    Over that, or a proxy of the environment, a sync call can outlast the deadline: by
    one `timeout`, or while a server drips header lines.
    `on_deviation` is called once for each place where a reply is not as documented,
    before the call returns; should it raise, that is logged and the reply returned.
    """

    _clock: ClassVar[Clock] = Clock()

    def _connect(
        self, settings: ClientSettings, http: ConnectionsT, home: Home, *, owned: bool
    ) -> None:
        # No public name, which a resource might have.
        self._link: Link[ConnectionsT] = Link(settings, http, self._clock, home, owned)

    def with_options(
        self,
        *,
        timeout: float | Omit = omit,
        deadline: float | Omit = omit,
        max_retries: int | Omit = omit,
        validation: Validation | Omit = omit,
        on_deviation: OnDeviation | Omit | None = omit,
    ) -> Self:
        """Return a client that differs in these options and shares the connections."""
        old = self._link.settings
        limits = replace(
            old.limits,
            timeout=old.limits.timeout if isinstance(timeout, Omit) else timeout,
            deadline=old.limits.deadline if isinstance(deadline, Omit) else deadline,
            max_retries=(
                old.limits.max_retries if isinstance(max_retries, Omit) else max_retries
            ),
        )
        settings = old.with_options(
            limits,
            old.validation if isinstance(validation, Omit) else validation,
            old.on_deviation if isinstance(on_deviation, Omit) else on_deviation,
        )
        other = object.__new__(type(self))
        other._connect(settings, self._link.http, self._link.home, owned=False)
        return other

    def __repr__(self) -> str:
        settings = self._link.settings
        names = "".join(f", {name}=***" for name in settings.arguments)
        return f"{type(self).__name__}(base_url='{settings.address}'{names})"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} client holds connections and secrets: it can be "
            "neither pickled nor copied (with_options() makes a variant of it)"
        )


class SyncClient(_Client[Connections]):
    """The base of generated clients."""

    def __init__(
        self,
        service: Service,
        *,
        arguments: Mapping[str, str | None],
        base_url: str | None = None,
        allow_http: bool = False,
        environment: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        deadline: float = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_MAX_RETRIES,
        validation: Validation = "record",
        http_client: httpx2.Client | None = None,
        on_deviation: OnDeviation | None = None,
    ) -> None:
        settings = settings_of(
            service,
            arguments=arguments,
            base_url=base_url,
            environment=environment,
            limits=Limits(timeout, deadline, max_retries),
            validation=validation,
            on_deviation=on_deviation,
            allow_http=allow_http,
        )
        _check_http_client(http_client, httpx2.Client)
        http: Connections = (
            own_connections(direct=settings.address.is_loopback)
            if http_client is None
            else ClientConnections(http_client)
        )
        self._connect(settings, http, Home(), owned=http_client is None)

    def close(self) -> None:
        """Close this client, and the connections if it made them.

        Those of a caller's own client, or that `with_options` shares, stay open.
        """
        self._link.closed = True
        if self._link.owned:
            self._link.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncClient(_Client[AsyncConnections]):
    """The base of generated async clients, for use under asyncio."""

    def __init__(
        self,
        service: Service,
        *,
        arguments: Mapping[str, str | None],
        base_url: str | None = None,
        allow_http: bool = False,
        environment: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        deadline: float = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_MAX_RETRIES,
        validation: Validation = "record",
        http_client: httpx2.AsyncClient | None = None,
        on_deviation: OnDeviation | None = None,
    ) -> None:
        settings = settings_of(
            service,
            arguments=arguments,
            base_url=base_url,
            environment=environment,
            limits=Limits(timeout, deadline, max_retries),
            validation=validation,
            on_deviation=on_deviation,
            allow_http=allow_http,
        )
        _check_http_client(http_client, httpx2.AsyncClient)
        http: AsyncConnections = (
            own_async_connections(direct=settings.address.is_loopback)
            if http_client is None
            else AsyncClientConnections(http_client)
        )
        home = Home(bound=http_client is None)
        self._connect(settings, http, home, owned=http_client is None)

    async def aclose(self) -> None:
        """Close this client, and the connections if it made them.

        Those of a caller's own client, or that `with_options` shares, stay open.
        """
        self._link.closed = True
        if self._link.owned:
            await self._link.http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()


def _check_http_client(given: object, wanted: type[Any]) -> None:
    if given is not None and not isinstance(given, wanted):
        raise ConfigurationError(f"http_client must be an httpx2.{wanted.__name__}")
