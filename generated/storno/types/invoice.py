# SPDX-License-Identifier: MIT-0
"""`InvoiceStatus`, `InvoiceCancelledBy`, `InvoiceEventMetadata` and 2 more."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime import OPEN, Amount, Date, DateTime, Maybe, Model

InvoiceStatus: TypeAlias = Annotated[Literal["cancelled"] | str, OPEN]
"""`cancelled` after this call."""


class InvoiceCancelledBy(Model):
    """The user who cancelled the invoice."""

    id: Maybe[str] = None
    name: Maybe[str] = None
    email: Maybe[str] = None


class InvoiceEventMetadata(Model):
    """`InvoiceEventMetadata`, as it arrives."""

    reason: Maybe[str] = None


class InvoiceEvent(Model):
    """`InvoiceEvent`, as it arrives."""

    id: Maybe[str] = None
    type: Maybe[str] = None
    status: Maybe[str] = None
    timestamp: Maybe[DateTime] = None
    details: Maybe[str] = None
    metadata: Maybe[InvoiceEventMetadata] = None


class Invoice(Model):
    """An invoice after its cancellation."""

    id: Maybe[str] = None
    """UUID of the invoice."""

    number: Maybe[str] = None

    status: Maybe[InvoiceStatus] = None
    """`cancelled` after this call."""

    direction: Maybe[str] = None
    currency: Maybe[str] = None
    issue_date: Maybe[Date] = Field(default=None, alias="issueDate")
    due_date: Maybe[Date] = Field(default=None, alias="dueDate")
    subtotal: Maybe[Amount] = None
    vat_total: Maybe[Amount] = Field(default=None, alias="vatTotal")
    total: Maybe[Amount] = None
    amount_paid: Maybe[Amount] = Field(default=None, alias="amountPaid")

    balance: Maybe[Amount] = None
    """What remains to be paid; a cancellation sets it to zero."""

    cancellation_reason: Maybe[str] = Field(default=None, alias="cancellationReason")
    """The reason given when the invoice was cancelled."""

    cancelled_at: Maybe[DateTime] = Field(default=None, alias="cancelledAt")

    cancelled_by: Maybe[InvoiceCancelledBy] = Field(default=None, alias="cancelledBy")
    """The user who cancelled the invoice."""

    events: Maybe[list[InvoiceEvent]] = None
    """The invoice's history; a cancellation is logged with its reason and user."""

    updated_at: Maybe[DateTime] = Field(default=None, alias="updatedAt")
