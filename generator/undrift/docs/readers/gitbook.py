"""GitBook pages written by hand.

The method and the URL may each have a heading of their own, in any language.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..blocks import Fence, Paragraph, Tag
from ..endpoints import Endpoint, Target, read_target
from ..fragments import METHODS
from ..operations import Start
from ..sections import Section
from ..words import Concept
from . import tables
from .base import Outline, Reader

_TAGS = frozenset(("hint", "tabs", "tab", "content-ref", "stepper", "code", "embed"))
_TRAILER = "Agent Instructions: Querying This Documentation"


def recognises(outline: Outline) -> bool:
    """Return whether GitBook made this page."""
    tags = {block.name for block in outline.blocks if isinstance(block, Tag)}
    return bool(tags & _TAGS) or _TRAILER in outline.text


def endpoints(outline: Outline) -> tuple[Start, ...]:
    """Pair each method with the next URL; without such headings, read statements."""
    found = tuple(_paired(outline.sections))
    return found or tables.endpoints(outline)


def _paired(sections: tuple[Section, ...]) -> Iterator[Start]:
    method, line = "", 0
    target: Target | None = None
    for section in sections:
        if section.announced not in (Concept.METHOD, Concept.URL, Concept.ENDPOINT):
            continue
        for text, at in _values(section):
            if text.upper() in METHODS and section.announced is Concept.METHOD:
                method, line = text.upper(), line or at
            elif section.announced is not Concept.METHOD:
                target, line = target or read_target(text), line or at
        if method and target:
            yield Start(Endpoint(method, target.path, line, target.server), line)
            method, target, line = "", None, 0


def _values(section: Section) -> Iterator[tuple[str, int]]:
    """Yield the lines of a section that are one word."""
    for block in section.blocks:
        match block:
            case Paragraph():
                lines, first = block.text.lines, block.line
            case Fence():
                lines, first = tuple(block.text[:2_000].split("\n")), block.first_line
            case _:
                continue
        for offset, text in enumerate(lines):
            if len(text.split()) == 1:
                yield text.strip().strip("`"), first + offset


GITBOOK = Reader("gitbook", recognises, endpoints)
"""GitBook, hand-written."""
