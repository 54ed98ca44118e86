"""When a page says it was last changed."""

from __future__ import annotations

import re

from .frontmatter import split_frontmatter
from .page import PageText

_KEYS = (
    "lastmod",
    "last_modified",
    "lastModified",
    "updatedAt",
    "updated_at",
    "updated",
    "date",
)
_HEAD = 20_000
_DATE = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?(?:\+00:?00)?"
)


def revision_of(page: PageText) -> str:
    """Return the date in a page's metadata so that dates compare as text, or ""."""
    front = split_frontmatter(page.text[:_HEAD].splitlines())
    for key in _KEYS if front is not None else ():
        if match := _DATE.fullmatch(front.get(key) if front is not None else ""):
            return f"{match[1]}T{match[2] or '00:00'}"
    return ""
