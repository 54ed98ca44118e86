# SPDX-License-Identifier: MIT-0
"""What a client is made with: credentials, address and options, checked at once."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from .address import Address, address_of
from .auth import Scheme
from .deviation import OnDeviation, Validation
from .errors import ConfigurationError, MissingCredentialError, RequestError
from .headers import checked_header
from .hosts import ServiceHost, is_path
from .limits import Limits
from .secret import Redactor, Secret
from .service import Service
from .tokens import Tokens

if TYPE_CHECKING:
    from .operation import OperationSpec


@dataclass(frozen=True, slots=True)
class ClientSettings:
    """Everything about a client but its connections; shared, never changed."""

    service: Service
    arguments: Mapping[str, Secret]
    address: Address
    environment: str | None
    fixed: bool
    """Whether `base_url` was given, which every operation then uses."""
    limits: Limits
    validation: Validation
    on_deviation: OnDeviation | None
    redactor: Redactor
    tokens: Tokens = field(default_factory=Tokens)

    def address_for(self, operation: OperationSpec[Any]) -> Address:
        """Return where an operation is: its own documented host or the client's."""
        if not operation.servers:
            return self.address
        servers = dict(operation.servers)
        host = servers.get(self.environment or "", operation.servers[0][1])
        if is_path(host):
            path = _filled(self.service, host, self.arguments)
            return address_of(f"{self.address.origin}{path}", allow_http=True)
        if self.fixed:
            return self.address
        known = self.environment in self.service.servers
        if known and not {self.environment or "", ""} & set(servers):
            host = ""
        if host == "":
            raise ConfigurationError(
                f"{operation.name} needs {_named(self.service, 'base_url')}:"
                " its documentation names no host for it that can be called"
            )
        return address_of(_filled(self.service, host, self.arguments))

    def schemes_for(self, operation: OperationSpec[Any]) -> tuple[Scheme, ...]:
        """Return the schemes of the first alternative with all its credentials.

        That nobody needs to say who calls is the last one: who can say it, does.
        """
        missing: list[tuple[str, ...]] = []
        for alternative in sorted(operation.security, key=lambda names: not names):
            schemes = tuple(self.service.schemes[name] for name in alternative)
            needed = tuple(
                name for scheme in schemes for name in scheme.missing(self.arguments)
            )
            if not needed:
                return schemes
            missing.append(needed)
        if not missing:
            return ()
        wanted = ", or ".join(map(self.named, dict.fromkeys(missing)))
        raise MissingCredentialError(f"{operation.name} needs {wanted}")

    def named(self, arguments: tuple[str, ...]) -> str:
        """Return arguments with the environment variables that can give them."""
        return " and ".join(_named(self.service, name) for name in arguments)

    def with_options(
        self,
        limits: Limits,
        validation: Validation,
        on_deviation: OnDeviation | None,
    ) -> ClientSettings:
        """Return settings that differ in these, checked."""
        _check_limits(limits)
        _check_validation(validation)
        _check_observer(on_deviation)
        return replace(
            self, limits=limits, validation=validation, on_deviation=on_deviation
        )


def settings_of(
    service: Service,
    *,
    arguments: Mapping[str, str | None],
    base_url: str | None,
    environment: str | None,
    limits: Limits,
    validation: Validation,
    on_deviation: OnDeviation | None,
    allow_http: bool = False,
) -> ClientSettings:
    """Check what a client was constructed with; raise `ConfigurationError`."""
    _check_limits(limits)
    _check_validation(validation)
    _check_observer(on_deviation)
    _check_allowed(allow_http)
    given = _given(service, arguments)
    base_url = _chosen(service, "base_url", base_url)
    environment = _chosen(service, "environment", environment)
    for scheme in service.schemes.values():
        if problem := scheme.problem(given):
            raise ConfigurationError(problem)
    return ClientSettings(
        service=service,
        arguments=given,
        address=_address(service, base_url, environment, given, allow_http=allow_http),
        environment=environment,
        fixed=base_url is not None,
        limits=limits,
        validation=validation,
        on_deviation=on_deviation,
        redactor=_redactor(service, given),
    )


def _given(service: Service, arguments: Mapping[str, str | None]) -> dict[str, Secret]:
    """Return the arguments that are there, explicit ones before the environment."""
    given: dict[str, Secret] = {}
    schemes = service.schemes.values()
    used = {name for scheme in schemes for name in scheme.arguments}
    verbatim = {name for scheme in schemes for name in scheme.verbatim}
    missing: list[str] = []
    for argument in service.arguments:
        name = argument.name
        value = arguments.get(name) or os.environ.get(_variable(service, name))
        if value:
            if name in used:
                _check_credential(name, value, encoded=name not in verbatim)
            given[name] = Secret(value)
        elif argument.required:
            missing.append(_named(service, name))
    if missing:
        raise MissingCredentialError(f"{service.name} needs {' and '.join(missing)}")
    return given


def _variable(service: Service, argument: str) -> str:
    return f"{service.prefix}_{argument}".upper()


def _named(service: Service, argument: str) -> str:
    return f"{argument}= (or {_variable(service, argument)} in the environment)"


def _check_credential(name: str, value: object, *, encoded: bool) -> None:
    """Raise `ConfigurationError` for what cannot be sent; `encoded`, more can be."""
    if not isinstance(value, str):
        raise ConfigurationError(f"{name} must be a string")
    problem = ""
    if encoded:
        if any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in value):
            problem = "must not hold control characters"
        elif any(0xD800 <= ord(char) <= 0xDFFF for char in value):
            problem = "is not valid Unicode"
    elif not value.isascii():
        problem = "must hold ASCII characters only"
    else:
        try:
            checked_header(value, "")
        except RequestError as error:
            problem = str(error).strip()
    if problem:
        raise ConfigurationError(f"{name} {problem}")


def _redactor(service: Service, given: Mapping[str, Secret]) -> Redactor:
    secret = [
        given[argument.name].reveal()
        for argument in service.arguments
        if argument.secret and argument.name in given
    ]
    for scheme in service.schemes.values():
        secret += scheme.echoes(given)
    return Redactor(secret)


def _chosen(service: Service, name: str, given: str | None) -> str | None:
    """Return an option that was given, else what the environment variable says."""
    if given is not None:
        return given
    return os.environ.get(_variable(service, name)) or None


def _address(
    service: Service,
    base_url: str | None,
    environment: str | None,
    given: Mapping[str, Secret],
    *,
    allow_http: bool,
) -> Address:
    """Return where calls go; what is allowed is so for a caller's own host only."""
    servers = service.servers
    only = servers.get("", "")
    if base_url is not None:
        address = address_of(base_url, allow_http=allow_http)
        if address.path or not is_path(only):
            return address
        path = _filled(service, only, given)
        return address_of(f"{address.origin}{path}", allow_http=allow_http)
    if not servers or is_path(only):
        raise ConfigurationError(
            f"{service.name} needs {_named(service, 'base_url')}:"
            " its documentation names no host"
        )
    if "" in servers and not environment:
        return address_of(_filled(service, only, given))
    if environment and environment in servers:
        return address_of(_filled(service, servers[environment], given))
    known = " or ".join(f'"{name}"' for name in servers if name)
    if not known:
        raise ConfigurationError(f"{service.name} has no environments")
    raise ConfigurationError(
        f"{service.name} needs environment={known}"
        f" (or {_variable(service, 'environment')} in the environment), or base_url="
    )


def _filled(service: Service, host: ServiceHost, given: Mapping[str, Secret]) -> str:
    """Return a host's URL with the arguments that are parts of it."""
    if isinstance(host, str):
        return host
    if missing := host.missing(given):
        wanted = " and ".join(_named(service, name) for name in missing)
        raise ConfigurationError(f"{service.name} needs {wanted}, or base_url=")
    return host.filled(given)


def _check_limits(limits: Limits) -> None:
    for name in ("timeout", "deadline"):
        seconds: Any = getattr(limits, name)
        number = type(seconds) in (int, float)
        if not number or not math.isfinite(seconds) or seconds <= 0:
            raise ConfigurationError(f"{name} must be a positive number of seconds")
    retries: Any = limits.max_retries
    if type(retries) is not int or retries < 0:
        raise ConfigurationError("max_retries must be 0 or a larger integer")


def _check_validation(validation: object) -> None:
    if validation not in ("record", "strict"):
        raise ConfigurationError('validation must be "record" or "strict"')


def _check_allowed(allow_http: object) -> None:
    if type(allow_http) is not bool:
        raise ConfigurationError("allow_http must be True or False")


def _check_observer(on_deviation: object) -> None:
    if on_deviation is not None and not callable(on_deviation):
        raise ConfigurationError("on_deviation must be a function, or None")
