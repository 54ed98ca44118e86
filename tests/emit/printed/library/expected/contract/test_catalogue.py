# SPDX-License-Identifier: MIT-0
"""Contract of `acme.catalogue`: what the documentation shows."""

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

LIST_BOOKS: Contract[Acme, AsyncAcme, list[Book]] = Contract(
    name="catalogue.list_books",
    provider=PROVIDER,
    call=lambda client: client.catalogue.list_books(),
    call_async=lambda client: client.catalogue.list_books(),
    call_raw=lambda client: client.catalogue.with_raw_response.list_books(),
    call_raw_async=lambda client: client.catalogue.with_raw_response.list_books(),
    request=ExpectedRequest(method="GET", target="/books", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="array",
            media_type="text/xml; charset=utf-8",
            fields=(
                FieldCheck("/*", "*", "object"),
                FieldCheck("/*/id", "*.id", "integer", required=True),
                FieldCheck("/*/isbn", "*.isbn", "string", required=True),
                FieldCheck(
                    "/*/rating", "*.rating", "number", required=True, nullable=True
                ),
                FieldCheck("/*/formats", "*.formats", "array"),
                FieldCheck("/*/formats/*", "*.formats.*", "string"),
                FieldCheck("/*/title", "*.title", "string", required=True),
                FieldCheck("/*/maker", "*.maker", "string", required=True),
                FieldCheck("/*/price", "*.price", "number", required=True),
                FieldCheck("/*/lent", "*.lent", "boolean"),
                FieldCheck("/*/state", "*.state", "enum", known=("new", "used")),
                FieldCheck("/*/published", "*.published", "date", nullable=True),
                FieldCheck("/*/subtitle", "*.subtitle", "string", nullable=True),
                FieldCheck("/*/tags", "*.tags", "array", required=True),
                FieldCheck("/*/tags/*", "*.tags.*", "string"),
                FieldCheck("/*/pages", "*.pages", "array"),
                FieldCheck("/*/pages/*", "*.pages.*", "integer"),
                FieldCheck("/*/authors", "*.authors", "array", required=True),
                FieldCheck("/*/authors/*", "*.authors.*", "object"),
                FieldCheck("/*/authors/*/born", "*.authors.*.born", "date-time"),
                FieldCheck(
                    "/*/authors/*/name", "*.authors.*.name", "string", required=True
                ),
                FieldCheck("/*/names", "*.names", "map"),
                FieldCheck("/*/names/*", "*.names.*", "string"),
                FieldCheck("/*/blurb", "*.blurb", "object"),
                FieldCheck("/*/blurb/html", "*.blurb.html", "string"),
                FieldCheck("/*/cover", "*.cover", "object"),
                FieldCheck(
                    "/*/cover/kind",
                    "*.cover.kind",
                    "enum",
                    known=("picture", "plain"),
                    variant=True,
                ),
                FieldCheck("/*/cover/width", "*.cover.width", "integer", variant=True),
                FieldCheck("/*/cover/colour", "*.cover.colour", "string", variant=True),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1books/get/responses/200/content/text~1xml; charset=utf-8",
                    content='<?xml version="1.0" encoding="UTF-8"?><books xmlns:lib="https://library.example/ns" xmlns:dc="urn:dc"><lib:book id="1" isbn-13="example" rating="1.50" formats="example"><lib:title>example</lib:title><dc:maker>example</dc:maker><price>1.50</price><lent>true</lent><state>new</state><published>2024-02-29</published><subtitle>example</subtitle><tag>example</tag><pages><page>1</page></pages><Authors><author born="2024-02-29T12:34:56Z">example</author></Authors><names><key>example</key></names><blurb><![CDATA[example]]></blurb><cover kind="picture"><width>1</width></cover></lib:book></books>',
                    value=(
                        "[\n"
                        "  {\n"
                        '    "id": 1,\n'
                        '    "isbn": "example",\n'
                        '    "rating": 1.50,\n'
                        '    "formats": [\n'
                        '      "example"\n'
                        "    ],\n"
                        '    "title": "example",\n'
                        '    "maker": "example",\n'
                        '    "price": 1.50,\n'
                        '    "lent": true,\n'
                        '    "state": "new",\n'
                        '    "published": "2024-02-29",\n'
                        '    "subtitle": "example",\n'
                        '    "tags": [\n'
                        '      "example"\n'
                        "    ],\n"
                        '    "pages": [\n'
                        "      1\n"
                        "    ],\n"
                        '    "authors": [\n'
                        "      {\n"
                        '        "born": "2024-02-29T12:34:56Z",\n'
                        '        "name": "example"\n'
                        "      }\n"
                        "    ],\n"
                        '    "names": {\n'
                        '      "key": "example"\n'
                        "    },\n"
                        '    "blurb": {\n'
                        '      "html": "example"\n'
                        "    },\n"
                        '    "cover": {\n'
                        '      "kind": "picture",\n'
                        '      "width": 1\n'
                        "    }\n"
                        "  }\n"
                        "]"
                    ),
                    documented=False,
                ),
            ),
            xml=True,
        ),
    ),
)

CONTRACTS = (LIST_BOOKS,)


class TestListBooks(ContractSuite):
    """`GET /books`."""

    contract = LIST_BOOKS
