# SPDX-License-Identifier: MIT-0
"""The calls of `storno.invoices`."""

from typing import Annotated, Any

from .._runtime import (
    AsyncResource,
    BodyField,
    HeaderParameter,
    JsonBody,
    MinLength,
    Omit,
    OperationSpec,
    PathParameter,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    omit,
    to_raw,
    to_raw_async,
)
from ..types.invoice import Invoice

CANCEL: OperationSpec[Invoice] = OperationSpec(
    name="invoices.cancel",
    method="POST",
    path="/api/v1/invoices/{uuid}/cancel",
    parameters=(
        PathParameter("uuid", "uuid", str),
        HeaderParameter("company", "X-Company", str, required=True, default="company"),
    ),
    body=JsonBody(
        fields=(
            BodyField("reason", "reason", Annotated[str, MinLength(10)], required=True),
        )
    ),
    security=(("bearerAuth",),),
    responses=(ResponseSpec("200", Invoice),),
    errors=(
        ResponseSpec("400", Any),
        ResponseSpec("401", Any),
        ResponseSpec("403", Any),
        ResponseSpec("404", Any),
        ResponseSpec("409", Any),
        ResponseSpec("422", Any),
    ),
    retry=RetryPolicy.UNSENT,
)


class Invoices(SyncResource):
    """The calls under `client.invoices`."""

    def cancel(self, uuid: str, *, reason: str, company: str | Omit = omit) -> Invoice:
        """Cancel an invoice.

        Cancels an issued invoice: its status becomes `cancelled` and it stays on
        record, marked as void. It cannot be edited or reissued afterwards. For
        accounting a credit note is the preferred correction.

        Args:
            uuid: UUID of the invoice.
            reason: Reason for the cancellation, at least 10 characters.
            company: UUID of the company that the request is about. By default what
                the client was given as `company`.

        Raises:
            BadRequestError: 400. The reason for the cancellation is missing or not
                valid.
            AuthenticationError: 401. The token is missing or not valid.
            PermissionDeniedError: 403. No access to the company, or insufficient
                permissions.
            NotFoundError: 404. There is no such invoice.
            ConflictError: 409. The invoice cannot be cancelled in its current
                status, for example because it is cancelled already.
            UnprocessableEntityError: 422. A business rule forbids it, for example
                because the invoice has credit notes.
        """
        return self._call(CANCEL, {"uuid": uuid, "reason": reason, "company": company})

    @property
    def with_raw_response(self) -> "InvoicesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return InvoicesWithRawResponse(self._raw())


class AsyncInvoices(AsyncResource):
    """The calls under `client.invoices`."""

    async def cancel(
        self, uuid: str, *, reason: str, company: str | Omit = omit
    ) -> Invoice:
        """Cancel an invoice.

        Cancels an issued invoice: its status becomes `cancelled` and it stays on
        record, marked as void. It cannot be edited or reissued afterwards. For
        accounting a credit note is the preferred correction.

        Args:
            uuid: UUID of the invoice.
            reason: Reason for the cancellation, at least 10 characters.
            company: UUID of the company that the request is about. By default what
                the client was given as `company`.

        Raises:
            BadRequestError: 400. The reason for the cancellation is missing or not
                valid.
            AuthenticationError: 401. The token is missing or not valid.
            PermissionDeniedError: 403. No access to the company, or insufficient
                permissions.
            NotFoundError: 404. There is no such invoice.
            ConflictError: 409. The invoice cannot be cancelled in its current
                status, for example because it is cancelled already.
            UnprocessableEntityError: 422. A business rule forbids it, for example
                because the invoice has credit notes.
        """
        return await self._call(
            CANCEL, {"uuid": uuid, "reason": reason, "company": company}
        )

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
