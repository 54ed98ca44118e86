"""User name and password (RFC 7617)."""

from __future__ import annotations

from dataclasses import dataclass

from ..location import Location
from ..types import NO_DOCS, Docs, Origin
from .credential import Credential


@dataclass(frozen=True, slots=True)
class Basic:
    """`Authorization: Basic` (RFC 7617)."""

    id: str
    username: Credential
    password: Credential
    origin: Origin
    docs: Docs = NO_DOCS

    @property
    def credentials(self) -> tuple[Credential, ...]:
        """Return what it is made of."""
        return self.username, self.password

    @property
    def supplies(self) -> frozenset[tuple[Location, str]]:
        """Return the parameters, by location and lower-case name, that it fills."""
        return frozenset({(Location.HEADER, "authorization")})
