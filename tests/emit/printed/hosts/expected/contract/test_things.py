# SPDX-License-Identifier: MIT-0
"""Contract of `acme.things`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, ExpectedRequest, ExpectedResponse

LIST: Contract[Acme, AsyncAcme, None] = Contract(
    name="things.list",
    provider=PROVIDER,
    call=lambda client: client.things.list(),
    call_async=lambda client: client.things.list(),
    call_raw=lambda client: client.things.with_raw_response.list(),
    call_raw_async=lambda client: client.things.with_raw_response.list(),
    request=ExpectedRequest(
        method="GET",
        target="/v1/things",
        headers={"Authorization": "Bearer canary-acme-token"},
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (LIST,)


class TestList(ContractSuite):
    """`GET /things`."""

    contract = LIST
