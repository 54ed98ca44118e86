# SPDX-License-Identifier: MIT-0
"""Contract of `meum.invoices`: what the documentation shows."""

from .. import AsyncMeum, Meum
from ..types import PublicInvoice
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

CANCEL: Contract[Meum, AsyncMeum, PublicInvoice] = Contract(
    name="invoices.cancel",
    provider=PROVIDER,
    call=lambda client: client.invoices.cancel("inv_aaaaaaaaaaaaaaaaaaaa"),
    call_async=lambda client: client.invoices.cancel("inv_aaaaaaaaaaaaaaaaaaaa"),
    call_raw=lambda client: client.invoices.with_raw_response.cancel(
        "inv_aaaaaaaaaaaaaaaaaaaa"
    ),
    call_raw_async=lambda client: client.invoices.with_raw_response.cancel(
        "inv_aaaaaaaaaaaaaaaaaaaa"
    ),
    request=ExpectedRequest(
        method="POST",
        target="/v1/invoices/inv_aaaaaaaaaaaaaaaaaaaa/cancel",
        headers={"Authorization": "Bearer canary-meum-api-key"},
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/id", "id", "string"),
                FieldCheck("/external_order_id", "external_order_id", "string"),
                FieldCheck(
                    "/status",
                    "status",
                    "enum",
                    known=(
                        "pending",
                        "quoted",
                        "awaiting_payment",
                        "paid",
                        "underpaid",
                        "expired",
                        "failed",
                        "refunded",
                        "cancelled",
                    ),
                ),
                FieldCheck("/amount", "amount", "amount"),
                FieldCheck("/currency", "currency", "string"),
                FieldCheck("/order_amount", "order_amount", "amount"),
                FieldCheck("/order_currency", "order_currency", "string"),
                FieldCheck("/paid_amount", "paid_amount", "amount", nullable=True),
                FieldCheck("/output_asset", "output_asset", "string"),
                FieldCheck("/checkout_url", "checkout_url", "string", nullable=True),
                FieldCheck("/return_url", "return_url", "string", nullable=True),
                FieldCheck("/customer_id", "customer_id", "uuid", nullable=True),
                FieldCheck(
                    "/payment_link_id", "payment_link_id", "uuid", nullable=True
                ),
                FieldCheck(
                    "/transaction_hash", "transaction_hash", "string", nullable=True
                ),
                FieldCheck("/metadata", "metadata", "map", nullable=True),
                FieldCheck("/metadata/*", "metadata.*", "any", nullable=True),
                FieldCheck("/created_at", "created_at", "date-time"),
                FieldCheck("/updated_at", "updated_at", "date-time"),
                FieldCheck("/paid_at", "paid_at", "date-time", nullable=True),
                FieldCheck("/expires_at", "expires_at", "date-time"),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1v1~1invoices~1{id}~1cancel/post/responses/200/content/application~1json",
                    content=(
                        "{\n"
                        '  "id": "inv_aaaaaaaaaaaaaaaaaaaa",\n'
                        '  "external_order_id": "order_demo_1048",\n'
                        '  "status": "pending",\n'
                        '  "amount": "100.00",\n'
                        '  "currency": "USD",\n'
                        '  "order_amount": "100.00",\n'
                        '  "order_currency": "USD",\n'
                        '  "paid_amount": "100.00",\n'
                        '  "output_asset": "USDC",\n'
                        '  "checkout_url": "https://example.com/a",\n'
                        '  "return_url": "https://example.com/a",\n'
                        '  "customer_id": "3fa85f64-5717-4562-b3fc-2c963f66afa6",\n'
                        '  "payment_link_id": "3fa85f64-5717-4562-b3fc-2c963f66afa6",\n'
                        '  "transaction_hash": "example",\n'
                        '  "metadata": {\n'
                        '    "key": "example"\n'
                        "  },\n"
                        '  "created_at": "2024-02-29T12:34:56Z",\n'
                        '  "updated_at": "2024-02-29T12:34:56Z",\n'
                        '  "paid_at": "2024-02-29T12:34:56Z",\n'
                        '  "expires_at": "2024-02-29T12:34:56Z"\n'
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
    failures=(
        ExpectedResponse(
            status=400,
            holds="object",
            fields=(
                FieldCheck("/error", "error", "object", required=True),
                FieldCheck(
                    "/error/type",
                    "error.type",
                    "enum",
                    required=True,
                    known=(
                        "invalid_request",
                        "authentication_error",
                        "permission_error",
                        "not_found",
                        "conflict",
                        "rate_limit_error",
                        "api_error",
                    ),
                ),
                FieldCheck("/error/code", "error.code", "string", required=True),
                FieldCheck("/error/message", "error.message", "string", required=True),
                FieldCheck("/error/param", "error.param", "string"),
                FieldCheck(
                    "/error/request_id", "error.request_id", "string", required=True
                ),
            ),
            examples=(
                ContentExample(
                    source="#/components/schemas/PublicApiError/example",
                    content=(
                        "{\n"
                        '  "error": {\n'
                        '    "type": "not_found",\n'
                        '    "code": "invoice_not_found",\n'
                        '    "message": "Invoice not found",\n'
                        '    "request_id": "req_a1b2c3d4e5f6789012345678"\n'
                        "  }\n"
                        "}"
                    ),
                ),
            ),
        ),
        ExpectedResponse(
            status=403,
            holds="object",
            fields=(
                FieldCheck("/error", "error", "object", required=True),
                FieldCheck(
                    "/error/type",
                    "error.type",
                    "enum",
                    required=True,
                    known=(
                        "invalid_request",
                        "authentication_error",
                        "permission_error",
                        "not_found",
                        "conflict",
                        "rate_limit_error",
                        "api_error",
                    ),
                ),
                FieldCheck("/error/code", "error.code", "string", required=True),
                FieldCheck("/error/message", "error.message", "string", required=True),
                FieldCheck("/error/param", "error.param", "string"),
                FieldCheck(
                    "/error/request_id", "error.request_id", "string", required=True
                ),
            ),
            examples=(
                ContentExample(
                    source="#/components/schemas/PublicApiError/example",
                    content=(
                        "{\n"
                        '  "error": {\n'
                        '    "type": "not_found",\n'
                        '    "code": "invoice_not_found",\n'
                        '    "message": "Invoice not found",\n'
                        '    "request_id": "req_a1b2c3d4e5f6789012345678"\n'
                        "  }\n"
                        "}"
                    ),
                ),
            ),
        ),
        ExpectedResponse(
            status=404,
            holds="object",
            fields=(
                FieldCheck("/error", "error", "object", required=True),
                FieldCheck(
                    "/error/type",
                    "error.type",
                    "enum",
                    required=True,
                    known=(
                        "invalid_request",
                        "authentication_error",
                        "permission_error",
                        "not_found",
                        "conflict",
                        "rate_limit_error",
                        "api_error",
                    ),
                ),
                FieldCheck("/error/code", "error.code", "string", required=True),
                FieldCheck("/error/message", "error.message", "string", required=True),
                FieldCheck("/error/param", "error.param", "string"),
                FieldCheck(
                    "/error/request_id", "error.request_id", "string", required=True
                ),
            ),
            examples=(
                ContentExample(
                    source="#/components/schemas/PublicApiError/example",
                    content=(
                        "{\n"
                        '  "error": {\n'
                        '    "type": "not_found",\n'
                        '    "code": "invoice_not_found",\n'
                        '    "message": "Invoice not found",\n'
                        '    "request_id": "req_a1b2c3d4e5f6789012345678"\n'
                        "  }\n"
                        "}"
                    ),
                ),
            ),
        ),
        ExpectedResponse(
            status=401,
            holds="object",
            fields=(
                FieldCheck("/error", "error", "object", required=True),
                FieldCheck(
                    "/error/type",
                    "error.type",
                    "enum",
                    required=True,
                    known=(
                        "invalid_request",
                        "authentication_error",
                        "permission_error",
                        "not_found",
                        "conflict",
                        "rate_limit_error",
                        "api_error",
                    ),
                ),
                FieldCheck("/error/code", "error.code", "string", required=True),
                FieldCheck("/error/message", "error.message", "string", required=True),
                FieldCheck("/error/param", "error.param", "string"),
                FieldCheck(
                    "/error/request_id", "error.request_id", "string", required=True
                ),
            ),
            examples=(
                ContentExample(
                    source="#/components/schemas/PublicApiError/example",
                    content=(
                        "{\n"
                        '  "error": {\n'
                        '    "type": "not_found",\n'
                        '    "code": "invoice_not_found",\n'
                        '    "message": "Invoice not found",\n'
                        '    "request_id": "req_a1b2c3d4e5f6789012345678"\n'
                        "  }\n"
                        "}"
                    ),
                ),
            ),
        ),
    ),
)

CONTRACTS = (CANCEL,)


class TestCancel(ContractSuite):
    """`POST /v1/invoices/{id}/cancel`."""

    contract = CANCEL
