# SPDX-License-Identifier: MIT-0
"""`PublicInvoice`."""

from __future__ import annotations

from typing import Any

from .._runtime import Amount, DateTime, Maybe, Model, Uuid
from .invoice_status import InvoiceStatus


class PublicInvoice(Model):
    """Full invoice record returned by list and get endpoints."""

    id: Maybe[str] = None
    """Unique invoice ID (`inv_...`)."""

    external_order_id: Maybe[str] = None
    """Your order reference from when the invoice was created."""

    status: Maybe[InvoiceStatus] = None
    """Where the invoice is in the payment flow:
    - `pending`: created, not yet ready for payment
    - `quoted`: price quote ready; customer can proceed to pay
    - `awaiting_payment`: waiting for the customer to send funds
    - `paid`: payment received and confirmed
    - `underpaid`: customer paid less than the requested amount
    - `expired`: not paid before the deadline
    - `failed`: payment or processing failed
    - `refunded`: payment was returned to the customer
    - `cancelled`: invoice was cancelled before completion
    """

    amount: Maybe[Amount] = None
    """Amount you requested to receive (decimal string, e.g. `"100.00"`)."""

    currency: Maybe[str] = None
    """Currency of `amount` (e.g. `USD`)."""

    order_amount: Maybe[Amount] = None
    """Original order total before conversion, if different from `amount`."""

    order_currency: Maybe[str] = None
    """Currency of `order_amount`."""

    paid_amount: Amount | None = None
    """How much the customer actually paid. `null` until payment starts."""

    output_asset: Maybe[str] = None
    """Stablecoin paid out to you (e.g. `USDC`)."""

    checkout_url: str | None = None
    """Payment page URL while the invoice can still be paid. `null` if no longer payable.
    """

    return_url: str | None = None
    """Where the customer is redirected after checkout, if you set one at creation."""

    customer_id: Uuid | None = None
    """Internal customer record ID, if linked. Usually not needed for basic integrations.
    """

    payment_link_id: Uuid | None = None
    """Pay Link that created this invoice, if applicable."""

    transaction_hash: str | None = None
    """Blockchain transaction ID after payment is confirmed. `null` until paid."""

    metadata: dict[str, Any] | None = None
    """Custom data you attached when creating the invoice."""

    created_at: Maybe[DateTime] = None
    """When the invoice was created (UTC)."""

    updated_at: Maybe[DateTime] = None
    """When the invoice was last updated (UTC)."""

    paid_at: DateTime | None = None
    """When payment was confirmed. `null` until the invoice is paid."""

    expires_at: Maybe[DateTime] = None
    """Deadline to pay before the invoice expires (UTC)."""
