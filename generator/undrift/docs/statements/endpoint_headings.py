"""Endpoints in two pieces: a heading *Method*, and a heading *URL*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..text.blocks import Fence, Paragraph
from ..text.sections import Section
from ..vocabulary.words import METHODS, Concept
from .endpoints import Endpoint, RequestTarget, StatedEndpoint, read_target


def endpoints_in_headings(sections: Sequence[Section]) -> Iterator[StatedEndpoint]:
    """Pair what stands below a heading *Method* with what stands below *URL*."""
    method: tuple[str, int] | None = None
    target: tuple[RequestTarget, int] | None = None
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
            yield StatedEndpoint(
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
