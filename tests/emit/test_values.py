"""Values made up of a type, made to fit it, and held against it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from undrift.diagnostics import errors
from undrift.emit.examples.requests import request_value
from undrift.emit.examples.scalars import scalar
from undrift.emit.examples.synthesize import synthesized
from undrift.emit.examples.validate import JsonValue, type_violations
from undrift.ir import Client, Constraints, Kind, Primitive, Type
from undrift.lower import lower
from undrift.openapi import Document, Loaded, load_source

_NAMED = """\
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    post:
      operationId: a
      requestBody: {required: true, content: {application/json: {schema: %s}}}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Tree:
      type: object
      required: [of]
      properties: {of: {$ref: '#/components/schemas/Tree'}}
    Word: {type: string, enum: [a, b, c]}
    Cat:
      type: object
      required: [kind, lives]
      properties: {kind: {type: string}, lives: {type: integer}}
    Dog:
      type: object
      required: [kind, good]
      properties: {kind: {type: string}, good: {type: boolean}}
"""


def typed(schema: str) -> tuple[Client, Type]:
    """Return a client of one call, and the type of what that sends."""
    loaded = load_source("openapi.yaml", (_NAMED % schema).encode())
    assert isinstance(loaded, Loaded)
    lowered = lower(Document.of(loaded))
    assert not errors(lowered.diagnostics), lowered.diagnostics
    body = lowered.client.operations[0].body
    assert body is not None
    (content,) = body.contents
    assert content.type is not None
    return lowered.client, content.type


def shown(value: JsonValue) -> str:
    return json.dumps(value, default=lambda number: float(number))


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ("{type: [string, 'null']}", '"example"'),
        ("{type: array, items: {type: string}}", '["example"]'),
        ("{type: array, maxItems: 0, items: {type: string}}", "[]"),
        ("{type: array, minItems: 3, items: {type: integer}}", "[1, 1, 1]"),
        (
            "{type: array, minItems: 3, uniqueItems: true, items: {type: integer}}",
            "[1, -1, 0]",
        ),
        (
            "{type: array, minItems: 3, uniqueItems: true,"
            " items: {type: integer, minimum: 1}}",
            "[1, 2, 3]",
        ),
        (
            "{type: array, minItems: 3, uniqueItems: true, items: {type: string}}",
            '["example", "examplex", "examplexx"]',
        ),
        (
            "{type: array, minItems: 3, uniqueItems: true,"
            " items: {type: string, maxLength: 8}}",
            '["example", "examplex", "examplex"]',
        ),
        (
            "{type: array, minItems: 2, uniqueItems: true,"
            " items: {$ref: '#/components/schemas/Word'}}",
            '["a", "b"]',
        ),
        (
            "{type: array, minItems: 2, uniqueItems: true, items: {type: boolean}}",
            "[true, false]",
        ),
        ("{type: object, additionalProperties: {type: integer}}", '{"key": 1}'),
        ("{oneOf: [{type: integer}, {type: string}]}", "1"),
        (
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref:"
            " '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}",
            '{"kind": "Cat", "lives": 1}',
        ),
        (
            "{type: object, properties: {a: {type: integer, example: 7},"
            " b: {type: integer, example: no}}}",
            '{"a": 7, "b": 1}',
        ),
        (
            "{type: object, properties: {a: {type: string}, b: {type: string},"
            " c: {type: string}}, anyOf: [{required: [a, b]}, {required: [c]}]}",
            '{"c": "example"}',
        ),
        (
            "{type: array, minItems: 500, items: {type: array, minItems: 500,"
            " items: {type: array, minItems: 500, items: {type: integer}}}}",
            "[[[1]]]",
        ),
    ],
)
def test_made_up(schema: str, value: str) -> None:
    assert shown(synthesized(*typed(schema))) == value


def test_what_refers_to_itself_ends() -> None:
    made = shown(synthesized(*typed("{$ref: '#/components/schemas/Tree'}")))
    assert made.count("of") == 13


_BOTH = (
    "{type: object, required: [a], properties: {a: {type: integer, minimum: 3},"
    " b: {type: string}, c: {type: string, readOnly: true}}}"
)


FITTED: list[tuple[str, list[object], str]] = [
    ("{type: integer}", [5], "5"),
    ("{type: integer}", ["no", 5, 6], "5"),
    ("{type: integer, minimum: 3}", [1, 4], "4"),
    ("{type: integer, minimum: 3}", [[], {}], "3"),
    ("{type: string}", [["a"], {"a": 1}], '"example"'),
    ("{type: number, format: double}", [[1], {}], "1.5"),
    ("{type: string, format: decimal}", [["1"], {"a": 1}], '"1.50"'),
    ("{type: string, format: date}", [["2024-01-01"]], '"2024-02-29"'),
    ("{type: array, items: {type: integer}}", [{"a": 1}, [1, 2]], "[1, 2]"),
    ("{type: array, minItems: 2, items: {type: integer}}", [[1]], "[1, 1]"),
    ("{type: [integer, 'null']}", [None], "null"),
    ("{type: [integer, 'null']}", [4], "4"),
    ("{$ref: '#/components/schemas/Word'}", ["d", "b"], '"b"'),
    ("{enum: [1, 2]}", [True, Decimal("2.5"), 2], "2"),
    ("{const: x}", ["y"], '"x"'),
    ("{oneOf: [{type: integer}, {type: boolean}]}", [True], "true"),
    (
        "{type: object, additionalProperties: {type: integer}}",
        [{"k": 2}],
        '{"k": 2}',
    ),
    ("{type: object, additionalProperties: {type: integer}}", [3], '{"key": 1}'),
    (_BOTH, [{"a": 5, "b": "x", "c": "y", "d": 1}], '{"a": 5, "b": "x"}'),
    (_BOTH, [{"a": 1, "b": 2}], '{"a": 3}'),
    (_BOTH, [{}], '{"a": 3}'),
    (_BOTH, ["no"], '{"a": 3, "b": "example"}'),
    ("{type: integer, minimum: 3, maximum: 2}", [7], "7"),
    (
        "{type: object, required: [a], properties:"
        " {a: {type: integer, minimum: 3, maximum: 2}}}",
        [{}],
        '{"a": 1}',
    ),
    ("{}", [{"any": ["thing"]}], '{"any": ["thing"]}'),
]


@pytest.mark.parametrize(
    ("schema", "candidates", "value"),
    FITTED,
)
def test_fitted(schema: str, candidates: list[JsonValue], value: str) -> None:
    assert shown(request_value(*typed(schema), candidates)) == value


@pytest.mark.parametrize(
    ("schema", "value", "found"),
    [
        ("{type: integer}", 1, []),
        ("{type: integer}", "a", ["", "should be an integer and is a string"]),
        ("{type: [integer, 'null']}", None, []),
        ("{type: array, items: {type: string}}", ["a", 1], ["/1"]),
        ("{type: array, items: {type: string}}", {}, ["", "an array"]),
        (
            "{type: object, additionalProperties: {type: string}}",
            {"a/~": 1},
            ["/a~1~0"],
        ),
        ("{type: object, additionalProperties: {type: string}}", [], ["", "an object"]),
        ("{oneOf: [{type: string}, {type: integer}]}", 1, []),
        ("{const: x}", "x", []),
        ("{const: x}", "y", ["", '"x"']),
        ("{const: 1}", True, ["", '"1"']),
        ("{$ref: '#/components/schemas/Word'}", "a", []),
        ("{$ref: '#/components/schemas/Word'}", "z", ["", "a documented value"]),
        ("{enum: [1, 2]}", True, ["", "a documented value"]),
        (_BOTH, {"a": 4}, []),
        (_BOTH, {"b": 1}, ["/a", "is required and absent", "/b"]),
        (_BOTH, [], ["", "an object"]),
    ],
)
def test_held_against_their_type(
    schema: str, value: JsonValue, found: list[str]
) -> None:
    violations = type_violations(*typed(schema), value)
    assert [v.pointer for v in violations] == [f for f in found if f[:1] in {"", "/"}]
    said = " ".join(v.reason for v in violations)
    assert all(f in said for f in found if f[:1] != "/")


@pytest.mark.parametrize(
    ("limits", "form", "text"),
    [
        (Constraints(), "", "example"),
        (Constraints(max_length=3), "", "exa"),
        (Constraints(min_length=9), "", "examplexx"),
        (Constraints(min_length=7), "", "example"),
        (Constraints(min_length=5000), "", "example"),
        (Constraints(pattern="^a$"), "", "a"),
        (Constraints(pattern="^a+$", min_length=2, max_length=3), "", "aa"),
        (Constraints(pattern="^(?#x)$"), "", "example"),
        (Constraints(), "email", "name@example.com"),
        (Constraints(), "idn-email", "name@example.com"),
        (Constraints(), "hostname", "example.com"),
        (Constraints(), "idn-hostname", "example.com"),
        (Constraints(), "ipv4", "192.0.2.1"),
        (Constraints(), "ipv6", "2001:db8::1"),
        (Constraints(), "uri", "https://example.com/a"),
        (Constraints(), "url", "https://example.com/a"),
        (Constraints(), "iri", "https://example.com/a"),
        (Constraints(), "duration", "P1D"),
        (Constraints(), "json-pointer", "/example"),
        (Constraints(), "relative-json-pointer", "0/example"),
    ],
)
def test_texts(limits: Constraints, form: str, text: str) -> None:
    assert scalar(Primitive(Kind.STRING, constraints=limits, format=form)) == text


def _nested(levels: int, inner: str) -> str:
    """Return a schema of lists in lists, each of one item at least."""
    return "{type: array, minItems: 1, items: " * levels + inner + "}" * levels


@pytest.mark.parametrize(
    ("levels", "inner", "value"),
    [
        (7, "{type: [integer, 'null']}", "1"),
        (8, "{type: [integer, 'null']}", "null"),
        (6, "{oneOf: [{type: array, items: {}}, {type: string}]}", '["example"]'),
        (7, "{oneOf: [{type: array, items: {}}, {type: string}]}", "[]"),
    ],
)
def test_what_may_be_left_out_is_shown_eight_levels_deep(
    levels: int, inner: str, value: str
) -> None:
    made = synthesized(*typed(_nested(levels, inner)))
    assert shown(made) == "[" * levels + value + "]" * levels
