"""Values written as YAML read back as the same values, by 1.2 and by 1.1."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol, cast

import pytest
from hypothesis import given, strategies as st
from ruamel.yaml import YAML

from tests.properties import examples
from undrift.openapi import Loaded, Value, load_source, same, yaml_text

PIECES = st.sampled_from(
    [
        *("a", "b", " ", "#", ":", "\n", "-", "?", "'", '"', "{", "}", "[", ","),
        *("&", "*", "!", "|", ">", "%", "@", "~", "=", "<<", "yes", "null", "1"),
        *("0x1f", "1e3", ".5", "12:30", "2024-01-01", "é", "\u2028", "\x85"),
        *("\ufeff", "😀", "\t", "\r", "\\", "/", "- ", ": ", " #", "\x7f", "\u202e"),
    ]
)
TEXT = st.lists(PIECES, max_size=8).map("".join)
NUMBERS = st.sampled_from(["1000.00", "1E+2", "0.1", "-3.5E-7", "12E3", "-0"])
SCALARS = (
    TEXT | st.none() | st.booleans() | st.integers() | NUMBERS.map(Decimal) | st.text()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3)
    ),
    max_leaves=12,
)


@examples(400)
@given(VALUES)
def test_reads_back(value: Value) -> None:
    written = yaml_text({"value": value})
    loaded = load_source("written.yaml", written)
    assert isinstance(loaded, Loaded), loaded
    assert same(loaded.value, {"value": value})


class Reader(Protocol):
    """The part of ruamel.yaml that is used here; it leaves this untyped."""

    def load(self, stream: str, /) -> dict[str, object]: ...


@examples(200)
@given(TEXT)
def test_older_readers_take_text_for_text(text: str) -> None:
    reader = cast("Reader", YAML(typ="safe", pure=True))
    written = f"%YAML 1.1\n---\n{yaml_text({'key': text, text or 'x': 1})}"
    assert reader.load(written)["key"] == (text if text != "key" else 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({}, "{}\n"),
        ({"a": [], "b": {}}, "a: []\nb: {}\n"),
        ({"200": "on"}, "'200': 'on'\n"),
        (
            {"a": [{"b": 1, "c": [1, [2]]}]},
            "a:\n  - b: 1\n    c:\n      - 1\n      - - 2\n",
        ),
        ({"/x/{id}": "one\ntwo\n"}, "/x/{id}: |\n  one\n  two\n"),
        ({"openapi": "3.1.0", "version": "1.0"}, "openapi: 3.1.0\nversion: '1.0'\n"),
        ({"sum": Decimal("1000.00")}, "sum: 1000.00\n"),
    ],
)
def test_is_written_so(value: Value, text: str) -> None:
    assert yaml_text(value) == text
