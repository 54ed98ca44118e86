"""Security schemes: who calls, and how a request proves it; one module for each.

A scheme of another kind is a module here, another in `ir/schemes`, and a line in
`_read`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ...ir import SecurityScheme
from ..reading import Problems, members, text
from .api_key import read_api_key
from .basic import read_basic
from .bearer import read_bearer, read_token
from .client_credentials import read_client_credentials
from .declared import DeclaredScheme, usual_word
from .hmac_signature import read_hmac_signature
from .http_signature import read_http_signature
from .signing import read_signing


def read_security_schemes(
    problems: Problems, in_force: Mapping[str, frozenset[str]]
) -> tuple[SecurityScheme, ...]:
    """Return the security schemes that operations require, by id, in order.

    `in_force` has the scopes that are required of each.
    """
    components = problems.document.at("/components")
    entries = members(components, "securitySchemes") if components is not None else []
    used = [
        (identity, target)
        for identity, entry in entries
        if identity in in_force and (target := problems.resolve(entry)) is not None
    ]
    usual = Counter(usual_word(node) for _, node in used)
    declared = (
        DeclaredScheme(
            problems, identity, node, in_force[identity], usual[usual_word(node)] == 1
        )
        for identity, node in used
    )
    return tuple(scheme for one in declared if (scheme := _read(one)) is not None)


def _read(declared: DeclaredScheme) -> SecurityScheme | None:
    """Return what a scheme declares, or report why undrift cannot do it."""
    if (signing := read_signing(declared)) is not None:
        match text(signing.node, "scheme"):
            case "hmac":
                return read_hmac_signature(signing)
            case "http-signature":
                return read_http_signature(signing)
            case other:
                signing.report_unknown(other)
                return None
    if "x-undrift-signing" in declared.stated:
        return None
    kind, form = text(declared.node, "type"), text(declared.node, "scheme").lower()
    scheme: SecurityScheme | None = None
    match kind, form:
        case "apiKey", _:
            scheme = read_api_key(declared)
        case "http", "basic":
            scheme = read_basic(declared)
        case "http", "bearer":
            scheme = read_bearer(declared)
        case "http", _:
            scheme = read_token(declared)
        case "oauth2", _:
            scheme = read_client_credentials(declared) or read_bearer(declared)
        case "openIdConnect", _:
            scheme = read_bearer(declared)
        case _:
            pass
    if scheme is None:
        declared.problems.report(
            "UD043",
            f"security scheme {declared.id!r} ({f'{kind} {form}'.strip()}) is not"
            " supported",
            declared.node,
            "operations that can be called in another way still can",
        )
    return scheme
