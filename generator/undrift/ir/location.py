"""Where a parameter or a credential travels."""

from __future__ import annotations

from enum import StrEnum


class Location(StrEnum):
    """Where a parameter travels."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
