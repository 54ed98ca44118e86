"""Which words can be names in XML."""

from __future__ import annotations

import re

_NAME = re.compile(r"[^\W\d][\w.\-]*")


def xml_name_problem(name: str) -> str:
    """Return why a word cannot name an element, "" where it can."""
    return "" if _NAME.fullmatch(name) else "is no name in XML"
