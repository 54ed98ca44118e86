"""Texts that stand in a request's frame: its target, its header names, its media type.

What could end a line there, or turn the host into something else, is refused here: no
client can send it, and a careless one would send what the document wants.
"""

from __future__ import annotations

import re

from ..ir import Location

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# RFC 9110, section 5.6.2; a cookie's name is one too (RFC 6265, section 4.1.1).
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def path_problem(path: str) -> str:
    """Return why a path cannot follow a server's address, or ""."""
    if not path.startswith("/"):
        # After `https://host`, `@other/` would make the host a user's name.
        return "does not begin with a slash"
    return "holds a control character" if _CONTROL.search(path) else ""


def parameter_name_problem(name: str, location: Location) -> str:
    """Return why a parameter cannot be called so where it travels, or ""."""
    if location not in {Location.HEADER, Location.COOKIE} or _TOKEN.fullmatch(name):
        return ""
    return f"cannot be the name of a {location.value}"


def media_type_problem(media_type: str) -> str:
    """Return why a text cannot be sent as a media type, or ""."""
    if media_type.isascii() and not _CONTROL.search(media_type):
        return ""
    return "cannot be a media type"
