"""Documented examples: JSON with the line of every value, and replies with a status."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_DEPTH = 100
_VALUES = 50_000
_SPACE = re.compile(r"[ \t\r\n]*+")
_SCALAR = re.compile(r"-?\d[\d.eE+-]*+|true|false|null")
_STRING = re.compile(r"\"(?:[^\"\\\x00-\x1f]|\\(?:[\"\\/bfnrt]|u[0-9A-Fa-f]{4}))*+\"")
_STATUS_LINE = re.compile(r"\s*HTTP(?:/[\d.]+)?[ \t]+([1-5]\d\d)\b[^\n]*(?:\n|$)")
_HEADER_LINES = re.compile(r"(?:[A-Za-z][\w-]*:[^\n]*\n)++(?:[ \t]*\n)?")


@dataclass(frozen=True, slots=True)
class JsonField:
    """A value inside an example, at `parent.child` or `parent[].child`.

    `text` is the value as it is written, for scalars and empty containers only.
    """

    name: str
    type: str
    line: int
    text: str | None


@dataclass(frozen=True, slots=True)
class ResponseMessage:
    """An example that shows the response's status line. `body` may be empty."""

    status: str
    line: int
    body: str
    body_line: int


class NotJson(ValueError):
    """The text is not JSON. Never leaves this module."""


def looks_like_json(text: str) -> bool:
    """Return whether a text begins as a JSON object or array."""
    return text.lstrip().startswith(("{", "["))


def json_fields(text: str, first_line: int) -> tuple[JsonField, ...] | None:
    """Return every named value of a JSON text, or None if it is not JSON.

    Items of a list are one: a name is told once, and its type is the first one that is
    not null.
    """
    try:
        return _merged(_Scanner(text, first_line).fields())
    except NotJson:
        return None


def read_response_message(text: str, first_line: int) -> ResponseMessage | None:
    """Read an example that begins with a status line, such as `HTTP 200 OK`."""
    match = _STATUS_LINE.match(text)
    if match is None:
        return None
    line = first_line + text.count("\n", 0, match.start(1))
    at = match.end()
    if headers := _HEADER_LINES.match(text, at):
        at = headers.end()
    body_line = first_line + text.count("\n", 0, at)
    return ResponseMessage(match[1], line, text[at:].strip("\n"), body_line)


class _Scanner:
    """Reads JSON strictly, and tells values as it meets them."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._at = 0
        self._line = first_line
        self._counted = 0
        self._values = 0

    def fields(self) -> Iterator[JsonField]:
        yield from self._value("", "", 0)
        self._skip()
        if self._at != len(self._text):
            raise NotJson

    def _value(self, name: str, path: str, depth: int) -> Iterator[JsonField]:
        """Read one value; `name` is what it is called, `path` what is inside it."""
        self._skip()
        self._values += 1
        if depth > _DEPTH or self._values > _VALUES:
            raise NotJson
        line = self._line_here()
        start = self._text[self._at : self._at + 1]
        if start == "{":
            yield from self._object(name, path, line, depth)
        elif start == "[":
            yield from self._array(name, path, line, depth)
        elif name:
            kind, text = self._scalar(start)
            yield JsonField(name, kind, line, text)
        else:
            self._scalar(start)

    def _object(
        self, name: str, path: str, line: int, depth: int
    ) -> Iterator[JsonField]:
        self._at += 1
        empty = self._peek() == "}"
        if name:
            yield JsonField(name, "object", line, "{}" if empty else None)
        prefix = f"{path}." if path else ""
        while self._peek() != "}":
            if self._peek() != '"':
                raise NotJson
            line = self._line_here()
            key, _ = self._string()
            self._expect(":")
            child = prefix + key
            for field in self._value(child, child, depth + 1):
                if key in {"...", "…"}:
                    continue  # `"…": "…"` stands for whatever else there is.
                if field.name == child:
                    field = JsonField(child, field.type, line, field.text)
                yield field
            if self._peek() != ",":
                break
            self._at += 1
            if self._peek() == "}":
                raise NotJson
        self._expect("}")

    def _array(
        self, name: str, path: str, line: int, depth: int
    ) -> Iterator[JsonField]:
        self._at += 1
        empty = self._peek() == "]"
        if name:
            yield JsonField(name, "array", line, "[]" if empty else None)
        inside = f"{path}[]"
        while self._peek() != "]":
            yield from self._value("", inside, depth + 1)
            if self._peek() != ",":
                break
            self._at += 1
            if self._peek() == "]":
                raise NotJson
        self._expect("]")

    def _scalar(self, start: str) -> tuple[str, str]:
        if start == '"':
            return "string", self._string()[1]
        match = _SCALAR.match(self._text, self._at)
        if match is None:
            raise NotJson
        self._at = match.end()
        text = match[0]
        try:
            json.loads(text, parse_int=str)
        except ValueError:
            raise NotJson from None
        if text == "null":
            return "", text
        if text in ("true", "false"):
            return "boolean", text
        return ("number" if set(text) & set(".eE") else "integer"), text

    def _string(self) -> tuple[str, str]:
        match = _STRING.match(self._text, self._at)
        if match is None:
            raise NotJson
        self._at = match.end()
        return str(json.loads(match[0])), match[0]

    def _peek(self) -> str:
        self._skip()
        return self._text[self._at : self._at + 1]

    def _expect(self, character: str) -> None:
        if self._peek() != character:
            raise NotJson
        self._at += 1

    def _skip(self) -> None:
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line


def _merged(fields: Iterator[JsonField]) -> tuple[JsonField, ...]:
    merged: dict[str, JsonField] = {}
    for field in fields:
        known = merged.setdefault(field.name, field)
        if known.type == field.type or not field.type:
            continue
        kind = field.type if not known.type else _wider(known.type, field.type)
        merged[field.name] = JsonField(known.name, kind, known.line, known.text)
    return tuple(merged.values())


def _wider(one: str, other: str) -> str:
    return "number" if {one, other} == {"integer", "number"} else ""
