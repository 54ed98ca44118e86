# SPDX-License-Identifier: MIT-0
"""Contract of `acme.keys`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, ExpectedRequest, ExpectedResponse

HEADER: Contract[Acme, AsyncAcme, None] = Contract(
    name="keys.header",
    provider=PROVIDER,
    call=lambda client: client.keys.header(),
    call_async=lambda client: client.keys.header(),
    call_raw=lambda client: client.keys.with_raw_response.header(),
    call_raw_async=lambda client: client.keys.with_raw_response.header(),
    request=ExpectedRequest(
        method="GET", target="/v2/keys", headers={"X-Key": "canary-acme-header-key"}
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
    failures=(ExpectedResponse(status=401, holds="any"),),
)

QUERY: Contract[Acme, AsyncAcme, None] = Contract(
    name="keys.query",
    provider=PROVIDER,
    call=lambda client: client.keys.query(),
    call_async=lambda client: client.keys.query(),
    call_raw=lambda client: client.keys.with_raw_response.query(),
    call_raw_async=lambda client: client.keys.with_raw_response.query(),
    request=ExpectedRequest(
        method="PUT", target="/v2/keys?key=canary-acme-query-key", headers={}
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

TOGETHER: Contract[Acme, AsyncAcme, None] = Contract(
    name="keys.together",
    provider=PROVIDER,
    call=lambda client: client.keys.together(),
    call_async=lambda client: client.keys.together(),
    call_raw=lambda client: client.keys.with_raw_response.together(),
    call_raw_async=lambda client: client.keys.with_raw_response.together(),
    request=ExpectedRequest(
        method="POST",
        target="/v2/keys",
        headers={
            "X-Key": "canary-acme-header-key",
            "Cookie": "sid=canary-acme-session-id",
        },
    ),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

COOKIE: Contract[Acme, AsyncAcme, None] = Contract(
    name="keys.cookie",
    provider=PROVIDER,
    call=lambda client: client.keys.cookie(),
    call_async=lambda client: client.keys.cookie(),
    call_raw=lambda client: client.keys.with_raw_response.cookie(),
    call_raw_async=lambda client: client.keys.with_raw_response.cookie(),
    request=ExpectedRequest(
        method="DELETE",
        target="/v2/keys",
        headers={"Cookie": "sid=canary-acme-session-id"},
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

NONE: Contract[Acme, AsyncAcme, None] = Contract(
    name="keys.none",
    provider=PROVIDER,
    call=lambda client: client.keys.none(),
    call_async=lambda client: client.keys.none(),
    call_raw=lambda client: client.keys.with_raw_response.none(),
    call_raw_async=lambda client: client.keys.with_raw_response.none(),
    request=ExpectedRequest(method="HEAD", target="/v2/keys", headers={}),
    retry="safe",
    successes=(ExpectedResponse(status=200, holds="none", empty_is_none=True),),
)

CONTRACTS = (
    HEADER,
    QUERY,
    TOGETHER,
    COOKIE,
    NONE,
)


class TestHeader(ContractSuite):
    """`GET /keys`."""

    contract = HEADER


class TestQuery(ContractSuite):
    """`PUT /keys`."""

    contract = QUERY


class TestTogether(ContractSuite):
    """`POST /keys`."""

    contract = TOGETHER


class TestCookie(ContractSuite):
    """`DELETE /keys`."""

    contract = COOKIE


class TestNone(ContractSuite):
    """`HEAD /keys`."""

    contract = NONE
