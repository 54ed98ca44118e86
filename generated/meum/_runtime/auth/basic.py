# SPDX-License-Identifier: MIT-0
"""`Authorization: Basic …` (RFC 7617)."""

from __future__ import annotations

from dataclasses import dataclass

from ..request import RequestDraft
from ..secret import basic_credentials, basic_echoes
from .base import Credentials, SchemeBase


@dataclass(frozen=True, slots=True)
class BasicScheme(SchemeBase):
    """`Authorization: Basic …` (RFC 7617)."""

    username_argument: str
    password_argument: str

    @property
    def arguments(self) -> tuple[str, ...]:
        """User name and password."""
        return (self.username_argument, self.password_argument)

    def apply(
        self, draft: RequestDraft, credentials: Credentials, now: float
    ) -> RequestDraft:
        """Add the header."""
        pair = basic_credentials(*(credentials[a].reveal() for a in self.arguments))
        return draft.with_headers(("Authorization", f"Basic {pair}"))

    def echoes(self, credentials: Credentials) -> tuple[str, ...]:
        """Return the pair as the header has it."""
        if self.missing(credentials):
            return ()
        return basic_echoes(*(credentials[a].reveal() for a in self.arguments))
