# SPDX-License-Identifier: MIT-0
"""Contract of `acme.pairs`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ..types import Left, Names
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, Example, ExpectedRequest, Probe, Reply

GET: Contract[Acme, AsyncAcme, Left] = Contract(
    name="pairs.get",
    provider=PROVIDER,
    call=lambda client: client.pairs.get(),
    call_async=lambda client: client.pairs.get(),
    call_raw=lambda client: client.pairs.with_raw_response.get(),
    call_raw_async=lambda client: client.pairs.with_raw_response.get(),
    request=ExpectedRequest(method="GET", target="/pairs", headers={}),
    resend="safe",
    successes=(
        Reply(
            status=200,
            holds="object",
            fields=(
                Probe("/right", "right", "object"),
                Probe("/right/left", "right.left", "array"),
                Probe("/right/left/*", "right.left.*", "object"),
                Probe("/right/left/*/right", "right.left.*.right", "object"),
                Probe("/right/left/*/right/left", "right.left.*.right.left", "array"),
                Probe(
                    "/right/left/*/right/left/*", "right.left.*.right.left.*", "object"
                ),
                Probe(
                    "/right/left/*/right/left/*/right",
                    "right.left.*.right.left.*.right",
                    "object",
                ),
                Probe(
                    "/right/left/*/right/left/*/right/left",
                    "right.left.*.right.left.*.right.left",
                    "array",
                ),
                Probe(
                    "/right/left/*/right/left/*/right/left/*",
                    "right.left.*.right.left.*.right.left.*",
                    "object",
                ),
                Probe(
                    "/right/left/*/right/left/*/right/left/*/right",
                    "right.left.*.right.left.*.right.left.*.right",
                    "object",
                ),
                Probe(
                    "/right/left/*/right/left/*/right/left/*/right/left",
                    "right.left.*.right.left.*.right.left.*.right.left",
                    "array",
                ),
                Probe(
                    "/right/left/*/right/left/*/right/left/*/right/left/*",
                    "right.left.*.right.left.*.right.left.*.right.left.*",
                    "object",
                ),
                Probe(
                    "/right/left/*/right/left/*/right/left/*/right/left/*/right",
                    "right.left.*.right.left.*.right.left.*.right.left.*.right",
                    "object",
                ),
                Probe(
                    "/right/left/*/right/left/*/right/left/*/right/left/*/tags",
                    "right.left.*.right.left.*.right.left.*.right.left.*.tags",
                    "map",
                ),
                Probe(
                    "/right/left/*/right/left/*/right/left/*/tags",
                    "right.left.*.right.left.*.right.left.*.tags",
                    "map",
                ),
                Probe(
                    "/right/left/*/right/left/*/right/left/*/tags/*",
                    "right.left.*.right.left.*.right.left.*.tags.*",
                    "array",
                ),
                Probe(
                    "/right/left/*/right/left/*/right/left/*/tags/*/*",
                    "right.left.*.right.left.*.right.left.*.tags.*.*",
                    "string",
                ),
                Probe(
                    "/right/left/*/right/left/*/tags",
                    "right.left.*.right.left.*.tags",
                    "map",
                ),
                Probe(
                    "/right/left/*/right/left/*/tags/*",
                    "right.left.*.right.left.*.tags.*",
                    "array",
                ),
                Probe(
                    "/right/left/*/right/left/*/tags/*/*",
                    "right.left.*.right.left.*.tags.*.*",
                    "string",
                ),
                Probe("/right/left/*/tags", "right.left.*.tags", "map"),
                Probe("/right/left/*/tags/*", "right.left.*.tags.*", "array"),
                Probe("/right/left/*/tags/*/*", "right.left.*.tags.*.*", "string"),
                Probe("/tags", "tags", "map"),
                Probe("/tags/*", "tags.*", "array"),
                Probe("/tags/*/*", "tags.*.*", "string"),
            ),
            examples=(
                Example(
                    source="#/paths/~1pairs/get/responses/200/content/application~1json",
                    content=(
                        "{\n"
                        '  "right": {\n'
                        '    "left": [\n'
                        "      {\n"
                        '        "right": {\n'
                        '          "left": [\n'
                        "            {\n"
                        '              "right": {\n'
                        '                "left": []\n'
                        "              },\n"
                        '              "tags": {}\n'
                        "            }\n"
                        "          ]\n"
                        "        },\n"
                        '        "tags": {\n'
                        '          "key": [\n'
                        '            "example"\n'
                        "          ]\n"
                        "        }\n"
                        "      }\n"
                        "    ]\n"
                        "  },\n"
                        '  "tags": {\n'
                        '    "key": [\n'
                        '      "example"\n'
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

PUT_SHAPES: Contract[Acme, AsyncAcme, Names] = Contract(
    name="pairs.put_shapes",
    provider=PROVIDER,
    call=lambda client: client.pairs.put_shapes(
        class_="example", import_="example", model_config="example"
    ),
    call_async=lambda client: client.pairs.put_shapes(
        class_="example", import_="example", model_config="example"
    ),
    call_raw=lambda client: client.pairs.with_raw_response.put_shapes(
        class_="example", import_="example", model_config="example"
    ),
    call_raw_async=lambda client: client.pairs.with_raw_response.put_shapes(
        class_="example", import_="example", model_config="example"
    ),
    request=ExpectedRequest(
        method="PUT",
        target="/pairs",
        headers={"Content-Type": "application/json"},
        body='{"class":"example","import":"example","model_config":"example"}',
    ),
    resend="safe",
    successes=(
        Reply(
            status=200,
            holds="object",
            fields=(
                Probe("/class", "class_", "string", required=True),
                Probe("/import", "import_", "string", required=True),
                Probe("/model_config", "model_config_", "string", required=True),
                Probe("/None", "none", "string"),
                Probe("/list", "list_", "array"),
                Probe("/list/*", "list_.*", "string"),
                Probe("/dict", "dict_", "map"),
                Probe("/dict/*", "dict_.*", "array"),
                Probe("/dict/*/*", "dict_.*.*", "string"),
                Probe("/a-b", "a_b_d44362d6", "string"),
                Probe("/a b", "a_b", "string"),
                Probe("/1st", "field_1st", "string"),
                Probe("/more", "more", "object"),
                Probe("/more/deep", "more.deep", "object"),
                Probe("/more/deep/er", "more.deep.er", "string"),
                Probe("/closed", "closed", "object"),
                Probe("/closed/x", "closed.x", "string"),
                Probe("/maybe", "maybe", "object", nullable=True),
                Probe("/maybe/y", "maybe.y", "string"),
                Probe("/said", "said", "string"),
                Probe("/asked", "asked", "string"),
            ),
            examples=(
                Example(
                    source="#/paths/~1pairs/put/responses/200/content/application~1json",
                    content=(
                        "{\n"
                        '  "class": "example",\n'
                        '  "import": "example",\n'
                        '  "model_config": "example",\n'
                        '  "None": "example",\n'
                        '  "list": [\n'
                        '    "example"\n'
                        "  ],\n"
                        '  "dict": {\n'
                        '    "key": [\n'
                        '      "example"\n'
                        "    ]\n"
                        "  },\n"
                        '  "a-b": "example",\n'
                        '  "a b": "example",\n'
                        '  "1st": "example",\n'
                        '  "more": {\n'
                        '    "deep": {\n'
                        '      "er": "example"\n'
                        "    }\n"
                        "  },\n"
                        '  "closed": {\n'
                        '    "x": "example"\n'
                        "  },\n"
                        '  "maybe": {\n'
                        '    "y": "example"\n'
                        "  },\n"
                        '  "said": "example",\n'
                        '  "asked": "example"\n'
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
)

CONTRACTS = (
    GET,
    PUT_SHAPES,
)


class TestGet(ContractSuite):
    """`GET /pairs`."""

    contract = GET


class TestPutShapes(ContractSuite):
    """`PUT /pairs`."""

    contract = PUT_SHAPES
