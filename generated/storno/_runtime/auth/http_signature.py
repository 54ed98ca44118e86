# SPDX-License-Identifier: MIT-0
"""A Signature header over chosen header fields."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.utils import formatdate
from typing import ClassVar

from ..request import RequestDraft
from .base import Credentials, SchemeBase
from .keys import Algorithm, KeyEncoding, base64_text, key_problem, mac_of


@dataclass(frozen=True, slots=True)
class HttpSignatureScheme(SchemeBase):
    """An HMAC over chosen header fields, in a Signature header.

    `headers` are the signed fields in order; `host`, `date`, `request-target` and
    `digest` are made here, others come from `header_arguments`: (field, argument).
    `bodiless_headers` is used instead where a request has no body.
    """

    signs: ClassVar[bool] = True

    header: str
    algorithm: Algorithm
    algorithm_name: str
    key_encoding: KeyEncoding
    headers: tuple[str, ...]
    bodiless_headers: tuple[str, ...]
    header_arguments: tuple[tuple[str, str], ...]
    key_id_argument: str
    secret_argument: str

    @property
    def arguments(self) -> tuple[str, ...]:
        """What stands in headers, the key's id and the secret."""
        from_arguments = (argument for _, argument in self.header_arguments)
        return (*from_arguments, self.key_id_argument, self.secret_argument)

    def problem(self, credentials: Credentials) -> str:
        """Return what is wrong with an id that would end its quotes, or a secret."""
        key_id = credentials.get(self.key_id_argument)
        if key_id and any(mark in key_id.reveal() for mark in '"\\'):
            return f"{self.key_id_argument} must hold no quote and no backslash"
        return key_problem(self.secret_argument, self.key_encoding, credentials)

    def apply(
        self, draft: RequestDraft, credentials: Credentials, now: float
    ) -> RequestDraft:
        """Add what is signed and not there yet, and the signature."""
        content = draft.content
        signed = self.bodiless_headers if content is None else self.headers
        made = {
            "date": formatdate(now, usegmt=True),
            "digest": f"SHA-256={base64_text(hashlib.sha256(content or b'').digest())}",
        }
        given = {name: credentials[a].reveal() for name, a in self.header_arguments}
        sent = given | {name: text for name, text in made.items() if name in signed}
        values = sent | {
            "host": draft.host,
            "request-target": f"{draft.method.lower()} {draft.target}",
        }
        lines = "\n".join(f"{name}: {values[name]}" for name in signed)
        secret = credentials[self.secret_argument].reveal()
        mac = mac_of(secret, self.key_encoding, self.algorithm, lines.encode())
        key_id = credentials[self.key_id_argument].reveal()
        value = (
            f'keyid="{key_id}", algorithm="{self.algorithm_name}", '
            f'headers="{" ".join(signed)}", signature="{base64_text(mac)}"'
        )
        fields = [(name.title() if name in made else name, sent[name]) for name in sent]
        return draft.with_headers(*fields, (self.header, value))
