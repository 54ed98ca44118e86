# SPDX-License-Identifier: MIT-0
"""`Authorization: Bearer …` (RFC 6750), and other schemes of one token."""

from __future__ import annotations

from dataclasses import dataclass

from ..request import RequestDraft
from .base import Credentials, SchemeBase


@dataclass(frozen=True, slots=True)
class BearerScheme(SchemeBase):
    """`Authorization: Bearer …` (RFC 6750), or `scheme` in place of that word."""

    argument: str
    scheme: str = "Bearer"

    @property
    def arguments(self) -> tuple[str, ...]:
        """The one argument."""
        return (self.argument,)

    def apply(
        self, draft: RequestDraft, credentials: Credentials, now: float
    ) -> RequestDraft:
        """Add the header."""
        token = credentials[self.argument].reveal()
        return draft.with_headers(("Authorization", f"{self.scheme} {token}"))
