# SPDX-License-Identifier: MIT-0
"""Contract of `storno.invoices`: what the documentation shows."""

from .. import AsyncStorno, Storno
from ..types import Invoice
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

CANCEL: Contract[Storno, AsyncStorno, Invoice] = Contract(
    name="invoices.cancel",
    provider=PROVIDER,
    call=lambda client: client.invoices.cancel(
        "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        reason="Client requested cancellation due to incorrect billing information",
    ),
    call_async=lambda client: client.invoices.cancel(
        "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        reason="Client requested cancellation due to incorrect billing information",
    ),
    call_raw=lambda client: client.invoices.with_raw_response.cancel(
        "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        reason="Client requested cancellation due to incorrect billing information",
    ),
    call_raw_async=lambda client: client.invoices.with_raw_response.cancel(
        "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        reason="Client requested cancellation due to incorrect billing information",
    ),
    request=ExpectedRequest(
        method="POST",
        target="/api/v1/invoices/7c9e6679-7425-40de-944b-e07fc1f90ae7/cancel",
        headers={
            "Authorization": "Bearer canary-storno-token",
            "X-Company": "550e8400-e29b-41d4-a716-446655440000",
            "Content-Type": "application/json",
        },
        body='{"reason":"Client requested cancellation due to incorrect billing information"}',
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/id", "id", "string"),
                FieldCheck("/number", "number", "string"),
                FieldCheck("/status", "status", "enum", known=("cancelled",)),
                FieldCheck("/direction", "direction", "string"),
                FieldCheck("/currency", "currency", "string"),
                FieldCheck("/issueDate", "issue_date", "date"),
                FieldCheck("/dueDate", "due_date", "date"),
                FieldCheck("/subtotal", "subtotal", "amount"),
                FieldCheck("/vatTotal", "vat_total", "amount"),
                FieldCheck("/total", "total", "amount"),
                FieldCheck("/amountPaid", "amount_paid", "amount"),
                FieldCheck("/balance", "balance", "amount"),
                FieldCheck("/cancellationReason", "cancellation_reason", "string"),
                FieldCheck("/cancelledAt", "cancelled_at", "date-time"),
                FieldCheck("/cancelledBy", "cancelled_by", "object"),
                FieldCheck("/cancelledBy/id", "cancelled_by.id", "string"),
                FieldCheck("/cancelledBy/name", "cancelled_by.name", "string"),
                FieldCheck("/cancelledBy/email", "cancelled_by.email", "string"),
                FieldCheck("/events", "events", "array"),
                FieldCheck("/events/*", "events.*", "object"),
                FieldCheck("/events/*/id", "events.*.id", "string"),
                FieldCheck("/events/*/type", "events.*.type", "string"),
                FieldCheck("/events/*/status", "events.*.status", "string"),
                FieldCheck("/events/*/timestamp", "events.*.timestamp", "date-time"),
                FieldCheck("/events/*/details", "events.*.details", "string"),
                FieldCheck("/events/*/metadata", "events.*.metadata", "object"),
                FieldCheck(
                    "/events/*/metadata/reason", "events.*.metadata.reason", "string"
                ),
                FieldCheck("/updatedAt", "updated_at", "date-time"),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1api~1v1~1invoices~1{uuid}~1cancel/post/responses/200/content/application~1json/example",
                    content=(
                        "{\n"
                        '  "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7",\n'
                        '  "number": "FAC-2024-001",\n'
                        '  "status": "cancelled",\n'
                        '  "direction": "outgoing",\n'
                        '  "currency": "RON",\n'
                        '  "issueDate": "2024-02-15",\n'
                        '  "dueDate": "2024-03-15",\n'
                        '  "subtotal": 1000.00,\n'
                        '  "vatTotal": 190.00,\n'
                        '  "total": 1190.00,\n'
                        '  "amountPaid": 0.00,\n'
                        '  "balance": 0.00,\n'
                        '  "cancellationReason": "Client requested cancellation due to incorrect billing information",\n'
                        '  "cancelledAt": "2024-02-16T14:30:00Z",\n'
                        '  "cancelledBy": {\n'
                        '    "id": "5e6f7a8b-9c0d-1e2f-3a4b-5c6d7e8f9a0b",\n'
                        '    "name": "John Doe",\n'
                        '    "email": "john@yourcompany.ro"\n'
                        "  },\n"
                        '  "events": [\n'
                        "    {\n"
                        '      "id": "6f7a8b9c-0d1e-2f3a-4b5c-6d7e8f9a0b1c",\n'
                        '      "type": "status_change",\n'
                        '      "status": "cancelled",\n'
                        '      "timestamp": "2024-02-16T14:30:00Z",\n'
                        '      "details": "Invoice cancelled",\n'
                        '      "metadata": {\n'
                        '        "reason": "Client requested cancellation due to incorrect billing information"\n'
                        "      }\n"
                        "    }\n"
                        "  ],\n"
                        '  "updatedAt": "2024-02-16T14:30:00Z"\n'
                        "}"
                    ),
                ),
            ),
        ),
    ),
    failures=(
        ExpectedResponse(status=400, holds="any"),
        ExpectedResponse(status=401, holds="any"),
        ExpectedResponse(status=403, holds="any"),
        ExpectedResponse(status=404, holds="any"),
        ExpectedResponse(status=409, holds="any"),
        ExpectedResponse(status=422, holds="any"),
    ),
)

CONTRACTS = (CANCEL,)


class TestCancel(ContractSuite):
    """`POST /api/v1/invoices/{uuid}/cancel`."""

    contract = CANCEL
