"""`x-undrift-signing` with `scheme: http-signature`: an HMAC over chosen headers."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import Credential, HttpSignature, Location
from ...openapi import Node
from ..reading import elements, members, origin, text
from ..wire_syntax import parameter_name_problem
from .signing import SigningDeclaration


def read_http_signature(signing: SigningDeclaration) -> HttpSignature:
    """Return the scheme that an extension declares."""
    node, declared = signing.node, signing.declared
    algorithm, key_encoding = signing.algorithm, signing.key_encoding
    headers = _names(node, "headers")
    if not headers:
        declared.problems.report("UD042", "`headers` names no signed field", node)
    return HttpSignature(
        declared.id,
        signing.header,
        algorithm,
        text(node, "algorithm-name") or f"hmac-{algorithm}",
        key_encoding,
        headers,
        _names(node, "bodiless-headers")
        or tuple(name for name in headers if name != "digest"),
        tuple(_header_credentials(signing)),
        signing.credential("key-id", "key_id", secret=False),
        signing.secret(),
        declared.origin,
        signing.docs,
    )


def _header_credentials(
    signing: SigningDeclaration,
) -> Iterator[tuple[str, Credential]]:
    """Yield the headers that are sent beside, each with the credential in it."""
    for header, value in members(signing.node, "header-credentials"):
        if reason := parameter_name_problem(header, Location.HEADER):
            message = f"{header!r} {reason}"
            signing.declared.problems.report("UD042", message, value)
        else:
            yield header, Credential(str(value.value), False, origin(value))


def _names(node: Node, key: str) -> tuple[str, ...]:
    return tuple(str(item.value).lower() for item in elements(node, key))
