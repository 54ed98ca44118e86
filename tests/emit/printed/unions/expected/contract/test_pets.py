# SPDX-License-Identifier: MIT-0
"""Contract of `acme.pets`: what the documentation shows."""

from datetime import datetime

from .. import Acme, AsyncAcme
from ..types import CatParams, Pet, PetsListResponse
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, Example, ExpectedRequest, Probe, Reply

LIST: Contract[Acme, AsyncAcme, PetsListResponse] = Contract(
    name="pets.list",
    provider=PROVIDER,
    call=lambda client: client.pets.list(),
    call_async=lambda client: client.pets.list(),
    call_raw=lambda client: client.pets.with_raw_response.list(),
    call_raw_async=lambda client: client.pets.with_raw_response.list(),
    request=ExpectedRequest(method="GET", target="/pets", headers={}),
    resend="safe",
    successes=(
        Reply(
            status=200,
            holds="object",
            fields=(
                Probe("/first", "first", "object", required=True),
                Probe("/first/kind", "first.kind", "string", required=True),
                Probe("/first/lives", "first.lives", "integer", variant=True),
                Probe(
                    "/first/name", "first.name", "string", nullable=True, variant=True
                ),
                Probe("/first/good", "first.good", "boolean", variant=True),
                Probe("/first/owner", "first.owner", "object", variant=True),
                Probe("/first/owner/name", "first.owner.name", "string", variant=True),
                Probe("/second", "second", "object", nullable=True),
                Probe("/second/kind", "second.kind", "string", required=True),
                Probe("/second/lives", "second.lives", "integer"),
                Probe("/second/name", "second.name", "string"),
                Probe("/third", "third", "object", nullable=True),
                Probe("/third/kind", "third.kind", "string", required=True),
                Probe("/third/good", "third.good", "boolean"),
                Probe("/third/name", "third.name", "string", nullable=True),
                Probe("/third/owner", "third.owner", "object"),
                Probe("/third/owner/name", "third.owner.name", "string"),
                Probe("/named", "named", "object"),
                Probe("/named/kind", "named.kind", "string", required=True),
                Probe("/named/name", "named.name", "string", variant=True),
                Probe("/named/tag", "named.tag", "string", variant=True),
                Probe("/either", "either", "object"),
                Probe(
                    "/either/value",
                    "either.value",
                    "string",
                    nullable=True,
                    variant=True,
                ),
                Probe(
                    "/either/state",
                    "either.state",
                    "enum",
                    known=("on", "off"),
                    variant=True,
                ),
                Probe("/when", "when", "any"),
                Probe("/many", "many", "any"),
                Probe("/state", "state", "enum", nullable=True, known=("on", "off")),
                Probe("/scores", "scores", "array"),
                Probe("/scores/*", "scores.*", "any"),
                Probe("/mode", "mode", "any"),
                Probe("/alone", "alone", "any", nullable=True),
            ),
            examples=(
                Example(
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
                        '  "alone": 1\n'
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
    resend="unsent",
    successes=(
        Reply(
            status=200,
            holds="object",
            fields=(
                Probe("/kind", "kind", "string", required=True),
                Probe("/lives", "lives", "integer", variant=True),
                Probe("/name", "name", "string", nullable=True, variant=True),
                Probe("/good", "good", "boolean", variant=True),
                Probe("/owner", "owner", "object", variant=True),
                Probe("/owner/name", "owner.name", "string", variant=True),
            ),
            examples=(
                Example(
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
