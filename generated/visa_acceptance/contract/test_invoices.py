# SPDX-License-Identifier: MIT-0
"""Contract of `visa_acceptance.invoices`: what the documentation shows."""

from .. import AsyncVisaAcceptance, VisaAcceptance
from ..types import Invoice
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedHttpSignature,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

CANCEL: Contract[VisaAcceptance, AsyncVisaAcceptance, Invoice] = Contract(
    name="invoices.cancel",
    provider=PROVIDER,
    call=lambda client: client.invoices.cancel("2675"),
    call_async=lambda client: client.invoices.cancel("2675"),
    call_raw=lambda client: client.invoices.with_raw_response.cancel("2675"),
    call_raw_async=lambda client: client.invoices.with_raw_response.cancel("2675"),
    request=ExpectedRequest(
        method="POST",
        target="/invoicing/v2/invoices/2675/cancelation",
        headers={
            "v-c-merchant-id": "test-visa-acceptance-merchant-id",
            "Content-Type": "application/json",
        },
        body="{}",
        signature=ExpectedHttpSignature(
            header="Signature",
            key_id="test-visa-acceptance-key-id",
            secret="Y2FuYXJ5LXNlY3JldC1rZXktb2YtdGhlLXRlc3RzLTA=",
            algorithm="sha256",
            algorithm_name="HmacSHA256",
            headers=(
                "host",
                "date",
                "request-target",
                "digest",
                "v-c-merchant-id",
            ),
            key_encoding="base64",
        ),
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/_links", "links", "object"),
                FieldCheck("/_links/self", "links.self", "object"),
                FieldCheck("/_links/self/href", "links.self.href", "string"),
                FieldCheck("/_links/self/method", "links.self.method", "string"),
                FieldCheck("/id", "id", "string"),
                FieldCheck("/submitTimeUtc", "submit_time_utc", "date-time"),
                FieldCheck("/status", "status", "enum", known=("CANCELED",)),
                FieldCheck("/customerInformation", "customer_information", "object"),
                FieldCheck(
                    "/customerInformation/name", "customer_information.name", "string"
                ),
                FieldCheck(
                    "/customerInformation/email", "customer_information.email", "string"
                ),
                FieldCheck(
                    "/customerInformation/merchantCustomerId",
                    "customer_information.merchant_customer_id",
                    "string",
                ),
                FieldCheck(
                    "/customerInformation/company",
                    "customer_information.company",
                    "object",
                ),
                FieldCheck(
                    "/customerInformation/company/name",
                    "customer_information.company.name",
                    "string",
                ),
                FieldCheck(
                    "/processingInformation", "processing_information", "object"
                ),
                FieldCheck(
                    "/processingInformation/requestPhone",
                    "processing_information.request_phone",
                    "boolean",
                ),
                FieldCheck(
                    "/processingInformation/requestShipping",
                    "processing_information.request_shipping",
                    "boolean",
                ),
                FieldCheck("/invoiceInformation", "invoice_information", "object"),
                FieldCheck(
                    "/invoiceInformation/invoiceNumber",
                    "invoice_information.invoice_number",
                    "string",
                ),
                FieldCheck(
                    "/invoiceInformation/description",
                    "invoice_information.description",
                    "string",
                ),
                FieldCheck(
                    "/invoiceInformation/dueDate",
                    "invoice_information.due_date",
                    "date",
                ),
                FieldCheck(
                    "/invoiceInformation/allowPartialPayments",
                    "invoice_information.allow_partial_payments",
                    "boolean",
                ),
                FieldCheck(
                    "/invoiceInformation/deliveryMode",
                    "invoice_information.delivery_mode",
                    "string",
                ),
                FieldCheck("/orderInformation", "order_information", "object"),
                FieldCheck(
                    "/orderInformation/amountDetails",
                    "order_information.amount_details",
                    "object",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/totalAmount",
                    "order_information.amount_details.total_amount",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/currency",
                    "order_information.amount_details.currency",
                    "string",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/balanceAmount",
                    "order_information.amount_details.balance_amount",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/discountAmount",
                    "order_information.amount_details.discount_amount",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/discountPercent",
                    "order_information.amount_details.discount_percent",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/subAmount",
                    "order_information.amount_details.sub_amount",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/minimumPartialAmount",
                    "order_information.amount_details.minimum_partial_amount",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/taxDetails",
                    "order_information.amount_details.tax_details",
                    "object",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/taxDetails/type",
                    "order_information.amount_details.tax_details.type",
                    "string",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/taxDetails/amount",
                    "order_information.amount_details.tax_details.amount",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/taxDetails/rate",
                    "order_information.amount_details.tax_details.rate",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/freight",
                    "order_information.amount_details.freight",
                    "object",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/freight/amount",
                    "order_information.amount_details.freight.amount",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/amountDetails/freight/taxable",
                    "order_information.amount_details.freight.taxable",
                    "boolean",
                ),
                FieldCheck(
                    "/orderInformation/lineItems",
                    "order_information.line_items",
                    "array",
                ),
                FieldCheck(
                    "/orderInformation/lineItems/*",
                    "order_information.line_items.*",
                    "object",
                ),
                FieldCheck(
                    "/orderInformation/lineItems/*/productSku",
                    "order_information.line_items.*.product_sku",
                    "string",
                ),
                FieldCheck(
                    "/orderInformation/lineItems/*/productName",
                    "order_information.line_items.*.product_name",
                    "string",
                ),
                FieldCheck(
                    "/orderInformation/lineItems/*/unitPrice",
                    "order_information.line_items.*.unit_price",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/lineItems/*/quantity",
                    "order_information.line_items.*.quantity",
                    "integer",
                ),
                FieldCheck(
                    "/orderInformation/lineItems/*/discountAmount",
                    "order_information.line_items.*.discount_amount",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/lineItems/*/taxAmount",
                    "order_information.line_items.*.tax_amount",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/lineItems/*/taxRate",
                    "order_information.line_items.*.tax_rate",
                    "amount",
                ),
                FieldCheck(
                    "/orderInformation/lineItems/*/totalAmount",
                    "order_information.line_items.*.total_amount",
                    "amount",
                ),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1invoicing~1v2~1invoices~1{id}~1cancelation/post/responses/200/content/application~1json/example",
                    content=(
                        "{\n"
                        '  "_links": {\n'
                        '    "self": {\n'
                        '      "href": "/v2/invoices/2675",\n'
                        '      "method": "GET"\n'
                        "    }\n"
                        "  },\n"
                        '  "id": "2675",\n'
                        '  "submitTimeUtc": "2024-07-24T19:56:06.410896558Z",\n'
                        '  "status": "CANCELED",\n'
                        '  "customerInformation": {\n'
                        '    "name": "Tanya Lee",\n'
                        '    "email": "tanya.lee@my-email.world",\n'
                        '    "merchantCustomerId": "1234",\n'
                        '    "company": {\n'
                        '      "name": "ABC"\n'
                        "    }\n"
                        "  },\n"
                        '  "processingInformation": {\n'
                        '    "requestPhone": false,\n'
                        '    "requestShipping": false\n'
                        "  },\n"
                        '  "invoiceInformation": {\n'
                        '    "invoiceNumber": "2675",\n'
                        '    "description": "This is a test invoice",\n'
                        '    "dueDate": "2019-07-11",\n'
                        '    "allowPartialPayments": true,\n'
                        '    "deliveryMode": "None"\n'
                        "  },\n"
                        '  "orderInformation": {\n'
                        '    "amountDetails": {\n'
                        '      "totalAmount": 2623.64,\n'
                        '      "currency": "USD",\n'
                        '      "balanceAmount": 2623.64,\n'
                        '      "discountAmount": 126.08,\n'
                        '      "discountPercent": 5,\n'
                        '      "subAmount": 2749.72,\n'
                        '      "minimumPartialAmount": 20,\n'
                        '      "taxDetails": {\n'
                        '        "type": "State Tax",\n'
                        '        "amount": 208,\n'
                        '        "rate": 8.25\n'
                        "      },\n"
                        '      "freight": {\n'
                        '        "amount": 20,\n'
                        '        "taxable": true\n'
                        "      }\n"
                        "    },\n"
                        '    "lineItems": [\n'
                        "      {\n"
                        '        "productSku": "P653727383",\n'
                        '        "productName": "First line item\'s name",\n'
                        '        "unitPrice": 12.05,\n'
                        '        "quantity": 20,\n'
                        '        "discountAmount": 13.04,\n'
                        '        "taxAmount": 0,\n'
                        '        "taxRate": 0,\n'
                        '        "totalAmount": 247.86\n'
                        "      }\n"
                        "    ]\n"
                        "  }\n"
                        "}"
                    ),
                ),
            ),
        ),
    ),
    failures=(
        ExpectedResponse(
            status=400,
            holds="object",
            fields=(
                FieldCheck("/submitTimeUtc", "submit_time_utc", "date-time"),
                FieldCheck("/status", "status", "string"),
                FieldCheck("/reason", "reason", "string"),
                FieldCheck("/message", "message", "string"),
                FieldCheck("/details", "details", "array"),
                FieldCheck("/details/*", "details.*", "object"),
                FieldCheck("/details/*/field", "details.*.field", "string"),
                FieldCheck("/details/*/reason", "details.*.reason", "string"),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1invoicing~1v2~1invoices~1{id}~1cancelation/post/responses/400/content/application~1json",
                    content=(
                        "{\n"
                        '  "submitTimeUtc": "2024-02-29T12:34:56Z",\n'
                        '  "status": "example",\n'
                        '  "reason": "example",\n'
                        '  "message": "example",\n'
                        '  "details": [\n'
                        "    {\n"
                        '      "field": "example",\n'
                        '      "reason": "example"\n'
                        "    }\n"
                        "  ]\n"
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
        ExpectedResponse(
            status=404,
            holds="object",
            fields=(
                FieldCheck("/submitTimeUtc", "submit_time_utc", "date-time"),
                FieldCheck("/status", "status", "string"),
                FieldCheck("/reason", "reason", "string"),
                FieldCheck("/message", "message", "string"),
                FieldCheck("/details", "details", "array"),
                FieldCheck("/details/*", "details.*", "object"),
                FieldCheck("/details/*/field", "details.*.field", "string"),
                FieldCheck("/details/*/reason", "details.*.reason", "string"),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1invoicing~1v2~1invoices~1{id}~1cancelation/post/responses/404/content/application~1json",
                    content=(
                        "{\n"
                        '  "submitTimeUtc": "2024-02-29T12:34:56Z",\n'
                        '  "status": "example",\n'
                        '  "reason": "example",\n'
                        '  "message": "example",\n'
                        '  "details": [\n'
                        "    {\n"
                        '      "field": "example",\n'
                        '      "reason": "example"\n'
                        "    }\n"
                        "  ]\n"
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
        ExpectedResponse(
            status=502,
            holds="object",
            fields=(
                FieldCheck("/submitTimeUtc", "submit_time_utc", "date-time"),
                FieldCheck("/status", "status", "string"),
                FieldCheck("/reason", "reason", "string"),
                FieldCheck("/message", "message", "string"),
                FieldCheck("/details", "details", "array"),
                FieldCheck("/details/*", "details.*", "object"),
                FieldCheck("/details/*/field", "details.*.field", "string"),
                FieldCheck("/details/*/reason", "details.*.reason", "string"),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1invoicing~1v2~1invoices~1{id}~1cancelation/post/responses/502/content/application~1json",
                    content=(
                        "{\n"
                        '  "submitTimeUtc": "2024-02-29T12:34:56Z",\n'
                        '  "status": "example",\n'
                        '  "reason": "example",\n'
                        '  "message": "example",\n'
                        '  "details": [\n'
                        "    {\n"
                        '      "field": "example",\n'
                        '      "reason": "example"\n'
                        "    }\n"
                        "  ]\n"
                        "}"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
)

CONTRACTS = (CANCEL,)


class TestCancel(ContractSuite):
    """`POST /invoicing/v2/invoices/{id}/cancelation`."""

    contract = CANCEL
