"""Markdown with tables: hand-written pages, with or without Markdoc tags.

The method and path stand in a fence (`POST /path`), in a heading, on a line of their
own, or in the frontmatter.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..blocks import Fence, Paragraph
from ..endpoints import Endpoint, read_statement, read_target, unique
from ..fragments import METHODS
from ..operations import Start
from ..sections import Section
from .base import Outline, Reader

_STATEMENTS = 50
_LANGUAGES = frozenset(
    ("", "http", "https", "text", "txt", "plaintext", "endpoint", "url")
)


def endpoints(outline: Outline) -> tuple[Start, ...]:
    """Return every endpoint that the page states."""
    found = [(section, list(_stated(section))) for section in outline.sections]
    several = len({(e.method, e.path) for _, stated in found for e in stated}) > 1
    starts: list[Start] = []
    for section, stated in found:
        alone = len({(e.method, e.path) for e in stated}) == 1
        for endpoint in unique(stated):
            # With several operations, one starts at the heading above its endpoint.
            line = section.line if several and alone else endpoint.line
            starts.append(Start(endpoint, line))
    return tuple(starts) or tuple(_in_frontmatter(outline))


def _stated(section: Section) -> Iterator[Endpoint]:
    if heading := read_statement(section.title, section.line):
        yield heading
    for block in section.blocks:
        match block:
            case Paragraph():
                for offset, text in enumerate(block.text.lines[:_STATEMENTS]):
                    if endpoint := read_statement(text, block.line + offset):
                        yield endpoint
            case Fence() if block.language in _LANGUAGES:
                yield from _in_fence(block)
            case _:
                pass


def _in_fence(fence: Fence) -> Iterator[Endpoint]:
    """Read a fence that holds an HTTP request, or nothing but statements."""
    lines = fence.text[:10_000].split("\n")[:_STATEMENTS]
    numbered = [(n, line) for n, line in enumerate(lines) if line.strip()]
    read = [read_statement(line, fence.first_line + n) for n, line in numbered]
    stated = [endpoint for endpoint in read if endpoint is not None]
    if len(stated) == len(read):
        yield from stated
    elif read and read[0] is not None and len(stated) == 1:
        host = ""
        for _, line in numbered[1:]:
            name, colon, value = line.partition(":")
            if colon and name.strip().casefold() == "host":
                host = value.strip()
        first = read[0]
        target = read_target(f"https://{host}{first.path}") if host else None
        server = first.server or (target.server if target else "")
        yield Endpoint(first.method, first.path, first.line, server)


def _in_frontmatter(outline: Outline) -> Iterator[Start]:
    front = outline.frontmatter
    if front is None:
        return
    method = front.get("method").upper()
    path = front.get("endpoint") or front.get("path") or front.get("url")
    if api := front.get("openapi") or front.get("api"):
        method, _, path = api.rpartition(" ")
        method = method.rpartition(" ")[2].upper()
    target = read_target(path)
    if method in METHODS and target is not None:
        endpoint = Endpoint(method, target.path, front.line, target.server)
        yield Start(endpoint, front.line)


def _any(outline: Outline) -> bool:
    return True


TABLES = Reader("tables", _any, endpoints)
