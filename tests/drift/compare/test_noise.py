"""What changes nothing for callers is no finding, however much text it changes."""

import copy
from typing import cast

import pytest

from .editing import GONE, LIST, MAKE, REASON, Edit, I, S, edited, findings_of, shop

_LINE = {
    "type": "object",
    "properties": {
        "text": {"type": "string"},
        "count": {"type": "integer", "default": 1},
    },
}
NOISE: dict[str, list[Edit]] = {
    "version": [("/info/version", "2.0")],
    "title": [("/info/title", "The Shop")],
    "tags": [("/tags/-", {"name": "More"}), (f"{MAKE}/tags", ["Other"])],
    "descriptions": [(f"{I}/properties/paid_at/description", "When.")],
    "examples": [(f"{S}/Line/example", {"text": "x"})],
    "titles of schemas": [(f"{S}/Line/title", "Line")],
    "extensions": [(f"{MAKE}/x-internal", True)],
    "operationId": [(f"{MAKE}/operationId", "make")],
    "nullable as a type": [
        (f"{REASON}/nullable", GONE),
        (f"{REASON}/type", ["string", "null"]),
    ],
    "nullable as a union": [
        (REASON, {"anyOf": [{"type": "string", "maxLength": 100}, {"type": "null"}]})
    ],
    "a list of one type": [(f"{S}/Line/properties/text/type", ["string"])],
    "allOf of one": [
        (f"{I}/properties/amount", {"allOf": [{"$ref": f"#{S}/Amount"}]}),
    ],
    "allOf of one with a description": [
        (
            f"{I}/properties/amount",
            {"allOf": [{"$ref": f"#{S}/Amount"}, {"description": "How much."}]},
        ),
    ],
    "a reference made inline": [
        (f"{I}/properties/amount", {"type": "string", "format": "decimal"})
    ],
    "an inline schema made a component": [
        (f"{S}/Reason", {"type": "string", "nullable": True, "maxLength": 100}),
        (REASON, {"$ref": f"#{S}/Reason"}),
    ],
    "a component renamed": [
        (f"{S}/Position", _LINE),
        (f"{I}/properties/lines/items", {"$ref": f"#{S}/Position"}),
        (f"{S}/NewInvoice/properties/lines/items", {"$ref": f"#{S}/Position"}),
    ],
    "a component that nothing uses": [(f"{S}/Unused", {"type": "object"})],
    "order of required and enum": [
        (f"{S}/Status/enum", ["void", "open", "draft"]),
        (f"{I}/required", ["amount", "status"]),
    ],
    "constants for an enum": [
        (f"{S}/Status", {"anyOf": [{"const": c} for c in ("draft", "open", "void")]}),
    ],
    "what is the default anyway": [
        (f"{S}/Line/additionalProperties", True),
        (f"{LIST}/parameters/0/style", "form"),
        (f"{LIST}/parameters/0/required", False),
        (f"{REASON}/minLength", 0),
    ],
    "bounds in the other spelling": [(f"{LIST}/parameters/0/schema/minimum", 1.0)],
    "header names in other case": [
        ("/components/parameters/Tenant/name", "x-tenant"),
    ],
    "media type parameters": [
        (
            f"{MAKE}/requestBody/content",
            {
                "application/json; charset=utf-8": {
                    "schema": {"$ref": f"#{S}/NewInvoice"}
                }
            },
        )
    ],
    "security scheme renamed": [
        ("/components/securitySchemes/token", {"type": "http", "scheme": "Bearer"}),
        ("/security", [{"token": []}]),
    ],
    "a parameter moved to the path item": [
        (
            "/paths/~1invoices/parameters",
            [{"$ref": "#/components/parameters/Tenant"}],
        ),
        (f"{MAKE}/parameters", GONE),
        (f"{LIST}/parameters/2", GONE),
    ],
    "a parameter's schema made a component": [
        (f"{S}/Limit", {"type": "integer", "minimum": 1, "maximum": 100}),
        (
            f"{LIST}/parameters/0/schema",
            {"allOf": [{"$ref": f"#{S}/Limit"}], "default": 20},
        ),
    ],
    "explode of a parameter that is no list": [
        (f"{LIST}/parameters/0/explode", False),
    ],
    "a slash after the server": [("/servers/0/url", "https://api.shop.example/v1/")],
}


@pytest.mark.parametrize("case", NOISE)
def test_noise_is_no_finding(case: str) -> None:
    assert findings_of(shop(), edited(NOISE[case])) == ()
    assert findings_of(edited(NOISE[case]), shop()) == ()


def test_the_server_s_path_may_move_into_the_paths() -> None:
    new = shop()
    new["servers"] = [{"url": "https://api.shop.example"}]
    paths = cast("dict[str, object]", new["paths"])
    new["paths"] = {f"/v1{path}": item for path, item in paths.items()}
    found = findings_of(shop(), new)
    assert [finding.code for finding in found] == ["DR404"]


_UNIONS: list[dict[str, object]] = [
    {"type": ["string", "integer"]},
    {"anyOf": [{"type": "string"}, {"type": "integer"}]},
    {"oneOf": [{"type": "integer"}, {"type": "string", "example": "x", "x-n": 1}]},
    {"anyOf": [{"type": "string", "deprecated": False}, {"type": "integer"}]},
]


@pytest.mark.parametrize("new", range(len(_UNIONS)))
@pytest.mark.parametrize("old", range(len(_UNIONS)))
def test_a_union_of_types_has_many_spellings(old: int, new: int) -> None:
    text = f"{S}/Line/properties/text"
    before, after = (edited([(text, _UNIONS[index])]) for index in (old, new))
    assert findings_of(before, after) == ()


@pytest.mark.parametrize(
    ("format_", "words"),
    [
        ("byte", {"contentEncoding": "base64"}),
        ("binary", {"contentMediaType": "application/octet-stream"}),
    ],
)
def test_openapi_3_1_has_other_words_for_content(
    format_: str, words: dict[str, object]
) -> None:
    text = f"{S}/Line/properties/text"
    old = edited([(text, {"type": "string", "format": format_})])
    new = edited([(text, {"type": "string", **words})])
    assert findings_of(old, new) == findings_of(new, old) == ()


def test_anything_includes_null() -> None:
    text = f"{S}/Line/properties/text"
    old, new = edited([(text, {"nullable": True})]), edited([(text, {})])
    assert findings_of(old, new) == findings_of(new, old) == ()


def test_order_is_no_finding() -> None:
    assert findings_of(shop(), cast("dict[str, object]", _turned(shop()))) == ()


def _turned(value: object) -> object:
    """Return a value with every mapping's order turned around."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {key: _turned(members[key]) for key in reversed(members)}
    if isinstance(value, list):
        return [_turned(item) for item in cast("list[object]", value)]
    return copy.copy(value)
