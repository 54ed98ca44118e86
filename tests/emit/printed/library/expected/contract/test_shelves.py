# SPDX-License-Identifier: MIT-0
"""Contract of `acme.shelves`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ..types import Shelf
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

GET_SHELF: Contract[Acme, AsyncAcme, Shelf] = Contract(
    name="shelves.get_shelf",
    provider=PROVIDER,
    call=lambda client: client.shelves.get_shelf("example"),
    call_async=lambda client: client.shelves.get_shelf("example"),
    call_raw=lambda client: client.shelves.with_raw_response.get_shelf("example"),
    call_raw_async=lambda client: client.shelves.with_raw_response.get_shelf("example"),
    request=ExpectedRequest(method="GET", target="/shelves/example", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            media_type="application/xml",
            fields=(
                FieldCheck("/label", "label", "string", required=True),
                FieldCheck("/books", "books", "array"),
                FieldCheck("/books/*", "books.*", "object"),
                FieldCheck("/books/*/id", "books.*.id", "integer", required=True),
                FieldCheck("/books/*/isbn", "books.*.isbn", "string", required=True),
                FieldCheck(
                    "/books/*/rating",
                    "books.*.rating",
                    "number",
                    required=True,
                    nullable=True,
                ),
                FieldCheck("/books/*/formats", "books.*.formats", "array"),
                FieldCheck("/books/*/formats/*", "books.*.formats.*", "string"),
                FieldCheck("/books/*/title", "books.*.title", "string", required=True),
                FieldCheck("/books/*/maker", "books.*.maker", "string", required=True),
                FieldCheck("/books/*/price", "books.*.price", "number", required=True),
                FieldCheck("/books/*/lent", "books.*.lent", "boolean"),
                FieldCheck(
                    "/books/*/state", "books.*.state", "enum", known=("new", "used")
                ),
                FieldCheck(
                    "/books/*/published", "books.*.published", "date", nullable=True
                ),
                FieldCheck(
                    "/books/*/subtitle", "books.*.subtitle", "string", nullable=True
                ),
                FieldCheck("/books/*/tags", "books.*.tags", "array", required=True),
                FieldCheck("/books/*/tags/*", "books.*.tags.*", "string"),
                FieldCheck("/books/*/pages", "books.*.pages", "array"),
                FieldCheck("/books/*/pages/*", "books.*.pages.*", "integer"),
                FieldCheck(
                    "/books/*/authors", "books.*.authors", "array", required=True
                ),
                FieldCheck("/books/*/authors/*", "books.*.authors.*", "object"),
                FieldCheck(
                    "/books/*/authors/*/born", "books.*.authors.*.born", "date-time"
                ),
                FieldCheck(
                    "/books/*/authors/*/name",
                    "books.*.authors.*.name",
                    "string",
                    required=True,
                ),
                FieldCheck("/books/*/names", "books.*.names", "map"),
                FieldCheck("/books/*/names/*", "books.*.names.*", "string"),
                FieldCheck("/books/*/blurb", "books.*.blurb", "object"),
                FieldCheck("/books/*/blurb/html", "books.*.blurb.html", "string"),
                FieldCheck("/books/*/cover", "books.*.cover", "object"),
                FieldCheck(
                    "/books/*/cover/kind",
                    "books.*.cover.kind",
                    "enum",
                    known=("picture", "plain"),
                    variant=True,
                ),
                FieldCheck(
                    "/books/*/cover/width",
                    "books.*.cover.width",
                    "integer",
                    variant=True,
                ),
                FieldCheck(
                    "/books/*/cover/colour",
                    "books.*.cover.colour",
                    "string",
                    variant=True,
                ),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1shelves~1{id}/get/responses/200/content/application~1xml",
                    content='<?xml version="1.0" encoding="UTF-8"?><Shelf xmlns:lib="https://library.example/ns" xmlns:dc="urn:dc" xmlns="urn:shelf"><label>example</label><lib:book id="1" isbn-13="example" rating="1.50" formats="example"><lib:title>example</lib:title><dc:maker>example</dc:maker><price>1.50</price><lent>true</lent><state>new</state><published>2024-02-29</published><subtitle>example</subtitle><tag>example</tag><pages><page>1</page></pages><Authors><author born="2024-02-29T12:34:56Z">example</author></Authors><names><key>example</key></names><blurb><![CDATA[example]]></blurb><cover kind="picture"><width>1</width></cover></lib:book></Shelf>',
                    value=(
                        "{\n"
                        '  "label": "example",\n'
                        '  "books": [\n'
                        "    {\n"
                        '      "id": 1,\n'
                        '      "isbn": "example",\n'
                        '      "rating": 1.50,\n'
                        '      "formats": [\n'
                        '        "example"\n'
                        "      ],\n"
                        '      "title": "example",\n'
                        '      "maker": "example",\n'
                        '      "price": 1.50,\n'
                        '      "lent": true,\n'
                        '      "state": "new",\n'
                        '      "published": "2024-02-29",\n'
                        '      "subtitle": "example",\n'
                        '      "tags": [\n'
                        '        "example"\n'
                        "      ],\n"
                        '      "pages": [\n'
                        "        1\n"
                        "      ],\n"
                        '      "authors": [\n'
                        "        {\n"
                        '          "born": "2024-02-29T12:34:56Z",\n'
                        '          "name": "example"\n'
                        "        }\n"
                        "      ],\n"
                        '      "names": {\n'
                        '        "key": "example"\n'
                        "      },\n"
                        '      "blurb": {\n'
                        '        "html": "example"\n'
                        "      },\n"
                        '      "cover": {\n'
                        '        "kind": "picture",\n'
                        '        "width": 1\n'
                        "      }\n"
                        "    }\n"
                        "  ]\n"
                        "}"
                    ),
                    documented=False,
                ),
            ),
            xml=True,
        ),
    ),
)

PUT_SHELF: Contract[Acme, AsyncAcme, None] = Contract(
    name="shelves.put_shelf",
    provider=PROVIDER,
    call=lambda client: client.shelves.put_shelf("example"),
    call_async=lambda client: client.shelves.put_shelf("example"),
    call_raw=lambda client: client.shelves.with_raw_response.put_shelf("example"),
    call_raw_async=lambda client: client.shelves.with_raw_response.put_shelf("example"),
    request=ExpectedRequest(method="PUT", target="/shelves/example", headers={}),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (
    GET_SHELF,
    PUT_SHELF,
)


class TestGetShelf(ContractSuite):
    """`GET /shelves/{id}`."""

    contract = GET_SHELF


class TestPutShelf(ContractSuite):
    """`PUT /shelves/{id}`."""

    contract = PUT_SHELF
