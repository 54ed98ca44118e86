# SPDX-License-Identifier: MIT-0
"""The calls of `visa_acceptance.invoices`."""

from .._runtime import (
    AsyncResource,
    ConstantBody,
    OperationSpec,
    PathParameter,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    to_raw,
    to_raw_async,
)
from ..types.error_response import ErrorResponse
from ..types.invoice import Invoice

CANCEL: OperationSpec[Invoice] = OperationSpec(
    name="invoices.cancel",
    method="POST",
    path="/invoicing/v2/invoices/{id}/cancelation",
    parameters=(PathParameter("id", "id", str),),
    body=ConstantBody(b"{}", "application/json"),
    security=(("httpSignature",),),
    responses=(ResponseSpec("200", Invoice),),
    errors=(
        ResponseSpec("400", ErrorResponse),
        ResponseSpec("404", ErrorResponse),
        ResponseSpec("502", ErrorResponse),
    ),
    retry=RetryPolicy.UNSENT,
)


class Invoices(SyncResource):
    """The calls under `client.invoices`."""

    def cancel(self, id: str) -> Invoice:
        """Cancel an invoice.

        Cancels an unpaid invoice. Partially or fully paid invoices cannot be cancelled.

        Args:
            id: The invoice number from the response to the request that created the
                invoice.

        Raises:
            BadRequestError: 400. The request is not valid.

                Not on the provider's page: The page documents no error. (the vendor's
                own API description, operation performCancelAction)
            NotFoundError: 404. There is no such invoice.

                Not on the provider's page: The page documents no error. (the vendor's
                own API description, operation performCancelAction)
            InternalServerError: 502. The server failed or timed out.

                Not on the provider's page: The page documents no error. (the vendor's
                own API description, operation performCancelAction)
        """
        return self._call(CANCEL, {"id": id})

    @property
    def with_raw_response(self) -> "InvoicesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return InvoicesWithRawResponse(self._raw())


class AsyncInvoices(AsyncResource):
    """The calls under `client.invoices`."""

    async def cancel(self, id: str) -> Invoice:
        """Cancel an invoice.

        Cancels an unpaid invoice. Partially or fully paid invoices cannot be cancelled.

        Args:
            id: The invoice number from the response to the request that created the
                invoice.

        Raises:
            BadRequestError: 400. The request is not valid.

                Not on the provider's page: The page documents no error. (the vendor's
                own API description, operation performCancelAction)
            NotFoundError: 404. There is no such invoice.

                Not on the provider's page: The page documents no error. (the vendor's
                own API description, operation performCancelAction)
            InternalServerError: 502. The server failed or timed out.

                Not on the provider's page: The page documents no error. (the vendor's
                own API description, operation performCancelAction)
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
