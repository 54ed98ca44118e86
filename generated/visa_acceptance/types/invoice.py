# SPDX-License-Identifier: MIT-0
"""`InvoiceStatus`, `InvoiceProcessingInformation`, `InvoiceInformation` and 10 more."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime import OPEN, Amount, Date, DateTime, Model

InvoiceStatus: TypeAlias = Annotated[Literal["CANCELED"] | str, OPEN]
"""`CANCELED` after this call."""


class InvoiceProcessingInformation(Model):
    """`InvoiceProcessingInformation`, as it arrives."""

    request_phone: bool | None = Field(default=None, alias="requestPhone")
    request_shipping: bool | None = Field(default=None, alias="requestShipping")


class InvoiceInformation(Model):
    """`InvoiceInformation`, as it arrives."""

    invoice_number: str | None = Field(default=None, alias="invoiceNumber")
    description: str | None = None
    due_date: Date | None = Field(default=None, alias="dueDate")
    allow_partial_payments: bool | None = Field(
        default=None, alias="allowPartialPayments"
    )

    delivery_mode: str | None = Field(default=None, alias="deliveryMode")
    """A word such as `None`, which is text and not an absent value."""


class InvoiceLinksSelf(Model):
    """`InvoiceLinksSelf`, as it arrives."""

    href: str | None = None
    """Path of the invoice; the example leaves out the `/invoicing` that the endpoints
    begin with.
    """

    method: str | None = None


class InvoiceCustomerInformationCompany(Model):
    """`InvoiceCustomerInformationCompany`, as it arrives."""

    name: str | None = None


class InvoiceOrderInformationLineItem(Model):
    """`InvoiceOrderInformationLineItem`, as it arrives."""

    product_sku: str | None = Field(default=None, alias="productSku")
    product_name: str | None = Field(default=None, alias="productName")
    unit_price: Amount | None = Field(default=None, alias="unitPrice")
    quantity: int | None = None
    discount_amount: Amount | None = Field(default=None, alias="discountAmount")
    tax_amount: Amount | None = Field(default=None, alias="taxAmount")
    tax_rate: Amount | None = Field(default=None, alias="taxRate")
    total_amount: Amount | None = Field(default=None, alias="totalAmount")


class InvoiceOrderInformationAmountDetailsTaxDetails(Model):
    """`InvoiceOrderInformationAmountDetailsTaxDetails`, as it arrives."""

    type: str | None = None
    amount: Amount | None = None
    rate: Amount | None = None


class InvoiceOrderInformationAmountDetailsFreight(Model):
    """`InvoiceOrderInformationAmountDetailsFreight`, as it arrives."""

    amount: Amount | None = None
    taxable: bool | None = None


class InvoiceLinks(Model):
    """`InvoiceLinks`, as it arrives."""

    self: InvoiceLinksSelf | None = None


class InvoiceCustomerInformation(Model):
    """`InvoiceCustomerInformation`, as it arrives."""

    name: str | None = None
    email: str | None = None
    merchant_customer_id: str | None = Field(default=None, alias="merchantCustomerId")
    company: InvoiceCustomerInformationCompany | None = None


class InvoiceOrderInformationAmountDetails(Model):
    """`InvoiceOrderInformationAmountDetails`, as it arrives."""

    total_amount: Amount | None = Field(default=None, alias="totalAmount")
    currency: str | None = None
    balance_amount: Amount | None = Field(default=None, alias="balanceAmount")
    discount_amount: Amount | None = Field(default=None, alias="discountAmount")
    discount_percent: Amount | None = Field(default=None, alias="discountPercent")
    sub_amount: Amount | None = Field(default=None, alias="subAmount")
    minimum_partial_amount: Amount | None = Field(
        default=None, alias="minimumPartialAmount"
    )
    tax_details: InvoiceOrderInformationAmountDetailsTaxDetails | None = Field(
        default=None, alias="taxDetails"
    )
    freight: InvoiceOrderInformationAmountDetailsFreight | None = None


class InvoiceOrderInformation(Model):
    """`InvoiceOrderInformation`, as it arrives."""

    amount_details: InvoiceOrderInformationAmountDetails | None = Field(
        default=None, alias="amountDetails"
    )
    line_items: list[InvoiceOrderInformationLineItem] | None = Field(
        default=None, alias="lineItems"
    )


class Invoice(Model):
    """An invoice after its cancellation."""

    links: InvoiceLinks | None = Field(default=None, alias="_links")
    id: str | None = None

    submit_time_utc: DateTime | None = Field(default=None, alias="submitTimeUtc")
    """When the request was received; a cancellation updates it."""

    status: InvoiceStatus | None = None
    """`CANCELED` after this call."""

    customer_information: InvoiceCustomerInformation | None = Field(
        default=None, alias="customerInformation"
    )
    processing_information: InvoiceProcessingInformation | None = Field(
        default=None, alias="processingInformation"
    )
    invoice_information: InvoiceInformation | None = Field(
        default=None, alias="invoiceInformation"
    )
    order_information: InvoiceOrderInformation | None = Field(
        default=None, alias="orderInformation"
    )
