# SPDX-License-Identifier: MIT-0
"""Values that must not be shown, and how their echoes are masked."""

from __future__ import annotations

import base64
import html
import json
import urllib.parse
from collections.abc import Iterable
from typing import NoReturn

MASK = "***"

_SHORTEST = 8
"""A shorter secret is not masked: it would blot out ordinary text."""


class Secret:
    """A credential that no repr, format or pickle shows; only `reveal` does."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the credential itself."""
        return self._value

    def __repr__(self) -> str:
        return f"Secret({MASK})"

    def __str__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return MASK

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret can be neither pickled nor copied")


class Redactor:
    """Masks a client's secrets wherever a server echoes them."""

    __slots__ = ("_forms",)

    def __init__(self, secrets: Iterable[str]) -> None:
        forms = {form for secret in secrets for form in _forms(secret)}
        self._forms = tuple(
            Secret(form) for form in sorted(forms, key=len, reverse=True)
        )

    def text(self, text: str) -> str:
        """Return the text with every secret masked."""
        for form in self._forms:
            text = text.replace(form.reveal(), MASK)
        return text

    def content(self, content: bytes) -> bytes:
        """Return the bytes with every secret masked."""
        for form in self._forms:
            content = content.replace(form.reveal().encode(), MASK.encode())
        return content

    def joined(self, other: Redactor) -> Redactor:
        """Return a redactor that masks the secrets of both."""
        if not other._forms:
            return self
        joined = Redactor(())
        joined._forms = (*self._forms, *other._forms)
        return joined


def basic_credentials(username: str, password: str) -> str:
    """Return what follows `Basic ` (RFC 7617)."""
    return base64.b64encode(f"{username}:{password}".encode()).decode()


def basic_echoes(username: str, password: str) -> tuple[str, ...]:
    """Return what shows a pair of credentials, form-encoded ones (RFC 6749) too."""
    return (
        basic_credentials(username, password),
        basic_credentials(*map(urllib.parse.quote_plus, (username, password))),
    )


def _forms(secret: str) -> Iterable[str]:
    """Return the secret as JSON, HTML and URLs would write it."""
    if len(secret) < _SHORTEST:
        return
    yield secret
    quoted = json.dumps(secret)[1:-1]
    yield quoted
    yield quoted.replace("/", "\\/")
    yield html.escape(secret)
    yield urllib.parse.quote(secret, safe="")
    yield urllib.parse.quote_plus(secret)
