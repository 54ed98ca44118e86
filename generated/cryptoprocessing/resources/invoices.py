# SPDX-License-Identifier: MIT-0
"""The calls of `cryptoprocessing.invoices`."""

from typing import Any

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
from ..types.header_authorization import HeaderAuthorization
from ..types.validation_or_malformed_json import ValidationOrMalformedJson

CANCEL: OperationSpec[Any] = OperationSpec(
    name="invoices.cancel",
    method="POST",
    path="/invoices/{foreign_id}/cancel/",
    parameters=(PathParameter("foreign_id", "foreign_id", str),),
    body=ConstantBody(b"{}", "application/json"),
    security=(("xProcessingKey", "xProcessingSignature"),),
    responses=(ResponseSpec("200", Any, empty=True),),
    errors=(
        ResponseSpec("400", ValidationOrMalformedJson),
        ResponseSpec("403", HeaderAuthorization),
    ),
    retry=RetryPolicy.UNSENT,
)


class Invoices(SyncResource):
    """The calls under `client.invoices`."""

    def cancel(self, foreign_id: str) -> Any:
        """Cancel an invoice.

        Args:
            foreign_id: The unique identifier of the invoice you need to cancel.

        Raises:
            BadRequestError: 400. Bad Request
            PermissionDeniedError: 403. Forbidden
        """
        return self._call(CANCEL, {"foreign_id": foreign_id})

    @property
    def with_raw_response(self) -> "InvoicesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return InvoicesWithRawResponse(self._raw())


class AsyncInvoices(AsyncResource):
    """The calls under `client.invoices`."""

    async def cancel(self, foreign_id: str) -> Any:
        """Cancel an invoice.

        Args:
            foreign_id: The unique identifier of the invoice you need to cancel.

        Raises:
            BadRequestError: 400. Bad Request
            PermissionDeniedError: 403. Forbidden
        """
        return await self._call(CANCEL, {"foreign_id": foreign_id})

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
