# SPDX-License-Identifier: MIT-0
"""One call: arguments in, a request to send, a reply's value out. No I/O in here."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar, assert_never
from uuid import uuid4

from .address import target_of
from .auth import OAuth2ClientCredentialsScheme, Scheme, authorize
from .content_encoding import ACCEPTED
from .deviation import Violation
from .encode import cookie_text, header_text, path_text, query_pairs
from .errors import PackageError, RequestError, RequestValidationError
from .events import StreamItem, StreamMedia
from .limits import MAX_BYTES, Clock
from .oauth import TokenGrant, grant_request
from .operation import (
    CookieParameter,
    HeaderParameter,
    OperationSpec,
    ParameterSpec,
    PathParameter,
    QueryParameter,
    ResponseSpec,
    RetryPolicy,
)
from .request import RequestDraft
from .request_body import content_of
from .response import Decoded, RawResponse, Response
from .response_body import Arrival, AsyncArrival
from .responses import ResponseReader, documented
from .retry import Finished, Opened, Plan, plan
from .secret import Secret
from .sentinel import Omit, omit
from .serialize import Writer
from .settings import ClientSettings
from .streaming import AsyncStream, AsyncStreamedResponse, Stream, StreamedResponse

_R = TypeVar("_R")

_LONGEST_TARGET = 32_000


CallMode = Literal["value", "raw", "live", "stream"]
"""What a call returns: the value, a `RawResponse`, a reply to read, or its items."""


@dataclass(slots=True)
class _Signer:
    """Signs each request of a call, once there are tokens for its schemes."""

    call: Call[Any]
    clock: Clock
    _granted: set[OAuth2ClientCredentialsScheme] = field(
        default_factory=set[OAuth2ClientCredentialsScheme]
    )
    _used: dict[OAuth2ClientCredentialsScheme, Secret] = field(
        default_factory=dict[OAuth2ClientCredentialsScheme, Secret]
    )

    def draft(self, expires: float) -> RequestDraft | TokenGrant:
        """Return the next request, or the grant that it still needs."""
        settings = self.call.settings
        credentials = settings.arguments
        for scheme in self.call.schemes:
            if not isinstance(scheme, OAuth2ClientCredentialsScheme):
                continue
            if scheme.token_argument in settings.arguments:
                continue
            token = self._token(scheme)
            if token is None:
                self._granted.add(scheme)
                return self._grant(scheme, expires)
            self._used[scheme] = token
            credentials = {**credentials, scheme.token_argument: token}
        return authorize(
            self.call.draft, self.call.schemes, credentials, self.clock.now()
        )

    def renew(self) -> bool:
        """Forget the tokens that were refused; tell if there were any."""
        for scheme, token in self._used.items():
            self.call.settings.tokens.drop(scheme, token)
        self._granted.clear()
        return bool(self._used)

    def _token(self, scheme: OAuth2ClientCredentialsScheme) -> Secret | None:
        tokens = self.call.settings.tokens
        if scheme in self._granted:  # used at once, however soon it expires
            return tokens.latest(scheme)
        return tokens.token(scheme, self.clock.monotonic())

    def _grant(
        self, scheme: OAuth2ClientCredentialsScheme, expires: float
    ) -> TokenGrant:
        settings = self.call.settings
        request = grant_request(scheme, settings.arguments, settings.address)
        return TokenGrant(settings.tokens, scheme, request, settings.limits, expires)


@dataclass(frozen=True, slots=True)
class Call(Generic[_R]):
    """A request ready to be signed and sent."""

    settings: ClientSettings
    operation: OperationSpec[_R]
    draft: RequestDraft
    schemes: tuple[Scheme, ...]
    retry: RetryPolicy
    mode: CallMode

    def plan(self, clock: Clock) -> Plan:
        """Return the plan of this call's attempts, each signed anew."""
        live = self.mode in ("live", "stream")
        signer = _Signer(self, clock)
        return plan(signer, self.retry, self.settings.limits, clock, live=live)

    def result(self, finished: Finished) -> Any:
        """Return what the method returns, as the mode says."""
        response = self._reader().response(finished)
        if isinstance(response, Opened):
            return self._opened(response.arrival)
        if self.mode == "raw":
            return RawResponse[_R](response, self._decoded)
        return self._decoded(response).value

    def _opened(self, arrival: Arrival | AsyncArrival) -> Any:
        head = Response(arrival.status_code, arrival.headers, b"")
        reply = documented(self.operation.responses, head)
        most = self.settings.limits.max_bytes
        reading = _Reading(self._reader(), self._observed, head, reply, most)
        if self.mode == "stream":
            if isinstance(arrival, Arrival):
                return Stream[_R](arrival, reading)
            return AsyncStream[_R](arrival, reading)
        if isinstance(arrival, Arrival):
            return StreamedResponse(arrival, reading)
        return AsyncStreamedResponse(arrival, reading)

    def _reader(self) -> ResponseReader[_R]:
        settings = self.settings
        redactor = settings.redactor.joined(settings.tokens.redactor)
        return ResponseReader(self.operation, settings.validation, redactor)

    def _decoded(self, response: Response) -> Decoded[Any]:
        return self._observed(self._reader().decoded(response))

    def _observed(self, decoded: Decoded[Any]) -> Decoded[Any]:
        observer = self.settings.on_deviation
        if observer is None:
            return decoded
        for deviation in decoded.deviations:
            try:
                observer(deviation)
            except Exception as error:  # noqa: BLE001
                # A payment that went through must not look as if it had not.
                logging.getLogger(__name__).error(
                    "on_deviation raised %s; the reply is returned all the same",
                    type(error).__name__,
                )
        return decoded


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a call knows about content that is read while it arrives."""

    reader: ResponseReader[Any]
    observed: Callable[[Decoded[Any]], Decoded[Any]]
    head: Response
    reply: ResponseSpec | None
    max_bytes: int = MAX_BYTES

    @property
    def media(self) -> StreamMedia | None:
        """How the reply is split into items, None if it is not."""
        match self.reply.media if self.reply else None:
            case "sse" | "sse-event" | "jsonl" | "json-seq" as media:
                return media
            case _:
                return None

    @property
    def mismatch(self) -> str:
        """What is wrong with the content's type, "" if nothing is."""
        came = self.head.headers.get("content-type", "").partition(";")[0].strip()
        if self.media in ("sse", "sse-event") and came.lower() not in (
            "",
            "text/event-stream",
        ):
            return "the content is no stream of events"
        return ""

    def item(self, item: StreamItem) -> Any:
        """Return an item's value, or raise that it is not as documented."""
        assert self.reply is not None, "asked for streams only"
        return self.observed(self.reader.item(self.head, item, self.reply)).value

    def broken(self, reason: str) -> PackageError:
        """Return the error of content that cannot be read, or not on."""
        return self.reader.broken(self.head, reason)


def prepare_call(
    settings: ClientSettings,
    operation: OperationSpec[_R],
    arguments: Mapping[str, object],
    mode: CallMode = "value",
) -> Call[_R]:
    """Turn arguments into a request, or refuse them with a `RequestError`."""
    schemes = settings.schemes_for(operation)
    address = settings.address_for(operation)
    violations: list[Violation] | None = None
    if settings.validation == "strict":
        violations = []
    writer = Writer(violations)
    keyed = False
    parts = _Parts(address.path + operation.path)
    for parameter in operation.parameters:
        value = _argument(settings, operation, parameter, arguments)
        if isinstance(value, Omit):
            continue
        if isinstance(parameter, HeaderParameter) and parameter.generated:
            keyed = value is not None
        at = f"/{_location(parameter)}/{parameter.name}"
        parts.add(parameter, writer.write(value, parameter.annotation, at))
    content = content_of(operation.body, arguments, writer)
    if violations:
        raise _violated(operation, tuple(violations))
    headers = [
        ("Host", address.host),
        ("Accept", operation.accept),
        ("Accept-Encoding", ACCEPTED),
        ("User-Agent", _user_agent(settings)),
        *parts.headers,
    ]
    if parts.cookies:
        headers.append(("Cookie", "; ".join(parts.cookies)))
    stated = any(name.lower() == "content-type" for name, _ in parts.headers)
    if content is not None and not stated:
        headers.append(("Content-Type", content.media_type))
    draft = RequestDraft(
        method=operation.method,
        origin=address.origin,
        host=address.host,
        target=parts.target(),
        headers=tuple(headers),
        content=None if content is None else content.data,
    )
    # A server that documents the key recognises a call that it has processed.
    retry = RetryPolicy.SAFE if keyed else operation.retry
    return Call(settings, operation, draft, schemes, retry, mode)


@dataclass(slots=True)
class _Parts:
    """What parameters become, gathered."""

    path: str
    query: list[str] = field(default_factory=list[str])
    headers: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    cookies: list[str] = field(default_factory=list[str])

    def add(self, parameter: ParameterSpec, written: Any) -> None:
        """Put a parameter where it travels; None is left out but for the path."""
        match parameter:
            case PathParameter():
                text = path_text(parameter, written)
                self.path = self.path.replace(f"{{{parameter.name}}}", text)
            case _ if written is None:
                return
            case QueryParameter():
                self.query += query_pairs(parameter, written)
            case HeaderParameter():
                self.headers.append((parameter.name, header_text(parameter, written)))
            case CookieParameter():
                self.cookies.append(cookie_text(parameter, written))
            case _:
                assert_never(parameter)

    def target(self) -> str:
        """Return path and query as they are sent."""
        if any(segment in (".", "..") for segment in self.path.split("/")):
            raise RequestError("the path must hold no . or .. segment")
        joint = "&" if "?" in self.path else "?"
        query = "&".join(self.query)
        target = f"{self.path}{joint}{query}" if query else self.path
        target = target_of(target)
        if len(target) > _LONGEST_TARGET:
            raise RequestError(f"the URL is longer than {_LONGEST_TARGET} characters")
        return target


def _argument(
    settings: ClientSettings,
    operation: OperationSpec[Any],
    parameter: ParameterSpec,
    arguments: Mapping[str, object],
) -> object:
    """Return an argument, or the client's default for it; `omit` if there is none."""
    value = arguments.get(parameter.argument, omit)
    default = "" if isinstance(parameter, PathParameter) else parameter.default
    # Where the client has a default, None can only mean: whatever that is.
    if not isinstance(value, Omit) and not (default and value is None):
        return value
    if default in settings.arguments:
        return settings.arguments[default].reveal()
    if isinstance(parameter, HeaderParameter) and parameter.generated:
        return str(uuid4())
    if isinstance(parameter, PathParameter) or parameter.required:
        needs = f"{operation.name} needs {parameter.argument}="
        if default:
            needs += f", or the client needs {settings.named((default,))}"
        raise RequestError(needs)
    return omit


def _location(parameter: ParameterSpec) -> str:
    match parameter:
        case PathParameter():
            return "path"
        case QueryParameter():
            return "query"
        case HeaderParameter():
            return "header"
        case CookieParameter():
            return "cookie"
        case _:
            assert_never(parameter)


def _violated(
    operation: OperationSpec[Any], violations: tuple[Violation, ...]
) -> RequestValidationError:
    listed = ", ".join(f"{one.pointer}: {one.constraint}" for one in violations)
    return RequestValidationError(
        f"{operation.name} was not sent: {listed}", violations=violations
    )


def _user_agent(settings: ClientSettings) -> str:
    return f"{settings.service.prefix.lower().replace('_', '-')}-python"
