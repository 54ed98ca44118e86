"""Operations, webhooks and callbacks: one cause is one finding."""

import pytest

from tests.cases import expect
from undrift.drift.finding import Finding

from .editing import (
    EXPECTED,
    GONE,
    LIST,
    MAKE,
    Edit,
    edited,
    findings_of,
    in_full,
    member,
    shop,
)

_EVENT: dict[str, object] = {
    "{$request.body#/url}": {
        "post": {
            "requestBody": {
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "properties": {"kind": {"type": "string"}},
                        }
                    }
                }
            },
            "responses": {"200": {"description": "Taken"}},
        }
    }
}
_KIND = (
    f"{MAKE}/callbacks/paid/{{$request.body#~1url}}/post/requestBody/content"
    "/application~1json/schema/properties/kind/type"
)
_CALLBACK: Edit = (f"{MAKE}/callbacks", {"paid": _EVENT})
_TENANT = {"name": "X-Tenant", "in": "header", "schema": {"type": "string"}}
_CANCELLED = "/paths/~1invoices~1{id}~1cancel/parameters"
_LIMIT = {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}
_HOOK = "/webhooks/paid/post"
_PAYLOAD = f"{_HOOK}/requestBody/content/application~1json/schema"
_PAID: Edit = (
    "/webhooks",
    {
        "paid": {
            "post": {
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "kind": {"type": "string"},
                                    "state": {"type": "string", "enum": ["paid"]},
                                },
                            }
                        }
                    }
                },
                "responses": {
                    "200": {
                        "description": "Taken",
                        "content": {
                            "application/json": {
                                "schema": {"type": "boolean", "nullable": True}
                            }
                        },
                    }
                },
            }
        }
    },
)

CAUSES: dict[str, tuple[list[Edit], list[Edit], list[str]]] = {
    "authentication is needed where none was": (
        [("/security", [])],
        [("/security", [{"bearer": []}])],
        ["DR401 authentication"],
    ),
    "authentication was optional": (
        [("/security", [{}, {"bearer": []}])],
        [("/security", [{"bearer": []}])],
        ["DR401 authentication"],
    ),
    "authentication becomes optional": (
        [],
        [("/security", [{}, {"bearer": []}])],
        ["DR402 authentication"],
    ),
    "authentication is possible where none was needed": (
        [("/security", [])],
        [("/security", [{}, {"bearer": []}])],
        ["DR402 authentication"],
    ),
    "one scope more of one of two schemes": (
        [("/security", [{"bearer": ["read"]}, {"key": []}])],
        [("/security", [{"bearer": ["read", "write"]}, {"key": []}])],
        ["DR403 authentication"],
    ),
    "an operation's own security": (
        [],
        [(f"{MAKE}/security", [{"key": []}])],
        ["DR401 authentication"],
    ),
    "a status in small letters": (
        [(f"{MAKE}/responses/5xx", {"description": "It failed"})],
        [
            (f"{MAKE}/responses/5XX", {"description": "It failed"}),
            (f"{MAKE}/responses/5xx", GONE),
        ],
        [],
    ),
    "a webhook's body is required": (
        [_PAID],
        [(f"{_HOOK}/requestBody/required", True)],
        ["DR210 request body"],
    ),
    "what a webhook sends": (
        [_PAID],
        [(f"{_PAYLOAD}/properties/kind/type", "integer")],
        ["DR324 request body /kind"],
    ),
    "a value that a webhook sends": (
        [_PAID],
        [(f"{_PAYLOAD}/properties/state/enum", ["paid", "void"])],
        ["DR327 request body /state"],
    ),
    "what answers a webhook": (
        [_PAID],
        [(f"{_HOOK}/responses/200/content/application~1json/schema/type", "string")],
        ["DR225 response 200 body"],
    ),
    "null may answer a webhook no more": (
        [_PAID],
        [(f"{_HOOK}/responses/200/content/application~1json/schema/nullable", False)],
        ["DR230 response 200 body"],
    ),
    "a webhook's security and parameters are nobody's": (
        [_PAID],
        [
            (f"{_HOOK}/security", [{"key": []}]),
            (f"{_HOOK}/parameters", [{"name": "q", "in": "query", "required": True}]),
            (f"{_HOOK}/servers", [{"url": "https://hook.example"}]),
        ],
        [],
    ),
    "a webhook is deprecated": (
        [_PAID],
        [(f"{_HOOK}/deprecated", True)],
        ["DR103 webhook paid"],
    ),
    "an operation's own servers": (
        [],
        [(f"{MAKE}/servers", [{"url": "https://make.shop.example"}])],
        ["DR404 servers"],
    ),
    "the servers of a path": (
        [],
        [("/paths/~1invoices/servers", [{"url": "https://x.shop.example/v1"}])],
        ["DR404 servers"],
    ),
    "one server less of two": (
        [("/servers/-", {"url": "https://test.shop.example"})],
        [("/servers/0", GONE)],
        ["DR405 servers"],
    ),
    "one server for one of two": (
        [("/servers/-", {"url": "https://test.shop.example"})],
        [("/servers/1/url", "https://try.shop.example")],
        ["DR405 servers"],
    ),
    "servers where none were": (
        [("/servers", [])],
        [("/servers", [{"url": "https://api.shop.example/v1"}])],
        ["DR406 servers"],
    ),
    "header parameters that OpenAPI ignores": (
        [],
        [
            (f"{MAKE}/parameters/-", {"name": name, "in": "header", "required": True})
            for name in ("Accept", "content-type", "Authorization")
        ],
        [],
    ),
    "a reply's header that says its media type": (
        [],
        [(f"{LIST}/responses/200/headers/Content-Type", {"schema": {}})],
        [],
    ),
    "a parameter that the path and the operation have": (
        [("/paths/~1invoices/parameters", [_TENANT])],
        [("/paths/~1invoices/parameters/0/required", True)],
        [],
    ),
    "a parameter moved out of the path": (
        [],
        [(f"{_CANCELLED}/0/in", "query")],
        ["DR203 path parameter id", "DR201 query parameter id"],
    ),
    "a parameter in a media type": (
        [],
        [
            (f"{LIST}/parameters/0/schema", GONE),
            (f"{LIST}/parameters/0/content", {"application/json": {"schema": _LIMIT}}),
        ],
        ["DR208 query parameter limit"],
    ),
    "a style that is not the default": (
        [],
        [(f"{LIST}/parameters/1/style", "pipeDelimited")],
        ["DR208 query parameter status"],
    ),
    "one media type for the only other": (
        [],
        [
            (f"{LIST}/responses/200/content/text~1csv", {"schema": {"type": "string"}}),
            (f"{LIST}/responses/200/content/application~1json", GONE),
        ],
        ["DR306 response 200 body", "DR324 response 200 body"],
    ),
    "two statuses for two others": (
        [(f"{MAKE}/responses/200", {"description": "Known"})],
        [
            (f"{MAKE}/responses/200", GONE),
            (f"{MAKE}/responses/201", GONE),
            (f"{MAKE}/responses/202", {"description": "Later"}),
            (f"{MAKE}/responses/203", {"description": "Else"}),
        ],
        [
            "DR301 response 201",
            "DR301 response 200",
            "DR303 response 202",
            "DR303 response 203",
        ],
    ),
    "one parameter for another elsewhere": (
        [],
        [
            (f"{LIST}/parameters/0", {"name": "X-Size", "in": "header", "schema": {}}),
        ],
        ["DR203 query parameter limit", "DR202 header parameter x-size"],
    ),
    "a default reply": (
        [],
        [(f"{MAKE}/responses/default", {"description": "Else"})],
        ["DR304 response default"],
    ),
    "statuses beside extensions": (
        [],
        [(f"{MAKE}/responses/x-note", {"description": "Mind"})],
        [],
    ),
    "an operation keeps its id at another path": (
        [],
        [
            ("/paths/~1bills", {"post": member(shop(), MAKE)}),
            (MAKE, GONE),
        ],
        ["DR107 path"],
    ),
    "an id that two have is nobody's": (
        [(f"{LIST}/operationId", "same"), (f"{MAKE}/operationId", "same")],
        [
            (f"{LIST}/operationId", "list"),
            ("/paths/~1bills", {"post": member(shop(), MAKE)}),
            ("/paths/~1bills/post/operationId", "same"),
            (MAKE, GONE),
        ],
        ["DR101 POST /invoices", "DR102 POST /bills"],
    ),
    "a callback added": ([], [_CALLBACK], ["DR106 callback POST paid"]),
    "a callback removed": (
        [_CALLBACK],
        [(f"{MAKE}/callbacks", GONE)],
        ["DR105 callback POST paid"],
    ),
    "what a callback sends": (
        [_CALLBACK],
        [(_KIND, "integer")],
        ["DR324 callback POST paid request body /kind"],
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
    expect("\n".join(lines), EXPECTED / "operation-causes.txt")
