"""Pages written for Mintlify: components instead of tables, metadata for the call."""

from __future__ import annotations

import re

from ...assembly import stated_endpoints as tables
from ..protocol import Outline, Reader

_COMPONENT = re.compile(r"^[ \t]*<(?:ParamField|ResponseField)\b", re.MULTILINE)


def recognises(outline: Outline) -> bool:
    """Return whether the page holds Mintlify's components for fields."""
    return _COMPONENT.search(outline.text) is not None


MDX = Reader("mdx", recognises, tables.endpoints)
"""Mintlify's MDX, hand-written."""
