"""`type: http` of one token; tokens of OAuth and OpenID Connect."""

from __future__ import annotations

import re

from ...ir import Bearer
from ..reading import text
from .declared import DeclaredScheme

# RFC 9110, section 5.6.2
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")

# Their credentials are parameters, or made for one request or one challenge. Names are
# those of IANA's registry of authentication schemes, and of what is in use beside it.
_OF_PARTS = re.compile(
    r"concealed|digest|dpop|gnap|hawk|hoba|mac|mutual|negotiate|ntlm|oauth|privatetoken"
    r"|signature|vapid|(?:aws4|scram)-.*"
)


def read_bearer(declared: DeclaredScheme) -> Bearer:
    """Return the scheme; how its token is obtained is the caller's matter."""
    return Bearer(declared.id, declared.credential(), declared.origin, declared.docs)


def read_token(declared: DeclaredScheme) -> Bearer | None:
    """Return an HTTP scheme of one token, None if its credential is more than that."""
    name = text(declared.node, "scheme")
    if _TOKEN.fullmatch(name) is None or _OF_PARTS.fullmatch(name.lower()):
        return None
    credential, where = declared.credential(), declared.origin
    return Bearer(declared.id, credential, where, declared.docs, name)
