# SPDX-License-Identifier: MIT-0
"""Contract of `firekassa.invoices`: what the documentation shows."""

from .. import AsyncFireKassa, FireKassa
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
)

CANCEL: Contract[FireKassa, AsyncFireKassa, None] = Contract(
    name="invoices.cancel",
    provider=PROVIDER,
    call=lambda client: client.invoices.cancel("example"),
    call_async=lambda client: client.invoices.cancel("example"),
    call_raw=lambda client: client.invoices.with_raw_response.cancel("example"),
    call_raw_async=lambda client: client.invoices.with_raw_response.cancel("example"),
    request=ExpectedRequest(
        method="POST",
        target="/api/v2/invoices/example/cancel",
        headers={"Authorization": "Bearer canary-firekassa-token"},
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="none",
            examples=(
                ContentExample(
                    source="#/paths/~1api~1v2~1invoices~1{id}~1cancel/post/responses/200/content/application~1json/example",
                    content="{}",
                ),
            ),
            empty_is_none=True,
        ),
    ),
)

CONTRACTS = (CANCEL,)


class TestCancel(ContractSuite):
    """`POST /api/v2/invoices/{id}/cancel`."""

    contract = CANCEL
