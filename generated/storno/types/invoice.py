# SPDX-License-Identifier: MIT-0
"""`InvoiceStatus`, `InvoiceCancelledBy`, `InvoiceEventMetadata` and 2 more."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime import OPEN, Amount, Date, DateTime, Model

InvoiceStatus: TypeAlias = Annotated[Literal["cancelled"] | str, OPEN]
"""`cancelled` after this call."""


class InvoiceCancelledBy(Model):
    """The user who cancelled the invoice."""

    id: str | None = None
    name: str | None = None
    email: str | None = None


class InvoiceEventMetadata(Model):
    """`InvoiceEventMetadata`, as it arrives."""

    reason: str | None = None


class InvoiceEvent(Model):
    """`InvoiceEvent`, as it arrives."""

    id: str | None = None
    type: str | None = None
    status: str | None = None
    timestamp: DateTime | None = None
    details: str | None = None
    metadata: InvoiceEventMetadata | None = None


class Invoice(Model):
    """An invoice after its cancellation."""

    id: str | None = None
    """UUID of the invoice."""

    number: str | None = None

    status: InvoiceStatus | None = None
    """`cancelled` after this call."""

    direction: str | None = None
    currency: str | None = None
    issue_date: Date | None = Field(default=None, alias="issueDate")
    due_date: Date | None = Field(default=None, alias="dueDate")
    subtotal: Amount | None = None
    vat_total: Amount | None = Field(default=None, alias="vatTotal")
    total: Amount | None = None
    amount_paid: Amount | None = Field(default=None, alias="amountPaid")

    balance: Amount | None = None
    """What remains to be paid; a cancellation sets it to zero."""

    cancellation_reason: str | None = Field(default=None, alias="cancellationReason")
    """The reason given when the invoice was cancelled."""

    cancelled_at: DateTime | None = Field(default=None, alias="cancelledAt")

    cancelled_by: InvoiceCancelledBy | None = Field(default=None, alias="cancelledBy")
    """The user who cancelled the invoice."""

    events: list[InvoiceEvent] | None = None
    """The invoice's history; a cancellation is logged with its reason and user."""

    updated_at: DateTime | None = Field(default=None, alias="updatedAt")
