# SPDX-License-Identifier: MIT-0
"""Contract of `acme.pairs`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ..types import Left, Names
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

GET: Contract[Acme, AsyncAcme, Left] = Contract(
    name="pairs.get",
    provider=PROVIDER,
    call=lambda client: client.pairs.get(),
    call_async=lambda client: client.pairs.get(),
    call_raw=lambda client: client.pairs.with_raw_response.get(),
    call_raw_async=lambda client: client.pairs.with_raw_response.get(),
    request=ExpectedRequest(method="GET", target="/pairs", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/right", "right", "object"),
                FieldCheck("/right/left", "right.left", "array"),
                FieldCheck("/right/left/*", "right.left.*", "object"),
                FieldCheck("/right/left/*/right", "right.left.*.right", "object"),
                FieldCheck(
                    "/right/left/*/right/left", "right.left.*.right.left", "array"
                ),
                FieldCheck(
                    "/right/left/*/right/left/*", "right.left.*.right.left.*", "object"
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right",
                    "right.left.*.right.left.*.right",
                    "object",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right/left",
                    "right.left.*.right.left.*.right.left",
                    "array",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right/left/*",
                    "right.left.*.right.left.*.right.left.*",
                    "object",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right/left/*/right",
                    "right.left.*.right.left.*.right.left.*.right",
                    "object",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right/left/*/right/left",
                    "right.left.*.right.left.*.right.left.*.right.left",
                    "array",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right/left/*/right/left/*",
                    "right.left.*.right.left.*.right.left.*.right.left.*",
                    "object",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right/left/*/right/left/*/right",
                    "right.left.*.right.left.*.right.left.*.right.left.*.right",
                    "object",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right/left/*/right/left/*/tags",
                    "right.left.*.right.left.*.right.left.*.right.left.*.tags",
                    "map",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right/left/*/tags",
                    "right.left.*.right.left.*.right.left.*.tags",
                    "map",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right/left/*/tags/*",
                    "right.left.*.right.left.*.right.left.*.tags.*",
                    "array",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/right/left/*/tags/*/*",
                    "right.left.*.right.left.*.right.left.*.tags.*.*",
                    "string",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/tags",
                    "right.left.*.right.left.*.tags",
                    "map",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/tags/*",
                    "right.left.*.right.left.*.tags.*",
                    "array",
                ),
                FieldCheck(
                    "/right/left/*/right/left/*/tags/*/*",
                    "right.left.*.right.left.*.tags.*.*",
                    "string",
                ),
                FieldCheck("/right/left/*/tags", "right.left.*.tags", "map"),
                FieldCheck("/right/left/*/tags/*", "right.left.*.tags.*", "array"),
                FieldCheck("/right/left/*/tags/*/*", "right.left.*.tags.*.*", "string"),
                FieldCheck("/tags", "tags", "map"),
                FieldCheck("/tags/*", "tags.*", "array"),
                FieldCheck("/tags/*/*", "tags.*.*", "string"),
            ),
            examples=(
                ContentExample(
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
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/class", "class_", "string", required=True),
                FieldCheck("/import", "import_", "string", required=True),
                FieldCheck("/model_config", "model_config_", "string", required=True),
                FieldCheck("/None", "none", "string"),
                FieldCheck("/list", "list_", "array"),
                FieldCheck("/list/*", "list_.*", "string"),
                FieldCheck("/dict", "dict_", "map"),
                FieldCheck("/dict/*", "dict_.*", "array"),
                FieldCheck("/dict/*/*", "dict_.*.*", "string"),
                FieldCheck("/a-b", "a_b_d44362d6", "string"),
                FieldCheck("/a b", "a_b", "string"),
                FieldCheck("/1st", "field_1st", "string"),
                FieldCheck("/more", "more", "object"),
                FieldCheck("/more/deep", "more.deep", "object"),
                FieldCheck("/more/deep/er", "more.deep.er", "string"),
                FieldCheck("/closed", "closed", "object"),
                FieldCheck("/closed/x", "closed.x", "string"),
                FieldCheck("/maybe", "maybe", "object", nullable=True),
                FieldCheck("/maybe/y", "maybe.y", "string"),
                FieldCheck("/said", "said", "string"),
                FieldCheck("/asked", "asked", "string"),
            ),
            examples=(
                ContentExample(
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
