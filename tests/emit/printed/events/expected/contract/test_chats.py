# SPDX-License-Identifier: MIT-0
"""Contract of `acme.chats`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ..types import Event
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

CREATE: Contract[Acme, AsyncAcme, Event] = Contract(
    name="chats.create",
    provider=PROVIDER,
    call=lambda client: client.chats.create(prompt="example"),
    call_async=lambda client: client.chats.create(prompt="example"),
    call_raw=lambda client: client.chats.with_raw_response.create(prompt="example"),
    call_raw_async=lambda client: client.chats.with_raw_response.create(
        prompt="example"
    ),
    request=ExpectedRequest(
        method="POST",
        target="/chat",
        headers={"Content-Type": "application/json"},
        body='{"prompt":"example"}',
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/id", "id", "string", required=True),
                FieldCheck("/at", "at", "date-time"),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1chat/post/responses/200/content/application~1json",
                    content=(
                        "{\n"
                        '  "id": "example",\n'
                        '  "at": "2024-02-29T12:34:56Z"\n'
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
)

CONTRACTS = (CREATE,)


class TestCreate(ContractSuite):
    """`POST /chat`."""

    contract = CREATE
