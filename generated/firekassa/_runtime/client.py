# SPDX-License-Identifier: MIT-0
"""The clients and resources that generated ones derive from."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, ClassVar, Generic, NoReturn, ParamSpec, Self, TypeVar, cast

import httpx2

from .call import Mode, prepare
from .deviation import OnDeviation
from .errors import ConfigurationError, RequestError
from .operation import Omit, Operation, Service, omit
from .policy import (
    DEFAULT_DEADLINE,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    Clock,
    Limits,
)
from .replies import Validation
from .response import RawResponse
from .settings import Settings, settings_of
from .streaming import AsyncStream, AsyncStreaming, Stream, StreamedResponse
from .transport import arun, own_async_client, own_client, run

P = ParamSpec("P")
R = TypeVar("R")
Http = TypeVar("Http", httpx2.Client, httpx2.AsyncClient)


@dataclass(slots=True)
class _Home:
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


class _Client(Generic[Http]):
    """What both clients share. Options are checked when the client is made.

    `timeout` bounds each phase of an attempt (connecting, each wait for data), and
    `deadline` the whole call, pauses and further attempts included; both in seconds.
    The deadline is looked at whenever something arrives of a reply's content, so that a
    sync call can outlast it by one `timeout`, or while a server drips header lines.
    A caller's own `http_client` is used for its connections alone, and never closed.
    `on_deviation` is called once for each place where a reply is not as documented,
    before the call returns; should it raise, that is logged and the reply returned.
    """

    _clock: ClassVar[Clock] = Clock()

    def _connect(
        self, settings: Settings, http: Http, *, owned: bool, home: _Home
    ) -> None:
        self._settings = settings
        self._http: Http = http
        self._owned = owned
        self._home = home
        self._closed = False

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
        old = self._settings
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
        # Connections are closed by the client that made them.
        other._connect(settings, self._http, owned=False, home=self._home)
        return other

    def _check_open(self) -> None:
        if self._closed or self._http.is_closed:
            raise RequestError(f"the {self._settings.service.name} client is closed")

    def __repr__(self) -> str:
        settings = self._settings
        names = "".join(f", {name}=***" for name in settings.arguments)
        return f"{type(self).__name__}(base_url='{settings.address}'{names})"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} client holds connections and secrets: it can be "
            "neither pickled nor copied (with_options() makes a variant of it)"
        )


class SyncClient(_Client[httpx2.Client]):
    """The base of generated clients."""

    def __init__(
        self,
        service: Service,
        *,
        arguments: Mapping[str, str | None],
        base_url: str | None = None,
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
        )
        _check_http_client(http_client, httpx2.Client)
        direct = settings.address.is_loopback
        http = own_client(direct=direct) if http_client is None else http_client
        self._connect(settings, http, owned=http_client is None, home=_Home())

    def close(self) -> None:
        """Close this client, and the connections if it made them.

        Those of a caller's own client, or that `with_options` shares, stay open.
        """
        self._closed = True
        if self._owned:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _request(
        self,
        operation: Operation[R],
        arguments: Mapping[str, object],
        mode: Mode = "value",
    ) -> R:
        self._check_open()
        call = prepare(self._settings, operation, arguments, mode)
        finished = run(call.plan(self._clock), self._http, self._clock)
        return cast("R", call.result(finished))


class AsyncClient(_Client[httpx2.AsyncClient]):
    """The base of generated async clients, for use under asyncio."""

    def __init__(
        self,
        service: Service,
        *,
        arguments: Mapping[str, str | None],
        base_url: str | None = None,
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
        )
        _check_http_client(http_client, httpx2.AsyncClient)
        direct = settings.address.is_loopback
        http = own_async_client(direct=direct) if http_client is None else http_client
        home = _Home(bound=http_client is None)
        self._connect(settings, http, owned=http_client is None, home=home)

    async def aclose(self) -> None:
        """Close this client, and the connections if it made them.

        Those of a caller's own client, or that `with_options` shares, stay open.
        """
        self._closed = True
        if self._owned:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def _request(
        self,
        operation: Operation[R],
        arguments: Mapping[str, object],
        mode: Mode = "value",
    ) -> R:
        self._check_open()
        self._home.check(self._settings.service.name)
        call = prepare(self._settings, operation, arguments, mode)
        finished = await arun(call.plan(self._clock), self._http, self._clock)
        return cast("R", call.result(finished))


def _check_http_client(given: object, wanted: type[Any]) -> None:
    if given is not None and not isinstance(given, wanted):
        raise ConfigurationError(f"http_client must be an httpx2.{wanted.__name__}")


class SyncResource:
    """The base of generated resources: typed methods over one client."""

    def __init__(self, client: SyncClient, *, mode: Mode = "value") -> None:
        self._client = client
        self._mode: Mode = mode

    def _call(self, operation: Operation[R], arguments: Mapping[str, object]) -> R:
        # no public method, which a resource's name might collide with
        request = self._client._request  # pyright: ignore[reportPrivateUsage]
        return request(operation, arguments, self._mode)

    def _stream(
        self, operation: Operation[R], arguments: Mapping[str, object]
    ) -> Stream[R]:
        """Make a call whose reply is items of `R`, and return them as they arrive."""
        request = self._client._request  # pyright: ignore[reportPrivateUsage]
        return cast("Stream[R]", request(operation, arguments, "stream"))

    def _raw(self) -> Self:
        """Return this resource with methods that return a `RawResponse`."""
        return type(self)(self._client, mode="raw")

    def _streaming(self) -> Self:
        """Return this resource with methods that return a `StreamedResponse`."""
        return type(self)(self._client, mode="live")


class AsyncResource:
    """The base of generated async resources: typed methods over one client."""

    def __init__(self, client: AsyncClient, *, mode: Mode = "value") -> None:
        self._client = client
        self._mode: Mode = mode

    async def _call(
        self, operation: Operation[R], arguments: Mapping[str, object]
    ) -> R:
        # no public method, which a resource's name might collide with
        request = self._client._request  # pyright: ignore[reportPrivateUsage]
        return await request(operation, arguments, self._mode)

    async def _stream(
        self, operation: Operation[R], arguments: Mapping[str, object]
    ) -> AsyncStream[R]:
        """Make a call whose reply is items of `R`, and return them as they arrive."""
        request = self._client._request  # pyright: ignore[reportPrivateUsage]
        return cast("AsyncStream[R]", await request(operation, arguments, "stream"))

    def _raw(self) -> Self:
        """Return this resource with methods that return a `RawResponse`."""
        return type(self)(self._client, mode="raw")

    def _streaming(self) -> Self:
        """Return this resource with methods that return an `AsyncStreamedResponse`."""
        return type(self)(self._client, mode="live")


def to_raw(method: Callable[P, R]) -> Callable[P, RawResponse[R]]:
    """Type a method of a resource made by `_raw` as what it returns."""
    return cast("Callable[P, RawResponse[R]]", method)


def to_raw_async(
    method: Callable[P, Awaitable[R]],
) -> Callable[P, Awaitable[RawResponse[R]]]:
    """Type a method of an async resource made by `_raw` as what it returns."""
    return cast("Callable[P, Awaitable[RawResponse[R]]]", method)


def to_streaming(method: Callable[P, object]) -> Callable[P, StreamedResponse]:
    """Type a method of a resource made by `_streaming` as what it returns."""
    return cast("Callable[P, StreamedResponse]", method)


def to_streaming_async(
    method: Callable[P, Awaitable[object]],
) -> Callable[P, AsyncStreaming]:
    """Make a method of an async `_streaming` resource one for `async with`."""

    def streaming(*args: P.args, **kwargs: P.kwargs) -> AsyncStreaming:
        return AsyncStreaming(method(*args, **kwargs))

    return streaming
