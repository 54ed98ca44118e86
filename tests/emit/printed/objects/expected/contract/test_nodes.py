# SPDX-License-Identifier: MIT-0
"""Contract of `acme.nodes`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ..types import Leaf, NodesListResponse
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

LIST: Contract[Acme, AsyncAcme, NodesListResponse] = Contract(
    name="nodes.list",
    provider=PROVIDER,
    call=lambda client: client.nodes.list(),
    call_async=lambda client: client.nodes.list(),
    call_raw=lambda client: client.nodes.with_raw_response.list(),
    call_raw_async=lambda client: client.nodes.with_raw_response.list(),
    request=ExpectedRequest(method="GET", target="/nodes", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/next", "next", "string"),
                FieldCheck("/found", "found", "map"),
                FieldCheck("/found/*", "found.*", "array"),
                FieldCheck(
                    "/found/*/*",
                    "found.*.*",
                    "enum",
                    known=("root", "branch", "leaf", "it's"),
                ),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1nodes/get/responses/200/content/application~1json",
                    content=(
                        "{\n"
                        '  "next": "example",\n'
                        '  "found": {\n'
                        '    "key": [\n'
                        '      "root"\n'
                        "    ]\n"
                        "  }\n"
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
)

ADD: Contract[Acme, AsyncAcme, Leaf] = Contract(
    name="nodes.add",
    provider=PROVIDER,
    call=lambda client: client.nodes.add(id=1, name="example", colour="red"),
    call_async=lambda client: client.nodes.add(id=1, name="example", colour="red"),
    call_raw=lambda client: client.nodes.with_raw_response.add(
        id=1, name="example", colour="red"
    ),
    call_raw_async=lambda client: client.nodes.with_raw_response.add(
        id=1, name="example", colour="red"
    ),
    request=ExpectedRequest(
        method="POST",
        target="/nodes",
        headers={"Content-Type": "application/json"},
        body='{"id":1,"name":"example","colour":"red"}',
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/id", "id", "integer", required=True),
                FieldCheck(
                    "/kind", "kind", "enum", known=("root", "branch", "leaf", "it's")
                ),
                FieldCheck("/name", "name", "string", required=True),
                FieldCheck("/children", "children", "array"),
                FieldCheck("/children/*", "children.*", "object"),
                FieldCheck(
                    "/children/*/name", "children.*.name", "string", required=True
                ),
                FieldCheck("/children/*/children", "children.*.children", "array"),
                FieldCheck("/children/*/children/*", "children.*.children.*", "object"),
                FieldCheck(
                    "/children/*/children/*/name",
                    "children.*.children.*.name",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/children/*/children/*/children",
                    "children.*.children.*.children",
                    "array",
                ),
                FieldCheck(
                    "/children/*/children/*/children/*",
                    "children.*.children.*.children.*",
                    "object",
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/name",
                    "children.*.children.*.children.*.name",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/children",
                    "children.*.children.*.children.*.children",
                    "array",
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/children/*",
                    "children.*.children.*.children.*.children.*",
                    "object",
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/children/*/name",
                    "children.*.children.*.children.*.children.*.name",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/children/*/children",
                    "children.*.children.*.children.*.children.*.children",
                    "array",
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/children/*/children/*",
                    "children.*.children.*.children.*.children.*.children.*",
                    "object",
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/children/*/children/*/name",
                    "children.*.children.*.children.*.children.*.children.*.name",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/children/*/children/*/children",
                    "children.*.children.*.children.*.children.*.children.*.children",
                    "array",
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/children/*/children/*/children/*",
                    "children.*.children.*.children.*.children.*.children.*.children.*",
                    "object",
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/children/*/children/*/children/*/name",
                    "children.*.children.*.children.*.children.*.children.*.children.*.name",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/children/*/children/*/children/*/children/*/children/*/children/*/children",
                    "children.*.children.*.children.*.children.*.children.*.children.*.children",
                    "array",
                ),
                FieldCheck(
                    "/colour",
                    "colour",
                    "enum",
                    required=True,
                    nullable=True,
                    known=("red", "green"),
                ),
                FieldCheck("/size", "size", "enum", known=(1, 2, 3)),
                FieldCheck("/scale", "scale", "number"),
                FieldCheck("/mixed", "mixed", "enum", known=("a", 1, True)),
                FieldCheck("/half", "half", "any"),
                FieldCheck("/old", "old", "string"),
                FieldCheck("/fixed", "fixed", "enum", known=("leaf",)),
                FieldCheck("/version", "version", "enum", known=(2,)),
                FieldCheck("/always", "always", "enum", known=(True,)),
                FieldCheck("/rate", "rate", "number"),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1nodes/post/responses/200/content/application~1json",
                    content=(
                        "{\n"
                        '  "id": 1,\n'
                        '  "kind": "root",\n'
                        '  "name": "example",\n'
                        '  "children": [\n'
                        "    {\n"
                        '      "name": "example",\n'
                        '      "children": [\n'
                        "        {\n"
                        '          "name": "example",\n'
                        '          "children": [\n'
                        "            {\n"
                        '              "name": "example",\n'
                        '              "children": [\n'
                        "                {\n"
                        '                  "name": "example"\n'
                        "                }\n"
                        "              ]\n"
                        "            }\n"
                        "          ]\n"
                        "        }\n"
                        "      ]\n"
                        "    }\n"
                        "  ],\n"
                        '  "colour": "red",\n'
                        '  "size": 1,\n'
                        '  "scale": 0.5,\n'
                        '  "mixed": "a",\n'
                        '  "half": "b",\n'
                        '  "old": "example",\n'
                        '  "fixed": "leaf",\n'
                        '  "version": 2,\n'
                        '  "always": true,\n'
                        '  "rate": 0.25\n'
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
    """`GET /nodes`."""

    contract = LIST


class TestAdd(ContractSuite):
    """`POST /nodes`."""

    contract = ADD
