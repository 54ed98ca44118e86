# SPDX-License-Identifier: MIT-0
"""The calls of `acme.payments`."""

from typing import Annotated

from .._runtime import (
    AsyncResource,
    BodyField,
    HeaderParameter,
    JsonBody,
    MaxLength,
    Number,
    Omit,
    OperationSpec,
    QueryParameter,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    Uuid,
    omit,
    to_raw,
    to_raw_async,
)

REPLACE: OperationSpec[None] = OperationSpec(
    name="payments.replace",
    method="PUT",
    path="/payments",
    parameters=(
        QueryParameter("idempotency_key", "Idempotency-Key", str, required=True),
    ),
    security=(("oauth",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

PAY: OperationSpec[None] = OperationSpec(
    name="payments.pay",
    method="POST",
    path="/payments",
    parameters=(
        HeaderParameter(
            "idempotency_key",
            "Idempotency-Key",
            Annotated[str, MaxLength(64)],
            required=True,
            generated=True,
        ),
    ),
    body=JsonBody(fields=(BodyField("amount", "amount", Number | int, required=True),)),
    security=(("oauth",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)

AMEND: OperationSpec[None] = OperationSpec(
    name="payments.amend",
    method="PATCH",
    path="/payments",
    parameters=(
        HeaderParameter("x_idempotency_key", "X-Idempotency-Key", Uuid, generated=True),
    ),
    security=(("oauth",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)

REFUND: OperationSpec[None] = OperationSpec(
    name="payments.refund",
    method="POST",
    path="/refunds",
    parameters=(HeaderParameter("idempotency_key", "Idempotency-Key", int),),
    security=(("oauth",),),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)


class Payments(SyncResource):
    """The calls under `client.payments`."""

    def replace(self, *, idempotency_key: str) -> None:
        """PUT /payments"""
        return self._call(REPLACE, {"idempotency_key": idempotency_key})

    def pay(self, *, amount: Number | int, idempotency_key: str | Omit = omit) -> None:
        """POST /payments

        Args:
            idempotency_key: A key of yours. By default a random key, the same one
                however often a call is sent.
        """
        return self._call(PAY, {"amount": amount, "idempotency_key": idempotency_key})

    def amend(self, *, x_idempotency_key: Uuid | Omit = omit) -> None:
        """PATCH /payments

        Args:
            x_idempotency_key: By default a random key, the same one however often a
                call is sent.
        """
        return self._call(AMEND, {"x_idempotency_key": x_idempotency_key})

    def refund(self, *, idempotency_key: int | Omit = omit) -> None:
        """POST /refunds"""
        return self._call(REFUND, {"idempotency_key": idempotency_key})

    @property
    def with_raw_response(self) -> "PaymentsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return PaymentsWithRawResponse(self._raw())


class AsyncPayments(AsyncResource):
    """The calls under `client.payments`."""

    async def replace(self, *, idempotency_key: str) -> None:
        """PUT /payments"""
        return await self._call(REPLACE, {"idempotency_key": idempotency_key})

    async def pay(
        self, *, amount: Number | int, idempotency_key: str | Omit = omit
    ) -> None:
        """POST /payments

        Args:
            idempotency_key: A key of yours. By default a random key, the same one
                however often a call is sent.
        """
        return await self._call(
            PAY, {"amount": amount, "idempotency_key": idempotency_key}
        )

    async def amend(self, *, x_idempotency_key: Uuid | Omit = omit) -> None:
        """PATCH /payments

        Args:
            x_idempotency_key: By default a random key, the same one however often a
                call is sent.
        """
        return await self._call(AMEND, {"x_idempotency_key": x_idempotency_key})

    async def refund(self, *, idempotency_key: int | Omit = omit) -> None:
        """POST /refunds"""
        return await self._call(REFUND, {"idempotency_key": idempotency_key})

    @property
    def with_raw_response(self) -> "AsyncPaymentsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncPaymentsWithRawResponse(self._raw())


class PaymentsWithRawResponse:
    """The calls of `Payments`, each returning the reply as it arrived."""

    def __init__(self, resource: Payments) -> None:
        self.replace = to_raw(resource.replace)
        self.pay = to_raw(resource.pay)
        self.amend = to_raw(resource.amend)
        self.refund = to_raw(resource.refund)


class AsyncPaymentsWithRawResponse:
    """The calls of `AsyncPayments`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncPayments) -> None:
        self.replace = to_raw_async(resource.replace)
        self.pay = to_raw_async(resource.pay)
        self.amend = to_raw_async(resource.amend)
        self.refund = to_raw_async(resource.refund)
