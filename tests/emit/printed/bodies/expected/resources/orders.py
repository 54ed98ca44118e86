# SPDX-License-Identifier: MIT-0
"""The calls of `acme.orders`."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from .._runtime import (
    AS_STRING,
    Amount,
    AsyncResource,
    BodyField,
    ConstantBody,
    JsonBody,
    MaxItems,
    MaxLength,
    MinItems,
    MinLength,
    Omit,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    omit,
    to_raw,
    to_raw_async,
)
from ..types.buyer_params import BuyerParams
from ..types.line import Line
from ..types.line_params import LineParams

REPLACE: OperationSpec[None] = OperationSpec(
    name="orders.replace",
    method="PUT",
    path="/orders",
    body=JsonBody(
        whole="body", annotation=Annotated[Sequence[LineParams], MaxItems(3)]
    ),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

CREATE: OperationSpec[Line] = OperationSpec(
    name="orders.create",
    method="POST",
    path="/orders",
    body=JsonBody(
        fields=(
            BodyField("buyer", "buyer", BuyerParams, required=True),
            BodyField(
                "lines",
                "lines",
                Annotated[Sequence[LineParams], MinItems(1)],
                required=True,
            ),
            BodyField("ref_no", "ref-no", Annotated[str, MaxLength(20)], required=True),
            BodyField("extra", "extra", Any, required=True),
            BodyField("also", "also", Any, required=True),
            BodyField("labels", "labels", Mapping[str, str]),
            BodyField("note", "note", Annotated[str | None, MaxLength(100)]),
            BodyField("express", "express", bool),
            BodyField(
                "amount", "amount", Annotated[Amount | int, MinLength(1), AS_STRING]
            ),
        )
    ),
    responses=(ResponseSpec("201", Line),),
    retry=RetryPolicy.UNSENT,
)

CLEAR: OperationSpec[None] = OperationSpec(
    name="orders.clear",
    method="DELETE",
    path="/orders",
    body=ConstantBody(b"{}", "application/json"),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)

PATCH: OperationSpec[None] = OperationSpec(
    name="orders.patch",
    method="PATCH",
    path="/orders",
    body=JsonBody(
        fields=(BodyField("open", "open", bool),),
        media_type="application/merge-patch+json",
        required=False,
    ),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)


class Orders(SyncResource):
    """The calls under `client.orders`."""

    def replace(self, *, body: Sequence[LineParams]) -> None:
        """PUT /orders"""
        return self._call(REPLACE, {"body": body})

    def create(
        self,
        *,
        buyer: BuyerParams,
        lines: Sequence[LineParams],
        ref_no: str,
        extra: Any,
        also: Any,
        labels: Mapping[str, str] | Omit = omit,
        note: str | Omit | None = omit,
        express: bool | Omit = omit,
        amount: Amount | int | Omit = omit,
    ) -> Line:
        """Create an order.

        Args:
            note: Shown to the buyer.
        """
        return self._call(
            CREATE,
            {
                "buyer": buyer,
                "lines": lines,
                "ref_no": ref_no,
                "extra": extra,
                "also": also,
                "labels": labels,
                "note": note,
                "express": express,
                "amount": amount,
            },
        )

    def clear(self) -> None:
        """DELETE /orders"""
        return self._call(CLEAR, {})

    def patch(self, *, open: bool | Omit = omit) -> None:
        """PATCH /orders"""
        return self._call(PATCH, {"open": open})

    @property
    def with_raw_response(self) -> "OrdersWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return OrdersWithRawResponse(self._raw())


class AsyncOrders(AsyncResource):
    """The calls under `client.orders`."""

    async def replace(self, *, body: Sequence[LineParams]) -> None:
        """PUT /orders"""
        return await self._call(REPLACE, {"body": body})

    async def create(
        self,
        *,
        buyer: BuyerParams,
        lines: Sequence[LineParams],
        ref_no: str,
        extra: Any,
        also: Any,
        labels: Mapping[str, str] | Omit = omit,
        note: str | Omit | None = omit,
        express: bool | Omit = omit,
        amount: Amount | int | Omit = omit,
    ) -> Line:
        """Create an order.

        Args:
            note: Shown to the buyer.
        """
        return await self._call(
            CREATE,
            {
                "buyer": buyer,
                "lines": lines,
                "ref_no": ref_no,
                "extra": extra,
                "also": also,
                "labels": labels,
                "note": note,
                "express": express,
                "amount": amount,
            },
        )

    async def clear(self) -> None:
        """DELETE /orders"""
        return await self._call(CLEAR, {})

    async def patch(self, *, open: bool | Omit = omit) -> None:
        """PATCH /orders"""
        return await self._call(PATCH, {"open": open})

    @property
    def with_raw_response(self) -> "AsyncOrdersWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncOrdersWithRawResponse(self._raw())


class OrdersWithRawResponse:
    """The calls of `Orders`, each returning the reply as it arrived."""

    def __init__(self, resource: Orders) -> None:
        self.replace = to_raw(resource.replace)
        self.create = to_raw(resource.create)
        self.clear = to_raw(resource.clear)
        self.patch = to_raw(resource.patch)


class AsyncOrdersWithRawResponse:
    """The calls of `AsyncOrders`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.replace = to_raw_async(resource.replace)
        self.create = to_raw_async(resource.create)
        self.clear = to_raw_async(resource.clear)
        self.patch = to_raw_async(resource.patch)
