"""Signatures over chosen headers (`x-undrift-signing`, http-signature)."""

from __future__ import annotations

from dataclasses import dataclass

from ..location import Location
from ..types import NO_DOCS, Docs, Origin
from .credential import Credential


@dataclass(frozen=True, slots=True)
class HttpSignature:
    """A Signature header over chosen headers (`x-undrift-signing`, http-signature).

    `headers` are the signed fields in order; the pseudo-fields are `host`, `date`,
    `request-target` and `digest`. `bodiless_headers` replaces it where a request has no
    body. Other names are headers whose values come from `header_credentials`.
    """

    id: str
    header: str
    algorithm: str
    """The hash of the HMAC: `sha256`, `sha384` or `sha512`."""
    algorithm_name: str
    """What the `algorithm` attribute says, such as `HmacSHA256`."""
    key_encoding: str
    headers: tuple[str, ...]
    bodiless_headers: tuple[str, ...]
    header_credentials: tuple[tuple[str, Credential], ...]
    key_id: Credential
    secret: Credential
    origin: Origin
    docs: Docs = NO_DOCS

    @property
    def credentials(self) -> tuple[Credential, ...]:
        """Return what it is made of."""
        sent = tuple(credential for _, credential in self.header_credentials)
        return (*sent, self.key_id, self.secret)

    @property
    def supplies(self) -> frozenset[tuple[Location, str]]:
        """Return the parameters, by location and lower-case name, that it fills."""
        headers = (self.header, *(name for name, _ in self.header_credentials))
        return frozenset((Location.HEADER, name.lower()) for name in headers)
