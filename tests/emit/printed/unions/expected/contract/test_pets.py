# SPDX-License-Identifier: MIT-0
"""Contract of `acme.pets`: what the documentation shows."""

from datetime import datetime

from .. import Acme, AsyncAcme
from ..types import CatParams, Pet, PetsListResponse
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

LIST: Contract[Acme, AsyncAcme, PetsListResponse] = Contract(
    name="pets.list",
    provider=PROVIDER,
    call=lambda client: client.pets.list(),
    call_async=lambda client: client.pets.list(),
    call_raw=lambda client: client.pets.with_raw_response.list(),
    call_raw_async=lambda client: client.pets.with_raw_response.list(),
    request=ExpectedRequest(method="GET", target="/pets", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/first", "first", "object", required=True),
                FieldCheck(
                    "/first/kind", "first.kind", "string", required=True, variant=True
                ),
                FieldCheck("/first/lives", "first.lives", "integer", variant=True),
                FieldCheck(
                    "/first/name", "first.name", "string", nullable=True, variant=True
                ),
                FieldCheck("/first/good", "first.good", "boolean", variant=True),
                FieldCheck("/first/owner", "first.owner", "object", variant=True),
                FieldCheck(
                    "/first/owner/name", "first.owner.name", "string", variant=True
                ),
                FieldCheck("/second", "second", "object", nullable=True),
                FieldCheck("/second/kind", "second.kind", "string", required=True),
                FieldCheck("/second/lives", "second.lives", "integer"),
                FieldCheck("/second/name", "second.name", "string"),
                FieldCheck("/third", "third", "object", nullable=True),
                FieldCheck("/third/kind", "third.kind", "string", required=True),
                FieldCheck("/third/good", "third.good", "boolean"),
                FieldCheck("/third/name", "third.name", "string", nullable=True),
                FieldCheck("/third/owner", "third.owner", "object"),
                FieldCheck("/third/owner/name", "third.owner.name", "string"),
                FieldCheck("/named", "named", "object"),
                FieldCheck("/named/kind", "named.kind", "string", required=True),
                FieldCheck("/named/name", "named.name", "string", variant=True),
                FieldCheck("/named/tag", "named.tag", "string", variant=True),
                FieldCheck("/either", "either", "object"),
                FieldCheck(
                    "/either/value",
                    "either.value",
                    "string",
                    nullable=True,
                    variant=True,
                ),
                FieldCheck(
                    "/either/state",
                    "either.state",
                    "enum",
                    known=("on", "off"),
                    variant=True,
                ),
                FieldCheck("/when", "when", "any"),
                FieldCheck("/many", "many", "any"),
                FieldCheck(
                    "/state", "state", "enum", nullable=True, known=("on", "off")
                ),
                FieldCheck("/scores", "scores", "array"),
                FieldCheck("/scores/*", "scores.*", "any"),
                FieldCheck("/mode", "mode", "any"),
                FieldCheck("/alone", "alone", "any", nullable=True),
                FieldCheck("/nameless", "nameless", "any", nullable=True),
                FieldCheck("/late", "late", "any", nullable=True),
                FieldCheck("/never", "never", "any"),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1pets/get/responses/200/content/application~1json",
                    content=(
                        "{\n"
                        '  "first": {\n'
                        '    "kind": "feline",\n'
                        '    "lives": 1,\n'
                        '    "name": "example"\n'
                        "  },\n"
                        '  "second": {\n'
                        '    "kind": "example",\n'
                        '    "lives": 1,\n'
                        '    "name": "example"\n'
                        "  },\n"
                        '  "third": {\n'
                        '    "kind": "example",\n'
                        '    "good": true,\n'
                        '    "name": "example",\n'
                        '    "owner": {\n'
                        '      "name": "example"\n'
                        "    }\n"
                        "  },\n"
                        '  "named": {\n'
                        '    "kind": "example",\n'
                        '    "lives": 1,\n'
                        '    "name": "example"\n'
                        "  },\n"
                        '  "either": {\n'
                        '    "value": "example",\n'
                        '    "state": "on"\n'
                        "  },\n"
                        '  "when": "2024-02-29T12:34:56Z",\n'
                        '  "many": "example",\n'
                        '  "state": "on",\n'
                        '  "scores": [\n'
                        "    1\n"
                        "  ],\n"
                        '  "mode": "fast",\n'
                        '  "alone": 1,\n'
                        '  "nameless": null,\n'
                        '  "late": 1,\n'
                        '  "never": 1\n'
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
)

ADD: Contract[Acme, AsyncAcme, Pet] = Contract(
    name="pets.add",
    provider=PROVIDER,
    call=lambda client: client.pets.add(
        pet=CatParams(kind="feline", lives=1, name="example"),
        when=datetime.fromisoformat("2024-02-29T12:34:56Z"),
    ),
    call_async=lambda client: client.pets.add(
        pet=CatParams(kind="feline", lives=1, name="example"),
        when=datetime.fromisoformat("2024-02-29T12:34:56Z"),
    ),
    call_raw=lambda client: client.pets.with_raw_response.add(
        pet=CatParams(kind="feline", lives=1, name="example"),
        when=datetime.fromisoformat("2024-02-29T12:34:56Z"),
    ),
    call_raw_async=lambda client: client.pets.with_raw_response.add(
        pet=CatParams(kind="feline", lives=1, name="example"),
        when=datetime.fromisoformat("2024-02-29T12:34:56Z"),
    ),
    request=ExpectedRequest(
        method="POST",
        target="/pets",
        headers={"Content-Type": "application/json"},
        body='{"pet":{"kind":"feline","lives":1,"name":"example"},"when":"2024-02-29T12:34:56Z"}',
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/kind", "kind", "string", required=True, variant=True),
                FieldCheck("/lives", "lives", "integer", variant=True),
                FieldCheck("/name", "name", "string", nullable=True, variant=True),
                FieldCheck("/good", "good", "boolean", variant=True),
                FieldCheck("/owner", "owner", "object", variant=True),
                FieldCheck("/owner/name", "owner.name", "string", variant=True),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1pets/post/responses/200/content/application~1json",
                    content=(
                        "{\n"
                        '  "kind": "feline",\n'
                        '  "lives": 1,\n'
                        '  "name": "example"\n'
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
)

CONTRACTS = (
    LIST,
    ADD,
)


class TestList(ContractSuite):
    """`GET /pets`."""

    contract = LIST


class TestAdd(ContractSuite):
    """`POST /pets`."""

    contract = ADD
