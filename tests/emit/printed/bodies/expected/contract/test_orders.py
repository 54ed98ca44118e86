# SPDX-License-Identifier: MIT-0
"""Contract of `acme.orders`: what the documentation shows."""

from decimal import Decimal

from .. import Acme, AsyncAcme
from ..types import Line
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

REPLACE: Contract[Acme, AsyncAcme, None] = Contract(
    name="orders.replace",
    provider=PROVIDER,
    call=lambda client: client.orders.replace(body=[{"sku": "B", "count": 3}]),
    call_async=lambda client: client.orders.replace(body=[{"sku": "B", "count": 3}]),
    call_raw=lambda client: client.orders.with_raw_response.replace(
        body=[{"sku": "B", "count": 3}]
    ),
    call_raw_async=lambda client: client.orders.with_raw_response.replace(
        body=[{"sku": "B", "count": 3}]
    ),
    request=ExpectedRequest(
        method="PUT",
        target="/orders",
        headers={"Content-Type": "application/json"},
        body='[{"sku":"B","count":3}]',
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CREATE: Contract[Acme, AsyncAcme, Line] = Contract(
    name="orders.create",
    provider=PROVIDER,
    call=lambda client: client.orders.create(
        buyer={"name": "Ann", "class_": "gold"},
        lines=[{"sku": "A", "count": 2, "price": Decimal("1.50")}],
        ref_no="R1",
        extra={"deep": {"of": [1, Decimal("2.5"), None]}},
        also=["a"],
    ),
    call_async=lambda client: client.orders.create(
        buyer={"name": "Ann", "class_": "gold"},
        lines=[{"sku": "A", "count": 2, "price": Decimal("1.50")}],
        ref_no="R1",
        extra={"deep": {"of": [1, Decimal("2.5"), None]}},
        also=["a"],
    ),
    call_raw=lambda client: client.orders.with_raw_response.create(
        buyer={"name": "Ann", "class_": "gold"},
        lines=[{"sku": "A", "count": 2, "price": Decimal("1.50")}],
        ref_no="R1",
        extra={"deep": {"of": [1, Decimal("2.5"), None]}},
        also=["a"],
    ),
    call_raw_async=lambda client: client.orders.with_raw_response.create(
        buyer={"name": "Ann", "class_": "gold"},
        lines=[{"sku": "A", "count": 2, "price": Decimal("1.50")}],
        ref_no="R1",
        extra={"deep": {"of": [1, Decimal("2.5"), None]}},
        also=["a"],
    ),
    request=ExpectedRequest(
        method="POST",
        target="/orders",
        headers={"Content-Type": "application/json"},
        body='{"buyer":{"name":"Ann","class":"gold"},"lines":[{"sku":"A","count":2,"price":1.50}],"ref-no":"R1","extra":{"deep":{"of":[1,2.5,null]}},"also":["a"]}',
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=201,
            holds="object",
            fields=(
                FieldCheck("/sku", "sku", "string", required=True),
                FieldCheck("/count", "count", "integer", required=True),
                FieldCheck("/price", "price", "number"),
                FieldCheck("/parts", "parts", "array"),
                FieldCheck("/parts/*", "parts.*", "object"),
                FieldCheck("/parts/*/sku", "parts.*.sku", "string", required=True),
                FieldCheck("/parts/*/count", "parts.*.count", "integer", required=True),
                FieldCheck("/parts/*/price", "parts.*.price", "number"),
                FieldCheck("/parts/*/parts", "parts.*.parts", "array"),
                FieldCheck("/parts/*/parts/*", "parts.*.parts.*", "object"),
                FieldCheck(
                    "/parts/*/parts/*/sku",
                    "parts.*.parts.*.sku",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/parts/*/parts/*/count",
                    "parts.*.parts.*.count",
                    "integer",
                    required=True,
                ),
                FieldCheck("/parts/*/parts/*/price", "parts.*.parts.*.price", "number"),
                FieldCheck("/parts/*/parts/*/parts", "parts.*.parts.*.parts", "array"),
                FieldCheck(
                    "/parts/*/parts/*/parts/*", "parts.*.parts.*.parts.*", "object"
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/sku",
                    "parts.*.parts.*.parts.*.sku",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/count",
                    "parts.*.parts.*.parts.*.count",
                    "integer",
                    required=True,
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/price",
                    "parts.*.parts.*.parts.*.price",
                    "number",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts",
                    "parts.*.parts.*.parts.*.parts",
                    "array",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*",
                    "parts.*.parts.*.parts.*.parts.*",
                    "object",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/sku",
                    "parts.*.parts.*.parts.*.parts.*.sku",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/count",
                    "parts.*.parts.*.parts.*.parts.*.count",
                    "integer",
                    required=True,
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/price",
                    "parts.*.parts.*.parts.*.parts.*.price",
                    "number",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts",
                    "parts.*.parts.*.parts.*.parts.*.parts",
                    "array",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*",
                    "parts.*.parts.*.parts.*.parts.*.parts.*",
                    "object",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/sku",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.sku",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/count",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.count",
                    "integer",
                    required=True,
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/price",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.price",
                    "number",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/parts",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.parts",
                    "array",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/parts/*",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.parts.*",
                    "object",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/parts/*/sku",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.parts.*.sku",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/parts/*/count",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.parts.*.count",
                    "integer",
                    required=True,
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/parts/*/price",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.parts.*.price",
                    "number",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/parts/*/parts",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.parts.*.parts",
                    "array",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/parts/*/secret",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.parts.*.secret",
                    "string",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/parts/*/sold",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.parts.*.sold",
                    "date-time",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/secret",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.secret",
                    "string",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/parts/*/sold",
                    "parts.*.parts.*.parts.*.parts.*.parts.*.sold",
                    "date-time",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/secret",
                    "parts.*.parts.*.parts.*.parts.*.secret",
                    "string",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/parts/*/sold",
                    "parts.*.parts.*.parts.*.parts.*.sold",
                    "date-time",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/secret",
                    "parts.*.parts.*.parts.*.secret",
                    "string",
                ),
                FieldCheck(
                    "/parts/*/parts/*/parts/*/sold",
                    "parts.*.parts.*.parts.*.sold",
                    "date-time",
                ),
                FieldCheck(
                    "/parts/*/parts/*/secret", "parts.*.parts.*.secret", "string"
                ),
                FieldCheck(
                    "/parts/*/parts/*/sold", "parts.*.parts.*.sold", "date-time"
                ),
                FieldCheck("/parts/*/secret", "parts.*.secret", "string"),
                FieldCheck("/parts/*/sold", "parts.*.sold", "date-time"),
                FieldCheck("/secret", "secret", "string"),
                FieldCheck("/sold", "sold", "date-time"),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1orders/post/responses/201/content/application~1json",
                    content=(
                        "{\n"
                        '  "sku": "example",\n'
                        '  "count": 1,\n'
                        '  "price": 1.50,\n'
                        '  "parts": [\n'
                        "    {\n"
                        '      "sku": "example",\n'
                        '      "count": 1,\n'
                        '      "price": 1.50,\n'
                        '      "parts": [\n'
                        "        {\n"
                        '          "sku": "example",\n'
                        '          "count": 1,\n'
                        '          "price": 1.50,\n'
                        '          "parts": [\n'
                        "            {\n"
                        '              "sku": "example",\n'
                        '              "count": 1,\n'
                        '              "price": 1.50,\n'
                        '              "parts": [\n'
                        "                {\n"
                        '                  "sku": "example",\n'
                        '                  "count": 1\n'
                        "                }\n"
                        "              ],\n"
                        '              "secret": "example",\n'
                        '              "sold": "2024-02-29T12:34:56Z"\n'
                        "            }\n"
                        "          ],\n"
                        '          "secret": "example",\n'
                        '          "sold": "2024-02-29T12:34:56Z"\n'
                        "        }\n"
                        "      ],\n"
                        '      "secret": "example",\n'
                        '      "sold": "2024-02-29T12:34:56Z"\n'
                        "    }\n"
                        "  ],\n"
                        '  "secret": "example",\n'
                        '  "sold": "2024-02-29T12:34:56Z"\n'
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
)

CLEAR: Contract[Acme, AsyncAcme, None] = Contract(
    name="orders.clear",
    provider=PROVIDER,
    call=lambda client: client.orders.clear(),
    call_async=lambda client: client.orders.clear(),
    call_raw=lambda client: client.orders.with_raw_response.clear(),
    call_raw_async=lambda client: client.orders.with_raw_response.clear(),
    request=ExpectedRequest(
        method="DELETE",
        target="/orders",
        headers={"Content-Type": "application/json"},
        body="{}",
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

PATCH: Contract[Acme, AsyncAcme, None] = Contract(
    name="orders.patch",
    provider=PROVIDER,
    call=lambda client: client.orders.patch(),
    call_async=lambda client: client.orders.patch(),
    call_raw=lambda client: client.orders.with_raw_response.patch(),
    call_raw_async=lambda client: client.orders.with_raw_response.patch(),
    request=ExpectedRequest(method="PATCH", target="/orders", headers={}),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (
    REPLACE,
    CREATE,
    CLEAR,
    PATCH,
)


class TestReplace(ContractSuite):
    """`PUT /orders`."""

    contract = REPLACE


class TestCreate(ContractSuite):
    """`POST /orders`."""

    contract = CREATE


class TestClear(ContractSuite):
    """`DELETE /orders`."""

    contract = CLEAR


class TestPatch(ContractSuite):
    """`PATCH /orders`."""

    contract = PATCH
