"""Every kind of change: found once, at the right level, wherever it shows."""

import re
from typing import cast

import pytest

from tests.cases import expect
from undrift.drift.finding import Finding, Level
from undrift.drift.rules import DRIFT_RULES

from .editing import (
    CANCEL,
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
    shop,
)

QUERY = f"{LIST}/parameters"
LISTED = f"{LIST}/responses/200/content/application~1json/schema"

_WORD: dict[str, object] = {
    "type": "object",
    "title": "Word",
    "properties": {"word": {}},
}
_WORDS: dict[str, object] = {
    "type": "object",
    "title": "Words",
    "properties": {"words": {}},
}
_STATUS = {"allOf": [{"$ref": "#/components/schemas/Status"}]}
_CANCELLING = cast("dict[str, object]", shop()["paths"])["/invoices/{id}/cancel"]

CASES: dict[str, tuple[list[Edit], list[str]]] = {
    "operation removed": (
        [("/paths/~1invoices~1{id}~1cancel", GONE)],
        ["DR101 POST /invoices/{id}/cancel"],
    ),
    "operation added": (
        [("/paths/~1invoices/delete", {"responses": {"204": {"description": "-"}}})],
        ["DR102 DELETE /invoices"],
    ),
    "operation deprecated": (
        [(f"{MAKE}/deprecated", True)],
        ["DR103 POST /invoices"],
    ),
    "operation moved": (
        [
            ("/paths/~1bills~1{id}~1void", _CANCELLING),
            ("/paths/~1invoices~1{id}~1cancel", GONE),
        ],
        ["DR107 path"],
    ),
    "webhook added": (
        [("/webhooks", {"paid": {"post": {"responses": {}}}})],
        ["DR106 webhook paid"],
    ),
    "required query parameter added": (
        [
            (
                f"{QUERY}/-",
                {
                    "name": "q",
                    "in": "query",
                    "required": True,
                    "schema": {"type": "string"},
                },
            )
        ],
        ["DR201 query parameter q"],
    ),
    "optional query parameter added": (
        [(f"{QUERY}/-", {"name": "q", "in": "query", "schema": {"type": "string"}})],
        ["DR202 query parameter q"],
    ),
    "query parameter removed": (
        [(f"{QUERY}/0", GONE)],
        ["DR203 query parameter limit"],
    ),
    "query parameter required": (
        [(f"{QUERY}/0/required", True)],
        ["DR204 query parameter limit"],
    ),
    "shared header required": (
        [("/components/parameters/Tenant/required", True)],
        ["DR204 header parameter x-tenant"],
    ),
    "path parameter renamed": (
        [
            ("/paths/~1invoices~1{uuid}~1cancel", _CANCELLING),
            ("/paths/~1invoices~1{id}~1cancel", GONE),
            ("/paths/~1invoices~1{uuid}~1cancel/parameters/0/name", "uuid"),
        ],
        ["DR206 path parameter uuid"],
    ),
    "parameter moved": (
        [(f"{QUERY}/0/in", "header")],
        ["DR207 header parameter limit"],
    ),
    "parameter written otherwise": (
        [(f"{QUERY}/1/explode", False)],
        ["DR208 query parameter status"],
    ),
    "body required": (
        [(f"{CANCEL}/requestBody/required", True)],
        ["DR210 request body"],
    ),
    "body optional": (
        [(f"{MAKE}/requestBody/required", GONE)],
        ["DR211 request body"],
    ),
    "body removed": ([(f"{CANCEL}/requestBody", GONE)], ["DR213 request body"]),
    "media type replaced": (
        [
            (f"{MAKE}/requestBody/content/application~1x-www-form-urlencoded", {}),
            (f"{MAKE}/requestBody/content/application~1json", GONE),
        ],
        ["DR214 request body"],
    ),
    "media type added": (
        [(f"{MAKE}/requestBody/content/text~1csv", {"schema": {"type": "string"}})],
        ["DR215 request body"],
    ),
    "required property sent": (
        [
            (f"{S}/NewInvoice/properties/tax", {"type": "string"}),
            (f"{S}/NewInvoice/required/-", "tax"),
        ],
        ["DR220 schema NewInvoice /tax"],
    ),
    "required property with a default sent": (
        [
            (f"{S}/NewInvoice/properties/tax", {"type": "string", "default": "0"}),
            (f"{S}/NewInvoice/required/-", "tax"),
        ],
        ["DR221 schema NewInvoice /tax"],
    ),
    "optional property sent": (
        [(f"{S}/NewInvoice/properties/tax", {"type": "string"})],
        ["DR221 schema NewInvoice /tax"],
    ),
    "property no longer sent": (
        [(f"{S}/NewInvoice/properties/status", GONE)],
        ["DR222 schema NewInvoice /status"],
    ),
    "property sent is required": (
        [(f"{S}/NewInvoice/required/-", "status")],
        ["DR223 schema NewInvoice /status"],
    ),
    "property sent is optional": (
        [(f"{S}/NewInvoice/required", GONE)],
        ["DR224 schema NewInvoice /amount"],
    ),
    "read-only properties are not sent": (
        [(f"{S}/NewInvoice/properties/number", GONE)],
        [],
    ),
    "type sent changed": (
        [(f"{REASON}/type", "integer")],
        ["DR225 request body /reason"],
    ),
    "more types sent": (
        [(f"{QUERY}/0/schema/type", "number")],
        ["DR226 query parameter limit"],
    ),
    "limit narrower": (
        [(f"{QUERY}/0/schema/maximum", 50)],
        ["DR232 query parameter limit"],
    ),
    "limit wider": (
        [(f"{QUERY}/0/schema/maximum", 500)],
        ["DR234 query parameter limit"],
    ),
    "limit added": (
        [(f"{REASON}/minLength", 10)],
        ["DR233 request body /reason"],
    ),
    "limit removed": ([(f"{REASON}/maxLength", GONE)], ["DR234 request body /reason"]),
    "pattern changed": (
        [("/paths/~1invoices~1{id}~1cancel/parameters/0/schema/pattern", "^x")],
        ["DR242 path parameter id"],
    ),
    "default changed": (
        [(f"{QUERY}/0/schema/default", 50)],
        ["DR235 query parameter limit"],
    ),
    "default removed": (
        [(f"{QUERY}/0/schema/default", GONE)],
        ["DR235 query parameter limit"],
    ),
    "null no longer sent": (
        [(f"{REASON}/nullable", GONE)],
        ["DR230 request body /reason"],
    ),
    "array instead of object": (
        [(f"{REASON}", {"type": "array", "items": {"type": "string"}})],
        ["DR225 request body /reason"],
    ),
    "further properties refused": (
        [(f"{S}/NewInvoice/additionalProperties", False)],
        ["DR239 schema NewInvoice"],
    ),
    "success replaced": (
        [
            (f"{MAKE}/responses/202", {"description": "Taken"}),
            (f"{MAKE}/responses/201", GONE),
        ],
        ["DR305 response 202", "DR308 response 202"],
    ),
    "error status added": (
        [(f"{CANCEL}/responses/409", {"$ref": "#/components/responses/Failed"})],
        ["DR304 response 409"],
    ),
    "error status removed": ([(f"{MAKE}/responses/422", GONE)], ["DR302 response 422"]),
    "reply's header removed": (
        [(f"{LIST}/responses/200/headers", GONE)],
        ["DR310 response 200 header x-total"],
    ),
    "property received added": (
        [(f"{LISTED}/properties/next", {"type": "string"})],
        ["DR320 response 200 body /next"],
    ),
    "property received removed": (
        [(f"{LISTED}/properties/total", GONE)],
        ["DR321 response 200 body /total"],
    ),
    "property received may be missing": (
        [(f"{LISTED}/required", GONE)],
        ["DR322 response 200 body /data"],
    ),
    "write-only properties are not received": ([(f"{I}/properties/secret", GONE)], []),
    "null received": (
        [(f"{LISTED}/properties/total/nullable", True)],
        ["DR329 response 200 body /total"],
    ),
    "enum value added and removed in a shared component": (
        [(f"{S}/Status/enum", ["draft", "open", "paid"])],
        ["DR228 schema Status"],
    ),
    "enum value added in a shared component": (
        [(f"{S}/Status/enum/-", "paid")],
        ["DR327 schema Status"],
    ),
    "type of a shared component": (
        [(f"{S}/Amount/type", "number")],
        ["DR324 schema Amount"],
    ),
    "property of a base, seen in all that extend it": (
        [(f"{S}/Base/properties/memo", {"type": "string"})],
        ["DR320 schema Base /memo"],
    ),
    "property of a component deep inside": (
        [(f"{S}/Line/properties/count/type", "string")],
        ["DR324 schema Line /count"],
    ),
    "variant received added": (
        [
            (
                f"{S}/Cash",
                {"type": "object", "properties": {"till": {"type": "string"}}},
            ),
            (f"{I}/properties/method/oneOf/-", {"$ref": "#/components/schemas/Cash"}),
        ],
        ["DR333 schema Invoice /method"],
    ),
    "component of all errors": (
        [(f"{S}/Error/properties/code", GONE)],
        ["DR321 schema Error /code"],
    ),
    "authentication replaced": (
        [("/security", [{"key": []}])],
        ["DR401 authentication"],
    ),
    "authentication added as another choice": (
        [("/security", [{"bearer": []}, {"key": []}])],
        ["DR402 authentication"],
    ),
    "authentication now needs both": (
        [("/security", [{"bearer": [], "key": []}])],
        ["DR401 authentication"],
    ),
    "authentication no longer needed": (
        [("/security", [])],
        ["DR402 authentication"],
    ),
    "parameter deprecated": (
        [(f"{QUERY}/0/deprecated", True)],
        ["DR209 query parameter limit"],
    ),
    "variants sent": (
        [(f"{REASON}/type", GONE), (f"{REASON}/oneOf", [_WORD, _WORDS])],
        ["DR237 request body /reason"],
    ),
    "property sent deprecated": (
        [(f"{S}/NewInvoice/properties/status", {**_STATUS, "deprecated": True})],
        ["DR241 schema NewInvoice /status"],
    ),
    "property received deprecated": (
        [(f"{LISTED}/properties/total/deprecated", True)],
        ["DR336 response 200 body /total"],
    ),
    "format sent": (
        [(f"{REASON}/format", "date")],
        ["DR227 request body /reason"],
    ),
    "format received": (
        [(f"{LISTED}/properties/total/format", "int64")],
        ["DR326 response 200 body /total"],
    ),
    "XML": (
        [
            (
                "/paths/~1xml",
                {"put": {"responses": {"204": {"content": {"text/xml": {}}}}}},
            ),
            (f"{REASON}/xml", {"name": "Reason"}),
            (f"{LISTED}/properties/total/xml", {"attribute": True}),
        ],
        [
            "DR338 response 200 body /total",
            "DR244 request body /reason",
            "DR102 PUT /xml",
        ],
    ),
    "limit, default and type received": (
        [
            (f"{LISTED}/properties/total/minimum", 0),
            (f"{LISTED}/properties/total/default", 0),
        ],
        ["DR331 response 200 body /total", "DR332 response 200 body /total"],
    ),
    "fewer types received": (
        [(f"{LISTED}/properties/total/type", ["integer", "string"])],
        ["DR324 response 200 body /total"],
    ),
    "further properties received": (
        [(f"{LISTED}/additionalProperties", False)],
        ["DR335 response 200 body"],
    ),
    "media type received": (
        [(f"{LIST}/responses/200/content/text~1csv", {})],
        ["DR307 response 200 body"],
    ),
    "success status added": (
        [(f"{LIST}/responses/206", {"description": "Some"})],
        ["DR303 response 206"],
    ),
    "values sent": (
        [(f"{REASON}/enum", ["late", "wrong"])],
        ["DR228 request body /reason"],
    ),
    "values received": (
        [(f"{LISTED}/properties/total/enum", [1, 2])],
        ["DR328 response 200 body /total"],
    ),
    "scope needed": (
        [("/security", [{"bearer": ["invoices"]}])],
        ["DR403 authentication"],
    ),
    "server replaced": (
        [("/servers/0/url", "https://eu.shop.example/v1")],
        ["DR404 servers"],
    ),
    "server added": (
        [("/servers/-", {"url": "https://test.shop.example"})],
        ["DR406 servers"],
    ),
}


def found(case: str) -> tuple[Finding, ...]:
    """Return what a case's change is told as."""
    return findings_of(shop(), edited(CASES[case][0]))


def undone(case: str) -> tuple[Finding, ...]:
    """Return what the change is told as when it is taken back."""
    return findings_of(edited(CASES[case][0]), shop())


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_one_finding(case: str) -> None:
    _, expected = CASES[case]
    findings = found(case)
    assert [f"{f.code} {f.subject}" for f in findings] == expected
    for finding in findings:
        assert finding.level is DRIFT_RULES[finding.code].level
        assert finding.operations
        assert finding.pages


@pytest.mark.parametrize("case", CASES)
def test_a_change_undone_is_one_finding_too(case: str) -> None:
    assert len(undone(case)) == len(CASES[case][1])


def test_every_change_in_full() -> None:
    lines: list[str] = []
    for case in CASES:
        lines += [case, *in_full(found(case)), "  and back", *in_full(undone(case)), ""]
    expect("\n".join(lines), EXPECTED / "changes.txt")


def test_every_rule_about_documents_has_a_case() -> None:
    told = set(re.findall(r"(DR\d{3}):", (EXPECTED / "changes.txt").read_text("utf-8")))
    told |= {"DR238"}  # in the test below
    about_documents = {code for code in DRIFT_RULES if code[2] in "1234"}
    assert about_documents == told


def test_how_values_stand_in_xml_is_nothing_to_a_client_of_json() -> None:
    assert findings_of(shop(), edited([(f"{REASON}/xml", {"name": "Reason"})])) == ()


def test_a_variant_sent_is_added_or_removed() -> None:
    reason: Edit = (REASON, {"oneOf": [_WORD, _WORDS]})
    more: list[Edit] = [
        reason,
        (f"{REASON}/oneOf/-", {"type": "object", "title": "Cash"}),
    ]
    (added,) = findings_of(edited([reason]), edited(more))
    assert (added.code, added.before, added.after) == ("DR238", None, "Cash")
    (removed,) = findings_of(edited(more), edited([reason]))
    assert (removed.code, removed.before, removed.after) == ("DR237", "Cash", None)


def test_a_cause_names_every_operation_and_both_places() -> None:
    (finding,) = findings_of(shop(), edited([(f"{S}/Error/properties/code", GONE)]))
    assert finding.operations == ("GET /invoices", "POST /invoices")
    assert finding.old is not None
    assert finding.old.pointer == f"{S}/Error/properties/code"
    assert finding.new is not None
    assert finding.level is Level.BREAKING


def test_ids_outlive_moving_lines_and_other_changes() -> None:
    edit: Edit = (f"{S}/Error/properties/code", GONE)
    (first,) = findings_of(shop(), edited([edit]))
    more: Edit = ("/info/description", "one\ntwo\nthree")
    second = findings_of(shop(), edited([more, edit, (f"{CANCEL}/deprecated", True)]))
    assert first.id in {finding.id for finding in second}


def test_prose_is_told_only_if_asked_for() -> None:
    new = edited([(f"{CANCEL}/description", "Cancels it.")])
    assert findings_of(shop(), new) == ()
    (finding,) = findings_of(shop(), new, prose=True)
    assert (finding.code, finding.level) == ("DR501", Level.INFO)
