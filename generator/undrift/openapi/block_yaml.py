"""The YAML that programs write, read line by line: more than ten times as fast.

Documentation sites print OpenAPI fragments with the same few libraries: block mappings
and sequences, scalars of one line, block scalars. `read_block_yaml` reads just that. At
the first sign of anything else (anchors, tags, flow collections with members, scalars
over several lines, a key given twice, a mistake) it gives up and returns None; the
complete reader then takes the text, and says what is wrong if something is. So whatever
this reader returns must be what the complete reader returns, places included.

References are to YAML 1.2.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from .positions import Children, Position
from .scalar import ScalarError, read_scalar, text_of
from .value import Value

_UNUSUAL = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"
)
"""Anything but printable text and line feeds: tabs, CR, other line ends, a BOM."""

_KEY = re.compile(
    r"(?:([A-Za-z0-9_$/.](?:[^\n ]|[ ](?=[^# ]))*?)"
    r"|'([^'\n]*)'"
    r"|\"([^\"\\\n]*)\")"
    r"(?<! ):(?:[ ]+(.*))?"
)
"""A plain key ends at the first colon that a space or nothing follows (7.3.3)."""
_ENTRY = re.compile(r"-(?:[ ]+(.*))?")
_BLOCK = re.compile(r"([|>])([1-9]?)([+-]?)[ ]*")
_NOT_PLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\[^ ])*+\"")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))")
_ESCAPES = dict(
    zip(
        '0abtnvfre"/\\N_LP',
        '\0\a\b\t\n\v\f\r\x1b"/\\\x85\xa0\u2028\u2029',
        strict=True,
    )
)
_DEEPEST = 60


class _Line(NamedTuple):
    indent: int
    text: str
    number: int
    """Counted from 1."""


_Read: TypeAlias = "tuple[Value, Children]"


class _Unusual(Exception):
    """Something that only the complete reader knows."""


def read_block_yaml(text: str) -> tuple[Value, Position] | None:
    """Return the value of a text and its places, or None if it is not so simple."""
    if _UNUSUAL.search(text):
        return None
    try:
        return _Reader(text).document()
    except (_Unusual, ScalarError):
        return None


class _Reader:
    """Goes through the lines once; `self._at` is the next one."""

    def __init__(self, text: str) -> None:
        self._raw = text.split("\n")
        self._lines = list(_lines(self._raw))
        self._at = 0

    def document(self) -> tuple[Value, Position]:
        """Read the whole text."""
        if not self._lines:
            raise _Unusual
        first = self._lines[0]
        value, children = self._block(first.indent, 0)
        if self._at < len(self._lines):
            raise _Unusual
        return value, Position(first.number, first.indent + 1, children)

    def _block(self, indent: int, depth: int) -> _Read:
        """Read the collection whose entries stand at this indentation."""
        if depth > _DEEPEST:
            raise _Unusual
        if _ENTRY.fullmatch(self._lines[self._at].text):
            return self._sequence(indent, depth)
        return self._mapping(indent, depth)

    def _mapping(self, indent: int, depth: int) -> _Read:
        values: dict[str, Value] = {}
        positions: dict[str, Position] = {}
        lines = self._lines
        while self._at < len(lines) and lines[self._at].indent == indent:
            line = lines[self._at]
            match = _KEY.fullmatch(line.text)
            if match is None:
                break
            plain_key, single, double, rest = match.groups()
            key = next(k for k in (plain_key, single, double) if k is not None)
            if key in values:
                raise _Unusual
            self._at += 1
            value, children = self._value(rest or "", indent, depth, in_mapping=True)
            values[key] = value
            positions[key] = Position(line.number, indent + 1, children)
        if self._at < len(lines) and lines[self._at].indent >= indent:
            # A sequence's entry may stand here: `- a: 1` is followed by the next `-`
            # only at a smaller indentation, so that this is nothing simple.
            raise _Unusual
        return values, positions

    def _sequence(self, indent: int, depth: int) -> _Read:
        values: list[Value] = []
        positions: list[Position] = []
        lines = self._lines
        while self._at < len(lines) and lines[self._at].indent == indent:
            line = lines[self._at]
            match = _ENTRY.fullmatch(line.text)
            if match is None:
                break
            rest = match[1] or ""
            if not rest or rest.startswith("#"):
                raise _Unusual
            column = indent + line.text.index(rest, 1)
            if _ENTRY.fullmatch(rest) or _KEY.fullmatch(rest):
                # What follows the dash is a collection of its own (example 8.15).
                lines[self._at] = _Line(column, rest, line.number)
                value, children = self._block(column, depth + 1)
            else:
                self._at += 1
                value, children = self._value(rest, indent, depth, in_mapping=False)
            values.append(value)
            positions.append(Position(line.number, column + 1, children))
        if self._at < len(lines) and lines[self._at].indent > indent:
            raise _Unusual
        return values, positions

    def _value(self, rest: str, indent: int, depth: int, *, in_mapping: bool) -> _Read:
        """Read what stands behind a key or dash, on this line or below it."""
        if block := _BLOCK.fullmatch(rest):
            return self._scalar_block(block, indent), None
        following = self._lines[self._at] if self._at < len(self._lines) else None
        if not rest:
            if following is None or following.indent < indent:
                return None, None
            if following.indent > indent:
                return self._block(following.indent, depth + 1)
            if in_mapping and _ENTRY.fullmatch(following.text):
                # A sequence may stand at its key's own indentation (example 8.22).
                return self._sequence(indent, depth + 1)
            return None, None
        if following is not None and following.indent > indent:
            raise _Unusual  # a scalar of several lines
        return _scalar(rest)

    def _scalar_block(self, header: re.Match[str], indent: int) -> str:
        """Read a block scalar (8.1); its lines are taken as they are."""
        style, digit, chomping = header.groups()
        start = self._lines[self._at - 1].number
        end = start
        inner = indent + int(digit) if digit else 0
        raw = self._raw
        while end < len(raw):
            text = raw[end]
            if text.strip(" "):
                width = len(text) - len(text.lstrip(" "))
                if not inner:
                    if width <= indent:
                        break
                    inner = width
                elif width < inner:
                    if width > indent:
                        raise _Unusual
                    break
            elif inner == 0 and text:
                raise _Unusual  # spaces that may be meant as content
            end += 1
        while self._at < len(self._lines) and self._lines[self._at].number <= end:
            self._at += 1
        content = [text[inner:] for text in raw[start:end]]
        trailing = 0
        while content and not content[-1]:
            content.pop()
            trailing += 1
        if not content:
            raise _Unusual
        ended = end < len(raw) or trailing > 0
        if end == len(raw):
            trailing = max(
                trailing - 1, 0
            )  # what follows the last line feed is no line
        body = "\n".join(content) if style == "|" else _folded(content)
        match chomping:
            case "-":
                return body
            case "+":
                return body + "\n" * (trailing + 1) if ended else body
            case _:
                return body + "\n" if ended else body


def _lines(raw: list[str]) -> Iterator[_Line]:
    """Yield the lines that hold something; comments of whole lines do not."""
    for number, text in enumerate(raw, 1):
        bare = text.lstrip(" ")
        if bare and not bare.startswith("#"):
            if text.startswith(("---", "...", "%")):
                raise _Unusual
            yield _Line(len(text) - len(bare), bare.rstrip(" "), number)


def _scalar(text: str) -> _Read:
    """Read a scalar of one line, or an empty collection."""
    if text == "[]":
        return [], []
    if text == "{}":
        return {}, {}
    first = text[0]
    if first == "'":
        inner = text[1:-1]
        if len(text) < 2 or text[-1] != "'" or "'" in inner.replace("''", ""):
            raise _Unusual
        return inner.replace("''", "'"), None
    if first == '"':
        return _double_quoted(text), None
    if _NOT_PLAIN.match(first) and not re.match(r"-[^\s]", text):
        raise _Unusual
    if ": " in text or " #" in text or text.endswith(":"):
        raise _Unusual
    return read_scalar(text), None


def _double_quoted(text: str) -> str:
    """Read a quoted scalar and its escapes (5.7)."""
    if not _QUOTED.fullmatch(text):
        raise _Unusual
    return text_of(_ESCAPE.sub(_unescaped, text[1:-1]))


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code is not None:
        return chr(int(code, 16))
    if match[3] not in _ESCAPES:
        raise _Unusual
    return _ESCAPES[match[3]]


def _folded(lines: list[str]) -> str:
    """Fold lines (6.5, 8.1.3): one break becomes a space, more lose one.

    Lines that begin with a space keep the breaks around them.
    """
    parts: list[str] = []
    blank = 0
    before = ""
    for line in lines:
        if not line:
            blank += 1
            continue
        if parts or blank:
            kept = line.startswith(" ") or before.startswith(" ")
            if not parts:
                parts.append("\n" * blank)
            elif kept:
                parts.append("\n" * (blank + 1))
            elif blank:
                parts.append("\n" * blank)
            else:
                parts.append(" ")
        parts.append(line)
        before = line
        blank = 0
    return "".join(parts)
