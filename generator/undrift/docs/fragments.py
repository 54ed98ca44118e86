"""OpenAPI fragments inside a page.

A fence is a fragment when a dialect takes it for one: by its info string, by the
heading above it, or because its own first level says so. Recognising looks at keys
only; whoever reads the text finds out what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..diagnostics import Diagnostic
from .dialects import DIALECTS, Candidate, Description
from .text.blocks import Block, Fence, Heading, Tag, flat
from .text.markdown import Blocks, parse
from .text.page import PageText, excerpt

_LANGUAGES = frozenset(("", "yaml", "yml", "json"))
_YAML_KEY = re.compile(r"^([A-Za-z][\w-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:", re.MULTILINE)
_JSON_TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|[{}\[\]]", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of OpenAPI in a page.

    The text's first line is line `first_line` of the page, and its lines begin at
    `column` (from 1). `method` is in capitals; it and `path` are "" where the info
    string names none, and so is `spec_file`.
    """

    text: str
    first_line: int
    column: int
    info: str
    method: str = ""
    path: str = ""
    spec_file: str = ""
    webhook: bool = False


def fragments_of(
    page: PageText,
) -> tuple[tuple[Fragment, ...], tuple[Diagnostic, ...]]:
    """Return a page's fragments, and whatever is wrong with the page as text."""
    return fragments_in(page, parse(page.text))


def fragments_in(
    page: PageText, parsed: Blocks
) -> tuple[tuple[Fragment, ...], tuple[Diagnostic, ...]]:
    """Return the fragments of a page whose blocks are known."""
    found: list[Fragment] = []
    problems = [
        Diagnostic("UD024", reason, page.place(line)) for line, reason in parsed.unread
    ]
    problems.extend(_control_characters(page))
    for block, section in _with_section(parsed.blocks):
        if isinstance(block, Tag):
            for dialect in DIALECTS:
                problems.extend(dialect.problems_of_tag(page, block))
            continue
        if not block.closed:
            hint = f"end the page, or the block, with {'`' * block.marker}"
            place = page.place(block.line, block.indent + 1)
            message = f"the fence {excerpt(block.info)} is not closed"
            problems.append(Diagnostic("UD021", message, place, hint))
        if description := _described(block, section):
            if description.is_openapi:
                found.append(_fragment(page, block, description))
            if description.problem is not None:
                message, hint = description.problem
                place = page.place(block.first_line)
                problems.append(Diagnostic("UD024", message, place, hint))
    return tuple(found), tuple(problems)


def descriptions_in(blocks: Iterable[Block]) -> Iterator[tuple[Fence, Description]]:
    """Yield the fences that describe operations in a language for it."""
    for block, section in _with_section(blocks):
        if isinstance(block, Fence) and (described := _described(block, section)):
            yield block, described


def _described(fence: Fence, section: str) -> Description | None:
    """Return what the first dialect that knows a fence takes it for."""
    if fence.language not in _LANGUAGES:
        return None
    candidate = Candidate(fence, section, _first_level(fence.text))
    described = (dialect.described(candidate) for dialect in DIALECTS)
    return next(filter(None, described), None)


def _fragment(page: PageText, fence: Fence, description: Description) -> Fragment:
    named = description.named
    return Fragment(
        fence.text,
        page.place(fence.first_line).line,
        fence.indent + 1,
        fence.info,
        named.method,
        named.path,
        named.spec_file,
        named.webhook,
    )


def _first_level(text: str) -> frozenset[str]:
    """Return the keys of the outermost mapping, without reading the values."""
    if text.lstrip().startswith(("{", "[")):
        if '"openapi"' in text or '"swagger"' in text or '"asyncapi"' in text:
            return frozenset(_json_keys(text))
        return frozenset()
    return frozenset(m[1].strip("\"'") for m in _YAML_KEY.finditer(text))


def _json_keys(text: str) -> Iterator[str]:
    depth = 0
    for match in _JSON_TOKEN.finditer(text):
        token = match[0]
        if token in "{[":
            depth += 1
        elif token in "}]":
            depth -= 1
        elif depth == 1 and text[match.end() : match.end() + 20].lstrip()[:1] == ":":
            yield token[1:-1]


def _with_section(blocks: Iterable[Block]) -> Iterator[tuple[Fence | Tag, str]]:
    """Yield fences and tags with the text of the heading they stand under."""
    section = ""
    for block in flat(blocks):
        if isinstance(block, Heading):
            section = block.text.plain
        elif isinstance(block, Fence | Tag):
            yield block, section


def _control_characters(page: PageText) -> Iterator[Diagnostic]:
    match = _CONTROL.search(page.text)
    if match:
        line = page.text.count("\n", 0, match.start()) + 1
        message = f"the page holds the control character U+{ord(match[0]):04X}"
        hint = "such characters can hide text from a reader; look at the page's bytes"
        yield Diagnostic("UD024", message, page.place(line), hint)
