"""GitBook pages written by hand.

The method and the URL may each have a heading of their own, in any language.
"""

from __future__ import annotations

from ...assembly import stated_endpoints as tables
from ...assembly.attribution import StatedEndpoint
from ...text.blocks import Tag
from ..protocol import Outline, Reader

_TAGS = frozenset(("hint", "content-ref", "stepper", "code", "embed"))
_TRAILER = "Agent Instructions: Querying This Documentation"


def recognises(outline: Outline) -> bool:
    """Return whether GitBook made this page."""
    return _TRAILER in outline.text or any(
        isinstance(block, Tag) and _is_gitbook(block) for block in outline.blocks
    )


def _is_gitbook(tag: Tag) -> bool:
    """Return whether a tag is not Markdoc's, whose tabs have a `label`."""
    return tag.name in _TAGS or (tag.name == "tab" and bool(tag.get("title")))


def endpoints(outline: Outline) -> tuple[StatedEndpoint, ...]:
    """Pair each method with the next URL; without such headings, read statements."""
    return tuple(tables.paired(outline.sections)) or tables.endpoints(outline)


GITBOOK = Reader("gitbook", recognises, endpoints)
"""GitBook, hand-written."""
