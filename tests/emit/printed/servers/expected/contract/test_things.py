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
        target="/v2/things",
        headers={"Authorization": "Bearer canary-acme-token"},
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

PUT: Contract[Acme, AsyncAcme, None] = Contract(
    name="things.put",
    provider=PROVIDER,
    call=lambda client: client.things.put(),
    call_async=lambda client: client.things.put(),
    call_raw=lambda client: client.things.with_raw_response.put(),
    call_raw_async=lambda client: client.things.with_raw_response.put(),
    request=ExpectedRequest(
        method="PUT",
        target="/v2/things",
        headers={"Authorization": "Bearer canary-acme-token"},
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

ADD: Contract[Acme, AsyncAcme, None] = Contract(
    name="things.add",
    provider=PROVIDER,
    call=lambda client: client.things.add(),
    call_async=lambda client: client.things.add(),
    call_raw=lambda client: client.things.with_raw_response.add(),
    call_raw_async=lambda client: client.things.with_raw_response.add(),
    request=ExpectedRequest(
        method="POST",
        target="/up/files/things",
        headers={"Authorization": "Bearer canary-acme-token"},
    ),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (
    LIST,
    PUT,
    ADD,
)


class TestList(ContractSuite):
    """`GET /things`."""

    contract = LIST


class TestPut(ContractSuite):
    """`PUT /things`."""

    contract = PUT


class TestAdd(ContractSuite):
    """`POST /things`."""

    contract = ADD
