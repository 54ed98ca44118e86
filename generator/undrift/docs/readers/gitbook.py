"""GitBook pages written by hand.

The method and the URL may each have a heading of their own, in any language.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..blocks import Fence, Paragraph, Tag
from ..endpoints import Endpoint, Target, read_target
from ..fragments import METHODS
from ..sections import Section
from ..sharing import Start
from ..words import Concept
from . import tables
from .base import Outline, Reader

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


def endpoints(outline: Outline) -> tuple[Start, ...]:
    """Pair each method with the next URL; without such headings, read statements."""
    found = tuple(_paired(outline.sections))
    return found or tables.endpoints(outline)


def _paired(sections: tuple[Section, ...]) -> Iterator[Start]:
    method: tuple[str, int] | None = None
    target: tuple[Target, int] | None = None
    for section in sections:
        for text, line in _values(section):
            if section.announced is Concept.METHOD and text.upper() in METHODS:
                method = text.upper(), line
            elif section.announced in (Concept.URL, Concept.ENDPOINT):
                address = read_target(text)
                if address and not target:
                    target = address, line
        if method and target:
            (name, at), (address, path_line) = method, target
            yield Start(
                Endpoint(name, address.path, at, address.server, path_line),
                min(at, path_line),
            )
            method = target = None


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
