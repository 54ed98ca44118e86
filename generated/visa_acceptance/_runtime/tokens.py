# SPDX-License-Identifier: MIT-0
"""The OAuth access tokens that a client holds."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .auth import OAuth2ClientCredentialsScheme
from .secret import Redactor, Secret

if TYPE_CHECKING:
    import asyncio

_KEPT = 4
"""Tokens that are still masked: those of calls under way, too."""


@dataclass(slots=True, repr=False)
class Tokens:
    """The tokens of a client and all that share its connections."""

    redactor: Redactor = field(default_factory=lambda: Redactor(()))
    lock: threading.Lock = field(default_factory=threading.Lock)
    alock: asyncio.Lock | None = None
    _held: dict[OAuth2ClientCredentialsScheme, tuple[Secret, float | None]] = field(
        default_factory=dict[OAuth2ClientCredentialsScheme, tuple[Secret, float | None]]
    )
    _seen: tuple[Secret, ...] = ()

    def token(
        self, scheme: OAuth2ClientCredentialsScheme, monotonic: float
    ) -> Secret | None:
        """Return the token of a scheme unless it is about to expire."""
        token, until = self._held.get(scheme, (None, None))
        return None if until is not None and monotonic >= until else token

    def latest(self, scheme: OAuth2ClientCredentialsScheme) -> Secret | None:
        """Return the last token of a scheme, however soon it expires."""
        return self._held.get(scheme, (None, None))[0]

    def keep(
        self,
        scheme: OAuth2ClientCredentialsScheme,
        token: Secret,
        until: float | None,
    ) -> None:
        """Keep a token, and mask it from now on."""
        self._held[scheme] = (token, until)
        self._seen = (*self._seen, token)[-_KEPT:]
        self.redactor = Redactor(one.reveal() for one in self._seen)

    def drop(self, scheme: OAuth2ClientCredentialsScheme, token: Secret) -> None:
        """Forget a token that was refused, unless it was renewed meanwhile."""
        if self._held.get(scheme, (None, None))[0] is token:
            del self._held[scheme]
