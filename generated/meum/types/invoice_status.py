# SPDX-License-Identifier: MIT-0
"""`InvoiceStatus`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN

InvoiceStatus: TypeAlias = Annotated[
    Literal[
        "pending",
        "quoted",
        "awaiting_payment",
        "paid",
        "underpaid",
        "expired",
        "failed",
        "refunded",
        "cancelled",
    ]
    | str,
    OPEN,
]
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
