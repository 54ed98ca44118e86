"""What cells and descriptions say: types, requiredness, limits, defaults, choices."""

from __future__ import annotations

import json

import pytest

from undrift.docs.statements.cells import (
    is_type,
    is_yes_or_no,
    read_constraints,
    read_remark,
    read_required,
    read_type,
)
from undrift.docs.text.blocks import Span, Text


def text(marked: str) -> Text:
    """Return text in which backticks mark code."""
    parts = marked.split("`")
    spans = (Span(part, code=n % 2 == 1) for n, part in enumerate(parts) if part)
    return Text(tuple(spans))


@pytest.mark.parametrize(
    ("cell", "kind", "limits"),
    [
        ("string", "string", {}),
        ("String(1-19)", "string", {"minLength": "1", "maxLength": "19"}),
        ("string[2..5]", "string", {"minLength": "2", "maxLength": "5"}),
        ("string (40)", "string", {"maxLength": "40"}),
        ("varchar(max. 9)", "string", {"maxLength": "9"}),
        ("integer(1-9)", "integer", {"minimum": "1", "maximum": "9"}),
        ("number (0, 10)", "number", {"minimum": "0", "maximum": "10"}),
        ("integer(9)", "integer", {}),
        ("boolean (1-2)", "boolean", {}),
        ("uuid \\| null", "string", {"format": "uuid", "nullable": "true"}),
        ("integer, nullable", "integer", {"nullable": "true"}),
        ("ISO date", "string", {"format": "date"}),
        ("datetime", "string", {"format": "date-time"}),
        ("date-time", "string", {"format": "date-time"}),
        ("email", "string", {"format": "email"}),
        ("URL", "string", {"format": "uri"}),
        ("file", "string", {"format": "binary"}),
        ("decimal", "number", {}),
        ("bool", "boolean", {}),
        ("hash", "object", {}),
        ("array of objects", "array", {}),
        ("string[]", "array", {}),
        ("list of uuid", "array", {}),
        ("whole number", "number", {}),
        ("Money", "", {}),
        ("null", "", {"nullable": "true"}),
        ("", "", {}),
    ],
)
def test_types(cell: str, kind: str, limits: dict[str, str]) -> None:
    read, found = read_type(cell)
    assert (read, dict(found)) == (kind, limits)


def test_a_long_cell_is_no_type() -> None:
    assert is_type("integer or string")
    assert not is_type("The string that the sender of the order gave")
    assert not is_type("Something")


@pytest.mark.parametrize(
    ("cell", "stated"),
    [
        ("Yes", "yes"),
        ("YES.", "yes"),
        ("✓", "yes"),
        ("required", "yes"),
        ("Required for cards", "yes"),
        ("required if paid", "conditional"),
        ("yes*", "conditional"),
        ("yes (cards)", "conditional"),
        ("yes (required)", "yes"),
        ("when shipped", "conditional"),
        ("conditional", "conditional"),
        ("no", "no"),
        ("-", "no"),
        ("Optional, see below", "no"),
        ("нет", "no"),
        ("", "unstated"),
        ("maybe", "unstated"),
    ],
)
def test_required(cell: str, stated: str) -> None:
    assert read_required(cell) == stated


@pytest.mark.parametrize(
    ("cell", "answers"),
    [("Yes", True), (" no ", True), ("Conditional", True), ("yes, please", False)],
)
def test_yes_or_no(cell: str, answers: bool) -> None:
    assert is_yes_or_no(cell) is answers


@pytest.mark.parametrize(
    ("description", "stated"),
    [
        ("Required. The name", "yes"),
        ("(required), the name", "yes"),
        ("Optional: the name", "no"),
        ("Optional, in cents", "no"),
        ("The name (optional)", "no"),
        ("The name. Required.", "yes"),
        ("Required if paid by card", "conditional"),
        ("Required when shipped. Optional.", "conditional"),
        ("The name that is required", "unstated"),
        ("If, then", "unstated"),
        ("x. The width", "unstated"),
        ("First. Then (optional)", "no"),
        ("", "unstated"),
    ],
)
def test_remarks(description: str, stated: str) -> None:
    assert read_remark(description) == stated


@pytest.mark.parametrize(
    ("description", "kind", "found"),
    [
        ("3-20 characters", "string", {"minLength": "3", "maxLength": "20"}),
        ("from 3 to 20 chars", "string", {"minLength": "3", "maxLength": "20"}),
        ("At least 8 characters", "string", {"minLength": "8"}),
        ("min length 8, max length 9", "string", {"minLength": "8", "maxLength": "9"}),
        ("Up to 50 symbols", "string", {"maxLength": "50"}),
        ("Maximum: 50 letters", "", {"maxLength": "50"}),
        ("не более 5 символов", "string", {"maxLength": "5"}),
        ("Between 1 and 9", "integer", {"minimum": "1", "maximum": "9"}),
        ("between 1 and 9 characters", "string", {"minLength": "1", "maxLength": "9"}),
        ("Days, 1–30", "integer", {"minimum": "1", "maximum": "30"}),
        ("Share, 1–30%", "number", {}),
        ("≥ 2 and <= 7.5", "number", {"minimum": "2", "maximum": "7.5"}),
        (">= 2%", "number", {}),
        ("Minimum 0.5, maximum 99", "number", {"minimum": "0.5", "maximum": "99"}),
        ("At least -5", "integer", {"minimum": "-5"}),
        ("At least 5", "string", {}),
        ("max 10MB", "integer", {}),
        ("(1–100 items)", "array", {"minItems": "1", "maxItems": "100"}),
        ("minimum 2 items, at most 9", "array", {"minItems": "2", "maxItems": "9"}),
        ("maximum 2", "array", {"maxItems": "2"}),
        ("(2-20 items)", "string", {}),
        ("(20 items)", "array", {"maxItems": "20"}),
        ("One of `a`, `b`. Not `c`.", "string", {"enum": ["a", "b"]}),
        ("`z` or one of `a`, `b`", "boolean", {"enum": ["a", "b"]}),
        ("One of the above", "string", {}),
        (
            "One of `x`, `y`, default `y`",
            "string",
            {"enum": ["x", "y"], "default": "y"},
        ),
        ("One of `é`, `ж`", "string", {"enum": ["é", "ж"]}),
        ("Defaults to `asc`", "string", {"default": "asc"}),
        ("Default: 'two words'", "string", {"default": "two words"}),
        ("default 25", "integer", {"default": "25"}),
        ("Default is -1.5.", "number", {"default": "-1.5"}),
        ("By default true", "boolean", {"default": "true"}),
        ("Defaults to true", "boolean", {"default": "true"}),
        ("defaults to name, then", "string", {"default": "name"}),
        ("Defaults to name.", "string", {"default": "name"}),
        ("Defaults to .name. Or", "string", {"default": ".name"}),
        ("Defaults to the company's currency", "string", {}),
        ("Defaults to 5-day", "string", {"default": "5-day"}),
        ("Defaults to 5-day weeks", "string", {}),
        ("Order: `asc` or `desc`", "string", {"enum": ["asc", "desc"]}),
        ("`1`, `2`", "integer", {"enum": ["1", "2"]}),
        ("`1`, `2`", "number", {}),
        ("`a` / `b` | `c`", "string", {"enum": ["a", "b", "c"]}),
        (
            "Must be `a` (default) or `b` (slow)",
            "string",
            {"enum": ["a", "b"], "default": "a"},
        ),
        ("Either `a` or `a`", "string", {}),
        ("File: `.png`, `.jpg`", "string", {}),
        ("Example: `a`, `b`", "string", {}),
        ("Returns fields: `a`, `b`", "string", {}),
        ("Some of: `a`, `b` and others", "string", {}),
    ],
)
def test_constraints(description: str, kind: str, found: dict[str, object]) -> None:
    read = dict(read_constraints(text(description), kind))
    if "enum" in read:
        assert read.pop("enum") == json.dumps(found.pop("enum"), ensure_ascii=False)
    assert read == found
