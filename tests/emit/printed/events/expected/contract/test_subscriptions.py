# SPDX-License-Identifier: MIT-0
"""Contract of `acme.subscriptions`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, ExpectedRequest, ExpectedResponse

SUBSCRIBE: Contract[Acme, AsyncAcme, None] = Contract(
    name="subscriptions.subscribe",
    provider=PROVIDER,
    call=lambda client: client.subscriptions.subscribe(url="https://example.com/a"),
    call_async=lambda client: client.subscriptions.subscribe(
        url="https://example.com/a"
    ),
    call_raw=lambda client: client.subscriptions.with_raw_response.subscribe(
        url="https://example.com/a"
    ),
    call_raw_async=lambda client: client.subscriptions.with_raw_response.subscribe(
        url="https://example.com/a"
    ),
    request=ExpectedRequest(
        method="POST",
        target="/subscriptions",
        headers={"Content-Type": "application/json"},
        body='{"url":"https://example.com/a"}',
    ),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (SUBSCRIBE,)


class TestSubscribe(ContractSuite):
    """`POST /subscriptions`."""

    contract = SUBSCRIBE
