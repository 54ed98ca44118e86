# SPDX-License-Identifier: MIT-0
"""Contract of `acme.books`: what the documentation shows."""

from datetime import datetime
from decimal import Decimal

from .. import Acme, AsyncAcme
from ..types import Book
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

ADD: Contract[Acme, AsyncAcme, Book] = Contract(
    name="books.add",
    provider=PROVIDER,
    call=lambda client: client.books.add(
        id=1,
        isbn="example",
        rating=Decimal("1.50"),
        title="example",
        maker="example",
        price=Decimal("1.50"),
        tags=["example"],
        authors=[
            {"born": datetime.fromisoformat("2024-02-29T12:34:56Z"), "name": "example"}
        ],
    ),
    call_async=lambda client: client.books.add(
        id=1,
        isbn="example",
        rating=Decimal("1.50"),
        title="example",
        maker="example",
        price=Decimal("1.50"),
        tags=["example"],
        authors=[
            {"born": datetime.fromisoformat("2024-02-29T12:34:56Z"), "name": "example"}
        ],
    ),
    call_raw=lambda client: client.books.with_raw_response.add(
        id=1,
        isbn="example",
        rating=Decimal("1.50"),
        title="example",
        maker="example",
        price=Decimal("1.50"),
        tags=["example"],
        authors=[
            {"born": datetime.fromisoformat("2024-02-29T12:34:56Z"), "name": "example"}
        ],
    ),
    call_raw_async=lambda client: client.books.with_raw_response.add(
        id=1,
        isbn="example",
        rating=Decimal("1.50"),
        title="example",
        maker="example",
        price=Decimal("1.50"),
        tags=["example"],
        authors=[
            {"born": datetime.fromisoformat("2024-02-29T12:34:56Z"), "name": "example"}
        ],
    ),
    request=ExpectedRequest(
        method="POST",
        target="/books",
        headers={"Content-Type": "application/xml"},
        body='<?xml version="1.0" encoding="UTF-8"?><lib:book xmlns:lib="https://library.example/ns" xmlns:dc="urn:dc" id="1" isbn-13="example" rating="1.50"><lib:title>example</lib:title><dc:maker>example</dc:maker><price>1.50</price><tag>example</tag><Authors><author born="2024-02-29T12:34:56Z">example</author></Authors></lib:book>',
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=201,
            holds="object",
            media_type="application/xml",
            fields=(
                FieldCheck("/id", "id", "integer", required=True),
                FieldCheck("/isbn", "isbn", "string", required=True),
                FieldCheck("/rating", "rating", "number", required=True, nullable=True),
                FieldCheck("/formats", "formats", "array"),
                FieldCheck("/formats/*", "formats.*", "string"),
                FieldCheck("/title", "title", "string", required=True),
                FieldCheck("/maker", "maker", "string", required=True),
                FieldCheck("/price", "price", "number", required=True),
                FieldCheck("/lent", "lent", "boolean"),
                FieldCheck("/state", "state", "enum", known=("new", "used")),
                FieldCheck("/published", "published", "date", nullable=True),
                FieldCheck("/subtitle", "subtitle", "string", nullable=True),
                FieldCheck("/tags", "tags", "array", required=True),
                FieldCheck("/tags/*", "tags.*", "string"),
                FieldCheck("/pages", "pages", "array"),
                FieldCheck("/pages/*", "pages.*", "integer"),
                FieldCheck("/authors", "authors", "array", required=True),
                FieldCheck("/authors/*", "authors.*", "object"),
                FieldCheck("/authors/*/born", "authors.*.born", "date-time"),
                FieldCheck(
                    "/authors/*/name", "authors.*.name", "string", required=True
                ),
                FieldCheck("/names", "names", "map"),
                FieldCheck("/names/*", "names.*", "string"),
                FieldCheck("/blurb", "blurb", "object"),
                FieldCheck("/blurb/html", "blurb.html", "string"),
                FieldCheck("/cover", "cover", "object"),
                FieldCheck(
                    "/cover/kind",
                    "cover.kind",
                    "enum",
                    known=("picture", "plain"),
                    variant=True,
                ),
                FieldCheck("/cover/width", "cover.width", "integer", variant=True),
                FieldCheck("/cover/colour", "cover.colour", "string", variant=True),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1books/post/responses/201/content/application~1xml",
                    content='<?xml version="1.0" encoding="UTF-8"?><lib:book xmlns:lib="https://library.example/ns" xmlns:dc="urn:dc" id="1" isbn-13="example" rating="1.50" formats="example"><lib:title>example</lib:title><dc:maker>example</dc:maker><price>1.50</price><lent>true</lent><state>new</state><published>2024-02-29</published><subtitle>example</subtitle><tag>example</tag><pages><page>1</page></pages><Authors><author born="2024-02-29T12:34:56Z">example</author></Authors><names><key>example</key></names><blurb><![CDATA[example]]></blurb><cover kind="picture"><width>1</width></cover></lib:book>',
                    value=(
                        "{\n"
                        '  "id": 1,\n'
                        '  "isbn": "example",\n'
                        '  "rating": 1.50,\n'
                        '  "formats": [\n'
                        '    "example"\n'
                        "  ],\n"
                        '  "title": "example",\n'
                        '  "maker": "example",\n'
                        '  "price": 1.50,\n'
                        '  "lent": true,\n'
                        '  "state": "new",\n'
                        '  "published": "2024-02-29",\n'
                        '  "subtitle": "example",\n'
                        '  "tags": [\n'
                        '    "example"\n'
                        "  ],\n"
                        '  "pages": [\n'
                        "    1\n"
                        "  ],\n"
                        '  "authors": [\n'
                        "    {\n"
                        '      "born": "2024-02-29T12:34:56Z",\n'
                        '      "name": "example"\n'
                        "    }\n"
                        "  ],\n"
                        '  "names": {\n'
                        '    "key": "example"\n'
                        "  },\n"
                        '  "blurb": {\n'
                        '    "html": "example"\n'
                        "  },\n"
                        '  "cover": {\n'
                        '    "kind": "picture",\n'
                        '    "width": 1\n'
                        "  }\n"
                        "}"
                    ),
                    documented=False,
                ),
            ),
            xml=True,
        ),
    ),
    failures=(
        ExpectedResponse(
            status=400,
            holds="object",
            media_type="application/problem+xml",
            fields=(
                FieldCheck("/code", "code", "string", required=True),
                FieldCheck("/detail", "detail", "string"),
                FieldCheck("/cause", "cause", "object"),
                FieldCheck("/cause/code", "cause.code", "string", required=True),
                FieldCheck("/cause/detail", "cause.detail", "string"),
                FieldCheck("/cause/cause", "cause.cause", "object"),
                FieldCheck(
                    "/cause/cause/code", "cause.cause.code", "string", required=True
                ),
                FieldCheck("/cause/cause/detail", "cause.cause.detail", "string"),
                FieldCheck("/cause/cause/cause", "cause.cause.cause", "object"),
                FieldCheck(
                    "/cause/cause/cause/code",
                    "cause.cause.cause.code",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/cause/cause/cause/detail", "cause.cause.cause.detail", "string"
                ),
                FieldCheck(
                    "/cause/cause/cause/cause", "cause.cause.cause.cause", "object"
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/code",
                    "cause.cause.cause.cause.code",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/detail",
                    "cause.cause.cause.cause.detail",
                    "string",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause",
                    "cause.cause.cause.cause.cause",
                    "object",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/code",
                    "cause.cause.cause.cause.cause.code",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/detail",
                    "cause.cause.cause.cause.cause.detail",
                    "string",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause",
                    "cause.cause.cause.cause.cause.cause",
                    "object",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/code",
                    "cause.cause.cause.cause.cause.cause.code",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/detail",
                    "cause.cause.cause.cause.cause.cause.detail",
                    "string",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause",
                    "cause.cause.cause.cause.cause.cause.cause",
                    "object",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/code",
                    "cause.cause.cause.cause.cause.cause.cause.code",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/detail",
                    "cause.cause.cause.cause.cause.cause.cause.detail",
                    "string",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause",
                    "cause.cause.cause.cause.cause.cause.cause.cause",
                    "object",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/code",
                    "cause.cause.cause.cause.cause.cause.cause.cause.code",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/detail",
                    "cause.cause.cause.cause.cause.cause.cause.cause.detail",
                    "string",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause",
                    "object",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/code",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.code",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/detail",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.detail",
                    "string",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.cause",
                    "object",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/code",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.code",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/detail",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.detail",
                    "string",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause",
                    "object",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/code",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.code",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/detail",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.detail",
                    "string",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause",
                    "object",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/code",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.code",
                    "string",
                    required=True,
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/detail",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.detail",
                    "string",
                ),
                FieldCheck(
                    "/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause/cause",
                    "cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause.cause",
                    "object",
                ),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1books/post/responses/400/content/application~1problem+xml",
                    content='<?xml version="1.0" encoding="UTF-8"?><problem><code>example</code><detail>example</detail><problem><code>example</code><detail>example</detail><problem><code>example</code><detail>example</detail><problem><code>example</code><detail>example</detail><problem><code>example</code><detail>example</detail><problem><code>example</code><detail>example</detail><problem><code>example</code><detail>example</detail><problem><code>example</code><detail>example</detail><problem><code>example</code></problem></problem></problem></problem></problem></problem></problem></problem></problem>',
                    value=(
                        "{\n"
                        '  "code": "example",\n'
                        '  "detail": "example",\n'
                        '  "cause": {\n'
                        '    "code": "example",\n'
                        '    "detail": "example",\n'
                        '    "cause": {\n'
                        '      "code": "example",\n'
                        '      "detail": "example",\n'
                        '      "cause": {\n'
                        '        "code": "example",\n'
                        '        "detail": "example",\n'
                        '        "cause": {\n'
                        '          "code": "example",\n'
                        '          "detail": "example",\n'
                        '          "cause": {\n'
                        '            "code": "example",\n'
                        '            "detail": "example",\n'
                        '            "cause": {\n'
                        '              "code": "example",\n'
                        '              "detail": "example",\n'
                        '              "cause": {\n'
                        '                "code": "example",\n'
                        '                "detail": "example",\n'
                        '                "cause": {\n'
                        '                  "code": "example"\n'
                        "                }\n"
                        "              }\n"
                        "            }\n"
                        "          }\n"
                        "        }\n"
                        "      }\n"
                        "    }\n"
                        "  }\n"
                        "}"
                    ),
                    documented=False,
                ),
            ),
            xml=True,
        ),
    ),
)

CONTRACTS = (ADD,)


class TestAdd(ContractSuite):
    """`POST /books`."""

    contract = ADD
