# SPDX-License-Identifier: MIT-0
"""`InvoiceStatus`, `InvoiceProcessingInformation`, `InvoiceInformation` and 10 more."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime import OPEN, Amount, Date, DateTime, Maybe, Model

InvoiceStatus: TypeAlias = Annotated[Literal["CANCELED"] | str, OPEN]
"""`CANCELED` after this call."""


class InvoiceProcessingInformation(Model):
    """`InvoiceProcessingInformation`, as it arrives."""

    request_phone: Maybe[bool] = Field(default=None, alias="requestPhone")
    request_shipping: Maybe[bool] = Field(default=None, alias="requestShipping")


class InvoiceInformation(Model):
    """`InvoiceInformation`, as it arrives."""

    invoice_number: Maybe[str] = Field(default=None, alias="invoiceNumber")
    description: Maybe[str] = None
    due_date: Maybe[Date] = Field(default=None, alias="dueDate")
    allow_partial_payments: Maybe[bool] = Field(
        default=None, alias="allowPartialPayments"
    )

    delivery_mode: Maybe[str] = Field(default=None, alias="deliveryMode")
    """A word such as `None`, which is text and not an absent value."""


class InvoiceLinksSelf(Model):
    """`InvoiceLinksSelf`, as it arrives."""

    href: Maybe[str] = None
    """Path of the invoice; the example leaves out the `/invoicing` that the endpoints
    begin with.
    """

    method: Maybe[str] = None


class InvoiceCustomerInformationCompany(Model):
    """`InvoiceCustomerInformationCompany`, as it arrives."""

    name: Maybe[str] = None


class InvoiceOrderInformationLineItem(Model):
    """`InvoiceOrderInformationLineItem`, as it arrives."""

    product_sku: Maybe[str] = Field(default=None, alias="productSku")
    product_name: Maybe[str] = Field(default=None, alias="productName")
    unit_price: Maybe[Amount] = Field(default=None, alias="unitPrice")
    quantity: Maybe[int] = None
    discount_amount: Maybe[Amount] = Field(default=None, alias="discountAmount")
    tax_amount: Maybe[Amount] = Field(default=None, alias="taxAmount")
    tax_rate: Maybe[Amount] = Field(default=None, alias="taxRate")
    total_amount: Maybe[Amount] = Field(default=None, alias="totalAmount")


class InvoiceOrderInformationAmountDetailsTaxDetails(Model):
    """`InvoiceOrderInformationAmountDetailsTaxDetails`, as it arrives."""

    type: Maybe[str] = None
    amount: Maybe[Amount] = None
    rate: Maybe[Amount] = None


class InvoiceOrderInformationAmountDetailsFreight(Model):
    """`InvoiceOrderInformationAmountDetailsFreight`, as it arrives."""

    amount: Maybe[Amount] = None
    taxable: Maybe[bool] = None


class InvoiceLinks(Model):
    """`InvoiceLinks`, as it arrives."""

    self: Maybe[InvoiceLinksSelf] = None


class InvoiceCustomerInformation(Model):
    """`InvoiceCustomerInformation`, as it arrives."""

    name: Maybe[str] = None
    email: Maybe[str] = None
    merchant_customer_id: Maybe[str] = Field(default=None, alias="merchantCustomerId")
    company: Maybe[InvoiceCustomerInformationCompany] = None


class InvoiceOrderInformationAmountDetails(Model):
    """`InvoiceOrderInformationAmountDetails`, as it arrives."""

    total_amount: Maybe[Amount] = Field(default=None, alias="totalAmount")
    currency: Maybe[str] = None
    balance_amount: Maybe[Amount] = Field(default=None, alias="balanceAmount")
    discount_amount: Maybe[Amount] = Field(default=None, alias="discountAmount")
    discount_percent: Maybe[Amount] = Field(default=None, alias="discountPercent")
    sub_amount: Maybe[Amount] = Field(default=None, alias="subAmount")
    minimum_partial_amount: Maybe[Amount] = Field(
        default=None, alias="minimumPartialAmount"
    )
    tax_details: Maybe[InvoiceOrderInformationAmountDetailsTaxDetails] = Field(
        default=None, alias="taxDetails"
    )
    freight: Maybe[InvoiceOrderInformationAmountDetailsFreight] = None


class InvoiceOrderInformation(Model):
    """`InvoiceOrderInformation`, as it arrives."""

    amount_details: Maybe[InvoiceOrderInformationAmountDetails] = Field(
        default=None, alias="amountDetails"
    )
    line_items: Maybe[list[InvoiceOrderInformationLineItem]] = Field(
        default=None, alias="lineItems"
    )


class Invoice(Model):
    """An invoice after its cancellation."""

    links: Maybe[InvoiceLinks] = Field(default=None, alias="_links")
    id: Maybe[str] = None

    submit_time_utc: Maybe[DateTime] = Field(default=None, alias="submitTimeUtc")
    """When the request was received; a cancellation updates it."""

    status: Maybe[InvoiceStatus] = None
    """`CANCELED` after this call."""

    customer_information: Maybe[InvoiceCustomerInformation] = Field(
        default=None, alias="customerInformation"
    )
    processing_information: Maybe[InvoiceProcessingInformation] = Field(
        default=None, alias="processingInformation"
    )
    invoice_information: Maybe[InvoiceInformation] = Field(
        default=None, alias="invoiceInformation"
    )
    order_information: Maybe[InvoiceOrderInformation] = Field(
        default=None, alias="orderInformation"
    )
