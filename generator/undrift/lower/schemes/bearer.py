"""`type: http, scheme: bearer`, and tokens of OAuth and OpenID Connect."""

from __future__ import annotations

from ...ir import Bearer
from .declared import DeclaredScheme


def read_bearer(declared: DeclaredScheme) -> Bearer:
    """Return the scheme; how its token is obtained is the caller's matter."""
    return Bearer(declared.id, declared.credential(), declared.origin, declared.docs)
