"""Markdoc: `{% tab label="Response" %}` where GitBook writes `title`."""

from __future__ import annotations

from ..text.blocks import Tag
from .protocol import Dialect


class Markdoc(Dialect):
    """Tags with labels; pages are otherwise plain Markdown with tables."""

    kind = "markdoc"

    def title_of_tag(self, tag: Tag) -> str:
        """Return a tab's label."""
        return tag.get("label")
