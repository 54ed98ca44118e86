# SPDX-License-Identifier: MIT-0
"""Hosts whose documented URL has parts that a caller fills in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from .errors import ConfigurationError
from .secret import Secret

# What a name or a port is made of: nothing that ends a URL's authority.
_IN_AUTHORITY = re.compile(r"[A-Za-z0-9._:-]+")
_IN_PATH = "/:@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True)
class HostVariable:
    """One part of a host's URL: `{name}`, given by a client argument.

    `default` None means that there is none; `values` are all that are possible, ()
    where any is.
    """

    name: str
    argument: str
    default: str | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HostTemplate:
    """A URL with `{name}` for each of its variables."""

    url: str
    variables: tuple[HostVariable, ...]

    def missing(self, arguments: Mapping[str, Secret]) -> tuple[str, ...]:
        """Return the arguments without which there is no URL."""
        return tuple(
            variable.argument
            for variable in self.variables
            if variable.default is None and variable.argument not in arguments
        )

    def filled(self, arguments: Mapping[str, Secret]) -> str:
        """Return the URL, or raise `ConfigurationError` for what cannot be in it."""
        url = self.url
        for variable in self.variables:
            given = arguments.get(variable.argument)
            text = given.reveal() if given is not None else variable.default or ""
            if variable.values and text not in variable.values:
                known = " or ".join(f'"{value}"' for value in variable.values)
                raise ConfigurationError(f"{variable.argument} must be {known}")
            before, mark, after = url.partition(f"{{{variable.name}}}")
            if not mark:
                continue
            if _is_path(before):
                text = quote(text.strip("/"), safe=_IN_PATH)
            elif _IN_AUTHORITY.fullmatch(text) is None:
                raise ConfigurationError(f"{variable.argument} is no part of a host")
            url = f"{before}{text}{after}"
        return url


ServiceHost = str | HostTemplate
"""A URL, or only its path where the documentation names no host."""


def is_path(host: ServiceHost) -> bool:
    """Tell whether a host is only a path, at whatever host a caller names."""
    return (host if isinstance(host, str) else host.url).startswith("/")


def _is_path(before: str) -> bool:
    """Tell whether what follows a URL's beginning is in its path."""
    return "/" in before.partition("://")[2] or before.startswith("/")
