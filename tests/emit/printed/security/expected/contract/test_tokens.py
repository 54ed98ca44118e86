# SPDX-License-Identifier: MIT-0
"""Contract of `acme.tokens`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, ExpectedRequest, ExpectedResponse

BEARER: Contract[Acme, AsyncAcme, None] = Contract(
    name="tokens.bearer",
    provider=PROVIDER,
    call=lambda client: client.tokens.bearer(),
    call_async=lambda client: client.tokens.bearer(),
    call_raw=lambda client: client.tokens.with_raw_response.bearer(),
    call_raw_async=lambda client: client.tokens.with_raw_response.bearer(),
    request=ExpectedRequest(
        method="GET",
        target="/v2/tokens",
        headers={"Authorization": "Bearer canary-acme-bearer"},
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

BASIC: Contract[Acme, AsyncAcme, None] = Contract(
    name="tokens.basic",
    provider=PROVIDER,
    call=lambda client: client.tokens.basic(),
    call_async=lambda client: client.tokens.basic(),
    call_raw=lambda client: client.tokens.with_raw_response.basic(),
    call_raw_async=lambda client: client.tokens.with_raw_response.basic(),
    request=ExpectedRequest(
        method="PUT",
        target="/v2/tokens",
        headers={
            "Authorization": "Basic dGVzdC1hY21lLXVzZXJuYW1lOmNhbmFyeS1hY21lLXBhc3N3b3Jk"
        },
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

OAUTH: Contract[Acme, AsyncAcme, None] = Contract(
    name="tokens.oauth",
    provider=PROVIDER,
    call=lambda client: client.tokens.oauth(),
    call_async=lambda client: client.tokens.oauth(),
    call_raw=lambda client: client.tokens.with_raw_response.oauth(),
    call_raw_async=lambda client: client.tokens.with_raw_response.oauth(),
    request=ExpectedRequest(
        method="POST",
        target="/v2/tokens",
        headers={"Authorization": "Bearer canary-acme-access-token"},
    ),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

EITHER: Contract[Acme, AsyncAcme, None] = Contract(
    name="tokens.either",
    provider=PROVIDER,
    call=lambda client: client.tokens.either(),
    call_async=lambda client: client.tokens.either(),
    call_raw=lambda client: client.tokens.with_raw_response.either(),
    call_raw_async=lambda client: client.tokens.with_raw_response.either(),
    request=ExpectedRequest(
        method="DELETE",
        target="/v2/tokens",
        headers={
            "Authorization": "Basic dGVzdC1hY21lLXVzZXJuYW1lOmNhbmFyeS1hY21lLXBhc3N3b3Jk"
        },
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CUSTOM: Contract[Acme, AsyncAcme, None] = Contract(
    name="tokens.custom",
    provider=PROVIDER,
    call=lambda client: client.tokens.custom(),
    call_async=lambda client: client.tokens.custom(),
    call_raw=lambda client: client.tokens.with_raw_response.custom(),
    call_raw_async=lambda client: client.tokens.with_raw_response.custom(),
    request=ExpectedRequest(
        method="PATCH",
        target="/v2/tokens",
        headers={"Authorization": "SharedAccessKey canary-acme-shared-key"},
    ),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (
    BEARER,
    BASIC,
    OAUTH,
    EITHER,
    CUSTOM,
)


class TestBearer(ContractSuite):
    """`GET /tokens`."""

    contract = BEARER


class TestBasic(ContractSuite):
    """`PUT /tokens`."""

    contract = BASIC


class TestOauth(ContractSuite):
    """`POST /tokens`."""

    contract = OAUTH


class TestEither(ContractSuite):
    """`DELETE /tokens`."""

    contract = EITHER


class TestCustom(ContractSuite):
    """`PATCH /tokens`."""

    contract = CUSTOM
