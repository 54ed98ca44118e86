# SPDX-License-Identifier: MIT-0
"""What all calls of one client share: its hosts, arguments and security schemes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .auth import Scheme
from .hosts import ServiceHost


@dataclass(frozen=True, slots=True)
class Argument:
    """A constructor argument that the environment can give as well.

    Without `required`, the client can be made without it; a call that needs it fails.
    """

    name: str
    secret: bool
    required: bool = True


@dataclass(frozen=True, slots=True)
class Service:
    """What every call of one client shares.

    `servers` is empty where `base_url` is required, has the one key "" where a single
    host is documented, and otherwise one URL for each environment. What begins with a
    slash names no host: it is the path at a `base_url` that has none.
    """

    name: str
    prefix: str
    servers: Mapping[str, ServiceHost]
    arguments: tuple[Argument, ...] = ()
    schemes: Mapping[str, Scheme] = field(default_factory=dict[str, Scheme])
