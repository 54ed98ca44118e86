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

    @property
    def verbatim(self) -> tuple[str, ...]:
        """None: both are encoded, as UTF-8."""
        return ()

    def problem(self, credentials: Credentials) -> str:
        """Return what is wrong with a user name that would end early (section 2)."""
        username = credentials.get(self.username_argument)
        if username and ":" in username.reveal():
            return f"{self.username_argument} must hold no colon"
        return ""

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
