"""JSON text to values at the speed of the standard library, and where they stand.

Reading takes one fast path that can only say *that* something is wrong; a slower pass
over the tokens then says what and where.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import NoReturn, cast

from .budget import DEPTH, JSON_SIZE
from .scalar import ScalarError, read_decimal, read_integer
from .source import Fault, Lines
from .value import Value, containers, deeper, quoted

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}:,]|[^][{}:,"\s]+', re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n]*")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_CONSTANTS = frozenset({"NaN", "Infinity", "-Infinity"})


class _Refused(ValueError):
    """A text that is JSON, yet outside what undrift accepts."""


def parse_json(text: str) -> tuple[Value] | Fault:
    """Return the value of a JSON text, boxed, or why it is none."""
    if len(text) > JSON_SIZE:
        message = f"{len(text)} characters of JSON are more than {JSON_SIZE}"
        return Fault("UD012", message, 0, 0)
    try:
        value = cast(
            Value,
            json.loads(
                text,
                parse_float=read_decimal,
                parse_int=read_integer,
                parse_constant=_refuse,
                object_pairs_hook=_object,
            ),
        )
    except json.JSONDecodeError as error:
        line, column = Lines(text).at(error.pos)
        return Fault("UD010", f"not valid JSON: {error.msg}", line, column)
    except (_Refused, ScalarError, RecursionError):
        return _first_fault(text)
    if _too_deep(value) or (_SURROGATE.search(text) and not _encodable(value)):
        return _first_fault(text)
    return (value,)


class JsonPositions:
    """Finds values in a JSON text that has been read without a fault.

    Each container is taken apart only when something inside it is asked for, its
    members skipped at the standard library's speed.
    """

    def __init__(self, text: str) -> None:
        """Keep the text; nothing is scanned yet."""
        self._text = text
        self._decoder = json.JSONDecoder()
        self._members: dict[int, dict[str, tuple[int, int]]] = {}
        self._lines: Lines | None = None

    def find(self, tokens: Sequence[str], /) -> tuple[int, int]:
        """Return line and column of the deepest value on this way."""
        spot = offset = self._skip(0)
        for token in tokens:
            member = self._members_at(offset).get(token)
            if member is None:
                break
            spot, offset = member
        if self._lines is None:
            self._lines = Lines(self._text)
        return self._lines.at(spot)

    def _skip(self, offset: int) -> int:
        match = _SPACE.match(self._text, offset)
        return match.end() if match else offset

    def _members_at(self, offset: int) -> dict[str, tuple[int, int]]:
        """Return, by key or index, where each member and its value begin."""
        if offset in self._members:
            return self._members[offset]
        members: dict[str, tuple[int, int]] = {}
        opening = self._text[offset]
        closing = {"{": "}", "[": "]"}.get(opening)
        position = self._skip(offset + 1)
        while closing and self._text[position] != closing:
            start = position
            if opening == "{":
                key, position = self._decode(position)
                position = self._skip(self._skip(position) + 1)
            else:
                key = str(len(members))
            members[key] = (start, position)
            _, position = self._decode(position)
            position = self._skip(position)
            if self._text[position] == ",":
                position = self._skip(position + 1)
        self._members[offset] = members
        return members

    def _decode(self, offset: int) -> tuple[str, int]:
        value, end = self._decoder.raw_decode(self._text, offset)
        return (value if isinstance(value, str) else "", end)


def _object(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _Refused
    return value


def _refuse(_: str) -> NoReturn:
    raise _Refused


def _too_deep(value: Value) -> bool:
    level = containers(value)
    for _ in range(DEPTH + 1):
        if not level:
            return False
        level = deeper(level)
    return True


def _encodable(value: Value) -> bool:
    try:
        json.dumps(value, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        return False
    return True


def _first_fault(text: str) -> Fault:
    """Return the first thing in a JSON text that undrift refuses."""
    scopes: list[set[str] | None] = []  # the keys so far, None for an array
    key_next = False
    for match in _TOKEN.finditer(text):
        token = match.group()
        code = message = hint = ""
        if token in "{[":
            scopes.append(set() if token == "{" else None)
            key_next = token == "{"
            if len(scopes) > DEPTH:
                code, message = "UD012", f"nested more than {DEPTH} levels deep"
        elif token in "}]":
            scopes.pop()
            key_next = False
        elif token == ",":
            key_next = scopes[-1] is not None
        elif token == ":":
            key_next = False
        elif token[0] == '"':
            string = cast(str, json.loads(token, strict=False))
            scope = scopes[-1] if scopes else None
            if key_next and scope is not None:
                if string in scope:
                    code, message = "UD011", f"the key {quoted(string)} is given twice"
                    hint = "keep one of the two"
                scope.add(string)
            if not string.isascii() and not _encodable(string):
                code, message = "UD013", "half of a surrogate pair is no character"
        elif token in _CONSTANTS:
            code, message = "UD013", f"{token} is not a JSON value"
        else:
            code, message = _number_fault(token)
        if code:
            line, column = Lines(text).at(match.start())
            return Fault(code, message, line, column, hint)
    return Fault("UD012", f"nested more than {DEPTH} levels deep", 0, 0)


def _number_fault(token: str) -> tuple[str, str]:
    try:
        if token not in ("true", "false", "null"):
            (read_integer if token.lstrip("-").isdecimal() else read_decimal)(token)
    except ScalarError as error:
        return error.code, str(error)
    return "", ""
