"""What of a description concerns programs, and what only people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

from .value import Value, same

_ANNOTATIONS = frozenset(
    (
        "$comment",
        "description",
        "summary",
        "title",
        "example",
        "examples",
        "externalDocs",
    )
)
"""Keywords that say nothing about requests and replies; `x-…` are none either."""

_NAMES = frozenset(
    (
        *("properties", "patternProperties", "$defs", "definitions"),
        *("dependentSchemas", "dependentRequired", "responses", "content", "headers"),
        *("links", "callbacks", "variables", "mapping", "scopes", "encoding"),
        *("schemas", "parameters", "requestBodies", "securitySchemes", "pathItems"),
    )
)
"""Keywords whose members are named by the document: any name may stand there."""

_DATA_KEYWORDS = frozenset(("default", "const", "enum"))
"""Keywords whose values are data."""

_UNORDERED = frozenset(("required", "enum", "type", "tags"))
_UNIONS = frozenset(("oneOf", "anyOf"))


def structure_of(value: Value, *, names: bool = False) -> Value:
    """Return a value without annotations, unordered lists in one order."""
    match value:
        case dict() if names:
            return {key: structure_of(item) for key, item in value.items()}
        case dict():
            return {
                key: _member(key, item)
                for key, item in value.items()
                if key not in _ANNOTATIONS and not key.startswith("x-")
            }
        case list():
            return [structure_of(item) for item in value]
        case _:
            return value


def _member(key: str, value: Value) -> Value:
    if key in _UNORDERED and isinstance(value, list):
        return sorted(value, key=canonical)
    if key in _DATA_KEYWORDS:
        return value
    if key in _UNIONS and isinstance(value, list):
        return sorted((structure_of(member) for member in value), key=canonical)
    return structure_of(value, names=key in _NAMES)


def meaning(node: Mapping[str, Value]) -> set[str]:
    """Return the keywords of a description that are no annotations."""
    return {k for k in node if k not in _ANNOTATIONS and not k.startswith("x-")}


def equivalent(left: Value, right: Value) -> bool:
    """Tell whether two descriptions mean the same to a program."""
    return same(left, right) or same(structure_of(left), structure_of(right))


def canonical(value: Value) -> str:
    """Return a value as JSON in one spelling: sorted keys, no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), default=_number)


def _number(value: object) -> object:
    # `1.0` and `1` are one number (JSON Schema Core, 4.2.2).
    assert isinstance(value, Decimal)
    return int(value) if value == value.to_integral_value() else f"decimal {value}"
