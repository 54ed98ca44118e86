# SPDX-License-Identifier: MIT-0
"""Contract of `acme.values`: what the documentation shows."""

from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from .. import Acme, AsyncAcme
from ..types import Lists, Values
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

STORE: Contract[Acme, AsyncAcme, Values] = Contract(
    name="values.store",
    provider=PROVIDER,
    call=lambda client: client.values.store(
        text="example",
        whole=1,
        exact=Decimal("1.50"),
        quick=1.5,
        yes=True,
        day=date.fromisoformat("2024-02-29"),
        at=datetime.fromisoformat("2024-02-29T12:34:56Z"),
        hour=time.fromisoformat("12:34:56Z"),
        key=UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6"),
        bytes=b"example",
        octets="example",
        price=Decimal("1.50"),
        either=Decimal("1.50"),
    ),
    call_async=lambda client: client.values.store(
        text="example",
        whole=1,
        exact=Decimal("1.50"),
        quick=1.5,
        yes=True,
        day=date.fromisoformat("2024-02-29"),
        at=datetime.fromisoformat("2024-02-29T12:34:56Z"),
        hour=time.fromisoformat("12:34:56Z"),
        key=UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6"),
        bytes=b"example",
        octets="example",
        price=Decimal("1.50"),
        either=Decimal("1.50"),
    ),
    call_raw=lambda client: client.values.with_raw_response.store(
        text="example",
        whole=1,
        exact=Decimal("1.50"),
        quick=1.5,
        yes=True,
        day=date.fromisoformat("2024-02-29"),
        at=datetime.fromisoformat("2024-02-29T12:34:56Z"),
        hour=time.fromisoformat("12:34:56Z"),
        key=UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6"),
        bytes=b"example",
        octets="example",
        price=Decimal("1.50"),
        either=Decimal("1.50"),
    ),
    call_raw_async=lambda client: client.values.with_raw_response.store(
        text="example",
        whole=1,
        exact=Decimal("1.50"),
        quick=1.5,
        yes=True,
        day=date.fromisoformat("2024-02-29"),
        at=datetime.fromisoformat("2024-02-29T12:34:56Z"),
        hour=time.fromisoformat("12:34:56Z"),
        key=UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6"),
        bytes=b"example",
        octets="example",
        price=Decimal("1.50"),
        either=Decimal("1.50"),
    ),
    request=ExpectedRequest(
        method="PUT",
        target="/values",
        headers={"Content-Type": "application/json"},
        body='{"text":"example","whole":1,"exact":1.50,"quick":1.5,"yes":true,"day":"2024-02-29","at":"2024-02-29T12:34:56Z","hour":"12:34:56Z","key":"3fa85f64-5717-4562-b3fc-2c963f66afa6","bytes":"ZXhhbXBsZQ==","octets":"example","price":"1.50","either":1.50}',
    ),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/text", "text", "string", required=True),
                FieldCheck("/whole", "whole", "integer", required=True),
                FieldCheck("/exact", "exact", "number", required=True),
                FieldCheck("/quick", "quick", "float", required=True),
                FieldCheck("/yes", "yes", "boolean", required=True),
                FieldCheck("/day", "day", "date", required=True),
                FieldCheck("/at", "at", "date-time", required=True),
                FieldCheck("/hour", "hour", "time", required=True),
                FieldCheck("/key", "key", "uuid", required=True),
                FieldCheck("/bytes", "bytes_", "bytes", required=True),
                FieldCheck("/octets", "octets", "string", required=True),
                FieldCheck("/price", "price", "amount", required=True),
                FieldCheck("/either", "either", "amount", required=True),
                FieldCheck("/mail", "mail", "string"),
                FieldCheck("/host", "host", "string"),
                FieldCheck("/coded", "coded", "bytes"),
                FieldCheck("/anything", "anything", "any", nullable=True),
                FieldCheck("/nothing", "nothing", "any", nullable=True),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1values/put/responses/200/content/application~1json",
                    content=(
                        "{\n"
                        '  "text": "example",\n'
                        '  "whole": 1,\n'
                        '  "exact": 1.50,\n'
                        '  "quick": 1.50,\n'
                        '  "yes": true,\n'
                        '  "day": "2024-02-29",\n'
                        '  "at": "2024-02-29T12:34:56Z",\n'
                        '  "hour": "12:34:56Z",\n'
                        '  "key": "3fa85f64-5717-4562-b3fc-2c963f66afa6",\n'
                        '  "bytes": "ZXhhbXBsZQ==",\n'
                        '  "octets": "example",\n'
                        '  "price": "1.50",\n'
                        '  "either": 1.50,\n'
                        '  "mail": "name@example.com",\n'
                        '  "host": "2001:db8::1",\n'
                        '  "coded": "ZXhhbXBsZQ==",\n'
                        '  "anything": "example",\n'
                        '  "nothing": null\n'
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
)

STORE_LISTS: Contract[Acme, AsyncAcme, Lists] = Contract(
    name="values.store_lists",
    provider=PROVIDER,
    call=lambda client: client.values.store_lists(
        days=[date.fromisoformat("2024-02-29")], times=[time.fromisoformat("12:34:56Z")]
    ),
    call_async=lambda client: client.values.store_lists(
        days=[date.fromisoformat("2024-02-29")], times=[time.fromisoformat("12:34:56Z")]
    ),
    call_raw=lambda client: client.values.with_raw_response.store_lists(
        days=[date.fromisoformat("2024-02-29")], times=[time.fromisoformat("12:34:56Z")]
    ),
    call_raw_async=lambda client: client.values.with_raw_response.store_lists(
        days=[date.fromisoformat("2024-02-29")], times=[time.fromisoformat("12:34:56Z")]
    ),
    request=ExpectedRequest(
        method="PUT",
        target="/lists",
        headers={"Content-Type": "application/json"},
        body='{"days":["2024-02-29"],"times":["12:34:56Z"]}',
    ),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/days", "days", "array", required=True),
                FieldCheck("/days/*", "days.*", "date"),
                FieldCheck("/times", "times", "array", required=True),
                FieldCheck("/times/*", "times.*", "time", nullable=True),
                FieldCheck("/prices", "prices", "map"),
                FieldCheck("/prices/*", "prices.*", "number"),
                FieldCheck("/ratios", "ratios", "map"),
                FieldCheck("/ratios/*", "ratios.*", "array"),
                FieldCheck("/ratios/*/*", "ratios.*.*", "float"),
                FieldCheck("/keys", "keys", "array"),
                FieldCheck("/keys/*", "keys.*", "uuid"),
                FieldCheck("/blobs", "blobs", "array", nullable=True),
                FieldCheck("/blobs/*", "blobs.*", "bytes"),
                FieldCheck("/box", "box", "object"),
                FieldCheck("/box/lid", "box.lid", "object"),
                FieldCheck("/box/lid/lock", "box.lid.lock", "string"),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1lists/put/responses/200/content/application~1json",
                    content=(
                        "{\n"
                        '  "days": [\n'
                        '    "2024-02-29"\n'
                        "  ],\n"
                        '  "times": [\n'
                        '    "12:34:56Z"\n'
                        "  ],\n"
                        '  "prices": {\n'
                        '    "key": 1.50\n'
                        "  },\n"
                        '  "ratios": {\n'
                        '    "key": [\n'
                        "      1.50\n"
                        "    ]\n"
                        "  },\n"
                        '  "keys": [\n'
                        '    "3fa85f64-5717-4562-b3fc-2c963f66afa6"\n'
                        "  ],\n"
                        '  "blobs": [\n'
                        '    "ZXhhbXBsZQ=="\n'
                        "  ],\n"
                        '  "box": {\n'
                        '    "lid": {\n'
                        '      "lock": "example"\n'
                        "    }\n"
                        "  }\n"
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
)

CONTRACTS = (
    STORE,
    STORE_LISTS,
)


class TestStore(ContractSuite):
    """`PUT /values`."""

    contract = STORE


class TestStoreLists(ContractSuite):
    """`PUT /lists`."""

    contract = STORE_LISTS
