# SPDX-License-Identifier: MIT-0
"""Keys that sign: from a credential's text to bytes and to a MAC (RFC 2104)."""

from __future__ import annotations

import base64
import binascii
import hmac
from typing import Literal, assert_never

from .base import Credentials

Algorithm = Literal["sha256", "sha384", "sha512"]
KeyEncoding = Literal["utf-8", "base64", "hex"]


def key_problem(argument: str, encoding: KeyEncoding, credentials: Credentials) -> str:
    """Return what is wrong with a secret that is not in its encoding."""
    secret = credentials.get(argument)
    if secret and _key(secret.reveal(), encoding) is None:
        return f"{argument} is not {encoding} text"
    return ""


def mac_of(
    secret: str, encoding: KeyEncoding, algorithm: Algorithm, data: bytes
) -> bytes:
    """Return the MAC over some bytes; the secret was checked before."""
    key = _key(secret, encoding)
    assert key is not None, "checked when the client was made"
    return hmac.digest(key, data, algorithm)


def base64_text(data: bytes) -> str:
    """Return bytes as base64 (RFC 4648, section 4)."""
    return base64.b64encode(data).decode()


def _key(secret: str, encoding: KeyEncoding) -> bytes | None:
    """Return the bytes of a signing secret, None if it is not in its encoding."""
    try:
        match encoding:
            case "utf-8":
                return secret.encode()
            case "base64":
                return base64.b64decode(secret, validate=True)
            case "hex":
                return binascii.unhexlify(secret)
            case _:
                assert_never(encoding)
    except ValueError:
        return None
