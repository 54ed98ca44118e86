"""Bearer tokens (RFC 6750), and other schemes of one token."""

from __future__ import annotations

from dataclasses import dataclass

from ..location import Location
from ..types import NO_DOCS, Docs, Origin
from .credential import Credential


@dataclass(frozen=True, slots=True)
class Bearer:
    """`Authorization: Bearer <credential>` (RFC 6750).

    Or another `scheme` whose whole credential is one token (RFC 9110, section 11.4).
    """

    id: str
    credential: Credential
    origin: Origin
    docs: Docs = NO_DOCS
    scheme: str = "Bearer"

    @property
    def credentials(self) -> tuple[Credential, ...]:
        """Return what it is made of."""
        return (self.credential,)

    @property
    def supplies(self) -> frozenset[tuple[Location, str]]:
        """Return the parameters, by location and lower-case name, that it fills."""
        return frozenset({(Location.HEADER, "authorization")})
