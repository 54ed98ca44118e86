# SPDX-License-Identifier: MIT-0
"""Contract of `acme.files`: what the documentation shows."""

from typing import Any

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
)

READ: Contract[Acme, AsyncAcme, bytes] = Contract(
    name="files.read",
    provider=PROVIDER,
    call=lambda client: client.files.read("example"),
    call_async=lambda client: client.files.read("example"),
    call_raw=lambda client: client.files.with_raw_response.read("example"),
    call_raw_async=lambda client: client.files.with_raw_response.read("example"),
    request=ExpectedRequest(method="GET", target="/files/example", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="octets",
            media_type="application/pdf",
            examples=(
                ContentExample(
                    source="#/paths/~1files~1{id}/get/responses/200/content/application~1pdf",
                    content="example",
                    documented=False,
                ),
            ),
        ),
    ),
    failures=(
        ExpectedResponse(status=404, holds="any"),
        ExpectedResponse(status=422, holds="any"),
    ),
)

TEXT: Contract[Acme, AsyncAcme, str] = Contract(
    name="files.text",
    provider=PROVIDER,
    call=lambda client: client.files.text("example"),
    call_async=lambda client: client.files.text("example"),
    call_raw=lambda client: client.files.with_raw_response.text("example"),
    call_raw_async=lambda client: client.files.with_raw_response.text("example"),
    request=ExpectedRequest(method="PUT", target="/files/example", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="text",
            media_type="text/csv",
            examples=(
                ContentExample(
                    source="#/paths/~1files~1{id}/put/responses/200/content/text~1csv",
                    content="example",
                    documented=False,
                ),
            ),
        ),
    ),
)

MOVE: Contract[Acme, AsyncAcme, None] = Contract(
    name="files.move",
    provider=PROVIDER,
    call=lambda client: client.files.move("example"),
    call_async=lambda client: client.files.move("example"),
    call_raw=lambda client: client.files.with_raw_response.move("example"),
    call_raw_async=lambda client: client.files.with_raw_response.move("example"),
    request=ExpectedRequest(method="POST", target="/files/example", headers={}),
    retry="unsent",
    successes=(ExpectedResponse(status=303, holds="none", empty_is_none=True),),
    failures=(ExpectedResponse(status=304, holds="any"),),
)

TOUCH: Contract[Acme, AsyncAcme, Any] = Contract(
    name="files.touch",
    provider=PROVIDER,
    call=lambda client: client.files.touch("example"),
    call_async=lambda client: client.files.touch("example"),
    call_raw=lambda client: client.files.with_raw_response.touch("example"),
    call_raw_async=lambda client: client.files.with_raw_response.touch("example"),
    request=ExpectedRequest(method="PATCH", target="/files/example", headers={}),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="any",
            examples=(
                ContentExample(
                    source="#/paths/~1files~1{id}/patch/responses/200/content/application~1json",
                    content='"example"',
                    documented=False,
                ),
            ),
        ),
        ExpectedResponse(status=201, holds="none", empty_is_none=True),
    ),
)

CONTRACTS = (
    READ,
    TEXT,
    MOVE,
    TOUCH,
)


class TestRead(ContractSuite):
    """`GET /files/{id}`."""

    contract = READ


class TestText(ContractSuite):
    """`PUT /files/{id}`."""

    contract = TEXT


class TestMove(ContractSuite):
    """`POST /files/{id}`."""

    contract = MOVE


class TestTouch(ContractSuite):
    """`PATCH /files/{id}`."""

    contract = TOUCH
