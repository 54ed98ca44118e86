# SPDX-License-Identifier: MIT-0
"""The calls of `firekassa.invoices`."""

from typing import Annotated

from .._runtime import (
    AsyncResource,
    MaxLength,
    MinLength,
    OperationSpec,
    PathParameter,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    to_raw,
    to_raw_async,
)

CANCEL: OperationSpec[None] = OperationSpec(
    name="invoices.cancel",
    method="POST",
    path="/api/v2/invoices/{id}/cancel",
    parameters=(
        PathParameter("id", "id", Annotated[str, MinLength(1), MaxLength(19)]),
    ),
    security=(("bearerAuth",),),
    responses=(ResponseSpec("200", None, empty=True),),
    retry=RetryPolicy.UNSENT,
)


class Invoices(SyncResource):
    """The calls under `client.invoices`."""

    def cancel(self, id: str) -> None:
        """Cancel an invoice.

        Cancels an invoice; meant for when it is certain that the customer will not use
        it.

        Args:
            id: Number of the invoice in FireKassa's system.
        """
        return self._call(CANCEL, {"id": id})

    @property
    def with_raw_response(self) -> "InvoicesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return InvoicesWithRawResponse(self._raw())


class AsyncInvoices(AsyncResource):
    """The calls under `client.invoices`."""

    async def cancel(self, id: str) -> None:
        """Cancel an invoice.

        Cancels an invoice; meant for when it is certain that the customer will not use
        it.

        Args:
            id: Number of the invoice in FireKassa's system.
        """
        return await self._call(CANCEL, {"id": id})

    @property
    def with_raw_response(self) -> "AsyncInvoicesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncInvoicesWithRawResponse(self._raw())


class InvoicesWithRawResponse:
    """The calls of `Invoices`, each returning the reply as it arrived."""

    def __init__(self, resource: Invoices) -> None:
        self.cancel = to_raw(resource.cancel)


class AsyncInvoicesWithRawResponse:
    """The calls of `AsyncInvoices`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncInvoices) -> None:
        self.cancel = to_raw_async(resource.cancel)
