"""One cause is one finding, however its schemas are put together."""

from typing import cast

import pytest

from tests.cases import expect
from undrift.drift.finding import Finding

from .editing import (
    EXPECTED,
    GONE,
    LIST,
    MAKE,
    REASON,
    Edit,
    I,
    S,
    edited,
    findings_of,
    in_full,
    member,
)

_STATUS = {"$ref": f"#{S}/Status"}
_LINE = {"$ref": f"#{S}/Line"}
_REPLY = f"{MAKE}/responses/201/content/application~1json"
_METHOD = f"{I}/properties/method/oneOf"


def _ref(name: str) -> dict[str, object]:
    return {"$ref": f"#{S}/{name}"}


def _object(**types: str) -> dict[str, object]:
    properties = {name: {"type": kind} for name, kind in types.items()}
    return {"type": "object", "properties": properties}


def _tagged(kind: str, **types: str) -> dict[str, object]:
    told = _object(**types)
    properties = cast("dict[str, object]", told["properties"])
    return {**told, "properties": {"kind": {"const": kind}, **properties}}


_QUANTITY = f"{S}/Line/properties/count"
_NAMELESS: Edit = (
    _METHOD,
    [
        {
            **_object(iban="string", bank="string"),
            "oneOf": [_object(a="string"), _object(b="string")],
        },
        _object(last4="string", brand="string", till="string"),
    ],
)

CAUSES: dict[str, tuple[list[Edit], list[Edit], list[str]]] = {
    "a component with defaults around it": (
        [
            (
                f"{S}/NewInvoice/properties/status",
                {"allOf": [_STATUS], "default": "draft"},
            ),
            (f"{I}/properties/status", {**_STATUS, "default": "open"}),
            (
                f"{S}/Line/properties/status",
                {"anyOf": [_STATUS, {"type": "null"}], "default": "open"},
            ),
        ],
        [(f"{S}/Status/enum/-", "paid")],
        ["DR327 schema Status"],
    ),
    "a limit of a component with defaults around it": (
        [
            (
                f"{S}/NewInvoice/properties/status",
                {"allOf": [_STATUS], "default": "open"},
            )
        ],
        [(f"{S}/Status/maxLength", 5)],
        ["DR233 schema Status"],
    ),
    "a property refers to another component": (
        [(f"{S}/Line/properties/text", {"$ref": f"#{S}/Amount", "default": "0"})],
        [(f"{S}/Line/properties/text", {"$ref": f"#{S}/Line", "default": "0"})],
        ["DR324 schema Line /text"],
    ),
    "a variant removed beside null": (
        [(f"{_METHOD}/-", {"type": "null"})],
        [(f"{_METHOD}/1", GONE)],
        ["DR334 schema Invoice /method"],
    ),
    "null removed from a union": (
        [(f"{_METHOD}/-", {"type": "null"})],
        [(f"{_METHOD}/2", GONE)],
        ["DR330 schema Invoice /method"],
    ),
    "a nameless variant changed, the order too": (
        [_NAMELESS],
        [
            (f"{_METHOD}/1/properties/till/type", "integer"),
            (f"{_METHOD}/-", _object(cash="string")),
        ],
        ["DR333 schema Invoice /method", "DR324 schema Invoice /method/till"],
    ),
    "another component is received": (
        [],
        [(f"{_REPLY}/schema", _LINE)],
        ["DR324 response 201 body"],
    ),
    "another component is sent": (
        [],
        [(f"{MAKE}/requestBody/content/application~1json/schema", _LINE)],
        ["DR225 request body"],
    ),
    "the schema of a reply removed": (
        [],
        [(f"{_REPLY}/schema", GONE)],
        ["DR324 response 201 body"],
    ),
    "the members of a list may be anything": (
        [],
        [(f"{S}/NewInvoice/properties/lines/items", GONE)],
        ["DR226 schema NewInvoice /lines[]"],
    ),
    "the values of a mapping have a type": (
        [(f"{S}/Line/properties/meta", {"type": "object"})],
        [(f"{S}/Line/properties/meta/additionalProperties", {"type": "string"})],
        ["DR325 schema Line /meta{}"],
    ),
    "a model in both directions": (
        [
            (f"{S}/Line-Input", _object(text="string")),
            (f"{S}/Line-Output", _object(text="string")),
            (f"{S}/Invoice/allOf/1/properties/lines/items", _ref("Line-Output")),
            (f"{S}/NewInvoice/properties/lines/items", _ref("Line-Input")),
        ],
        [
            (f"{S}/Line-Input/properties/text/type", "integer"),
            (f"{S}/Line-Output/properties/text/type", "integer"),
        ],
        ["DR324 schema Line-Output /text"],
    ),
    "two variants that change alike": (
        [(_METHOD, [_object(a="string", b="string"), _object(c="string", d="string")])],
        [
            (f"{_METHOD}/0/properties/till", {"type": "string"}),
            (f"{_METHOD}/1/properties/till", {"type": "string"}),
        ],
        ["DR320 schema Invoice /method/till"],
    ),
    "a parameter becomes a list": (
        [],
        [(f"{LIST}/parameters/0/schema", {"type": "array", "items": {}})],
        ["DR225 query parameter limit"],
    ),
    "fewer members of a mapping that is sent": (
        [(f"{S}/NewInvoice/maxProperties", 9)],
        [(f"{S}/NewInvoice/maxProperties", 8)],
        ["DR232 schema NewInvoice"],
    ),
    "more members of a mapping that is sent": (
        [(f"{S}/NewInvoice/maxProperties", 8)],
        [(f"{S}/NewInvoice/maxProperties", 9)],
        ["DR234 schema NewInvoice"],
    ),
    "more members of a mapping needed": (
        [(f"{S}/NewInvoice/minProperties", 1)],
        [(f"{S}/NewInvoice/minProperties", 2)],
        ["DR232 schema NewInvoice"],
    ),
    "fewer members of a mapping needed": (
        [(f"{S}/NewInvoice/minProperties", 2)],
        [(f"{S}/NewInvoice/minProperties", 1)],
        ["DR234 schema NewInvoice"],
    ),
    "exclusive bounds in both spellings": (
        [(f"{_QUANTITY}/minimum", 1), (f"{_QUANTITY}/exclusiveMinimum", True)],
        [(f"{_QUANTITY}/exclusiveMinimum", 1), (f"{_QUANTITY}/minimum", GONE)],
        [],
    ),
    "a bound that is not exclusive any more": (
        [(f"{_QUANTITY}/minimum", 1), (f"{_QUANTITY}/exclusiveMinimum", True)],
        [(f"{_QUANTITY}/exclusiveMinimum", False)],
        [
            "DR331 schema Line /count",
            "DR233 schema Line /count",
        ],
    ),
    "a type that is only implied": (
        [(f"{S}/Line/properties/text", {"type": "string", "maxLength": 9})],
        [(f"{S}/Line/properties/text", {"maxLength": 9})],
        [],
    ),
    "a type that listed values imply": (
        [(f"{S}/Line/properties/text", {"type": "string", "enum": ["a"]})],
        [(f"{S}/Line/properties/text", {"enum": ["a"]})],
        [],
    ),
    "a type that numbers below nothing imply": (
        [(f"{S}/Line/properties/text", {"type": "integer", "enum": [-3, 1]})],
        [(f"{S}/Line/properties/text", {"enum": [-3, 1]})],
        [],
    ),
    "numbers among listed values": (
        [(f"{S}/Line/properties/text", {"enum": ["a", 1, 2.5, True, -3]})],
        [(f"{S}/Line/properties/text/enum", ["a"])],
        ["DR225 schema Line /text", "DR228 schema Line /text"],
    ),
    "null in a list of values": (
        [(f"{S}/Line/properties/text", {"enum": ["a", None]})],
        [(f"{S}/Line/properties/text/enum", ["a"])],
        ["DR230 schema Line /text"],
    ),
    "variants told apart by a constant": (
        [(_METHOD, [_tagged("card", last4="string"), _tagged("wire", iban="string")])],
        [(f"{_METHOD}/0/properties/kind/const", "cash")],
        ["DR333 schema Invoice /method"],
    ),
    "a value becomes a component that changes too": (
        [],
        [
            (f"{S}/Card/properties/brand", {"type": "string"}),
            (f"{S}/Line/properties/text", {"$ref": f"#{S}/Card"}),
        ],
        ["DR324 schema Line /text", "DR320 schema Card /brand"],
    ),
}


def found(case: str) -> tuple[Finding, ...]:
    """Return what a case's change is told as."""
    before, edits, _ = CAUSES[case]
    return findings_of(edited(before), edited([*before, *edits]))


@pytest.mark.parametrize("case", CAUSES)
def test_a_cause_is_one_finding(case: str) -> None:
    assert [f"{f.code} {f.subject}" for f in found(case)] == CAUSES[case][2]


def test_every_cause_in_full() -> None:
    lines: list[str] = []
    for case in CAUSES:
        lines += [case, *in_full(found(case)), ""]
    expect("\n".join(lines), EXPECTED / "causes.txt")


def test_the_order_of_nameless_variants_is_no_finding() -> None:
    new = edited([_NAMELESS])
    for pointer in (f"{_METHOD}/0/oneOf", _METHOD):
        cast("list[object]", member(new, pointer)).reverse()
    assert findings_of(edited([_NAMELESS]), new) == ()


def test_a_default_that_is_a_moment_is_no_finding() -> None:
    since = f"{LIST}/parameters/0/schema"
    old, new = (
        edited([(since, {"type": "string", "default": f"2026-01-0{day}T10:00:00Z"})])
        for day in (1, 2)
    )
    assert findings_of(old, new) == ()
    assert (
        len(findings_of(edited([(f"{REASON}/default", "2026-01-01")]), edited([]))) == 1
    )
