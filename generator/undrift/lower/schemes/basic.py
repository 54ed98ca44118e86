"""`type: http, scheme: basic`: user name and password."""

from __future__ import annotations

from ...ir import Basic, Credential
from .declared import DeclaredScheme


def read_basic(declared: DeclaredScheme) -> Basic:
    """Return the scheme; several of them share one user name and password."""
    where, about = declared.origin, declared.docs
    return Basic(
        declared.id,
        Credential("username", False, where, about),
        Credential("password", True, where, about),
        where,
        about,
    )
