from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from undrift.runtime import (
    AsyncResource,
    BodyField,
    HeaderParameter,
    JsonBody,
    MinLength,
    Omit,
    OperationSpec,
    PathParameter,
    QueryParameter,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    Uuid,
    omit,
    to_raw,
    to_raw_async,
)

from ..types.invoice import Invoice, ShopFault
from ..types.order_params import OrderParams

_ERRORS = tuple(ResponseSpec(status, ShopFault) for status in ("400", "4XX"))

CANCEL: OperationSpec[Invoice] = OperationSpec(
    name="invoices.cancel",
    method="POST",
    path="/invoices/{uuid}/cancel/",
    parameters=(
        PathParameter("uuid", "uuid", str),
        HeaderParameter("company", "X-Company", str, required=True, default="company"),
    ),
    body=JsonBody(
        fields=(
            BodyField("reason", "reason", Annotated[str, MinLength(10)], True),
            BodyField("order", "orderData", OrderParams),
        )
    ),
    security=(("bearerAuth",),),
    responses=(ResponseSpec("200", Invoice),),
    errors=_ERRORS,
    retry=RetryPolicy.UNSENT,
)

GET: OperationSpec[Invoice] = OperationSpec(
    name="invoices.get",
    method="GET",
    path="/invoices/{uuid}",
    parameters=(
        PathParameter("uuid", "uuid", Uuid),
        QueryParameter("expand", "expand[]", list[str]),
    ),
    security=(("bearerAuth",),),
    responses=(ResponseSpec("200", Invoice),),
    errors=_ERRORS,
    retry=RetryPolicy.SAFE,
)

PING: OperationSpec[Any] = OperationSpec(
    name="invoices.ping",
    method="POST",
    path="/ping",
    responses=(ResponseSpec("200", Any, empty=True),),
)

FORGET: OperationSpec[None] = OperationSpec(
    name="invoices.forget",
    method="DELETE",
    path="/invoices/{uuid}",
    parameters=(PathParameter("uuid", "uuid", str),),
    security=(("bearerAuth",),),
    responses=(ResponseSpec("200", None),),
    retry=RetryPolicy.SAFE,
)


class Invoices(SyncResource):
    """Invoices."""

    def cancel(
        self,
        uuid: str,
        *,
        reason: str,
        order: OrderParams | Omit = omit,
        company: str | Omit = omit,
    ) -> Invoice:
        """Cancel an invoice."""
        return self._call(
            CANCEL,
            {"uuid": uuid, "reason": reason, "order": order, "company": company},
        )

    def get(self, uuid: str | UUID, *, expand: list[str] | Omit = omit) -> Invoice:
        """Return an invoice."""
        return self._call(GET, {"uuid": uuid, "expand": expand})

    def ping(self) -> Any:
        """Say hello."""
        return self._call(PING, {})

    def forget(self, uuid: str) -> None:
        """Forget an invoice."""
        return self._call(FORGET, {"uuid": uuid})

    @property
    def with_raw_response(self) -> InvoicesWithRawResponse:
        """The same methods, returning the reply as it arrived."""
        return InvoicesWithRawResponse(self._raw())


class InvoicesWithRawResponse:
    def __init__(self, invoices: Invoices) -> None:
        self.cancel = to_raw(invoices.cancel)
        self.get = to_raw(invoices.get)
        self.ping = to_raw(invoices.ping)
        self.forget = to_raw(invoices.forget)


class AsyncInvoices(AsyncResource):
    """Invoices."""

    async def cancel(
        self,
        uuid: str,
        *,
        reason: str,
        order: OrderParams | Omit = omit,
        company: str | Omit = omit,
    ) -> Invoice:
        """Cancel an invoice."""
        return await self._call(
            CANCEL,
            {"uuid": uuid, "reason": reason, "order": order, "company": company},
        )

    async def get(
        self, uuid: str | UUID, *, expand: list[str] | Omit = omit
    ) -> Invoice:
        """Return an invoice."""
        return await self._call(GET, {"uuid": uuid, "expand": expand})

    async def ping(self) -> Any:
        """Say hello."""
        return await self._call(PING, {})

    @property
    def with_raw_response(self) -> AsyncInvoicesWithRawResponse:
        """The same methods, returning the reply as it arrived."""
        return AsyncInvoicesWithRawResponse(self._raw())


class AsyncInvoicesWithRawResponse:
    def __init__(self, invoices: AsyncInvoices) -> None:
        self.cancel = to_raw_async(invoices.cancel)
        self.get = to_raw_async(invoices.get)
        self.ping = to_raw_async(invoices.ping)
