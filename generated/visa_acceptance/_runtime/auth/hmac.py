# SPDX-License-Identifier: MIT-0
"""An HMAC over the exact body, in one header."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from ..request import RequestDraft
from .base import Credentials, SchemeBase
from .keys import Algorithm, KeyEncoding, base64_text, key_problem, mac_of


@dataclass(frozen=True, slots=True)
class HmacScheme(SchemeBase):
    """An HMAC over the exact body, in one header."""

    signs: ClassVar[bool] = True

    header: str
    algorithm: Algorithm
    encoding: Literal["hex", "base64"]
    key_encoding: KeyEncoding
    secret_argument: str

    @property
    def arguments(self) -> tuple[str, ...]:
        """The signing secret."""
        return (self.secret_argument,)

    def problem(self, credentials: Credentials) -> str:
        """Return what is wrong with a secret that is not in its encoding."""
        return key_problem(self.secret_argument, self.key_encoding, credentials)

    def apply(
        self, draft: RequestDraft, credentials: Credentials, now: float
    ) -> RequestDraft:
        """Add the header; no body is signed as an empty one."""
        secret = credentials[self.secret_argument].reveal()
        body = draft.content or b""
        mac = mac_of(secret, self.key_encoding, self.algorithm, body)
        text = mac.hex() if self.encoding == "hex" else base64_text(mac)
        return draft.with_headers((self.header, text))
