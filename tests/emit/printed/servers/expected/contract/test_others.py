# SPDX-License-Identifier: MIT-0
"""Contract of `acme.others`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, ExpectedRequest, ExpectedResponse

LIST: Contract[Acme, AsyncAcme, None] = Contract(
    name="others.list",
    provider=PROVIDER,
    call=lambda client: client.others.list(),
    call_async=lambda client: client.others.list(),
    call_raw=lambda client: client.others.with_raw_response.list(),
    call_raw_async=lambda client: client.others.with_raw_response.list(),
    request=ExpectedRequest(
        method="GET",
        target="/v2/others",
        headers={"Authorization": "Bearer canary-acme-token"},
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (LIST,)


class TestList(ContractSuite):
    """`GET /others`."""

    contract = LIST
