"""Texts of random values, with the place of every value noted while writing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from hypothesis import strategies as st

from undrift.openapi import Value, join_pointer

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
SCALARS: st.SearchStrategy[Value] = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3).map(Decimal)
    | TEXT
)
VALUES: st.SearchStrategy[Value] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=15,
)


@dataclass
class Writer:
    """Writes a value as JSON or block YAML; `places` maps pointers to line, column."""

    newline: str = "\n"
    text: str = ""
    places: dict[str, tuple[int, int]] = field(
        default_factory=dict[str, tuple[int, int]]
    )

    def json(self, value: Value, pointer: str = "", gap: str = "") -> Writer:
        self.note(pointer)
        match value:
            case dict() if value:
                self._json_members(value, pointer, gap)
            case list() if value:
                self.text += "["
                for index, item in enumerate(value):
                    self.text += ("," if index else "") + gap
                    self.json(item, f"{pointer}/{index}", gap)
                self.text += gap + "]"
            case _:
                self.text += scalar(value)
        return self

    def _json_members(self, value: dict[str, Value], pointer: str, gap: str) -> None:
        self.text += "{"
        for index, (key, item) in enumerate(value.items()):
            self.text += ("," if index else "") + gap
            inner = join_pointer(pointer, key)
            self.note(inner)
            place = self.places[inner]
            self.text += scalar(key) + gap + ":" + gap
            self.json(item, inner, gap)
            self.places[inner] = place  # of the key, not of the value
        self.text += gap + "}"

    def yaml(self, value: Value, pointer: str = "", indent: int = 0) -> Writer:
        self.places.setdefault(pointer, self.here())
        match value:
            case dict() if value:
                for index, (key, item) in enumerate(value.items()):
                    self._start(index, indent)
                    inner = join_pointer(pointer, key)
                    self.note(inner)
                    self.text += scalar(key) + ":"
                    self._nested(item, inner, indent)
            case list() if value:
                for index, item in enumerate(value):
                    self._start(index, indent)
                    self.text += "- "
                    self.note(f"{pointer}/{index}")
                    self.yaml(item, f"{pointer}/{index}", indent + 2)
            case _:
                self.text += scalar(value)
        return self

    def _start(self, index: int, indent: int) -> None:
        if index:
            self.text += self.newline + " " * indent

    def _nested(self, item: Value, pointer: str, indent: int) -> None:
        if isinstance(item, (dict, list)) and item:
            self.text += self.newline + " " * (indent + 2)
            self.yaml(item, pointer, indent + 2)
        else:
            self.text += " " + scalar(item)

    def note(self, pointer: str) -> None:
        self.places[pointer] = self.here()

    def here(self) -> tuple[int, int]:
        lines = self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return len(lines), len(lines[-1]) + 1


def scalar(value: Value) -> str:
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value).replace("\x7f", "\\u007f")


def pointers(value: Value, pointer: str = "") -> Iterator[str]:
    yield pointer
    if isinstance(value, dict):
        for key, item in value.items():
            yield from pointers(item, join_pointer(pointer, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from pointers(item, join_pointer(pointer, index))
