# SPDX-License-Identifier: MIT-0
"""A request about to be sent, before and after credentials are added."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """A request about to be sent. `target` is path and query as they are sent."""

    method: str
    origin: str
    host: str
    target: str = field(repr=False)
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    content: bytes | None = field(repr=False)

    def with_headers(self, *fields: tuple[str, str]) -> RequestDraft:
        """Return the same request with more header fields."""
        return replace(self, headers=(*self.headers, *fields))
