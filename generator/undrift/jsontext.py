"""JSON text from plain values, numbers exactly as they are; what kind a value is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import cast


def dumps(value: object, indent: int | None = None, *, compact: bool = False) -> str:
    """Write a plain value (None, bool, int, Decimal, str, list, dict) as JSON text.

    A `Decimal` keeps its digits (`1000.00`), which `json.dumps` cannot do. With
    `indent`, containers spread over lines as `json.dumps` would lay them out; with
    `compact`, no space stands after commas and colons.
    """
    if indent is None:
        # At the standard library's speed, if nothing in it is a `Decimal`.
        with suppress(TypeError):
            return (_COMPACT if compact else _ENCODER).encode(value)
    return _Writer(indent, ("," if compact else ", "), (":" if compact else ": ")).text(
        value, 0
    )


def kind_of(value: object) -> str:
    """Return a plain value's type in JSON's words, for messages."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | Decimal():
            return "a number"
        case str():
            return "a string"
        case list():
            return "an array"
        case _:
            return "an object"


@dataclass(frozen=True, slots=True)
class _Writer:
    indent: int | None
    comma: str
    colon: str

    def text(self, value: object, depth: int) -> str:
        match value:
            # First what is frequent: to tell a Mapping takes long.
            case str():
                return _quoted(value)
            case bool() | int() | None:
                return json.dumps(value)
            case Mapping():
                members = cast("Mapping[object, object]", value)
                items = [
                    f"{_quoted(str(key))}{self.colon}{self.text(item, depth + 1)}"
                    for key, item in members.items()
                ]
                return self._container("{", items, "}", depth)
            case Decimal():
                return str(value)
            case Sequence():
                entries = cast("Sequence[object]", value)
                items = [self.text(item, depth + 1) for item in entries]
                return self._container("[", items, "]", depth)
            case _:
                raise TypeError(f"not a plain value: {type(value).__name__}")

    def _container(self, start: str, items: list[str], end: str, depth: int) -> str:
        if self.indent is None or not items:
            return f"{start}{self.comma.join(items)}{end}"
        inner = "\n" + " " * (self.indent * (depth + 1))
        outer = "\n" + " " * (self.indent * depth)
        return f"{start}{inner}{f',{inner}'.join(items)}{outer}{end}"


_ENCODER = json.JSONEncoder(ensure_ascii=False)
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _quoted(text: str) -> str:
    return _ENCODER.encode(text)
