# SPDX-License-Identifier: MIT-0
"""One call: arguments in, a request to send, a reply's value out. No I/O in here."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, assert_never

from .auth import Draft, Scheme, authorize
from .bodies import content_of
from .deviation import Violation
from .encode import cookie_text, header_text, path_text, query_pairs
from .errors import RequestError, RequestValidationError
from .operation import (
    CookieParameter,
    HeaderParameter,
    Omit,
    Operation,
    Parameter,
    PathParameter,
    QueryParameter,
    omit,
)
from .policy import Clock, Finished, plan
from .replies import Reader
from .response import Decoded, RawResponse, Response
from .settings import Settings
from .transport import Plan
from .wire import Writer

R = TypeVar("R")

_LONGEST_TARGET = 32_000


@dataclass(frozen=True, slots=True)
class Call(Generic[R]):
    """A request ready to be signed and sent."""

    settings: Settings
    operation: Operation[R]
    draft: Draft
    schemes: tuple[Scheme, ...]

    def plan(self, clock: Clock) -> Plan:
        """Return the plan of this call's attempts, each signed anew."""
        arguments = self.settings.arguments
        return plan(
            lambda: authorize(self.draft, self.schemes, arguments, clock.now()),
            self.operation.resend,
            self.settings.limits,
            clock,
        )

    def result(self, finished: Finished, raw: bool) -> Any:
        """Return what the method returns: the value, or a `RawResponse` of it."""
        reader = self._reader()
        response = reader.response(finished)
        if raw:
            return RawResponse[R](response, self._decoded)
        return self._decoded(response).value

    def _reader(self) -> Reader[R]:
        settings = self.settings
        return Reader(self.operation, settings.validation, settings.redactor)

    def _decoded(self, response: Response) -> Decoded[Any]:
        decoded = self._reader().decoded(response)
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


def prepare(
    settings: Settings, operation: Operation[R], arguments: Mapping[str, object]
) -> Call[R]:
    """Turn arguments into a request, or refuse them with a `RequestError`."""
    schemes = settings.schemes_for(operation)
    address = settings.address_for(operation)
    violations: list[Violation] | None = None
    if settings.validation == "strict":
        violations = []
    writer = Writer(violations)
    parts = _Parts(address.path + operation.path)
    for parameter in operation.parameters:
        value = _argument(settings, operation, parameter, arguments)
        if not isinstance(value, Omit):
            at = f"/{_location(parameter)}/{parameter.name}"
            parts.add(parameter, writer.write(value, parameter.annotation, at))
    content = content_of(operation.body, arguments, writer)
    if violations:
        raise _violated(operation, tuple(violations))
    headers = [
        ("Host", address.host),
        ("Accept", operation.accept),
        ("Accept-Encoding", "gzip, deflate"),
        ("User-Agent", _user_agent(settings)),
        *parts.headers,
    ]
    if parts.cookies:
        headers.append(("Cookie", "; ".join(parts.cookies)))
    if content is not None:
        headers.append(("Content-Type", content.media_type))
    draft = Draft(
        method=operation.method,
        origin=address.origin,
        host=address.host,
        target=parts.target(),
        headers=tuple(headers),
        content=None if content is None else content.data,
    )
    return Call(settings, operation, draft, schemes)


@dataclass(slots=True)
class _Parts:
    """What parameters become, gathered."""

    path: str
    query: list[str] = field(default_factory=list[str])
    headers: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    cookies: list[str] = field(default_factory=list[str])

    def add(self, parameter: Parameter, written: Any) -> None:
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
        if len(target) > _LONGEST_TARGET:
            raise RequestError(f"the URL is longer than {_LONGEST_TARGET} characters")
        return target


def _argument(
    settings: Settings,
    operation: Operation[Any],
    parameter: Parameter,
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
    if isinstance(parameter, PathParameter) or parameter.required:
        needs = f"{operation.name} needs {parameter.argument}="
        if default:
            needs += f", or the client needs {settings.named((default,))}"
        raise RequestError(needs)
    return omit


def _location(parameter: Parameter) -> str:
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
    operation: Operation[Any], violations: tuple[Violation, ...]
) -> RequestValidationError:
    listed = ", ".join(f"{one.pointer}: {one.constraint}" for one in violations)
    return RequestValidationError(
        f"{operation.name} was not sent: {listed}", violations=violations
    )


def _user_agent(settings: Settings) -> str:
    return f"{settings.service.prefix.lower().replace('_', '-')}-python"
