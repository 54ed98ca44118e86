"""When two descriptions mean the same to a program."""

from __future__ import annotations

from decimal import Decimal

import pytest

from undrift.openapi import Value, canonical, equivalent, meaning, same, structure_of


def test_one_spelling() -> None:
    value: Value = {"b": [1, Decimal("1.0"), Decimal("1.5")], "a": None, "c": "x y"}
    assert canonical(value) == '{"a":null,"b":[1,1,"decimal 1.5"],"c":"x y"}'


EQUIVALENT: list[tuple[Value, Value]] = [
    ({"description": "a"}, {"summary": "b"}),
    ({"title": "a", "type": "string"}, {"$comment": "b", "type": "string"}),
    ({"example": 1, "examples": [2], "externalDocs": {}, "x-a": 1}, {}),
    ({"required": ["a", "b"]}, {"required": ["b", "a"]}),
    ({"enum": [1, 2]}, {"enum": [2, 1]}),
    ({"type": ["string", "null"]}, {"type": ["null", "string"]}),
    ({"tags": ["a", "b"]}, {"tags": ["b", "a"]}),
    (
        {"oneOf": [{"type": "a"}, {"not": {}}]},
        {"oneOf": [{"not": {}}, {"type": "a"}]},
    ),
    ({"anyOf": [1, 2]}, {"anyOf": [2, 1]}),
    ([{"description": "a"}], [{}]),
    ({"items": {"title": "a"}}, {"items": {}}),
    ({"maximum": 1}, {"maximum": Decimal("1.0")}),
]


@pytest.mark.parametrize(
    ("left", "right"),
    EQUIVALENT,
)
def test_equivalent(left: Value, right: Value) -> None:
    assert equivalent(left, right)
    assert canonical(structure_of(left)) == canonical(structure_of(right))


DIFFERENT: list[tuple[Value, Value]] = [
    ({"default": {"title": "a"}}, {"default": {}}),
    ({"const": {"title": "a"}}, {"const": {}}),
    ({"enum": [{"title": "a"}]}, {"enum": [{}]}),
    ({"allOf": [1, 2]}, {"allOf": [2, 1]}),
    ({"properties": {"title": {}}}, {"properties": {}}),
    ({"properties": {"x-a": {}}}, {"properties": {}}),
    ({"headers": {"description": {}}}, {"headers": {}}),
    ({"properties": {"a": {"required": 1}}}, {"properties": {"a": {}}}),
    ({"maximum": True}, {"maximum": 1}),
    ({"maximum": 1}, {"maximum": "1"}),
    ({"a": [1]}, {"a": [1, 1]}),
]


@pytest.mark.parametrize(
    ("left", "right"),
    DIFFERENT,
)
def test_different(left: Value, right: Value) -> None:
    assert not equivalent(left, right)
    assert not same(left, right)


@pytest.mark.parametrize(
    "key",
    [
        *("properties", "patternProperties", "$defs", "definitions"),
        *("dependentSchemas", "dependentRequired", "responses", "content", "headers"),
        *("links", "callbacks", "variables", "mapping", "scopes", "encoding"),
        *("schemas", "parameters", "requestBodies", "securitySchemes", "pathItems"),
    ],
)
def test_members_that_a_document_names(key: str) -> None:
    assert structure_of({key: {"title": {"title": 1}}}) == {key: {"title": {}}}


def test_keywords_with_a_meaning() -> None:
    assert meaning({"type": 1, "x-a": 1, "title": 1, "required": 1}) == {
        "type",
        "required",
    }
