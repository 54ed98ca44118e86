# SPDX-License-Identifier: MIT-0
"""The calls of `meum.invoices`."""

from typing import Annotated

from .._runtime import (
    AsyncResource,
    OperationSpec,
    PathParameter,
    Pattern,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    to_raw,
    to_raw_async,
)
from ..types.public_api_error import PublicApiError
from ..types.public_invoice import PublicInvoice

CANCEL: OperationSpec[PublicInvoice] = OperationSpec(
    name="invoices.cancel",
    method="POST",
    path="/v1/invoices/{id}/cancel",
    parameters=(
        PathParameter(
            "id",
            "id",
            Annotated[
                str, Pattern("^(inv_|txn_|plink_|wh_|whd_|evt_|int_)[0-9a-z]{20,32}$")
            ],
        ),
    ),
    security=(("bearerAuth",),),
    responses=(ResponseSpec("200", PublicInvoice),),
    errors=(
        ResponseSpec("400", PublicApiError),
        ResponseSpec("403", PublicApiError),
        ResponseSpec("404", PublicApiError),
        ResponseSpec("401", PublicApiError),
    ),
    retry=RetryPolicy.UNSENT,
)


class Invoices(SyncResource):
    """The calls under `client.invoices`."""

    def cancel(self, id: str) -> PublicInvoice:
        """Cancel invoice.

        Cancels an open invoice. Not available for WooCommerce dedicated keys.

        Args:
            id: Invoice ID from create or list responses (starts with `inv_`).

        Raises:
            BadRequestError: 400. Invalid request
            PermissionDeniedError: 403. Insufficient scope or permission
            NotFoundError: 404. Resource not found
            AuthenticationError: 401. Missing or invalid API key

                Not on the provider's page: The page requires a key and does not list
                the status of a wrong one. (judgement, from the description and the
                types of PublicApiError on the page)
        """
        return self._call(CANCEL, {"id": id})

    @property
    def with_raw_response(self) -> "InvoicesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return InvoicesWithRawResponse(self._raw())


class AsyncInvoices(AsyncResource):
    """The calls under `client.invoices`."""

    async def cancel(self, id: str) -> PublicInvoice:
        """Cancel invoice.

        Cancels an open invoice. Not available for WooCommerce dedicated keys.

        Args:
            id: Invoice ID from create or list responses (starts with `inv_`).

        Raises:
            BadRequestError: 400. Invalid request
            PermissionDeniedError: 403. Insufficient scope or permission
            NotFoundError: 404. Resource not found
            AuthenticationError: 401. Missing or invalid API key

                Not on the provider's page: The page requires a key and does not list
                the status of a wrong one. (judgement, from the description and the
                types of PublicApiError on the page)
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
