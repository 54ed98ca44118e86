"""Tokens that a client obtains by itself (OAuth 2.0)."""

from __future__ import annotations

from dataclasses import dataclass

from ..location import Location
from ..types import NO_DOCS, Docs, Origin
from .credential import Credential


@dataclass(frozen=True, slots=True)
class ClientCredentials:
    """A bearer token that an id and a secret obtain (RFC 6749, section 4.4).

    `token` is one that was obtained elsewhere, instead.
    """

    id: str
    token_url: str
    """Absolute, or relative to the server's URL."""
    scopes: tuple[str, ...]
    client_id: Credential
    client_secret: Credential
    token: Credential
    origin: Origin
    docs: Docs = NO_DOCS

    @property
    def credentials(self) -> tuple[Credential, ...]:
        """Return what it is made of."""
        return self.client_id, self.client_secret, self.token

    @property
    def supplies(self) -> frozenset[tuple[Location, str]]:
        """Return the parameters, by location and lower-case name, that it fills."""
        return frozenset({(Location.HEADER, "authorization")})
