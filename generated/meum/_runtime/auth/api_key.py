# SPDX-License-Identifier: MIT-0
"""A credential as it is, in one header, query parameter or cookie."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, assert_never
from urllib.parse import quote

from ..request import RequestDraft
from .base import Credentials, SchemeBase


@dataclass(frozen=True, slots=True)
class ApiKeyScheme(SchemeBase):
    """A credential as it is, in one header, query parameter or cookie."""

    location: Literal["header", "query", "cookie"]
    name: str
    argument: str

    @property
    def arguments(self) -> tuple[str, ...]:
        """The one argument."""
        return (self.argument,)

    def apply(
        self, draft: RequestDraft, credentials: Credentials, now: float
    ) -> RequestDraft:
        """Add the key where it belongs."""
        key = credentials[self.argument].reveal()
        match self.location:
            case "header":
                return draft.with_headers((self.name, key))
            case "cookie":
                cookies = [text for name, text in draft.headers if name == "Cookie"]
                cookie = "; ".join([*cookies, f"{self.name}={key}"])
                rest = tuple(field for field in draft.headers if field[0] != "Cookie")
                return replace(draft, headers=(*rest, ("Cookie", cookie)))
            case "query":
                joint = "&" if "?" in draft.target else "?"
                pair = f"{quote(self.name, safe='')}={quote(key, safe='')}"
                return replace(draft, target=f"{draft.target}{joint}{pair}")
            case _:
                assert_never(self.location)
