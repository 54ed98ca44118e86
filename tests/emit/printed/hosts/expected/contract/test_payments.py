# SPDX-License-Identifier: MIT-0
"""Contract of `acme.payments`: what the documentation shows."""

from decimal import Decimal
from uuid import UUID

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, ExpectedRequest, ExpectedResponse

REPLACE: Contract[Acme, AsyncAcme, None] = Contract(
    name="payments.replace",
    provider=PROVIDER,
    call=lambda client: client.payments.replace(idempotency_key="example"),
    call_async=lambda client: client.payments.replace(idempotency_key="example"),
    call_raw=lambda client: client.payments.with_raw_response.replace(
        idempotency_key="example"
    ),
    call_raw_async=lambda client: client.payments.with_raw_response.replace(
        idempotency_key="example"
    ),
    request=ExpectedRequest(
        method="PUT",
        target="/v1/payments?Idempotency-Key=example",
        headers={"Authorization": "Bearer canary-acme-token"},
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

PAY: Contract[Acme, AsyncAcme, None] = Contract(
    name="payments.pay",
    provider=PROVIDER,
    call=lambda client: client.payments.pay(
        amount=Decimal("1.50"), idempotency_key="example"
    ),
    call_async=lambda client: client.payments.pay(
        amount=Decimal("1.50"), idempotency_key="example"
    ),
    call_raw=lambda client: client.payments.with_raw_response.pay(
        amount=Decimal("1.50"), idempotency_key="example"
    ),
    call_raw_async=lambda client: client.payments.with_raw_response.pay(
        amount=Decimal("1.50"), idempotency_key="example"
    ),
    request=ExpectedRequest(
        method="POST",
        target="/v1/payments",
        headers={
            "Authorization": "Bearer canary-acme-token",
            "Idempotency-Key": "example",
            "Content-Type": "application/json",
        },
        body='{"amount":1.50}',
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

AMEND: Contract[Acme, AsyncAcme, None] = Contract(
    name="payments.amend",
    provider=PROVIDER,
    call=lambda client: client.payments.amend(
        x_idempotency_key=UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
    ),
    call_async=lambda client: client.payments.amend(
        x_idempotency_key=UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
    ),
    call_raw=lambda client: client.payments.with_raw_response.amend(
        x_idempotency_key=UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
    ),
    call_raw_async=lambda client: client.payments.with_raw_response.amend(
        x_idempotency_key=UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
    ),
    request=ExpectedRequest(
        method="PATCH",
        target="/v1/payments",
        headers={
            "Authorization": "Bearer canary-acme-token",
            "X-Idempotency-Key": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
        },
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

REFUND: Contract[Acme, AsyncAcme, None] = Contract(
    name="payments.refund",
    provider=PROVIDER,
    call=lambda client: client.payments.refund(),
    call_async=lambda client: client.payments.refund(),
    call_raw=lambda client: client.payments.with_raw_response.refund(),
    call_raw_async=lambda client: client.payments.with_raw_response.refund(),
    request=ExpectedRequest(
        method="POST",
        target="/v1/refunds",
        headers={"Authorization": "Bearer canary-acme-token"},
    ),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (
    REPLACE,
    PAY,
    AMEND,
    REFUND,
)


class TestReplace(ContractSuite):
    """`PUT /payments`."""

    contract = REPLACE


class TestPay(ContractSuite):
    """`POST /payments`."""

    contract = PAY


class TestAmend(ContractSuite):
    """`PATCH /payments`."""

    contract = AMEND


class TestRefund(ContractSuite):
    """`POST /refunds`."""

    contract = REFUND
