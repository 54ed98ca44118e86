"""OpenAPI fragments inside a page.

A fence is a fragment when its info string says so,

    yaml [SPEC] [webhook] METHOD PATH

where SPEC is a URL or ends in .yaml, .yml or .json, or when its own first level has an
`openapi` key. Fences of examples are never fragments, whatever they are called.
Recognising looks at keys only; whoever reads the text finds out what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from ..diagnostics import Diagnostic
from .text.blocks import Block, Fence, Heading, Tag, flat
from .text.markdown import Blocks, parse
from .text.page import PageText, excerpt
from .vocabulary.words import METHODS

_LANGUAGES = frozenset(("yaml", "yml", "json"))
_SPEC_FILE = re.compile(r"(?:https?://\S+|[^\s?]+\.(?:ya?ml|json)(?:\?\S*)?)$")
_YAML_KEY = re.compile(r"^([A-Za-z][\w-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:", re.MULTILINE)
_JSON_TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|[{}\[\]]", re.DOTALL)
_OLD_DIALECT = re.compile(r"\s*paths:[ \t]*\n[ \t]+path:[ \t]")
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


class Language(Enum):
    """Which description language a fence is written in."""

    OPENAPI = auto()
    ASYNCAPI = auto()
    OLD_MINTLIFY = auto()
    """Mintlify's dialect up to 2025: `paths: {path, method, request, response}`."""


@dataclass(frozen=True, slots=True)
class _Info:
    language: str = ""
    spec_file: str = ""
    webhook: bool = False
    method: str = ""
    path: str = ""


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
            problems.extend(_elsewhere(page, block))
            continue
        if not block.closed:
            hint = f"end the page, or the block, with {'`' * block.marker}"
            place = page.place(block.line, block.indent + 1)
            message = f"the fence {excerpt(block.info)} is not closed"
            problems.append(Diagnostic("UD021", message, place, hint))
        match language_of(block, section):
            case Language.OPENAPI:
                found.append(_fragment(page, block))
            case Language.OLD_MINTLIFY:
                message = "this fragment is in Mintlify's older dialect, not OpenAPI"
                hint = "fetch the page again, or use the site's own OpenAPI document"
                place = page.place(block.first_line)
                problems.append(Diagnostic("UD024", message, place, hint))
            case Language.ASYNCAPI | None:
                pass
    return tuple(found), tuple(problems)


def named_call(fence: Fence) -> tuple[str, str]:
    """Return the method and the path that a fence's info string names, or ""."""
    info = _read_info(fence.info)
    return ("", "") if info.webhook else (info.method, info.path)


def language_of(fence: Fence, section: str = "") -> Language | None:
    """Return what a fence describes; `section` is the heading it stands under."""
    info = _read_info(fence.info)
    if info.language not in _LANGUAGES and fence.language not in _LANGUAGES | {""}:
        return None
    keys = _first_level(fence.text)
    asynchronous = "asyncapi" in section.casefold() or "asyncapi" in info.spec_file
    if "asyncapi" in keys or (asynchronous and "openapi" not in keys):
        return Language.ASYNCAPI if info.language or "asyncapi" in keys else None
    if keys & {"openapi", "swagger"} and keys & {"paths", "components", "webhooks"}:
        return Language.OPENAPI
    if not info.method and not info.webhook:
        return None
    if _OLD_DIALECT.match(fence.text):
        return Language.OLD_MINTLIFY
    described = keys & {"openapi", "swagger", "paths", "components", "info", "servers"}
    return Language.OPENAPI if info.spec_file or described else None


def _fragment(page: PageText, fence: Fence) -> Fragment:
    info = _read_info(fence.info)
    return Fragment(
        fence.text,
        page.place(fence.first_line).line,
        fence.indent + 1,
        fence.info,
        info.method,
        info.path,
        info.spec_file,
        info.webhook,
    )


def _read_info(text: str) -> _Info:
    """Read `yaml [SPEC] [webhook] METHOD PATH`; an empty `_Info` if it is not that."""
    words = text.split()
    if not words or words[0].casefold() not in _LANGUAGES:
        return _Info()
    language, words = words[0].casefold(), words[1:]
    spec_file = ""
    if words and _SPEC_FILE.match(words[0]):
        spec_file, words = words[0], words[1:]
    webhook = bool(words) and words[0].casefold() == "webhook"
    if webhook:
        words = words[1:]
    method = words[0].upper() if words else ""
    if method in METHODS and len(words) > 1:
        path = words[1] if webhook or words[1].startswith("/") else f"/{words[1]}"
        return _Info(language, spec_file, webhook, method, path)
    if webhook and words:
        return _Info(language, spec_file, webhook, "", words[0])
    return _Info(language, spec_file)


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


def _with_section(blocks: tuple[Block, ...]) -> Iterator[tuple[Fence | Tag, str]]:
    """Yield fences and tags with the text of the heading they stand under."""
    section = ""
    for block in flat(blocks):
        if isinstance(block, Heading):
            section = block.text.plain
        elif isinstance(block, Fence | Tag):
            yield block, section


def _elsewhere(page: PageText, tag: Tag) -> Iterator[Diagnostic]:
    """Report GitBook's tags that only name a spec which the page does not hold."""
    if tag.name in ("openapi", "openapi-operation", "swagger") and not tag.closing:
        source = tag.get("src") or tag.get("spec")
        if not source and tag.get("baseUrl"):
            return  # It holds the operation itself.
        message = f"the page only refers to a spec kept elsewhere: {excerpt(source)}"
        hint = "fetch the published page, which holds the spec, or give the spec itself"
        yield Diagnostic("UD024", message, page.place(tag.line), hint)


def _control_characters(page: PageText) -> Iterator[Diagnostic]:
    match = _CONTROL.search(page.text)
    if match:
        line = page.text.count("\n", 0, match.start()) + 1
        message = f"the page holds the control character U+{ord(match[0]):04X}"
        hint = "such characters can hide text from a reader; look at the page's bytes"
        yield Diagnostic("UD024", message, page.place(line), hint)
