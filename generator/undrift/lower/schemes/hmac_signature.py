"""`x-undrift-signing` with `scheme: hmac`: an HMAC over the body."""

from __future__ import annotations

from ...ir import HmacSignature
from .signing import SigningDeclaration

_ENCODINGS = ("hex", "base64")


def read_hmac_signature(signing: SigningDeclaration) -> HmacSignature:
    """Return the scheme that an extension declares."""
    return HmacSignature(
        signing.declared.id,
        signing.header,
        signing.algorithm,
        signing.choice("encoding", _ENCODINGS, "hex"),
        signing.key_encoding,
        signing.secret(),
        signing.declared.origin,
        signing.docs,
    )
