# SPDX-License-Identifier: MIT-0
"""Contract of `visa_acceptance.invoices`: what the documentation shows."""

from .. import AsyncVisaAcceptance, VisaAcceptance
from ..types import Invoice
from ._provider import PROVIDER
from ._support import (
    Contract,
    ContractSuite,
    Example,
    ExpectedRequest,
    HttpSignature,
    Probe,
    Reply,
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
        signature=HttpSignature(
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
    resend="unsent",
    successes=(
        Reply(
            status=200,
            holds="object",
            fields=(
                Probe("/_links", "links", "object"),
                Probe("/_links/self", "links.self", "object"),
                Probe("/_links/self/href", "links.self.href", "string"),
                Probe("/_links/self/method", "links.self.method", "string"),
                Probe("/id", "id", "string"),
                Probe("/submitTimeUtc", "submit_time_utc", "date-time"),
                Probe("/status", "status", "enum", known=("CANCELED",)),
                Probe("/customerInformation", "customer_information", "object"),
                Probe(
                    "/customerInformation/name", "customer_information.name", "string"
                ),
                Probe(
                    "/customerInformation/email", "customer_information.email", "string"
                ),
                Probe(
                    "/customerInformation/merchantCustomerId",
                    "customer_information.merchant_customer_id",
                    "string",
                ),
                Probe(
                    "/customerInformation/company",
                    "customer_information.company",
                    "object",
                ),
                Probe(
                    "/customerInformation/company/name",
                    "customer_information.company.name",
                    "string",
                ),
                Probe("/processingInformation", "processing_information", "object"),
                Probe(
                    "/processingInformation/requestPhone",
                    "processing_information.request_phone",
                    "boolean",
                ),
                Probe(
                    "/processingInformation/requestShipping",
                    "processing_information.request_shipping",
                    "boolean",
                ),
                Probe("/invoiceInformation", "invoice_information", "object"),
                Probe(
                    "/invoiceInformation/invoiceNumber",
                    "invoice_information.invoice_number",
                    "string",
                ),
                Probe(
                    "/invoiceInformation/description",
                    "invoice_information.description",
                    "string",
                ),
                Probe(
                    "/invoiceInformation/dueDate",
                    "invoice_information.due_date",
                    "date",
                ),
                Probe(
                    "/invoiceInformation/allowPartialPayments",
                    "invoice_information.allow_partial_payments",
                    "boolean",
                ),
                Probe(
                    "/invoiceInformation/deliveryMode",
                    "invoice_information.delivery_mode",
                    "string",
                ),
                Probe("/orderInformation", "order_information", "object"),
                Probe(
                    "/orderInformation/amountDetails",
                    "order_information.amount_details",
                    "object",
                ),
                Probe(
                    "/orderInformation/amountDetails/totalAmount",
                    "order_information.amount_details.total_amount",
                    "amount",
                ),
                Probe(
                    "/orderInformation/amountDetails/currency",
                    "order_information.amount_details.currency",
                    "string",
                ),
                Probe(
                    "/orderInformation/amountDetails/balanceAmount",
                    "order_information.amount_details.balance_amount",
                    "amount",
                ),
                Probe(
                    "/orderInformation/amountDetails/discountAmount",
                    "order_information.amount_details.discount_amount",
                    "amount",
                ),
                Probe(
                    "/orderInformation/amountDetails/discountPercent",
                    "order_information.amount_details.discount_percent",
                    "amount",
                ),
                Probe(
                    "/orderInformation/amountDetails/subAmount",
                    "order_information.amount_details.sub_amount",
                    "amount",
                ),
                Probe(
                    "/orderInformation/amountDetails/minimumPartialAmount",
                    "order_information.amount_details.minimum_partial_amount",
                    "amount",
                ),
                Probe(
                    "/orderInformation/amountDetails/taxDetails",
                    "order_information.amount_details.tax_details",
                    "object",
                ),
                Probe(
                    "/orderInformation/amountDetails/taxDetails/type",
                    "order_information.amount_details.tax_details.type",
                    "string",
                ),
                Probe(
                    "/orderInformation/amountDetails/taxDetails/amount",
                    "order_information.amount_details.tax_details.amount",
                    "amount",
                ),
                Probe(
                    "/orderInformation/amountDetails/taxDetails/rate",
                    "order_information.amount_details.tax_details.rate",
                    "amount",
                ),
                Probe(
                    "/orderInformation/amountDetails/freight",
                    "order_information.amount_details.freight",
                    "object",
                ),
                Probe(
                    "/orderInformation/amountDetails/freight/amount",
                    "order_information.amount_details.freight.amount",
                    "amount",
                ),
                Probe(
                    "/orderInformation/amountDetails/freight/taxable",
                    "order_information.amount_details.freight.taxable",
                    "boolean",
                ),
                Probe(
                    "/orderInformation/lineItems",
                    "order_information.line_items",
                    "array",
                ),
                Probe(
                    "/orderInformation/lineItems/*",
                    "order_information.line_items.*",
                    "object",
                ),
                Probe(
                    "/orderInformation/lineItems/*/productSku",
                    "order_information.line_items.*.product_sku",
                    "string",
                ),
                Probe(
                    "/orderInformation/lineItems/*/productName",
                    "order_information.line_items.*.product_name",
                    "string",
                ),
                Probe(
                    "/orderInformation/lineItems/*/unitPrice",
                    "order_information.line_items.*.unit_price",
                    "amount",
                ),
                Probe(
                    "/orderInformation/lineItems/*/quantity",
                    "order_information.line_items.*.quantity",
                    "integer",
                ),
                Probe(
                    "/orderInformation/lineItems/*/discountAmount",
                    "order_information.line_items.*.discount_amount",
                    "amount",
                ),
                Probe(
                    "/orderInformation/lineItems/*/taxAmount",
                    "order_information.line_items.*.tax_amount",
                    "amount",
                ),
                Probe(
                    "/orderInformation/lineItems/*/taxRate",
                    "order_information.line_items.*.tax_rate",
                    "amount",
                ),
                Probe(
                    "/orderInformation/lineItems/*/totalAmount",
                    "order_information.line_items.*.total_amount",
                    "amount",
                ),
            ),
            examples=(
                Example(
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
        Reply(
            status=400,
            holds="object",
            fields=(
                Probe("/submitTimeUtc", "submit_time_utc", "date-time"),
                Probe("/status", "status", "string"),
                Probe("/reason", "reason", "string"),
                Probe("/message", "message", "string"),
                Probe("/details", "details", "array"),
                Probe("/details/*", "details.*", "object"),
                Probe("/details/*/field", "details.*.field", "string"),
                Probe("/details/*/reason", "details.*.reason", "string"),
            ),
            examples=(
                Example(
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
        Reply(
            status=404,
            holds="object",
            fields=(
                Probe("/submitTimeUtc", "submit_time_utc", "date-time"),
                Probe("/status", "status", "string"),
                Probe("/reason", "reason", "string"),
                Probe("/message", "message", "string"),
                Probe("/details", "details", "array"),
                Probe("/details/*", "details.*", "object"),
                Probe("/details/*/field", "details.*.field", "string"),
                Probe("/details/*/reason", "details.*.reason", "string"),
            ),
            examples=(
                Example(
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
        Reply(
            status=502,
            holds="object",
            fields=(
                Probe("/submitTimeUtc", "submit_time_utc", "date-time"),
                Probe("/status", "status", "string"),
                Probe("/reason", "reason", "string"),
                Probe("/message", "message", "string"),
                Probe("/details", "details", "array"),
                Probe("/details/*", "details.*", "object"),
                Probe("/details/*/field", "details.*.field", "string"),
                Probe("/details/*/reason", "details.*.reason", "string"),
            ),
            examples=(
                Example(
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
