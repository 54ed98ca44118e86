"""Signatures over the body (`x-undrift-signing`, hmac)."""

from __future__ import annotations

from dataclasses import dataclass

from ..location import Location
from ..types import NO_DOCS, Docs, Origin
from .credential import Credential


@dataclass(frozen=True, slots=True)
class HmacSignature:
    """An HMAC over the exact body, in one header (`x-undrift-signing`, hmac)."""

    id: str
    header: str
    algorithm: str
    """`sha256`, `sha384` or `sha512`."""
    encoding: str
    """`hex` (lower case) or `base64`."""
    key_encoding: str
    """How the secret becomes key bytes: `utf-8`, `base64` or `hex`."""
    secret: Credential
    origin: Origin
    docs: Docs = NO_DOCS

    @property
    def credentials(self) -> tuple[Credential, ...]:
        """Return what it is made of."""
        return (self.secret,)

    @property
    def supplies(self) -> frozenset[tuple[Location, str]]:
        """Return the parameters, by location and lower-case name, that it fills."""
        return frozenset({(Location.HEADER, self.header.lower())})
