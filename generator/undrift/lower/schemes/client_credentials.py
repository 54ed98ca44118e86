"""OAuth 2.0 with the client credentials flow: the client obtains its tokens."""

from __future__ import annotations

import re

from ...ir import ClientCredentials, Credential
from ..reading import mapping, text
from .declared import DeclaredScheme

_TOKEN_URL = re.compile(r"(?!//)(?:https://[A-Za-z0-9._:-]+)?/[!$&-;=?-Z_a-z~%]*")
"""An https URL, or a path on the server."""


def read_client_credentials(declared: DeclaredScheme) -> ClientCredentials | None:
    """Return the scheme, None if a client cannot obtain a token by itself."""
    flows = declared.node.get("flows")
    flow = flows.get("clientCredentials") if flows is not None else None
    url = text(flow, "tokenUrl") if flow is not None else ""
    if flow is None or not _TOKEN_URL.fullmatch(url):
        return None
    offered = mapping(flow).get("scopes")
    known = offered if isinstance(offered, dict) else {}
    where, about = declared.origin, declared.docs
    scheme = "" if declared.is_alone or declared.word else declared.id
    return ClientCredentials(
        declared.id,
        url,
        tuple(sorted(scope for scope in declared.scopes if scope in known)),
        Credential("client_id", False, where, about, scheme),
        Credential("client_secret", True, where, about, scheme),
        declared.credential(),
        where,
        about,
    )
