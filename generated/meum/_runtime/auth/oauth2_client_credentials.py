# SPDX-License-Identifier: MIT-0
"""OAuth 2.0 client credentials (RFC 6749, section 4.4), once there is a token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..request import RequestDraft
from ..secret import basic_echoes
from .base import Credentials, SchemeBase


@dataclass(frozen=True, slots=True)
class OAuth2ClientCredentialsScheme(SchemeBase):
    """A bearer token that a client id and secret obtain (RFC 6749, section 4.4).

    `token_url` is absolute or relative to the server. A static token, where one is
    given, is used instead. The id and secret travel as HTTP Basic authentication, or in
    the form (section 2.3.1) with `authentication="body"`.
    """

    token_url: str
    scopes: tuple[str, ...] = ()
    client_id_argument: str = "client_id"
    client_secret_argument: str = "client_secret"
    token_argument: str = "access_token"
    authentication: Literal["basic", "body"] = "basic"

    @property
    def arguments(self) -> tuple[str, ...]:
        """Id, secret and token."""
        return (*self._pair, self.token_argument)

    @property
    def verbatim(self) -> tuple[str, ...]:
        """The token; id and secret are encoded (RFC 6749, appendix B)."""
        return (self.token_argument,)

    @property
    def _pair(self) -> tuple[str, str]:
        return (self.client_id_argument, self.client_secret_argument)

    def missing(self, credentials: Credentials) -> tuple[str, ...]:
        """Return what lacks of id and secret, unless a token is given."""
        if self.token_argument in credentials:
            return ()
        return tuple(name for name in self._pair if name not in credentials)

    def apply(
        self, draft: RequestDraft, credentials: Credentials, now: float
    ) -> RequestDraft:
        """Add the header; `credentials` hold the token by then."""
        token = credentials[self.token_argument].reveal()
        return draft.with_headers(("Authorization", f"Bearer {token}"))

    def echoes(self, credentials: Credentials) -> tuple[str, ...]:
        """Return the pair as the request for a token has it."""
        if any(name not in credentials for name in self._pair):
            return ()
        return basic_echoes(*(credentials[name].reveal() for name in self._pair))
