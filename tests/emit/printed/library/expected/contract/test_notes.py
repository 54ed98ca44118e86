# SPDX-License-Identifier: MIT-0
"""Contract of `acme.notes`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ..types import Note
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

LIST: Contract[Acme, AsyncAcme, Note] = Contract(
    name="notes.list",
    provider=PROVIDER,
    call=lambda client: client.notes.list(),
    call_async=lambda client: client.notes.list(),
    call_raw=lambda client: client.notes.with_raw_response.list(),
    call_raw_async=lambda client: client.notes.with_raw_response.list(),
    request=ExpectedRequest(method="GET", target="/notes", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(FieldCheck("/text", "text", "string"),),
            examples=(
                ContentExample(
                    source="#/paths/~1notes/get/responses/200/content/application~1json",
                    content=("{\n" '  "text": "example"\n' "}"),
                    documented=False,
                ),
            ),
        ),
    ),
)

ADD: Contract[Acme, AsyncAcme, str] = Contract(
    name="notes.add",
    provider=PROVIDER,
    call=lambda client: client.notes.add(body=["example"]),
    call_async=lambda client: client.notes.add(body=["example"]),
    call_raw=lambda client: client.notes.with_raw_response.add(body=["example"]),
    call_raw_async=lambda client: client.notes.with_raw_response.add(body=["example"]),
    request=ExpectedRequest(
        method="POST",
        target="/notes",
        headers={"Content-Type": "application/xml"},
        body='<?xml version="1.0" encoding="UTF-8"?><notes><note>example</note></notes>',
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="text",
            media_type="application/xml",
            examples=(
                ContentExample(
                    source="#/paths/~1notes/post/responses/200/content/application~1xml",
                    content="example",
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
    """`GET /notes`."""

    contract = LIST


class TestAdd(ContractSuite):
    """`POST /notes`."""

    contract = ADD
