"""Addresses that a page gives without a method: an operation nobody could call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import Diagnostic
from ..text.blocks import Block, Fence, Frontmatter, Paragraph
from ..text.page import PageText, excerpt
from ..text.sections import Section, sections_of
from ..vocabulary.words import Concept
from .endpoints import read_target

_LINES = 50
_BASE = re.compile(r"/?(?:(?:api|rest|v\d[\w.-]*|\d[\d.]*)/?)*", re.IGNORECASE)
"""Paths under which a whole API stands: an introduction gives such an address."""


def address_without_method(
    page: PageText, blocks: tuple[Block, ...]
) -> Diagnostic | None:
    """Return the problem of a page whose endpoint has an address and no method.

    It is for pages that document no operation: others say more than one thing.
    """
    first = blocks[0] if blocks else None
    found: list[tuple[int, str]] = []
    if isinstance(first, Frontmatter):
        named = first.get("endpoint") or first.get("path")
        if named and read_target(named):
            found.append((first.line, named))
    for section in sections_of(blocks):
        if section.concept in (Concept.ENDPOINT, Concept.URL):
            found.extend(_addresses(section))
    if not found:
        return None
    line, address = found[0]
    message = f"the page gives an address, {excerpt(address)}, and no method for it"
    hint = "write METHOD /path above the address in the page, or write openapi.yaml"
    return Diagnostic("UD020", message, page.place(line), hint)


def _addresses(section: Section) -> Iterator[tuple[int, str]]:
    """Yield the lines of a section that hold an address and nothing else."""
    for block in section.blocks:
        match block:
            case Paragraph():
                lines, first = block.text.lines[:_LINES], block.line
            case Fence():
                lines, first = tuple(block.text.split("\n")[:_LINES]), block.first_line
            case _:
                continue
        for offset, text in enumerate(lines):
            bare = text.replace("`", "").strip()
            target = read_target(bare) if " " not in bare else None
            if target is not None and _BASE.fullmatch(target.path) is None:
                yield first + offset, bare
