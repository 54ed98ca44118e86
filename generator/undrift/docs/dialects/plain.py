"""Markdown with tables: what any page can be read as."""

from __future__ import annotations

from ..text.sections import Outline
from .protocol import Dialect


class Plain(Dialect):
    """Pages without a dialect of their own."""

    kind = "tables"

    def recognises(self, outline: Outline) -> bool:
        """Take any page."""
        return True
